import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'bin', 'accordant.js')
const example = join(root, 'examples', 'northwind-contoso')

interface Started {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** The built program, as a process of its own without a terminal. */
function started(argv: readonly string[], { cwd, env = {}, input = '' }: Started = {}) {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
    input,
    ...(cwd === undefined ? {} : { cwd }),
    env: { PATH, ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

function response(answers: string): string {
  return `accordant: response/1
questionnaire: {id: partnership-readiness, version: 1.0.0}
partnership: both
partner: north
respondent: {id: r1}
answers:
${answers}`
}

describe('the built program', () => {
  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(started(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    expect(started(['--version', '--no-color']).out).toBe(`${version}\n`)
  })

  it('explains a first use in its short help', () => {
    const { code, out } = started([])
    expect(code).toBe(0)
    expect(out).toMatch(/A first use:\n {2}accordant init /)
  })

  it.each(['init', 'assess', 'report', 'check', 'explain', 'list', 'schema'])(
    'shows an example in the help of %s',
    (command) => {
      const { code, out } = started([command, '--help'])
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`Examples?:\\n {2}accordant ${command}`))
    },
  )

  it('gives the same bytes in any folder, locale and time zone', () => {
    const folder = aFolder()
    cpSync(example, folder, { recursive: true })
    const here = started(['report', '.', '--format', 'json'], { cwd: example })
    const runs = [
      started(['report', '.', '--format', 'json'], { cwd: folder }),
      started(['report', '.', '--format', 'json'], {
        cwd: folder,
        env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
      }),
      started(['report', '.', '--format', 'json'], {
        cwd: folder,
        env: { LANG: 'de_DE.UTF-8', TZ: 'America/St_Johns' },
      }),
    ]
    expect(here.code).toBe(0)
    for (const { out } of runs) expect(out).toBe(here.out)
  })

  it('still exits with 1 for a missed limit when the reader of its output has gone', () => {
    const command = `${process.execPath} ${program} report ${example} --min-score 99 2>&1 >/dev/full; echo $?; ${process.execPath} ${program} report ${example} --min-score 99 --format json 2>/dev/null | head -c 1 >/dev/null; echo \${PIPESTATUS[0]}`
    const { stdout } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(stdout).toContain('accordant: Cannot write the output: ENOSPC')
    expect(stdout).toMatch(/\n2\n1\n$/)
  })

  it('refuses options that contradict a response', () => {
    const file = join(example, 'responses', 'contoso-r1.yaml')
    const partner = started(['assess', '--response', file, '--partner', 'northwind'])
    const quick = started(['assess', '--response', file, '--quick'])
    expect([partner.code, quick.code]).toEqual([2, 2])
    expect(partner.err).toMatch(/is a response for "contoso", not for "northwind"/)
    expect(quick.err).toMatch(/is a full run, not a quick one/)
  })

  it.each([
    [
      'a folder that is not there',
      ['assess', 'no-such-folder', '--partner', 'a'],
      /"no-such-folder" does not exist/,
    ],
    [
      'a file for a folder',
      ['assess', join(root, 'README.md'), '--partner', 'a'],
      /README\.md" is not a folder/,
    ],
    [
      'a starter that is there already',
      ['init', 'plan', join(example, 'plan.yaml')],
      /already exists and is not overwritten/,
    ],
    [
      'a level that is not there',
      ['report', example, '--min-level', 'raedy'],
      /Unknown level "raedy"/,
    ],
  ])('stops on %s with exit code 2', (_, argv, message) => {
    const { code, err } = started(argv)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('does not ignore a settings file that is a broken link', () => {
    const folder = aFolder({ 'a.yaml': response('  trust.bad-news: 4\n') })
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'accordant.yaml'))
    expect(started(['report', folder]).code).toBe(2)
  })

  it('writes no file when it only reports', () => {
    const folder = aFolder()
    cpSync(join(example, 'responses'), join(folder, 'responses'), { recursive: true })
    expect(started(['report', folder]).code).toBe(0)
    expect(existsSync(join(folder, 'report.md'))).toBe(false)
  })

  it('reads a response from standard input', () => {
    const { code, out } = started(['report', '-', '--unfinished', '--format', 'json'], {
      input: response('  trust.bad-news: 4\n'),
    })
    expect(code).toBe(0)
    expect(JSON.parse(out).questions[0].partners[0].mean).toBe(4)
  })

  it('reports a comment that cuts off a text, and continues', () => {
    const text = response('  trust.bad-news: {value: 4}\n').replace(
      'partner: north',
      'partner: north\nnotes: We said # nothing',
    )
    const { code, err } = started(['report', '-', '--unfinished', '--format', 'json'], {
      input: text,
    })
    expect(code).toBe(0)
    expect(err).toMatch(/<stdin>:5:\d+ warning: .* \[yaml\.syntax\]/)
  })
})

describe('assess without a terminal', () => {
  it('lists the open questions, exits with 3 and writes nothing', () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
    const { code, out, err } = started(['assess', folder, '--partner', 'north', '--quick'])
    const ids = out.trim().split('\n')
    expect({ code, count: ids.length, first: ids[0], last: ids.at(-1) }).toEqual({
      code: 3,
      count: 16,
      first: 'stage',
      last: 'long-term-focus.horizon',
    })
    expect(err).toBe(
      '16 questions are unanswered, and there is no terminal to ask in; nothing was written\n',
    )
    expect(existsSync(join(folder, 'responses'))).toBe(false)
  })

  it('requires --partner', () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
    expect(started(['assess', folder])).toEqual({
      code: 2,
      out: '',
      err: 'accordant: Which partner is answering?\n  Name it: --partner contoso\n',
    })
  })

  it('completes a form with nothing missing: the verdict, the report and the time', () => {
    const folder = aFolder()
    cpSync(join(example, 'responses', 'northwind-r1.yaml'), join(folder, 'form.yaml'))
    const before = readFileSync(join(folder, 'form.yaml'), 'utf8')
    const { code, out, err } = started(['assess', '--response', join(folder, 'form.yaml')])
    expect(code).toBe(0)
    expect(out).toMatch(/No level yet · \d+ of 100, as \S.* sees it/)
    expect(err).toMatch(/The report is in .*report\.md\. For Word: .*\nVerdict: /)
    expect(existsSync(join(folder, 'report.md'))).toBe(true)
    expect(readFileSync(join(folder, 'form.yaml'), 'utf8')).toBe(before)
  })
})

const anchors = Array.from(
  { length: 20 },
  (_, index) =>
    `a${index}: &a${index} [${
      index === 0
        ? 'x'
        : Array(9)
            .fill(`*a${index - 1}`)
            .join(', ')
    }]`,
).join('\n')

describe('a bad file', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'with a key twice',
      response('  trust.bad-news: 4\n  trust.bad-news: 5\n'),
      /:8:3 error: .*\[yaml\.duplicate-key\]/,
    ],
    [
      'with an unknown key',
      response('  trust.bad-news: {vlaue: 4}\n'),
      /:7:\d+ error: Unknown key "vlaue"; did you mean "value"\? \[schema\.unknown-key\]/,
    ],
    [
      'with an unknown tag',
      response('  trust.bad-news: !secret 4\n'),
      /:7:\d+ error: .*\[yaml\.tag\]/,
    ],
    [
      'with a merge key',
      response('  <<: {trust.bad-news: 4}\n'),
      /:7:3 error: .*\[yaml\.merge-key\]/,
    ],
    [
      'with a second document',
      response('  trust.bad-news: 4\n---\na: 1\n'),
      /:8:1 error: .*\[yaml\.documents\]/,
    ],
    [
      'with a YAML 1.1 directive',
      `%YAML 1.1\n---\n${response('  trust.bad-news: 4\n')}`,
      /:1:1 error: .*\[yaml\.directive\]/,
    ],
    ['with a list for a key', response('  ? [a]\n  : 4\n'), /:7:\d+ error: .*\[yaml\.key\]/],
    [
      'with an alias to nothing',
      response('  trust.bad-news: *gone\n'),
      /:7:\d+ error: .*\[yaml\.alias\]/,
    ],
    [
      'with an alias to itself',
      response('  trust.bad-news: &me [*me]\n'),
      /:7:\d+ error: .*\[yaml\.alias\]/,
    ],
    [
      'that grows out of its aliases',
      `${response('  trust.bad-news: 4\n')}${anchors}\n`,
      /error: .*\[yaml\.limit\]/,
    ],
    [
      'nested a hundred thousand deep',
      response(`  trust.bad-news: ${'['.repeat(100_000)}\n`),
      /error: .*\[yaml\.(limit|syntax)\]/,
    ],
    [
      'of more than five megabytes',
      response(`  # ${'x'.repeat(5 * 1024 * 1024)}\n`),
      /error: .*\[yaml\.limit\]/,
    ],
    [
      'that is no UTF-8',
      Buffer.concat([Buffer.from(response('')), Buffer.from([0x20, 0xff, 0xfe])]),
      /:7:\d+ error: .*\[yaml\.encoding\]/,
    ],
    [
      'in UTF-16',
      Buffer.from(`\ufeff${response('')}`, 'utf16le'),
      /:1:1 error: .*\[yaml\.encoding\]/,
    ],
    ['with a NUL', response('  trust.bad-news: 4\0\n'), /:7:\d+ error: .*\[yaml\.encoding\]/],
    [
      'with no number where one is due',
      response('  trust.bad-news: .nan\n'),
      /:7:\d+ error: .*\[schema\.(type|value)\]/,
    ],
    [
      'with too large a number',
      response('  trust.bad-news: 1e999\n'),
      /:7:\d+ error: .*\[schema\.(type|value)\]/,
    ],
    [
      'that calls a question __proto__',
      response('  __proto__: 4\n'),
      /:7:3 error: .*__proto__.*\[(schema|reference)\./,
    ],
    [
      'that calls a question constructor',
      response('  constructor: 4\n'),
      /:7:3 error: Unknown question "constructor".*\[reference\.unknown\]/,
    ],
    ['that is empty', '', /:1:1 error: The file is empty \[schema\.missing\]/],
    ['of another kind', 'accordant: plan/1\n', /:1:12 error: .*\[schema\.value\]/],
  ])('%s gives one clear message and exit code 2', (_, content, message) => {
    const folder = aFolder({ 'bad.yaml': content })
    const { code, out, err } = started(['report', join(folder, 'bad.yaml')])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at |node:|js-yaml|YAMLException|ZodError/)
  })

  it.each([
    ['with a byte order mark', `\ufeff${response('  trust.bad-news: 9\n')}`],
    ['with the line ends of Windows', response('  trust.bad-news: 9\n').replaceAll('\n', '\r\n')],
  ])('%s is reported on the right lines', (_, content) => {
    const folder = aFolder({ 'bad.yaml': content })
    expect(started(['report', join(folder, 'bad.yaml')]).err).toMatch(
      /bad\.yaml:7:19 error: The number 9 is off the scale/,
    )
  })

  it.each([
    [
      'a missing file',
      (folder: string) => ['report', join(folder, 'gone.yaml')],
      /gone\.yaml" does not exist/,
    ],
    [
      'a folder instead of a file',
      (folder: string) => ['report', join(folder, 'a.yaml'), '--unfinished', '--plan', folder],
      /folder/,
    ],
    [
      'a target that is a folder',
      (folder: string) => [
        'report',
        join(folder, 'a.yaml'),
        '--unfinished',
        '--format',
        `json=${folder}`,
      ],
      /folder/,
    ],
    [
      'a target in a folder that is not there',
      (folder: string) => [
        'report',
        join(folder, 'a.yaml'),
        '--unfinished',
        '--format',
        `json=${join(folder, 'no', 'r.json')}`,
      ],
      /folder|exist/,
    ],
    [
      'a full disk',
      (folder: string) => [
        'report',
        join(folder, 'a.yaml'),
        '--unfinished',
        '--format',
        'json=/dev/full',
      ],
      /the disk is full/,
    ],
  ])('%s gives one clear message and exit code 2', (_, argv, message) => {
    const folder = aFolder({ 'a.yaml': response('  trust.bad-news: 4\n') })
    const { code, err } = started(argv(folder))
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('a questionnaire of your own', () => {
  const questionnaire = (when: string) => `accordant: questionnaire/1
id: own
version: 1.0.0
title: Own
levels:
  - {id: high, title: High, score: 60}
  - {id: low, title: Low, score: 0}
profile:
  - {id: stage, ask: Where?, type: choice, choices: [{id: exploring, title: Exploring}, {id: agreed, title: Agreed}]}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: How soon?, type: rating, anchors: {1: Never, 5: Now}}
      - id: exit
        ask: Is it agreed?
        type: yes-no
        when: ${when}
`

  it.each([
    [
      'a typo in a name',
      'profile.stge != "exploring"',
      /own\.yaml:18:\d+ error: .*stge.*\[expression\.error\]/,
    ],
    [
      'a wrong type',
      'answers["trust.news"] == "often"',
      /own\.yaml:18:\d+ error: .*\[expression\.error\]/,
    ],
    [
      'a question that comes later',
      'answers["trust.exit"] == true',
      /own\.yaml:18:\d+ error: .*earlier.*\[expression\.error\]/,
    ],
    [
      'matches',
      'profile.stage.matches("a+")',
      /own\.yaml:18:\d+ error: .*matches.*\[expression\.error\]/,
    ],
    [
      'a plain condition on nothing',
      '{question: trust.nwes, least: 3}',
      /own\.yaml:18:\d+ error: .*trust\.news.*\[expression\.error\]/,
    ],
  ])('is refused for %s in a condition, with its line', (_, when, message) => {
    const folder = aFolder({ 'own.yaml': questionnaire(when) })
    const { code, err } = started([
      'explain',
      'trust.news',
      '--questionnaire',
      join(folder, 'own.yaml'),
    ])
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('has the line of a typo in a condition of several lines reported', () => {
    const when = `>-
          profile.stage == "agreed" &&
          answers["trust.news"] >= 3.0 &&
          profile.stge != "exploring"`
    const folder = aFolder({ 'own.yaml': questionnaire(when) })
    const { err } = started(['explain', 'trust.news', '--questionnaire', join(folder, 'own.yaml')])
    expect(err).toMatch(/own\.yaml:21:19 error: .*stge[\s\S]*\n21 \| +profile\.stge/)
  })

  it('asks the question if its condition is true', () => {
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\n',
      'own.yaml': questionnaire('profile.stage != "exploring"'),
    })
    const { code, out } = started([
      'assess',
      folder,
      '--partner',
      'a',
      '--questionnaire',
      join(folder, 'own.yaml'),
    ])
    expect({ code, out }).toEqual({ code: 3, out: 'stage\ntrust.news\n' })
  })
})
