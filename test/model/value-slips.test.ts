import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import type { Kind } from '../../src/model/kind-names.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { say } from '../../src/words/say-message.ts'

const beginnings: Partial<Readonly<Record<Kind, string>>> = {
  config: 'accordant: config/1\n',
  plan: `accordant: plan/1
partners: [{id: northwind, name: Northwind Traders}]
people: [{id: p1, name: Anna Visser}]
`,
  map: 'accordant: map/1\nquestionnaire: q\ncolumns: {}\n',
  questionnaire: `accordant: questionnaire/1
id: q
version: "1"
title: Q
levels: [{id: high, title: High, score: 60}, {id: low, title: Low, score: 0}]
dimensions: [trust.yaml]
`,
}

/** What is said of a file of a kind with these lines in it, a string for each finding. */
function slips(kind: Kind, lines: string): readonly string[] {
  const bytes = new TextEncoder().encode(
    `${beginnings[kind] ?? ''}${addResponseHead(kind, lines)}\n`,
  )
  const { findings } = decode(kind, readYaml(bytes, 'file.yaml').value)
  return findings.map(({ message, fix }) =>
    fix === null ? say(message) : `${say(message)}. ${say(fix)}`,
  )
}

/** A response with what these lines do not say themselves. */
function addResponseHead(kind: Kind, lines: string): string {
  if (kind !== 'response') return lines
  const head = {
    accordant: 'response/1',
    questionnaire: '{id: q, version: "1"}',
    partnership: 'both',
    respondent: '{id: r1}',
  }
  const missing = Object.entries(head).filter(([key]) => !lines.includes(`${key}:`))
  return [...missing.map(([key, value]) => `${key}: ${value}`), lines].join('\n')
}

const notADay = 'is not a real date like "2026-11-23"'
const notAnId = 'is not an id in small letters, digits and single hyphens, like "bad-news"'

describe('a date in another notation', () => {
  it.each([
    ['30.11.2026', `"30.11.2026" ${notADay}. Write 2026-11-30`],
    ['30/11/2026', `"30/11/2026" ${notADay}. Write 2026-11-30`],
    ['11/30/2026', `"11/30/2026" ${notADay}. Write 2026-11-30`],
    ['30 November 2026', `"30 November 2026" ${notADay}. Write 2026-11-30`],
    ['Nov 30th 2026', `"Nov 30th 2026" ${notADay}. Write 2026-11-30`],
    ['2026-11-3', `"2026-11-3" ${notADay}. Write 2026-11-03`],
    ['2026/11/30', `"2026/11/30" ${notADay}. Write 2026-11-30`],
    ['2026-11-30T09:00:00Z', `"2026-11-30T09:00:00Z" ${notADay}. Write 2026-11-30`],
    [
      '20261130',
      'Expected a real date like "2026-11-23", found the number 20261130. Write 2026-11-30',
    ],
    ['3.11.2026', `"3.11.2026" ${notADay}. Write 2026-11-03 or 2026-03-11, whichever you mean`],
    ['November 2026', `"November 2026" ${notADay}. Add the day, like 2026-11-30`],
    ['31.11.2026', `"31.11.2026" ${notADay}`],
    ['next week', `"next week" ${notADay}`],
  ])('is answered with the one to write: %s', (written, said) => {
    expect(slips('plan', `date: ${written}`)).toEqual([said])
  })

  it.each([
    ['2026-11-30', '2026-11-30T12:00:00Z'],
    ['30.11.2026', '2026-11-30T12:00:00Z'],
    ['30.11.2026 9:30', '2026-11-30T09:30:00Z'],
    ['2026-11-30 14:00', '2026-11-30T14:00:00Z'],
    ['30 November 2026, 14:00', '2026-11-30T14:00:00Z'],
  ])('is answered with a time where one is needed: %s', (written, right) => {
    expect(slips('response', `partner: north\ncompleted: ${written}`)).toEqual([
      `"${written}" is not a date and time like "2026-11-20T09:00:00Z". Write ${right}`,
    ])
  })
})

describe('a duration in words', () => {
  it.each([
    ['3 months', 'P3M'],
    ['every two weeks', 'P2W'],
    ['weekly', 'P1W'],
    ['quarterly', 'P3M'],
    ['month', 'P1M'],
    ['p3m', 'P3M'],
  ])('is answered with the one to write: %s', (written, right) => {
    expect(slips('plan', `reviews: {every: ${written}}`)).toEqual([
      `"${written}" is not a duration like "P1W" (a week) or "P3M" (three months). Write ${right}`,
    ])
  })

  it('is left to its author where it says nothing certain', () => {
    expect(slips('plan', 'reviews: {every: 3}')).toEqual([
      'Expected a duration like "P1W" (a week) or "P3M" (three months), found the number 3',
    ])
  })
})

describe('a number in another notation', () => {
  it.each([
    ['60,5', 'found the text "60,5". Write 60.5'],
    ['60 %', 'found the text "60 %". Write 60'],
    ['60 of 100', 'found the text "60 of 100". Write 60'],
    ['60/100', 'found the text "60/100". Write 60'],
    ['"60"', 'found the text "60". Take the quotes away'],
    ['"1.000"', 'found the text "1.000". Write 1 or 1000, whichever you mean'],
    ['sixty', 'found the text "sixty"'],
  ])('is answered with the one to write: %s', (written, said) => {
    expect(slips('config', `limits:\n  minScore: ${written}`)).toEqual([
      `Expected a number, ${said}`,
    ])
  })

  it('is answered as a number of days where days are counted', () => {
    expect(slips('plan', 'exit: {noticeDays: 3 months, cureDays: 30 days}')).toEqual([
      'Expected a number, found the text "3 months". Write 90',
      'Expected a number, found the text "30 days". Write 30',
    ])
  })

  it('is answered where a decimal comma begins another key', () => {
    expect(slips('config', 'limits: {minScore: 60,5}')).toEqual([
      'Unknown key "5"; expected one of "minScore", "minLevel", "minDimension", "minComplete", "failOn". If it belongs to the number before the comma, write a point instead of the comma',
    ])
  })
})

describe('an id in somebody’s own words', () => {
  it.each([
    ['Müller & Söhne', 'mueller-soehne'],
    ['Northwind-Contoso', 'northwind-contoso'],
    ['Société Générale', 'societe-generale'],
    ['A. Visser', 'a-visser'],
  ])('is answered with the id that the words give: %s', (written, right) => {
    expect(slips('config', `partnership: ${written}`)).toEqual([
      `"${written}" ${notAnId}. Write ${right}`,
    ])
  })

  it.each([
    ['a person of the plan', 'change: {owner: Anna Visser}', `"Anna Visser" ${notAnId}. Write p1`],
    [
      'a partner of the plan',
      'benefits: [{shares: {northwind traders: 55}}]',
      `"northwind traders" ${notAnId}. Write northwind`,
    ],
    [
      'somebody unknown',
      'change: {owner: Bo Chen}',
      `"Bo Chen" ${notAnId}. Write its id, perhaps "bo-chen"`,
    ],
  ])('is answered with the id of %s', (_, line, said) => {
    expect(slips('plan', line)).toEqual([said])
  })

  it('is answered by both parts of a full id', () => {
    expect(slips('config', 'severity: {Trust.Bad News: error, Trust.Bad_News: error}')).toEqual([
      '"Trust.Bad News" is not an id like "trust.bad-news". Write its id, perhaps "trust.bad-news"',
      '"Trust.Bad_News" is not an id like "trust.bad-news". Write its id, perhaps "trust.bad-news"',
    ])
  })
})

describe('a value of another shape', () => {
  const longKeys = 'expected one of "value", "state", "reason", "note", "private"'
  const below = 'on the lines below, indented by two spaces'

  it.each<[string, Kind, string, string]>([
    [
      'a map with nothing in it',
      'config',
      'limits:',
      `"limits" is empty; expected a map. Write what belongs to it ${below}; if there is nothing, remove the line`,
    ],
    [
      'a list with nothing in it',
      'config',
      'waivers:',
      `"waivers" is empty; expected a list. Write what belongs to it ${below}; if there is nothing, remove the line`,
    ],
    [
      'an item with nothing in it',
      'config',
      'waivers:\n  -',
      'Expected a map, found nothing. Write the item, or remove it',
    ],
    [
      'a key with nothing behind it',
      'config',
      'limits:\n  minScore:',
      '"minScore" is empty; expected a number. Write a value after the colon; if there is none, remove the line',
    ],
    [
      'a value in place of a map',
      'config',
      'limits: 60',
      `Expected a map, found the number 60. Write what belongs to it ${below}, each as "key: value"`,
    ],
    [
      'a map in place of a date',
      'config',
      'waivers: [{check: trust.a, path: a, by: a, reason: a, until: {on: 2026-11-30}}]',
      'Expected a real date like "2026-11-23", found a map',
    ],
    [
      'a map in place of a name, without an id',
      'config',
      'partners: [{name: {first: Contoso}}]',
      '"id" is missing; expected text\nExpected text, found a map',
    ],
    [
      'a name in place of an entry',
      'config',
      'partners:\n  - Northwind Traders',
      'Expected a map, found the text "Northwind Traders". Write {id: northwind-traders, name: Northwind Traders}',
    ],
    [
      'an entry without an id',
      'config',
      'partners:\n  - name: Müller AG',
      '"id" is missing; expected text. Write "id: mueller-ag"',
    ],
    [
      'one text in place of a list',
      'plan',
      'scope: {included: Refrigerated goods}',
      'Expected a list, found the text "Refrigerated goods". Write [Refrigerated goods]',
    ],
    [
      'words in place of a list',
      'config',
      'report: {sections: "gaps, plan"}',
      'Expected a list, found the text "gaps, plan". Write [gaps, plan]',
    ],
    [
      'texts in place of a list',
      'plan',
      'scope:\n  included: Fruit, fresh and frozen; fish',
      'Expected a list, found the text "Fruit, fresh and frozen; fish". Write it as a list: each item on a line of its own below, after "- "',
    ],
    [
      'yes in place of true',
      'config',
      'partners: [{id: a, asked: Yes}, {id: b, asked: no}]',
      'Expected true or false, found the text "Yes". Write true\nExpected true or false, found the text "no". Write false',
    ],
    [
      'one entry in place of a list',
      'config',
      'partners:\n  id: northwind\n  name: Northwind',
      'Expected a list, found a map. If it is one entry of the list, write "- " before its first line, and indent the others by two spaces',
    ],
    [
      'hyphens without a space',
      'config',
      'partners:\n  -id: northwind',
      'Expected a list, found a map. Begin each item with a hyphen and a space, "- "',
    ],
    [
      'numbers in place of hyphens',
      'plan',
      'scope:\n  included:\n    1. Fruit\n    2. Fish',
      'Expected a list, found the text "1. Fruit 2. Fish". Begin each item with a hyphen and a space, "- "',
    ],
    [
      'bullets in place of hyphens',
      'plan',
      'scope:\n  included:\n    • Fruit\n    • Fish',
      'Expected a list, found the text "• Fruit • Fish". Begin each item with a hyphen and a space, "- "',
    ],
    [
      'a percentage where a share is meant',
      'questionnaire',
      'coverage: 60 %',
      'Expected a number, found the text "60 %". Write 0.6',
    ],
    [
      'a number of percent where a share is meant',
      'questionnaire',
      'coverage: 60',
      '60 is out of range; expected at most 1. Write 0.6',
    ],
    [
      'words in place of the name of a scale',
      'questionnaire',
      'profile: [{id: a, ask: How?, type: rating, scale: [Bad, Good]}]',
      'Expected text, found a list. Write these words under "scales" with a name of their own, and that name here',
    ],
    [
      'the name of a sign',
      'map',
      'delimiter: semicolon',
      'Expected at most 1 character, found 9. Write ";"',
    ],
    [
      'an id in place of a questionnaire',
      'response',
      'partner: north\nquestionnaire: partnership-readiness',
      'Expected a map, found the text "partnership-readiness". Write {id: partnership-readiness, version: …}',
    ],
    [
      'an id in place of a respondent',
      'response',
      'partner: north\nrespondent: R1',
      'Expected a map, found the text "R1". Write {id: r1}',
    ],
    [
      'answers below their dimension',
      'response',
      'partner: north\nanswers:\n  trust:\n    bad-news: 4',
      'Unknown key "bad-news". Write "trust.bad-news: 4"',
    ],
    [
      'answers as a list',
      'response',
      'partner: north\nanswers:\n  - trust.bad-news: 4\n  - trust.openness: 3',
      'Expected a map, found a list. Remove the "- " at the beginning of these lines',
    ],
    [
      'settings without a space behind their colons',
      'config',
      'limits:\n  minScore:60\n  minGroup:3',
      'Expected a map, found the text "minScore:60 minGroup:3". Write a space after the colon, like "minScore: 60"',
    ],
    [
      'an answer beside the answers',
      'response',
      'partner: north\ntrust.bad-news: 4',
      'Unknown key "trust.bad-news". Write it under "answers", indented by two spaces',
    ],
    [
      'a part of the profile beside the profile',
      'response',
      'partner: north\nlearned: mentored',
      'Unknown key "learned". If it belongs to "profile", write it below that, indented by two spaces',
    ],
    [
      'a word alone in the long form of an answer',
      'response',
      'partner: north\nanswers: {trust.bad-news: {dk}, trust.openness: {n/a}, trust.feedback: {state skipped}}',
      [
        `Unknown key "dk"; ${longKeys}. Write "state: dont-know"`,
        `Unknown key "n/a"; ${longKeys}. Write "state: not-applicable, reason: …"`,
        `Unknown key "state skipped"; ${longKeys}. Write "state: skipped"`,
      ].join('\n'),
    ],
    [
      'a key outside of its map',
      'config',
      'minScore: 60',
      'Unknown key "minScore". Write it under "limits", indented by two spaces',
    ],
  ])('is answered with what to write: %s', (_, kind, lines, said) => {
    expect(slips(kind, lines).join('\n')).toBe(said)
  })
})
