import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import type { Answer, Response, Value } from '../../src/model/response.ts'
import { createActiveQuestionFinder } from '../../src/questionnaire/conditions.ts'
import { fitResponse } from '../../src/questionnaire/fit-response.ts'
import { toResponseFile } from '../../src/questionnaire/to-response-file.ts'
import { say } from '../../src/words/say-message.ts'
import { sampleForms as forms } from '../model/forms/sample-forms.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { sayWithin } from '../support/say-within.ts'

const questionnaire: Questionnaire = {
  ...aQuestionnaire(Object.values(forms).map((form, index) => aQuestion(`d.q${index}`, { form }))),
  profile: [
    {
      id: 'stage',
      dimension: null,
      ask: '?',
      why: null,
      when: null,
      formerly: [],
      form: forms.choice,
    },
    {
      id: 'learned',
      dimension: null,
      ask: '?',
      why: null,
      when: null,
      formerly: [],
      form: forms.choices,
    },
  ],
}

function fitted(answers: object, more: object = {}) {
  const raw = {
    accordant: 'response/1',
    questionnaire: { id: 'q', version: '1' },
    partnership: 'both',
    partner: 'north',
    respondent: { id: 'r1' },
    answers,
    ...more,
  }
  const { value, findings } = decode('response', raw)
  expect(findings).toEqual([])
  if (value === null) throw new Error('not decoded')
  return fitResponse(questionnaire, value)
}

describe('fitResponse', () => {
  it('keeps the states of answers apart', () => {
    const { response, misfits } = fitted({
      'd.q0': { value: 3, note: 'Two are new' },
      'd.q1': { state: 'dont-know' },
      'd.q2': { state: 'skipped', note: 'Later' },
      'd.q3': { state: 'not-applicable', reason: 'By design' },
      'd.q4': null,
      'd.q5': { value: null, note: 'Only a note' },
    })
    expect(misfits).toEqual([])
    expect(Object.fromEntries(response.answers)).toEqual({
      'd.q0': { state: 'answered', value: 3, note: 'Two are new' },
      'd.q1': { state: 'dont-know', note: null },
      'd.q2': { state: 'skipped', note: 'Later' },
      'd.q3': { state: 'not-applicable', reason: 'By design', note: null },
    })
  })

  it('keeps a private note apart from notes that may be quoted', () => {
    const { response } = fitted({
      'd.q0': { value: 3, note: 'Between us', private: true },
      'd.q1': { state: 'dont-know', note: 'For all', private: false },
      'd.q2': { state: 'not-applicable', reason: 'By design', note: 'Ours', private: true },
      'd.q4': { value: 2, private: true },
    })
    expect(Object.fromEntries(response.answers)).toEqual({
      'd.q0': { state: 'answered', value: 3, note: null, privateNote: 'Between us' },
      'd.q1': { state: 'dont-know', note: 'For all' },
      'd.q2': {
        state: 'not-applicable',
        reason: 'By design',
        note: null,
        privateNote: 'Ours',
      },
      'd.q4': { state: 'answered', value: 2, note: null },
    })
  })

  it.each<[string, object, string]>([
    [
      'a reason that is missing',
      { 'd.q0': { state: 'not-applicable', reason: ' ' } },
      'schema.missing answers/d.q0/reason: A question that is not applicable needs a reason',
    ],
    [
      'a value and a state',
      { 'd.q0': { value: 3, state: 'skipped' } },
      'schema.value answers/d.q0/value: An answer has a value or the state "skipped", not both',
    ],
    [
      'a value off its scale',
      { 'd.q0': { value: 9 } },
      'schema.value answers/d.q0/value: The number 9 is off the scale; expected a whole number from 1 to 5',
    ],
    [
      'a question that does not exist',
      { 'd.p0': 3 },
      'reference.unknown answers/d.p0: Unknown question "d.p0"; did you mean "d.q0"?',
    ],
  ])('reports %s', (_, answers, told) => {
    const { misfits } = fitted(answers)
    expect(
      misfits.map(
        ({ finding }) => `${finding.id} ${finding.path.join('/')}: ${say(finding.message)}`,
      ),
    ).toEqual([told])
  })

  it('follows an id that a question had before', () => {
    const renamed = {
      ...questionnaire,
      dimensions: [
        {
          ...questionnaire.dimensions[0],
          questions: [aQuestion('d.new', { form: forms.rating, formerly: ['d.q0'] })],
        },
      ],
    } as unknown as Questionnaire
    const { value } = decode('response', {
      accordant: 'response/1',
      questionnaire: { id: 'q', version: '1' },
      partnership: 'b',
      partner: 'n',
      respondent: { id: 'r' },
      answers: { 'd.q0': 4 },
    })
    if (value === null) throw new Error('not decoded')
    expect([...fitResponse(renamed, value).response.answers.keys()]).toEqual(['d.new'])
  })

  it('keeps the answer under the present id where there are two, and reports the other', () => {
    const renamed = aQuestionnaire([
      aQuestion('d.new', { form: forms.rating, formerly: ['d.old'] }),
    ])
    const { value } = decode('response', {
      accordant: 'response/1',
      questionnaire: { id: 'q', version: '1' },
      partnership: 'b',
      partner: 'n',
      respondent: { id: 'r', role: ' ' },
      answers: { 'd.new': 2, 'd.old': 4 },
    })
    if (value === null) throw new Error('not decoded')
    const { response, misfits } = fitResponse(renamed, value)
    expect(response.respondent).toEqual({ id: 'r', role: null })
    expect([...response.answers]).toEqual([['d.new', { state: 'answered', value: 2, note: null }]])
    expect(sayWithin(misfits)).toEqual([
      {
        id: 'd.old',
        raw: 4,
        finding: {
          id: 'schema.value',
          severity: 'error',
          message: '"d.old" is a former id of "d.new", which already has an answer',
          path: ['answers', 'd.old'],
          at: 'key',
          fix: null,
        },
      },
    ])
  })

  it('fits the profile, and reports what does not fit', () => {
    const { response, misfits } = fitted({}, { profile: { stage: 'none' } })
    expect([[...response.profile], misfits]).toEqual([[['stage', 'none']], []])
    const wrong = fitted({}, { profile: { stage: 'nine', stge: 1 } })
    expect(
      wrong.misfits.map(
        ({ finding }) => `${finding.path.join('/')}@${finding.at}: ${say(finding.message)}`,
      ),
    ).toEqual([
      'profile/stage@value: Unknown choice "nine"; did you mean "none"?',
      'profile/stge@key: Unknown profile question "stge"; did you mean "stage"?',
    ])
  })

  it('takes one choice of a profile without a list where several may be chosen, and a list as it is', () => {
    const read = (learned: unknown) => {
      const { response, misfits } = fitted({}, { profile: { learned } })
      const said = misfits.map(({ finding }) => say(finding.message))
      return [response.profile.get('learned') ?? null, said]
    }
    expect(read('full')).toEqual([['full'], []])
    expect(read('Full')).toEqual([['full'], []])
    expect(read(['none', 'full'])).toEqual([['none', 'full'], []])
    expect(read([])).toEqual([[], []])
    expect(read(null)).toEqual([null, []])
    expect(read("don't know")).toEqual([null, []])
    expect(read('nowhere')).toEqual([
      null,
      ['Expected a list of choices, found the text "nowhere"'],
    ])
    expect(read(3)).toEqual([null, ['Expected a list of choices, found the number 3']])
  })

  it('keeps answers, inactive ones too, in the order of the questionnaire', () => {
    const { response } = fitted(
      { 'd.q1': 'no', 'd.q0': 3 },
      { inactive: { 'd.q4': 2, 'd.q2': 'full' } },
    )
    expect([[...response.answers.keys()], [...response.inactive.keys()]]).toEqual([
      ['d.q0', 'd.q1'],
      ['d.q2', 'd.q4'],
    ])
  })

  it('does not read an answer on another scale than it was given on', () => {
    const { value } = decode('response', {
      accordant: 'response/1',
      questionnaire: { id: 'q', version: '1' },
      partnership: 'b',
      partner: 'n',
      respondent: { id: 'r' },
      answers: { 'd.q0': 4 },
    })
    if (value === null) throw new Error('not decoded')
    const { response, misfits } = fitResponse(
      questionnaire,
      value,
      new Map([['d.q0', 'rating 1-7']]),
    )
    expect(response.answers.size).toBe(0)
    expect(misfits.map(({ finding }) => say(finding.message))).toEqual([
      '"d.q0" was answered on another scale (rating 1-7, now rating 1-5)',
    ])
  })

  it('reads back what toResponseFile writes', () => {
    const values = (form: Form): fc.Arbitrary<Value> => {
      switch (form.type) {
        case 'rating':
          return fc.integer({ min: 1, max: 5 })
        case 'yes-no':
          return fc.boolean()
        case 'choice':
          return fc.constantFrom('none', 'full')
        case 'choices':
          return fc.subarray(['none', 'full'])
        case 'number':
          return fc.integer()
        case 'text':
          return fc.string()
        case 'list':
          return fc.array(fc.string())
        default:
          return fc.array(fc.record({ name: fc.string(), fit: fc.integer({ min: 0, max: 10 }) }), {
            minLength: 1,
          })
      }
    }
    const text = fc.string().filter((own) => own.trim() !== '')
    const notes = fc.oneof(
      fc.record({ note: fc.option(text) }),
      text.map((privateNote) => ({ note: null, privateNote })),
    )
    const reason = fc.string().filter((text) => text.trim() !== '')
    const answers = Object.values(forms).map((form) =>
      fc.option(
        fc.oneof(
          fc.record({ state: fc.constant('answered' as const), value: values(form) }),
          fc.record({ state: fc.constant('dont-know' as const) }),
          fc.record({ state: fc.constant('skipped' as const) }),
          fc.record({ state: fc.constant('not-applicable' as const), reason }),
        ),
      ),
    )
    fc.assert(
      fc.property(fc.tuple(...answers), notes, (given, beside) => {
        const entries = given.flatMap((answer, index): [string, Answer][] =>
          answer === null ? [] : [[`d.q${index}`, { ...answer, ...beside } as Answer]],
        )
        const response: Response = { ...aResponse('north', {}), answers: new Map(entries) }
        const { value, findings } = decode('response', toResponseFile(questionnaire, response))
        expect(findings).toEqual([])
        if (value === null) throw new Error('not decoded')
        expect(fitResponse(questionnaire, value)).toEqual({ response, misfits: [] })
      }),
    )
  })
})

describe('createActiveQuestionFinder', () => {
  const chain = aQuestionnaire([
    aQuestion('d.a', { form: forms.rating, core: true }),
    aQuestion('d.b', { form: forms.rating, when: { plain: { question: 'd.a', least: 3 } } }),
    aQuestion('d.c', { form: forms.rating, core: true, when: { cel: 'answers["d.b"] >= 3.0' } }),
  ])
  const asked = async (response: Response) => [
    ...(await createActiveQuestionFinder(chain))(response),
  ]

  it('asks a chain of conditional questions only while every condition holds', async () => {
    expect(await asked(aResponse('n', { 'd.a': 3, 'd.b': 3 }))).toEqual(['d.a', 'd.b', 'd.c'])
    expect(await asked(aResponse('n', { 'd.a': 2, 'd.b': 3 }))).toEqual(['d.a'])
    expect(await asked(aResponse('n', {}))).toEqual(['d.a'])
  })

  it('asks a question with "not" unless that answer is in force', async () => {
    const when = { plain: { question: 'd.b', not: 2 } }
    const active = await createActiveQuestionFinder(
      aQuestionnaire([
        ...chain.dimensions.flatMap(({ questions }) => questions.slice(0, 2)),
        aQuestion('d.e', { form: forms.rating, core: true, when }),
      ]),
    )
    const asksLast = (response: Response) => active(response).has('d.e')
    expect(asksLast(aResponse('n', { 'd.a': 3, 'd.b': 2 }))).toBe(false)
    expect(asksLast(aResponse('n', { 'd.a': 3, 'd.b': 3 }))).toBe(true)
    expect(asksLast(aResponse('n', { 'd.a': 3 }))).toBe(true)
    const skipping = aResponse('n', { 'd.a': 3, 'd.b': 2 })
    const skipped = [...skipping.answers].map(([id, answer]) =>
      id === 'd.b' ? ([id, { ...answer, state: 'skipped' }] as const) : ([id, answer] as const),
    )
    expect(asksLast({ ...skipping, answers: new Map(skipped) })).toBe(true)
    // The answer to a question that is not asked any more, or not in a quick run, is out of force.
    expect(asksLast(aResponse('n', { 'd.a': 2, 'd.b': 2 }))).toBe(true)
    expect(asksLast({ ...aResponse('n', { 'd.a': 3, 'd.b': 2 }), run: 'quick' })).toBe(true)
  })

  it('counts an inactive answer again when its condition holds', async () => {
    const kept = aResponse('n', { 'd.b': 4 }).answers
    expect(await asked({ ...aResponse('n', { 'd.a': 3 }), inactive: kept })).toEqual([
      'd.a',
      'd.b',
      'd.c',
    ])
  })

  it('treats questions outside the quick run as unanswered in a quick run', async () => {
    expect(await asked({ ...aResponse('n', { 'd.a': 5, 'd.b': 5 }), run: 'quick' })).toEqual([
      'd.a',
    ])
  })
})
