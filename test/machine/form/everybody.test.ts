import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser, type Page } from '../support/browser.ts'
import { aTerminal, program } from '../support/terminal.ts'
import { needs } from '../support/tools.ts'
import { sitDown } from './form-driver.ts'

needs('chromium', 'tmux')

const questionnaire = `accordant: questionnaire/1
id: three
version: 1.0.0
title: Three questions
leastPartners: 2
levels:
  - {id: good, title: Good, score: 60, weakest: 0, meaning: Go on.}
  - {id: poor, title: Poor, score: 0, meaning: Start below.}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do we tell bad news?, type: yes-no}
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - {id: visits, ask: Do we visit one another?, type: yes-no}
`
const settings = `accordant: config/1
questionnaire: questionnaire.yaml
partnership: both
partners: [{id: north, name: North Ltd}, {id: south, name: South Foods}]
invited: {north: 15, south: [${Array.from({ length: 10 }, (_, index) => `s${index + 1}`).join(', ')}, r1, r2, t3, hand, late]}
`
const folder = mkdtempSync(join(tmpdir(), 'accordant-everybody-'))
mkdirSync(join(folder, 'responses'))
mkdirSync(join(folder, 'mails'))
writeFileSync(join(folder, 'questionnaire.yaml'), questionnaire)
writeFileSync(join(folder, 'accordant.yaml'), settings)
afterAll(() => rmSync(folder, { recursive: true }))

function accordant(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${status}\n${stdout}${stderr}`)
  return stdout
}

/** At North all say yes to all; at South nobody keeps minutes. */
async function answerForm(page: Page, partner: string, code: string): Promise<string> {
  const person = await sitDown(page)
  await person.choose(partner)
  await person.write('Your code', code)
  await person.press('Start')
  for (const answer of ['Yes', partner === 'North Ltd' ? 'Yes' : 'No', 'Yes']) {
    await person.choose(answer)
    await person.press('Next')
  }
  await person.press('Finish')
  const text = await person.result()
  await person.press('Answer as another person')
  return text
}

async function answerInTerminal(partner: string, code: string, minutes: string): Promise<void> {
  const who = ['--partner', partner, '--respondent', code, '--role', '']
  const terminal = aTerminal(['assess', ...who], { cwd: folder })
  await terminal.begins()
  for (const [shown, key] of [
    ['Do we tell', 'y'],
    ['Do we keep', minutes],
    ['Do we visit', 'y'],
  ] as const) {
    await terminal.shows(shown)
    terminal.keys(key)
  }
  await terminal.shows('Enter finish')
  terminal.keys('Enter')
  expect(await terminal.exit()).toBe(0)
}

describe('twenty with the form, four in a terminal, three in a table and one by hand', () => {
  it('are one report and one status', async () => {
    accordant('form', '-o', 'form.html')
    const browser = openBrowser()
    try {
      const page = await browser.page()
      await page.open(`file://${join(folder, 'form.html')}`)
      await wait(300)
      for (let number = 1; number <= 10; number++) {
        for (const [partner, code] of [
          ['North Ltd', `n${number}`],
          ['South Foods', `s${number}`],
        ] as const) {
          const text = await answerForm(page, partner, code)
          const wrapped = text.replaceAll(/(.{1,50}) (?=.)/g, '$1\n')
          const mail = number % 2 === 0 ? `Hello,\n\n${wrapped.replaceAll(/^/gm, '> ')}\n` : text
          writeFileSync(join(folder, 'mails', `${code}.txt`), mail)
        }
      }
    } finally {
      browser.close()
    }
    const mails = execFileSync('ls', [join(folder, 'mails')], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(mails).toHaveLength(20)
    accordant('import', ...mails.map((name) => join('mails', name)))
    for (const partner of ['north', 'south'] as const) {
      for (const code of ['r1', 'r2'])
        await answerInTerminal(partner, code, partner === 'north' ? 'y' : 'n')
    }
    writeFileSync(
      join(folder, 'survey.csv'),
      `Partner,Respondent ID,Do we tell bad news?,Do we keep minutes?,Do we visit one another?
North Ltd,t1,Yes,Yes,Yes
North Ltd,t2,Yes,Yes,Yes
South Foods,t3,Yes,No,Yes
`,
    )
    spawnSync(process.execPath, [program, 'import', 'survey.csv'], { cwd: folder })
    accordant('import', 'survey.csv', '--map', 'survey.map.yaml')
    accordant('init', 'response', 'responses/south-hand.yaml', '--partner', 'south')
    const hand = join(folder, 'responses/south-hand.yaml')
    writeFileSync(
      hand,
      readFileSync(hand, 'utf8')
        .replace('trust.news:', 'trust.news: yes')
        .replace('trust.minutes:', 'trust.minutes: no')
        .replace('trust.visits:', 'trust.visits: yes')
        .replace('# completed:', 'completed:'),
    )
    const status = JSON.parse(accordant('status', '--format', 'json'))
    const counted = status.partners.map((partner: Record<string, unknown>) => {
      const { id, answered, begun, missing, missingCodes } = partner
      return { id, answered, begun, missing, missingCodes }
    })
    expect(counted).toStrictEqual([
      { id: 'north', answered: 14, begun: [], missing: 1, missingCodes: null },
      { id: 'south', answered: 14, begun: [], missing: 1, missingCodes: ['late'] },
    ])
    const report = JSON.parse(accordant('report', '--format', 'json'))
    expect(report.partners).toMatchObject([
      { id: 'north', respondents: 14, score: { value: 100 } },
      { id: 'south', respondents: 14, score: { value: expect.closeTo(200 / 3) } },
    ])
    expect(report.leftOut).toStrictEqual([])
  })
})
