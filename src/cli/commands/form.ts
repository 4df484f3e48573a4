import { dirname } from 'node:path'
import {
  type FormOptions,
  type LoadedForm,
  loadForm,
  readFormScript,
} from '../../app/form/load-form.ts'
import { nameQuestionnaire } from '../../app/form/name-questionnaire.ts'
import { refuseInputsAsOutputs } from '../../app/load/safe-outputs.ts'
import { resolveHouseStyle } from '../../app/score/house.ts'
import { hashSha256Base64 } from '../../files/hash.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
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
  const form = await loadForm(options, io)
  const files = listOutputFiles(outputs).flatMap((output) =>
    output.name === 'xlsform' ? [output, { ...output, file: nameMapFile(output.file) }] : [output],
  )
  refuseInputsAsOutputs(listOutputFiles(outputs))
  if (options.overwrite !== true) refuseHandMade(files, () => true)
  const notes: Message[] = []
  for (const { name, file } of outputs) {
    if (name === 'xlsform' && file !== null) {
      notes.push(...(await writeXlsForm(form, file)))
    } else writePage(form, file, io)
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

function writePage({ setup, partnership }: LoadedForm, file: string | null, io: Io): void {
  const look = buildPageLook(resolveHouseStyle(partnership, {}))
  const script = readFormScript(io)
  const page = markReport(renderFormPage(setup, { script, digest: hashSha256Base64, look }))
  if (file === null) io.stdout.write(page)
  else writeWhole(file, page)
}

/** Beside the form is the map for what its server exports. What there is to say of them comes back. */
async function writeXlsForm(
  { setup, loaded }: LoadedForm,
  file: string,
): Promise<readonly Message[]> {
  const { makeXlsForm } = await import('../make-xlsform.ts')
  const map = nameMapFile(file)
  const made = await makeXlsForm(setup, nameQuestionnaire(dirname(map), loaded))
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
