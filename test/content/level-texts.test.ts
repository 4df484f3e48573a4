import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuestions, type Question, type Questionnaire } from '../../src/model/questionnaire.ts'
import { createRandom } from '../../src/model/random.ts'
import type { Response, Value } from '../../src/model/response.ts'
import {
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
  scored,
} from '../scoring/support/builders.ts'
import { builtIn } from './built-in.ts'

/** What a sentence of a level's text says of the answers, by our own arithmetic; null for advice. */
type Claim = (answers: Answers, above: Above | null) => boolean

/** Of each partner, each dimension that anybody answered: the mean on 0..1, and its essential questions. */
type Answers = readonly (readonly DimensionView[])[]

interface DimensionView {
  /** Null where nobody answered anything. */
  readonly mean: number | null
  readonly essentials: readonly {
    readonly below: number
    readonly of: number
    readonly open: number
  }[]
  readonly hasOpen: boolean
}

type Above = Pick<Questionnaire['levels'][number], 'score' | 'weakest'>

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const meansOf = (answers: Answers) =>
  answers.flatMap((dimensions) => dimensions.flatMap(({ mean }) => (mean === null ? [] : [mean])))
const isBelowMinimum = ({ below, of, open }: DimensionView['essentials'][number]) =>
  of === 0 ? open > 0 : below >= of / 2

/** The plain mean of the partners in each dimension, then of the dimensions: ours all have the weight 1. */
function overallOf(answers: Answers): number {
  const dimensions = (answers[0] ?? []).map((_, index) =>
    answers.flatMap((partner) => partner[index]?.mean ?? []),
  )
  return meanOf(dimensions.filter((means) => means.length > 0).map(meanOf))
}

const nearerToBestEverywhere: Claim = (answers) => meansOf(answers).every((mean) => mean > 0.5)
const nearerToBest: Claim = (answers) => overallOf(answers) > 0.5
const noneBelowMinimum: Claim = (answers) =>
  !answers.flat().some(({ essentials }) => essentials.some(isBelowMinimum))
const low: Claim = (answers) =>
  overallOf(answers) < 0.4 || meansOf(answers).some((mean) => mean < 0.25)
const fallsShort: Claim = (answers, above) =>
  above !== null &&
  (overallOf(answers) < above.score / 100 ||
    meansOf(answers).some((mean) => mean < above.weakest / 100) ||
    !noneBelowMinimum(answers, above) ||
    answers.flat().some(({ hasOpen }) => hasOpen))
const advice = null

/** Every sentence of every level's text. A new one has to say here what it claims. */
const sentences: Readonly<Record<string, Readonly<Record<string, readonly (Claim | null)[]>>>> = {
  'partnership-readiness': {
    ready: [nearerToBestEverywhere, noneBelowMinimum, advice],
    conditional: [nearerToBest, fallsShort, advice],
    emerging: [fallsShort, advice, advice],
    'not-ready': [low, advice, advice],
  },
  'partnership-health': {
    healthy: [nearerToBestEverywhere, noneBelowMinimum, advice],
    'weak-link': [nearerToBest, fallsShort, advice],
    strained: [fallsShort, advice, advice],
    failing: [low, advice, advice],
  },
  'collaboration-capability': {
    practised: [nearerToBestEverywhere, noneBelowMinimum, advice],
    guided: [nearerToBest, fallsShort, advice],
    beginning: [fallsShort, advice, advice],
    untrained: [low, advice, advice],
  },
}

/** The words by which a sentence makes each claim. */
const wordsOf = new Map<Claim | null, RegExp>([
  [
    nearerToBestEverywhere,
    /^In each dimension, (each partner's|your) answers come out nearer to the best than to the worst\.$/,
  ],
  [nearerToBest, /^On the whole, (the|your) answers are nearer to the best than to the worst\.$/],
  [noneBelowMinimum, /^No essential question is below its minimum\.$/],
  [
    fallsShort,
    /^(But some are missing or too low for the level above|(The|Your) answers do not reach the level above)\.$/,
  ],
  [
    low,
    /^(The|Your) answers are low[:,] on the whole,? or in one dimension( as a partner sees it)?\.$/,
  ],
  [
    advice,
    /^(Agree|Ask|Begin|Choose|Give|If you|Keep|Practise|Settle|Take|Talk|That is no verdict|Within two weeks, bring|Work)\b/,
  ],
])

const loaded = await Promise.all(
  Object.entries(sentences).map(async ([name, texts]) => {
    const { questionnaire } = await builtIn(name)
    return { name, texts, questionnaire }
  }),
)

const sentencesIn = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(?<=\.) /)

/** No level depends on what is not scored. */
const isScored = (question: Question) => question.scored

/** What somebody answers to a question, by its place between the worst and the best; null for don't know. */
type Cell = number | 'dont-know' | 'not-applicable'

function toShort({ form }: Question, cell: Cell): Short {
  if (cell === 'dont-know') return dontKnow
  if (cell === 'not-applicable') return notApplicable
  if (form.type === 'choices') {
    const counting = form.choices.filter(({ score }) => (score ?? 0) > 0)
    return counting.slice(0, Math.round((cell * counting.length) / 4)).map(({ id }) => id)
  }
  return form.type === 'yes-no' ? cell >= 2 : cell + 1
}

function scoreOf({ form }: Question, value: Value): number {
  if (form.type === 'choices') {
    const chosen = Array.isArray(value) ? value : []
    return form.choices.reduce(
      (sum, { id, score }) => sum + (chosen.includes(id) ? (score ?? 0) : 0),
      0,
    )
  }
  return form.type === 'yes-no' ? Number(value === true) : (Number(value) - 1) / 4
}

function viewOf(dimension: readonly Question[], people: readonly Response[]): DimensionView {
  const answersTo = ({ id }: Question) =>
    people.flatMap(({ answers }) => {
      const answer = answers.get(id)
      return answer?.state === 'answered' ? [answer.value] : []
    })
  const countOpen = ({ id }: Question) =>
    people.filter(({ answers }) => answers.get(id)?.state === 'dont-know').length
  const answered = dimension.filter((question) => answersTo(question).length > 0)
  const meanTo = (question: Question) =>
    meanOf(answersTo(question).map((value) => scoreOf(question, value)))
  return {
    mean: answered.length === 0 ? null : meanOf(answered.map(meanTo)),
    hasOpen: dimension.some((question) => countOpen(question) > 0),
    essentials: dimension.flatMap((question) => {
      const { must } = question
      if (must === null) return []
      const values = answersTo(question).map(Number)
      const below = values.filter((value) => value < must.least).length
      return [{ below, of: values.length, open: countOpen(question) }]
    }),
  }
}

/** Two to six partners of one to three people, each around a value of their own in each dimension, with a few far from it. */
function answerSets(questionnaire: Questionnaire): fc.Arbitrary<readonly Response[]> {
  const value = fc.constantFrom(0, 0, 1, 2, 3, 3, 4, 4, 4)
  return fc
    .record({
      partners: fc.integer({ min: 2, max: 6 }),
      people: fc.integer({ min: 1, max: 3 }),
      whole: value,
      strays: fc.constantFrom(0, 0.03, 0.3),
      open: fc.constantFrom(0, 0, 0.01, 0.05),
      seed: fc.nat(),
    })
    .map(({ partners, people, whole, strays, open, seed }) => {
      const random = createRandom(String(seed))
      const near = (middle: number) =>
        Math.min(4, Math.max(0, middle + Math.round(2 * random() - 1)))
      return Array.from({ length: partners }, (_, partner) => {
        const views = questionnaire.dimensions.map(() => near(whole))
        return Array.from({ length: people }, () => {
          const answers = questionnaire.dimensions.flatMap(({ questions }, index) =>
            questions.filter(isScored).map((question): [string, Short] => {
              const chance = random()
              const cell =
                chance < open
                  ? 'dont-know'
                  : chance > 0.99
                    ? 'not-applicable'
                    : random() < strays
                      ? Math.floor(5 * random())
                      : near(views[index] ?? 0)
              return [question.id, toShort(question, cell)]
            }),
          )
          return aResponse(`p${partner + 1}`, Object.fromEntries(answers))
        })
      }).flat()
    })
}

function viewsOf(questionnaire: Questionnaire, responses: readonly Response[]): Answers {
  const partners = [...new Set(responses.map(({ partner }) => partner))]
  return partners.map((id) =>
    questionnaire.dimensions.map(({ questions }) =>
      viewOf(
        questions.filter(isScored),
        responses.filter(({ partner }) => partner === id),
      ),
    ),
  )
}

describe.each(loaded)('the texts of the levels of $name', ({ texts, questionnaire }) => {
  const { levels } = questionnaire

  it('contain only sentences whose claims are tested here', () => {
    const written = levels.map(({ id, meaning }) => [
      id,
      sentencesIn(meaning ?? '').map((sentence) =>
        [...wordsOf].filter(([, words]) => words.test(sentence)).map(([claim]) => claim),
      ),
    ])
    const known = Object.entries(texts).map(([id, claims]) => [id, claims.map((claim) => [claim])])
    expect(written).toEqual(known)
  })

  /** The verdict's level and what the text claims falsely at it. */
  function judge(responses: readonly Response[]) {
    const { verdict } = scored(questionnaire, responses)
    const index = levels.findIndex(({ id }) => id === verdict.level)
    const answers = viewsOf(questionnaire, responses)
    const claims = texts[verdict.level ?? ''] ?? []
    const untrue = claims.flatMap((claim, at) =>
      claim === null || claim(answers, levels[index - 1] ?? null) ? [] : [at],
    )
    return { level: verdict.level, untrue }
  }

  it('make only true claims, whatever the answers', () => {
    const reached = new Map<string | null, number>()
    fc.assert(
      fc.property(answerSets(questionnaire), (responses) => {
        const { level, untrue } = judge(responses)
        reached.set(level, (reached.get(level) ?? 0) + 1)
        expect({ level, untrue }).toEqual({ level, untrue: [] })
      }),
      { numRuns: 150 },
    )
    const times = levels.map(({ id }) => reached.get(id) ?? 0)
    expect(Math.min(...times)).toBeGreaterThan(5)
    expect(reached.get(null) ?? 0).toBeLessThan(15)
  })

  const questions = listQuestions(questionnaire).filter(isScored)
  const everybody = (cellFor: (question: Question, person: number) => Cell) =>
    ['p1', 'p1', 'p2', 'p2'].map((partner, person) =>
      aResponse(
        partner,
        Object.fromEntries(
          questions.map((question) => [question.id, toShort(question, cellFor(question, person))]),
        ),
      ),
    )
  const lastDimension = questionnaire.dimensions.at(-1)?.id

  it.each([
    ['are all the best', 0, () => 4],
    ['are all the worst', 3, () => 0],
    ['are all in the middle', 2, () => 2],
    ['are all one below the best', 0, () => 3],
    [
      'are the best from half the people and the worst from the rest',
      2,
      (_, person) => 4 * (person % 2),
    ],
    [
      'are the best except for one partner’s essential questions',
      2,
      ({ must }, person) => (must !== null && person < 2 ? 0 : 4),
    ],
    [
      'are the best, but one partner does not know the essential ones',
      2,
      ({ must }, person) => (must !== null && person < 2 ? 'dont-know' : 4),
    ],
    [
      'are the best except for one dimension of one partner',
      3,
      ({ dimension }, person) => (dimension === lastDimension && person < 2 ? 0 : 4),
    ],
    [
      'are the best, and one dimension does not apply',
      0,
      ({ dimension }) => (dimension === lastDimension ? 'not-applicable' : 4),
    ],
  ] satisfies [string, number, (question: Question, person: number) => Cell][])(
    'make only true claims where the answers %s',
    (_, place, cellFor) => {
      expect(judge(everybody(cellFor))).toEqual({ level: levels[place]?.id, untrue: [] })
    },
  )
})

describe('the texts that compare a view with the answers', () => {
  it('say whether the answers fit it, and nothing else', async () => {
    const { questionnaire } = await builtIn('collaboration-capability')
    const first = (text: string) => sentencesIn(text)[0]
    expect(
      questionnaire.audiences?.groups.map(({ id, meaning, tested }) => [
        id,
        first(meaning),
        tested?.least,
        tested === null ? null : first(tested.under),
      ]),
    ).toEqual([
      ['unseeing', 'Begin with the cost.', undefined, null],
      ['seeking', 'Begin with what they say is missing.', undefined, null],
      [
        'sure',
        'The other answers fit this view.',
        60,
        'The other answers fall short of this view.',
      ],
    ])
  })
})
