import { isFolder, resolveRealPath } from '../../files/search.ts'
import { applyWords, findCommonUnit } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
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
import type { FiledResponse, LeftOut } from '../../scoring/who-counts.ts'
import type { Message } from '../../words/message.ts'
import { adviseOnFolder, isInPartnership } from '../interview/home.ts'
import { listGivenNames } from '../load/given-name.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { refuseMixed } from '../load/mixed-responses.ts'
import { getNames, listAskedPartners, listLookAlikes } from '../load/partners.ts'
import {
  getManagers,
  getPartnerNames,
  loadPartnership,
  type Partnership,
} from '../load/partnership.ts'
import { loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import {
  type FoundResponses,
  fitResponseOrThrow,
  mayCount,
  type ResponseSource,
  readResponse,
  readResponses,
} from '../load/responses.ts'
import { getToday, type World } from '../world.ts'
import { choosePagePartner } from './choose-page-partner.ts'
import { chooseResponses } from './choose-responses.ts'
import { loadHouseWords, resolveHouseStyle } from './house.ts'
import { resolveLimits } from './limits.ts'
import { findCommonStage, scoreBegunPlan } from './score-partnership-plan.ts'

export interface AssessmentOptions {
  /** A folder, or response files; the current folder when empty. */
  readonly paths: readonly string[]
  readonly questionnaire?: string
  readonly plan?: string
  readonly minScore?: number
  readonly minLevel?: string
  readonly minDimension?: number
  readonly minGroup?: number
  /** Do responses count too that are not finished? */
  readonly unfinished?: boolean
  /** `ID=VALUE`: the figures as they would be. */
  readonly whatIf?: readonly string[]
  /** A date like `2026-11-23`; else the machine's. */
  readonly today?: string
  /** The first page alone. */
  readonly summary?: boolean
  /** All there is, with ids and statistics. */
  readonly full?: boolean
  /** The id or the name of the partner whose own page is wanted. */
  readonly for?: string
}

/** Answers that were read, and what scoring says of them. */
export interface Assessment extends ReportInput {
  /** The day in force, whether or not the result used it. */
  readonly today: string
  /** Where the plan is kept; null without one. */
  readonly planFile: string | null
  /** Responses that do not count. */
  readonly leftOut: readonly LeftOut[]
  /** What to look at in the folder: files that are no responses or have lost their end, and partners who may be one. */
  readonly notes: readonly Message[]
  /** Is any limit set, so that there is something to pass or to fail? */
  readonly isLimited: boolean
  /** Warnings on the files that were read. */
  readonly findings: readonly PlacedFinding[]
}

/** Reads the responses that the options name, and scores them. No response at all is a fault. */
export async function scorePaths(options: AssessmentOptions, world: World): Promise<Assessment> {
  const paths = options.paths.length === 0 ? ['.'] : options.paths
  const partnership = await loadPartnership(paths.find((path) => path !== '-') ?? '.', options.plan)
  const found = paths.map((path) =>
    isFolder(path)
      ? readResponses(path, partnership)
      : { responses: [readResponse(path, partnership)], strays: [] },
  )
  const responses = removeRepeats(found.flatMap((each) => each.responses))
  const first = responses.find(mayCount) ?? responses[0]
  const strays = found.flatMap((each) => each.strays)
  if (first === undefined) throw createNoResponseFault(paths, strays)
  refuseMixed(responses)
  const loaded = await loadQuestionnaireFor(first, partnership, options.questionnaire, world)
  return scoreSources({ responses, strays }, partnership, loaded, options, world)
}

function createNoResponseFault(paths: readonly string[], strays: FoundResponses['strays']): Fault {
  if (strays.length > 0) {
    const hint = { say: 'no-response-but-strays', strays: listStrayWarnings(strays) } as const
    return new Fault({ say: 'no-response', paths }, hint)
  }
  const elsewhere = paths.find((path) => !isInPartnership(path))
  const hint: Message =
    elsewhere === undefined ? { say: 'nobody-answered' } : adviseOnFolder(elsewhere)
  return new Fault({ say: 'no-response', paths }, hint)
}

/** The same file named twice, or named and found in a folder, is one response. */
function removeRepeats(sources: readonly ResponseSource[]): readonly ResponseSource[] {
  const byFile = new Map(sources.map((source) => [resolveRealPath(source.source.file), source]))
  return [...byFile.values()]
}

/** Scores responses that are known to belong together. */
export async function scoreSources(
  { responses: sources, strays }: FoundResponses,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  options: Omit<AssessmentOptions, 'paths'>,
  world: World,
): Promise<Assessment> {
  const { questionnaire, hash } = loaded
  // A limit that cannot be is said before anything that is wrong in an answer.
  resolveLimits(options, partnership, questionnaire)
  const warnings: Message[] = []
  const responses = sources.map((source) => ({
    response: fitResponseOrThrow(source, questionnaire, hash, mayCount(source) ? warnings : []),
    file: source.source.file,
  }))
  const strayWarnings = listStrayWarnings(strays)
  warnings.push(...strayWarnings)
  const assessment = await scoreAnswers(
    { responses, warnings },
    partnership,
    loaded,
    options,
    world,
  )
  const findings = sources.flatMap((source) => source.findings)
  return {
    ...assessment,
    partners: new Map([...listGivenNames(sources), ...assessment.partners]),
    notes: [...strayWarnings, ...assessment.notes],
    findings: [...findings, ...assessment.findings],
  }
}

/** Answers that have been read: each of them, or their counts. */
export type Answers = { readonly warnings: readonly Message[] } & (
  | { readonly responses: readonly FiledResponse[] }
  | {
      readonly counted: CountedAnswers
      readonly leftOut: readonly LeftOut[]
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
  const counts = 'counted' in answers ? answers : null
  const activeQuestions = await createActiveQuestionFinder(written)
  const withUnfinished = options.unfinished === true
  const { responses, leftOut, notes } =
    'responses' in answers
      ? chooseResponses(answers.responses, {
          questionnaire: written,
          asked: activeQuestions,
          withUnfinished,
        })
      : { responses: [], leftOut: answers.leftOut, notes: [] }
  const today = options.today ?? getToday(world)
  const stage = counts === null ? findCommonStage(responses) : counts.stage
  const { planSource } = partnership
  const { plan, unbegun, held } = await scoreBegunPlan(partnership, loaded, stage, today, world)
  const planWarnings: readonly Message[] =
    unbegun === null ? [] : [{ say: 'plan-not-begun', file: unbegun }]
  const minGroup = Math.max(
    options.minGroup ?? 1,
    partnership.config?.minGroup ?? 1,
    ...responses.map(({ told }) => told?.minGroup ?? 1),
  )
  // In a small group nobody's profile may show, and so no word that follows it.
  const questionnaire = applyWords(written, minGroup > 1 ? null : findCommonUnit(responses))
  const askedPartners = listAskedPartners(partnership)
  const answering = [
    ...[...responses, ...leftOut].map(({ partner }) => partner),
    ...(counts?.counted.partners ?? []).map(({ id }) => id),
  ]
  const lookAlikes = askedPartners === null ? listLookAlikes(answering) : []
  const input: ScoringInput = {
    questionnaire,
    hash,
    responses,
    leftOut,
    askedPartners,
    asked: activeQuestions,
    limits,
    minGroup,
    managers: getManagers(plan),
    planEvidence: held?.scored ?? null,
    today: held?.today ?? null,
    warnings: [...answers.warnings, ...lookAlikes, ...planWarnings],
  }
  const answered =
    counts === null ? scoreResponses(input) : scoreCountedAnswers(input, counts.counted)
  const { commentary, notes: strayComments } = await loadHouseWords(partnership)
  const hypothesis = await buildHypothesis(options.whatIf, input, answered, counts !== null)
  return {
    questionnaire,
    result: hypothesis?.result ?? answered,
    actual: hypothesis === null ? null : answered,
    responses: hypothesis?.responses ?? responses,
    respondentCount:
      counts?.counted.partners.reduce((all, own) => all + own.respondents, 0) ?? responses.length,
    activeQuestions,
    partners: getPartnerNames(partnership),
    people: getNames(plan?.people),
    minGroup,
    today,
    places: held?.places ?? new Map(),
    planPaths: held?.paths ?? new Map(),
    style: resolveHouseStyle(partnership, options),
    earlier: [],
    plan,
    withUnfinished,
    planFile: planSource?.file ?? null,
    commentary,
    forPartner: choosePagePartner(options.for, partnership, answered),
    placeInPlan: createPlanPlacer(partnership),
    leftOut,
    notes: [...notes, ...lookAlikes, ...strayComments],
    isLimited: Object.keys(limits).length > 0,
    findings: partnership.findings,
  }
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

function listStrayWarnings(strays: FoundResponses['strays']): readonly Message[] {
  return strays.map(({ file, cure }) => ({ say: 'not-a-response', file, cure }))
}

function createPlanPlacer({ planSource }: Partnership): Assessment['placeInPlan'] {
  return (path) => {
    if (planSource === null) return null
    const { line } = planSource.document.span(path, 'value')
    return formatPlanPlace({ file: planSource.file, line })
  }
}
