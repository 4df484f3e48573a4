import { describe, expect, it } from 'vitest'
import { adviceIds, generalFindingIds } from '../../src/model/finding-ids.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const response = aResponseFile('trust.bad-news: 4', { questionnaire: 'partnership-readiness' })

describe('explain', () => {
  it('says what a question is for', async () => {
    const { code, out } = await ran(['explain', 'trust.bad-news'])
    expect(code).toBe(0)
    expect(out).toMatch(/^trust\.bad-news: How soon does the other partner hear /)
    expect(out).toMatch(/\n {2}Why: /)
    expect(out).not.toMatch(/Arithmetic/)
  })

  it('puts the numbers of a response into the arithmetic', async () => {
    const folder = aFolder({ 'a.yaml': response })
    const { out } = await ran(['explain', 'trust.bad-news', `${folder}/a.yaml`])
    expect(out).toMatch(
      /north: answers 1 × 4; mean 4; \(4 − 1\) \/ \(5 − 1\) × 100 = 75; coverage 1 \/ 1 = 100 %/,
    )
  })

  it('explains a dimension and a level', async () => {
    const folder = aFolder({ 'a.yaml': response })
    const dimension = await ran(['explain', 'trust', `${folder}/a.yaml`])
    expect(dimension.out).toMatch(/1 × 75 {2}trust\.bad-news\n/)
    const level = await ran(['explain', 'ready', `${folder}/a.yaml`])
    expect(level.out).toMatch(/score: not scored/)
  })

  it('lists the ids in a built-in questionnaire and in a dimension', async () => {
    const whole = await ran(['explain', 'partnership-health'])
    expect(whole.out).toMatch(/\n {2}Dimensions\n {4}[a-z-]+ {2}\d+ questions\n/)
    const dimension = await ran(['explain', 'trust'])
    expect(dimension.out).toMatch(
      /\n {2}Questions\n {4}trust\.bad-news {2}How soon does the other partner /,
    )
    expect(dimension.out).toMatch(/\n {2}Checks of the plan\n {4}trust\.[a-z-]+ {2}[A-Z]/)
  })

  it('says what a finding means and what to do', async () => {
    const { code, out } = await ran(['explain', 'practice.effort'])
    expect({ code, out }).toEqual({
      code: 0,
      out: `Every practice says how much effort it is
  Why: Next steps are ordered by what they gain for their effort, and the path to the next level is
  the one of least effort. Without a value, the effort counts as medium.
  What to do: Write effort: small, medium or large.
`,
    })
  })

  it.each([...generalFindingIds, ...adviceIds])('explains %s', async (id) => {
    const { code, out } = await ran(['explain', id])
    expect(out).toMatch(/^[A-Z].*\n {2}Why: [A-Z].*\n {2}What to do: [A-Z]/s)
    expect(code).toBe(0)
  })

  it('suggests a similar id for an unknown one', async () => {
    const { code, err } = await ran(['explain', 'trust.badnews'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: "trust.badnews" is not a question, check, dimension or level of "partnership-readiness"; did you mean "trust.bad-news"?\n',
    })
  })
})

describe('list', () => {
  it('shows the built-in questionnaire with its dimensions, questions and minutes', async () => {
    const { code, out } = await ran(['list', aFolder()])
    const fromIt = out.slice(out.indexOf('partnership-readiness'))
    expect({ code, out: `${fromIt.split(/\n(?=\S)/)[0]?.trimEnd()}\n` }).toEqual({
      code: 0,
      out: `partnership-readiness 1.0.0 (built in)
  Partnership readiness
  licence CC BY 4.0
  full run up to 48 questions, about 18 minutes; quick run 12 questions, about 6 minutes
    Trust            up to 10 questions
    Alignment        8 questions
    Roles            up to 7 questions
    Communication    up to 7 questions
    Contingencies    up to 6 questions
    Long-term focus  up to 10 questions
`,
    })
  })
})

describe('schema', () => {
  it.each([
    'questionnaire',
    'dimension',
    'response',
    'plan',
    'config',
    'findings',
    'map',
    'baseline',
  ])('prints the JSON Schema of a %s', async (kind) => {
    const { code, out } = await ran(['schema', kind])
    const schema = JSON.parse(out)
    expect({
      code,
      title: schema.title,
      draft: schema.$schema,
      mark: schema.properties.accordant.const,
    }).toEqual({
      code: 0,
      title: `accordant ${kind}`,
      draft: 'https://json-schema.org/draft/2020-12/schema',
      mark: `${kind}/1`,
    })
  })

  it('prints the JSON Schema of a result in each of its shapes', async () => {
    const { code, out } = await ran(['schema', 'result'])
    const { title, anyOf } = JSON.parse(out)
    const marks = anyOf.map(
      ({ properties }: { properties: { accordant: { const: string } } }) =>
        properties.accordant.const,
    )
    expect({ code, title, marks }).toEqual({
      code: 0,
      title: 'accordant result',
      marks: ['result/2', 'result/2', 'result/2'],
    })
  })

  it('refuses an unknown kind of file', async () => {
    const { code, err } = await ran(['schema', 'paln'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: Unknown kind "paln"; did you mean "plan"?\n',
    })
  })
})

describe('explain without a path', () => {
  const small = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)
  const own = aResponseFile('trust.minutes: yes')
  const files = { 'questionnaire.yaml': small, 'responses/north-r1.yaml': own }

  it.each([
    ['without settings', {}],
    [
      'with settings',
      { 'accordant.yaml': 'accordant: config/1\nquestionnaire: questionnaire.yaml\n' },
    ],
  ])('says the same as with the current folder, %s', async (_, settings) => {
    const folder = aFolder({ ...files, ...settings })
    for (const id of ['trust.minutes', 'trust', 'ready', 'small']) {
      const there = await ranIn(folder, 'explain', id, '.')
      expect(there.code).toBe(0)
      expect(await ranIn(folder, 'explain', id)).toEqual(there)
      const named = await ranIn(folder, 'explain', id, '--questionnaire', 'questionnaire.yaml')
      expect(named).toEqual(there)
    }
    const { out } = await ranIn(folder, 'explain', 'trust.minutes')
    expect(out).toContain('north: answers 1 × ')
  })

  it('finds the responses from the folder "responses" too', async () => {
    const folder = aFolder(files)
    const there = await ranIn(folder, 'explain', 'trust.minutes')
    expect(await ranIn(`${folder}/responses`, 'explain', 'trust.minutes')).toEqual(there)
    const byFile = await ranIn(folder, 'report', 'responses/north-r1.yaml', '--format', 'json')
    const byFolder = await ranIn(folder, 'report', '--format', 'json')
    expect({ code: byFile.code, out: byFile.out }).toEqual({ code: 0, out: byFolder.out })
  })

  it('says where a questionnaire was looked for that is not there', async () => {
    const folder = aFolder({ 'responses/north-r1.yaml': own })
    const { code, err } = await ranIn(folder, 'report', 'responses/north-r1.yaml')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: There is no questionnaire "small", built in or in "."
  Name it with --questionnaire: a file, or a folder with a questionnaire.yaml
`,
    })
  })

  it('explains what no response there answers without numbers', async () => {
    const folder = aFolder(files)
    const elsewhere = await ranIn(aFolder(), 'explain', 'partnership-health')
    expect(elsewhere.code).toBe(0)
    expect(await ranIn(folder, 'explain', 'partnership-health')).toEqual(elsewhere)
    const { code, out } = await ranIn(aFolder(), 'explain', 'trust.bad-news')
    expect(code).toBe(0)
    expect(out).not.toContain('Arithmetic')
  })
})

/** Runs a command line with a folder as the current one. */
async function ranIn(folder: string, ...argv: readonly string[]) {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await ran(argv)
  } finally {
    process.chdir(before)
  }
}
