import { describe, expect, it } from 'vitest'
import { beginRound } from '../../src/interview/round.ts'
import type { Round } from '../../src/interview/state.ts'
import { Fault } from '../../src/model/fault.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { aQuestion, aResponse, everything, rating } from '../interview/make.ts'
import { asking, Person, pressed, screenOf } from './make.ts'

const two = asking(rating, rating)

function aTable(questionnaire: Questionnaire, blind = false): Round {
  const seats = ['Northwind Traders', 'Contoso Foods'].map((name, index) => ({
    name,
    questionnaire,
    response: aResponse({ partner: ['northwind', 'contoso'][index] ?? '' }),
  }))
  return beginRound(seats, everything(questionnaire), { blind })
}

function aState(round: Round, columns = 80) {
  return createScreenState(round, { columns, rows: 24 })
}

function linesOf(state: ReturnType<typeof aState>): readonly string[] {
  return screenOf(state).filter((line) => line.trim() !== '')
}

describe('partners at one table', () => {
  it('are asked in turn, and see the answers before theirs', () => {
    expect(linesOf(aState(aTable(two)))[2]).toBe('  › Northwind Traders')
    const second = linesOf(pressed(aState(aTable(two)), '4'))
    expect(second[2]).toBe('  › Contoso Foods')
    expect(second).toContain('  Northwind Traders: 4  Looks like 4')
  })

  it('see answers that differ side by side', () => {
    const apart = linesOf(pressed(aState(aTable(two)), '4', '2'))
    expect(apart.slice(2, 8)).toEqual([
      '  You see this differently.',
      '  What of kinds.q1?',
      '  Northwind Traders',
      '    4  Looks like 4',
      '  Contoso Foods',
      '    2  Looks like 2',
    ])
    expect(linesOf(pressed(aState(aTable(two)), '4', '2', 'return'))[2]).toBe(
      '  › Northwind Traders',
    )
  })

  it.each([
    ['us', 'You see this differently. Each partner answers about itself.'],
    ['them', 'You see this differently. Each partner answers about the other.'],
  ] as const)('see whom each answers about: %s', (about, title) => {
    const directed = asking(aQuestion('kinds.q1', { about, form: rating }))
    expect(linesOf(pressed(aState(aTable(directed)), '4', '2'))[2]).toBe(`  ${title}`)
  })

  it('are not shown an answer in a blind round before all have given theirs', () => {
    const second = screenOf(pressed(aState(aTable(two, true)), '4')).join('\n')
    expect(second).not.toContain('Northwind')
    expect(second).not.toMatch(/●|your answer/)
    expect(linesOf(pressed(aState(aTable(two, true)), '4', '2'))).toContain('  Northwind Traders')
  })

  it('ignore digits and states typed ahead while answers are shown side by side', () => {
    const state = pressed(aState(aTable(two)), '4', '2')
    for (const key of ['1', '5', 's', 'd', 'a']) {
      const after = pressed(state, key)
      expect(after.round).toBe(state.round)
      expect(after.mode).toEqual({ type: 'difference', cursor: 0 })
    }
  })

  it('fit a narrow screen', () => {
    for (const line of screenOf(aState(aTable(two), 40)))
      expect(line.length).toBeLessThanOrEqual(40)
    const apart = pressed(aState(aTable(two), 40), '4', '2')
    for (const line of screenOf(apart)) expect(line.length).toBeLessThanOrEqual(40)
  })

  it('have a response each, saved after every answer, with their notes', async () => {
    const person = new Person()
    const outcome = person.begins(aTable(two))
    await person.types('42wNorth sees it\rSouth does not\r\r33\r\r')
    expect(await outcome).toBe('finished')
    const last = (partner: string) => person.saved.findLast((own) => own.partner === partner)
    expect([...(last('northwind')?.answers ?? [])]).toEqual([
      ['kinds.q1', { state: 'answered', value: 4, note: 'North sees it' }],
      ['kinds.q2', { state: 'answered', value: 3, note: null }],
    ])
    expect([...(last('contoso')?.answers ?? [])]).toEqual([
      ['kinds.q1', { state: 'answered', value: 2, note: 'South does not' }],
      ['kinds.q2', { state: 'answered', value: 3, note: null }],
    ])
    expect(last('northwind')?.completed).toBe('2026-11-20T09:14:00Z')
    expect(last('contoso')?.completed).toBe('2026-11-20T09:14:00Z')
  })

  it('keep an answer that cannot be saved, and save it with the next one', async () => {
    const person = new Person()
    let fails = true
    const outcome = person.begins(aTable(two), {
      save: (response) => {
        if (fails && response.partner === 'northwind')
          throw new Fault({ say: 'as-written', text: 'The disk is full' })
        person.saved.push(response)
      },
    })
    await person.types('4')
    expect(person.text).toContain('Not saved: The disk is full')
    fails = false
    await person.types('4')
    expect(person.saved.map(({ partner }) => partner)).toEqual(['northwind', 'contoso'])
    await person.types('q')
    expect(await outcome).toBe('left')
  })

  it('can answer line by line', async () => {
    const person = new Person()
    const outcome = person.begins(aTable(two), { accessible: true })
    await person.types('4\n', '2\n', '1\n', 'We ring them\n', '\n', '3\n', '3\n', 'f\n', 'f\n')
    expect(await outcome).toBe('finished')
    expect(person.text).toContain('kinds, question 1 of 2. Northwind Traders')
    expect(person.text).toContain('kinds, question 1 of 2. Contoso Foods')
    expect(person.text).toContain('Northwind Traders: 4  Looks like 4')
    expect(person.text).toContain('You see this differently.')
    expect(person.text).toContain('1. Northwind Traders: 4  Looks like 4. Note: We ring them')
    expect(person.text).toContain('Review. Contoso Foods: 2 of 2 answered')
    const north = person.saved.findLast((own) => own.partner === 'northwind')
    expect(north?.answers.get('kinds.q1')).toEqual({
      state: 'answered',
      value: 4,
      note: 'We ring them',
    })
  })
})
