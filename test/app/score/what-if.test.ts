import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { aResponseFile } from '../../cli/support/response-file.ts'

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
coverage: 0.5
levels:
  - {id: high, title: High, score: 75}
  - {id: middle, title: Middle, score: 40}
  - {id: low, title: Low, score: 0}
profile:
  - {id: unit, ask: Which unit are you in?, type: text}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 3: When asked, 5: Always}}
      - {id: why, ask: Why not?, type: rating, anchors: {1: Fear, 5: Habit}, when: 'answers["trust.news"] < 3'}
      - {id: need, ask: What do you need?, type: text}
      - {id: thanks, ask: Do you thank?, type: yes-no}
`

function folder(answers: Readonly<Record<string, string>>, config = ''): string {
  const responses = Object.entries(answers).map(([name, text]) => {
    const [partner = '', id = ''] = name.split('-')
    return [`${name}.yaml`, aResponseFile(text, { partner, id })]
  })
  return aFolder({
    'accordant.yaml': `accordant: config/1\n${config}`,
    'small.yaml': questionnaire,
    ...Object.fromEntries(responses),
  })
}

const two = {
  'north-r1': 'trust.news: 3, trust.thanks: true',
  'south-r1': 'trust.news: {state: dont-know}, trust.thanks: true',
}

describe('report --what-if', () => {
  it('scores every answer and every open place as if it had been answered so, beside what people answered', async () => {
    const argv = ['report', folder(two), '--what-if', 'trust.news=5', '--format', 'json']
    const { code, out, err } = await ran(argv)
    expect(JSON.parse(out)).toMatchObject({
      verdict: { level: 'high', pass: true },
      score: { value: 100 },
      path: null,
      whatIf: { 'trust.news': 5 },
      asAnswered: { score: { value: 87.5, low: 62.5 }, level: 'high' },
    })
    expect(err).toBe('Verdict: High, 100 (hypothetical)\n')
    expect(code).toBe(0)
  })

  it('says in words that the figures are hypothetical, before anything else', async () => {
    const { out } = await ran(['report', folder(two), '--what-if', 'trust.thanks=no'])
    const lines = out.split('\n')
    expect(lines[4]).toMatch(/^\*\*These figures are hypothetical\.\*\* They are not what people/)
    expect(out).toContain('> **What if: Low · 13 of 100**')
    expect(out).toContain('The figures are what the answers would give if they were as assumed.')
    expect(lines.slice(6, 13)).toEqual([
      '- Do you thank? **no**',
      '',
      '|       | As answered | What if |',
      '| ----- | ----------- | ------- |',
      '| Score | 88          | 13      |',
      '| Level | High        | Low     |',
      '| Trust | 88          | 13      |',
    ])
  })

  it('judges conditions and limits again with the assumed answers', async () => {
    const asked = folder({ 'north-r1': 'trust.news: 2, trust.why: 1, trust.thanks: true' })
    const argv = ['report', asked, '--min-score', '60', '--format', 'json']
    const before = await ran(argv)
    expect(JSON.parse(before.out).questions).toHaveLength(3)
    expect(before.code).toBe(1)
    const { code, out } = await ran([...argv, '--what-if', 'trust.news=4'])
    expect(JSON.parse(out).score.value).toBe(87.5)
    expect(code).toBe(0)
  })

  it('leaves alone what was set aside as not applicable, and says so where nothing is left', async () => {
    const own = folder({
      'north-r1': 'trust.news: 3, trust.thanks: {state: not-applicable, reason: No need}',
    })
    const { out } = await ran(['report', own, '--what-if', 'trust.thanks=yes', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      score: { value: 50 },
      warnings: [
        'Nobody is asked "trust.thanks", or it applies to nobody; what is assumed of it changes nothing',
      ],
    })
  })

  it.each([
    ['trust.new=4', 'Unknown question "trust.new"; did you mean "trust.news"?'],
    ['trust.news', 'Expected a question and its value, like ID=4, found "trust.news"'],
    [
      'trust.news=6',
      '"trust.news": The number 6 is off the scale; expected a whole number from 1 to 5',
    ],
    ['trust.thanks=often', '"trust.thanks": "often" is neither yes nor no'],
    ['trust.need=Speed', '"trust.need" has no score, so an answer to it cannot change one'],
    [
      'unit=sales',
      'Unknown question "unit"; expected one of "trust.news", "trust.why", "trust.need", "trust.thanks"',
    ],
  ])('refuses %s', async (assumed, message) => {
    const { code, out, err } = await ran(['report', folder(two), '--what-if', assumed])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`accordant: --what-if: ${message}\n`)
  })

  it('refuses two answers to one question', async () => {
    const twice = ['--what-if', 'trust.news=4', '--what-if', 'trust.news=5']
    const { code, err } = await ran(['report', folder(two), ...twice])
    expect(code).toBe(2)
    expect(err).toContain('"trust.news" is assumed twice')
  })

  it('refuses if something is hidden, or if a group limit is set and other questions would be asked', async () => {
    const few = folder(two, 'minGroup: 2\n')
    const hidden = await ran(['report', few, '--what-if', 'trust.thanks=no'])
    expect([hidden.code, hidden.out]).toEqual([2, ''])
    expect(hidden.err).toContain(
      '--what-if cannot be used while small groups are hidden (--min-group)\n  A partner has fewer respondents than the group limit (--min-group, or minGroup in accordant.yaml)\n',
    )
    const answers = 'trust.news: 4, trust.thanks: true'
    const many = folder({ 'north-r1': answers, 'north-r2': answers }, 'minGroup: 2\n')
    const fine = await ran(['report', many, '--what-if', 'trust.thanks=no'])
    expect(fine.code).toBe(0)
    const uncovering = await ran(['report', many, '--what-if', 'trust.news=1'])
    expect([uncovering.code, uncovering.out]).toEqual([2, ''])
  })

  it('says which question is hidden where every group is large enough and few of it answered', async () => {
    const all = 'trust.thanks: true, trust.news: 4, trust.why: 3'
    const open = 'trust.thanks: true, trust.news: {state: dont-know}'
    const own = folder(
      { 'north-r1': all, 'north-r2': open, 'south-r1': all, 'south-r2': all },
      'minGroup: 2\n',
    )
    const { code, out, err } = await ran(['report', own, '--what-if', 'trust.news=5'])
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `accordant: --what-if cannot be used for "trust.news": its answers are hidden, since too few people of a partner answered it, or another question of its dimension
  The group limit hides them (--min-group, or minGroup in accordant.yaml). Assume an answer to another question
`,
    })
  })

  it('says that few answered where that hides everything though every group is large enough', async () => {
    const open = 'trust.news: {state: dont-know}, trust.thanks: {state: dont-know}'
    const own = folder(
      { 'north-r1': 'trust.news: 4, trust.thanks: {state: dont-know}', 'north-r2': open },
      'minGroup: 2\n',
    )
    const { code, err } = await ran(['report', own, '--what-if', 'trust.news=5'])
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: --what-if cannot be used while small groups are hidden (--min-group)
  Every partner has enough respondents, but at one of them too few answered a question for the group limit (--min-group, or minGroup in accordant.yaml)
`,
    })
  })
})
