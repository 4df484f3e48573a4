import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/model/fault.ts'
import type { Column } from '../../src/model/forms/table.ts'
import {
  aDimension,
  aProfileQuestion,
  aQuestion,
  aQuestionnaire,
  rating,
} from '../interview/make.ts'
import { asking, opened, Person } from './make.ts'

const accessible = { accessible: true } as const
const choices = ['Mail', 'Phone'].map((title) => ({ id: title.toLowerCase(), title, score: null }))
const name: Column = { id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] }

describe('conduct, line by line', () => {
  it('reads every kind of answer, also typed ahead', async () => {
    const person = new Person()
    const days: Column = { ...name, id: 'days', title: 'Days', type: 'number', from: 0, to: 5 }
    const questionnaire = asking(
      rating,
      { type: 'yes-no' },
      { type: 'choice', choices },
      { type: 'choices', choices },
      { type: 'number', from: null, to: null },
      { type: 'text' },
      { type: 'list' },
      { type: 'table', leastRows: 1, columns: [name, days] },
    )
    const outcome = person.begins(opened(questionnaire), accessible)
    await person.types('4\ny\n2\n2, 1\n3,5\nWe want it\none\ntwo\n\nAnn\n4\n\nf\n')
    expect(await outcome).toBe('finished')
    expect(Object.values(person.answers)).toEqual([
      4,
      true,
      'phone',
      ['mail', 'phone'],
      3.5,
      'We want it',
      ['one', 'two'],
      [{ name: 'Ann', days: 4 }],
    ])
  })

  it('never moves the cursor or draws over a line', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(rating, rating)), accessible)
    await person.types('4\nq\n')
    expect(await outcome).toBe('left')
    expect(person.drawn).toBe(person.text)
    expect(person.text).toMatchInlineSnapshot(`
      "
      kinds, question 1 of 2
      What of kinds.q1?
      1. Looks like 1
      2. Looks like 2
      3. Looks like 3
      4. Looks like 4
      5. Looks like 5
      Answer (1-5), or b back, w note, p private note, d don't know, a not
      applicable, s skip, ? why, j jump, r review, q save and leave: 
      kinds, question 2 of 2
      What of kinds.q2?
      1. Looks like 1
      2. Looks like 2
      3. Looks like 3
      4. Looks like 4
      5. Looks like 5
      Answer (1-5), or b back, w note, p private note, d don't know, a not
      applicable, s skip, ? why, j jump, r review, q save and leave: "
    `)
  })

  it('says what is wrong with an answer', async () => {
    const person = new Person()
    const questionnaire = asking(
      rating,
      { type: 'yes-no' },
      { type: 'choices', choices },
      { type: 'number', from: 0, to: 3 },
    )
    const outcome = person.begins(opened(questionnaire), accessible)
    await person.types('9\n1\nmaybe\nn\n3\n0\nmany\n/q\n')
    expect(await outcome).toBe('left')
    expect(person.text).toContain('"9" is not an answer here; type a number from 1 to 5')
    expect(person.text).toContain('"maybe" is not an answer here; type yes or no')
    expect(person.text).toContain('type numbers from 1 to 2, such as 1, 3')
    expect(person.text).toContain('"many" is not a number')
    expect(Object.values(person.answers)).toEqual([1, false, []])
  })

  it('runs every command', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(rating, rating, rating, rating)), accessible)
    await person.types(
      'w\nAsk Ann\n4\nd\na\n\nby design\ns\n',
      'b\n?\nj\n1\nb\n',
      'r\n1\n\n',
      'f\n',
    )
    expect(await outcome).toBe('finished')
    expect([...(person.saved.at(-1)?.answers.values() ?? [])]).toEqual([
      { state: 'answered', value: 4, note: 'Ask Ann' },
      { state: 'dont-know', note: null },
      { state: 'not-applicable', reason: 'by design', note: null },
      { state: 'skipped', note: null },
    ])
    expect(person.text).toContain('Please give a reason')
    expect(person.text).toContain("Unanswered: What of kinds.q2? don't know")
    expect(person.text).toContain('The answers:')
    expect(person.text).not.toContain('?:')
  })

  it('takes a line for a command of a text question only after a slash', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking({ type: 'text' }, { type: 'text' })), accessible)
    await person.types('b\n/b\n\n/q\n')
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': 'b' })
    expect(person.text).toContain('Your answer: b. Leave the line blank to keep it.')
  })

  it('skips a background question on a blank line', async () => {
    const person = new Person()
    const questionnaire = aQuestionnaire({
      profile: [aProfileQuestion('problem', { form: { type: 'text' } })],
      dimensions: [aDimension('trust', [aQuestion('trust.first')])],
    })
    const outcome = person.begins(opened(questionnaire), accessible)
    await person.types('\n4\nf\n')
    expect(await outcome).toBe('finished')
    expect(person.saved.at(-1)?.profile.size).toBe(0)
  })

  it('takes several choices of a background question, and skips it on a blank line', async () => {
    const questionnaire = aQuestionnaire({
      profile: [aProfileQuestion('learned', { form: { type: 'choices', choices } })],
      dimensions: [aDimension('trust', [aQuestion('trust.first')])],
    })
    const several = new Person()
    const outcome = several.begins(opened(questionnaire), accessible)
    await several.types('2 1\n4\nf\n')
    expect(await outcome).toBe('finished')
    expect([...(several.saved.at(-1)?.profile ?? [])]).toEqual([['learned', ['mail', 'phone']]])
    const none = new Person()
    const skipped = none.begins(opened(questionnaire), accessible)
    await none.types('\n4\nf\n')
    expect(await skipped).toBe('finished')
    expect(none.saved.at(-1)?.profile.size).toBe(0)
  })

  it('is interrupted by the end of the input, and by the signal', async () => {
    const ended = new Person()
    const first = ended.begins(opened(asking(rating, rating)), accessible)
    await ended.types('4\n')
    ended.input.end()
    expect(await first).toBe('interrupted')
    expect(ended.answers).toEqual({ 'kinds.q1': 4 })
    const controller = new AbortController()
    const second = new Person().begins(opened(asking(rating)), {
      ...accessible,
      signal: controller.signal,
    })
    controller.abort()
    expect(await second).toBe('interrupted')
  })

  it('says when answers cannot be saved', async () => {
    const person = new Person()
    const save = () => {
      throw new Fault({ say: 'as-written', text: 'The disk is full' })
    }
    const outcome = person.begins(opened(asking(rating, rating)), { ...accessible, save })
    outcome.catch(() => {})
    await person.types('4\nq\nq\n')
    await expect(outcome).rejects.toMatchObject({ reason: { text: 'The disk is full' } })
    expect(person.text).toContain('Not saved: The disk is full.')
  })
})
