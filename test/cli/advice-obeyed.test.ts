import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)

/** What a command says in a folder of these files, without the folder's name and the lines that it shows. */
async function saidOf(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const folder = aFolder(files)
  const [command = '', ...options] = argv
  const { code, out, err } = await ran([command, folder, ...options])
  const short = (text: string) =>
    text
      .replaceAll(`${folder}/`, '')
      .split('\n')
      .filter((line) => !/^\s*(?:\d+ )?\|/.test(line))
      .join('\n')
      .trim()
  return { code, out: short(out), err: short(err) }
}

describe('a level that is named by its title', () => {
  const readable = {
    'responses/contoso-r1.yaml': `accordant: response/1
questionnaire: {id: partnership-readiness, version: 1.0.0}
partnership: both
partner: contoso
respondent: {id: r1}
completed: 2026-11-20T09:00:00Z
answers: {trust.bad-news: 4}
`,
  }
  const settings = (name: string, level: string) =>
    `accordant: config/1\nquestionnaire: ${name}\nlimits: {minLevel: ${level}}\n`

  it.each([
    ['partnership-readiness', 'Ready with conditions', 'conditional'],
    ['partnership-health', 'Mostly healthy', 'weak-link'],
  ])('is answered with its id in %s, by check', async (name, title, id) => {
    const files = { 'accordant.yaml': settings(name, title) }
    const { code, out } = await saidOf(files, 'check')
    expect(code).toBe(1)
    expect(out).toContain(`Unknown level "${title}"; did you mean "${id}"?`)
    const obeyed = await saidOf({ 'accordant.yaml': settings(name, id) }, 'check')
    expect(obeyed.code).toBe(0)
  })

  it('stops a report at its line in the settings', async () => {
    const files = {
      ...readable,
      'accordant.yaml': settings('partnership-readiness', 'Ready with conditions'),
    }
    const { code, err } = await saidOf(files, 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: The config "accordant.yaml" has a problem
accordant.yaml:3:20 error: Unknown level "Ready with conditions"; did you mean "conditional"? [reference.unknown]`,
    })
  })

  it('stops a report where an option names it', async () => {
    const { code, err } = await saidOf(readable, 'report', '--min-level', 'Ready with conditions')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: Unknown level "Ready with conditions"; did you mean "conditional"?',
    })
  })

  it('is answered with its id in an essential question', async () => {
    const files = {
      'small.yaml': questionnaire.replace(
        'type: yes-no',
        'type: yes-no, must: {least: yes, cap: Not ready!}',
      ),
    }
    const { code, out } = await saidOf(files, 'check')
    expect(code).toBe(1)
    expect(out).toContain('Unknown level "Not ready!"; did you mean "not-ready"?')
  })
})

describe('a map in the place of a choice', () => {
  it.each([
    ['choice', 'a list'],
    ['choices', 'a map'],
  ])('is refused at its line, for %s', async (type, found) => {
    const choices =
      'choices: [{id: weekly, title: Weekly, score: 1}, {id: never, title: Never, score: 0}]'
    const files = {
      'small.yaml': questionnaire.replace('type: yes-no', `type: ${type}, ${choices}`),
      'responses/north-r1.yaml': aResponseFile('trust.minutes: [{weekly: 1}]'),
    }
    const { code, err } = await saidOf(files, 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: The response "responses/north-r1.yaml" has a problem
responses/north-r1.yaml:7:28 error: Expected one of "weekly", "never", found ${found} [schema.value]`,
    })
  })
})
