import { describe, expect, it } from 'vitest'
import { decode, findKind } from '../../src/model/decode.ts'
import type { Kind } from '../../src/model/kind-names.ts'
import { kinds } from '../../src/model/kind-names.ts'
import { say } from '../../src/words/say-message.ts'

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

function aCheck(more: object) {
  const check = { id: 'c', title: 'C', assert: 'true', message: 'No', ...more }
  return { accordant: 'dimension/1', id: 'trust', title: 'Trust', checks: [check] }
}

/** Findings as `severity id path@at message`. */
function listFindings(kind: Kind, raw: unknown): readonly string[] {
  return decode(kind, raw).findings.map(
    ({ severity, id, path, at, message, fix }) =>
      `${severity} ${id} ${path.join('/')}@${at}: ${say(message)}${fix === null ? '' : ` | ${say(fix)}`}`,
  )
}

describe('decode', () => {
  it('accepts a file that is right, with defaults filled in', () => {
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
      ['error schema.missing @value: The file is empty | Begin the file with "accordant: plan/1"'],
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
      'a kind that is left empty',
      'plan',
      { accordant: null },
      [
        'error schema.missing accordant@value: "accordant" is missing; it names the kind of file | Begin the file with "accordant: plan/1"',
      ],
    ],
    [
      'a kind that is a map',
      'plan',
      { accordant: Object.create(null) },
      ['error schema.type accordant@value: Expected the text "plan/1", found a map'],
    ],
    [
      'a kind that is a list of maps',
      'plan',
      { accordant: [Object.create(null)] },
      ['error schema.type accordant@value: Expected the text "plan/1", found a list'],
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
        'error schema.value accordant@value: Unknown format "plan/2"; this version of accordant reads "plan/1"',
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
      { ...response, partnership: 'North Wind' },
      [
        'error schema.value partnership@value: "North Wind" is not an id in small letters, digits and single hyphens, like "bad-news" | Write north-wind',
      ],
    ],
    [
      'a value that is not one of the few allowed',
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
      [
        'error schema.type limits/minScore@value: Expected a number, found a number that is not finite',
      ],
    ],
    [
      'infinity',
      'config',
      { accordant: 'config/1', limits: { minScore: Number.POSITIVE_INFINITY } },
      [
        'error schema.type limits/minScore@value: Expected a number, found a number that is not finite',
      ],
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
      [
        'error schema.unknown-key dimensions/0/questions/0/reverse@key: Unknown key "reverse" | "reverse" is for questions of the type rating or yes-no',
      ],
    ],
    [
      'the end of a text that a comma cut off',
      'questionnaire',
      question({ type: 'choice', choices: [{ id: 'no', title: 'No', 'not yet': null }] }),
      [
        'error schema.unknown-key dimensions/0/questions/0/choices/0/not yet@key: Unknown key "not yet"; expected one of "id", "title", "score" | If it belongs to the text before the comma, put all of that text in quotes',
      ],
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
      [
        'error schema.value answers/Bad News@key: "Bad News" is not an id like "trust.bad-news" | Write its id, perhaps "bad-news"',
      ],
    ],
    [
      'a wrong key in a long answer',
      'response',
      { ...response, answers: { 'trust.a': { vlaue: 4 } } },
      [
        'error schema.unknown-key answers/trust.a/vlaue@key: Unknown key "vlaue"; did you mean "value"?',
      ],
    ],
    [
      'text for a number',
      'questionnaire',
      question({ type: 'text', weight: '2' }),
      [
        'error schema.type dimensions/0/questions/0/weight@value: Expected a number, found the text "2" | Take the quotes away',
      ],
    ],
    [
      'an id that begins like a free key',
      'response',
      { ...response, partnership: 'x-corp' },
      [
        'error schema.value partnership@value: "x-corp" is not an id, since keys that begin with "x-" are free and not read',
      ],
    ],
    [
      'an id that is too long',
      'response',
      { ...response, answers: { ['a'.repeat(162)]: 1 } },
      [
        `error schema.value answers/${'a'.repeat(162)}@key: "${'a'.repeat(59)}…" is not an id of at most 161 characters`,
      ],
    ],
    [
      'a part of a number',
      'config',
      { accordant: 'config/1', minGroup: 1.5 },
      ['error schema.type minGroup@value: Expected a whole number, found the number 1.5'],
    ],
    [
      'a word that a union takes, misspelt',
      'questionnaire',
      question({ type: 'rating', must: 'ys' }),
      [
        'error schema.value dimensions/0/questions/0/must@value: Unknown value "ys"; did you mean "yes"?',
      ],
    ],
    [
      'a value of none of several kinds',
      'questionnaire',
      question({ type: 'rating', must: 'perhaps' }),
      [
        'error schema.type dimensions/0/questions/0/must@value: Expected a number, "yes", true or a map, found the text "perhaps"',
      ],
    ],
    [
      'a map in the one of two shapes that is a map',
      'questionnaire',
      question({ type: 'rating', when: { qestion: 'stage' } }),
      [
        'error schema.missing dimensions/0/questions/0/when/question@value: "question" is missing; expected text',
        'error schema.unknown-key dimensions/0/questions/0/when/qestion@key: Unknown key "qestion"; did you mean "question"?',
      ],
    ],
    [
      'an unknown severity',
      'dimension',
      aCheck({ severity: 'eror' }),
      ['error schema.value checks/0/severity@value: Unknown value "eror"; did you mean "error"?'],
    ],
    [
      'an unknown stage',
      'dimension',
      aCheck({ severity: { agred: 'error' } }),
      [
        'error schema.unknown-key checks/0/severity/agred@key: Unknown key "agred"; did you mean "agreed"?',
      ],
    ],
    [
      'no finite number among answers',
      'response',
      { ...response, answers: { 'd.a': Number.NaN } },
      [
        'error schema.type answers/d.a@value: Expected a number, text, true or false, a list or a map, found a number that is not finite',
      ],
    ],
    [
      'a wrong item of a list of answers',
      'response',
      { ...response, answers: { 'd.a': ['a', null] } },
      [
        'error schema.missing answers/d.a/1@value: Expected a number, text or true or false, found nothing | Write the item, or remove it',
      ],
    ],
    [
      'wrong cells of a table, not the table',
      'response',
      { ...response, answers: { 'd.a': [{ name: [1], fit: 3 }, { fit: {} }] } },
      [
        'error schema.type answers/d.a/0/name@value: Expected a number, text or true or false, found a list',
        'error schema.type answers/d.a/1/fit@value: Expected a number, text or true or false, found a map',
      ],
    ],
    [
      'an anchor off the scale',
      'questionnaire',
      question({ type: 'rating', anchors: { 1: 'Never', 6: 'Always' } }),
      [
        'error schema.unknown-key dimensions/0/questions/0/anchors/6@key: Unknown key "6"; expected one of "1", "2", "3", "4", "5"',
      ],
    ],
    [
      'a list with nothing in it',
      'questionnaire',
      question({ type: 'choice', choices: [] }),
      [
        'error schema.value dimensions/0/questions/0/choices@value: Expected at least 1 entry, found 0',
      ],
    ],
    [
      'names of functions among the scales',
      'questionnaire',
      { ...questionnaire, scales: { toString: ['a', 'b'] } },
      [
        'error schema.value scales/toString@key: "toString" is not an id in small letters, digits and single hyphens, like "bad-news" | Write tostring',
      ],
    ],
    [
      'an empty item of a plan',
      'plan',
      { accordant: 'plan/1', partners: [{ id: 'a', brings: [null] }] },
      [
        'error schema.missing partners/0/brings/0@value: Expected text, found nothing | Write the item, or remove it',
      ],
    ],
  ])('reports %s', (_, kind, raw, findings) => {
    expect(listFindings(kind, raw)).toEqual(findings)
    expect(decode(kind, raw).value).toBeNull()
  })

  it('reports everything at once', () => {
    const raw = { ...response, partner: 3, respondent: {}, wieght: 1 }
    expect(listFindings('response', raw).map((line) => line.split('@')[0])).toEqual([
      'error schema.type partner',
      'error schema.missing respondent/id',
      'error schema.unknown-key wieght',
    ])
  })

  it('only warns of unknown keys in plans, and drops them', () => {
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
    expect(listFindings('plan', raw)).toEqual([
      'warning schema.unknown-key risks/0/ownr@key: Unknown key "ownr"; did you mean "owner"?',
      'warning schema.unknown-key nmae@key: Unknown key "nmae"; did you mean "name"?',
    ])
  })

  it('drops __proto__ from a plan, and says so', () => {
    const raw = JSON.parse('{"accordant": "plan/1", "purpose": {"__proto__": {"need": 1}}}')
    expect(decode('plan', raw)).toEqual({
      value: { accordant: 'plan/1', purpose: {} },
      findings: [
        {
          id: 'schema.unknown-key',
          severity: 'warning',
          message: { say: 'unknown-key', key: '__proto__', hint: { say: 'no-suggestion' } },
          path: ['purpose', '__proto__'],
          at: 'key',
          fix: null,
        },
      ],
    })
  })

  it.each<[string, Kind, (keys: Readonly<Record<string, number>>) => object]>([
    ['the top of a plan', 'plan', (keys) => ({ accordant: 'plan/1', ...keys })],
    [
      'the rows of a plan',
      'plan',
      (keys) => ({ accordant: 'plan/1', risks: Object.keys(keys).map((key) => ({ [key]: 1 })) }),
    ],
    ['a config', 'config', (keys) => ({ accordant: 'config/1', ...keys })],
  ])('takes time in proportion to the keys, for 20,000 unknown ones at %s', (_, kind, raw) => {
    const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_unused, i) => [`k${i}`, i]))
    expect(decode(kind, raw(keys)).findings.length).toBe(20_000)
  })

  it('ignores empty values in a plan', () => {
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
    expect(listFindings('response', raw)).toEqual([])
  })

  it.each<[Kind, object]>([
    ['response', response],
    ['questionnaire', questionnaire],
    ['plan', { accordant: 'plan/1' }],
    ['config', { accordant: 'config/1' }],
  ])('reports __proto__, constructor and toString in a %s as unknown keys', (kind, base) => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const raw = Object.assign(Object.create(null), base)
      raw[key] = { polluted: true }
      expect(listFindings(kind, raw).join()).toMatch(
        new RegExp(`schema\\.unknown-key ${key}@key: Unknown key "${key}"`),
      )
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('drops no key of a map silently', () => {
    const raw = { ...response, answers: Object.assign(Object.create(null), { 'trust.a': 1 }) }
    Object.defineProperty(raw.answers, '__proto__', { value: 4, enumerable: true })
    expect(listFindings('response', raw)).toEqual([
      'error schema.unknown-key answers/__proto__@key: Unknown key "__proto__"',
    ])
  })

  it.each(['constructor', 'toString', 'hasOwnProperty'])('keeps %s as a key of words', (key) => {
    const words = { [key]: { [key]: 'x' } }
    expect(decode('questionnaire', { ...questionnaire, words }).value?.words).toEqual(words)
  })

  it('reads an id called constructor as a key, not as what objects inherit', () => {
    const value = decode('response', { ...response, answers: { constructor: 4 } }).value
    expect(Object.entries(value?.answers ?? {})).toEqual([['constructor', 4]])
  })
})

describe('findKind', () => {
  it.each(kinds)('recognises a %s by its mark', (kind) => {
    expect(findKind({ accordant: `${kind}/1` })).toBe(kind)
  })

  it.each([null, [], 'text', {}, { accordant: 1 }, { accordant: 'x/1' }])(
    'finds no kind of accordant file in %j',
    (raw) => {
      expect(findKind(raw)).toBeNull()
    },
  )
})
