import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadQuestionnaireFile } from '../../../src/app/load/questionnaire.ts'
import { Fault } from '../../../src/model/fault.ts'
import type { Check, Question } from '../../../src/model/questionnaire.ts'
import { say } from '../../../src/words/say-message.ts'
import { aFolder } from '../../cli/support/folder.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const base = `accordant: questionnaire/1
id: base
version: 1.2.0
title: Base
levels:
  - {id: ready, title: Ready, score: 75, weakest: 60}
  - {id: halfway, title: Halfway, score: 40}
  - {id: not-ready, title: Not ready, score: 0}
scales:
  agreement: [No, Yes]
profile:
  - {id: stage, ask: Where?, type: choice, choices: [{id: early, title: Early}]}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: How soon?, type: rating, anchors: {1: Late, 5: Soon}, must: 2, mirror: their-news}
      - {id: their-news, ask: How soon do they?, type: rating, anchors: {1: Late, 5: Soon}}
      - {id: history, ask: Since when?, type: rating, scale: agreement, when: {question: trust.news, least: 2}}
    checks:
      - id: secret
        title: It is agreed
        assert: has(plan.information)
        message: It is not
        severity: {exploring: info, agreed: error}
        supports: [news, history]
        topic: [confidential]
  - id: exit
    title: Exit
    weight: 2
    questions: [{id: notice, ask: Agreed?, type: yes-no}]
`

const top = 'accordant: questionnaire/1\nid: own\nversion: 0.1.0\nextends: ../base.yaml@1\n'

function aPair(changes: string, files: Readonly<Record<string, string>> = {}) {
  const folder = aFolder({ 'base.yaml': base, 'own/questionnaire.yaml': top + changes, ...files })
  return join(folder, 'own', 'questionnaire.yaml')
}

async function extended(changes: string, files: Readonly<Record<string, string>> = {}) {
  return loadQuestionnaireFile(aPair(changes, files), { root })
}

async function own(changes: string, files: Readonly<Record<string, string>> = {}) {
  return (await extended(changes, files)).questionnaire
}

/** What is wrong with it, and where in which file. */
async function told(changes: string, files: Readonly<Record<string, string>> = {}) {
  try {
    await extended(changes, files)
    return []
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const from = top.split('\n').length - 1
    return error.findings.map(({ file, line, message, path }) => {
      const place = file.endsWith('own/questionnaire.yaml') ? line - from : `${file}:${line}`
      return `${place} ${path.join('/')}: ${say(message)}`
    })
  }
}

async function question(id: string, changes: string): Promise<Question | undefined> {
  const { dimensions } = await own(changes)
  return dimensions.flatMap(({ questions }) => questions).find((question) => question.id === id)
}

async function check(changes: string): Promise<Check | undefined> {
  return (await own(changes)).dimensions.flatMap(({ checks }) => checks)[0]
}

describe('A questionnaire that extends another', () => {
  it('is the other under its own name, as long as it changes nothing', async () => {
    const alone = await loadQuestionnaireFile(join(aFolder({ 'base.yaml': base }), 'base.yaml'), {
      root,
    })
    expect(await own('')).toEqual({ ...alone.questionnaire, id: 'own', version: '0.1.0' })
  })

  it('has the hash of the same questionnaire written in full', async () => {
    const full = base.replace('id: base', 'id: own').replace('version: 1.2.0', 'version: 0.1.0')
    const alone = await loadQuestionnaireFile(join(aFolder({ 'own.yaml': full }), 'own.yaml'), {
      root,
    })
    expect((await extended('')).hash).toBe(alone.hash)
    expect((await extended('questions: [{id: trust.news, weight: 2}]\n')).hash).not.toBe(alone.hash)
  })

  it('starts from one that comes with the program', async () => {
    const file = join(
      aFolder({ 'q.yaml': top.replace('../base.yaml', 'partnership-readiness') }),
      'q.yaml',
    )
    const { questionnaire, base } = await loadQuestionnaireFile(file, { root })
    expect(questionnaire.title).toBe('Partnership readiness')
    expect(base).toMatchObject({ id: 'partnership-readiness', version: '1.0.0', file: null })
  })

  it('starts from one that extends another', async () => {
    const middle = top
      .replace('../base.yaml@1', 'base.yaml')
      .replace('id: own', 'id: middle')
      .concat('questions: [{id: trust.news, weight: 2}]\n')
    const file = aPair('questions: [{id: trust.news, core: yes}]\n'.replace('yes', 'true'), {
      'middle.yaml': middle,
      'own/questionnaire.yaml': top
        .replace('../base.yaml@1', '../middle.yaml')
        .concat('questions: [{id: trust.news, core: true}]\n'),
    })
    const { questionnaire } = await loadQuestionnaireFile(file, { root })
    expect(questionnaire.dimensions[0]?.questions[0]).toMatchObject({ weight: 2, core: true })
  })
})

describe('docs/extending.md', () => {
  it('shows one that is right', async () => {
    const page = readFileSync(join(root, 'docs', 'extending.md'), 'utf8')
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const file = join(aFolder({ 'q.yaml': example }), 'q.yaml')
    const { questionnaire, warnings } = await loadQuestionnaireFile(file, { root })
    expect({ id: questionnaire.id, warnings }).toEqual({ id: 'our-readiness', warnings: [] })
  })
})

describe('A change by id', () => {
  it('replaces the keys it writes, and keeps the others', async () => {
    expect(
      await question('trust.news', 'questions: [{id: trust.news, weight: 3}]\n'),
    ).toMatchObject({ ask: 'How soon?', weight: 3, must: { least: 2, cap: 'halfway' } })
  })

  it('takes a key away with null', async () => {
    const changes = 'questions: [{id: trust.news, must: null, mirror: ~}]\n'
    expect(await question('trust.news', changes)).toMatchObject({ must: null, mirror: null })
  })

  it('may be written in its dimension, in its own file, or at the top', async () => {
    const inPlace = 'dimensions: [{id: trust, questions: [{id: news, weight: 3}]}]\n'
    const inFile = {
      'own/trust.yaml':
        'accordant: dimension/1\nid: trust\nquestions: [{id: news, weight: 3}]\nweight: 1\n',
    }
    const wanted = await own('questions: [{id: trust.news, weight: 3}]\n')
    expect(await own(inPlace)).toEqual(wanted)
    expect(await own('dimensions: [trust.yaml]\n', inFile)).toEqual(wanted)
  })

  it('drops the old form of answer if it changes the type', async () => {
    const changes = 'questions: [{id: trust.their-news, type: yes-no}]\n'
    expect(await question('trust.their-news', changes)).toMatchObject({
      form: { type: 'yes-no' },
      must: null,
    })
  })

  it('gives a rating a scale instead of its anchors', async () => {
    const changes = 'questions: [{id: trust.their-news, scale: agreement}]\n'
    expect((await question('trust.their-news', changes))?.form).toEqual({
      type: 'rating',
      values: [
        { value: 1, label: 'No' },
        { value: 2, label: 'Yes' },
      ],
    })
  })

  it('keeps the topic of a check, replaces it, or takes it away', async () => {
    const change = (topic: string) => check(`checks: [{id: trust.secret${topic}}]\n`)
    expect((await change(''))?.topic).toEqual(['confidential'])
    expect((await change(', topic: [NDA, trade secret]'))?.topic).toEqual(['NDA', 'trade secret'])
    expect((await change(', topic: null'))?.topic).toBeUndefined()
  })

  it.each([
    ['[]', 'topic'],
    ['[" "]', 'topic/0'],
    ['["—"]', 'topic/0'],
    ['[secret, 7]', 'topic/1'],
    [`[${'a'.repeat(61)}]`, 'topic/0'],
    ['secret', 'topic'],
  ])('refuses %s as a topic', async (topic, place) => {
    const findings = await told(`checks: [{id: trust.secret, topic: ${topic}}]\n`)
    expect(findings.map((finding) => finding.split(': ')[0])).toEqual([`1 checks/0/${place}`])
  })

  it('changes checks, dimensions and levels', async () => {
    expect(await check('checks: [{id: trust.secret, severity: error}]\n')).toMatchObject({
      severity: 'error',
      supports: ['trust.news', 'trust.history'],
    })
    const changed = await own(
      'dimensions: [{id: exit, weight: 5}]\nlevels: [{id: ready, score: 80}]\ntitle: Ours\n',
    )
    expect(changed.dimensions.map(({ weight }) => weight)).toEqual([1, 5])
    expect(changed.levels.map(({ id, score }) => [id, score])).toEqual([
      ['ready', 80],
      ['halfway', 40],
      ['not-ready', 0],
    ])
    expect(changed.title).toBe('Ours')
  })
})

describe('What is new', () => {
  it('comes after what was there, and levels are ordered by their score', async () => {
    const { dimensions, levels, profile } = await own(`
levels: [{id: nearly, title: Nearly, score: 60, weakest: 30}]
profile: [{id: unit, ask: What?, type: text}]
dimensions:
  - {id: trust, questions: [{id: visits, ask: Do we?, type: yes-no}]}
  - {id: money, title: Money, questions: [{id: budget, ask: Is there?, type: yes-no}]}
checks:
  - {id: money.budgeted, title: Budget, assert: has(plan.resources), message: None, supports: [budget]}
`)
    expect(levels.map(({ id }) => id)).toEqual(['ready', 'nearly', 'halfway', 'not-ready'])
    expect(profile.map(({ id }) => id)).toEqual(['stage', 'unit'])
    expect(dimensions.map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ['trust.news', 'trust.their-news', 'trust.history', 'trust.visits'],
      ['exit.notice'],
      ['money.budget'],
    ])
    expect(dimensions[2]?.checks[0]?.supports).toEqual(['money.budget'])
  })

  it('replaces what is dropped', async () => {
    const changes = `
drop: [exit.notice]
questions: [{id: exit.notice, ask: How long?, type: number}]
`
    expect(await question('exit.notice', changes)).toMatchObject({
      ask: 'How long?',
      form: { type: 'number' },
    })
  })
})

describe('What is dropped', () => {
  it('is gone, along with mirrors and supports that refer to it', async () => {
    const { dimensions, profile, levels } = await own(
      'drop: [trust.their-news, exit, profile.stage, halfway]\n',
    )
    expect(dimensions.map(({ id }) => id)).toEqual(['trust'])
    expect(dimensions[0]?.questions.map(({ id, mirror }) => [id, mirror])).toEqual([
      ['trust.news', null],
      ['trust.history', null],
    ])
    expect(profile).toEqual([])
    expect(levels.map(({ id }) => id)).toEqual(['ready', 'not-ready'])
    expect(await check('drop: [trust.history]\n')).toMatchObject({ supports: ['trust.news'] })
  })

  it('may not be what a condition asks for', async () => {
    expect(await told('\ndrop: [exit, trust.news]\n')).toEqual([
      expect.stringMatching(/^2 drop\/1: Unknown question "trust.news".*, in .*base.yaml:19$/),
    ])
  })

  it('has to be there', async () => {
    expect(await told('drop: [trust.nws, halfwy]\n')).toEqual([
      '1 drop/0: There is no "trust.nws" to drop; did you mean "trust.news"?',
      '1 drop/1: There is no "halfwy" to drop; did you mean "halfway"?',
    ])
  })
})

describe('What is wrong with a change', () => {
  it('is an id that nobody has', async () => {
    expect(
      await told(`dimensions:
  - {id: trsut, weight: 2}
  - {id: trust, checks: [{id: secrt, severity: error}]}
questions: [{id: trust.nws, weight: 2}, {id: trsut.news, weight: 2}, {id: news, weight: 2}]
levels: [{id: redy, score: 80}]
`),
    ).toEqual([
      '2 dimensions/0/id: There is no dimension "trsut" to change; did you mean "trust"?',
      '3 dimensions/1/checks/0/id: There is no check "trust.secrt" to change; expected "trust.secret"'.replace(
        'expected "trust.secret"',
        'did you mean "trust.secret"?',
      ),
      '4 questions/0/id: There is no question "trust.nws" to change; did you mean "trust.news"?',
      '4 questions/1/id: There is no dimension "trsut"; did you mean "trust"?',
      '4 questions/2/id: "news" needs its dimension before it, like "trust.news"',
      '5 levels/0/id: There is no level "redy" to change; did you mean "ready"?',
    ])
  })

  it('is reported at the key that was written', async () => {
    expect(
      await told(`questions:
  - id: trust.news
    must: 9
  - {id: exit.notice, anchors: {1: No}}
checks:
  - id: trust.secret
    assert: has(plan.informtion)
levels: [{id: halfway, score: 70, weakest: 65}]
`),
    ).toEqual([
      '3 questions/0/must: The must 9 is off the scale of 1 to 5',
      '4 questions/1/anchors: Unknown key "anchors"',
      '7 checks/0/assert: Unknown field "informtion"; did you mean "information"?',
      expect.stringMatching(
        /^8 levels\/0.*: "weakest" must not rise .* 65 is above 60, the value of "ready"$/,
      ),
    ])
  })

  it('is an unknown key or a wrong type', async () => {
    expect(
      await told('questions: [{id: trust.news, wieght: 2}, {id: exit.notice, weight: x}]\n'),
    ).toEqual([
      '1 questions/0/wieght: Unknown key "wieght"; did you mean "weight"?',
      '1 questions/1/weight: Expected a number, found the text "x"',
    ])
  })

  it('is an entry that is there twice', async () => {
    const changes = `questions: [{id: trust.news, weight: 2}]
dimensions: [{id: trust, questions: [{id: news, weight: 3}]}]
`
    expect(await told(changes)).toEqual([
      '1 questions/0/id: The question "trust.news" appears twice',
    ])
  })
})

describe('What is extended', () => {
  const extending = (other: string, files: Readonly<Record<string, string>> = {}) =>
    told('', { 'own/questionnaire.yaml': top.replace('../base.yaml@1', other), ...files })

  it('has to be there, and to be a questionnaire', async () => {
    expect(await extending('partnership-redainess')).toEqual([
      '0 extends: There is no questionnaire "partnership-redainess"; did you mean "partnership-readiness"?',
    ])
    expect(await extending('../secret.yaml', { 'secret.yaml': 'password: accordant\n' })).toEqual([
      '0 extends: "../secret.yaml" is not a questionnaire',
    ])
  })

  it('has the version that is asked for', async () => {
    expect(await extending('../base.yaml@2')).toEqual([
      '0 extends: "../base.yaml@2" asks for version 2 of "base"; this is 1.2.0',
    ])
    expect(await extending('../base.yaml@1.2')).toEqual([])
    expect(await extending('../base.yaml@1.20')).toEqual([
      '0 extends: "../base.yaml@1.20" asks for version 1.20 of "base"; this is 1.2.0',
    ])
  })

  it('does not lead back', async () => {
    const [message, ...others] = await extending('../other.yaml', {
      'other.yaml': top.replace('../base.yaml@1', 'own'),
    })
    expect(others).toEqual([])
    expect(message).toMatch(
      /extends: ".*own\/questionnaire.yaml" extends itself, through ".*other.yaml"$/,
    )
  })

  it('ends after a few', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `q${index}.yaml`)
    const files = Object.fromEntries(
      names.map((name, index) => [name, top.replace('../base.yaml@1', `q${index + 1}.yaml`)]),
    )
    const [message] = await extending('../q0.yaml', files)
    expect(message).toMatch(/More than 8 questionnaires extend one another$/)
  })
})
