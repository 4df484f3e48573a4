import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'
import { typed } from './support/typed.ts'

const small = aSmallQuestionnaire(`  - id: visits
    title: Visits
    questions:
      - {id: paid, ask: Do we pay them visits?, type: yes-no}
      - {id: seen, ask: Do they?, type: yes-no}
`)

function aPartnership(settings = ''): string {
  return aFolder({
    'accordant.yaml': `accordant: config/1\nquestionnaire: small.yaml\n${settings}`,
    'small.yaml': small,
    'plan.yaml':
      'accordant: plan/1\nname: The cold chain\npartners: [{id: north, name: North Ltd}, {id: south, name: South plc}]\n',
  })
}

function interviewed(folder: string, ...lines: readonly string[]) {
  return typed(['assess', folder, '--partner', 'north', '--role', 'Lead', '--accessible'], lines)
}

function read(folder: string, name = 'north-r1.yaml'): string {
  return readFileSync(join(folder, 'responses', name), 'utf8')
}

describe('the notice before an interview', () => {
  it('says what the settings promise, and the response records it', async () => {
    const folder = aPartnership('minGroup: 3\n')
    const { err } = await interviewed(folder, '', 'y', 'q')
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'These are the questions of "Small", for the partnership The cold chain. There are 2 questions.',
    )
    expect(err).toContain('- If a partner has answers, but from fewer than 3 people')
    expect(read(folder)).toContain('told:\n  minGroup: 3\n')
    expect(read(folder).indexOf('told:')).toBeLessThan(read(folder).indexOf('answers:'))
  })

  it('promises nothing hidden without a setting', async () => {
    const folder = aPartnership()
    const { err } = await interviewed(folder, '', 'y', 'q')
    expect(err).toContain('- If only one or two people answer for a partner')
    expect(read(folder)).toContain('told:\n  minGroup: 1\n')
  })

  it.each([
    ['leaves it', ['q']],
    ['leaves the first question', ['', 'q']],
    ['closes the terminal', []],
  ])('leaves no file of a person who %s', async (_, lines) => {
    const folder = aPartnership()
    const { code, err } = await interviewed(folder, ...lines)
    expect(code).toBe(130)
    expect(err).toMatch(/Nothing was answered, and nothing was written\.\n$/)
    expect(readdirSync(join(folder, 'responses'))).toEqual([])
  })

  it('changes nothing in a response that is opened and left', async () => {
    const folder = aPartnership()
    await interviewed(folder, '', 'y', 'q')
    const before = read(folder).replace('told:\n  minGroup: 1\n', '# by hand\n')
    writeFileSync(join(folder, 'responses', 'north-r1.yaml'), before)
    const { code, err } = await interviewed(folder, '1', 'q')
    expect(code).toBe(130)
    expect(err).toContain('Continue with: accordant assess --response')
    expect(read(folder)).toBe(before)
  })

  it('is short when the interview continues, and complete if more is promised by then', async () => {
    const folder = aPartnership()
    await interviewed(folder, '', 'y', 'q')
    const again = await interviewed(folder, '1', '', 'q')
    expect(again.err).toContain('Welcome back.')
    expect(again.err).toContain('Who will see what, as before:')
    expect(again.err).not.toContain('These are the questions of')
    const settings = join(folder, 'accordant.yaml')
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}minGroup: 4\n`)
    const stricter = await interviewed(folder, '1', '', 'q')
    expect(stricter.err).toContain('- If a partner has answers, but from fewer than 4 people')
    expect(stricter.err).not.toContain('Welcome back.')
    expect(read(folder)).toContain('minGroup: 4')
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('minGroup: 4\n', ''))
    const looser = await interviewed(folder, '1', '', 'y', 'f')
    expect(looser.err).toContain('- If a partner has answers, but from fewer than 4 people')
    expect(read(folder)).toContain('minGroup: 4')
  })

  it('is shown once at one table, with everybody named, and recorded for each', async () => {
    const folder = aPartnership()
    const argv = ['assess', folder, '--partner', 'north', '--partner', 'south', '--accessible']
    const { err } = await typed(argv, ['', '', '', 'y', 'n', 'q'])
    expect(err.split('Before you start')).toHaveLength(2)
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'At this table: North Ltd and South plc. Everybody in the room can see each answer on this screen.',
    )
    for (const partner of ['north', 'south'])
      expect(read(folder, `${partner}-r1.yaml`)).toContain('told:\n  minGroup: 1\n')
  })

  it('is not shown where nobody can be asked, and nothing is recorded', async () => {
    const folder = aPartnership('minGroup: 3\n')
    const { code, out, err } = await ran(['assess', folder, '--partner', 'north'])
    expect({ code, out }).toEqual({ code: 3, out: 'visits.paid\nvisits.seen\n' })
    expect(err).not.toContain('Before you start')
    expect(existsSync(join(folder, 'responses'))).toBe(false)
  })
})
