import { hashSha256 } from '../files/hash.ts'
import { readOutput } from '../files/read-input.ts'
import { isFile } from '../files/same-file.ts'
import { Fault } from '../model/fault.ts'
import { findForeignKind } from '../reading/foreign-file.ts'
import { readWordParts } from '../reading/word/word-parts.late.ts'
import {
  findHandMade,
  findHandMadeWord,
  type HandMade,
  markAsGenerated,
} from '../render/generated-mark.ts'

/** A report in Markdown or HTML, marked so that `findHandMadeFile` knows it again. */
export function markReport(text: string): string {
  return markAsGenerated(text, hashSha256)
}

/** Why the file is not ours to replace; null where it is, and where there is none. */
export function findHandMadeFile(file: string): HandMade | null {
  if (!isFile(file)) return null
  const bytes = readOutput(file)
  if (findForeignKind(bytes) !== 'word') {
    return findHandMade(new TextDecoder().decode(bytes), hashSha256)
  }
  const parts = readWordParts(bytes)
  return parts === null ? 'unmarked' : findHandMadeWord(parts, hashSha256)
}

/**
 * A Fault where an output would replace a report that somebody edited, or a report any text without our mark. No formats are
 * reports where none of the command is; it has no `--overwrite` then.
 */
export function refuseHandMade<Name extends string>(
  outputs: readonly { readonly name: Name; readonly file: string }[],
  isReport: ((name: Name) => boolean) | null,
): void {
  for (const { name, file } of outputs) {
    const why = findHandMadeFile(file)
    if (why === null || (why === 'unmarked' && isReport?.(name) !== true)) continue
    throw new Fault(
      { say: `file-${why}`, file },
      isReport === null
        ? { say: 'output-is-input-hint', format: name }
        : { say: 'file-hand-made-hint' },
    )
  }
}
