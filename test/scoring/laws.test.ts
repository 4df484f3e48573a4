import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { listQuestions, type Question } from '../../src/model/questionnaire.ts'
import type { Answer, Response } from '../../src/model/response.ts'
import type { Result, Score, ShownResult } from '../../src/model/result.ts'
import { scoreAnswer } from '../../src/scoring/question-score.ts'
import { settleWhoCounts } from '../../src/scoring/who-counts.ts'
import { type Sample, samples, valuesOf } from './support/arbitraries.ts'
import { anAnswer, aResponse, scored, shown } from './support/builders.ts'
import { differences } from './support/differences.ts'

const runs = { numRuns: 150 }

describe('the laws of scoring', () => {
  it('every number is finite and in its range, and the result reads back, whatever is hidden', () => {
    check((sample, pick) => {
      const { questionnaire, responses } = sample
      const told = scored(questionnaire, responses, { minGroup: 1 + (pick % 4) })
      for (const result of [told, resultOf(sample)]) {
        expect(decode('result', JSON.parse(JSON.stringify(result)))).toEqual({
          value: result,
          findings: [],
        })
        const isSound = (number: number) =>
          Number.isFinite(number) &&
          !Object.is(number, -0) &&
          Number(number.toPrecision(15)) === number
        expect(numbersIn(result).filter((number) => !isSound(number))).toEqual([])
      }
      for (const { value, low, high, coverage } of scoresIn(resultOf(sample))) {
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

  it('"not applicable" works as if that respondent was never asked', () => {
    check((sample) => {
      const without = (response: Response) =>
        new Set(
          listQuestions(sample.questionnaire)
            .map(({ id }) => id)
            .filter((id) => response.answers.get(id)?.state !== 'not-applicable'),
        )
      const { questionnaire, responses } = sample
      expect(neutral(shown(questionnaire, responses, { asked: without }))).toBe(
        neutral(resultOf(sample)),
      )
    })
  })

  it('counting everybody of a partner twice changes no score, bound, level, path or gain', () => {
    check(({ questionnaire, responses }) => {
      const twins = responses
        .filter((response) => response.partner === 'p1')
        .map((twin) => ({
          ...twin,
          respondent: { ...twin.respondent, id: `${twin.respondent.id}-twin` },
        }))
      const one = shown(questionnaire, responses)
      const two = shown(questionnaire, [...responses, ...twins])
      expect(differences(scoresIn(one), scoresIn(two))).toEqual([])
      const { reasons, withoutOne, ...verdict } = one.verdict
      expect(two.verdict).toMatchObject(verdict)
      expect(differences([one.path, one.actions], [two.path, two.actions])).toEqual([])
      expect(differences([one.subjects, one.directed], [two.subjects, two.directed])).toEqual([])
      const twice = reasons.map((reason) =>
        reason.code === 'must' && reason.partner === 'p1'
          ? { ...reason, below: 2 * reason.below, of: 2 * reason.of }
          : reason,
      )
      expect(differences(twice, two.verdict.reasons)).toEqual([])
    })
  })

  it('other ids of partners, in the same order, change nothing but the ids', () => {
    check(({ questionnaire, responses }, pick) => {
      const ids: Readonly<Record<string, string>> = { p1: 'acme', p2: 'b-2', p3: 'zeta' }
      const renamed = responses.map((each) => ({ ...each, partner: ids[each.partner] ?? '' }))
      const options = { minGroup: 1 + (pick % 3) }
      const text = JSON.stringify(scored(questionnaire, responses, options))
      expect(JSON.stringify(scored(questionnaire, renamed, options))).toBe(
        text.replaceAll(/"(p[123])"/g, (_, id: string) => `"${ids[id]}"`),
      )
    })
  })

  it('swapping two partners’ answers swaps only the names in the result', () => {
    check(({ questionnaire, responses }) => {
      const swapped = responses.map((response) => ({
        ...response,
        partner: changed(response.partner),
      }))
      const one = shown(questionnaire, responses)
      const two = shown(questionnaire, swapped)
      expect(differences(one.score, two.score)).toEqual([])
      expect(two.verdict.level).toBe(one.verdict.level)
      expect(differences(one.verdict.withoutOne, two.verdict.withoutOne)).toEqual([])
      const same = (id: string) => id
      for (const part of [listGaps, listViews, listSubjects, listDivided]) {
        expect(differences(part(one, changed), part(two, same))).toEqual([])
      }
    })
  })

  it('a path has an effort above zero, and lists the effort of each step', () => {
    check((sample) => {
      const { path } = resultOf(sample)
      if (path === null || path.effort === null) return
      expect(path.effort).toBeGreaterThan(0)
      expect(path.effort).toBe(path.steps?.reduce((all, step) => all + step.effort, 0))
    })
  })

  it('a hidden result depends on no answer, and names no partner if partners are hidden', () => {
    check(({ questionnaire, responses }) => {
      const result = scored(questionnaire, responses, { minGroup: 100 })
      const others = responses.map((response) => ({ ...response, answers: new Map() }))
      expect(scored(questionnaire, others, { minGroup: 100 })).toEqual(result)
      const partly = scored(questionnaire, responses, { minGroup: responses.length })
      if (partly.hidden?.scope === 'partners') {
        expect(JSON.stringify(partly)).not.toMatch(/"p[123]"/)
      }
    })
  })

  it('a response that does not count changes nothing but who is left out and who is missing', () => {
    check(({ questionnaire, responses }, pick) => {
      const [question] = listQuestions(questionnaire)
      const isWhole = listQuestions(questionnaire).length === 1
      const begun = {
        [question?.id ?? '']: anAnswer(valuesOf(question?.form ?? { type: 'text' })[0] ?? 0),
      }
      const partner = ['p1', 'p2', 'p3', 'p4'][pick % 4] ?? ''
      const idle = aResponse(
        partner,
        {},
        {
          respondent: { id: 'idle', role: null },
          ...(pick % 3 === 0 ? {} : { answers: new Map(Object.entries(begun)) }),
          excluded: pick % 3 === 1 || isWhole ? 'Answered twice by mistake' : null,
        },
      )
      const askedPartners = pick % 2 === 0 ? ['p1', 'p2', 'p3'] : null
      const countAll = (all: readonly Response[]) => {
        const filed = all.map((response) => ({ response, file: `${response.respondent.id}.yaml` }))
        const ids = new Set(listQuestions(questionnaire).map(({ id }) => id))
        const rules = { questionnaire, asked: () => ids, withUnfinished: false }
        const { counted, leftOut } = settleWhoCounts(filed, rules)
        const result = shown(
          questionnaire,
          counted.map(({ response }) => response),
          { leftOut, askedPartners },
        )
        return { result, leftOut }
      }
      const finished = responses.map((each) => ({ ...each, completed: '2026-11-20T09:00:00Z' }))
      const before = countAll(finished)
      const at = pick % (finished.length + 1)
      const after = countAll([...finished.slice(0, at), idle, ...finished.slice(at)])
      expect(before.leftOut).toEqual([])
      expect(after.leftOut.map(({ respondent }) => respondent)).toEqual(['idle'])
      expect({ ...after.result, leftOut: [], missing: [] }).toEqual({
        ...before.result,
        leftOut: [],
        missing: [],
      })
    })
  })

  it('no part of a result depends on which colleague gave which answers', () => {
    check(({ questionnaire, responses }, pick) => {
      const questions = listQuestions(questionnaire)
      const mixed = questions.reduce(
        (all, { id }, i) => handRound(all, id, pick + i),
        responses as readonly Response[],
      )
      for (const minGroup of [1, 2, 3]) {
        const one = scored(questionnaire, responses, { minGroup })
        const two = scored(questionnaire, mixed, { minGroup })
        expect(withoutPatterns(two)).toEqual(withoutPatterns(one))
        expect(JSON.stringify(one)).not.toMatch(/"r\d+"|respondent"/)
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

function resultOf({ questionnaire, responses }: Sample): ShownResult {
  return shown(questionnaire, responses)
}

/** Of equal partners the first by id is named, so only who stands apart can change places. */
function listGaps(
  { dimensions, questions, partners }: ShownResult,
  name: (id: string) => string,
): readonly unknown[] {
  return [...dimensions, ...questions].map(({ id, gap: { value, high, low } }) => {
    const isApart = value !== null && value > 0 && partners.length === 2
    return isApart && high !== null && low !== null
      ? { id, value, high: name(high), low: name(low) }
      : { id, value }
  })
}

function listViews({ directed }: ShownResult, name: (id: string) => string): readonly unknown[] {
  return directed
    .map((view) => ({ ...view, partner: name(view.partner) }))
    .toSorted((a, b) => (`${a.question} ${a.partner}` < `${b.question} ${b.partner}` ? -1 : 1))
}

function listSubjects({ subjects }: ShownResult, name: (id: string) => string): readonly unknown[] {
  return subjects
    .map((subject) => ({ ...subject, partner: name(subject.partner) }))
    .toSorted((a, b) => (a.partner < b.partner ? -1 : 1))
}

function listDivided({ divided }: ShownResult, name: (id: string) => string): readonly unknown[] {
  return divided
    .map((each) => ({ ...each, partner: name(each.partner) }))
    .toSorted((a, b) => (`${a.question} ${a.partner}` < `${b.question} ${b.partner}` ? -1 : 1))
}

/** Each partner's people hand on their answers to one question to one another. */
function handRound(all: readonly Response[], question: string, turn: number): readonly Response[] {
  return all.map((response) => {
    const group = all.filter(({ partner }) => partner === response.partner)
    const other = group[(group.indexOf(response) + turn) % group.length] ?? response
    const answer = other.answers.get(question)
    const answers = new Map(response.answers)
    if (answer !== undefined) answers.set(question, answer)
    return { ...response, answers }
  })
}

/** Without the figures that look at how each person's answers go together, over all people: they tell of nobody. */
function withoutPatterns(result: Result): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value) =>
      ['alpha', 'quality', 'withoutOne'].includes(key) ? null : value,
    ),
  )
}

/** All scores with bounds, of the whole, partners and dimensions; in an order that depends on ids alone. */
function scoresIn({ score, partners, dimensions }: ShownResult): readonly Score[] {
  return [
    score,
    ...partners.flatMap((partner) => [
      partner.score,
      ...partner.dimensions.map((each) => each.score),
    ]),
    ...dimensions.map((each) => each.score),
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
function byId({ verdict, path, partners, ...result }: ShownResult) {
  const sorted = <T>(list: readonly T[], key: (item: T) => string) =>
    list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const byQuestion = <T extends { question: string; partner: string }>(list: readonly T[]) =>
    sorted(list, ({ question, partner }) => `${question} ${partner}`)
  return {
    ...result,
    questions: sorted(result.questions, ({ id }) => id),
    dimensions: sorted(result.dimensions, ({ id }) => id),
    divided: byQuestion(result.divided),
    directed: byQuestion(result.directed),
    notApplicable: byQuestion(result.notApplicable),
    partners: partners.map((partner) => ({
      ...partner,
      dimensions: sorted(partner.dimensions, ({ id }) => id),
    })),
    path: path && { ...path, steps: sorted(path.steps ?? [], ({ question }) => question) },
    verdict: {
      ...verdict,
      reasons: sorted(verdict.reasons, (each) => JSON.stringify({ ...each, value: 0 })),
      lifted: byQuestion(verdict.lifted),
      decidedBy: verdict.decidedBy.toSorted(),
    },
  }
}

/** The result without the counts and reasons of what does not apply, and what is lifted by it. */
function neutral({ notApplicable: _, ...result }: ShownResult): string {
  return JSON.stringify(result, (key, value) =>
    key === 'notApplicable' || key === 'lifted' ? 0 : value,
  )
}
