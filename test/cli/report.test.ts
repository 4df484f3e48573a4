import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
coverage: 0.5
levels:
  - {id: high, title: High, score: 60, weakest: 40}
  - {id: low, title: Low, score: 0}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
      - {id: keep, ask: Do you keep it?, type: yes-no}
`

function response(
  head: Parameters<typeof aResponseFile>[1] = {},
  answers = 'trust.news: 4, trust.keep: yes',
): string {
  return aResponseFile(answers, head)
}

/** A folder with the questionnaire and these responses. */
function partnership(responses: Readonly<Record<string, string>>): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\n',
    'small.yaml': questionnaire,
    ...responses,
  })
}

describe('report', () => {
  it('finds the questionnaire for a response in the partnership', async () => {
    const folder = partnership({ 'responses/north-r1.yaml': response() })
    const { code, out, err } = await ran(['report', folder, '--format', 'json'])
    expect({ code, err }).toEqual({ code: 0, err: 'Verdict: High, 88 as north sees it\n' })
    expect(JSON.parse(out).score).toEqual({ value: 87.5, low: 87.5, high: 87.5, coverage: 1 })
  })

  it('gives the owner of a step by id in data, and by name in reports', async () => {
    const folder = partnership({
      'small.yaml': questionnaire.replace('}}\n', '}, practice: {do: Ring them}}\n'),
      'plan.yaml': `accordant: plan/1
partners: [{id: north, manager: p2}]
people: [{id: p2, name: A. Visser, partner: north}]
`,
      'responses/north-r1.yaml': response(),
    })
    const data = await ran(['report', folder, '--format', 'json'])
    expect(JSON.parse(data.out).actions).toMatchObject([{ partners: ['north'], owner: 'p2' }])
    expect((await ran(['report', folder])).out).toContain('north (A. Visser)')
    const rows = (await ran(['report', folder, '--format', 'actions'])).out
    expect(rows).toContain(',trust.news,north,A. Visser,Ring them,')
  })

  it('writes several formats in one run, each to its file', async () => {
    const folder = partnership({ 'responses/north-r1.yaml': response() })
    const [markdown, json] = [join(folder, 'report.md'), join(folder, 'result.json')]
    const { code, out } = await ran([
      'report',
      folder,
      '--format',
      `markdown=${markdown}`,
      '--format',
      `json=${json}`,
    ])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(readFileSync(markdown, 'utf8')).toMatch(
      /^<!-- written by accordant sha256:[0-9a-f]{64} -->\n\n# Small: both\n/,
    )
    expect(JSON.parse(readFileSync(json, 'utf8')).accordant).toBe('result/2')
  })

  it('exits with 1 and says so when a limit is missed', async () => {
    const folder = partnership({ 'responses/north-r1.yaml': response() })
    const { code, out, err } = await ran([
      'report',
      folder,
      '--format',
      'json',
      '--min-score',
      '90',
    ])
    const { verdict } = JSON.parse(out)
    expect({ code, pass: verdict.pass, reasons: verdict.reasons, err }).toEqual({
      code: 1,
      pass: false,
      reasons: [{ code: 'limit', option: 'minScore', value: 87.5, needs: 90 }],
      err: 'Verdict: High, 88 as north sees it (fail, 1 limit missed)\n',
    })
  })

  it('says "pass" only where a limit is set', async () => {
    const folder = partnership({ 'responses/north-r1.yaml': response() })
    const before = join(folder, 'before.json')
    await ran(['report', folder, '--format', `json=${before}`])
    const verdictWith = async (...argv: readonly string[]) =>
      (await ran(['report', folder, '--format', 'csv', ...argv])).err
    expect(await verdictWith()).toBe('Verdict: High, 88 as north sees it\n')
    expect(await verdictWith('--min-level', 'high')).toBe(
      'Verdict: High, 88 as north sees it (pass)\n',
    )
    expect(await verdictWith('--no-worse-than', before)).toBe(
      'Verdict: High, 88 as north sees it (pass)\n',
    )
    expect(await verdictWith('--previous', before)).toBe('Verdict: High, 88 as north sees it\n')
    expect(await verdictWith('--what-if', 'trust.news=5')).toBe(
      'Verdict: High, 100 as north sees it (hypothetical)\n',
    )
    expect(await verdictWith('--what-if', 'trust.news=5', '--min-score', '9')).toBe(
      'Verdict: High, 100 as north sees it (pass, hypothetical)\n',
    )
  })

  it('takes limits from the settings unless an option overrides them', async () => {
    const folder = partnership({
      'accordant.yaml': 'accordant: config/1\nlimits: {minScore: 90}\n',
      'responses/north-r1.yaml': response(),
    })
    const fromSettings = await ran(['report', folder])
    const fromFlag = await ran(['report', folder, '--min-score', '80'])
    expect([fromSettings.code, fromFlag.code]).toEqual([1, 0])
  })

  describe('of responses that do not count', () => {
    const begun = response({ id: 'r2' }, 'trust.news: 1').replace(/completed: .*\n/, '')
    const excluded = response({ id: 'r3' }, 'trust.news: 1, trust.keep: no').replace(
      'answers:',
      'excluded: Answered twice\nanswers:',
    )
    const empty = response({ id: 'r4' }, '')
    const left = { 'b.yaml': begun, 'c.yaml': excluded, 'd.yaml': empty }

    it('names each with its reason, and otherwise changes no byte', async () => {
      const alone = partnership({ 'a.yaml': response() })
      const folder = partnership({ 'a.yaml': response(), ...left })
      const { code, out, err } = await ran(['report', folder, '--format', 'json'])
      expect({ code, err }).toEqual({
        code: 0,
        err: `Not counted: ${folder}/b.yaml is not finished
Not counted: ${folder}/c.yaml is excluded (Answered twice)
Not counted: ${folder}/d.yaml has no answer yet
${(await ran(['report', alone, '--format', 'json'])).err}`,
      })
      const { leftOut, ...rest } = JSON.parse(out)
      const own = { partner: 'north', note: null }
      expect(leftOut).toEqual([
        { ...own, respondent: 'r2', file: `${folder}/b.yaml`, reason: 'unfinished' },
        {
          ...{ ...own, respondent: 'r3', file: `${folder}/c.yaml`, reason: 'excluded' },
          note: 'Answered twice',
        },
        { ...own, respondent: 'r4', file: `${folder}/d.yaml`, reason: 'empty' },
      ])
      const { leftOut: none, ...other } = JSON.parse(
        (await ran(['report', alone, '--format', 'json'])).out,
      )
      expect(none).toEqual([])
      expect(rest).toEqual(other)
    })

    it('says in the report who is left out', async () => {
      const { out } = await ran(['report', partnership({ 'a.yaml': response(), ...left })])
      expect(out).toContain('This report is based on 1 response from north.')
      expect(out).toContain('- Not counted: the response r2 from north, which is not finished.\n')
      expect(out).toContain('which is excluded (“Answered twice”).\n')
    })

    it('counts unfinished responses, and no others, with --unfinished', async () => {
      const folder = partnership({ 'a.yaml': response(), ...left })
      const { out } = await ran(['report', folder, '--unfinished', '--format', 'json'])
      const { partners, leftOut } = JSON.parse(out)
      expect(partners).toMatchObject([{ id: 'north', respondents: 2 }])
      expect(leftOut.map(({ reason }: { reason: string }) => reason)).toEqual(['excluded', 'empty'])
    })

    it('counts what has an entry for every question without being finished', async () => {
      const paper = response().replace(/completed: .*\n/, '')
      const { code, out } = await ran([
        'report',
        partnership({ 'a.yaml': paper }),
        '--format',
        'json',
      ])
      expect([code, JSON.parse(out).leftOut]).toEqual([0, []])
    })

    it('stops where none counts, with every file named', async () => {
      const folder = partnership(left)
      const { code, out, err } = await ran(['report', folder])
      expect({ code, out, err }).toEqual({
        code: 2,
        out: '',
        err: `accordant: No response counts: ${folder}/b.yaml is not finished; ${folder}/c.yaml is excluded (Answered twice); ${folder}/d.yaml has no answer yet
  Finish a response with "accordant assess", or count unfinished ones in a report with --unfinished
  Fill in one that has no answer yet with "accordant assess"
  To count one that is excluded, remove the line "excluded" from its file
`,
      })
    })
  })

  it('gives the same bytes in any order of the files', async () => {
    const folder = partnership({
      'a.yaml': response(),
      'b.yaml': response({ partner: 'south' }, 'trust.news: 2, trust.keep: no'),
    })
    const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    const there = await ran(['report', a, b])
    const back = await ran(['report', b, a])
    expect(back.out).toBe(there.out)
  })

  it.each([
    [
      'two responses of one respondent',
      { 'a.yaml': response(), 'b.yaml': response() },
      /a\.yaml and .*b\.yaml are both the response of "r1" for "north"/,
    ],
    [
      'different partnerships',
      { 'a.yaml': response(), 'b.yaml': response({ id: 'r2', partnership: 'others' }) },
      /a\.yaml and .*b\.yaml are from different partnerships, "both" and "others"/,
    ],
    [
      'an answer off its scale',
      { 'a.yaml': response({}, 'trust.news: 6') },
      /a\.yaml:7:23 error: The number 6 is off the scale; expected a whole number from 1 to 5 \[schema\.value\]/,
    ],
    [
      'an unknown question',
      { 'a.yaml': response({}, 'trust.nwes: 4') },
      /a\.yaml:7:11 error: Unknown question "trust\.nwes"; did you mean "trust\.news"\? \[reference\.unknown\]/,
    ],
    ['no response at all', {}, /There is no response in/],
    [
      'a response that is no YAML',
      { 'a.yaml': 'accordant: response/1\nanswers: {a: [1, 2\n' },
      /a\.yaml:2:1[47] error: .* \[yaml\.syntax\]/,
    ],
  ])('stops at %s, with the place and exit code 2', async (_, files, message) => {
    const { code, out, err } = await ran(['report', partnership(files)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('warns about another text of the same version of the questionnaire', async () => {
    const hash = `hash: sha256:${'0'.repeat(64)}`
    const folder = partnership({
      'a.yaml': response().replace('version: 1.0.0', `version: 1.0.0, ${hash}`),
    })
    const { code, out } = await ran(['report', folder, '--format', 'json'])
    expect({ code, warnings: JSON.parse(out).warnings }).toEqual({
      code: 0,
      warnings: [
        `${folder}/a.yaml answers a questionnaire whose text differs from that of the one in use, although the version is the same (1.0.0)`,
      ],
    })
  })

  it('warns about another version of the questionnaire and leaves out what it no longer asks', async () => {
    const folder = partnership({
      'a.yaml': response({ version: '0.9.0' }, 'trust.news: 4, trust.keep: yes, trust.gone: 3'),
    })
    const { code, out } = await ran(['report', folder, '--format', 'json'])
    expect({ code, warnings: JSON.parse(out).warnings }).toEqual({
      code: 0,
      warnings: [
        `${folder}/a.yaml answers another version of the questionnaire (0.9.0; in use 1.0.0)`,
        `${folder}/a.yaml answers "trust.gone", which the questionnaire in use does not ask; it is left out`,
      ],
    })
  })

  it.each([
    [['report', '/nowhere/at-all.yaml'], /"\/nowhere\/at-all.yaml" does not exist/],
    [['report', '--format', 'markdwon'], /Unknown format "markdwon"; did you mean "markdown"\?/],
    [['report', '--min-score', '101'], /Expected a number from 0 to 100/],
    [['reprot'], /unknown command "reprot"; did you mean "report"\?/],
    [['report', '--fromat', 'json'], /unknown option '--fromat'/],
  ])('refuses %j with exit code 2', async (argv, message) => {
    const { code, err } = await ran(argv)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('does not damage a target that it cannot write', async () => {
    const folder = partnership({ 'a.yaml': response() })
    mkdirSync(join(folder, 'out'))
    const { code, err } = await ran(['report', folder, '--format', `json=${join(folder, 'out')}`])
    expect(code).toBe(2)
    expect(err).toMatch(/folder/)
  })
})
