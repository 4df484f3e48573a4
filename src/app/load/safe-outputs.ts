import { resolve } from 'node:path'
import { findInput } from '../../files/inputs.ts'
import { isFile } from '../../files/same-file.ts'
import { Fault } from '../../model/fault.ts'
import { isRunOutput, type Kind } from '../../model/kind-names.ts'
import type { Message } from '../../words/message.ts'
import { findNamedKind, peek, readIfOurs } from './source.ts'

/** A file that a run is asked to write. */
export interface OutputFile {
  /** Of `--format NAME=FILE`. */
  readonly name: string
  readonly file: string
}

/**
 * An output that is one of the files read so far, or that people wrote for other runs, is a Fault. To be called when everything
 * is read and nothing is written.
 */
export function refuseInputsAsOutputs(outputs: readonly OutputFile[]): void {
  for (const { name, file } of outputs) {
    const reason = findReason(file)
    if (reason !== null) throw new Fault(reason, { say: 'output-is-input-hint', format: name })
  }
}

function findReason(file: string): Message | null {
  const input = findInput(file)
  if (input === null) {
    const kind = isFile(file) ? peekKind(file) : null
    if (kind === null || isRunOutput(kind)) return null
    return { say: 'output-is-work', file, what: { say: `input-${kind}` } }
  }
  const what = describeInput(input)
  return resolve(input) === resolve(file)
    ? { say: 'output-is-input', file, what }
    : { say: 'output-leads-to-input', file, input, what }
}

function peekKind(file: string): Kind | null {
  const source = peek(file)
  return source === null ? null : findNamedKind(source)
}

/** Null where it does not say itself what it is, like a picture. */
function describeInput(file: string): Message | null {
  if (/\.(csv|tsv)$/i.test(file)) return { say: 'input-table' }
  const source = readIfOurs(file)
  const kind = source === null ? null : findNamedKind(source)
  return kind === null ? null : { say: `input-${kind}` }
}
