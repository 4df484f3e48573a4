import { describe, expect, it } from 'vitest'
import { beginRound, getInterview } from '../../src/interview/round.ts'
import type { Round } from '../../src/interview/state.ts'
import type { Response } from '../../src/model/response.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { pressKey } from '../../src/terminal/keys/press.ts'
import type { Screen } from '../../src/terminal/keys/screen-state.ts'
import { aResponse, everything, rating } from '../interview/make.ts'
import { aState, asking, now, opened, Person, pressed, screenOf } from './make.ts'

const wide = { columns: 80, rows: 24 }
const two = asking(rating, rating)
const secret = 'Their manager drinks'

function withNote(notes: object): Partial<Response> {
  const entry = { state: 'answered', value: 4, note: null, ...notes } as const
  return { answers: new Map([['kinds.q1', entry]]) }
}

const isPrivate = { privateNote: secret }
const isPublic = { note: secret }

/** At the first question, with a note there. */
function noted(notes: object, size = wide): Screen {
  return pressed(aState(two, size, aResponse(withNote(notes))), 'b')
}

/** What is typed into the line that is open, and Enter. */
function typedIn(state: Screen, text: string): Screen {
  return pressKey(
    pressKey(state, 'x', { line: text, caret: text.length }, context),
    'return',
    { line: '', caret: 0 },
    context,
  )
}

const context = { active: everything(two), now }

function notesOf({ round }: Screen) {
  const { note, privateNote } = getInterview(round).response.answers.get('kinds.q1') ?? {}
  return { note, privateNote }
}

describe('a private note', () => {
  it('is written with p, and shown as private', () => {
    const asked = pressed(aState(two, wide), 'p')
    expect(screenOf(asked).join('\n')).toContain(
      'Your private note (it stays in your file, and no report shows it)',
    )
    const state = typedIn(asked, secret)
    expect(notesOf(state)).toEqual({ note: null, privateNote: secret })
    expect(screenOf(state).join('\n')).toContain(`Private note: ${secret}`)
  })

  it('stays private when it is edited with w', () => {
    const editing = pressed(noted(isPrivate), 'w')
    expect(screenOf(editing).join('\n')).toContain('Your private note')
    expect(notesOf(typedIn(editing, 'He stopped'))).toEqual({
      note: null,
      privateNote: 'He stopped',
    })
  })

  it('is made of a note with p and Enter', () => {
    expect(notesOf(pressed(noted(isPublic), 'p'))).toEqual({ note: secret, privateNote: undefined })
    expect(notesOf(typedIn(pressed(noted(isPublic), 'p'), secret))).toEqual({
      note: null,
      privateNote: secret,
    })
  })

  it('is removed when it is blank, and then a note is one that may be quoted', () => {
    const removed = typedIn(pressed(noted(isPrivate), 'w'), '')
    expect(notesOf(removed)).toEqual({ note: null, privateNote: undefined })
    expect(notesOf(typedIn(pressed(removed, 'w'), 'For all'))).toEqual({
      note: 'For all',
      privateNote: undefined,
    })
  })

  it('is kept when Ctrl-S leaves while it is typed', () => {
    const typing = pressKey(
      pressed(aState(two, wide), 'p'),
      'x',
      { line: secret, caret: secret.length },
      context,
    )
    const left = pressKey(typing, '^s', { line: secret, caret: secret.length }, context)
    expect(notesOf(left)).toEqual({ note: null, privateNote: secret })
  })

  it('is shown as private in the review and in the guidance', () => {
    const review = pressed(noted(isPrivate), 'r')
    expect(screenOf(review)).toEqual(
      expect.arrayContaining([
        '    ✓ What of kinds.q1?                           4  Looks like 4',
        `      Private note: ${secret}`,
      ]),
    )
    const guidance = pressed(noted(isPrivate), '?')
    expect(screenOf(guidance).join('\n')).toContain(`Private note: ${secret}`)
    expect(screenOf(pressed(noted(isPublic), 'r'))).toContain(`      Note: ${secret}`)
  })

  it('has its label wrapped whole on a narrow screen', () => {
    const lines = screenOf(pressed(noted(isPrivate, { columns: 40, rows: 12 }), 'p'))
    expect(lines.map((line) => line.trim()).join(' ')).toContain(
      'Your private note (it stays in your file, and no report shows it)',
    )
  })

  it('does not exist on a background question', () => {
    const background = { ...two, profile: [], dimensions: two.dimensions }
    const state = createScreenState(opened(background), wide)
    expect(pressed(state, 'r', 'p').mode.type).toBe('review')
  })
})

describe('a private note at a table', () => {
  const names = ['Northwind', 'Contoso']

  function aTable(...notes: readonly object[]): Round {
    const seats = names.map((name, index) => ({
      name,
      questionnaire: two,
      response: aResponse({ partner: name.toLowerCase(), ...withNote(notes[index] ?? {}) }),
    }))
    const [north, south] = seats
    const other = south?.response.answers.get('kinds.q1')
    if (north === undefined || south === undefined || other === undefined) throw new Error('two')
    const lower = new Map([['kinds.q1', { ...other, value: 2 } as typeof other]])
    const apart = { ...south, response: { ...south.response, answers: lower } }
    return beginRound([north, apart], everything(two))
  }

  function everyScreen(round: Round): string {
    const start = createScreenState(round, wide)
    const question = pressed(start, 'b', 'b')
    const apart = pressed(question, 'return')
    return [start, question, pressed(question, '?'), pressed(question, 'r'), apart]
      .flatMap((state) => screenOf(state))
      .join('\n')
  }

  it('is not shown to the others in the room', () => {
    const shown = everyScreen(aTable(isPrivate, isPrivate))
    expect(shown).not.toContain(secret)
    expect(shown).toContain('Private note: in your file, not shown here')
    expect(shown).toContain('You see this differently.')
  })

  it('is passed over when each partner notes why the answers differ', () => {
    const difference = pressed(createScreenState(aTable(isPrivate, isPublic), wide), 'b', 'return')
    expect(difference.mode).toEqual({ type: 'difference', cursor: 0 })
    const why = pressed(difference, 'w')
    expect(why.mode).toMatchObject({ type: 'note', private: false, field: { line: secret } })
    expect(why.round.turn).toBe(1)
    expect(screenOf(why).join('\n')).toContain(
      'Northwind has a private note on this question, and it is kept.',
    )
    const after = typedIn(why, 'We ring them')
    expect(after.round.seats.map(({ response }) => response.answers.get('kinds.q1'))).toEqual([
      { state: 'answered', value: 4, note: null, privateNote: secret },
      { state: 'answered', value: 2, note: 'We ring them' },
    ])
    expect(pressed(difference, 'p').mode).toEqual({ type: 'difference', cursor: 0 })
  })

  it('is kept line by line, and not shown', async () => {
    const person = new Person()
    const outcome = person.begins(aTable(isPrivate, {}), { accessible: true })
    await person.types('b\n', '1\n', '1\n', '2\n', 'We ring them\n', 'q\n')
    expect(await outcome).toBe('left')
    expect(person.text).not.toContain(secret)
    expect(person.text).toContain('Northwind has a private note on this question, and it is kept.')
    const last = (partner: string) => person.saved.findLast((own) => own.partner === partner)
    expect(last('contoso')?.answers.get('kinds.q1')?.note).toBe('We ring them')
  })
})

describe('a private note, line by line', () => {
  it('is written, edited, made of a note, and removed', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(rating, rating, rating)), { accessible: true })
    await person.types(`p\n${secret}\n4\n`, 'b\nw\nHe stopped\n\n', 'w\nA note\np\n\n4\n')
    await person.types(`p\n${secret}\n`, 'w\n-\nw\nFor all\n5\n', 'f\n')
    expect(await outcome).toBe('finished')
    expect([...(person.saved.at(-1)?.answers.values() ?? [])]).toEqual([
      { state: 'answered', value: 4, note: null, privateNote: 'He stopped' },
      { state: 'answered', value: 4, note: null, privateNote: 'A note' },
      { state: 'answered', value: 5, note: 'For all' },
    ])
    expect(person.text).toContain('Private note (one line):')
    expect(person.text).toContain(
      'Private note (one line; leave blank to keep the text, type - to remove it):',
    )
    expect(person.text).toContain(
      '1. What of kinds.q1? 4  Looks like 4\nPrivate note: He stopped\n',
    )
    expect(person.text).toContain('3. What of kinds.q3? 5  Looks like 5\nNote: For all\n')
  })
})
