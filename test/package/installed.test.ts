import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { installProgram } from '../../scripts/install-program.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'accordant-installed-'))
const home = installProgram(folder)
afterAll(() => rmSync(folder, { recursive: true }))

/** A folder to work in: the example partnership, now and later, a table, a form's export, questionnaires and a Markdown plan. */
function makeWorkFolder(): string {
  const work = join(folder, 'work')
  mkdirSync(work)
  const copies = {
    'examples/northwind-contoso': 'here',
    'examples/northwind-contoso-2027': 'later',
    'examples/harbour-lights/plan.md': 'plan.md',
    'test/golden/table': 'table',
    'test/golden/questionnaire.yaml': 'questionnaire.yaml',
    'test/cli/exports/google-forms.csv': 'forms.csv',
  }
  for (const [from, to] of Object.entries(copies)) {
    cpSync(join(root, from), join(work, to), { recursive: true })
  }
  writeFileSync(join(work, 'own.yaml'), ownQuestionnaire)
  cpSync(join(work, 'plan.md'), join(work, 'our plans/plan.md'))
  cpSync(join(work, 'plan.md'), join(work, 'kept/plan.md'))
  cpSync(join(work, 'plan.md'), join(work, 'kept/drafts/plan.md'))
  writeFileSync(join(work, 'kept/.gitignore'), 'drafts/\n')
  return work
}

const ownQuestionnaire = `accordant: questionnaire/1
id: own
version: 1.0.0
title: Ours
extends: partnership-readiness@1
drop: [trust.bad-news]
`

const today = ['--today', '2026-11-23']
const work = makeWorkFolder()

/** Every command with every kind of argument it takes: the exit code, and a piece of what it writes. */
type Line = readonly [line: string, code: number, text: string | RegExp, input?: string]

const lines: readonly Line[] = [
  ['', 0, 'accordant init northwind-contoso'],
  ['--version', 0, /^\d+\.\d+\.\d+\n$/],
  ['--help', 0, 'Commands:'],
  ['help report', 0, 'Usage: accordant report'],
  ['init new --questionnaire five-days-of-action', 0, 'new/accordant.yaml'],
  ['init plan made/plan.yaml --stage forming', 0, 'made/plan.yaml'],
  ['init config made/accordant.yaml', 0, 'made/accordant.yaml'],
  ['init response made/responses/a-r1.yaml --partner a --quick', 0, 'made/responses/a-r1.yaml'],
  ['init questionnaire made/q.yaml --template sum-and-bands', 0, 'made/q.yaml'],
  ['init ci made/ci.yml', 0, 'made/ci.yml'],
  ['form here -o form.html --quick', 0, 'Wrote form.html'],
  ['assess here --partner northwind', 3, 'trust.bad-news'],
  ['assess here --partner northwind --partner contoso', 3, 'northwind trust.bad-news'],
  ['status here', 0, 'Northwind'],
  [`report here ${today.join(' ')}`, 0, /^# /m],
  [
    'report here/responses/northwind-r1.yaml here/responses/contoso-r1.yaml --format json',
    0,
    '"result/',
  ],
  [
    'report here --format html=out.html --format csv=out.csv --format actions=actions.csv',
    0,
    'out.html',
  ],
  ['report here --previous later --format json', 0, '"trend"'],
  ['report here --no-worse-than later --min-score 99', 1, 'pass'],
  ['report here --what-if contingencies.exit=3 --format json', 0, '"whatIf"'],
  ['report later --add-actions=1 --format json=later.json', 0, 'later/plan.yaml'],
  ['report table/survey.csv --map table/survey.map.yaml', 1, /^# /m],
  ['check here', 0, 'here/plan.yaml'],
  ['check plan.md', 0, 'plan.md'],
  ['check plan.md --show-plan', 0, 'accordant: plan/1'],
  ['check *.md', 0, 'plan.md'],
  ['check here/**/*.yaml', 0, '8 files checked'],
  ['check {here,later}/plan.yaml', 0, '2 files checked'],
  ['check pla?.md', 0, 'plan.md'],
  ['check our+plans/*.md', 0, 'our plans/plan.md'],
  ['check WORK/here/*.yaml', 0, '2 files checked'],
  ['check *.yml', 2, 'Found nothing to check by the pattern'],
  ['check kept', 0, '1 file checked'],
  [
    'check - --stdin-name plan.yaml',
    1,
    'trust.confidentiality',
    'accordant: plan/1\nname: A\nstage: operating\n',
  ],
  [
    'check here --format sarif=out.sarif --format junit=out.xml --format gitlab=out.json --format markdown',
    0,
    '#',
  ],
  ['check here --format json --format github=notes.txt', 0, '"findings/1"'],
  ['check made/plan.yaml --update-baseline --baseline base.json', 0, 'base.json'],
  ['check made/plan.yaml --baseline base.json --fail-on info', 0, 'made/plan.yaml'],
  ['explain trust.bad-news here', 0, 'trust.bad-news'],
  ['explain roles here', 0, 'Roles'],
  ['explain ready', 0, 'Ready'],
  ['explain trust.confidentiality', 0, 'trust.confidentiality'],
  ['import forms.csv --questionnaire questionnaire.yaml', 3, 'forms.map.yaml'],
  ['import table/survey.csv --map table/survey.map.yaml -o imported', 1, 'imported/responses'],
  ['list', 0, 'partnership-readiness'],
  ['list --diff own.yaml', 0, 'trust.bad-news'],
  ['preview partnership-readiness --report --seed 7', 0, /^# /m],
  ['preview own.yaml', 3, 'trust.'],
  ['schema plan', 0, '"$schema"'],
]

/** One command line, without a terminal. A `+` is a space in a word, and WORK the folder's absolute path. */
function runLine(line: string, input = '') {
  const program = join(folder, 'node_modules', '.bin', 'accordant')
  const words = line.split(' ').filter((word) => word !== '')
  const argv = words.map((word) => word.replace('+', ' ').replace('WORK', work))
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: work,
    input,
    encoding: 'utf8',
  })
  return { ended: status, out: stdout, err: stderr }
}

describe('the installed program', () => {
  it.each(lines.map(([line, code, text, input]) => ({ line, code, text, input })))(
    'runs: accordant $line',
    ({ line, code, text, input }) => {
      const { ended, out, err } = runLine(line, input)
      expect({ line, ended, err }).toEqual({ line, ended: code, err })
      if (text instanceof RegExp) expect(out).toMatch(text)
      else expect(out + err).toContain(text)
    },
  )

  it('is run here with every command that its help names', () => {
    const { out } = runLine('--help')
    const named = [
      ...(out.split(/Commands:|A first use:/)[1]?.matchAll(/^ {2}([a-z]+) /gm) ?? []),
    ].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(8)
    const run = new Set(lines.map(([line]) => line.split(' ')[0]))
    expect(named.filter((name) => name !== undefined && !run.has(name))).toEqual([])
  })

  it('brings no other package, and no file that only a clone needs', () => {
    expect(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['accordant'])
    expect(readdirSync(home).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'package.json',
      'questionnaires',
    ])
    expect(existsSync(join(home, 'dist', 'third-party.txt'))).toBe(true)
  })
})
