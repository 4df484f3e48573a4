import { describe, expect, it } from 'vitest'
import { getInterview } from '../../src/interview/round.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Column } from '../../src/model/forms/table.ts'
import type { Answer } from '../../src/model/response.ts'
import { pressKey } from '../../src/terminal/keys/press.ts'
import { parseTypedCell, type Screen } from '../../src/terminal/keys/screen-state.ts'
import { toKeyName } from '../../src/terminal/prompt.ts'
import { sayInterview } from '../../src/words/say-interview.ts'
import {
  aProfileQuestion,
  aQuestion,
  aQuestionnaire,
  aResponse,
  everything,
  rating,
} from '../interview/make.ts'
import { aState, asking, now, opened, Person, pressed, screenOf, typed } from './make.ts'

const wide = { columns: 80, rows: 24 }
const yesNo: Form = { type: 'yes-no' }
const many: Form = {
  type: 'choice',
  choices: Array.from({ length: 15 }, (_, index) => ({
    id: `c${index}`,
    title: `Place ${index + 1}`,
    score: null,
  })),
}
const some: Form = { type: 'choices', choices: many.choices.slice(0, 3) }

function at(state: Screen): string {
  return state.round.at ?? 'review'
}

function value(state: Screen, id: string): unknown {
  const entry: Answer | undefined = getInterview(state.round).response.answers.get(id)
  return entry?.state === 'answered' ? entry.value : entry?.state
}

describe('keys on a question', () => {
  it('answer with a digit, 0 for the tenth, y and n', () => {
    const ten: Form = {
      type: 'rating',
      values: Array.from({ length: 10 }, (_, index) => ({ value: index + 1, label: null })),
    }
    const state = pressed(
      aState(asking(rating, ten, yesNo, yesNo, yesNo), wide),
      '4',
      '0',
      'y',
      'n',
      '2',
    )
    expect([1, 2, 3, 4, 5].map((n) => value(state, `kinds.q${n}`))).toEqual([
      4,
      10,
      true,
      false,
      false,
    ])
    expect(at(state)).toBe('review')
  })

  it('answer with arrows and Enter, starting at the earlier answer', () => {
    const state = pressed(aState(asking(rating, rating), wide), 'down', 'down', 'return')
    expect(value(state, 'kinds.q1')).toBe(2)
    expect(value(pressed(state, 'b', 'down', 'return'), 'kinds.q1')).toBe(3)
    expect(value(pressed(state, 'up', 'return'), 'kinds.q2')).toBe(5)
  })

  it('are no digits for more than ten options, and the list scrolls', () => {
    const state = aState(asking(many, rating), wide)
    expect(value(pressed(state, '3'), 'kinds.q1')).toBeUndefined()
    const end = pressed(state, 'down', 'end')
    expect(screenOf(end).join('\n')).toContain('›  Place 15')
    expect(value(pressed(end, 'return'), 'kinds.q1')).toBe('c14')
  })

  it('select several options, and need Enter twice for none of them', () => {
    const state = aState(asking(some, rating), wide)
    expect(value(pressed(state, '3', '1', '2', '2', 'return'), 'kinds.q1')).toEqual(['c0', 'c2'])
    expect(value(pressed(state, 'down', 'down', 'space', 'return'), 'kinds.q1')).toEqual(['c1'])
    const asked = pressed(state, 'return')
    expect(at(asked)).toBe('kinds.q1')
    expect(value(pressed(asked, 'return'), 'kinds.q1')).toEqual([])
    expect(at(pressed(asked, '1', '1', 'return'))).toBe('kinds.q1')
  })

  it('do nothing on Enter without an answer', () => {
    expect(at(pressed(aState(asking(rating), wide), 'return'))).toBe('kinds.q1')
  })

  it.each(['b', 'left', 'backspace', 'escape'])('go back with %s', (key) => {
    expect(at(pressed(aState(asking(rating, rating), wide), '4', key))).toBe('kinds.q1')
  })

  it('need s twice before a skip removes an answer', () => {
    const state = pressed(aState(asking(rating, rating), wide), '4', 'b', 's')
    expect(value(state, 'kinds.q1')).toBe(4)
    expect(at(pressed(state, 'right'))).toBe('kinds.q2')
    expect(value(pressed(state, 's'), 'kinds.q1')).toBe('skipped')
    expect(value(pressed(state, 'x', 's'), 'kinds.q1')).toBe(4)
  })

  it('only answer or skip a background question', () => {
    const state = aState(aQuestionnaire({ profile: [aProfileQuestion('stage')] }), wide)
    expect(pressed(state, 'd').message?.tone).toBe('warning')
    expect(at(pressed(state, 's'))).toBe('review')
  })

  it('skip a typed background question with an empty line', () => {
    const typed = aProfileQuestion('problem', { form: { type: 'text' } })
    expect(at(pressed(aState(aQuestionnaire({ profile: [typed] }), wide), 'return'))).toBe('review')
  })

  it('are the hotkeys of a typed question after Esc', () => {
    const state = pressed(aState(asking({ type: 'text' }, rating), wide), 'escape')
    expect(value(pressed(state, 'd'), 'kinds.q1')).toBe('dont-know')
    expect(pressed(state, 'return').mode.type).toBe('field')
    expect(screenOf(state).join('\n')).toContain('(nothing typed yet)')
  })

  it('are not taken from pasted text', () => {
    const state = pressed(aState(asking(rating), wide), 'paste-start', '4', 'q', 'paste-end')
    expect(at(state)).toBe('kinds.q1')
    expect(state.message?.text).toEqual({ say: 'pasted-text' })
  })
})

describe('keys on lists and pages', () => {
  const three = aState(asking(rating, rating, rating), wide)

  it('jump to a question, to the first unanswered one, or not at all', () => {
    expect(at(pressed(three, '4', 'j', 'end', 'return'))).toBe('kinds.q3')
    expect(at(pressed(three, '4', '4', 'j', 'home', 'return'))).toBe('kinds.q3')
    expect(at(pressed(three, '4', 'b', 'j', 'o'))).toBe('kinds.q2')
    expect(pressed(three, 'j', 'escape')).toEqual({ ...three, message: null })
    expect(at(pressed(three, 'j', 'r'))).toBe('review')
    expect(pressed(three, 'j', 'q').round.ended).toBe('left')
    expect(pressed(three, '1', '1', '1', 'j', 'o').message?.text).toEqual({ say: 'all-answered' })
  })

  it('search the list to jump from, until Esc shows all of it', () => {
    const rooms = asking(
      aQuestion('kinds.q1', { ask: 'Which café?' }),
      aQuestion('kinds.q2', { ask: 'Who joins us?' }),
      aQuestion('kinds.q3', { ask: 'Who brings the jam?' }),
    )
    const list = pressed(aState(rooms, wide), 'j')
    const search = (text: string) => typed(pressed(list, '/'), text)
    expect(at(pressed(search('jam'), 'return'))).toBe('kinds.q3')
    expect(at(pressed(search('who'), 'return'))).toBe('kinds.q2')
    expect(at(pressed(search('who'), 'down', 'return'))).toBe('kinds.q3')
    expect(at(pressed(search('who j'), 'down', 'up', 'return'))).toBe('kinds.q2')
    expect(pressed(search('who'), 'escape')).toEqual(list)
    expect(pressed(search('who'), 'escape', 'escape').mode.type).toBe('options')
    expect(pressed(search('zebra'), 'return').mode.type).toBe('jump')
    expect(at(pressed(search('q'), 'down', 'down', 'return'))).toBe('kinds.q3')
  })

  it('change an answer from the review and return there', () => {
    const state = pressed(three, '4', '4', '4', 'down', 'return')
    expect(at(state)).toBe('kinds.q1')
    expect(at(pressed(state, '5'))).toBe('review')
    expect(at(pressed(state, 'b'))).toBe('review')
  })

  it('go from the review to what is missing, or finish if nothing is', () => {
    expect(at(pressed(three, '4', 'r', 'return'))).toBe('kinds.q2')
    const done = pressed(three, '4', '4', '4', 'f')
    expect(getInterview(done.round).response.completed).toBe(now())
    expect(at(pressed(three, '4', 'r', 'down', 'escape', 'escape'))).toBe('kinds.q2')
    expect(pressed(three, 'r', 'q').round.ended).toBe('left')
    expect(pressed(three, 'r', 'j').mode.type).toBe('jump')
  })

  it('turn the pages of the guidance and return', () => {
    const low = aState(asking(rating), { columns: 40, rows: 12 })
    const last = pressed(low, '?', ...Array(9).fill('down'))
    expect(last.mode.type).toBe('options')
    expect(pressed(low, '?', 'space', 'b').mode).toMatchObject({ page: 0 })
  })
})

describe('leaving with a line in hand', () => {
  it.each<[string, Form, readonly string[], unknown]>([
    ['a number', { type: 'number', from: 0, to: 9 }, ['3,5', '\x13'], 3.5],
    ['half a number', { type: 'number', from: 0, to: 9 }, ['3,5,', '\x13'], undefined],
    ['an item', { type: 'list' }, ['one\r', 'two', '\x13'], ['one', 'two']],
    ['a note', rating, ['w', 'Ask Ann', '\x13'], 'skipped'],
  ])('stores %s', async (_, form, chunks, expected) => {
    const person = new Person()
    const outcome = person.begins(opened(asking(form)))
    await person.types(...chunks)
    expect(await outcome).toBe('left')
    expect(person.answers['kinds.q1']).toEqual(expected)
  })
})

describe('tables', () => {
  const name: Column = {
    id: 'name',
    title: 'Name',
    type: 'text',
    from: null,
    to: null,
    choices: [],
  }
  const role: Column = {
    ...name,
    id: 'role',
    type: 'choice',
    choices: ['Lead', 'Deputy'].map((title) => ({ id: title.toLowerCase(), title, score: null })),
  }
  const table: Form = { type: 'table', leastRows: 1, columns: [name, role] }

  it('read a choice by number, id or title', () => {
    expect(['2', 'lead', 'DEPUTY', ''].map((text) => parseTypedCell(role, text))).toEqual(
      ['deputy', 'lead', 'deputy', null].map((cell) => ({ cell })),
    )
    expect(parseTypedCell(role, '3')).toEqual({
      wrong: { say: 'not-a-choice', text: '3', last: 2 },
    })
    expect(parseTypedCell({ ...name, type: 'number', from: 1 }, '0')).toEqual({
      wrong: { say: 'as-written', text: '0 is out of range; expected a number of at least 1' },
    })
  })

  it('have rows that can be edited and removed, and need at least one', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(table, rating)))
    await person.types('Ann\r1\r', 'Bob\r9\r', '\x7f2\r', '\x1b[A', '\x1b[A', '!\r', '\r')
    expect(person.answers['kinds.q1']).toEqual([
      { name: 'Ann!', role: 'lead' },
      { name: 'Bob', role: 'deputy' },
    ])
    await person.types('\x1b[A', '\x18', '\r', 'b')
    expect(person.answers['kinds.q1']).toEqual([{ name: 'Ann!', role: 'lead' }])
    expect(person.text).toContain('1  Ann! · Lead')
    await person.types('\x13')
    expect(await outcome).toBe('left')
  })

  it('show their rows while the hotkeys are on', () => {
    const answers = new Map([
      ['kinds.q1', { state: 'answered', value: [{ name: 'Ann' }], note: 'n' } as const],
    ])
    const state = aState(asking(table, rating), wide, aResponse({ answers }))
    const shown = screenOf(pressed(state, 'b', 'escape')).join('\n')
    expect(shown).toContain('1  Ann')
    expect(shown).toContain('Note: n')
  })
})

describe('toKeyName', () => {
  it('gives a key one name, however terminals and test kits send it', () => {
    expect(toKeyName({ name: undefined, sequence: '?' })).toBe('?')
    expect(toKeyName({ name: '?' })).toBe('?')
    expect(toKeyName({ name: 'b', sequence: 'B' })).toBe('b')
    expect(toKeyName({ name: 's', ctrl: true })).toBe('^s')
    expect(toKeyName({ name: 'enter' })).toBe('return')
    expect(toKeyName({ name: 'escape', meta: true })).toBe('escape')
    expect(toKeyName({ name: 'b', meta: true })).toBeNull()
    expect(toKeyName({})).toBeNull()
  })
})

describe('the effects of a change', () => {
  it('are counted in one sentence', () => {
    expect(sayInterview({ say: 'change-effects', inactive: 2, restored: 0, opened: 1 })).toBe(
      'Your change set aside 2 other answers (their questions no longer apply) and added 1 question to answer.',
    )
    expect(sayInterview({ say: 'change-effects', inactive: 0, restored: 1, opened: 0 })).toBe(
      'Your change restored 1 earlier answer.',
    )
  })

  it('are shown on the next screen', () => {
    const questionnaire = asking(yesNo, rating)
    const active = (response: { readonly answers: ReadonlyMap<string, Answer> }) => {
      const first = response.answers.get('kinds.q1')
      const no = first?.state === 'answered' && first.value === false
      return no ? new Set(['kinds.q1']) : everything(questionnaire)(aResponse())
    }
    const keys = ['y', '4', 'b', 'b', 'n']
    const field = { line: '', caret: 0 }
    const state = keys.reduce(
      (own, key) => pressKey(own, key, field, { active, now }),
      aState(questionnaire, wide),
    )
    expect(state.message?.text).toEqual({
      ...{ say: 'change-effects', inactive: 1, restored: 0, opened: 0 },
    })
    expect([...getInterview(state.round).response.inactive.keys()]).toEqual(['kinds.q2'])
  })
})
