import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'
import { typed } from './support/typed.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - {id: word, ask: Do we keep our word?, type: yes-no}
`)

const settings = `accordant: config/1
questionnaire: small.yaml
partnership: both
`

const listed = `partners:
  - {id: contoso, name: Contoso Foods}
  - {id: northwind, name: Northwind Traders}
invited: {northwind: 2, contoso: [k7, m2]}
`

function aPartnership(more = listed): string {
  return aFolder({ 'accordant.yaml': `${settings}${more}`, 'small.yaml': questionnaire })
}

/** An interview by these lines. */
async function interviewed(
  folder: string,
  options: readonly string[],
  ...lines: readonly string[]
) {
  const { code, out, err } = await typed(['assess', folder, '--accessible', ...options], lines)
  return { code, said: `${out}${err}`.replaceAll(/\s+/g, ' ') }
}

const responsesIn = (folder: string) => readdirSync(join(folder, 'responses')).toSorted()
const partner = ['--partner', 'contoso']
const role = ['--role', 'Sponsor']

describe('the code of a respondent', () => {
  it('is chosen where one is asked who one is, and names the file', async () => {
    const folder = aPartnership('')
    const { said } = await interviewed(folder, partner, 'Sponsor', 'Blue Fox', '', 'y', 'q')
    expect(said).toContain('A code of your own, not your name')
    expect(said).toContain('You answer for contoso. Your code is blue-fox;')
    expect(responsesIn(folder)).toEqual(['contoso-blue-fox.yaml'])
    const file = readFileSync(join(folder, 'responses', 'contoso-blue-fox.yaml'), 'utf8')
    expect(file).toContain('respondent:\n  id: blue-fox\n  role: Sponsor\n')
  })

  it('is the next free one where none is typed, and is not asked of who gave a role', async () => {
    const folder = aPartnership('')
    await interviewed(folder, partner, '', '', '', 'y', 'q')
    const { said } = await interviewed(folder, [...partner, ...role], 'x', '2', '', 'n', 'q')
    expect(said).not.toContain('A code of your own')
    expect(responsesIn(folder)).toEqual(['contoso-r1.yaml', 'contoso-r2.yaml'])
  })

  it('is asked where codes were given, and doubted once where it is not one of them', async () => {
    const folder = aPartnership()
    const lines = ['k8', 'k8', '', 'y', 'q']
    const { said } = await interviewed(folder, [...partner, ...role], ...lines)
    expect(said).toContain('The code you were given (press Enter if you have none)')
    expect(said).toContain('k8 is not on the list of invited codes. Type it again to use it')
    expect(responsesIn(folder)).toEqual(['contoso-k8.yaml'])
  })

  it('cannot be that of somebody who answers already', async () => {
    const folder = aPartnership()
    await interviewed(folder, [...partner, ...role], 'k7', '', 'y', 'q')
    const { said } = await interviewed(
      folder,
      [...partner, ...role],
      ...['2', 'K7', 'm2', '', 'y', 'q'],
    )
    expect(said).toContain('k7 has answered already, in ')
    expect(said).toContain('or go on there with --respondent k7')
    expect(responsesIn(folder)).toEqual(['contoso-k7.yaml', 'contoso-m2.yaml'])
  })

  it('leads back to the answers, and names whose they are', async () => {
    const folder = aPartnership()
    await interviewed(folder, ['--respondent', 'm2', ...role], '', 'y', 'q')
    const { said } = await interviewed(folder, ['--respondent', 'M2'], '', 'n', 'q')
    expect(said).toContain("Going on with m2's answers for Contoso Foods in both.")
    expect(said).toContain('Trust, question 2 of 2')
    expect(responsesIn(folder)).toEqual(['contoso-m2.yaml'])
  })

  it('is offered with what was answered', async () => {
    const folder = aPartnership()
    await interviewed(folder, ['--respondent', 'm2', ...role], '', 'y', 'q')
    const { said } = await interviewed(folder, partner, '1', 'q')
    expect(said).toContain('1. Continue m2, Sponsor: 1 of 2 answered, begun 2026-11-23')
  })

  it('is doubted with the option too, and everything goes on', async () => {
    const folder = aPartnership()
    const options = ['--respondent', 'k9', ...partner, ...role]
    const { said } = await interviewed(folder, options, '', 'y', 'q')
    expect(said).toContain(
      'k9 is not on the list of invited codes. If that is a slip, leave and begin again with the right one',
    )
    expect(responsesIn(folder)).toEqual(['contoso-k9.yaml'])
  })

  it('names one person', async () => {
    const folder = aPartnership()
    const both = ['--partner', 'contoso', '--partner', 'northwind', '--respondent', 'k7']
    expect(await ran(['assess', folder, ...both])).toMatchObject({
      code: 2,
      err: expect.stringContaining('"--respondent" is the code of one person'),
    })
    await interviewed(folder, ['--respondent', 'm2', ...role], '', 'y', 'q')
    const file = join(folder, 'responses', 'contoso-m2.yaml')
    expect(await ran(['assess', '--response', file, '--respondent', 'k7'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has the answers of m2, not of k7'),
    })
    expect(await ran(['assess', folder, '--respondent', '??'])).toMatchObject({
      code: 2,
      err: 'accordant: A code has letters or digits, like k7\n',
    })
  })
})

describe('who answers where no partner is listed', () => {
  it('is called as they write it', async () => {
    const folder = aPartnership('')
    const { said } = await interviewed(folder, role, 'Our Bäckerei', '', 'y', 'q')
    expect(said).toContain('What is your team or organisation called?')
    expect(said).toContain('You answer for Our Bäckerei. Your code is r1;')
    expect(said).toContain('The report shows averages, and how many people gave each answer.')
    expect(said).toContain('with the name of your team or organisation, not with yours')
    expect(said).not.toMatch(/partner/i)
    expect(responsesIn(folder)).toEqual(['our-baeckerei-r1.yaml'])
  })

  it('keeps that name when they go on, in their file and in the report', async () => {
    const folder = aPartnership('')
    await interviewed(folder, role, 'Our Bäckerei', '', 'y', 'q')
    const { said } = await interviewed(folder, ['--respondent', 'r1'], '', 'n', 'f')
    expect(said).toContain("Going on with r1's answers for Our Bäckerei. You can stop")
    const file = readFileSync(join(folder, 'responses', 'our-baeckerei-r1.yaml'), 'utf8')
    expect(file).toContain('partner: our-baeckerei\n')
    expect(file).toContain('x-partner: Our Bäckerei\n')
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain(
      'This report is based on 1 response from Our Bäckerei.',
    )
    expect((await ran(['check', folder])).code).toBe(0)
  })

  it('has the report in the folder above the responses, without settings too', async () => {
    const folder = aFolder({ 'plan.yaml': 'accordant: plan/1\n', 'small.yaml': questionnaire })
    const questions = ['--questionnaire', join(folder, 'small.yaml')]
    await interviewed(folder, [...questions, ...role], 'Our Bakery', '', 'y', 'n', 'f')
    expect(readdirSync(folder).toSorted()).toEqual([
      'plan.yaml',
      'report.md',
      'responses',
      'small.yaml',
    ])
  })
})
