import { loadStatus } from '../../app/status/load-status.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes } from '../../model/fault.ts'
import type { Io } from '../io.ts'
import { refuseFilesApart } from '../meant-outputs.ts'
import { listFormats, listOutputFiles, parseOutputs } from '../outputs.ts'
import { statusFormats } from '../status-formats.ts'

interface StatusOptions {
  readonly path: string
  readonly format?: readonly string[]
}

/** Says who has answered, in every format asked for; wrong input is part of the answer, and of the exit code. */
export async function runStatus({ path, format }: StatusOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(format ?? ['text'], listFormats(statusFormats))
  if (format !== undefined) refuseFilesApart(outputs, [path])
  const status = await loadStatus(path, io)
  const files = listOutputFiles(outputs)
  if (files.length > 0) {
    const { refuseInputsAsOutputs } = await import('../../app/load/safe-outputs.ts')
    refuseInputsAsOutputs(files)
    const { refuseHandMade } = await import('../hand-made.ts')
    refuseHandMade(files, null)
  }
  for (const { name, file } of outputs) {
    const text = await statusFormats[name](status, file === null ? io.stdout.columns : undefined)
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  return status.problems.length > 0 ? exitCodes.wrongInput : exitCodes.fine
}
