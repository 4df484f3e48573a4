import { isFolder } from '../../files/search.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import { Fault } from '../../model/fault.ts'
import { readFormerResult } from '../../model/former-result.ts'
import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import type { Result, Trend } from '../../model/result.ts'
import { isAllHidden } from '../../model/verdict-states.ts'
import type { EarlierTimePoint } from '../../report/report-context.ts'
import { findLastDay } from '../../report/time-points.ts'
import { countResponses, type Person } from '../../scoring/answer-counts.ts'
import { findComparableQuestions } from '../../scoring/comparable.ts'
import { computeDimensionDeviations, countCompleteScores } from '../../scoring/cronbach.ts'
import type { MissedLimit } from '../../scoring/limits.ts'
import { listBrokenMusts } from '../../scoring/must.ts'
import { scorePartnership } from '../../scoring/partnership-scores.ts'
import { buildTrends, checkNoWorse, listKnownMusts, type TrendPoint } from '../../scoring/trend.ts'
import type { Message } from '../../words/message.ts'
import { getSourceKind, readAs, readSource } from '../load/source.ts'
import type { World } from '../world.ts'
import { type Assessment, type AssessmentOptions, scorePaths } from './assessment.ts'

/** An earlier point in time as it is scored, and as a report shows it. */
type ScoredPoint = TrendPoint &
  Pick<EarlierTimePoint, 'day'> & {
    /** The group limit that its people were promised. */
    readonly minGroup: number
    /** Was it written under earlier rules? */
    readonly isFormer?: boolean
  }

export interface TrendOptions extends AssessmentOptions {
  /** Earlier points in time, in any order where the day of each is known; else the oldest first. */
  readonly previous?: readonly string[]
  readonly noWorseThan?: string
}

/** The assessment with what changed since the earlier points, and the limit of being no worse than one of them. */
export async function addTrend(
  assessment: Assessment,
  options: TrendOptions,
  world: World,
): Promise<Assessment> {
  const { previous = [], noWorseThan } = options
  if (previous.length === 0 && noWorseThan === undefined) return assessment
  const now = toPoint('now', assessment)
  const loaded: ScoredPoint[] = []
  for (const path of previous) loaded.push(await loadPoint(path, assessment, options, world))
  const earlier = sortByDay(loaded)
  const points = [...earlier, now]
  const trend = earlier.length === 0 ? null : buildTrends(points, findMinGroup(points))
  const isWithheld = trend?.some(({ withheld }) => withheld === true) ?? false
  const floor =
    noWorseThan === undefined
      ? null
      : requireComparable(await loadPoint(noWorseThan, assessment, options, world), now)
  const missed =
    floor === null
      ? []
      : checkNoWorse(floor, now, assessment.questionnaire, findMinGroup([floor, now]))
  const warnings = listPointWarnings(floor === null ? earlier : [...earlier, floor], now)
  return {
    ...assessment,
    earlier: isWithheld ? [] : listShown(points).slice(0, -1),
    isLimited: assessment.isLimited || noWorseThan !== undefined,
    result: roundToFifteenDigits(addToResult(assessment.result, { missed, trend, warnings })),
  }
}

/** The oldest first, where the day of every one is known; of one day in the order given. */
function sortByDay(points: readonly ScoredPoint[]): readonly ScoredPoint[] {
  const dated = points.flatMap((point) => (point.day === null ? [] : [[point.day, point] as const]))
  if (dated.length < points.length) return points
  return dated.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, point]) => point)
}

/** The largest: what was promised to people at one point holds when it is compared with another. */
function findMinGroup(points: readonly ScoredPoint[]): number {
  return Math.max(...points.map(({ minGroup }) => minGroup))
}

/** What has to be known of the points that are compared with now, each once. */
function listPointWarnings(
  points: readonly ScoredPoint[],
  { day: today }: ScoredPoint,
): readonly Message[] {
  const byName = new Map(points.map((point) => [point.name, point]))
  return [...byName.values()].flatMap(({ name, isFormer, day }): readonly Message[] => [
    ...(isFormer === true ? [{ say: 'former-result', name } as const] : []),
    ...(day !== null && today !== null && day > today
      ? [{ say: 'trend-later-point', name } as const]
      : []),
  ])
}

/** All of them, or none where the view of a partner may not be shown at one. */
function listShown(points: readonly ScoredPoint[]): readonly EarlierTimePoint[] {
  const shown = points.flatMap(({ name, day, result, questionnaire }) =>
    result.hidden === undefined ? [{ name, day, result, questionnaire }] : [],
  )
  return shown.length < points.length ? [] : shown
}

interface TrendFindings {
  readonly missed: readonly MissedLimit[]
  readonly trend: readonly Trend[] | null
  readonly warnings: readonly Message[]
}

function addToResult(result: Result, { missed, trend, warnings }: TrendFindings): Result {
  const { pass, reasons } = result.verdict
  const gate = { pass: pass && missed.length === 0, reasons: [...reasons, ...missed] }
  if (isAllHidden(result)) return { ...result, verdict: { ...result.verdict, ...gate } }
  const changes = {
    ...(trend === null ? {} : { trend: [...trend] }),
    warnings: [...result.warnings, ...warnings],
  }
  return result.hidden === undefined
    ? { ...result, verdict: { ...result.verdict, ...gate }, ...changes }
    : { ...result, verdict: { ...result.verdict, ...gate }, ...changes }
}

function requireComparable(before: ScoredPoint, now: ScoredPoint): ScoredPoint {
  if (findComparableQuestions(before.questionnaire, now.questionnaire).whole) return before
  throw new Fault({ say: 'trend-incomparable', name: before.name })
}

/** A result in a file, or responses scored as they would be now. */
async function loadPoint(
  path: string,
  assessment: Assessment,
  options: TrendOptions,
  world: World,
): Promise<ScoredPoint> {
  const source = isFolder(path) ? null : readSource(path)
  if (source !== null && getSourceKind(source) === 'result') {
    const former = readFormerResult(source.document.value)
    const result = former ?? readAs('result', source).value
    refuseOther(path, result, assessment)
    const isSame = result.questionnaire.hash === assessment.result.questionnaire.hash
    const questionnaire = isSame ? assessment.questionnaire : null
    return {
      name: path,
      day: null,
      minGroup: result.hidden?.minGroup ?? 1,
      isFormer: former !== null,
      result,
      questionnaire,
      people: null,
      musts: listKnownMusts(result, questionnaire),
      spread: new Map(),
    }
  }
  const { questionnaire, today } = options
  const { minGroup } = assessment
  const earlier = await scorePaths(
    {
      paths: [path],
      minGroup,
      ...(questionnaire === undefined ? {} : { questionnaire }),
      ...(today === undefined ? {} : { today }),
    },
    world,
  )
  refuseOther(path, earlier.result, assessment)
  return toPoint(path, earlier)
}

function refuseOther(path: string, result: Assessment['result'], { result: now }: Assessment) {
  const { id } = result.questionnaire
  if (id !== now.questionnaire.id) {
    throw new Fault({ say: 'trend-other-questionnaire', path, id, now: now.questionnaire.id })
  }
  if (result.partnership !== now.partnership) {
    throw new Fault({
      say: 'trend-other-partnership',
      path,
      id: result.partnership,
      now: now.partnership,
    })
  }
}

function toPoint(
  name: string,
  { responses, respondentCount, result, activeQuestions, questionnaire, minGroup }: Assessment,
): ScoredPoint {
  const { version, hash } = result.questionnaire
  // Of a large table only totals are kept.
  const areKnown = responses.length === respondentCount
  const people = new Map<string, Set<string>>()
  for (const { partner, respondent } of responses) {
    people.set(partner, (people.get(partner) ?? new Set()).add(respondent.id))
  }
  const asked = responses.map((response) => ({ response, asked: activeQuestions(response) }))
  const isOfIt = ({ questionnaire: own }: Response) =>
    own.version === version && (own.hash === null || own.hash === hash)
  return {
    name,
    day: findLastDay(responses),
    minGroup,
    result,
    questionnaire: responses.every(isOfIt) ? questionnaire : null,
    people: areKnown ? people : null,
    musts: areKnown ? listMusts(questionnaire, asked) : listKnownMusts(result, questionnaire),
    spread: computeDimensionDeviations(questionnaire, (dimension) =>
      countCompleteScores(dimension, asked),
    ),
  }
}

/** Every must, with whether it is broken. */
function listMusts(
  questionnaire: Questionnaire,
  people: readonly Person[],
): ReadonlyMap<string, boolean> {
  const enough = { value: 1, needs: 1 }
  const scores = scorePartnership(questionnaire, countResponses(questionnaire, people), enough)
  const broken = new Set(listBrokenMusts(scores, 'value').map(({ question }) => question.id))
  return new Map(
    listQuestions(questionnaire).flatMap(({ id, must }) =>
      must === null ? [] : [[id, broken.has(id)] as const],
    ),
  )
}
