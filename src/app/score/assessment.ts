import { join } from 'node:path'
import { exists, isFolder, requireRealPath } from '../../files/search.ts'
import { applyWords, findCommonUnit } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { defaultHouseStyle, type HouseStyle } from '../../model/house-style.ts'
import type { Response } from '../../model/response.ts'
import type { Result } from '../../model/result.ts'
import type { Stage } from '../../model/vocabulary.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { formatPlanPlace } from '../../report/plan-summary.ts'
import type { ReportInput } from '../../report/report-context.ts'
import {
  type CountedAnswers,
  type ScoringInput,
  scoreCountedAnswers,
  scoreResponses,
} from '../../scoring/score-responses.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getManagers, getNames, loadPartnership, type Partnership } from '../load/partnership.ts'
import { isPlanBegun, readPlanExamples } from '../load/plan-examples.ts'
import { loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import {
  fitResponseOrThrow,
  type ResponseSource,
  readResponse,
  readResponses,
  refuseMixed,
} from '../load/responses.ts'
import { getToday, type World } from '../world.ts'
import { resolveLimits } from './limits.ts'
import { findCommonStage, scorePartnershipPlan } from './score-partnership-plan.ts'

export interface AssessmentOptions {
  /** A folder, or response files; the current folder when empty. */
  readonly paths: readonly string[]
  readonly questionnaire?: string
  readonly plan?: string
  readonly minScore?: number
  readonly minLevel?: string
  readonly minDimension?: number
  readonly minGroup?: number
  /** `ID=VALUE`: the figures as they would be. */
  readonly whatIf?: readonly string[]
  /** A date like `2026-11-23`; else the machine's. */
  readonly today?: string
}

/** Answers that were read, and what scoring says of them. */
export interface Assessment extends ReportInput {
  /** The day in force, whether or not the result used it. */
  readonly today: string
  /** Is there a plan, and does it say more than `init` wrote? One that does not counts as none. */
  readonly planStatus: PlanStatus
  /** Where the plan is kept; null without one. */
  readonly planFile: string | null
  /** Warnings on the files that were read. */
  readonly findings: readonly PlacedFinding[]
}

type PlanStatus = 'none' | 'not-begun' | 'read'

/** Reads the responses that the options name, and scores them. No response at all is a fault. */
export async function scorePaths(options: AssessmentOptions, world: World): Promise<Assessment> {
  const paths = options.paths.length === 0 ? ['.'] : options.paths
  const sources = paths.flatMap((path) =>
    isFolder(path) ? readResponses(path) : [readResponse(path)],
  )
  const [first] = sources
  if (first === undefined) {
    throw new Fault({ say: 'no-response', paths }, { say: 'no-response-hint' })
  }
  const once = removeRepeats(sources)
  refuseMixed(once)
  const partnership = loadPartnership(paths.find((path) => path !== '-') ?? '.', options.plan)
  const loaded = await loadQuestionnaireFor(first, partnership, options.questionnaire, world)
  return scoreSources(once, partnership, loaded, options, world)
}

/** The same file named twice, or named and found in a folder, is one response. */
function removeRepeats(sources: readonly ResponseSource[]): readonly ResponseSource[] {
  const byFile = new Map(sources.map((source) => [resolveRealPath(source.source.file), source]))
  return [...byFile.values()]
}

function resolveRealPath(file: string): string {
  return exists(file) ? requireRealPath(file) : file
}

/** Scores responses that are known to belong together. */
export async function scoreSources(
  sources: readonly ResponseSource[],
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  options: Omit<AssessmentOptions, 'paths'>,
  world: World,
): Promise<Assessment> {
  const { questionnaire, hash } = loaded
  // A limit that cannot be is said before anything that is wrong in an answer.
  resolveLimits(options, partnership, questionnaire)
  const warnings: Message[] = []
  const responses = sources.map((source) =>
    fitResponseOrThrow(source, questionnaire, hash, warnings),
  )
  warnings.push(...listUnfinishedWarnings(sources))
  const assessment = await scoreAnswers(
    { responses, warnings },
    partnership,
    loaded,
    options,
    world,
  )
  const findings = sources.flatMap((source) => source.findings)
  return { ...assessment, findings: [...findings, ...assessment.findings] }
}

/** Answers that have been read: each of them, or their counts. */
export type Answers = { readonly warnings: readonly Message[] } & (
  | { readonly responses: readonly Response[] }
  | {
      readonly counted: CountedAnswers
      readonly partners: readonly string[]
      /** The stage that everybody named who named one; null where they differ or nobody did. */
      readonly stage: Stage | null
    }
)

/** Scores answers, and holds them against the partnership's plan. */
export async function scoreAnswers(
  answers: Answers,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  options: Omit<AssessmentOptions, 'paths'>,
  world: World,
): Promise<Assessment> {
  const { questionnaire: written, hash } = loaded
  const limits = resolveLimits(options, partnership, written)
  const responses =
    'responses' in answers ? answers.responses.toSorted(compareByPartnerAndRespondent) : []
  const counts = 'counted' in answers ? answers : null
  const activeQuestions = await createActiveQuestionFinder(written)
  const today = options.today ?? getToday(world)
  const stage = counts === null ? findCommonStage(responses) : counts.stage
  const planStatus = findPlanStatus(partnership, world)
  const plan = planStatus === 'read' ? partnership.plan : null
  const held = await scorePartnershipPlan({ ...partnership, plan }, loaded, stage, today)
  const minGroup = Math.max(options.minGroup ?? 1, partnership.config?.minGroup ?? 1)
  // In a small group nobody's profile may show, and so no word that follows it.
  const questionnaire = applyWords(written, minGroup > 1 ? null : findCommonUnit(responses))
  const answering = counts === null ? responses.map(({ partner }) => partner) : counts.partners
  const input: ScoringInput = {
    questionnaire,
    hash,
    responses,
    asked: activeQuestions,
    limits,
    minGroup,
    managers: getManagers(plan),
    planEvidence: held?.scored ?? null,
    today: held?.today ?? null,
    warnings: [...answers.warnings, ...listUnansweredPartnerWarnings(answering, partnership)],
  }
  const answered =
    counts === null ? scoreResponses(input) : scoreCountedAnswers(input, counts.counted)
  const hypothesis = await buildHypothesis(options.whatIf, input, answered, counts !== null)
  return {
    questionnaire,
    result: hypothesis?.result ?? answered,
    actual: hypothesis === null ? null : answered,
    responses: hypothesis?.responses ?? responses,
    respondentCount:
      counts?.counted.partners.reduce((all, own) => all + own.respondents, 0) ?? responses.length,
    activeQuestions,
    partners: getNames(partnership.plan?.partners),
    people: getNames(plan?.people),
    minGroup,
    today,
    places: held?.places ?? new Map(),
    planPaths: held?.paths ?? new Map(),
    style: resolveHouseStyle(partnership),
    earlier: [],
    plan,
    planStatus,
    planFile: partnership.planSource?.file ?? null,
    placeInPlan: createPlanPlacer(partnership),
    findings: partnership.findings,
  }
}

function findPlanStatus({ planSource }: Partnership, world: World): PlanStatus {
  if (planSource === null) return 'none'
  return isPlanBegun(planSource, readPlanExamples(world)) ? 'read' : 'not-begun'
}

async function buildHypothesis(
  texts: readonly string[] | undefined,
  input: ScoringInput,
  answered: Result,
  isCounted: boolean,
) {
  if (texts === undefined) return null
  if (isCounted) {
    throw new Fault({ say: 'what-if-totals-only' })
  }
  return (await import('./what-if.ts')).scoreWhatIf(texts, input, answered)
}

/** By code unit, so that no locale changes the order. */
function compareByPartnerAndRespondent(a: Response, b: Response): number {
  if (a.partner !== b.partner) return a.partner < b.partner ? -1 : 1
  return a.respondent.id < b.respondent.id ? -1 : 1
}

function listUnfinishedWarnings(sources: readonly ResponseSource[]): readonly Message[] {
  return sources.flatMap(({ source, file }) =>
    (file.completed ?? null) === null ? [{ say: 'response-unfinished', file: source.file }] : [],
  )
}

function listUnansweredPartnerWarnings(
  partners: readonly string[],
  { plan }: Partnership,
): readonly Message[] {
  const answering = new Set(partners)
  return (plan?.partners ?? []).flatMap(({ id, name }) =>
    answering.has(id) ? [] : [{ say: 'partner-unanswered', partner: name ?? id }],
  )
}

function createPlanPlacer({ planSource }: Partnership): Assessment['placeInPlan'] {
  return (path) => {
    if (planSource === null) return null
    const { line } = planSource.document.span(path, 'value')
    return formatPlanPlace({ file: planSource.file, line })
  }
}

function resolveHouseStyle({ config, folder }: Partnership): HouseStyle {
  const { title, dates, sections, accent, logo } = config?.report ?? {}
  return {
    title: title ?? defaultHouseStyle.title,
    dates: dates ?? defaultHouseStyle.dates,
    sections: sections ?? defaultHouseStyle.sections,
    accent: accent ?? defaultHouseStyle.accent,
    logo: logo === undefined ? defaultHouseStyle.logo : join(folder, logo),
  }
}
