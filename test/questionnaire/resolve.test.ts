import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import type { QuestionnaireFile } from '../../src/model/questionnaire-file.ts'
import { toCanonicalJson } from '../../src/questionnaire/canonical-json.ts'
import { resolveQuestionnaire } from '../../src/questionnaire/resolve.ts'
import { say } from '../../src/words/say-message.ts'

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
    ({ finding }) => `${finding.id} ${finding.path.join('/')}: ${say(finding.message)}`,
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
      practice: {
        do: 'Do it',
        done: null,
        effort: 'medium',
        day: 'substance',
        takes: 'P2W',
        by: 'all',
      },
      source: null,
      fills: null,
    })
  })

  it.each<[string, object, readonly string[]]>([
    [
      'an id that appears twice',
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
      [`schema.value ${at}/must: A reversed question cannot have a must`],
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
      [
        `schema.missing ${at}/choices/1/score: The choice "y" has no score, but other choices have one`,
      ],
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
        'schema.value levels/1/score: List the levels from the highest to the lowest: 60 is not below 40, the score of "a"',
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
        'schema.value levels/1/score: The last level must start at 0, not at 10, so that every score has a level',
      ],
    ],
    [
      'a mirror of nothing',
      {
        questions: [
          { ...rating, mirror: 'bb' },
          { ...rating, id: 'b' },
        ],
      },
      [`reference.unknown ${at}/mirror: Unknown question "trust.bb"; did you mean "trust.b"?`],
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
    [
      'a former id that is in use',
      { questions: [rating, { ...rating, id: 'b', formerly: ['a'] }] },
      ['schema.value dimensions/0/questions/1/formerly/0: The id "trust.a" is taken by a question'],
    ],
    [
      'a former id of two questions',
      {
        questions: [
          { ...rating, formerly: ['old'] },
          { ...rating, id: 'b', formerly: ['trust.old'] },
        ],
      },
      [
        'schema.value dimensions/0/questions/1/formerly/0: The id "trust.old" is taken by "trust.a"',
      ],
    ],
    [
      'a profile question that is there twice, and one under a free key',
      {
        profile: ['stage', 'stage', 'notes'].map((id) => ({ id, ask: '?', type: 'text' })),
      },
      [
        'schema.value profile/1/id: The profile question "stage" appears twice',
        'schema.value profile/2/id: "notes" is a free key in every file; answers under it are not read',
      ],
    ],
    [
      'columns that cannot be told apart, read or filled in',
      {
        questions: [
          {
            id: 'a',
            ask: 'A?',
            type: 'table',
            columns: [
              { id: 'name', title: 'N', type: 'text' },
              { id: 'name', title: 'N', type: 'choice' },
              { id: 'notes', title: 'N', type: 'number', from: 9, to: 1 },
            ],
          },
        ],
      },
      [
        `schema.value ${at}/columns/1/id: The column "name" appears twice`,
        `schema.missing ${at}/columns/1/choices: "choices" is missing; a column of type "choice" needs them`,
        `schema.value ${at}/columns/2/id: "notes" is a free key in every file; answers under it are not read`,
        `schema.value ${at}/columns/2/to: "to" must be at least "from" (9)`,
      ],
    ],
    [
      'both anchors and a scale',
      { questions: [{ ...rating, scale: 'agreement' }], scales: { agreement: ['a', 'b'] } },
      [`schema.value ${at}/scale: A rating has "scale" or "anchors", not both`],
    ],
    [
      'a scale named like a function',
      { questions: [{ id: 'a', ask: 'A?', type: 'rating', scale: 'constructor' }] },
      [`reference.unknown ${at}/scale: Unknown scale "constructor"`],
    ],
    [
      'a must on yes and no that is a number',
      { questions: [{ id: 'a', ask: 'A?', type: 'yes-no', must: 1 }] },
      [`schema.value ${at}/must: The must of a yes-no question is "yes"`],
    ],
    [
      'a must on a number that is a word',
      {
        questions: [{ id: 'a', ask: 'A?', type: 'number', from: 0, to: 9, must: { least: 'yes' } }],
      },
      [`schema.value ${at}/must/least: The must of a number is a number`],
    ],
    [
      'a must on a number without a range',
      { questions: [{ id: 'a', ask: 'A?', type: 'number', must: 1 }] },
      [`schema.value ${at}/must: A must on a number needs "from" under "to"`],
    ],
    [
      'a range of nothing',
      { questions: [{ id: 'a', ask: 'A?', type: 'number', from: 3, to: 3 }] },
      [`schema.value ${at}/to: "from" and "to" are the same; a scored number needs a range`],
    ],
    [
      'a choice that appears twice',
      {
        questions: [
          {
            id: 'a',
            ask: 'A?',
            type: 'choices',
            choices: [
              { id: 'x', title: 'X' },
              { id: 'x', title: 'Y' },
            ],
          },
        ],
      },
      [`schema.value ${at}/choices/1/id: The choice "x" appears twice`],
    ],
    [
      'a mirror of itself',
      { questions: [{ ...rating, mirror: 'a' }] },
      [`schema.value ${at}/mirror: "trust.a" cannot mirror itself`],
    ],
    [
      'a mirror of what mirrors another',
      {
        questions: [
          { ...rating, mirror: 'b' },
          { ...rating, id: 'b', mirror: 'c' },
          { ...rating, id: 'c', mirror: 'b' },
        ],
      },
      [`schema.value ${at}/mirror: "trust.b" mirrors another question, "trust.c"`],
    ],
    [
      'a weakest that rises, and one at the bottom',
      {
        levels: [
          { id: 'a', title: 'A', score: 40, weakest: 10 },
          { id: 'b', title: 'B', score: 0, weakest: 20 },
        ],
      },
      [
        'schema.value levels/1/weakest: "weakest" must not rise from one level to the level below it: 20 is above 10, the value of "a"',
        'schema.value levels/1/weakest: The last level must ask nothing of the weakest dimension: expected 0, found 20',
      ],
    ],
    [
      'a level out of range',
      {
        levels: [
          { id: 'a', title: 'A', score: 140, weakest: -1 },
          { id: 'b', title: 'B', score: 0 },
        ],
      },
      [
        'schema.value levels/0/score: 140 is out of range; expected 0 to 100',
        'schema.value levels/0/weakest: -1 is out of range; expected 0 to 100',
        'schema.value levels/1/weakest: "weakest" must not rise from one level to the level below it: 0 is above -1, the value of "a"',
      ],
    ],
    [
      'levels off the range they are shown on',
      { shown: { from: 35, to: 175 } },
      [
        'schema.value levels/1/score: 0 is out of range; expected 35 to 175',
        'schema.value levels/1/score: The last level must start at 35, not at 0, so that every score has a level',
      ],
    ],
    [
      'a range that is none',
      { shown: { from: 100, to: 100 } },
      ['schema.value shown/to: "to" must be greater than "from" (100)'],
    ],
  ])('reports %s', async (_, more, findings) => {
    const lines = await told(aFile(more as never))
    expect(
      lines.map((line, index) =>
        findings[index]?.startsWith('expression.error')
          ? line.slice(0, findings[index]?.length)
          : line,
      ),
    ).toEqual(findings)
  })

  it('takes levels on the range they are shown on, and keeps them on 0 to 100', async () => {
    const { questionnaire } = await resolved(
      aFile({
        shown: { from: 35, to: 175 },
        levels: [
          { id: 'high', title: 'High', score: 140, weakest: 105 },
          { id: 'low', title: 'Low', score: 35, meaning: 'Begin' },
        ],
      }),
    )
    expect(questionnaire?.levels).toEqual([
      { id: 'high', title: 'High', score: 75, weakest: 50, meaning: null },
      { id: 'low', title: 'Low', score: 0, weakest: 0, meaning: 'Begin' },
    ])
  })

  it('makes one plain value of the whole', async () => {
    const check = {
      id: 'c',
      title: 'C',
      assert: 'true',
      message: 'No',
      supports: ['a'],
      formerly: ['old'],
    }
    const { questionnaire, findings } = await resolved(
      aFile({
        questions: [
          { ...rating, formerly: ['before', 'roles.a'], mirror: 'b' },
          { ...rating, id: 'b' },
        ],
        checks: [check],
        profile: [{ id: 'stage', ask: 'S?', type: 'choice', choices: [{ id: 'x', title: 'X' }] }],
        minutes: { full: 15 },
      }),
    )
    const labels = ['None', null, null, null, 'All']
    const question = {
      id: 'trust.a',
      dimension: 'trust',
      ask: 'A?',
      why: null,
      when: null,
      formerly: ['trust.before', 'roles.a'],
      form: {
        type: 'rating',
        values: labels.map((label, index) => ({ value: index + 1, label })),
      },
      scored: true,
      weight: 1,
      reverse: false,
      must: null,
      core: false,
      about: 'both',
      mirror: 'trust.b',
      evidence: null,
      practice: null,
      source: null,
      fills: null,
    }
    expect(findings).toEqual([])
    expect(questionnaire).toEqual({
      id: 'q',
      version: '1',
      title: 'Q',
      why: null,
      coverage: 0.8,
      leastPartners: 1,
      minutes: { full: 15, quick: null },
      levels: levels.map((level) => ({ weakest: 0, ...level, meaning: null })),
      shown: null,
      words: {},
      profile: [
        {
          id: 'stage',
          dimension: null,
          ask: 'S?',
          why: null,
          when: null,
          formerly: [],
          form: { type: 'choice', choices: [{ id: 'x', title: 'X', score: null }] },
        },
      ],
      dimensions: [
        {
          id: 'trust',
          title: 'Trust',
          weight: 1,
          why: null,
          questions: [question, { ...question, id: 'trust.b', formerly: [], mirror: null }],
          checks: [
            {
              ...check,
              id: 'trust.c',
              formerly: ['trust.old'],
              supports: ['trust.a'],
              severity: 'warning',
              protected: false,
              weight: 1,
            },
          ],
        },
      ],
    })
  })

  it('reports the place of a mistake in a condition', async () => {
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
    expect(toCanonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe(
      '{"a":null,"b":[{"d":1}]}',
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (map) => {
        const turned = Object.fromEntries(Object.entries(map).reverse())
        expect(toCanonicalJson(turned)).toBe(toCanonicalJson(map))
        expect(JSON.parse(toCanonicalJson(map))).toEqual(JSON.parse(JSON.stringify(map)))
      }),
    )
  })
})
