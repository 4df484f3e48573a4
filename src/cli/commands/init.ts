import { basename, dirname, join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, makeFolder } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { isKebab } from '../../model/vocabulary.ts'
import { paperForm } from '../../reading/paper-form.ts'
import { type Io, todayOf } from '../io.ts'
import { loadPartnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { newResponsePath } from '../new-response.ts'

interface InitOptions {
  readonly what?: string
  readonly file?: string
  readonly partner?: string
  readonly role?: string
  readonly questionnaire?: string
  readonly quick?: boolean
}

/** Words that the design keeps for starters of single files. */
const later: readonly string[] = ['plan', 'questionnaire', 'config', 'ci']

/** Starts a partnership's folder, or a blank response. Nothing that exists is overwritten. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  if (options.what === 'response') return initResponse(options, io)
  if (options.what !== undefined && later.includes(options.what)) {
    throw new Fault(`"init ${options.what}" is not built yet`, {
      hint: '"init NAME" starts a partnership, "init response" a form to fill in by hand',
    })
  }
  if (options.file !== undefined) {
    throw new Fault(`"init ${options.what}" takes no second argument`)
  }
  return initPartnership(options.what ?? '.', io)
}

function initPartnership(folder: string, io: Io): ExitCode {
  const name = folder === '.' ? loadPartnership('.', undefined).id : basename(folder)
  if (!isKebab(name)) {
    throw new Fault(`"${name}" cannot be a partnership's name`, {
      hint: 'Use small letters, digits and single hyphens, like "northwind-contoso"',
    })
  }
  const files = ['accordant.yaml', 'plan.yaml'].map((file) => ({
    path: join(folder, file),
    text: starter(file, name, io),
  }))
  for (const { path } of files) refuseExisting(path)
  makeFolder(join(folder, 'responses'))
  for (const { path, text } of files) writeWhole(path, text)
  io.stdout.write(
    `${files.map(({ path }) => `wrote ${path}\n`).join('')}wrote ${join(folder, 'responses')}/\n\n` +
      `Next:\n  ${folder === '.' ? '' : `cd ${folder}\n  `}accordant assess      interviews a partner and writes report.md\n`,
  )
  return exitCode.fine
}

/** `northwind-contoso` names its partners; any other name gets stand-ins to be replaced. */
function starter(file: string, name: string, io: Io): string {
  const words = name.split('-')
  const [first = 'partner-a', second = 'partner-b'] =
    words.length === 2 && words[0] !== words[1] ? words : []
  const text = new TextDecoder().decode(
    readInput(join(io.root, 'questionnaires', 'starters', file)),
  )
  return text
    .replaceAll('{{name}}', name)
    .replaceAll('{{partner-a}}', first)
    .replaceAll('{{partner-b}}', second)
    .replaceAll('{{today}}', todayOf(io))
}

async function initResponse(options: InitOptions, io: Io): Promise<ExitCode> {
  const partnership = loadPartnership('.', undefined)
  const named = options.questionnaire ?? partnership.config?.questionnaire
  const base = options.questionnaire === undefined ? partnership.folder : '.'
  const { questionnaire, hash } = await loadQuestionnaire(
    named ?? 'partnership-readiness',
    base,
    io,
  )
  const partner = options.partner ?? partnership.plan?.partners?.[0]?.id ?? 'partner-a'
  if (!isKebab(partner))
    throw new Fault(`"${partner}" cannot be a partner's id`, {
      hint: 'Use small letters, digits and single hyphens, like "contoso"',
    })
  const { path, respondent } = newResponsePath(partnership.folder, partner, options.file)
  refuseExisting(path)
  makeFolder(dirname(path))
  writeWhole(
    path,
    paperForm({
      questionnaire,
      hash,
      partnership: partnership.id,
      partner,
      respondent,
      role: options.role ?? null,
      run: options.quick === true ? 'quick' : 'full',
    }),
  )
  io.stdout.write(
    `wrote ${path}\n\nFill it in with any editor; then:\n  accordant report ${path}\n`,
  )
  return exitCode.fine
}

function refuseExisting(path: string): void {
  if (exists(path)) throw new Fault(`"${path}" exists already and is not overwritten`)
}
