import { hashSha256 } from '../files/hash.ts'
import { readOutput } from '../files/read-input.ts'
import { isFile } from '../files/same-file.ts'
import { Fault } from '../model/fault.ts'
import { findHandMade, type HandMade, markAsGenerated } from '../render/generated-mark.ts'

/** A report in Markdown or HTML, marked so that `findHandMadeFile` knows it again. */
export function markReport(text: string): string {
  return markAsGenerated(text, hashSha256)
}

/** Why the file is not ours to replace; null where it is, and where there is none. */
export function findHandMadeFile(file: string): HandMade | null {
  if (!isFile(file)) return null
  return findHandMade(new TextDecoder().decode(readOutput(file)), hashSha256)
}

/** A Fault where one of these reports would replace what somebody made by hand. */
export function refuseHandMade(reports: readonly { readonly file: string }[]): void {
  for (const { file } of reports) {
    const why = findHandMadeFile(file)
    if (why === null) continue
    throw new Fault({ say: `file-${why}`, file }, { say: 'file-hand-made-hint' })
  }
}
