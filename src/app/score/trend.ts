import { isFolder } from '../../files/search.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import { Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import type { EarlierTimePoint } from '../../report/report-context.ts'
import { findLastDay } from '../../report/time-points.ts'
import { findComparableQuestions } from '../../scoring/comparable.ts'
import { computeDimensionDeviations, countCompleteScores } from '../../scoring/cronbach.ts'
import { buildTrends, checkNoWorse, type TrendPoint } from '../../scoring/trend.ts'
import { getSourceKind, readAs, readSource } from '../load/source.ts'
import type { World } from '../world.ts'
import { type Assessment, type AssessmentOptions, scorePaths } from './assessment.ts'

/** An earlier point in time as it is scored, and as a report shows it. */
type ScoredPoint = TrendPoint & EarlierTimePoint

export interface TrendOptions extends AssessmentOptions {
  /** Earlier points in time, the oldest first. */
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
  const { minGroup } = assessment
  const now = toPoint('now', assessment)
  const earlier: ScoredPoint[] = []
  for (const path of previous) earlier.push(await loadPoint(path, assessment, options, world))
  const trend = earlier.length === 0 ? null : buildTrends([...earlier, now], minGroup)
  const isWithheld = trend?.some(({ withheld }) => withheld === true) ?? false
  const missed =
    noWorseThan === undefined
      ? []
      : checkNoWorse(
          requireComparable(await loadPoint(noWorseThan, assessment, options, world), now),
          now,
          assessment.questionnaire,
          minGroup,
        )
  const { verdict, hidden } = assessment.result
  return {
    ...assessment,
    earlier: isWithheld ? [] : earlier,
    isLimited: assessment.isLimited || noWorseThan !== undefined,
    result: roundToFifteenDigits({
      ...assessment.result,
      verdict: {
        ...verdict,
        pass: verdict.pass && missed.length === 0,
        reasons: [...verdict.reasons, ...missed],
      },
      ...(trend === null || hidden?.scope === 'all' ? {} : { trend: [...trend] }),
    }),
  }
}

function requireComparable(before: TrendPoint, now: TrendPoint): TrendPoint {
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
    const result = readAs('result', source).value
    refuseOther(path, result, assessment)
    const isSame = result.questionnaire.hash === assessment.result.questionnaire.hash
    const questionnaire = isSame ? assessment.questionnaire : null
    return { name: path, day: null, result, questionnaire, people: null, spread: new Map() }
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
  { responses, result, activeQuestions, questionnaire }: Assessment,
): ScoredPoint {
  const { version, hash } = result.questionnaire
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
    result,
    questionnaire: responses.every(isOfIt) ? questionnaire : null,
    people,
    spread: computeDimensionDeviations(questionnaire, (dimension) =>
      countCompleteScores(dimension, asked),
    ),
  }
}
