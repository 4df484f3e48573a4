import { spawn, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'

const root = join(import.meta.dirname, '..', '..')
const faulty = join(root, 'examples', 'faulty')
const right = join(root, 'examples', 'northwind-contoso')
const day = ['--today', '2026-11-23']

interface Started {
  readonly cwd?: string
  readonly program?: string
}

/** Exit code of the built program, as a process of its own without a terminal. */
function exits(
  argv: readonly string[],
  { cwd = root, program = root }: Started = {},
): number | null {
  const { PATH = '' } = process.env
  const bin = join(program, 'bin', 'accordant.js')
  return spawnSync(process.execPath, [bin, ...argv], { cwd, env: { PATH }, input: '' }).status
}

/** Each row of the README's table of exit codes, by its words. */
const ways: Readonly<Record<string, () => number | null | Promise<number | null>>> = {
  'nothing is wrong, or nothing that `--fail-on` counts': () =>
    exits(['check', join(right, 'plan.yaml'), ...day]) ||
    exits(['check', join(faulty, 'asleep.yaml'), ...day, '--fail-on', 'never']),
  '`check`: a finding at the fail level (`error`, unless `--fail-on` says otherwise)': () =>
    exits(['check', join(faulty, 'asleep.yaml'), ...day]),
  '`check`: an accordant file with broken content: syntax, encoding, size or schema, or it is empty':
    () => exits(['check', join(faulty, 'cut-off.yaml'), ...day]),
  '`check`: a plan is less complete than `--min-complete`': () =>
    exits([
      ...['check', join(faulty, 'asleep.yaml'), ...day],
      ...['--fail-on', 'never', '--min-complete', '100'],
    ]),
  '`report`: a limit is missed: `--min-score`, `--min-level`, `--min-dimension`': () =>
    exits(['report', right, '--min-score', '99', ...day]),
  '`report`: the score or level is lower than in `--no-worse-than`': () =>
    exits(['report', `${right}-2027`, '--no-worse-than', right, ...day]),
  '`import`: some rows are refused; the others are imported': () =>
    exits(['import', 'a.csv', '--map', 'answers.yaml'], {
      cwd: aTable('northwind,4\nnorthwind,9\n'),
    }),
  '`report --map`: `import` would refuse some of the rows, or not read some of the answers': () =>
    exits(['report', 'a.csv', '--map', 'answers.yaml'], {
      cwd: aTable('northwind,4\nnorthwind,9\n'),
    }),
  'an unknown command, option or value': () => exits(['check', '--min-scor', '3']),
  'a file is missing or cannot be read': () => exits(['check', 'no-such-plan.yaml']),
  '`check`: a file you named is not an accordant file': () =>
    exits(['check', join(root, 'package.json')]),
  '`check`: nothing to check': () => exits(['check', aFolder({ 'notes.txt': 'a' })]),
  'the settings or the questionnaire in use are broken': () =>
    exits([
      'check',
      aFolder({
        'accordant.yaml': 'accordant: config/1\nlimits: 3\n',
        'plan.yaml': 'accordant: plan/1\n',
      }),
    ]),
  'in every other command: a file with broken content': () =>
    exits(['report', aFolder({ 'responses/r1.yaml': 'accordant: response/1\nanswers: [' })]),
  '`init`: the file already exists': () =>
    exits(['init', 'here'], { cwd: aFolder({ 'here/plan.yaml': 'accordant: plan/1\n' }) }),
  '`init plan --from`: nothing found that belongs in a plan': () =>
    exits(['init', 'plan', '--from', 'soup.md'], { cwd: aFolder({ 'soup.md': '# Soup\n' }) }),
  'the output cannot be written': () =>
    exits(['check', join(right, 'plan.yaml'), ...day, '--format', 'json=/no/such/folder/out.json']),
  'an output would replace a file that the run reads, or a report that somebody edited': () => {
    const cwd = aFolder()
    cpSync(right, cwd, { recursive: true })
    return exits(['report', ...day, '--format', 'json=plan.yaml'], { cwd })
  },
  'questions are unanswered, and there is no terminal to ask in': () =>
    exits(['assess', '--partner', 'northwind'], {
      cwd: aFolder({ 'accordant.yaml': 'accordant: config/1\n' }),
    }),
  '`import`: there was no map, so it drafted one for you to correct': () =>
    exits(['import', 'a.csv'], { cwd: aTable('northwind,4\n') }),
  'a bug in accordant; please report it': () => exits(['list'], { program: aBrokenProgram() }),
  'interrupted, or saved and left': interrupted,
}

/** A folder with a table of answers and a map for it, whose name differs from that of a draft. */
function aTable(rows: string): string {
  return aFolder({
    'a.csv': `Company,Q1\n${rows}`,
    'answers.yaml': `accordant: map/1
questionnaire: partnership-readiness
partnership: northwind-contoso
columns: {partner: Company, answers: {trust.bad-news: Q1}}
`,
  })
}

/** The program with a part of its own that is broken. */
function aBrokenProgram(): string {
  const folder = aFolder()
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'dist', 'questionnaires', 'partnership-readiness.json'), '{')
  return folder
}

/** What a shell says of it, as programs that a signal ends have no code of their own. */
function interrupted(): Promise<number | null> {
  const bin = join(root, 'bin', 'accordant.js')
  const script = `"${process.execPath}" "${bin}" check - ; exit $?`
  const shell = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const { pid = 0 } = shell
  return new Promise((done) => {
    shell.on('exit', (code, signal) => done(signal === 'SIGINT' ? 130 : code))
    setTimeout(() => process.kill(-pid, 'SIGINT'), 500)
  })
}

const rows = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code, when] = /^\| (\d+) +\| (.*?) +\|$/.exec(line) ?? []
    return code === undefined || when === undefined ? [] : [{ code: Number(code), when }]
  })

describe('The exit codes in the README', () => {
  it('include every case that this test runs, in the same order', () => {
    expect(rows.map(({ when }) => when)).toEqual(Object.keys(ways))
  })

  it.each(rows.map(({ code, when }) => [code, when] as const))('%i: %s', async (code, when) => {
    expect(await ways[when]?.()).toBe(code)
  })

  it('follow the documented order when several apply', () => {
    const codeOf = (...files: readonly string[]) => exits(['check', ...files, ...day])
    expect(codeOf('no-such-plan.yaml', join(faulty, 'asleep.yaml'))).toBe(2)
    expect(codeOf(join(right, 'plan.yaml'), join(faulty, 'asleep.yaml'))).toBe(1)
  })
})
