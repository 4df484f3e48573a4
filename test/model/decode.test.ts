import { describe, expect, it } from 'vitest'
import { decode, kindOf } from '../../src/model/decode.ts'
import type { Kind } from '../../src/model/kind-names.ts'
import { kinds } from '../../src/model/kind-names.ts'

const response = {
  accordant: 'response/1',
  questionnaire: { id: 'q', version: '1' },
  partnership: 'both',
  partner: 'north',
  respondent: { id: 'r1' },
}
const questionnaire = {
  accordant: 'questionnaire/1',
  id: 'q',
  version: '1',
  title: 'Q',
  levels: [
    { id: 'high', title: 'High', score: 60 },
    { id: 'low', title: 'Low', score: 0 },
  ],
  dimensions: ['trust.yaml'],
}

function question(more: object) {
  return {
    ...questionnaire,
    dimensions: [{ id: 'trust', title: 'Trust', questions: [{ id: 'a', ask: 'A?', ...more }] }],
  }
}

/** Findings as `severity id path@at message`. */
function told(kind: Kind, raw: unknown): readonly string[] {
  return decode(kind, raw).findings.map(
    ({ severity, id, path, at, message, fix }) =>
      `${severity} ${id} ${path.join('/')}@${at}: ${message}${fix === null ? '' : ` | ${fix}`}`,
  )
}

describe('decode', () => {
  it('lets through what a file may say, with defaults filled in', () => {
    expect(decode('response', response)).toEqual({
      value: { ...response, run: 'full' },
      findings: [],
    })
  })

  it.each<[string, Kind, unknown, readonly string[]]>([
    [
      'an empty file',
      'plan',
      null,
      ['error schema.missing @value: The file is empty | Begin it with "accordant: plan/1"'],
    ],
    [
      'a list at the top',
      'plan',
      [],
      ['error schema.type @value: Expected a map with the key "accordant: plan/1"'],
    ],
    [
      'no kind',
      'plan',
      { name: 'x' },
      [
        'error schema.missing accordant@value: "accordant" is missing; it names the kind of file | Begin the file with "accordant: plan/1"',
      ],
    ],
    [
      'another kind',
      'plan',
      response,
      ['error schema.value accordant@value: Expected a plan ("plan/1"), found "response/1"'],
    ],
    [
      'a later format',
      'plan',
      { accordant: 'plan/2' },
      [
        'error schema.value accordant@value: Format "plan/2" is not known; this accordant reads "plan/1"',
      ],
    ],
    [
      'an unknown kind',
      'plan',
      { accordant: 'paln/1' },
      ['error schema.value accordant@value: Unknown kind of file "paln/1"; did you mean "plan/1"?'],
    ],
    [
      'a missing key',
      'response',
      { ...response, partner: undefined },
      ['error schema.missing partner@value: "partner" is missing; expected text'],
    ],
    [
      'an unknown key',
      'response',
      { ...response, comleted: 1 },
      ['error schema.unknown-key comleted@key: Unknown key "comleted"; did you mean "completed"?'],
    ],
    [
      'a number for a text',
      'response',
      { ...response, questionnaire: { id: 'q', version: 1 } },
      [
        'error schema.type questionnaire/version@value: Expected text, found the number 1 | Put it in quotes',
      ],
    ],
    [
      'an id in capitals',
      'response',
      { ...response, partner: 'North Wind' },
      [
        'error schema.value partner@value: "North Wind" is not an id in small letters, digits and single hyphens, like "bad-news"',
      ],
    ],
    [
      'a value that is none of a few',
      'response',
      { ...response, run: 'quik' },
      ['error schema.value run@value: Unknown value "quik"; did you mean "quick"?'],
    ],
    [
      'a day that does not exist',
      'plan',
      { accordant: 'plan/1', date: '2026-02-30' },
      ['error schema.value date@value: "2026-02-30" is not a real date like "2026-11-23"'],
    ],
    [
      'no finite number',
      'config',
      { accordant: 'config/1', limits: { minScore: Number.NaN } },
      ['error schema.type limits/minScore@value: Expected a number, found no finite number'],
    ],
    [
      'infinity',
      'config',
      { accordant: 'config/1', limits: { minScore: Number.POSITIVE_INFINITY } },
      ['error schema.type limits/minScore@value: Expected a number, found no finite number'],
    ],
    [
      'a number out of range',
      'config',
      { accordant: 'config/1', limits: { minScore: 101 } },
      ['error schema.value limits/minScore@value: 101 is out of range; expected at most 100'],
    ],
    [
      'an unknown type of question',
      'questionnaire',
      question({ type: 'ratng' }),
      [
        'error schema.value dimensions/0/questions/0/type@value: Unknown value "ratng"; did you mean "rating"?',
      ],
    ],
    [
      'a question without a type',
      'questionnaire',
      question({}),
      [
        'error schema.missing dimensions/0/questions/0/type@value: "type" is missing; expected one of "rating", "yes-no", "choice", "choices", "number", "text", "list", "table"',
      ],
    ],
    [
      'a key of another type of question',
      'questionnaire',
      question({ type: 'text', reverse: true }),
      ['error schema.unknown-key dimensions/0/questions/0/reverse@key: Unknown key "reverse"'],
    ],
    [
      'blank text',
      'questionnaire',
      question({ type: 'text', ask: ' ' }),
      [
        'error schema.value dimensions/0/questions/0/ask@value: Expected some text, found blank text',
      ],
    ],
    [
      'a weight of nothing',
      'questionnaire',
      question({ type: 'text', weight: 0 }),
      [
        'error schema.value dimensions/0/questions/0/weight@value: 0 is out of range; expected more than 0',
      ],
    ],
    [
      'too few levels',
      'questionnaire',
      { ...questionnaire, levels: [] },
      ['error schema.value levels@value: Expected at least 2 entries, found 0'],
    ],
    [
      'a wrong key among answers',
      'response',
      { ...response, answers: { 'Bad News': 4 } },
      ['error schema.value answers/Bad News@key: "Bad News" is not an id like "trust.bad-news"'],
    ],
    [
      'a wrong key in a long answer',
      'response',
      { ...response, answers: { 'trust.a': { vlaue: 4 } } },
      [
        'error schema.unknown-key answers/trust.a/vlaue@key: Unknown key "vlaue"; did you mean "value"?',
      ],
    ],
  ])('tells of %s', (_, kind, raw, findings) => {
    expect(told(kind, raw)).toEqual(findings)
    expect(decode(kind, raw).value).toBeNull()
  })

  it('tells of everything at once', () => {
    const raw = { ...response, partner: 3, respondent: {}, wieght: 1 }
    expect(told('response', raw).map((line) => line.split('@')[0])).toEqual([
      'error schema.type partner',
      'error schema.missing respondent/id',
      'error schema.unknown-key wieght',
    ])
  })

  it('only warns of unknown keys in plans, and goes on without them', () => {
    const raw = {
      accordant: 'plan/1',
      nmae: 'x',
      name: 'Cold chain',
      risks: [{ id: 'r1', ownr: 'p1' }],
    }
    expect(decode('plan', raw).value).toEqual({
      accordant: 'plan/1',
      name: 'Cold chain',
      risks: [{ id: 'r1' }],
    })
    expect(told('plan', raw)).toEqual([
      'warning schema.unknown-key risks/0/ownr@key: Unknown key "ownr"; did you mean "owner"?',
      'warning schema.unknown-key nmae@key: Unknown key "nmae"; did you mean "name"?',
    ])
  })

  it('takes empty places of a plan for nothing', () => {
    expect(decode('plan', { accordant: 'plan/1', name: null, purpose: { need: ' ' } })).toEqual({
      value: { accordant: 'plan/1', purpose: {} },
      findings: [],
    })
  })

  it('leaves notes and x- keys to people, everywhere', () => {
    const raw = {
      ...response,
      notes: [1],
      'x-a': 1,
      respondent: { id: 'r1', notes: 'x', 'x-b': {} },
    }
    expect(told('response', raw)).toEqual([])
  })

  it.each<[Kind, object]>([
    ['response', response],
    ['questionnaire', questionnaire],
    ['plan', { accordant: 'plan/1' }],
    ['config', { accordant: 'config/1' }],
  ])(
    'takes __proto__, constructor and toString in a %s for the unknown keys they are',
    (kind, base) => {
      for (const key of ['__proto__', 'constructor', 'toString']) {
        const raw = Object.assign(Object.create(null), base)
        raw[key] = { polluted: true }
        expect(told(kind, raw).join()).toMatch(
          new RegExp(`schema\\.unknown-key ${key}@key: Unknown key "${key}"`),
        )
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    },
  )

  it('drops no key of a map silently', () => {
    const raw = { ...response, answers: Object.assign(Object.create(null), { 'trust.a': 1 }) }
    Object.defineProperty(raw.answers, '__proto__', { value: 4, enumerable: true })
    expect(told('response', raw)).toEqual([
      'error schema.unknown-key answers/__proto__@key: Unknown key "__proto__"',
    ])
  })

  it('keeps ids such as constructor apart from what objects inherit', () => {
    const value = decode('response', { ...response, answers: { constructor: 4 } }).value
    expect(Object.entries(value?.answers ?? {})).toEqual([['constructor', 4]])
  })
})

describe('kindOf', () => {
  it.each(kinds)('knows a %s by its mark', (kind) => {
    expect(kindOf({ accordant: `${kind}/1` })).toBe(kind)
  })

  it.each([null, [], 'text', {}, { accordant: 1 }, { accordant: 'x/1' }])(
    'knows %j for none of ours',
    (raw) => {
      expect(kindOf(raw)).toBeNull()
    },
  )
})
