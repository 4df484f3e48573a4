import { describe, expect, it } from 'vitest'
import { askPartner, askResume, askRole } from '../../src/terminal/ask.ts'
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
  { file: 'responses/contoso-r1.yaml', answered: 12, total: 34, started: '2026-11-20T09:00:00Z' },
]

describe.each([false, true])('set-up questions (accessible: %s)', (accessible) => {
  const options = ({ input, output }: Person) => ({ input, output, accessible })
  const enter = accessible ? '\n' : '\r'

  it('offer the listed partners by name', async () => {
    const person = new Person()
    const answer = askPartner(known, [], options(person))
    await person.types('', '')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await person.types(accessible ? '2\n' : '\x1b[B', accessible ? '' : '\r')
    expect(await answer).toBe('contoso')
    expect(person.text).toContain('Northwind Traders')
    expect(person.text).not.toContain('northwind')
  })

  it('tell partners of one name apart by id', async () => {
    const person = new Person()
    const answer = askPartner(twins, [], options(person))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(person.text).toContain('Energy (south)')
    await person.types(accessible ? '1\n' : '\r')
    expect(await answer).toBe('north')
  })

  it('take any kebab-case id if no partner is listed, and suggest one', async () => {
    const person = new Person()
    const answer = askPartner([], [], options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await person.types(`Contöso GmbH${enter}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(person.text).toContain('like "contoeso-gmbh"')
    await person.types(accessible ? 'contoso\n' : '\x15contoso\r')
    expect(await answer).toBe('contoso')
  })

  it('say which partners have responses if no partner is listed', async () => {
    const person = new Person()
    const answer = askPartner([], ['contoso', 'northwind'], options(person))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(person.text.replaceAll(/\s+/g, ' ')).toContain(
      '(a short id; there are responses from contoso and northwind)',
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
    expect(person.text).toContain('responses/contoso-r1.yaml (12 of 34')
    await person.types(accessible ? '1\n' : '\r')
    expect(await answer).toBe('responses/contoso-r1.yaml')
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
