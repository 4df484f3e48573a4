import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/reading/yaml.ts'
import { aFolder } from '../cli/support/folder.ts'
import { aTerminal } from './support/terminal.ts'
import { needs } from './support/tools.ts'

needs('tmux')

const first = 'Full name of the first partner (Enter to do this later):'
const second = 'Full name of the second partner:'
const another = 'Full name of another partner (Enter if there is none):'

function partnersIn(folder: string, file: string): unknown {
  const value = readYaml(readFileSync(join(folder, file)), file).value as { partners?: unknown }
  return value.partners
}

describe.each([
  ['with a prompt', {}],
  ['line by line', { TERM: 'dumb' }],
])('init in a real terminal, %s', (_, env: Readonly<Record<string, string>>) => {
  const begin = (args: readonly string[], cwd: string) => aTerminal(['init', ...args], { cwd, env })
  const answers = async (
    terminal: ReturnType<typeof aTerminal>,
    question: string,
    text: string,
  ) => {
    await terminal.shows(question)
    terminal.type(text)
    terminal.keys('Enter')
  }

  it('asks for the names of the partners, and writes them', async () => {
    const cwd = aFolder()
    const terminal = begin(['cold-chain'], cwd)
    await answers(terminal, first, 'Northwind Traders')
    await answers(terminal, second, 'Müller & Söhne')
    await answers(terminal, another, 'Contoso')
    await terminal.shows(new RegExp(`${another.slice(0, 28)}[^]*${another.slice(0, 28)}`))
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(0)
    expect(terminal.screen()).toContain('wrote cold-chain/accordant.yaml')
    const partners = [
      { id: 'northwind-traders', name: 'Northwind Traders' },
      { id: 'mueller-soehne', name: 'Müller & Söhne' },
      { id: 'contoso', name: 'Contoso' },
    ]
    const folder = join(cwd, 'cold-chain')
    expect(partnersIn(folder, 'accordant.yaml')).toEqual(partners)
    expect(partnersIn(folder, 'plan.yaml')).toEqual(partners)
  })

  it('takes no name that would be another partner, and no single partner', async () => {
    const cwd = aFolder()
    const terminal = begin(['cold-chain'], cwd)
    await answers(terminal, first, 'Müller')
    await answers(terminal, second, '')
    await terminal.shows('A partnership has two partners or more.')
    terminal.type('Mueller')
    terminal.keys('Enter')
    await terminal.shows('would both get the id "mueller"')
    terminal.keys('C-c')
    expect(await terminal.exit()).toBe(130)
    expect(readdirSync(cwd)).toEqual([])
  })

  it('lists nobody yet after an empty line', async () => {
    const cwd = aFolder()
    const terminal = begin(['pumps'], cwd)
    await answers(terminal, first, '')
    expect(await terminal.exit()).toBe(0)
    expect(partnersIn(join(cwd, 'pumps'), 'accordant.yaml')).toBe(undefined)
  })

  it.each(['C-c', 'C-d'])('leaves nothing behind after %s', async (key) => {
    const cwd = aFolder()
    const terminal = begin(['cold-chain'], cwd)
    await answers(terminal, first, 'Northwind Traders')
    await terminal.shows(second)
    terminal.keys(key)
    expect(await terminal.exit()).toBe(130)
    expect(terminal.screen()).toContain('Interrupted; nothing was written')
    expect(readdirSync(cwd)).toEqual([])
  })

  it.each([
    ['where they are named', ['pumps', '--partner', 'A', '--partner', 'B']],
    ['for one organisation', ['pumps', '--questionnaire', 'collaboration-capability']],
  ])('asks nothing %s', async (_name, args) => {
    const cwd = aFolder()
    const terminal = begin(args, cwd)
    expect(await terminal.exit()).toBe(0)
    expect(terminal.screen()).not.toContain('Full name of')
    expect(existsSync(join(cwd, 'pumps', 'plan.yaml'))).toBe(true)
  })

  it('asks nothing where the name is taken', async () => {
    const cwd = aFolder({ 'pumps/accordant.yaml': 'accordant: config/1\n' })
    const terminal = begin(['pumps'], cwd)
    expect(await terminal.exit()).toBe(2)
    expect(terminal.screen()).toContain('cd pumps, then accordant assess')
  })
})
