import { describe, expect, it } from 'vitest'
import { renderFindingsJson } from '../../../src/render/findings/json.ts'
import { renderJunit } from '../../../src/render/findings/junit.ts'
import { renderFindingsMarkdown } from '../../../src/render/findings/markdown.ts'
import { renderSarif } from '../../../src/render/findings/sarif.ts'
import { renderFindingsText } from '../../../src/render/findings/text.ts'
import { describeFileReason, formatScoreOrReason } from '../../../src/render/findings/words.ts'
import { aFile, aRun, aScore } from './run.ts'

describe('a score', () => {
  const none = { value: null, low: null, high: null, coverage: null }

  it.each([
    [66.65, [], '66.7'],
    [66, [], '66'],
    [74.96, [], '74.96'],
    [74.999_999_99, [], '75'],
    [60.46, [60.5], '60.46'],
    [99.98, [], '99.98'],
    [0, [], '0'],
  ])('of %j with the limits %j reads %s', (value, limits, words) => {
    const score = { ...none, value }
    expect(formatScoreOrReason(score, { limits, shown: undefined })).toBe(words)
  })

  it('says where nothing applies', () => {
    const plain = { limits: [], shown: undefined }
    expect(formatScoreOrReason({ ...none, reason: 'not-applicable' }, plain)).toBe('n/a')
    expect(formatScoreOrReason({ ...none, reason: 'coverage' }, plain)).toBe('not scored')
  })
})

describe('a reason', () => {
  const limit = { code: 'limit', file: 'plan.yaml' } as const

  it.each([
    [
      { ...limit, option: 'minScore', value: 69.96, needs: 70 },
      'The score is 69.96; the limit is 70',
    ],
    [
      { ...limit, option: 'minScore', value: null, needs: 70.5 },
      'There is no score; the limit is 70.5',
    ],
    [
      { ...limit, option: 'minDimension', dimension: 'trust', value: 40, needs: 50 },
      'The score of "trust" is 40; the limit is 50',
    ],
    [
      { ...limit, option: 'minLevel', value: null, needs: 'ready' },
      'There is no level; the limit is "ready"',
    ],
    [
      { ...limit, option: 'minLevel', value: 'emerging', needs: 'ready' },
      'The level is "emerging"; the limit is "ready"',
    ],
    [
      { code: 'unchecked', file: 'a', message: { say: 'as-written', text: 'No such file' } },
      'Not checked: No such file',
    ],
  ] as const)('%j reads %s', (reason, words) => {
    expect(describeFileReason(aRun(), reason)).toBe(words)
  })
})

describe('a questionnaire that shows scores on a range of its own', () => {
  const run = aRun({
    verdict: {
      pass: false,
      reasons: [
        { code: 'limit', file: 'plan.yaml', option: 'minScore', value: 99.99, needs: 100 },
        {
          code: 'limit',
          file: 'plan.yaml',
          option: 'minDimension',
          dimension: 'trust',
          value: 50,
          needs: 60,
        },
      ],
    },
    files: [
      aFile({
        plan: {
          score: aScore(99.99),
          level: 'ready',
          stage: 'agreed',
          shown: { from: 35, to: 175 },
          dimensions: [{ id: 'trust', score: aScore(50) }],
        },
      }),
    ],
  })

  it('has its scores and limits on that range in text', () => {
    const text = renderFindingsText(run)
    expect(text).toContain('Written plan: 174.99 of 175, level "ready", at stage "agreed"')
    expect(text).toContain('By dimension: trust 105')
    expect(text).toContain('plan.yaml: The score is 174.99; the limit is 175')
    expect(text).toContain('plan.yaml: The score of "trust" is 105; the limit is 119')
  })

  it('has them on that range in Markdown', () => {
    const text = renderFindingsMarkdown(run)
    expect(text).toMatch(/Whole plan \| +174\.99 \|/)
    expect(text).toMatch(/trust \| +105 \|/)
    expect(text).toContain('The score is 174.99; the limit is 175')
  })

  it('has them on that range in JUnit', () => {
    const text = renderJunit(run, { fails: () => true })
    expect(text).toContain('name="score" value="174.99"')
    expect(text).toContain('name="score.trust" value="105"')
    expect(text).toContain('The score of &quot;trust&quot; is 105; the limit is 119')
  })

  it('keeps 0 to 100 in JSON and SARIF', () => {
    const [file] = JSON.parse(renderFindingsJson(run)).files
    expect(file.score.value).toBe(99.99)
    const [sarif] = JSON.parse(renderSarif(run, { version: '1' })).runs
    expect(sarif.properties.plans[0].score.value).toBe(99.99)
    expect(sarif.properties.plans[0]).not.toHaveProperty('shown')
  })
})
