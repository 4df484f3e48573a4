import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { listQuestions, type Question } from '../../src/model/questionnaire.ts'
import type { Answer, Response } from '../../src/model/response.ts'
import type { Result, Score } from '../../src/model/result.ts'
import { scoreAnswer } from '../../src/scoring/question-score.ts'
import { type Sample, samples, valuesOf } from './support/arbitraries.ts'
import { anAnswer, scored } from './support/builders.ts'
import { differences } from './support/differences.ts'

const runs = { numRuns: 400 }

describe('the laws of scoring', () => {
  it('every number is finite and in its range, and the result reads back', () => {
    check((sample) => {
      const result = resultOf(sample)
      expect(decode('result', JSON.parse(JSON.stringify(result))).findings).toEqual([])
      for (const number of numbersIn(result)) {
        expect(Number.isFinite(number) && !Object.is(number, -0)).toBe(true)
        expect(Number(number.toPrecision(15))).toBe(number)
      }
      for (const { value, low, high, coverage } of scoresIn(result)) {
        for (const each of [value, low, high]) {
          if (each !== null) expect(each >= 0 && each <= 100).toBe(true)
        }
        if (coverage !== null) expect(coverage >= 0 && coverage <= 1).toBe(true)
      }
    })
  })

  it('bounds contain the score, and are as wide as the coverage leaves open', () => {
    check((sample) => {
      for (const { value, low, high, coverage } of scoresIn(resultOf(sample))) {
        if (low === null || high === null || coverage === null) continue
        expect(high - low).toBeCloseTo(100 * (1 - coverage), 9)
        if (value !== null) {
          expect(low).toBeLessThanOrEqual(value + 1e-9)
          expect(value).toBeLessThanOrEqual(high + 1e-9)
        }
      }
    })
  })

  it('levels lie between their bounds', () => {
    check((sample) => {
      const { level, levelLow, levelHigh } = resultOf(sample).verdict
      const rank = (id: string | null) =>
        sample.questionnaire.levels.findIndex((each) => each.id === id)
      expect(rank(levelLow)).toBeGreaterThanOrEqual(rank(levelHigh))
      if (level === null) return
      expect(rank(levelLow)).toBeGreaterThanOrEqual(rank(level))
      expect(rank(level)).toBeGreaterThanOrEqual(rank(levelHigh))
    })
  })

  it('bounds shrink as answers come in', () => {
    check((sample, pick) => {
      const open = placesOf(sample, (answer) => isOpen(answer))
      const place = open[pick % Math.max(1, open.length)]
      if (place === undefined) return
      const values = valuesOf(place.question.form)
      const value = values[pick % values.length]
      if (value === undefined) return
      const before = scoresIn(resultOf(sample))
      const after = scoresIn(resultOf(answered(sample, place, anAnswer(value))))
      for (const [i, old] of before.entries()) {
        if (old.low === null) continue
        expect(after[i]?.low).toBeGreaterThanOrEqual(old.low - 1e-9)
        expect(after[i]?.high).toBeLessThanOrEqual((old.high ?? 100) + 1e-9)
      }
    })
  })

  it('a better answer lowers no score, bound or level', () => {
    check((sample, pick) => {
      const given = placesOf(sample, (answer) => answer?.state === 'answered')
      const place = given[pick % Math.max(1, given.length)]
      if (place?.answer?.state !== 'answered') return
      const now = scoreAnswer(place.question, place.answer.value) ?? 0
      const better = valuesOf(place.question.form).filter(
        (value) => (scoreAnswer(place.question, value) ?? 0) > now,
      )
      const value = better[pick % Math.max(1, better.length)]
      if (value === undefined) return
      const before = resultOf(sample)
      const after = resultOf(answered(sample, place, anAnswer(value)))
      const old = scoresIn(before)
      for (const [i, score] of scoresIn(after).entries()) {
        expect(score.value ?? 0).toBeGreaterThanOrEqual((old[i]?.value ?? 0) - 1e-9)
        expect(score.low ?? 0).toBeGreaterThanOrEqual((old[i]?.low ?? 0) - 1e-9)
        expect(score.high ?? 0).toBeGreaterThanOrEqual((old[i]?.high ?? 0) - 1e-9)
      }
      const rank = (id: string | null) =>
        sample.questionnaire.levels.findIndex((each) => each.id === id)
      for (const key of ['level', 'levelLow', 'levelHigh'] as const) {
        if (before.verdict[key] === null) continue
        expect(rank(after.verdict[key])).toBeLessThanOrEqual(rank(before.verdict[key]))
      }
    })
  })

  it('neither the order of respondents nor that of answers leaves a trace', () => {
    check((sample, pick) => {
      const responses = shuffled(sample.responses, pick).map((response) => ({
        ...response,
        answers: new Map([...response.answers].reverse()),
      }))
      expect(JSON.stringify(resultOf({ ...sample, responses }))).toBe(
        JSON.stringify(resultOf(sample)),
      )
    })
  })

  it('the order of questions changes nothing but the order of the lists', () => {
    check((sample) => {
      const dimensions = sample.questionnaire.dimensions
        .toReversed()
        .map((each) => ({ ...each, questions: each.questions.toReversed() }))
      const turned = resultOf({ ...sample, questionnaire: { ...sample.questionnaire, dimensions } })
      expect(differences(byId(resultOf(sample)), byId(turned))).toEqual([])
    })
  })

  it('not applicable is as if the question were not there for that respondent', () => {
    check((sample) => {
      const without = (response: Response) =>
        new Set(
          listQuestions(sample.questionnaire)
            .map(({ id }) => id)
            .filter((id) => response.answers.get(id)?.state !== 'not-applicable'),
        )
      const { questionnaire, responses } = sample
      expect(neutral(scored(questionnaire, responses, { asked: without }))).toBe(
        neutral(resultOf(sample)),
      )
    })
  })

  it('everybody of a partner twice changes no score, bound, level, path or gain', () => {
    check(({ questionnaire, responses }) => {
      const twins = responses
        .filter((response) => response.partner === 'p1')
        .map((twin) => ({
          ...twin,
          respondent: { ...twin.respondent, id: `${twin.respondent.id}-twin` },
        }))
      const one = scored(questionnaire, responses)
      const two = scored(questionnaire, [...responses, ...twins])
      expect(differences(scoresIn(one), scoresIn(two))).toEqual([])
      const { reasons: _, ...verdict } = one.verdict
      expect(two.verdict).toMatchObject(verdict)
      expect(differences([one.path, one.actions], [two.path, two.actions])).toEqual([])
    })
  })

  it('partners who change places change only who stands where', () => {
    check(({ questionnaire, responses }) => {
      const swapped = responses.map((response) => ({
        ...response,
        partner: changed(response.partner),
      }))
      const one = scored(questionnaire, responses)
      const two = scored(questionnaire, swapped)
      expect(differences(one.score, two.score)).toEqual([])
      expect(two.verdict.level).toBe(one.verdict.level)
      const gaps = (result: Result, name: (id: string) => string) =>
        [...(result.dimensions ?? []), ...(result.questions ?? [])].map(({ id, gap }) => {
          const { value = null, high = null, low = null } = gap ?? {}
          // Of equal partners the first by id is named, so only who stands apart can change places.
          const apart = value !== null && value > 0 && (result.partners ?? []).length === 2
          return apart && high !== null && low !== null
            ? { id, value, high: name(high), low: name(low) }
            : { id, value }
        })
      expect(
        differences(
          gaps(one, changed),
          gaps(two, (id) => id),
        ),
      ).toEqual([])
      const views = (result: Result, name: (id: string) => string) =>
        (result.directed ?? [])
          .map((view) => ({ ...view, partner: name(view.partner) }))
          .toSorted((a, b) =>
            `${a.question} ${a.partner}` < `${b.question} ${b.partner}` ? -1 : 1,
          )
      expect(
        differences(
          views(one, changed),
          views(two, (id) => id),
        ),
      ).toEqual([])
    })
  })

  it('a path of no effort is never told, and one that is told names its efforts', () => {
    check((sample) => {
      const { path } = resultOf(sample)
      if (path === null || path === undefined || path.effort === null) return
      expect(path.effort).toBeGreaterThan(0)
      expect(path.effort).toBe(path.steps?.reduce((all, step) => all + step.effort, 0))
    })
  })

  it('what is hidden does not depend on who of the partners said what', () => {
    check(({ questionnaire, responses }) => {
      const result = scored(questionnaire, responses, { minGroup: 100 })
      const others = responses.map((response) => ({ ...response, answers: new Map() }))
      expect(scored(questionnaire, others, { minGroup: 100 })).toEqual(result)
      const partly = scored(questionnaire, responses, { minGroup: responses.length })
      if (partly.hidden?.scope === 'partners') {
        expect(JSON.stringify(partly)).not.toMatch(/"p[123]"|"r\d+"/)
      }
    })
  })
})

function check(law: (sample: Sample, pick: number) => void): void {
  fc.assert(fc.property(samples, fc.nat(10_000), law), runs)
}

function changed(partner: string): string {
  return partner === 'p1' ? 'p2' : partner === 'p2' ? 'p1' : partner
}

function resultOf({ questionnaire, responses }: Sample): Result {
  return scored(questionnaire, responses)
}

/** All scores with bounds, of the whole, partners and dimensions; in an order that depends on ids alone. */
function scoresIn(result: Result): readonly Score[] {
  return [
    ...(result.score === undefined ? [] : [result.score]),
    ...(result.partners ?? []).flatMap(({ score, dimensions }) => [
      score,
      ...dimensions.map((each) => each.score),
    ]),
    ...(result.dimensions ?? []).map((each) => each.score),
  ]
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

interface Place {
  readonly person: number
  readonly question: Question
  readonly answer: Answer | undefined
}

function placesOf(
  { questionnaire, responses }: Sample,
  wanted: (answer: Answer | undefined) => boolean,
): readonly Place[] {
  return responses.flatMap((response, person) =>
    listQuestions(questionnaire)
      .map((question) => ({ person, question, answer: response.answers.get(question.id) }))
      .filter(({ answer }) => wanted(answer)),
  )
}

function isOpen(answer: Answer | undefined): boolean {
  return answer?.state === 'dont-know' || answer?.state === 'skipped'
}

function answered(sample: Sample, place: Place, answer: Answer): Sample {
  const responses = sample.responses.map((response, person) =>
    person === place.person
      ? { ...response, answers: new Map([...response.answers, [place.question.id, answer]]) }
      : response,
  )
  return { ...sample, responses }
}

function shuffled<T>(all: readonly T[], pick: number): readonly T[] {
  const at = pick % all.length
  return [...all.slice(at), ...all.slice(0, at)].reverse()
}

/** The result without the order of its lists. */
function byId({
  questions,
  dimensions,
  partners,
  path,
  verdict,
  actions,
  notApplicable,
  ...rest
}: Result) {
  const sorted = <T>(list: readonly T[] | undefined, key: (item: T) => string) =>
    [...(list ?? [])].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    ...rest,
    actions,
    questions: sorted(questions, ({ id }) => id),
    dimensions: sorted(dimensions, ({ id }) => id),
    partners: (partners ?? []).map((partner) => ({
      ...partner,
      dimensions: sorted(partner.dimensions, ({ id }) => id),
    })),
    path: path && { ...path, steps: sorted(path.steps, ({ question }) => question) },
    verdict: {
      ...verdict,
      reasons: sorted(verdict.reasons, (each) => JSON.stringify({ ...each, value: 0 })),
      decidedBy: [...verdict.decidedBy].sort(),
    },
  }
}

/** The result without the counts and reasons of what does not apply. */
function neutral({ notApplicable: _, ...result }: Result): string {
  return JSON.stringify(result, (key, value) => (key === 'notApplicable' ? 0 : value))
}
