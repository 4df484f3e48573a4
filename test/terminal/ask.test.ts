import { describe, expect, it } from 'vitest'
import { askCode, askPartner, askResume, askRole } from '../../src/terminal/ask.ts'
import { Person } from './make.ts'

const known = [
  { id: 'northwind', name: 'Northwind Traders' },
  { id: 'contoso', name: 'contoso' },
]
const twins = [
  { id: 'north', name: 'Energy' },
  { id: 'south', name: 'Energy' },
]
const found = [
  {
    file: 'responses/contoso-k7.yaml',
    respondent: 'k7',
    role: 'Sponsor',
    answered: 12,
    total: 34,
    started: '2026-11-20T09:00:00Z',
  },
  {
    file: 'responses/contoso-r1.yaml',
    respondent: 'r1',
    role: null,
    answered: 0,
    total: 34,
    started: null,
  },
]
const nobody = { answering: [], isOneSided: false }

describe.each([false, true])('set-up questions (accessible: %s)', (accessible) => {
  const options = ({ input, output }: Person) => ({ input, output, accessible })
  const enter = accessible ? '\n' : '\r'

  it('offer the listed partners by name', async () => {
    const person = new Person()
    const answer = askPartner(known, nobody, options(person))
    await person.types('', '')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await person.types(accessible ? '2\n' : '\x1b[B', accessible ? '' : '\r')
    expect(await answer).toBe('contoso')
    expect(person.text).toContain('Northwind Traders')
    expect(person.text).not.toContain('northwind')
  })

  it('tell partners of one name apart by id', async () => {
    const person = new Person()
    const answer = askPartner(twins, nobody, options(person))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(person.text).toContain('Energy (south)')
    await person.types(accessible ? '1\n' : '\r')
    expect(await answer).toBe('north')
  })

  it('take any name if no partner is listed, as it is written', async () => {
    const person = new Person()
    const answer = askPartner([], { answering: [], isOneSided: true }, options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(person.text).toContain('What is your team or organisation called?')
    await person.types(`***${enter}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(person.text).toContain('Type a name with letters or digits, like Contoso Foods')
    await person.types(accessible ? 'Our Bäckerei\n' : '\x15Our Bäckerei\r')
    expect(await answer).toBe('Our Bäckerei')
  })

  it('say which partners have responses if no partner is listed', async () => {
    const person = new Person()
    const answer = askPartner(
      [],
      { answering: ['contoso', 'northwind'], isOneSided: false },
      options(person),
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(person.text.replaceAll(/\s+/g, '')).toContain(
      'Typeitsname(thereareresponsesfromcontosoandnorthwind)',
    )
    await person.types(enter === '\n' ? 'contoso\n' : 'contoso\r')
    expect(await answer).toBe('contoso')
  })

  it('take a role, or none', async () => {
    const person = new Person()
    const answer = askRole(null, options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await person.types(enter)
    expect(await answer).toBe('')
  })

  it('offer the unfinished interview, or a new one', async () => {
    const person = new Person()
    const answer = askResume(found, options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const text = person.text.replaceAll(/\s+/g, '')
    expect(text).toContain('Continuek7,Sponsor:12of34answered,begun2026-11-20(')
    expect(text).toContain('responses/contoso-k7.yaml')
    expect(text).toContain('Continuer1:0of34answered,begunbyhand(')
    await person.types(accessible ? '1\n' : '\r')
    expect(await answer).toBe('responses/contoso-k7.yaml')
  })

  it('take a code, and say what is wrong with one', async () => {
    const person = new Person()
    const check = (text: string) => (text === 'r1' ? ({ say: 'code-empty' } as const) : null)
    const answer = askCode(true, check, options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(person.text).toContain('The code you were given (press Enter if you have none)')
    await person.types(`r1${enter}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(person.text).toContain('A code has letters or digits, like k7')
    await person.types(accessible ? 'k7\n' : '\x15k7\r')
    expect(await answer).toBe('k7')
  })

  it('throw a fault with exit 130 when they are interrupted', async () => {
    const person = new Person()
    const answer = askRole(null, options(person))
    answer.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 100))
    person.input.end()
    await expect(answer).rejects.toMatchObject({ name: 'Fault', exit: 130 })
  })
})
