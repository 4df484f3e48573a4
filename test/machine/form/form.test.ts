import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/reading/yaml.ts'
import { type Browser, openBrowser, type Page } from '../support/browser.ts'
import { sidewaysFaults } from '../support/sideways.ts'
import { aTerminal, program } from '../support/terminal.ts'
import { needs } from '../support/tools.ts'
import { makeFormFolder } from './every-kind.ts'
import { pressKeys, sitDown, tabTo } from './form-driver.ts'

needs('chromium', 'firefox-esr', 'tmux')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = makeFormFolder()
const address = `file://${join(folder, 'form.html')}`
let browser: Browser
beforeAll(() => {
  execFileSync(process.execPath, [program, 'form', folder, '-o', join(folder, 'form.html')], {
    stdio: 'ignore',
  })
  browser = openBrowser()
})
afterAll(() => {
  browser.close()
  rmSync(folder, { recursive: true })
})

/** A page in a window of its own, with what earlier tests left in the browser erased. */
async function openForm(): Promise<Page> {
  const page = await browser.page()
  await page.open(address)
  await page.value('localStorage.clear()')
  await page.open(address)
  await settle(page)
  return page
}

async function settle(page: Page): Promise<void> {
  for (let count = 0; count < 200; count++) {
    if ((await page.value('document.documentElement.className')) === 'live') return
    await wait(50)
  }
  throw new Error('the form did not start')
}

function read(text: string): Record<string, unknown> {
  return readYaml(new TextEncoder().encode(text), 'answers.yaml').value as Record<string, unknown>
}

/** What somebody answered, without who it was and when. */
function listAnswers(text: string): unknown {
  const { profile, answers, inactive, told, run, 'x-scales': scales } = read(text)
  return JSON.parse(JSON.stringify({ profile, answers, inactive, told, run, scales }))
}

/** Every type of question, every state, notes for everybody and private, and a condition that turns twice. */
const allAnswers = {
  run: 'full',
  told: { minGroup: 1 },
  profile: { stage: 'late', problem: 'They pay late.' },
  answers: {
    'trust.news': { value: 4, note: 'Since "May"' },
    'trust.minutes': { state: 'dont-know', note: 'Ask Köln', private: true },
    'trust.shared': ['costs', 'forecasts'],
    'trust.lead': { state: 'not-applicable', reason: 'Nobody leads' },
    'trust.meetings': 7,
    'trust.follow': 5,
    'trust.deep': 'no',
    'trust.remark': { state: 'skipped' },
    'trust.people': ['Anna', 'Bo'],
    'trust.risks': [{ risk: 'Strike', days: 3, size: 'big' }, { risk: 'Rain' }],
  },
  scales: {
    'rating 1-5': ['trust.news', 'trust.follow'],
    choices: ['trust.shared'],
    number: ['trust.meetings'],
    'yes-no': ['trust.deep'],
    list: ['trust.people'],
    table: ['trust.risks'],
  },
}

describe('the form in a browser', () => {
  it('takes every kind of answer, every state, and conditions that turn', async () => {
    const page = await openForm()
    const person = await sitDown(page)
    expect(await person.heading()).toBe('Every kind')
    await person.press('Start')
    expect(await person.text()).toContain('Choose a partner')
    await person.choose('Contoso Foods')
    await person.write('Your code', 'K7')
    await person.press('Start')
    expect(await person.heading()).toBe('Where do you stand?')
    await person.choose('Near the end')
    await person.press('Next')
    await person.write('', 'They pay late.')
    await person.press('Next')
    expect(await person.heading()).toBe('How soon do we hear bad news?')
    await person.press('Next')
    expect(await person.text()).toContain('Choose an answer, or one of the buttons below it.')
    await person.choose('Within days')
    await person.press('Next')
    // Answered once with the condition of a later question unmet, and changed back.
    await person.press('Back')
    await person.choose('Never')
    await person.choose('Within days')
    await page.value(`document.querySelector('#form details').open = true`)
    await person.write('Your note', 'Since "May"')
    await person.press('Next')
    expect(await person.heading()).toBe('Do we keep minutes?')
    await page.value(`document.querySelector('#form details').open = true`)
    await person.write('Your note', 'Ask Köln')
    await person.choose('Private')
    await person.press('I don’t know')
    expect(await person.heading()).toBe('What is shared?')
    await person.choose('Costs')
    await person.choose('Forecasts')
    await person.press('Next')
    await person.press('It does not apply…')
    await person.press('Save')
    expect(await person.text()).toContain('Say why in a few words.')
    await person.write('Why does it not apply?', 'Nobody leads')
    await person.press('Save')
    await person.write('', '70')
    await person.press('Next')
    expect(await person.text()).toContain('Type a number from 0 to 12.')
    await person.write('', '7')
    await person.press('Next')
    expect(await person.heading()).toBe('How do we follow up good news?')
    await person.choose('At once')
    await person.press('Next')
    expect(await person.heading()).toBe('Are so many meetings of use?')
    await person.choose('No')
    await person.press('Next')
    expect(await person.heading()).toBe('What else should we know?')
    await person.press('Next')
    await person.write('', 'Anna\n\n  Bo ')
    await person.press('Next')
    await person.write('Risk', 'Strike')
    await person.write('Days lost', '3')
    await person.write('Size', 'big')
    await person.press('Add a row')
    await page.value(`(() => {
      const field = document.querySelectorAll('#form fieldset')[1].querySelector('input')
      field.value = 'Rain'
      field.dispatchEvent(new Event('input'))
    })()`)
    await person.press('Next')
    expect(await person.heading()).toBe('Your answers')
    expect(await person.text()).toContain('You have answered or skipped every question.')
    await person.press('Finish')
    expect(await person.heading()).toBe('Thank you. You have finished.')
    const text = await person.result()
    expect(listAnswers(text)).toStrictEqual(allAnswers)
    expect(read(text)).toMatchObject({
      partnership: 'northwind-contoso',
      partner: 'contoso',
      respondent: { id: 'k7' },
    })
    expect(listRequests(page)).toStrictEqual([address])
    expect(listLogged(page)).toStrictEqual([])
  })

  it('gives back the values that the terminal gives for the same answers', async () => {
    const terminal = aTerminal(['assess', '--partner', 'contoso', '--role', ''], { cwd: folder })
    await terminal.begins()
    const steps: readonly (readonly [string, readonly string[], string?])[] = [
      ['Where do you stand?', ['2']],
      ['Which problem', ['Enter'], 'They pay late.'],
      ['How soon do we hear', ['4']],
    ]
    for (const [shown, keys, typed] of steps) {
      await terminal.shows(shown)
      if (typed !== undefined) terminal.type(typed)
      terminal.keys(...keys)
    }
    await terminal.shows('Do we keep minutes?')
    terminal.keys('b')
    await terminal.shows('How soon do we hear')
    terminal.keys('w')
    terminal.type('Since "May"')
    terminal.keys('Enter', 'Right')
    await terminal.shows('Do we keep minutes?')
    terminal.keys('p')
    terminal.type('Ask Köln')
    terminal.keys('Enter', 'd')
    await terminal.shows('What is shared?')
    terminal.keys('1', '2', 'Enter')
    await terminal.shows('Who leads?')
    terminal.keys('a')
    terminal.type('Nobody leads')
    terminal.keys('Enter')
    await terminal.shows('How many meetings')
    terminal.type('7')
    terminal.keys('Enter')
    await terminal.shows('How do we follow up')
    terminal.keys('5')
    await terminal.shows('Are so many meetings')
    terminal.keys('2')
    await terminal.shows('What else should we know?')
    terminal.keys('Escape')
    await terminal.shows('skip')
    terminal.keys('s')
    await terminal.shows('Who should be asked too?')
    terminal.type('Anna')
    terminal.keys('Enter')
    terminal.type('Bo')
    terminal.keys('Enter', 'Enter')
    await terminal.shows('What could go wrong?')
    for (const cell of ['Strike', '3', 'big', 'Rain']) {
      terminal.type(cell)
      terminal.keys('Enter')
    }
    terminal.keys('Enter', 'Enter', 'Enter')
    await terminal.shows('Enter finish')
    terminal.keys('Enter')
    await terminal.exit()
    const written = execFileSync('sh', ['-c', `cat ${folder}/responses/contoso-r*.yaml`])
    expect(listAnswers(String(written))).toStrictEqual(allAnswers)
  })

  it('takes back what is emptied, warns of what would be lost, and keeps a note with its question', async () => {
    const page = await openForm()
    const person = await sitDown(page)
    await person.choose('Contoso Foods')
    await person.press('Start')
    await person.choose('Near the end')
    await person.press('Next')
    await person.write('', 'A secret')
    await person.press('Next')
    await person.press('Back')
    await person.write('', '')
    await person.press('Next')
    await person.choose('Within days')
    await person.press('Next')
    // A double click belongs to the question that was in sight.
    await clickTwice(page, 'I don’t know')
    expect(await person.heading()).toBe('What is shared?')
    await person.choose('Costs')
    await person.press('Next')
    await person.press('Back')
    await person.choose('Costs')
    await wait(400)
    await person.press('Skip')
    await page.value(`document.querySelector('#form details').open = true`)
    await page.value(`__form.write(__form.field('Your note'), 'Of the lead')`)
    await person.press('It does not apply…')
    await page.value(`__form.write(__form.field('Why does it not apply?'), 'Nobody')`)
    await person.press('Next')
    await person.write('', '7 or 8')
    await person.press('Back')
    expect(await person.text()).toContain('“7 or 8” is not a number like 3 or 2.5.')
    await person.press('Back')
    expect(await person.heading()).toBe('Who leads?')
    await person.press('All questions')
    await person.press('Stop here and get my answers so far')
    expect(listAnswers(await person.result())).toMatchObject({
      profile: { stage: 'late' },
      answers: {
        'trust.news': 4,
        'trust.minutes': { state: 'dont-know' },
        'trust.shared': { state: 'skipped' },
        'trust.lead': { state: 'not-applicable', reason: 'Nobody', note: 'Of the lead' },
      },
    })
    expect(await person.result()).not.toContain('secret')
  })

  it('is filled in by keyboard alone', async () => {
    const page = await openForm()
    await tabTo(page, 'Northwind Traders')
    await pressKeys(page, ' ')
    await tabTo(page, 'Start')
    await pressKeys(page, 'Enter')
    await tabTo(page, 'At the start')
    await pressKeys(page, 'ArrowDown', 'Enter')
    await pressKeys(page, 'Tab', 'o', 'k')
    await tabTo(page, 'Next')
    await pressKeys(page, 'Enter')
    await tabTo(page, 'Never')
    await pressKeys(page, ' ', 'ArrowDown', 'Enter')
    const person = await sitDown(page)
    expect(await person.heading()).toBe('Do we keep minutes?')
    await tabTo(page, 'It does not apply')
    await pressKeys(page, 'Enter', 'n', 'o', 'Enter')
    await tabTo(page, 'All questions')
    await pressKeys(page, 'Enter')
    expect(await person.heading()).toBe('Your answers')
    await tabTo(page, 'Stop here')
    await pressKeys(page, 'Enter')
    expect(listAnswers(await person.result())).toMatchObject({
      profile: { stage: 'late', problem: 'ok' },
      answers: { 'trust.news': 2, 'trust.minutes': { state: 'not-applicable', reason: 'no' } },
    })
  })

  it('loses nothing when it is closed, keeps people apart, and erases', async () => {
    const first = await openForm()
    const one = await sitDown(first)
    await one.choose('Contoso Foods')
    await one.write('Your code', 'zz1')
    await one.press('Start')
    await one.press('Next')
    // Closed while the last words are not stored yet.
    await first.value(`(() => {
      const field = document.querySelector('#form textarea')
      field.value = 'Half a sen'
      field.dispatchEvent(new Event('input'))
    })()`)
    await first.open('about:blank')
    await first.open(address)
    await settle(first)
    const again = await sitDown(first)
    expect(await again.text()).toContain('answers for Contoso Foods: 0 of 8 questions done')
    expect(await again.text()).not.toContain('zz1')
    await again.press('Answer as another person')
    expect(await again.text()).not.toContain('Half a sen')
    await again.choose('Contoso Foods')
    await again.write('Your code', 'two')
    await again.press('Start')
    await again.press('All questions')
    expect(await again.text()).not.toContain('Half a sen')
    await again.press('Stop here and get my answers so far')
    await again.press('Answer as another person')
    await again.choose('Contoso Foods')
    await again.write('Your code', 'ZZ1')
    await again.press('Start')
    await again.press('Go on')
    await again.press('All questions')
    expect(await again.text()).toContain('Half a sen')
    await again.press('Stop here and get my answers so far')
    await again.press('Erase these answers from this browser')
    await again.press('Yes, erase them')
    const kept = String(await first.value('JSON.stringify({ ...localStorage })'))
    expect(kept).not.toContain('Half a sen')
  })

  it.each([
    { name: 'wide', width: 1280, scheme: 'light' },
    { name: 'dark', width: 700, scheme: 'dark' },
    { name: 'phone', width: 320, scheme: 'light' },
  ])('is accessible in every view, with nothing cut off: $name', async ({ width, scheme }) => {
    const page = await openForm()
    await page.send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height: 800, deviceScaleFactor: 1, mobile: false },
    })
    await page.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    })
    await page.value(`${axe};0`)
    const person = await sitDown(page)
    const faults: unknown[] = []
    const look = async () => {
      const view = await person.heading()
      const found = await page.value(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html).join(' ').slice(0, 200)))`,
      )
      const sideways = await page.value(sidewaysFaults)
      for (const fault of [found, sideways].flat()) faults.push(`${view}: ${fault}`)
    }
    await look()
    await person.choose('Contoso Foods')
    await person.press('Start')
    for (let count = 0; count < 30 && (await person.heading()) !== 'Your answers'; count++) {
      await page.value(
        `for (const own of document.querySelectorAll('#form details')) own.open = true`,
      )
      const [apply] = (await page.value(
        `[__form.seen([...document.querySelectorAll('[data-state=not-applicable]')]).length]`,
      )) as [number]
      if (apply > 0) await person.press('It does not apply…')
      await look()
      const isProfile = apply === 0
      await person.press(isProfile ? 'Next' : 'Skip')
      if (isProfile && count > 5) throw new Error('stuck')
    }
    await look()
    await person.press('Finish')
    await look()
    await person.press('Erase these answers from this browser')
    await look()
    await page.open(address)
    await settle(page)
    await page.value(`${axe};0`)
    await sitDown(page)
    await look()
    expect(faults).toStrictEqual([])
  })

  it('says what to do where scripts do not run, above the questions', async () => {
    const page = await browser.page()
    await page.send('Emulation.setScriptExecutionDisabled', { value: true })
    await page.open(address)
    const { nodes } = (await page.send('Accessibility.getFullAXTree')) as {
      nodes: readonly { readonly name?: { readonly value?: string } }[]
    }
    const said = nodes.flatMap(({ name }) => name?.value ?? [])
    expect(said).toContain('These questions cannot be answered in this window')
    expect(said).toContain('1. Where do you stand?')
  })

  it('prints as a paper form with every question, and nothing of the screen', async () => {
    const page = await openForm()
    const { data } = await page.send('Page.printToPDF')
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, Buffer.from(String(data), 'base64'))
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    const words = text.replaceAll(/\s+/g, ' ')
    expect(words).toContain('3. How soon do we hear bad news?')
    expect(words).toContain('Only if your answer to question "3" is at least 3.')
    expect(words).toContain('12. What could go wrong?')
    expect(words).not.toContain('Start')
    expect(words).not.toContain('This is a preview')
  })

  it('opens and draws in Firefox', async () => {
    const shot = join(folder, 'firefox.png')
    const profile = join(folder, 'firefox')
    mkdirSync(profile)
    execFileSync(
      'firefox-esr',
      [
        ...['--headless', '--no-remote', '--profile', profile],
        ...['--screenshot', shot, '--window-size=800,1600', address],
      ],
      { stdio: 'ignore', timeout: 120_000, env: { ...process.env, HOME: folder } },
    )
    // The button to start with is drawn in the accent; the paper form and its warning have none of it.
    const page = await browser.page()
    const share = await page.value(`new Promise((resolve) => {
      const image = new Image()
      image.onload = () => {
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const context = canvas.getContext('2d')
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, image.width, image.height)
        let accent = 0
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === 0x1f && data[at + 1] === 0x4e && data[at + 2] === 0x79) accent += 1
        resolve(accent)
      }
      image.src = 'data:image/png;base64,${readFileSync(shot).toString('base64')}'
    })`)
    expect(share).toBeGreaterThan(2000)
  })
})

/** Two clicks of a mouse, as fast as people are. */
async function clickTwice(page: Page, text: string): Promise<void> {
  const place = await page.value(`(() => {
    const { left, top, width, height } = __form.button(${JSON.stringify(text)}).getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })()`)
  for (const clickCount of [1, 2]) {
    for (const type of ['mousePressed', 'mouseReleased']) {
      const button = { button: 'left', clickCount, ...(place as object) }
      await page.send('Input.dispatchMouseEvent', { type, ...button })
    }
    await wait(100)
  }
}

function listRequests(page: Page): readonly string[] {
  const asked = page.events.flatMap(({ method, params }) =>
    method === 'Network.requestWillBeSent'
      ? [(params as { request: { url: string } }).request.url]
      : [],
  )
  return [...new Set(asked)]
}

function listLogged(page: Page): readonly unknown[] {
  return page.events.filter(({ method }) =>
    ['Log.entryAdded', 'Runtime.exceptionThrown', 'Runtime.consoleAPICalled'].includes(method),
  )
}
