import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

interface Told {
  readonly file: string
  readonly findings: readonly { readonly id: string; readonly line: number }[]
}

async function toldOf(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const folder = aFolder(files)
  const { code, out } = await ran(['check', folder, '--format', 'json', ...argv])
  const run = JSON.parse(out) as { readonly files: readonly Told[] }
  const found = run.files.flatMap(({ file, findings }) =>
    findings.map(({ id, line }) => `${file.split('/').at(-1)}:${line} ${id}`),
  )
  return { code, found }
}

const questionnaire = (parts: string) => `accordant: questionnaire/1
id: mine
version: 1.0.0
title: Mine
levels:
  - {id: ready, title: Ready, score: 60}
  - {id: not-ready, title: Not ready, score: 0}
profile:
  - {id: stage, ask: Stage?, type: choice, choices: [{id: new, title: New}, {id: old, title: Old}]}
dimensions:
${parts}`

const right = questionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: one, ask: One?, type: rating, anchors: {1: A, 3: C, 5: B}}
      - {id: two, ask: Two?, type: yes-no}
      - {id: three, ask: Three?, type: yes-no, when: 'answers["trust.two"]'}
`)

describe('A response', () => {
  const files = {
    'accordant.yaml': 'accordant: config/1\nquestionnaire: q.yaml\n',
    'q.yaml': right,
  }
  const response = (rest: string) => `accordant: response/1
questionnaire: {id: mine, version: 1.0.0}
partnership: both
partner: northwind
respondent: {id: r1}
${rest}`

  it('is held against its questionnaire beside a value that its schema refuses', async () => {
    const text = response(`completed: soon
answers:
  trust.one: 9
  trust.nobody: 1
  trust.two: {value: yes, note: [1]}
  trust.one: 3
`)
    expect(await toldOf({ ...files, 'r.yaml': text })).toEqual({
      code: 1,
      found: [
        'r.yaml:6 schema.value',
        'r.yaml:9 reference.unknown',
        'r.yaml:10 schema.type',
        'r.yaml:11 yaml.duplicate-key',
      ],
    })
  })

  it('is not said to answer what nobody asked, where the answer that decides was refused', async () => {
    const asked = 'answers:\n  trust.three: yes\n  trust.two: '
    expect((await toldOf({ ...files, 'r.yaml': response(`${asked}no\n`) })).found).toEqual([
      'r.yaml:7 answer.not-asked',
    ])
    for (const wrong of ['{value: yes, note: [1]}', 'perhaps']) {
      const { found } = await toldOf({ ...files, 'r.yaml': response(`${asked}${wrong}\n`) })
      expect(found.map((one) => one.split(' ')[0])).toEqual(['r.yaml:8'])
    }
  })

  it('is of a partner of its own, whatever is wrong in it', async () => {
    const config = `${files['accordant.yaml']}partners: [{id: contoso}]\n`
    const text = response('answers: {trust.one: [[1]]}\n')
    expect((await toldOf({ ...files, 'accordant.yaml': config, 'r.yaml': text })).found).toEqual([
      'r.yaml:4 reference.unknown',
      'r.yaml:6 schema.type',
    ])
  })
})

describe('A questionnaire', () => {
  it('has all that is wrong with it told at once, in each of its files', async () => {
    const files = {
      'questionnaire.yaml': questionnaire(`  - trust.yaml
  - id: roles
    title: Roles
    questions:
      - {id: one, ask: One?, type: yes-no, when: 'answers["trust.broken"] >= 3'}
      - {id: two, ask: Two?, type: rating, scale: nowhere}
      - {id: three, ask: Three?, type: yes-no, when: 'answers["trust.nobody"] >= 3'}
    checks:
      - {id: c1, title: C, assert: has(plan.purpos.need), message: M, supports: [one]}
      - {id: c2, title: C, assert: has(plan.purpose.need), message: M, severity: hard}
`),
      'trust.yaml': `accordant: dimension/1
id: trust
title: Trust
weight: heavy
questions:
  - {id: broken, ask: Broken?, type: rating, scale: agreement, weight: -3}
  - {id: fine, ask: Fine?, type: yes-no, mirror: nobody}
  - {id: other, ask: Other?, type: rating, anchors: {1: A, 5: B}, mirror: broken}
checks:
  - {id: c4, title: C, assert: plan.purpose.need > 3, message: M, supports: [broken]}
  - {id: broken, title: C, assert: has(plan.purpose.need), message: M}
`,
    }
    const { code, found } = await toldOf(files)
    expect(code).toBe(1)
    expect(found.toSorted()).toEqual([
      'questionnaire.yaml:16 reference.unknown',
      'questionnaire.yaml:17 expression.error',
      'questionnaire.yaml:19 expression.error',
      'questionnaire.yaml:20 schema.type',
      'trust.yaml:10 expression.error',
      'trust.yaml:4 schema.type',
      'trust.yaml:6 schema.value',
      'trust.yaml:7 reference.unknown',
    ])
  })

  it('has no unknown id where a part has none that can be read', async () => {
    const text = questionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: Good News, ask: One?, type: yes-no}
      - {id: two, ask: Two?, type: yes-no, when: 'answers["trust.good-news"]'}
      - {id: three, ask: Three?, type: rating, scale: nowhere}
      - {id: four, ask: Four?, type: rating, anchors: {1: A, 5: B}, must: 9}
`)
    expect((await toldOf({ 'questionnaire.yaml': text })).found).toEqual([
      'questionnaire.yaml:14 schema.value',
      'questionnaire.yaml:17 schema.value',
    ])
  })

  it('is looked at beside a key that stands twice, and levels that are refused', async () => {
    const text = questionnaire(`  - id: trust
    title: Trust
    title: Trust again
    questions:
      - {id: one, ask: One?, type: rating, scale: nowhere, must: {least: 2, cap: ready}}
`).replace('score: 60', 'score: high')
    expect((await toldOf({ 'questionnaire.yaml': text })).found).toEqual([
      'questionnaire.yaml:6 schema.type',
      'questionnaire.yaml:13 yaml.duplicate-key',
      'questionnaire.yaml:15 reference.unknown',
    ])
  })

  it('that extends another has the rest of its changes looked at', async () => {
    const text = `accordant: questionnaire/1
id: mine
version: 1.0.0
extends: partnership-readiness@1
drop: [trust.nobody]
questions:
  - {id: trust.bad-news, weight: heavy}
  - {id: trust.competence, scale: nowhere, anchors: null}
`
    const { found } = await toldOf({ 'questionnaire.yaml': text })
    expect(found).toEqual([
      'questionnaire.yaml:5 reference.unknown',
      'questionnaire.yaml:7 schema.type',
      'questionnaire.yaml:8 reference.unknown',
    ])
  })
})
