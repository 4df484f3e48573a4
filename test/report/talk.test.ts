import { describe, expect, it } from 'vitest'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  number,
  type Short,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const partners = new Map([
  ['north', 'North'],
  ['south', 'South'],
])

/** The talk of people with these answers to four questions, by partner. */
function talkOf(
  people: readonly (readonly [string, readonly Short[]])[],
  more: Parameters<typeof toTell>[2] & { readonly leastPartners?: 2 } = {},
) {
  const ids = ['a', 'b', 'c', 'd'].map((id) => `trust.${id}`)
  const questionnaire = aQuestionnaire(
    ids.map((id) => aQuestion(id)),
    { leastPartners: more.leastPartners ?? 1 },
  )
  const responses = people.map(([partner, answers]) =>
    aResponse(partner, Object.fromEntries(ids.map((id, index) => [id, answers[index] ?? 3]))),
  )
  return buildSaidReport(toTell(questionnaire, responses, { partners, ...more })).talk
}

describe('the talk', () => {
  it('has three topics in an hour: what partners see differently, what divides one, what all rate low', () => {
    const talk = talkOf([
      ['north', [5, 1, 2, 3]],
      ['north', [5, 1, 2, 3]],
      ['north', [5, 5, 2, 3]],
      ['north', [5, 5, 2, 3]],
      ['south', [2, 3, 2, 3]],
    ])
    expect(talk?.lead).toBe(
      '3 topics in 60 minutes. If you can, choose somebody to lead the talk who takes no side.',
    )
    expect(talk?.topics).toEqual([
      {
        question: 'trust.a',
        ask: 'Ask trust.a',
        minutes: '5–20',
        opening: 'South, what have you seen that led to your rating? North, and you?',
      },
      {
        question: 'trust.b',
        ask: 'Ask trust.b',
        minutes: '20–35',
        opening:
          'At North, people see this in different ways. What could lead somebody to one answer, and somebody else to another?',
      },
      {
        question: 'trust.c',
        ask: 'Ask trust.c',
        minutes: '35–50',
        opening:
          'What would the next better answer look like for us, and what keeps us from it today?',
      },
    ])
  })

  it('names every partner whose people differ on a topic', () => {
    const apart = [1, 5].map((value) => [value, 3, 3, 3])
    const talk = talkOf([
      ...apart.map((answers) => ['north', answers] as const),
      ...apart.map((answers) => ['south', answers] as const),
    ])
    expect(talk?.topics.map(({ opening }) => opening)).toEqual([
      'At North and at South, people see this in different ways. What could lead somebody to one answer, and somebody else to another?',
    ])
  })

  it('takes as long as its topics need', () => {
    const talk = talkOf([
      ['north', [5]],
      ['south', [2]],
    ])
    expect(talk?.lead).toMatch(/^1 topic in 30 minutes\./)
  })

  it('speaks of sides only where there are several, and of the lower rating only where two differ', () => {
    const rulesOf = (...people: Parameters<typeof talkOf>[0]) => talkOf(people)?.rules.length
    expect(rulesOf(['north', [5]], ['south', [2]])).toBe(4)
    expect(rulesOf(['north', [2]], ['south', [2]])).toBe(3)
    expect(rulesOf(['north', [2]], ['north', [2]])).toBe(2)
  })

  it('speaks of no sides where each partner is itself what is looked at', () => {
    const questionnaire = {
      ...aQuestionnaire([aQuestion('trust.a')]),
      words: { partnership: { team: 'team' } },
    }
    const responses = ['north', 'south'].map((partner) => aResponse(partner, { 'trust.a': 2 }))
    const { talk } = buildSaidReport(toTell(questionnaire, responses, { partners }))
    expect(JSON.stringify(talk)).not.toMatch(/side depends|people of each partner/)
  })

  it('names no partner where nothing is shown by partner', () => {
    const talk = talkOf(
      [
        ['north', [5, 2]],
        ['south', [2, 2]],
      ],
      { minGroup: 2 },
    )
    expect(talk?.topics.map(({ question }) => question)).toEqual(['trust.b'])
    expect(JSON.stringify(talk)).not.toMatch(/North|South/)
  })

  it('is left out for one person alone, and where nothing differs or is low', () => {
    expect(talkOf([['north', [1]]])).toBeNull()
    expect(
      talkOf([
        ['north', [4]],
        ['south', [4]],
      ]),
    ).toBeNull()
  })

  it('takes no low rating for a topic while a partner has not answered', () => {
    const low = [
      ['north', [1]],
      ['north', [1]],
    ] as const
    expect(talkOf(low)?.topics).toHaveLength(1)
    expect(talkOf(low, { leastPartners: 2 })).toBeNull()
  })

  it('has three topics at most, the gaps before all others, and no question twice', () => {
    const talk = talkOf([
      ['north', [5, 5, 1, 1]],
      ['north', [5, 5, 5, 1]],
      ['south', [1, 2, 1, 1]],
    ])
    expect(talk?.topics.map(({ question }) => question)).toEqual(['trust.a', 'trust.b', 'trust.c'])
    expect(talk?.topics.map(({ minutes }) => minutes)).toEqual(['5–20', '20–35', '35–50'])
  })

  it('takes the lowest first of what all rate low, and nothing that one of them does not rate low', () => {
    const percent = (partner: string, ...values: readonly number[]) =>
      aResponse(
        partner,
        Object.fromEntries(values.map((value, index) => [`trust.n${index}`, value])),
      )
    const questions = [0, 1, 2].map((index) =>
      aQuestion(`trust.n${index}`, { form: number(0, 100) }),
    )
    const { talk } = buildSaidReport(
      toTell(aQuestionnaire(questions), [
        percent('north', 52, 40, 30),
        percent('south', 45, 40, 30),
      ]),
    )
    expect(talk?.topics.map(({ question }) => question)).toEqual(['trust.n2', 'trust.n1'])
  })
})
