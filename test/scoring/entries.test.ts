import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { ProfileQuestion } from '../../src/model/questionnaire.ts'
import type { Response, Value } from '../../src/model/response.ts'
import { listIndividualEntries } from '../../src/scoring/entries.ts'
import {
  anAnswer,
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  notApplicable,
  number,
  rating,
  scored,
  shown,
  yesNo,
} from './support/builders.ts'

function aProfile(id: string, form: Form): ProfileQuestion {
  return { id, dimension: null, ask: `Ask ${id}`, why: null, when: null, formerly: [], form }
}

function entriesOf(profile: readonly ProfileQuestion[], responses: readonly Response[]) {
  const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r')], { profile })
  const asked = new Set(['a.q', 'a.r'])
  return listIndividualEntries(
    questionnaire,
    responses.map((response) => ({ response, asked })),
  )
}

const withProfile = (partner: string, profile: Readonly<Record<string, Value>>) =>
  aResponse(partner, { 'a.q': 3 }, { profile: new Map(Object.entries(profile)) })

describe('profiles', () => {
  it('are counts by value, in the order of the profile, then by partner', () => {
    const profile = [
      aProfile('stage', choices('choice', { forming: null, agreed: null, closing: null })),
      aProfile('unit', { type: 'text' }),
    ]
    const people = [
      withProfile('p2', { unit: 'Sales', stage: 'closing' }),
      withProfile('p1', { stage: 'agreed', unit: 'Sales' }),
      withProfile('p2', { stage: 'forming', unit: 'Depot' }),
      withProfile('p2', { stage: 'closing' }),
      withProfile('p3', {}),
    ]
    const expected = [
      { question: 'stage', partner: 'p1', counts: [{ value: 'agreed', people: 1 }] },
      {
        question: 'stage',
        partner: 'p2',
        counts: [
          { value: 'forming', people: 1 },
          { value: 'closing', people: 2 },
        ],
      },
      { question: 'unit', partner: 'p1', counts: [{ value: 'Sales', people: 1 }] },
      {
        question: 'unit',
        partner: 'p2',
        counts: [
          { value: 'Depot', people: 1 },
          { value: 'Sales', people: 1 },
        ],
      },
    ]
    expect(entriesOf(profile, people).profiles).toEqual(expected)
    expect(entriesOf(profile, people.toReversed()).profiles).toEqual(expected)
  })

  it.each<[string, Form, Value[], [string | number, number][]]>([
    [
      'yes before no',
      yesNo,
      [false, true, false],
      [
        ['yes', 1],
        ['no', 2],
      ],
    ],
    [
      'numbers ascending',
      number(null, null),
      [10, 9, 10],
      [
        [9, 1],
        [10, 2],
      ],
    ],
    [
      'ratings ascending',
      rating(5),
      [4, 2],
      [
        [2, 1],
        [4, 1],
      ],
    ],
    [
      'each of several choices',
      choices('choices', { b: null, a: null }),
      [['a', 'b'], ['a'], []],
      [
        ['b', 1],
        ['a', 2],
      ],
    ],
    [
      'each text of a list',
      { type: 'list' },
      [['Depot', 'Cold chain'], ['Depot']],
      [
        ['Cold chain', 1],
        ['Depot', 2],
      ],
    ],
  ])('count %s', (_, form, values, counts) => {
    const people = values.map((value) => withProfile('p', { it: value }))
    expect(entriesOf([aProfile('it', form)], people).profiles).toEqual([
      {
        question: 'it',
        partner: 'p',
        counts: counts.map(([value, count]) => ({ value, people: count })),
      },
    ])
  })

  it('are hidden if fewer than twice minGroup people filled in that profile question', () => {
    const profile = [
      aProfile('stage', choices('choice', { agreed: null })),
      aProfile('goals', choices('choices', { a: null, b: null, c: null })),
    ]
    const questionnaire = aQuestionnaire([aQuestion('a.q')], { profile })
    const goals = { stage: 'agreed', goals: ['a', 'b', 'c'] }
    const people = [
      withProfile('p', goals),
      withProfile('p', goals),
      withProfile('p', goals),
      withProfile('p', { stage: 'agreed' }),
    ]
    expect(shown(questionnaire, people, { minGroup: 2 }).profiles).toEqual([
      { question: 'stage', partner: 'p', counts: [{ value: 'agreed', people: 4 }] },
    ])
    expect(shown(questionnaire, people.slice(1), { minGroup: 2 }).profiles).toEqual([])
  })
})

describe('what people wrote', () => {
  const noted = (partner: string, id: string, note: string) =>
    aResponse(partner, {}, { answers: new Map([[id, anAnswer(3, note)]]) })
  const people = [
    noted('p2', 'a.r', 'b'),
    noted('p2', 'a.q', 'b'),
    noted('p1', 'a.q', 'z'),
    noted('p2', 'a.q', 'a'),
    aResponse('p1', { 'a.q': notApplicable }),
    aResponse(
      'p1',
      {},
      {
        answers: new Map([
          ['a.q', { state: 'not-applicable', reason: 'As before', note: 'Said twice' }],
        ]),
      },
    ),
  ]
  const expected = {
    profiles: [],
    notes: [
      { question: 'a.q', partner: 'p1', note: 'Said twice' },
      { question: 'a.q', partner: 'p1', note: 'z' },
      { question: 'a.q', partner: 'p2', note: 'a' },
      { question: 'a.q', partner: 'p2', note: 'b' },
      { question: 'a.r', partner: 'p2', note: 'b' },
    ],
    notApplicable: [
      { question: 'a.q', partner: 'p1', reason: 'As before' },
      { question: 'a.q', partner: 'p1', reason: 'No such thing here' },
    ],
  }

  it('is sorted by question, partner and text, whoever wrote it', () => {
    expect(entriesOf([], people)).toEqual(expected)
    expect(entriesOf([], people.toReversed())).toEqual(expected)
  })

  it('is shown only for questions that are asked', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r')])
    const { notes, notApplicable: reasons } = shown(questionnaire, people, {
      asked: () => new Set(['a.r']),
    })
    expect([notes, reasons]).toEqual([[{ question: 'a.r', partner: 'p2', note: 'b' }], []])
  })

  it('is hidden for questions that fewer than minGroup people answered', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r'), aQuestion('a.s')], {
      coverage: 0,
    })
    const long = (id: string, value: number) => [id, anAnswer(value, `On ${id}`)] as const
    const all = [
      aResponse('p', {}, { answers: new Map([long('a.q', 3), long('a.r', 3), long('a.s', 3)]) }),
      aResponse('p', {}, { answers: new Map([long('a.r', 4), long('a.s', 3)]) }),
      aResponse('p', { 'a.q': notApplicable }, {}),
    ]
    const result = shown(questionnaire, all, { minGroup: 2 })
    expect(result.notes.map(({ question }) => question)).toEqual(['a.s', 'a.s'])
    expect(result.notApplicable).toEqual([])
    expect(scored(questionnaire, all, { minGroup: 4 })).not.toHaveProperty('notes')
  })
})
