import { describe, expect, it } from 'vitest'
import { labelItem } from '../../src/checks/item-label.ts'
import { say } from '../../src/words/say-message.ts'

const plan = { partners: [{ id: 'harbour', name: 'Harbour Lights' }] }

describe('An entry of a plan is called', () => {
  it.each([
    ['by its name before its id', { id: 'p1', name: 'Sara Lind', role: 'Sponsor' }, 'Sara Lind'],
    [
      'by the text that says what it is',
      { id: 'o1', goal: 'Fewer empty trips' },
      'Fewer empty trips',
    ],
    ['by its id, where nothing else names it', { id: 'p1', role: 'Sponsor' }, 'p1'],
    [
      'by its id, where the name still has to be filled in',
      { id: 'p4', name: '[insert a name]' },
      'p4',
    ],
    ['by its id, where the name is blank', { id: 'p4', name: ' ' }, 'p4'],
    ['by the name of its partner', { partner: 'harbour', date: '2026-10-01' }, 'Harbour Lights'],
    ['by its number, where nothing names it', { level: 1 }, 'number 3'],
    ['by its number, where its partner is unknown', { partner: 'nobody' }, 'number 3'],
    ['as it is written, where it is a text', ' Say it first ', 'Say it first'],
    ['as it is written, where it is a placeholder', '[insert a value]', '[insert a value]'],
    ['by its name, where that is a number', { name: 2027 }, '2027'],
    ['by an own key only', Object.create({ name: 'Nobody' }), 'number 3'],
  ])('%s', (_, item, label) => {
    expect(say(labelItem(item, 3, plan))).toBe(label)
  })

  it('by no more than fits', () => {
    expect(labelItem({ what: 'a long text '.repeat(9) }, 1, plan, 18)).toBe('a long text a …')
    expect(labelItem({ what: 'a long text '.repeat(9) }, 1, plan, 20)).toBe('a long text a long …')
  })
})
