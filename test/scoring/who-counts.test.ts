import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuestions } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import {
  type FiledResponse,
  findReasonToLeaveOut,
  settleWhoCounts,
} from '../../src/scoring/who-counts.ts'
import {
  anAnswer,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
  skipped,
} from './support/builders.ts'

const text = aQuestion('a.text', { form: { type: 'text' }, scored: false })
const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r'), text])
const completed = '2026-11-20T09:00:00Z'

function reasonFor(
  answers: Readonly<Record<string, Short>>,
  more: Partial<Response> & {
    readonly asked?: readonly string[]
    readonly withUnfinished?: boolean
    readonly of?: typeof questionnaire
  } = {},
) {
  const { asked, withUnfinished = false, of = questionnaire, ...rest } = more
  const ids = new Set(asked ?? listQuestions(of).map(({ id }) => id))
  return findReasonToLeaveOut(aResponse('p', answers, rest), {
    questionnaire: of,
    asked: () => ids,
    withUnfinished,
  })
}

describe('a response counts', () => {
  it('when it is completed, whatever is open', () => {
    expect(reasonFor({ 'a.q': 4 }, { completed })).toBe(null)
  })

  it('without that, when it has an entry for every scored question, whatever its state', () => {
    expect(reasonFor({ 'a.q': 4, 'a.r': 1 })).toBe(null)
    expect(reasonFor({ 'a.q': dontKnow, 'a.r': notApplicable })).toBe(null)
    expect(reasonFor({ 'a.q': skipped, 'a.r': skipped })).toBe(null)
  })

  it('when it has one for those that it is asked', () => {
    expect(reasonFor({ 'a.q': 4 }, { asked: ['a.q', 'a.text'] })).toBe(null)
  })

  it('with an answer that was set aside and is asked again', () => {
    const inactive = new Map([['a.r', anAnswer(3)]])
    expect(reasonFor({ 'a.q': 4 }, { inactive })).toBe(null)
  })

  it('unfinished, when unfinished ones are to count', () => {
    expect(reasonFor({ 'a.q': 4 }, { withUnfinished: true })).toBe(null)
  })
})

describe('a response does not count', () => {
  it('when it is unfinished: an entry is missing for a scored question', () => {
    expect(reasonFor({ 'a.q': 4, 'a.text': 'x' })).toBe('unfinished')
  })

  it('without `completed` where no scored question is asked, or there is none', () => {
    expect(reasonFor({ 'a.text': 'x' }, { asked: ['a.text'] })).toBe('unfinished')
    expect(reasonFor({ 'a.text': 'x' }, { asked: ['a.text'], completed })).toBe(null)
    const unscored = aQuestionnaire([text])
    expect(reasonFor({ 'a.text': 'x' }, { of: unscored })).toBe('unfinished')
    expect(reasonFor({ 'a.text': 'x' }, { of: unscored, completed })).toBe(null)
  })

  it('when it is empty, completed or not', () => {
    expect(reasonFor({})).toBe('empty')
    expect(reasonFor({}, { completed, withUnfinished: true })).toBe('empty')
  })

  it('when it is excluded, before any other reason', () => {
    const excluded = 'Answered twice by mistake'
    expect(reasonFor({ 'a.q': 4, 'a.r': 4 }, { excluded, completed })).toBe('excluded')
    expect(reasonFor({}, { excluded, withUnfinished: true })).toBe('excluded')
  })
})

describe('who counts', () => {
  const filed = (file: string, response: Response): FiledResponse => ({ file, response })
  const person = (
    partner: string,
    id: string,
    answers: Readonly<Record<string, Short>>,
    more: Partial<Response> = {},
  ) => aResponse(partner, answers, { respondent: { id, role: null }, ...more })
  const all = [
    filed('d.yaml', person('p2', 'r1', {})),
    filed('c.yaml', person('p1', 'r2', { 'a.q': 1 })),
    filed('b.yaml', person('p1', 'r10', { 'a.q': 1, 'a.r': 1 }, { excluded: 'By mistake' })),
    filed('f.yaml', person('p1', 'r2', {}, { completed })),
    filed('a.yaml', person('p1', 'r1', { 'a.q': 1, 'a.r': 1 })),
    filed('e.yaml', person('p2', 'r2', { 'a.q': 1 }, { completed })),
  ]
  const rules = {
    questionnaire,
    asked: () => new Set(['a.q', 'a.r']),
    withUnfinished: false,
  }

  it('leaves out the others by partner, then respondent, with file, reason and what was written', () => {
    expect(settleWhoCounts(all, rules)).toEqual({
      counted: [all[4], all[5]],
      leftOut: [
        {
          partner: 'p1',
          respondent: 'r10',
          file: 'b.yaml',
          reason: 'excluded',
          note: 'By mistake',
        },
        { partner: 'p1', respondent: 'r2', file: 'c.yaml', reason: 'unfinished', note: null },
        { partner: 'p1', respondent: 'r2', file: 'f.yaml', reason: 'empty', note: null },
        { partner: 'p2', respondent: 'r1', file: 'd.yaml', reason: 'empty', note: null },
      ],
    })
  })

  it('does not depend on the order of the files', () => {
    const { counted, leftOut } = settleWhoCounts(all, rules)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const again = settleWhoCounts(shuffled, rules)
        expect(new Set(again.counted)).toEqual(new Set(counted))
        expect(again.leftOut).toEqual(leftOut)
      }),
    )
  })
})
