import { refuseSharedFile } from '../files/same-file.ts'
import { suggestWord } from '../model/did-you-mean.ts'
import { Fault } from '../model/fault.ts'
import type { Message } from '../words/message.ts'
import { findFormatHint } from './meant-outputs.ts'

/** A format, and where it goes. */
export interface FormatOutput<Name extends string = string> {
  readonly name: Name
  /** Null for standard output. */
  readonly file: string | null
}

/** The names of the formats in a table. */
export function listFormats<Name extends string>(
  table: Readonly<Record<Name, unknown>>,
): readonly Name[] {
  return Object.keys(table) as Name[]
}

/**
 * What `--format NAME[=FILE]`, given any number of times, asks for. Only one format can go to standard output, but for those
 * in `together`, which are made to be read side by side.
 */
export function parseOutputs<Name extends string>(
  formats: readonly string[],
  known: readonly Name[],
  together: readonly Name[] = [],
): readonly FormatOutput<Name>[] {
  const outputs = formats.map((format) => parseOutput(format, known))
  const shown = outputs.filter(({ file }) => file === null).map(({ name }) => name)
  if (shown.length > 1 && !shown.every((name) => together.includes(name))) {
    throw new Fault({ say: 'formats-to-stdout' }, { say: 'formats-to-stdout-hint' })
  }
  const again = shown.find((name, index) => shown.indexOf(name) !== index)
  if (again !== undefined) throw new Fault({ say: 'format-repeated', format: again })
  refuseSharedFile(listOutputFiles(outputs).map(({ file }) => file))
  return outputs
}

/** The outputs that go to a file. */
export function listOutputFiles<Name extends string>(
  outputs: readonly FormatOutput<Name>[],
): readonly (FormatOutput<Name> & { readonly file: string })[] {
  return outputs.flatMap(({ name, file }) => (file === null ? [] : [{ name, file }]))
}
const noSuggestion: Message = { say: 'no-suggestion' }

function parseOutput<Name extends string>(
  format: string,
  known: readonly Name[],
): FormatOutput<Name> {
  const [word = '', ...rest] = format.split('=')
  const name = known.find((candidate) => candidate === word)
  if (name === undefined) {
    const hint = findFormatHint(word, known)
    const meant: Message = hint === null ? suggestWord(word, known, Infinity) : noSuggestion
    throw new Fault({ say: 'format-unknown', word, hint: meant }, { hint })
  }
  const file = rest.length === 0 ? null : rest.join('=')
  if (file === '') throw new Fault({ say: 'format-without-file', format: name })
  return { name, file }
}
