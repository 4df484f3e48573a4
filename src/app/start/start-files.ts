import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { exists, makeFolder } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { toSlug } from '../../model/slug.ts'
import { isKebab, maxIdLength, type Stage } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'
import { identifyNewPartnership } from '../load/partnership-id.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { isMarkdown } from '../load/source.ts'
import { getToday, type World } from '../world.ts'
import { fillPlanDocument } from './plan-document.ts'
import {
  fillStarter,
  findHomeFolder,
  type Placeholders,
  readStarter,
  refuseExisting,
  type StarterValues,
  writeNew,
  writeNewWithSchemaLine,
} from './starters.ts'
import type { planFormats, templates } from './templates.ts'

export interface StartOptions {
  readonly questionnaire?: string
  readonly stage?: Stage
  readonly template?: (typeof templates)[number]
  /** Of a plan; else what the ending of its file says. */
  readonly format?: (typeof planFormats)[number]
  readonly placeholders: Placeholders
}

/** What was written, and what to do next. */
export interface StartResult {
  readonly written: readonly string[]
  readonly next: Message
}

type StarterKind = keyof typeof starterFiles

const starterFiles = {
  plan: 'plan.yaml',
  config: 'accordant.yaml',
  questionnaire: 'questionnaire.yaml',
} as const
const planDocument = 'plan.md'

/** Writes a single file to begin with. */
export async function startFile(
  kind: StarterKind,
  named: string | undefined,
  options: StartOptions,
  world: World,
): Promise<StartResult> {
  const file = named ?? (options.format === 'markdown' ? planDocument : starterFiles[kind])
  if (kind === 'plan' && isMarkdown(file)) return startPlanDocument(file, options, world)
  const hint = kind === 'config' ? 'config-exists-hint' : 'file-exists-hint'
  refuseExisting(file, { say: hint, what: kind })
  const folder = dirname(file)
  const { template } = options
  const starter =
    template === undefined ? starterFiles[kind] : join('templates', `${template}.yaml`)
  const begun = buildStarter(starter, identifyNewPartnership(folder), options, world)
  const text = kind === 'config' ? await setQuestionnaire(begun, folder, options, world) : begun
  // A path that leads nowhere would be a finding.
  const isAlone = kind === 'config' && !exists(join(folder, 'plan.yaml'))
  await writeNewWithSchemaLine(
    kind,
    file,
    findHomeFolder(folder),
    isAlone ? text.replace(/^plan: /m, '# plan: ') : text,
  )
  return { written: [file], next: { say: `next-${kind}`, file } }
}

/** Writes a plan in Markdown. */
function startPlanDocument(file: string, options: StartOptions, world: World): StartResult {
  refuseExisting(file, { say: 'file-exists-hint', what: 'plan' })
  const name = identifyNewPartnership(dirname(file))
  const values = listStarterValues(name, { ...options, placeholders: {} }, world)
  const frame = readStarter(planDocument, world)
  writeNew(file, fillPlanDocument(frame, readStarter(starterFiles.plan, world), values))
  return { written: [file], next: { say: 'next-plan', file } }
}

/** Writes a partnership's folder: its settings, its plan, and an empty folder for responses. */
export async function startPartnership(
  folder: string,
  options: StartOptions,
  world: World,
): Promise<StartResult> {
  const name = folder === '.' ? identifyNewPartnership('.') : basename(folder)
  if (!isKebab(name)) {
    const id = toSlug(name, maxIdLength)
    const better = join(dirname(folder), id)
    const typed = /\s/.test(better) ? `"${better}"` : better
    throw new Fault(
      { say: 'partnership-name-invalid', name },
      isKebab(id)
        ? { say: 'write-name-as-id', command: `accordant init ${typed}` }
        : { say: 'id-shape-hint', example: 'northwind-contoso' },
    )
  }
  const config = join(folder, starterFiles.config)
  const plan = join(folder, starterFiles.plan)
  refuseExisting(config, { say: 'partnership-exists-hint', folder })
  refuseExisting(plan, { say: 'plan-exists-hint' })
  const begun = buildStarter(starterFiles.config, name, options, world)
  const settings = await setQuestionnaire(begun, folder, options, world)
  const planText = buildStarter(starterFiles.plan, name, options, world)
  makeFolder(join(folder, 'responses'))
  await writeNewWithSchemaLine('config', config, folder, settings)
  await writeNewWithSchemaLine('plan', plan, folder, planText)
  return {
    written: [config, plan, `${join(folder, 'responses')}/`],
    next: folder === '.' ? { say: 'next-partnership-here' } : { say: 'next-partnership', folder },
  }
}

/** Writes a workflow that checks the plan on every change; `gitlab` is the same for GitLab. */
export function startWorkflow(
  file: string = join('.github', 'workflows', 'accordant.yml'),
  world: World,
): StartResult & { readonly gitlab: string } {
  refuseExisting(file, { say: 'file-exists-hint', what: 'ci' })
  writeNew(file, readStarter('ci.yml', world))
  return { written: [file], next: { say: 'next-ci' }, gitlab: readStarter('gitlab.yml', world) }
}

/** The settings with the questionnaire that was asked for, and its levels in place of those of ours. */
async function setQuestionnaire(
  text: string,
  folder: string,
  { questionnaire: named }: StartOptions,
  world: World,
): Promise<string> {
  if (named === undefined) return text
  const { questionnaire, file } = await loadQuestionnaire(named, '.', world)
  const path =
    file === null || isAbsolute(named)
      ? named
      : relative(resolve(folder), resolve(named)).replaceAll('\\', '/')
  const levels = questionnaire.levels.map(({ id }) => id)
  const written = /^[\w./-]+$/.test(path) ? path : JSON.stringify(path)
  return text
    .replace('questionnaire: partnership-readiness', () => `questionnaire: ${written}`)
    .replace(
      /not-ready, [a-z, -]+ or ready/,
      () => `${levels.slice(1).toReversed().join(', ')} or ${levels[0]}`,
    )
    .replace('minLevel: conditional', () => `minLevel: ${levels[1]}`)
}

function buildStarter(file: string, name: string, options: StartOptions, world: World): string {
  return fillStarter(readStarter(file, world), listStarterValues(name, options, world))
}

function listStarterValues(
  name: string,
  { stage = 'exploring', placeholders }: StartOptions,
  world: World,
): StarterValues {
  return { name, stage, today: getToday(world), version: world.version, placeholders }
}
