import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { exists, findUpwards, makeFolder } from '../../files/search.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import type { Kind } from '../../model/kind-names.ts'
import { isKebab, type Stage } from '../../model/vocabulary.ts'
import { worded } from '../../model/worded.ts'
import { paperForm } from '../../reading/paper-form.ts'
import { type Io, todayOf } from '../io.ts'
import { idOf, loadPartnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { newResponsePath } from '../new-response.ts'
import {
  filledStarter,
  refuseExisting,
  starterText,
  withSchemaLine,
  writeNew,
} from '../starters.ts'
import type { Template } from '../templates.ts'

interface InitOptions {
  readonly what?: string
  readonly file?: string
  readonly partner?: string
  readonly role?: string
  readonly questionnaire?: string
  readonly quick?: boolean
  readonly stage?: Stage
  readonly template?: Template
}

/** Starts a partnership's folder, or a single file. Nothing that exists is overwritten. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const { what, file } = options
  if (options.template !== undefined && what !== 'questionnaire') {
    throw new Fault('"--template" is for a questionnaire', {
      hint: `Say "accordant init questionnaire --template ${options.template}"`,
    })
  }
  if (options.questionnaire !== undefined && isWithoutQuestionnaire(what)) {
    throw new Fault(`"init ${what}" takes no "--questionnaire"`, {
      hint: 'It is for a partnership\'s folder, "config" and "response"',
    })
  }
  switch (what) {
    case 'response':
      return initResponse(options, io)
    case 'plan':
    case 'config':
    case 'questionnaire':
      return initFile(what, file ?? singles[what].file, options, io)
    case 'ci':
      return initCi(file ?? join('.github', 'workflows', 'accordant.yml'), io)
    default:
      if (file !== undefined) throw new Fault(`"init ${what}" takes no second argument`)
      return initPartnership(what ?? '.', options, io)
  }
}

function isWithoutQuestionnaire(what: string | undefined): boolean {
  return what !== undefined && ['plan', 'questionnaire', 'ci'].includes(what)
}

const singles = {
  plan: { file: 'plan.yaml', next: 'Fill it in with any editor' },
  config: { file: 'accordant.yaml', next: 'Set what you want to reach' },
  questionnaire: { file: 'questionnaire.yaml', next: 'Put your own questions and checks in' },
} as const

async function initFile(
  kind: keyof typeof singles,
  file: string,
  options: InitOptions,
  io: Io,
): Promise<ExitCode> {
  refuseExisting(file)
  const folder = dirname(file)
  const { template } = options
  const starter =
    template === undefined ? singles[kind].file : join('templates', `${template}.yaml`)
  const begun = filled(starter, idOf(folder), options, io)
  const text = kind === 'config' ? await withQuestionnaire(begun, folder, options, io) : begun
  // A path that leads nowhere would be a finding.
  const isAlone = kind === 'config' && !exists(join(folder, 'plan.yaml'))
  await write(kind, file, homeOf(folder), isAlone ? text.replace(/^plan: /m, '# plan: ') : text)
  const { next } = singles[kind]
  const preview = kind === 'questionnaire' ? `  accordant preview ${file} --report\n` : ''
  io.stdout.write(`wrote ${file}\n\n${next}; then:\n  accordant check ${file}\n${preview}`)
  return exitCode.fine
}

/** The partnership's folder that it lies in, or itself. */
function homeOf(folder: string): string {
  const config = findUpwards(folder, 'accordant.yaml')
  return config === null ? folder : dirname(config)
}

async function write(kind: Kind, file: string, folder: string, text: string): Promise<void> {
  refuseExisting(file)
  writeNew(file, await withSchemaLine(kind, file, folder, text))
}

/** The settings with the questionnaire that was asked for, and the ids of its levels where ours stand. */
async function withQuestionnaire(
  text: string,
  folder: string,
  { questionnaire: named }: InitOptions,
  io: Io,
): Promise<string> {
  if (named === undefined) return text
  const { questionnaire, file } = await loadQuestionnaire(named, '.', io)
  const path =
    file === null || isAbsolute(named)
      ? named
      : relative(resolve(folder), resolve(named)).replaceAll('\\', '/')
  const levels = questionnaire.levels.map(({ id }) => id)
  const written = /^[\w./-]+$/.test(path) ? path : JSON.stringify(path)
  return text
    .replace('questionnaire: partnership-readiness', () => `questionnaire: ${written}`)
    .replace(
      'not-ready, emerging, conditional or ready',
      () => `${levels.slice(1).toReversed().join(', ')} or ${levels[0]}`,
    )
    .replace('minLevel: conditional', () => `minLevel: ${levels[1]}`)
}

function filled(file: string, name: string, options: InitOptions, io: Io): string {
  const { stage = 'exploring' } = options
  const { version } = io
  return filledStarter(starterText(file, io), { name, stage, today: todayOf(io), version })
}

function initCi(file: string, io: Io): ExitCode {
  writeNew(file, starterText('ci.yml', io))
  io.stdout.write(
    `wrote ${file}\n\nFor GitLab, put this into .gitlab-ci.yml instead:\n\n${starterText('gitlab.yml', io)}`,
  )
  return exitCode.fine
}

async function initPartnership(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const name = folder === '.' ? loadPartnership('.', undefined).id : basename(folder)
  if (!isKebab(name)) {
    throw new Fault(`"${name}" cannot be a partnership's name`, {
      hint: 'Use small letters, digits and single hyphens, like "northwind-contoso"',
    })
  }
  const files = (['config', 'plan'] as const).map((kind) => ({
    kind,
    path: join(folder, singles[kind].file),
  }))
  for (const { path } of files) refuseExisting(path)
  const config = filled(singles.config.file, name, options, io)
  const texts = {
    config: await withQuestionnaire(config, folder, options, io),
    plan: filled(singles.plan.file, name, options, io),
  }
  makeFolder(join(folder, 'responses'))
  for (const { kind, path } of files) await write(kind, path, folder, texts[kind])
  io.stdout.write(
    `${files.map(({ path }) => `wrote ${path}\n`).join('')}wrote ${join(folder, 'responses')}/\n\n` +
      `Next:\n  ${folder === '.' ? '' : `cd ${folder}\n  `}accordant assess      interviews a partner and writes report.md\n`,
  )
  return exitCode.fine
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
  const text = paperForm({
    questionnaire: worded(questionnaire, null),
    hash,
    partnership: partnership.id,
    partner,
    respondent,
    role: options.role ?? null,
    run: options.quick === true ? 'quick' : 'full',
  })
  await write('response', path, homeOf(dirname(path)), text)
  io.stdout.write(
    `wrote ${path}\n\nFill it in with any editor; then:\n  accordant report ${path}\n`,
  )
  return exitCode.fine
}
