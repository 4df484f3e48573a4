import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPartnership, leftIn, responseIn } from './support/partnership.ts'
import { aTerminal, pause } from './support/terminal.ts'
import { needs } from './support/tools.ts'

needs('tmux')

const args = ['assess', '--partner', 'north', '--role', 'Sponsor']
const all = '4'.repeat(20)

describe('assess, in a real terminal', () => {
  it('needs one key per question, however fast the keys come, and one to finish', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd })
    await terminal.begins()
    await terminal.shows('Question 1?')
    terminal.type(`${all}y0`)
    await terminal.shows(/Enter finish/)
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(0)
    const read = responseIn(cwd)
    expect(Object.values(read?.answers ?? {})).toEqual([...Array(20).fill(4), 'yes', 'c10'])
    expect(read?.completed).toMatch(/^\d{4}-/)
    expect(terminal.screen()).toMatch(/High · 88 of 100, as north sees it/)
    expect(readFileSync(join(cwd, 'report.md'), 'utf8')).toMatch(/# Keys: /)
    expect(leftIn(cwd)).toEqual(['north-r1.yaml'])
  })

  it('tells first who will see what, and leaves no file of a person who goes no further', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd })
    const screen = await terminal.shows('Who will see what:')
    expect(screen).toMatch(/Enter go on +q leave/)
    expect(screen).not.toContain('Question 1?')
    terminal.type('4q')
    expect(await terminal.exit()).toBe(130)
    expect(terminal.screen()).toContain('Nothing was answered, and nothing was written.')
    expect(leftIn(cwd)).toEqual([])
  })

  it('preselects nothing, and shows the earlier answer after going back', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd })
    await terminal.begins()
    expect(await terminal.shows('Question 1?')).not.toMatch(/●|❯|Your answer/)
    terminal.type('2')
    await terminal.shows('Question 2?')
    terminal.type('b')
    expect(await terminal.shows('Question 1?')).toMatch(/● *2|2 .*●|Your answer/)
  })

  it('keeps notes, reasons and unanswered questions apart', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd })
    await terminal.begins()
    await terminal.shows('Question 1?')
    terminal.type('w')
    await terminal.shows('›')
    terminal.type('Said: # late')
    terminal.keys('Enter')
    await terminal.shows('Said: # late')
    terminal.type('3ds')
    await terminal.shows('Question 4?')
    terminal.type('a')
    await terminal.shows('›')
    terminal.type('Not ours')
    terminal.keys('Enter')
    await terminal.shows('Question 5?')
    terminal.type('p')
    await terminal.shows('Your private note')
    terminal.type('Between us')
    terminal.keys('Enter')
    await terminal.shows('Private note: Between us')
    terminal.type('q')
    expect(await terminal.exit()).toBe(130)
    expect(responseIn(cwd)).toEqual({
      answers: {
        'trust.q1': { value: 3, note: 'Said: # late' },
        'trust.q2': { state: 'dont-know' },
        'trust.q3': { state: 'skipped' },
        'trust.q4': { state: 'not-applicable', reason: 'Not ours' },
        'trust.q5': { state: 'skipped', note: 'Between us', private: true },
      },
      completed: null,
      findings: [],
    })
  })

  it.each([
    ['Ctrl-C', (terminal: ReturnType<typeof aTerminal>) => terminal.keys('C-c'), 130],
    ['Ctrl-D', (terminal: ReturnType<typeof aTerminal>) => terminal.keys('C-d'), 130],
    ['Ctrl-S', (terminal: ReturnType<typeof aTerminal>) => terminal.keys('C-s'), 130],
    ['SIGTERM', (terminal: ReturnType<typeof aTerminal>) => terminal.signal('SIGTERM'), 130],
    ['SIGHUP', (terminal: ReturnType<typeof aTerminal>) => terminal.signal('SIGHUP'), 130],
    ['SIGKILL', (terminal: ReturnType<typeof aTerminal>) => terminal.signal('SIGKILL'), 137],
    ['a closed window', (terminal: ReturnType<typeof aTerminal>) => terminal.close(), null],
  ])('continues after %s where it stopped', async (_, end, code) => {
    const cwd = aPartnership()
    const first = aTerminal(args, { cwd })
    await first.begins()
    await first.shows('Question 1?')
    first.type('444')
    await first.shows('Question 4?')
    end(first)
    if (code === null) await pause(500)
    else expect(await first.exit()).toBe(code)
    const second = aTerminal(['assess', '--response', 'responses/north-r1.yaml'], { cwd })
    await second.begins()
    await second.shows('Question 4?')
    second.type(`${'5'.repeat(17)}n1`)
    await second.shows(/Enter finish/)
    second.keys('Enter')
    expect(await second.exit()).toBe(0)
    expect(Object.values(responseIn(cwd)?.answers ?? {})).toEqual([
      4,
      4,
      4,
      ...Array(17).fill(5),
      'no',
      'c1',
    ])
    expect(leftIn(cwd)).toEqual(['north-r1.yaml'])
  })

  it('restores the terminal: echo and cursor are back', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd })
    await terminal.begins()
    await terminal.shows('Question 1?')
    terminal.keys('C-c')
    await terminal.exit()
    expect(terminal.screen()).not.toMatch(/Question 1/)
    terminal.type('echoed')
    await terminal.shows('echoed')
  })

  it('offers to continue an unfinished interview', async () => {
    const cwd = aPartnership()
    const first = aTerminal(args, { cwd })
    await first.begins()
    await first.shows('Question 1?')
    first.type('44q')
    await first.exit()
    const second = aTerminal(['assess', '--partner', 'north'], { cwd })
    await second.shows('unfinished interview')
    second.keys('Enter')
    await second.begins()
    await second.shows('Question 3?')
  })

  it('tells a second run on the same file which process is using it', async () => {
    const cwd = aPartnership()
    const first = aTerminal(args, { cwd })
    await first.begins()
    await first.shows('Question 1?')
    first.type('4')
    await first.shows('Question 2?')
    const second = aTerminal(['assess', '--response', 'responses/north-r1.yaml'], { cwd })
    expect(await second.exit()).toBe(2)
    expect(second.screen()).toMatch(/process \d+|pid \d+|\d+/)
    first.type('4')
    await first.shows('Question 3?')
    expect(Object.keys(responseIn(cwd)?.answers ?? {})).toEqual(['trust.q1', 'trust.q2'])
  })

  it('asks only what a form filled in by hand leaves unanswered, and keeps its comments', async () => {
    const cwd = aPartnership()
    const answered = Array.from(
      { length: 19 },
      (_, index) => `  trust.q${index + 1}: 3  # by hand\n`,
    ).join('')
    const form = `# Mine\naccordant: response/1\nquestionnaire: {id: keys, version: 1.0.0}\npartnership: both\npartner: north\nrespondent: {id: r1}\nanswers:\n${answered}  trust.q20:\n  roles.named: yes\n`
    writeFileSync(join(cwd, 'form.yaml'), form)
    const terminal = aTerminal(['assess', '--response', 'form.yaml'], { cwd })
    await terminal.begins()
    await terminal.shows('Question 20?')
    terminal.type('5')
    await terminal.shows('Which form is it?')
    terminal.type('1')
    await terminal.shows(/Enter finish/)
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(0)
    const text = readFileSync(join(cwd, 'form.yaml'), 'utf8')
    expect(text).toContain('# Mine\naccordant: response/1\n')
    expect(text).toContain(
      '  trust.q19: 3  # by hand\n  trust.q20: 5\n  roles.named: yes\n  roles.form: c1\n',
    )
  })

  it('keeps what somebody else writes to the file meanwhile', async () => {
    const cwd = aPartnership()
    const file = join(cwd, 'responses', 'north-r1.yaml')
    const terminal = aTerminal(args, { cwd })
    await terminal.begins()
    await terminal.shows('Question 1?')
    terminal.type('4')
    await terminal.shows('Question 2?')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('role: Sponsor', 'role: Founder # by hand'),
    )
    terminal.type('5')
    await terminal.shows('Question 3?')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('role: Founder # by hand\n')
    expect(responseIn(cwd)?.answers).toEqual({ 'trust.q1': 4, 'trust.q2': 5 })
  })

  it('leaves out answers that a changed questionnaire does not accept, and names them', async () => {
    const cwd = aPartnership()
    const first = aTerminal(args, { cwd })
    await first.begins()
    await first.shows('Question 1?')
    first.type('444q')
    await first.exit()
    const changed = readFileSync(join(cwd, 'keys.yaml'), 'utf8')
      .replace('version: 1.0.0', 'version: 2.0.0')
      .replace('      - {id: q1, ask: Question 1?, type: rating, scale: agreement}\n', '')
      .replace(
        '{id: q2, ask: Question 2?, type: rating, scale: agreement}',
        '{id: q2, ask: Question 2?, type: rating, scale: long}',
      )
      .replace('scales:\n', 'scales:\n  long: [a, b, c, d, e, f, g]\n')
    writeFileSync(join(cwd, 'keys.yaml'), changed)
    const second = aTerminal(['assess', '--response', 'responses/north-r1.yaml'], { cwd })
    await second.begins()
    await second.shows('Question 2?')
    second.type('q')
    await second.exit()
    const screen = second.screen()
    for (const named of ['set aside', 'trust.q1', 'trust.q2']) expect(screen).toContain(named)
    const text = readFileSync(join(cwd, 'responses', 'north-r1.yaml'), 'utf8')
    expect(responseIn(cwd)?.answers).toEqual({ 'trust.q3': 4 })
    expect(text).toMatch(/x-set-aside:\n(?: {2}trust\.q[12]: 4\n){2}/)
  })

  it.each([
    [80, 24],
    [40, 12],
  ])('fits %i columns and %i rows', async (columns, rows) => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd, columns, rows })
    await terminal.begins()
    const screen = await terminal.shows('Question 1?')
    for (const digit of ['1', '2', '3', '4', '5']) expect(screen).toContain(digit)
    terminal.type(`${all}y0`)
    await terminal.shows(/Enter finish/)
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(0)
  })

  it('asks who answers on a very small screen, and finds the answers again by the code', async () => {
    const cwd = aPartnership()
    const size = { columns: 40, rows: 12 }
    const first = aTerminal(['assess'], { cwd, ...size })
    await first.shows('What is your team or')
    first.type('Our Bakery')
    first.keys('Enter')
    await first.shows('Your role')
    first.keys('Enter')
    await first.shows('A code of your own')
    first.type('k7')
    first.keys('Enter')
    await first.begins()
    await first.shows('Question 1?')
    first.type('44')
    await first.shows('Question 3 of 22')
    first.type('q')
    expect(await first.exit()).toBe(130)
    const second = aTerminal(['assess', '--respondent', 'k7'], { cwd, ...size })
    await second.shows("Going on with k7's")
    await second.begins()
    const screen = await second.shows('Question 3 of 22')
    expect(screen).toMatch(/more keys: w p d a j r q/)
    second.type('j/form')
    await second.shows('› · Which form is it?')
    second.keys('Enter')
    await second.shows('Question 22 of 22')
    second.type('q')
    expect(await second.exit()).toBe(130)
    expect(leftIn(cwd)).toEqual(['our-bakery-k7.yaml'])
  })

  it('asks line by line with --accessible', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal([...args, '--accessible'], { cwd, rows: 50 })
    await terminal.shows('Leave blank to go on')
    terminal.keys('Enter')
    await terminal.shows('Question 1?')
    terminal.type('4')
    terminal.keys('Enter')
    await terminal.shows('Question 2?')
    terminal.type('q')
    terminal.keys('Enter')
    expect(await terminal.exit()).toBe(130)
    expect(responseIn(cwd)?.answers).toEqual({ 'trust.q1': 4 })
  })

  it('never waits in CI: the open questions are listed', async () => {
    const cwd = aPartnership()
    const terminal = aTerminal(args, { cwd, env: { CI: 'true' } })
    expect(await terminal.exit()).toBe(3)
    expect(terminal.screen()).toMatch(/roles\.named\nroles\.form\n/)
    expect(responseIn(cwd)).toBeNull()
  })
})
