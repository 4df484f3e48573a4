import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import type { QuestionnaireFile } from '../../src/model/questionnaire-file.ts'
import { canonicalJson } from '../../src/questionnaire/hash.ts'
import { resolveQuestionnaire } from '../../src/questionnaire/resolve.ts'

const levels = [
  { id: 'high', title: 'High', score: 60, weakest: 40 },
  { id: 'low', title: 'Low', score: 0 },
]
const rating = { id: 'a', ask: 'A?', type: 'rating', anchors: { 1: 'None', 5: 'All' } }

function aFile(
  more: { questions?: readonly object[]; checks?: readonly object[] } & Record<
    string,
    unknown
  > = {},
) {
  const { questions = [rating], checks = [], ...top } = more
  return {
    accordant: 'questionnaire/1',
    id: 'q',
    version: '1',
    title: 'Q',
    levels,
    dimensions: [{ id: 'trust', title: 'Trust', questions, checks }],
    ...top,
  }
}

async function resolved(raw: unknown) {
  const { value, findings } = decode('questionnaire', raw)
  expect(findings).toEqual([])
  const file = value as QuestionnaireFile
  const parts = file.dimensions.flatMap((dimension, index) =>
    typeof dimension === 'string'
      ? []
      : [{ file: dimension, origin: { source: 0, base: ['dimensions', index] } }],
  )
  return resolveQuestionnaire(file, parts)
}

async function told(raw: unknown): Promise<readonly string[]> {
  const { questionnaire, findings } = await resolved(raw)
  expect(questionnaire === null).toBe(findings.length > 0)
  return findings.map(
    ({ finding }) => `${finding.id} ${finding.path.join('/')}: ${finding.message}`,
  )
}

const at = 'dimensions/0/questions/0'

describe('resolveQuestionnaire', () => {
  it('gives full ids, defaults, and the values of a scale', async () => {
    const raw = aFile({
      scales: { agreement: ['No', 'Yes'] },
      questions: [
        {
          id: 'a',
          ask: 'A?',
          type: 'rating',
          scale: 'agreement',
          must: 2,
          practice: { do: 'Do it' },
        },
      ],
    })
    const { questionnaire } = await resolved(raw)
    expect(questionnaire?.dimensions[0]?.questions[0]).toEqual({
      id: 'trust.a',
      dimension: 'trust',
      ask: 'A?',
      why: null,
      when: null,
      formerly: [],
      form: {
        type: 'rating',
        values: [
          { value: 1, label: 'No' },
          { value: 2, label: 'Yes' },
        ],
      },
      scored: true,
      weight: 1,
      reverse: false,
      must: { least: 2, cap: 'low' },
      core: false,
      about: 'both',
      mirror: null,
      evidence: null,
      practice: { do: 'Do it', done: null, effort: 'medium', day: 'substance' },
      source: null,
      fills: null,
    })
  })

  it.each<[string, object, readonly string[]]>([
    [
      'an id that is there twice',
      { questions: [rating, rating] },
      ['schema.value dimensions/0/questions/1/id: The id "trust.a" is taken by a question'],
    ],
    [
      'a dimension named like a level',
      { dimensions: [{ id: 'high', title: 'High' }] },
      ['schema.value dimensions/0/id: The id "high" is taken by a level'],
    ],
    [
      'a check named like a question',
      { checks: [{ id: 'a', title: 'A', assert: 'true', message: 'No' }] },
      ['schema.value dimensions/0/checks/0/id: The id "trust.a" is taken by a question'],
    ],
    [
      'an unknown scale',
      {
        questions: [{ id: 'a', ask: 'A?', type: 'rating', scale: 'agrement' }],
        scales: { agreement: ['a', 'b'] },
      },
      [`reference.unknown ${at}/scale: Unknown scale "agrement"; did you mean "agreement"?`],
    ],
    [
      'a rating without values',
      { questions: [{ id: 'a', ask: 'A?', type: 'rating' }] },
      [`schema.missing ${at}: A rating needs "anchors" (what each value looks like) or a "scale"`],
    ],
    [
      'a must on a reversed question',
      { questions: [{ ...rating, reverse: true, must: 2 }] },
      [`schema.value ${at}/must: A must cannot stand on a reversed question`],
    ],
    [
      'a must off the scale',
      { questions: [{ ...rating, must: 6 }] },
      [`schema.value ${at}/must: The must 6 is off the scale of 1 to 5`],
    ],
    [
      'a must that says yes to a rating',
      { questions: [{ ...rating, must: 'yes' }] },
      [`schema.value ${at}/must: The must of a rating is one of its values`],
    ],
    [
      'a cap that is no level',
      { questions: [{ ...rating, must: { least: 2, cap: 'lwo' } }] },
      [`reference.unknown ${at}/must/cap: Unknown level "lwo"; did you mean "low"?`],
    ],
    [
      'a must on a falling number',
      { questions: [{ id: 'a', ask: 'A?', type: 'number', from: 9, to: 0, must: 1 }] },
      [`schema.value ${at}/must: A must on a number needs "from" under "to"`],
    ],
    [
      'half a range',
      { questions: [{ id: 'a', ask: 'A?', type: 'number', from: 0 }] },
      [`schema.missing ${at}/to: "to" is missing; a scored number needs both "from" and "to"`],
    ],
    [
      'a choice without a score among scored ones',
      {
        questions: [
          {
            id: 'a',
            ask: 'A?',
            type: 'choice',
            choices: [
              { id: 'x', title: 'X', score: 1 },
              { id: 'y', title: 'Y' },
            ],
          },
        ],
      },
      [`schema.missing ${at}/choices/1/score: The choice "y" has no score, while others have`],
    ],
    [
      'levels that rise',
      {
        levels: [
          { id: 'a', title: 'A', score: 40 },
          { id: 'b', title: 'B', score: 60 },
          { id: 'c', title: 'C', score: 0 },
        ],
      },
      [
        'schema.value levels/1/score: Levels stand from the highest down: 60 is not under the 40 of "a"',
      ],
    ],
    [
      'levels that end above 0',
      {
        levels: [
          { id: 'a', title: 'A', score: 40 },
          { id: 'b', title: 'B', score: 10 },
        ],
      },
      [
        'schema.value levels/1/score: The last level starts at 0, not at 10, so that every score has a level',
      ],
    ],
    [
      'a mirror of nothing',
      { questions: [{ ...rating, mirror: 'trust.b' }] },
      [`reference.unknown ${at}/mirror: Unknown question "trust.b"; did you mean "trust.a"?`],
    ],
    [
      'support for an unknown question',
      { checks: [{ id: 'c', title: 'C', assert: 'true', message: 'No', supports: ['b'] }] },
      [
        'reference.unknown dimensions/0/checks/0/supports/0: Unknown question "b" in this dimension; expected "a"',
      ],
    ],
    [
      'a condition on a later question',
      {
        questions: [
          { ...rating, when: { question: 'trust.b', least: 3 } },
          { ...rating, id: 'b' },
        ],
      },
      [`expression.error ${at}/when/question: Conditions refer only to earlier questions`],
    ],
    [
      'a condition on itself',
      { questions: [{ ...rating, when: 'answers["trust.a"] > 2' }] },
      [`expression.error ${at}/when: Conditions refer only to earlier questions`],
    ],
  ])('tells of %s', async (_, more, findings) => {
    const lines = await told(aFile(more as never))
    expect(
      lines.map((line, index) =>
        findings[index]?.startsWith('expression.error')
          ? line.slice(0, findings[index]?.length)
          : line,
      ),
    ).toEqual(findings)
  })

  it('says where in a condition the mistake is', async () => {
    const { findings } = await resolved(
      aFile({
        questions: [{ ...rating, when: 'profile.stge == "x"' }],
        profile: [{ id: 'stage', ask: 'S?', type: 'text' }],
      }),
    )
    expect(findings.map(({ finding }) => finding.within)).toEqual([{ start: 8, end: 12 }])
  })
})

describe('canonicalJson', () => {
  it('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (map) => {
        const turned = Object.fromEntries(Object.entries(map).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(map))
        expect(JSON.parse(canonicalJson(map))).toEqual(JSON.parse(JSON.stringify(map)))
      }),
    )
  })
})
