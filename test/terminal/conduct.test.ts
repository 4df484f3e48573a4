import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/model/fault.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Column } from '../../src/model/forms/table.ts'
import { aQuestion, rating } from '../interview/make.ts'
import { asking, opened, Person } from './make.ts'

const six = asking(rating, rating, rating, rating, rating, rating)
const text: Form = { type: 'text' }
const column: Column = {
  id: 'name',
  title: 'Name',
  type: 'text',
  from: null,
  to: null,
  choices: [],
}

describe('conductInterview', () => {
  it('loses no key that is typed ahead', async () => {
    const person = new Person()
    const outcome = person.begins(opened(six))
    await person.types('444445\r')
    expect(await outcome).toBe('finished')
    expect(Object.values(person.answers)).toEqual([4, 4, 4, 4, 4, 5])
    expect(person.saved.length).toBe(7)
    expect(person.saved.at(-1)?.completed).toBe('2026-11-20T09:14:00Z')
  })

  it('takes text and hotkeys typed ahead in one go', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(rating, text, rating)))
    await person.types('4We want it\r5\r')
    expect(await outcome).toBe('finished')
    expect(Object.values(person.answers)).toEqual([4, 'We want it', 5])
  })

  it('restores the terminal', async () => {
    const person = new Person()
    const outcome = person.begins(opened(six))
    await person.types('q')
    expect(await outcome).toBe('left')
    expect(person.drawn.endsWith('\x1b[?2004l\x1b[?25h\x1b[?1049l')).toBe(true)
  })

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('is interrupted by %s, with everything saved', async (_, key) => {
    const person = new Person()
    const outcome = person.begins(opened(six))
    await person.types('4', key)
    expect(await outcome).toBe('interrupted')
    expect(person.answers).toEqual({ 'kinds.q1': 4 })
  })

  it('is interrupted when the input ends', async () => {
    const person = new Person()
    const outcome = person.begins(opened(six))
    await person.types('4')
    person.input.end()
    expect(await outcome).toBe('interrupted')
  })

  it('is interrupted by the signal', async () => {
    const person = new Person()
    const controller = new AbortController()
    const outcome = person.begins(opened(six), { signal: controller.signal })
    await person.types('4')
    controller.abort()
    expect(await outcome).toBe('interrupted')
  })

  it('edits in the middle of a line, also when keys come in one chunk', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(text)))
    await person.types('one three', '\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D', 'two ', '\r', '\r')
    expect(await outcome).toBe('finished')
    expect(person.answers).toEqual({ 'kinds.q1': 'one two three' })
  })

  it('keeps the line breaks of pasted text, and takes none of it for a hotkey', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(text, rating)))
    await person.types(
      '\x1b[200~first\r\nq second\x1b[201~',
      '\r',
      '\x1b[200~4q\r\x1b[201~',
      '\x13',
    )
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': 'first\nq second' })
  })

  it('offers an earlier text to be edited', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(text, rating)))
    await person.types('We want\r', 'b', ' it', '\r', 'q')
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': 'We want it' })
  })

  it('stores the line that is being typed when Ctrl-S leaves', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(text)))
    await person.types('half a sent', '\x13')
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': 'half a sent' })
  })

  it('takes a list line by line, saved as it grows', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking({ type: 'list' }, rating)))
    await person.types('one\rtwo\r', '\x1b[A', '!\r')
    expect(person.answers).toEqual({ 'kinds.q1': ['one', 'two!'] })
    await person.types('three\r', '\x1b[A\x1b[A', '\x18', '\x1b[B\x1b[B', '\r', 'q')
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': ['one', 'three'] })
  })

  it('takes a table cell by cell', async () => {
    const person = new Person()
    const days: Column = { ...column, id: 'days', type: 'number', from: 0, to: 5 }
    const outcome = person.begins(
      opened(asking({ type: 'table', leastRows: 1, columns: [column, days] })),
    )
    await person.types('\r', 'Ann\r', '7\r', '\x7f2,5\r', 'Bob\r\r', '\r', '\r')
    expect(await outcome).toBe('finished')
    expect(person.text).toContain('7 is out of range; expected a number from 0 to 5')
    expect(person.answers).toEqual({ 'kinds.q1': [{ name: 'Ann', days: 2.5 }, { name: 'Bob' }] })
  })

  it('takes a reason for "not applicable", and a note', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asking(rating, rating)))
    await person.types('wask Ann\r', 'a\r', 'by design\r', 'd', '\r')
    expect(await outcome).toBe('finished')
    expect(person.text).toContain('Please give a reason')
    expect([...(person.saved.at(-1)?.answers.values() ?? [])]).toEqual([
      { state: 'not-applicable', reason: 'by design', note: 'ask Ann' },
      { state: 'dont-know', note: null },
    ])
  })

  it('says when answers cannot be saved, keeps them, and tries again', async () => {
    const person = new Person()
    let full = true
    const save = (response: (typeof person.saved)[number]) => {
      if (full) throw new Fault({ say: 'as-written', text: 'The disk is full' })
      person.saved.push(response)
    }
    const outcome = person.begins(opened(six), { save })
    await person.types('4', 'q')
    expect(person.text).toContain('Not saved: The disk is full')
    full = false
    await person.types('5', 'q')
    expect(await outcome).toBe('left')
    expect(person.answers).toEqual({ 'kinds.q1': 4, 'kinds.q2': 5 })
  })

  it('throws the fault if answers are still unsaved at the end', async () => {
    const person = new Person()
    const save = () => {
      throw new Fault({ say: 'as-written', text: 'The disk is full' })
    }
    const outcome = person.begins(opened(six), { save })
    outcome.catch(() => {})
    await person.types('4', 'q', 'q')
    await expect(outcome).rejects.toMatchObject({ reason: { text: 'The disk is full' } })
  })

  it('throws other errors than faults at once', async () => {
    const person = new Person()
    const save = () => {
      throw new TypeError('a mistake of ours')
    }
    const outcome = person.begins(opened(six), { save })
    outcome.catch(() => {})
    await person.types('4')
    await expect(outcome).rejects.toThrow('a mistake of ours')
  })

  it('draws again when the window changes', async () => {
    const person = new Person()
    const outcome = person.begins(opened(six))
    Object.assign(person.output, { columns: 40, rows: 12 }).emit('resize')
    const narrow = person.text.split('Looks like 1').at(-1) ?? ''
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
    await person.types('q')
    expect(await outcome).toBe('left')
    expect(person.output.listenerCount('resize')).toBe(0)
  })

  it('shows control characters of questionnaires instead of sending them', async () => {
    const person = new Person()
    const outcome = person.begins(
      opened(asking(aQuestion('kinds.q1', { ask: 'a\u202eb\x1b[31mc' }))),
    )
    await person.types('q')
    expect(await outcome).toBe('left')
    expect(person.text).toContain('a⟨U+202E⟩b⟨U+001B⟩[31mc')
  })
})
