import { hashSha256 } from '../files/hash.ts'
import { readOutput } from '../files/read-input.ts'
import { isFile } from '../files/same-file.ts'
import { Fault } from '../model/fault.ts'
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
  return isFile(file) ? findHandMadeBytes(readOutput(file)) : null
}

function findHandMadeBytes(bytes: Uint8Array): HandMade | null {
  return findHandMade(new TextDecoder().decode(bytes), hashSha256)
}

/** The first bytes of every ZIP file, and so of every Word file. */
const zipStart = Buffer.from('PK')

async function findHandMadeOutput(file: string): Promise<HandMade | null> {
  if (!isFile(file)) return null
  const bytes = readOutput(file)
  if (!zipStart.equals(bytes.subarray(0, zipStart.length))) return findHandMadeBytes(bytes)
  const { readWordTexts } = await import('../reading/word/word-texts.ts')
  const texts = readWordTexts(bytes)
  return texts === null ? 'unmarked' : findHandMadeWord(texts, hashSha256)
}

/**
 * A Fault where an output would replace a report that somebody edited, or a report any text without our mark. No formats are
 * reports where none of the command is; it has no `--overwrite` then.
 */
export async function refuseHandMade<Name extends string>(
  outputs: readonly { readonly name: Name; readonly file: string }[],
  isReport: ((name: Name) => boolean) | null,
): Promise<void> {
  for (const { name, file } of outputs) {
    const why = await findHandMadeOutput(file)
    if (why === null || (why === 'unmarked' && isReport?.(name) !== true)) continue
    throw new Fault(
      { say: `file-${why}`, file },
      isReport === null
        ? { say: 'output-is-input-hint', format: name }
        : { say: 'file-hand-made-hint' },
    )
  }
}
