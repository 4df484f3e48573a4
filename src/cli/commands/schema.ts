import { quotedList, suggestion } from '../../model/did-you-mean.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { jsonSchema } from '../../model/json-schema.ts'
import { type Kind, kinds } from '../../model/kind-names.ts'
import type { Io } from '../io.ts'

/** Prints the JSON Schema of a kind of file. */
export function schema({ kind }: { readonly kind: string }, io: Io): ExitCode {
  if (!isKind(kind)) {
    throw new Fault(
      `Unknown kind "${kind}"${suggestion(kind, kinds) || `; expected one of ${quotedList(kinds)}`}`,
    )
  }
  io.stdout.write(`${JSON.stringify(jsonSchema(kind), null, 2)}\n`)
  return exitCode.fine
}

function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word)
}
