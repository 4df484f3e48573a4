import { resolve } from 'node:path'
import { findInput } from '../../files/inputs.ts'
import { Fault } from '../../model/fault.ts'
import type { Message } from '../../words/message.ts'
import { findNamedKind, readIfOurs } from './source.ts'

/** A file that a run is asked to write. */
export interface OutputFile {
  /** Of `--format NAME=FILE`. */
  readonly name: string
  readonly file: string
}

/** An output that is one of the files read so far is a Fault. To be called when everything is read and nothing is written. */
export function refuseInputsAsOutputs(outputs: readonly OutputFile[]): void {
  for (const { name, file } of outputs) {
    const input = findInput(file)
    if (input === null) continue
    const what = describeInput(input)
    throw new Fault(
      resolve(input) === resolve(file)
        ? { say: 'output-is-input', file, what }
        : { say: 'output-leads-to-input', file, input, what },
      { say: 'output-is-input-hint', format: name },
    )
  }
}

/** Null where it does not say itself what it is, like a picture. */
function describeInput(file: string): Message | null {
  if (/\.(csv|tsv)$/i.test(file)) return { say: 'input-table' }
  const source = readIfOurs(file)
  const kind = source === null ? null : findNamedKind(source)
  return kind === null ? null : { say: `input-${kind}` }
}
