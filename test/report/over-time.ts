import type { Form } from '../../src/model/forms/forms.ts'
import { listQuestions, type Question, type Questionnaire } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import type { ShownResult } from '../../src/model/result.ts'
import type { EarlierTimePoint, ReportInput } from '../../src/report/report-context.ts'
import { listBrokenMusts } from '../../src/scoring/must.ts'
import { buildTrends } from '../../src/scoring/trend.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  type Short,
  scored,
} from '../scoring/support/builders.ts'
import { buildSaidReport, type SaidReport, toTell } from './support.ts'

export const worded: Form = {
  type: 'rating',
  values: ['Never', 'When asked', 'Within days', 'At once', 'Before it shows'].map(
    (label, index) => ({ value: index + 1, label }),
  ),
}
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

type PersonAnswers = Readonly<Record<string, Short>>

interface Told {
  readonly questions?: readonly Question[]
  /** Days and answers by partner, the oldest point first. */
  readonly points: readonly {
    readonly day: string | null
    /** Of one person, or of each of several. */
    readonly answers: Readonly<Record<string, PersonAnswers | readonly PersonAnswers[]>>
    readonly questionnaire?: Questionnaire
  }[]
  readonly minGroup?: number
  readonly input?: Partial<ReportInput>
  readonly result?: Partial<ShownResult>
}

/** What a reader reads in a report with a trend over points in time. */
export function overTime({
  questions = [aQuestion('a.q', { form: worded })],
  ...told
}: Told): SaidReport {
  const now = aQuestionnaire(questions)
  const minGroup = told.minGroup ?? 1
  const points = told.points.map(({ day, answers, questionnaire = now }, index) => {
    const responses = Object.entries(answers).flatMap(([partner, people]): Response[] =>
      [people].flat().map((own, person) =>
        aResponse(partner, own, {
          respondent: { id: `r${person + 1}`, role: null },
          completed: day === null ? null : `${day}T09:00:00Z`,
        }),
      ),
    )
    const result = scored(questionnaire, responses, { minGroup })
    return {
      name: `point ${index + 1}`,
      day,
      result,
      questionnaire,
      people: new Map(Object.keys(answers).map((partner) => [partner, new Set(['r1'])])),
      musts: listMusts(questionnaire, responses),
      spread: new Map(),
      responses,
    }
  })
  const last = points.at(-1)
  const input = { ...toTell(now, last?.responses ?? [], { partners, minGroup }), ...told.input }
  const trend = buildTrends(points, minGroup)
  const isWithheld = trend.some(({ withheld }) => withheld === true)
  return buildSaidReport({
    ...input,
    result: addToShown(input.result, {
      ...(trend.length === 0 ? {} : { trend: [...trend] }),
      ...told.result,
    }),
    earlier: isWithheld ? [] : points.slice(0, -1).flatMap(toEarlier),
  })
}

function listMusts(questionnaire: Questionnaire, responses: readonly Response[]) {
  const broken = listBrokenMusts(aStanding(questionnaire, responses), 'value')
  return new Map(
    listQuestions(questionnaire).flatMap(({ id, must }) =>
      must === null ? [] : [[id, broken.some(({ question }) => question.id === id)] as const],
    ),
  )
}

function addToShown(
  result: ReportInput['result'],
  more: Partial<ShownResult>,
): ReportInput['result'] {
  return result.hidden === undefined ? { ...result, ...more } : result
}

function toEarlier({ result, ...point }: EarlierPoint): readonly EarlierTimePoint[] {
  return result.hidden === undefined ? [{ ...point, result }] : []
}

type EarlierPoint = Omit<EarlierTimePoint, 'result'> & Pick<ReportInput, 'result'>
