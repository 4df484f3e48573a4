import { describe, expect, it } from 'vitest'
import { adviceIds, generalFindingIds } from '../../src/model/finding-ids.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'

const response = aResponseFile('trust.bad-news: 4', { questionnaire: 'partnership-readiness' })

describe('explain', () => {
  it('says what a question is for', async () => {
    const { code, out } = await ran(['explain', 'trust.bad-news'])
    expect(code).toBe(0)
    expect(out).toMatch(/^trust\.bad-news: When something goes wrong on our side, how /)
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
      /\n {2}Questions\n {4}trust\.bad-news {2}When something goes wrong /,
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
  full run 45 questions, about 15 minutes; quick run 12 questions, about 5 minutes
    Trust            7 questions
    Alignment        7 questions
    Roles            8 questions
    Communication    8 questions
    Contingencies    7 questions
    Long-term focus  8 questions
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
