import { dirname } from 'node:path'
import { buildFormSetup, type FormOptions, readFormScript } from '../../app/form/build-form.ts'
import { loadPartnership } from '../../app/load/partnership.ts'
import { refuseInputsAsOutputs } from '../../app/load/safe-outputs.ts'
import { resolveHouseStyle } from '../../app/score/house.ts'
import { hashSha256Base64 } from '../../files/hash.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import type { FormSetup } from '../../model/form-setup.ts'
import { renderFormPage } from '../../render/form.ts'
import type { Message } from '../../words/message.ts'
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
  const missing = outputs.find(({ name, file }) => name === 'xlsform' && file === null)
  if (missing !== undefined)
    throw new Fault({ say: 'xlsform-without-file' }, { say: 'xlsform-without-file-hint' })
  const setup = await buildFormSetup(options, io)
  const files = listOutputFiles(outputs).flatMap((output) =>
    output.name === 'xlsform' ? [output, { ...output, file: nameMapFile(output.file) }] : [output],
  )
  refuseInputsAsOutputs(listOutputFiles(outputs))
  if (options.overwrite !== true) refuseHandMade(files, () => true)
  const notes: Message[] = []
  for (const { name, file } of outputs) {
    if (name === 'xlsform' && file !== null) {
      notes.push(...(await writeXlsForm(setup, file, options, io)))
    } else await writePage(setup, file, options, io)
  }
  writeNotes(
    io.stderr,
    ...files.map(
      ({ name, file }) =>
        ({ say: 'file-written', file, format: name === 'html' ? 'form' : name }) as const,
    ),
    ...(files.some(({ name }) => name === 'html') ? [{ say: 'form-next' } as const] : []),
    ...notes,
  )
  return exitCodes.fine
}

async function writePage(
  setup: FormSetup,
  file: string | null,
  { path }: FormCommandOptions,
  io: Io,
): Promise<void> {
  const look = buildPageLook(resolveHouseStyle(await loadPartnership(path, undefined), {}))
  const script = readFormScript(io)
  const page = markReport(renderFormPage(setup, { script, digest: hashSha256Base64, look }))
  if (file === null) io.stdout.write(page)
  else writeWhole(file, page)
}

/** Beside the form is the map for what its server exports. What there is to say of them comes back. */
async function writeXlsForm(
  setup: FormSetup,
  file: string,
  options: FormCommandOptions,
  io: Io,
): Promise<readonly Message[]> {
  const { makeXlsForm } = await import('../make-xlsform.ts')
  const { nameQuestionnaire } = await import('../../app/form/name-questionnaire.ts')
  const map = nameMapFile(file)
  const made = await makeXlsForm(setup, await nameQuestionnaire(dirname(map), options, io))
  writeWhole(file, made.workbook)
  writeWhole(map, made.map)
  return [
    ...made.unsaid.map((unsaid) => ({ say: 'xlsform-unsaid', ...unsaid }) as const),
    ...made.leftOut.map((question) => ({ say: 'xlsform-left-out', question }) as const),
    { say: 'xlsform-next', map },
  ]
}

function nameMapFile(file: string): string {
  return `${file.replace(/\.xlsx$/i, '')}.map.yaml`
}
