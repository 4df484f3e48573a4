import { isFolder } from '../files/search.ts'
import { Fault } from '../model/fault.ts'
import { inFifteenDigits } from '../model/fifteen-digits.ts'
import type { Response } from '../model/response.ts'
import { lastDayOf } from '../report/last-day.ts'
import type { Earlier } from '../report/telling.ts'
import { comparableQuestions } from '../scoring/comparable.ts'
import { completeIn, spreadsOf } from '../scoring/cronbach.ts'
import { missedNoWorse, type TrendPoint, trendOf } from '../scoring/trend.ts'
import { type Assessment, type AssessmentOptions, assessPaths } from './assessment.ts'
import type { Io } from './io.ts'
import { readAs, readSource, sourceKind } from './source.ts'

/** An earlier point in time as it is scored, and as it is told. */
type Point = TrendPoint & Earlier

export interface TrendOptions extends AssessmentOptions {
  /** Earlier points in time, the oldest first. */
  readonly previous?: readonly string[]
  readonly noWorseThan?: string
}

/** The assessment with what changed since the earlier points, and the limit of being no worse than one of them. */
export async function withTrend(
  assessment: Assessment,
  options: TrendOptions,
  io: Io,
): Promise<Assessment> {
  const { previous = [], noWorseThan } = options
  if (previous.length === 0 && noWorseThan === undefined) return assessment
  const { minGroup } = assessment
  const now = pointOf('now', assessment)
  const earlier: Point[] = []
  for (const path of previous) earlier.push(await pointAt(path, assessment, options, io))
  const trend = earlier.length === 0 ? null : trendOf([...earlier, now], minGroup)
  const isWithheld = trend?.some(({ withheld }) => withheld === true) ?? false
  const missed =
    noWorseThan === undefined
      ? []
      : missedNoWorse(
          comparable(await pointAt(noWorseThan, assessment, options, io), now),
          now,
          assessment.questionnaire,
          minGroup,
        )
  const { verdict, hidden } = assessment.result
  return {
    ...assessment,
    earlier: isWithheld ? [] : earlier,
    result: inFifteenDigits({
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

function comparable(before: TrendPoint, now: TrendPoint): TrendPoint {
  if (comparableQuestions(before.questionnaire, now.questionnaire).whole) return before
  throw new Fault(
    `"${before.name}" cannot be compared: it, or the answers now, are of another version of the questionnaire`,
  )
}

/** A result in a file, or responses scored as they would be now. */
async function pointAt(
  path: string,
  assessment: Assessment,
  options: TrendOptions,
  io: Io,
): Promise<Point> {
  const source = isFolder(path) ? null : readSource(path)
  if (source !== null && sourceKind(source) === 'result') {
    const result = readAs('result', source).value
    refuseOther(path, result, assessment)
    const isSame = result.questionnaire.hash === assessment.result.questionnaire.hash
    const questionnaire = isSame ? assessment.questionnaire : null
    return { name: path, day: null, result, questionnaire, people: null, spread: new Map() }
  }
  const { questionnaire, today } = options
  const { minGroup } = assessment
  const earlier = await assessPaths(
    {
      paths: [path],
      minGroup,
      ...(questionnaire === undefined ? {} : { questionnaire }),
      ...(today === undefined ? {} : { today }),
    },
    io,
  )
  refuseOther(path, earlier.result, assessment)
  return pointOf(path, earlier)
}

function refuseOther(path: string, result: Assessment['result'], { result: now }: Assessment) {
  const { id } = result.questionnaire
  if (id !== now.questionnaire.id) {
    throw new Fault(`"${path}" is of the questionnaire "${id}", not "${now.questionnaire.id}"`)
  }
  if (result.partnership !== now.partnership) {
    throw new Fault(
      `"${path}" is of the partnership "${result.partnership}", not "${now.partnership}"`,
    )
  }
}

function pointOf(name: string, { responses, result, active, questionnaire }: Assessment): Point {
  const { version, hash } = result.questionnaire
  const people = new Map<string, Set<string>>()
  for (const { partner, respondent } of responses) {
    people.set(partner, (people.get(partner) ?? new Set()).add(respondent.id))
  }
  const asked = responses.map((response) => ({ response, asked: active(response) }))
  const isOfIt = ({ questionnaire: own }: Response) =>
    own.version === version && (own.hash === null || own.hash === hash)
  return {
    name,
    day: lastDayOf(responses),
    result,
    questionnaire: responses.every(isOfIt) ? questionnaire : null,
    people,
    spread: spreadsOf(questionnaire, (dimension) => completeIn(dimension, asked)),
  }
}
