import { describe, expect, it } from 'vitest'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const questionnaire = aQuestionnaire([
  aQuestion('trust.a'),
  aQuestion('trust.b'),
  aQuestion('roles.a'),
])

function agreed(
  partners: readonly string[],
  answers: (index: number) => Readonly<Record<string, number>>,
  minGroup = 1,
) {
  const responses = partners.map((partner, index) => aResponse(partner, answers(index)))
  return buildSaidReport(toTell(questionnaire, responses, { minGroup })).agreement
}

describe('how far the answers agree', () => {
  it('is explained where a partner has none on a dimension', () => {
    const answers = (index: number): Readonly<Record<string, number>> =>
      index === 0 ? { 'trust.a': 4, 'roles.a': 2 } : { 'trust.a': 4, 'trust.b': 3 }
    const found = agreed(['north', 'north'], answers)
    expect(found?.rows.map(({ within }) => within)).toEqual([['1'], ['n/a']])
    expect(found?.notes[1]).toBe(
      'It is n/a where no two people of the partner answered the same rating, or where their answers lie further apart than chance would put them.',
    )
  })

  it('is said with every reason for a figure that is missing', () => {
    const answers = (index: number) => ({
      'trust.a': index === 2 ? 5 : 4,
      'trust.b': 4,
      'roles.a': 2,
    })
    expect(agreed(['north', 'north', 'south'], answers)).toEqual({
      partners: ['north'],
      rows: [
        { dimension: 'trust', within: ['1'], alpha: null },
        { dimension: 'roles', within: ['1'], alpha: null },
      ],
      notes: [
        'Within a partner, rwg(j) is 1 where its people all answer alike and 0 where they agree no more than by chance; from 0.7 up is commonly called strong.',
        "Krippendorff's alpha over the answers of 3 people is 0.91: 1 is full agreement, 0 what chance would give, and below 0 people differ more than by chance.",
        "Cronbach's alpha says how far the questions of a dimension measure one thing; it is not given, because too few people have answered all of them.",
      ],
    })
  })

  it('has a reliability from ten people on, for a dimension of two questions or more', () => {
    const answers = (index: number) => ({
      'trust.a': 1 + (index % 5),
      'trust.b': 1 + (index % 5),
      'roles.a': 3,
    })
    const found = agreed(
      Array.from({ length: 10 }, () => 'north'),
      answers,
    )
    expect(found?.rows.map(({ alpha }) => alpha)).toEqual(['1', 'n/a'])
    expect(found?.notes.at(-1)).toBe(
      "Cronbach's alpha says how far the questions of a dimension measure one thing; where it is missing, because fewer than two questions can be compared.",
    )
  })

  it('has no reliability where all totals are the same, and does not say that the answers are', () => {
    const answers = (index: number) =>
      index % 2 === 0 ? { 'trust.a': 1, 'trust.b': 5 } : { 'trust.a': 5, 'trust.b': 1 }
    const found = agreed(
      Array.from({ length: 10 }, () => 'north'),
      answers,
    )
    expect(found?.notes.at(-1)).toBe(
      "Cronbach's alpha says how far the questions of a dimension measure one thing; it is not given, because everybody who answered all of them comes to the same total and because fewer than two questions can be compared.",
    )
  })

  it('has no agreement of all where no two people answered the same question', () => {
    const found = agreed(['north', 'south'], (index) =>
      index === 0 ? { 'trust.a': 4 } : { 'trust.b': 4 },
    )
    expect(found?.notes).toContain(
      "Krippendorff's alpha over everybody's answers is not given, because fewer than two questions can be compared.",
    )
  })

  it('has no agreement of all where everybody answered alike', () => {
    const found = agreed(['north', 'south'], () => ({ 'trust.a': 4, 'trust.b': 4 }))
    expect(found?.notes).toContain(
      "Krippendorff's alpha over everybody's answers is not given, because everybody answered alike.",
    )
  })

  it('is not split where a group is too small to be shown', () => {
    const found = agreed(['north', 'north', 'south'], () => ({ 'trust.a': 4 }), 2)
    expect(found?.partners).toEqual([])
    expect(found?.rows.map(({ within }) => within)).toEqual([[], []])
  })

  it('says nothing of one person, nor where nothing may be shown', () => {
    expect(agreed(['north'], () => ({ 'trust.a': 4 }))).toBe(null)
    expect(agreed(['north', 'south'], () => ({ 'trust.a': 4 }), 3)).toBe(null)
  })
})
