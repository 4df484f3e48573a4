import { describe, expect, it } from 'vitest'
import { aPartnership, leftIn, responseIn } from './support/partnership.ts'
import { aTerminal, pause } from './support/terminal.ts'
import { needs } from './support/tools.ts'

needs('tmux')

const args = ['assess', '--partner', 'north', '--partner', 'south']

async function begun(cwd: string, ...more: readonly string[]) {
  const terminal = aTerminal([...args, ...more], { cwd })
  await terminal.shows('north: your role')
  terminal.keys('Enter')
  await terminal.shows('south: your role')
  terminal.keys('Enter')
  await terminal.begins()
  await terminal.shows('› north')
  return terminal
}

function answersOf(cwd: string, partner: string) {
  return Object.values(responseIn(cwd, `${partner}-r1.yaml`)?.answers ?? {})
}

describe('assess at one table, in a real terminal', () => {
  it('asks in turn, shows a difference, and writes a response for each partner', async () => {
    const cwd = aPartnership()
    const terminal = await begun(cwd)
    terminal.type('4')
    expect(await terminal.shows('› south')).toMatch(/north: 4 {2}Agree/)
    terminal.type('2')
    await terminal.shows('You see this differently.')
    terminal.keys('Enter')
    await terminal.shows('Question 2?')
    terminal.type(`${'33'.repeat(19)}yy11`)
    await terminal.shows(/Enter finish/)
    terminal.keys('Enter')
    await terminal.shows('› south')
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(0)
    expect(answersOf(cwd, 'north')).toEqual([4, ...Array(19).fill(3), 'yes', 'c1'])
    expect(answersOf(cwd, 'south')).toEqual([2, ...Array(19).fill(3), 'yes', 'c1'])
    expect(terminal.screen()).toMatch(/2 people|north and south|of 100/)
    expect(leftIn(cwd)).toEqual(['north-r1.yaml', 'south-r1.yaml'])
  })

  it('continues after SIGKILL with the partner who has not answered', async () => {
    const cwd = aPartnership()
    const first = await begun(cwd)
    first.type('443')
    await first.shows(/› south/)
    await pause(200)
    first.signal('SIGKILL')
    await first.exit()
    expect([answersOf(cwd, 'north'), answersOf(cwd, 'south')]).toEqual([[4, 3], [4]])
    const second = aTerminal(args, { cwd })
    await second.shows('north-r1.yaml')
    second.keys('Enter')
    await second.shows('south-r1.yaml')
    second.keys('Enter')
    await second.begins()
    const screen = await second.shows('Question 2?')
    expect(screen).toMatch(/› south/)
    second.type('3')
    await second.shows('Question 3?')
    second.type('q')
    expect(await second.exit()).toBe(130)
    expect([answersOf(cwd, 'north'), answersOf(cwd, 'south')]).toEqual([
      [4, 3],
      [4, 3],
    ])
  })

  it('hides the first answer from the second partner with --blind', async () => {
    const cwd = aPartnership()
    const terminal = await begun(cwd, '--blind')
    terminal.type('4')
    const screen = await terminal.shows('› south')
    expect(screen).not.toMatch(/north|●/)
    terminal.type('2')
    expect(await terminal.shows('You see this differently.')).toMatch(/north[\s\S]*4 {2}Agree/)
    terminal.type('q')
    expect(await terminal.exit()).toBe(130)
  })
})
