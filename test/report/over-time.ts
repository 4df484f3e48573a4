import type { Form } from '../../src/model/forms/forms.ts'
import type { Question, Questionnaire } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import type { ReportInput } from '../../src/report/report-context.ts'
import { buildTrends } from '../../src/scoring/trend.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
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

interface Told {
  readonly questions?: readonly Question[]
  /** Days and answers by partner, the oldest point first. */
  readonly points: readonly {
    readonly day: string | null
    readonly answers: Readonly<Record<string, Readonly<Record<string, Short>>>>
    readonly questionnaire?: Questionnaire
  }[]
  readonly minGroup?: number
  readonly input?: Partial<ReportInput>
  readonly result?: Partial<ReportInput['result']>
}

/** What a reader reads in a report with a trend over points in time, one respondent for each partner. */
export function overTime({
  questions = [aQuestion('a.q', { form: worded })],
  ...told
}: Told): SaidReport {
  const now = aQuestionnaire(questions)
  const minGroup = told.minGroup ?? 1
  const points = told.points.map(({ day, answers, questionnaire = now }, index) => {
    const responses = Object.entries(answers).map(
      ([partner, own]): Response =>
        aResponse(partner, own, {
          respondent: { id: 'r1', role: null },
          completed: day === null ? null : `${day}T09:00:00Z`,
        }),
    )
    const result = scored(questionnaire, responses, { minGroup })
    const people = new Map(Object.keys(answers).map((partner) => [partner, new Set(['r1'])]))
    const name = `point ${index + 1}`
    return { name, day, result, questionnaire, people, spread: new Map(), responses }
  })
  const last = points.at(-1)
  const input = toTell(now, last?.responses ?? [], { partners, minGroup })
  const trend = buildTrends(points, minGroup)
  const isWithheld = trend.some(({ withheld }) => withheld === true)
  return buildSaidReport({
    ...input,
    ...told.input,
    result: {
      ...input.result,
      ...told.result,
      ...(trend.length === 0 ? {} : { trend: [...trend] }),
    },
    earlier: isWithheld ? [] : points.slice(0, -1),
  })
}
