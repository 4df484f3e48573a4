import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const questionnaire = `accordant: questionnaire/1
id: mine
version: 1.0.0
title: Mine
levels:
  - {id: ready, title: Ready, score: 60}
  - {id: not-ready, title: Not ready, score: 0}
dimensions:
  - id: plan
    title: Plan
    checks:
      - id: dated
        title: The plan is dated
        assert: has(plan.date)
        message: The plan has no date
        severity: error
        examples: {good: {date: 2026-11-01}, bad: {name: A}}
      - id: known
        title: Every commitment is somebody's
        for: commitments
        assert: person(item.owner)
        message: 'Nobody is to do "{item.what}"'
        severity: {exploring: off, forming: warning, agreed: error}
        examples:
          good: {people: [{id: p1}], commitments: [{what: A, owner: p1}]}
          bad: {commitments: [{what: A, owner: p1}]}
`

async function check(plan: string, ...argv: readonly string[]) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: q.yaml\n',
    'q.yaml': questionnaire,
    'p.yaml': `accordant: plan/1\n${plan}`,
  })
  return await ran(['check', `${folder}/p.yaml`, '--today', '2026-11-23', ...argv])
}

interface CheckedRun {
  readonly verdict: { readonly pass: boolean; readonly reasons: readonly unknown[] }
  readonly files: readonly {
    readonly findings: readonly { readonly id: string; readonly message: string }[]
    readonly unread: readonly unknown[]
  }[]
}

async function toldOf(plan: string, ...argv: readonly string[]) {
  const { out, code } = await check(plan, '--format', 'json', ...argv)
  const { verdict, files } = JSON.parse(out) as CheckedRun
  const [file] = files
  const found = file?.findings.map(({ id, message }) => `${id} ${message}`)
  return { code, verdict, found, unread: file?.unread }
}

describe('A run in which no check could be judged', () => {
  it('does not pass, at whatever level it fails', async () => {
    const { code, verdict, unread } = await toldOf('stage: exploring\ndate: soon\n')
    expect({ code, verdict, unread }).toEqual({
      code: 1,
      verdict: {
        pass: false,
        reasons: [
          { code: 'findings', severity: 'error', count: 1 },
          { code: 'nothing-judged', file: expect.stringMatching(/p\.yaml$/) },
        ],
      },
      unread: [{ check: 'plan.dated', lines: [3] }],
    })
  })

  it('passes where nothing fails it', async () => {
    const { code, verdict } = await toldOf('date: soon\n', '--fail-on', 'never')
    expect({ code, verdict }).toEqual({ code: 0, verdict: { pass: true, reasons: [] } })
  })

  it('says so in every format that people read', async () => {
    const sentence = 'No check could be judged'
    for (const format of ['text', 'markdown', 'junit', 'github', 'sarif']) {
      const { out } = await check('date: soon\n', '--format', format)
      const isShown = format === 'sarif' ? out.includes('"nothing-judged"') : out.includes(sentence)
      expect({ format, isShown }).toEqual({ format, isShown: true })
    }
    expect((await check('date: soon\n')).out).toContain(
      'Verdict: fail (1 error, 1 plan not judged)',
    )
  })

  it('is none where one check of one plan was judged', async () => {
    const { verdict } = await toldOf('date: soon\ncommitments: [{what: A, owner: p1}]\n')
    expect(JSON.stringify(verdict.reasons)).not.toContain('nothing-judged')
  })
})

describe('Checks that could not be judged', () => {
  it('are told once, with the lines to look at first, in every format that people read', async () => {
    const inAll =
      '1 check could not be judged, as what it needs was not understood. Look first at line 2'
    const byCheck =
      'The plan is dated: accordant could not judge this, as it did not understand what this needs. Look at line 2'
    const plan = 'date: soon\ncommitments: [{what: A, owner: p1}]\n'
    const sentences = {
      text: inAll,
      markdown: inAll,
      junit: byCheck,
      github: byCheck,
      sarif: byCheck,
    }
    for (const [format, sentence] of Object.entries(sentences)) {
      const { out } = await check(plan, '--format', format)
      expect({ format, times: out.split(sentence).length - 1 }).toEqual({ format, times: 1 })
    }
  })

  it('are not scored', async () => {
    const { out } = await check(
      'date: soon\npeople: [{id: p1}]\ncommitments: [{what: A, owner: p1}]\n',
    )
    expect(out).toContain('Written plan: 100 % complete, 1 error')
  })
})

describe('A plan in which something was refused', () => {
  it('has no unknown person where the id of one is unread, and names what is unread in a message', async () => {
    const commitments = 'commitments: [{what: [A], owner: p3}, {what: B, owner: p1}]\n'
    expect(
      await toldOf(`date: 2026-11-01\npeople: [{id: p1}, {id: P three}]\n${commitments}`),
    ).toMatchObject({
      found: [
        expect.stringMatching(/^schema\.value "P three" is not an id/),
        expect.stringMatching(/^schema\.type /),
      ],
      unread: [],
    })
    expect((await toldOf(`date: 2026-11-01\npeople: [{id: p1}]\n${commitments}`)).found).toEqual([
      'plan.known Nobody is to do "(not understood)"',
      expect.stringMatching(/^schema\.type /),
      expect.stringMatching(/^reference\.unknown Unknown person "p3"/),
    ])
  })

  it('has only the findings of every stage where its stage is unread, as mild as at the mildest', async () => {
    const plan = 'stage: agred\ncommitments: [{what: A, owner: p1}]\n'
    const { found, unread } = await toldOf(plan)
    expect(found?.map((one) => one.split(' ')[0])).toEqual([
      'plan.dated',
      'schema.value',
      'reference.unknown',
    ])
    expect(unread).toEqual([{ check: 'plan.known', lines: [2] }])
    expect((await check(plan)).out).toContain('its stage was not understood')
  })

  it('is judged by its first value of a key that stands twice, as far as that goes', async () => {
    const twice = 'date: 2026-11-01\npeople: [{id: p1}]\npeople: [{id: p2}]\n'
    const { found } = await toldOf(`${twice}commitments: [{what: A, owner: p2}, {what: B}]\n`)
    expect(found?.map((one) => one.split(' ')[0])).toEqual(['yaml.duplicate-key', 'plan.known'])
  })

  it('is refused in a report, as ever', async () => {
    const folder = aFolder({
      'plan.yaml': 'accordant: plan/1\ndate: soon\n',
      'responses/a.yaml': 'accordant: response/1\n',
    })
    const { code, err } = await ran(['report', folder])
    expect({ code, isNamed: err.includes('schema.value') }).toEqual({ code: 2, isNamed: true })
  })
})
