import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { chooseResponsePath } from '../../app/interview/new-response.ts'
import { loadPartnership, toPartnershipId } from '../../app/load/partnership.ts'
import { loadQuestionnaire } from '../../app/load/questionnaire.ts'
import {
  addSchemaLine,
  fillStarter,
  readStarter,
  refuseExisting,
  writeNew,
} from '../../app/starters/starters.ts'
import type { Template } from '../../app/starters/templates.ts'
import { getToday } from '../../app/world.ts'
import { exists, findUpwards, makeFolder } from '../../files/search.ts'
import { applyWords } from '../../model/apply-words.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import type { Kind } from '../../model/kind-names.ts'
import { isKebab, type Stage } from '../../model/vocabulary.ts'
import { writePaperForm } from '../../reading/paper-form.ts'
import type { Io } from '../io.ts'

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
export async function runInit(options: InitOptions, io: Io): Promise<ExitCode> {
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
      return initFile(what, file ?? singleFiles[what].file, options, io)
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

const singleFiles = {
  plan: { file: 'plan.yaml', next: 'Fill it in with any editor' },
  config: { file: 'accordant.yaml', next: 'Set what you want to reach' },
  questionnaire: { file: 'questionnaire.yaml', next: 'Put your own questions and checks in' },
} as const

async function initFile(
  kind: keyof typeof singleFiles,
  file: string,
  options: InitOptions,
  io: Io,
): Promise<ExitCode> {
  refuseExisting(file)
  const folder = dirname(file)
  const { template } = options
  const starter =
    template === undefined ? singleFiles[kind].file : join('templates', `${template}.yaml`)
  const begun = buildStarter(starter, toPartnershipId(folder), options, io)
  const text = kind === 'config' ? await setQuestionnaire(begun, folder, options, io) : begun
  // A path that leads nowhere would be a finding.
  const isAlone = kind === 'config' && !exists(join(folder, 'plan.yaml'))
  await writeWithSchemaLine(
    kind,
    file,
    findHomeFolder(folder),
    isAlone ? text.replace(/^plan: /m, '# plan: ') : text,
  )
  const { next } = singleFiles[kind]
  const preview = kind === 'questionnaire' ? `  accordant preview ${file} --report\n` : ''
  io.stdout.write(`wrote ${file}\n\n${next}; then:\n  accordant check ${file}\n${preview}`)
  return exitCodes.fine
}

/** The partnership's folder that it lies in, or itself. */
function findHomeFolder(folder: string): string {
  const config = findUpwards(folder, 'accordant.yaml')
  return config === null ? folder : dirname(config)
}

async function writeWithSchemaLine(
  kind: Kind,
  file: string,
  folder: string,
  text: string,
): Promise<void> {
  refuseExisting(file)
  writeNew(file, await addSchemaLine(kind, file, folder, text))
}

/** The settings with the questionnaire that was asked for, and the ids of its levels where ours stand. */
async function setQuestionnaire(
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

function buildStarter(file: string, name: string, options: InitOptions, io: Io): string {
  const { stage = 'exploring' } = options
  const { version } = io
  return fillStarter(readStarter(file, io), { name, stage, today: getToday(io), version })
}

function initCi(file: string, io: Io): ExitCode {
  writeNew(file, readStarter('ci.yml', io))
  io.stdout.write(
    `wrote ${file}\n\nFor GitLab, put this into .gitlab-ci.yml instead:\n\n${readStarter('gitlab.yml', io)}`,
  )
  return exitCodes.fine
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
    path: join(folder, singleFiles[kind].file),
  }))
  for (const { path } of files) refuseExisting(path)
  const config = buildStarter(singleFiles.config.file, name, options, io)
  const texts = {
    config: await setQuestionnaire(config, folder, options, io),
    plan: buildStarter(singleFiles.plan.file, name, options, io),
  }
  makeFolder(join(folder, 'responses'))
  for (const { kind, path } of files) await writeWithSchemaLine(kind, path, folder, texts[kind])
  io.stdout.write(
    `${files.map(({ path }) => `wrote ${path}\n`).join('')}wrote ${join(folder, 'responses')}/\n\n` +
      `Next:\n  ${folder === '.' ? '' : `cd ${folder}\n  `}accordant assess      interviews a partner and writes report.md\n`,
  )
  return exitCodes.fine
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
  const { path, respondent } = chooseResponsePath(partnership.folder, partner, options.file)
  const text = writePaperForm({
    questionnaire: applyWords(questionnaire, null),
    hash,
    partnership: partnership.id,
    partner,
    respondent,
    role: options.role ?? null,
    run: options.quick === true ? 'quick' : 'full',
  })
  await writeWithSchemaLine('response', path, findHomeFolder(dirname(path)), text)
  io.stdout.write(
    `wrote ${path}\n\nFill it in with any editor; then:\n  accordant report ${path}\n`,
  )
  return exitCodes.fine
}
