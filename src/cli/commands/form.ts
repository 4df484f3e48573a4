import { buildFormSetup, type FormOptions, readFormScript } from '../../app/form/build-form.ts'
import { loadPartnership } from '../../app/load/partnership.ts'
import { refuseInputsAsOutputs } from '../../app/load/safe-outputs.ts'
import { resolveHouseStyle } from '../../app/score/house.ts'
import { hashSha256Base64 } from '../../files/hash.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { renderFormPage } from '../../render/form.ts'
import { formFormats } from '../form-formats.ts'
import { markReport, refuseHandMade } from '../hand-made.ts'
import type { Io } from '../io.ts'
import { mergeOutputFiles } from '../meant-outputs.ts'
import { writeNotes } from '../notes.ts'
import { listOutputFiles, parseOutputs } from '../outputs.ts'
import { buildPageLook } from '../page-look.ts'

interface FormCommandOptions extends FormOptions {
  readonly format?: readonly string[]
  readonly output?: readonly string[]
  readonly overwrite?: boolean
}

/** Writes the questions of a partnership as a page for people who have no terminal. */
export async function runForm(options: FormCommandOptions, io: Io): Promise<ExitCode> {
  const merged = mergeOutputFiles(options.format, options.output, formFormats)
  const outputs = parseOutputs(merged ?? ['html'], formFormats)
  if (outputs.some(({ file }) => file === null) && io.stdout.isTTY === true) {
    throw new Fault({ say: 'form-on-terminal' }, { say: 'form-on-terminal-hint' })
  }
  const setup = await buildFormSetup(options, io)
  const files = listOutputFiles(outputs)
  refuseInputsAsOutputs(files)
  if (options.overwrite !== true) refuseHandMade(files, () => true)
  const look = buildPageLook(resolveHouseStyle(await loadPartnership(options.path, undefined), {}))
  const script = readFormScript(io)
  for (const { file } of outputs) {
    const page = markReport(renderFormPage(setup, { script, digest: hashSha256Base64, look }))
    if (file === null) io.stdout.write(page)
    else writeWhole(file, page)
  }
  writeNotes(
    io.stderr,
    ...files.map(({ file }) => ({ say: 'file-written', file, format: 'form' }) as const),
    ...(files.length > 0 ? [{ say: 'form-next' } as const] : []),
  )
  return exitCodes.fine
}
