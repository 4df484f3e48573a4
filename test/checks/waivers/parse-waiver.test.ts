import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWaiver } from '../../../src/checks/waivers/comment-waivers.ts'
import { say } from '../../../src/words/say-message.ts'
import { sayWithin } from '../../support/say-within.ts'

const right = {
  checks: ['exit.triggers'],
  by: 'p1',
  until: '2027-03-31',
  reason: 'With the lawyers',
}

describe('The text of a waiver', () => {
  it.each([
    ['as it is written', 'exit.triggers by=p1 until=2027-03-31 -- With the lawyers'],
    ['with the date first', 'exit.triggers until=2027-03-31 by=p1 -- With the lawyers'],
    ['with a dash of a word processor', 'exit.triggers by=p1 until=2027-03-31 — With the lawyers'],
    ['over two lines', 'exit.triggers by=p1\n  until=2027-03-31 --\n  With the\n  lawyers'],
    [
      'with tabs and spaces',
      '  exit.triggers,\tby=p1   until=2027-03-31   --   With the  lawyers ',
    ],
  ])('is read %s', (_name, text) => {
    expect(parseWaiver(`accordant-waive ${text}`)).toEqual({ waiver: right })
  })

  it('names several checks, each once', () => {
    expect(
      parseWaiver('accordant-waive a.b, c.d , a.b by=p1 until=2027-03-31 -- Why'),
    ).toMatchObject({ waiver: { checks: ['a.b', 'c.d'] } })
  })

  it('keeps a reason with dashes and settings in it', () => {
    expect(
      parseWaiver('accordant-waive a.b by=p1 until=2027-03-31 -- see -- by=p2 # and more'),
    ).toMatchObject({ waiver: { by: 'p1', reason: 'see -- by=p2 # and more' } })
  })

  it.each([
    '',
    'accordant',
    'accordant waives nothing',
    'accordant-waivering',
    'see accordant-waive',
  ])('is not found in "%s"', (text) => {
    expect(parseWaiver(text)).toBe(null)
  })

  it.each([
    [
      '',
      'The waiver has no check, no person ("by="), no last day ("until=") and no reason (after "--")',
    ],
    ['a.b by=p1 until=2027-03-31 Why', 'The waiver has no reason (after "--")'],
    ['a.b by=p1 until=2027-03-31 --', 'The waiver has no reason (after "--")'],
    ['a.b by= until=2027-03-31 -- Why', 'The waiver has no person ("by=")'],
    ['by=p1 until=2027-03-31 -- Why', 'The waiver has no check'],
    [
      'a.b by=Ann until=2027-03-31 -- Why',
      '"Ann" is not the id of a person; expected one like "p1"',
    ],
    [
      'a.b by=p1 until=31.3.2027 -- Why',
      '"31.3.2027" is not a real date; expected one like "2027-03-31"',
    ],
    ['a.b by=p1 by=p2 until=2027-03-31 -- Why', 'Write "by" and "until" only once'],
    [
      'a.b by=p1 until=2027-03-31 reason=x -- Why',
      'Unknown setting "reason=x"; expected "by=" or "until="',
    ],
  ])('with a mistake says which: "%s"', (text, problem) => {
    expect(sayWithin(parseWaiver(`accordant-waive ${text}`))).toMatchObject({ problem })
  })

  it.each([
    'accordant-waiver',
    'accordant-ignore',
    'accordant-disable-next-line',
    'accordant_waive',
  ])('is recognised in the misspelt word "%s", and the right word is given', (word) => {
    expect(sayWithin(parseWaiver(`${word} a.b by=p1 until=2027-03-31 -- Why`))).toEqual({
      problem: `Unknown word "${word}"; expected "accordant-waive"`,
      right: { checks: ['a.b'], by: 'p1', until: '2027-03-31', reason: 'Why' },
    })
  })

  it('with a mistake is shown with what was right in it', () => {
    const parsed = parseWaiver('accordant-waive a.b, c.d until=never')
    const right = parsed !== null && 'right' in parsed ? parsed.right : null
    expect(right).toEqual({ checks: ['a.b', 'c.d'], by: '', until: '', reason: '' })
    expect(right === null ? null : say({ say: 'write-waiver', ...right })).toBe(
      'Write it as # accordant-waive a.b, c.d by=PERSON until=YYYY-MM-DD -- REASON',
    )
  })

  it('is never more than what it shows: what is read can be written and read again', () => {
    const id = fc.stringMatching(/^[a-z]{1,4}\.[a-z]{1,4}$/)
    const reason = fc.stringMatching(/^[a-z#,=-]+( [a-z#,=-]+)*$/).filter((text) => text !== '--')
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), reason, (checks, why) => {
        const text = `accordant-waive ${checks.join(', ')} by=p1 until=2027-03-31 -- ${why}`
        expect(parseWaiver(text)).toEqual({
          waiver: { checks, by: 'p1', until: '2027-03-31', reason: why },
        })
      }),
    )
  })
})
