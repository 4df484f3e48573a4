import { suggestWord } from '../../model/did-you-mean.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { buildJsonSchema } from '../../model/json-schema.ts'
import { type Kind, kinds } from '../../model/kind-names.ts'
import type { Io } from '../io.ts'

/** Prints the JSON Schema of a kind of file. */
export function runSchema({ kind }: { readonly kind: string }, io: Io): ExitCode {
  if (!isKind(kind)) {
    throw new Fault({ say: 'kind-unknown', kind, hint: suggestWord(kind, kinds, Infinity) })
  }
  io.stdout.write(`${JSON.stringify(buildJsonSchema(kind), null, 2)}\n`)
  return exitCodes.fine
}

function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word)
}
