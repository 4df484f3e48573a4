import { basename, dirname, resolve } from 'node:path'
import { Fault } from '../../model/fault.ts'
import type { Plan } from '../../model/plan.ts'
import { quotePath } from '../../model/quote-path.ts'
import { isFreeKey, type Stage } from '../../model/vocabulary.ts'
import type { PlanToComplete } from '../../reading/write-draft.ts'
import { judgePlanSource } from '../check/judge-plan-source.ts'
import { createSettingsFinder } from '../check/settings.ts'
import { isPlanBegun } from '../load/plan-examples.ts'
import {
  createUnusableFault,
  decodeSourcePartly,
  isMarkdown,
  isWord,
  planNames,
  readNamedSource,
} from '../load/source.ts'
import { getToday, type World } from '../world.ts'
import { listDraftSections } from './draft-sections.ts'
import { keepRead } from './keep-read.ts'
import type { StartResult } from './start-files.ts'
import { findHomeFolder, refuseExisting, writeNewWithSchemaLine } from './starters.ts'

export interface DraftOptions {
  /** The document, in Word or Markdown. */
  readonly from: string
  readonly questionnaire?: string
  readonly stage?: Stage
}

/**
 * Writes what was read of a document as a plan in YAML. Comments in each section point to the text that a person has to read, as
 * the checks of the questionnaire look for it. Source: design section 2, Prose.
 */
export async function draftPlan(
  file: string = 'plan.yaml',
  options: DraftOptions,
  world: World,
  write: (draft: PlanToComplete) => string,
): Promise<StartResult> {
  refuseNames(options.from, file)
  refuseExisting(file, { say: 'file-exists-hint', what: 'plan' })
  const source = await readNamedSource(options.from)
  const { value, findings, refused } = decodeSourcePartly('plan', source)
  if (value === null) throw createUnusableFault('plan', source.file, findings)
  const settings = await createSettingsFinder(options, world)(file)
  const { plan, lost } = keepRead(source.document.partial, value)
  const stage = options.stage ?? (plan.stage as Stage | undefined) ?? 'agreed'
  const judged = judgePlanSource(source, { ...value, stage } as Plan, {
    loaded: settings.loaded,
    checks: settings.checks(),
    severities: settings.config?.severity ?? {},
    today: getToday(world),
    defaultStage: null,
    refused,
  })
  const sections = listDraftSections({ source, plan, stage, lost, findings, judged })
  const topics = sections.reduce((sum, section) => sum + section.topics.length, 0)
  const isAboutPlan = topics > 0 || Object.keys(plan).some((key) => !isAboutFile(key))
  if (!isAboutPlan || !isPlanBegun(source, settings.examples())) {
    throw new Fault(
      { say: 'draft-of-nothing', document: source.file },
      { hint: { say: 'draft-of-nothing-hint' } },
    )
  }
  const { read } = judged.planScore
  const text = write({ document: source.document, read, file, sections })
  await writeNewWithSchemaLine('plan', file, findHomeFolder(dirname(file)), text)
  const percent = read === null ? null : Math.floor(read * 100)
  const twin = isTwin(options.from, file) ? options.from : null
  return { written: [file], next: { say: 'next-plan-from', file, percent, topics, twin } }
}

/** Keys that say nothing of what the partners agreed. */
function isAboutFile(key: string): boolean {
  return ['accordant', 'name', 'stage'].includes(key) || isFreeKey(key)
}

function refuseNames(from: string, file: string): void {
  const typed = quotePath(from)
  if (!/\.ya?ml$/i.test(file)) {
    const yaml = quotePath(`${file.replace(/\.[^./\\]*$/, '')}.yaml`)
    throw new Fault(
      { say: 'draft-not-yaml', file },
      { hint: { say: 'run-init-from', file: yaml, from: typed } },
    )
  }
  if (isMarkdown(from) || isWord(from)) return
  throw /\.(?:ya?ml|json)$/i.test(from)
    ? new Fault(
        { say: 'draft-of-data', document: from },
        { hint: { say: 'draft-of-data-hint', document: typed } },
      )
    : new Fault({ say: 'draft-of-other', document: from }, { hint: { say: 'draft-of-other-hint' } })
}

/** Would both be the plan of one partnership? */
function isTwin(from: string, file: string): boolean {
  const isSameFolder = resolve(dirname(from)) === resolve(dirname(file))
  return isSameFolder && [from, file].every((path) => planNames.includes(basename(path)))
}
