import fc from 'fast-check'
import type { Form } from '../../../src/model/forms/forms.ts'
import type { Question, Questionnaire } from '../../../src/model/questionnaire.ts'
import type { Response, Value } from '../../../src/model/response.ts'
import type { Effort, PracticeTaker } from '../../../src/model/vocabulary.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  emerging,
  notApplicable,
  notReady,
  number,
  rating,
  ready,
  type Short,
  skipped,
  yesNo,
} from './builders.ts'

export interface Sample {
  readonly questionnaire: Questionnaire
  readonly responses: readonly Response[]
}

const forms: fc.Arbitrary<Form> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 2, max: 10 }).map(rating) },
  { weight: 2, arbitrary: fc.constant(yesNo) },
  { weight: 1, arbitrary: fc.constant(choices('choice', { a: 0, b: 0.3, c: 1 })) },
  { weight: 1, arbitrary: fc.constant(choices('choices', { a: 0.5, b: 0.5, c: -0.3 })) },
  { weight: 1, arbitrary: fc.constantFrom(number(0, 12), number(12, 0), number(-3, 7)) },
)

const kinds = fc.record({
  dimension: fc.constantFrom('trust', 'roles', 'care'),
  form: forms,
  weight: fc.constantFrom(1, 1, 2, 0.25, 3.7),
  reverse: fc.boolean(),
  must: fc.option(fc.constantFrom('emerging', 'not-ready'), { freq: 4 }),
  effort: fc.constantFrom('small' as const, 'medium' as const, 'large' as const),
  by: fc.constantFrom('us' as const, 'them' as const, 'all' as const),
  isMirrored: fc.constantFrom(false, false, true),
})

/** Two questions where one is mirrored. */
const maxQuestions = 14

const cells = fc.record({
  state: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, 4),
  pick: fc.nat(1000),
})

/** A questionnaire without conditions, some of its questions mirrored, and one to six people of up to three partners who answered it somehow. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    kinds: fc.array(kinds, { minLength: 1, maxLength: 7 }),
    coverage: fc.constantFrom(0, 0.5, 0.8),
    people: fc.array(
      fc.record({
        partner: fc.constantFrom('p1', 'p2', 'p3'),
        cells: fc.array(cells, { minLength: maxQuestions, maxLength: maxQuestions }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ kinds: all, coverage, people }) => {
    const questions = all.flatMap(questionsFrom)
    const questionnaire = aQuestionnaire(questions, {
      coverage,
      weights: { trust: 2, roles: 1, care: 0.5 },
      levels: [ready, emerging, notReady],
    })
    const responses = people.map((person, index) =>
      aResponse(
        person.partner,
        Object.fromEntries(
          questions.map(({ id, form }, i): [string, Short] => [
            id,
            cellOf(form, person.cells[i] ?? { state: 4, pick: 0 }),
          ]),
        ),
        { respondent: { id: `r${index}`, role: null } },
      ),
    )
    return { questionnaire, responses }
  })

/** Values of a form, from the worst to the best for an answer that is not reversed. */
export function valuesOf(form: Form): readonly Value[] {
  switch (form.type) {
    case 'rating':
      return form.values.map((each) => each.value)
    case 'yes-no':
      return [false, true]
    case 'choice':
      return ['a', 'b', 'c']
    case 'choices':
      return [['c'], [], ['a', 'c'], ['a'], ['a', 'b', 'c'], ['a', 'b']]
    case 'number': {
      const { from, to } = form
      if (from === null || to === null) return []
      const far = [0, 0.2, 0.55, 1].map((share) => from + share * (to - from))
      return [from - (to - from), ...far, to + (to - from)]
    }
    default:
      return []
  }
}

interface Kind {
  readonly dimension: string
  readonly form: Form
  readonly weight: number
  readonly reverse: boolean
  readonly must: string | null
  readonly effort: Effort
  readonly by: PracticeTaker
  readonly isMirrored: boolean
}

function questionsFrom(kind: Kind, index: number): readonly Question[] {
  const question = questionFrom(kind, index)
  if (!kind.isMirrored) return [question]
  const { id } = question
  return [
    { ...question, about: 'us' },
    { ...question, id: `${id}-seen`, about: 'them', mirror: id, must: null },
  ]
}

function questionFrom(kind: Kind, index: number): Question {
  const { form } = kind
  const canReverse = form.type === 'rating' || form.type === 'yes-no'
  const canMust = canReverse || (form.type === 'number' && (form.from ?? 0) < (form.to ?? 0))
  const reverse = canReverse && kind.reverse
  const least = form.type === 'yes-no' ? 1 : 2
  return aQuestion(`${kind.dimension}.q${index}`, {
    form,
    weight: kind.weight,
    reverse,
    must: kind.must === null || reverse || !canMust ? null : aMust(least, kind.must),
    practice: aPractice({ effort: kind.effort, by: kind.by }),
  })
}

function cellOf(form: Form, cell: { readonly state: number; readonly pick: number }): Short {
  if (cell.state === 1) return dontKnow
  if (cell.state === 2) return skipped
  if (cell.state === 3) return notApplicable
  const values = valuesOf(form)
  return values[cell.pick % values.length] ?? skipped
}
