import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const aPartnership = () => aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
const table = ['--partner', 'north', '--partner', 'south']

describe('assess with several partners', () => {
  it('lists the unanswered questions by partner when there is no terminal', async () => {
    const { code, out } = await ran(['assess', aPartnership(), ...table, '--quick'])
    expect(code).toBe(3)
    const lines = out.trimEnd().split('\n')
    expect(lines).toContain('north contingencies.exit')
    expect(lines).toContain('south contingencies.exit')
    expect(lines.filter((line) => line.startsWith('north '))).toHaveLength(lines.length / 2)
  })

  it.each([
    [['--partner', 'north', '--partner', 'north'], '"--partner north" appears twice'],
    [['--partner', 'north', '--blind'], '"--blind" needs several partners at one table'],
    [
      [...table, '--blind', '--accessible'],
      '"--blind" cannot hide lines that are already on the screen',
    ],
    [[...table, '--response', 'a.yaml'], '"--response" names one file'],
    [
      [...table, '--role', 'Sponsor'],
      '"--role" describes one person, but several partners are answering',
    ],
  ])('refuses the options %j', async (options, message) => {
    const { code, err } = await ran(['assess', aPartnership(), ...options])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
