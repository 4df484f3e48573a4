import { dirname, join } from 'node:path'
import { exists } from '../../files/search.ts'
import type { Stage } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'
import { identifyNewPartnership } from '../load/partnership-id.ts'
import { isMarkdown } from '../load/source.ts'
import { getToday, type World } from '../world.ts'
import { guessPartners, readNewPartners } from './new-partners.ts'
import { fillPlanDocument } from './plan-document.ts'
import { chooseQuestionnaire, fillSettings } from './settings.ts'
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
  /** The names of the partners. */
  readonly partner?: readonly string[]
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

type StarterKind = 'plan' | 'config' | 'questionnaire'

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
  const hint = kind === 'config' ? 'config-exists-hint' : 'file-exists-hint'
  refuseExisting(file, { say: hint, what: kind })
  const folder = dirname(file)
  const name = identifyNewPartnership(folder)
  const partners = readNewPartners(options.partner ?? [])
  const partnership = {
    name,
    title: name,
    partners: partners.length > 0 ? partners : guessPartners(name),
  }
  const values = listStarterValues(partnership, options, world)
  if (kind === 'plan' && isMarkdown(file)) {
    const frame = readStarter(planDocument, world)
    const starter = readStarter(starterFiles.plan, world)
    writeNew(file, fillPlanDocument(frame, starter, { ...values, placeholders: {} }))
    return { written: [file], next: { say: 'next-plan', file } }
  }
  const text =
    kind === 'config'
      ? fillSettings(
          values,
          { folder, named: partners, chosen: await chooseQuestionnaire(options, world) },
          world,
        )
      : fillStarter(readStarter(findStarter(kind, options), world), values)
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

function findStarter(kind: StarterKind, { template }: StartOptions): string {
  return template === undefined ? starterFiles[kind] : join('templates', `${template}.yaml`)
}

/** What goes into the starters of a partnership. */
export function listStarterValues(
  partnership: Pick<StarterValues, 'name' | 'title' | 'partners'>,
  { stage = 'exploring', placeholders }: StartOptions,
  world: World,
): StarterValues {
  const { version } = world
  return { ...partnership, stage, today: getToday(world), version, placeholders }
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
