import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/model/questionnaire.ts'
import type { Reason } from '../../src/model/result.ts'
import { describeReason } from '../../src/report/level-reasons.ts'
import { buildReportContext } from '../../src/report/report-context.ts'
import { buildVerdictSummary } from '../../src/report/verdict.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
  skipped,
  yesNo,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])
const questionnaire = aQuestionnaire([
  aQuestion('trust.news', { ask: 'How soon\n  do they hear?', must: aMust(2) }),
  aQuestion('roles.named'),
  aQuestion('roles.signed', { ask: 'Is it signed?', form: yesNo, must: aMust(1) }),
])

function aTelling(...people: readonly Readonly<Record<string, Short>>[]) {
  const responses = people.map((answers, index) =>
    aResponse(index === 0 ? 'north' : 'south', answers),
  )
  return buildReportContext(toTell(questionnaire, responses, { partners }))
}

const good = { 'trust.news': 5, 'roles.named': 5, 'roles.signed': true }

const ofNorthAlone =
  'Only one response from Northwind counts, so what is shown for Northwind is one person’s answers.'
const ofBoth =
  'Only one response from each of Northwind and Contoso counts, so what is shown for each of them is one person’s answers.'

function summaryOf(...given: Parameters<typeof toTell>) {
  return sayAll(buildVerdictSummary(buildReportContext(toTell(...given))))
}

describe('a reason', () => {
  const both = aTelling(good, good)

  it.each<[string, Reason, string]>([
    [
      'too few partners',
      { code: 'partners', value: 1, needs: 3 },
      'A level needs responses from 3 partners; so far 1 of them has one that counts',
    ],
    [
      'still too few partners',
      { code: 'partners', value: 2, needs: 3 },
      'A level needs responses from 3 partners; so far 2 of them have one that counts',
    ],
    [
      'a score',
      { code: 'score', value: 62.5, needs: 75 },
      'The score is 63; the next level needs 75',
    ],
    [
      'a score just under its bound',
      { code: 'score', value: 74.97, needs: 75 },
      'The score is 74, just under 75; the next level needs 75',
    ],
    [
      'a dimension just under its bound',
      { code: 'weakest', dimension: 'trust', partner: 'south', value: 59.96, needs: 60 },
      'Contoso rates trust 59, just under 60; the next level needs 60 in every dimension, as every partner sees it',
    ],
    [
      'an essential question',
      {
        ...{ code: 'must', question: 'trust.news', partner: 'south' },
        ...{ below: 2, of: 3, value: 1.997, needs: 2 },
      },
      'An essential question is not met: “How soon do they hear?” (Contoso: 2 of 3 people answered below its minimum of 2)',
    ],
    [
      'an essential question that one person answered',
      {
        ...{ code: 'must', question: 'trust.news', partner: 'south' },
        ...{ below: 1, of: 1, value: 1, needs: 2 },
      },
      'An essential question is not met: “How soon do they hear?” (Contoso: 1 of 1 person answered below its minimum of 2)',
    ],
    [
      'an essential question of yes and no',
      {
        ...{ code: 'must', question: 'roles.signed', partner: 'south' },
        ...{ below: 1, of: 2, value: 0.5, needs: 1 },
      },
      'An essential question is not met: “Is it signed?” (Contoso: 1 of 2 people answered no, and the minimum is yes)',
    ],
    [
      'an essential question without an answer',
      {
        ...{ code: 'must', question: 'trust.news', partner: 'north' },
        ...{ below: 0, of: 0, value: null, needs: 2 },
      },
      'An essential question is not met: “How soon do they hear?” (nobody at Northwind answered it)',
    ],
    [
      'a coverage just under what is needed',
      { code: 'not-scored', dimension: 'roles', partner: 'north', coverage: 0.7995, needs: 0.8 },
      'roles is not scored: Northwind answered 79.95 % of it, and 80 % is needed',
    ],
    [
      'what may not be shown',
      { code: 'hidden' },
      'At least one reason is not shown, so that nobody can be recognised',
    ],
    [
      'a limit on the score',
      { code: 'limit', option: 'minScore', value: 69.98, needs: 70 },
      'The score is 69, just under 70; the limit is 70',
    ],
    [
      'a limit with decimals',
      { code: 'limit', option: 'minScore', value: 66.62, needs: 66.64 },
      'The score is 66, just under 66.64; the limit is 66.64',
    ],
    [
      'a limit on what is not scored',
      { code: 'limit', option: 'minScore', value: null, needs: 70 },
      'There is no score; the limit is 70',
    ],
    [
      'a limit on a dimension',
      { code: 'limit', option: 'minDimension', dimension: 'roles', value: 40, needs: 50 },
      'roles is 40; the limit is 50',
    ],
    [
      'a limit on the level',
      { code: 'limit', option: 'minLevel', value: 'emerging', needs: 'ready' },
      'The level is “Emerging”; the limit is “Ready”',
    ],
    [
      'a limit on a missing level',
      { code: 'limit', option: 'minLevel', value: null, needs: 'ready' },
      'There is no level; the limit is “Ready”',
    ],
    [
      'a score that is worse than before',
      { code: 'limit', option: 'noWorseThan', value: 50, needs: 62.5 },
      'The score is 50; it was 63 before',
    ],
    [
      'a score that is worse by less than one',
      { code: 'limit', option: 'noWorseThan', value: 62.6, needs: 62.9 },
      'The score is 63; it was slightly higher before',
    ],
    [
      'a level that is worse than before',
      { code: 'limit', option: 'noWorseThan', value: 'emerging', needs: 'ready' },
      'The level is “Emerging”; it was “Ready” before',
    ],
    [
      'a comparison that may not be shown',
      { code: 'limit', option: 'noWorseThan', value: null, needs: 'before.json' },
      'Whether it is worse than before may not be shown: a group is too small, or too few people changed',
    ],
  ])('describes %s', (_, reason, sentence) => {
    expect(sayAll(describeReason(reason, both))).toBe(sentence)
  })

  it.each<[Reason, string]>([
    [
      { code: 'weakest', dimension: 'trust', partner: 'north', value: 10, needs: 60 },
      'trust is at 10; the next level needs 60 in every dimension',
    ],
    [
      {
        ...{ code: 'must', question: 'trust.news', partner: 'north' },
        ...{ below: 2, of: 3, value: 1, needs: 2 },
      },
      'An essential question is not met: “How soon do they hear?” (2 of 3 people answered below its minimum of 2)',
    ],
    [
      {
        ...{ code: 'must', question: 'trust.news', partner: 'north' },
        ...{ below: 0, of: 0, value: null, needs: 2 },
      },
      'An essential question is not met: “How soon do they hear?” (nobody answered it)',
    ],
    [
      { code: 'not-scored', dimension: 'roles', partner: 'north', coverage: 0.5, needs: 0.8 },
      'roles is not scored: people answered 50 % of it, and 80 % is needed',
    ],
  ])('names no partner where there is one: %j', (reason, sentence) => {
    expect(sayAll(describeReason(reason, aTelling(good)))).toBe(sentence)
  })

  it('says that too few partners have answered to be worse than before', () => {
    const asked = { ...questionnaire, leastPartners: 2 }
    const alone = buildReportContext(toTell(asked, [aResponse('north', good)]))
    const limit: Reason = { code: 'limit', option: 'noWorseThan', value: null, needs: 'before' }
    expect(sayAll(describeReason(limit, alone))).toBe(
      'Whether it is worse than before cannot be said while responses from too few partners count',
    )
  })
})

describe('the first page', () => {
  it('says how many answered, where their answers place the partnership, and what holds it down', () => {
    const people = [
      aResponse('north', good),
      aResponse('south', { 'trust.news': 2, 'roles.named': 4, 'roles.signed': true }),
    ]
    expect(summaryOf(questionnaire, people, { partners })).toEqual({
      level: 'Emerging',
      headline: 'Emerging · 78 of 100',
      sentence: 'This report is based on 2 responses: 1 from Northwind and 1 from Contoso.',
      meaning: null,
      range: null,
      firmness: [],
      since: null,
      withheld: null,
      plan: null,
      heldBackTitle: 'What is holding the level back',
      heldBackBy: [
        'Contoso rates trust 25; the next level needs 60 in every dimension, as every partner sees it',
      ],
      missedLimits: [],
      cautions: [ofBoth],
    })
  })

  it('describes the figures of one partner as its view', () => {
    const { headline, sentence, cautions } = summaryOf(
      questionnaire,
      [aResponse('north', { ...good, 'roles.named': 3 })],
      { partners },
    )
    expect({ headline, sentence, cautions }).toEqual({
      headline: 'Ready · 88 of 100, as Northwind sees it',
      sentence: 'This report is based on 1 response from Northwind.',
      cautions: [ofNorthAlone],
    })
  })

  it('gives no level while too few partners have answered', () => {
    const asked = { ...questionnaire, leastPartners: 'all' as const }
    expect(
      summaryOf(asked, [aResponse('north', good)], {
        partners,
        askedPartners: ['north', 'south'],
        limits: { minLevel: 'emerging' },
      }),
    ).toMatchObject({
      level: 'No level yet',
      headline: 'No level yet · 100 of 100, as Northwind sees it',
      sentence:
        'This report is based on 1 response from Northwind. This is the partnership as Northwind sees it, which gives no level yet.',
      range: null,
      heldBackTitle: 'Why there is no level yet',
      heldBackBy: ['A level needs responses from 2 partners; so far 1 of them has one that counts'],
      missedLimits: ['There is no level; the limit is “Emerging”'],
      cautions: ['No response from Contoso counts yet.', ofNorthAlone],
    })
  })

  it('says of some partners’ figures whose they are', () => {
    const asked = { ...questionnaire, leastPartners: 3 }
    expect(
      summaryOf(asked, [aResponse('north', good), aResponse('south', good)], { partners }),
    ).toMatchObject({
      headline: 'No level yet · 100 of 100, as 2 of 3 partners see it',
      heldBackBy: [
        'A level needs responses from 3 partners; so far 2 of them have one that counts',
      ],
    })
  })

  it('says no partner’s view where a partner is itself what is looked at', () => {
    const team = { ...questionnaire, words: { partnership: { team: 'team' } } }
    expect(summaryOf(team, [aResponse('north', good)], { partners })).toMatchObject({
      headline: 'Ready · 100 of 100',
      sentence: 'This report is based on 1 response from Northwind.',
    })
    expect(
      summaryOf(team, [aResponse('north', good), aResponse('south', good)], { partners }).sentence,
    ).toBe('This report is based on 2 responses: 1 from Northwind and 1 from Contoso.')
  })

  it('shows no score as enough that was not', () => {
    const weights: readonly Question[] = [
      aQuestion('trust.a', { weight: 2996 }),
      aQuestion('trust.b', { weight: 1004 }),
    ]
    const almost = summaryOf(
      aQuestionnaire(weights),
      [aResponse('north', { 'trust.a': 5, 'trust.b': 1 })],
      { partners },
    )
    expect([almost.headline, almost.heldBackBy]).toEqual([
      'Emerging · 74 of 100, as Northwind sees it',
      ['The score is 74, just under 75; the next level needs 75'],
    ])
  })

  it('says how firm it is', () => {
    const people = [
      ...[5, 5, 5].map((value) => aResponse('north', { ...good, 'roles.named': value })),
      ...[1, 1, 5, 5].map((value) => aResponse('south', { ...good, 'roles.named': value })),
    ]
    const { firmness, cautions } = summaryOf(questionnaire, people, { partners })
    expect({ firmness, cautions }).toEqual({
      firmness: [
        'If any one of 7 people had not answered, the score would be between 92 and 96.',
        'The level would be the same each time.',
      ],
      cautions: [],
    })
  })

  it('gives the level where the unanswered questions cannot change it', () => {
    const low = { 'trust.news': 1, 'roles.named': dontKnow, 'roles.signed': false }
    const { headline, sentence, range } = sayAll(buildVerdictSummary(aTelling(low, low)))
    expect({ headline, sentence, range }).toEqual({
      headline: 'Not ready',
      sentence:
        'This report is based on 2 responses: 1 from Northwind and 1 from Contoso. The level is the same however the unanswered questions are answered.',
      range: null,
    })
  })

  it('gives no level where too much is unanswered, and says what those questions decide', () => {
    const open = { 'trust.news': 5, 'roles.named': dontKnow, 'roles.signed': dontKnow }
    expect(sayAll(buildVerdictSummary(aTelling(open)))).toMatchObject({
      level: 'Not scored',
      headline: 'Not scored',
      sentence:
        'This report is based on 1 response from Northwind. Too many questions are unanswered for a level.',
      range:
        'Depending on 2 unanswered questions, the level is anything from “Not ready” to “Ready”.',
      heldBackTitle: 'Why it is not scored',
      heldBackBy: ['roles is not scored: people answered 0 % of it, and 80 % is needed'],
    })
  })

  it('says that nothing applies', () => {
    const none = Object.fromEntries(Object.keys(good).map((id) => [id, notApplicable]))
    const lifted = (ask: string) =>
      `“${ask}” is an essential question, but everybody asked at Northwind marked it as not applicable, so it was not judged there.`
    expect(sayAll(buildVerdictSummary(aTelling(none)))).toEqual({
      level: 'Nothing applies',
      headline: 'Nothing applies',
      sentence: 'No question applies, so there is nothing to score.',
      meaning: null,
      range: null,
      firmness: [],
      since: null,
      withheld: null,
      plan: null,
      heldBackTitle: 'Why it is not scored',
      heldBackBy: [],
      missedLimits: [],
      cautions: [ofNorthAlone, lifted('How soon do they hear?'), lifted('Is it signed?')],
    })
  })

  it('says nothing by partner if partners are hidden', () => {
    const people = [aResponse('north', good), aResponse('south', { ...good, 'trust.news': 1 })]
    const { sentence, withheld, heldBackBy, cautions } = summaryOf(questionnaire, people, {
      partners,
      minGroup: 2,
    })
    expect({ sentence, withheld, heldBackBy, cautions }).toEqual({
      sentence: 'This report is based on 2 responses.',
      withheld:
        'Results are not shown by partner. That takes at least 2 people at each partner, with enough of them answering, so that nobody can be recognised.',
      heldBackBy: ['At least one reason is not shown, so that nobody can be recognised'],
      cautions: [],
    })
  })

  it('says of a group that is too small only that it is', () => {
    const people = [aResponse('north', good), aResponse('south', good)]
    expect(
      summaryOf(questionnaire, people, { partners, minGroup: 3, limits: { minScore: 1 } }),
    ).toEqual({
      level: 'Withheld',
      headline: 'Withheld',
      sentence:
        'Too few people have answered, on the whole or in one dimension: it takes at least 3. Nothing is shown, so that nobody can be recognised.',
      meaning: null,
      range: null,
      firmness: [],
      since: null,
      withheld: null,
      plan: null,
      heldBackTitle: 'Why it is not scored',
      heldBackBy: [],
      missedLimits: ['There is no score; the limit is 1'],
      cautions: [],
    })
  })

  it('is about the answers, or how many days have a result, where nothing is scored', () => {
    const asked = aQuestionnaire(
      ['need.a', 'team.a'].map((id) => aQuestion(id, { form: { type: 'text' }, scored: false })),
    )
    const days = {
      ...asked,
      dimensions: asked.dimensions.map((own) => ({
        ...own,
        day: { result: `${own.id}.a`, minutes: null },
      })),
    }
    const people = [aResponse('north', { 'need.a': 'Nine days', 'team.a': skipped })]
    expect(summaryOf(asked, people).headline).toBe('What people answered')
    expect(summaryOf(days, people).headline).toBe('1 of 2 days has a result')
    expect(summaryOf(days, [...people, ...people], { minGroup: 2 }).headline).toBe(
      'What people answered',
    )
  })

  it('shows the range of the instrument', () => {
    const shown = { ...questionnaire, shown: { from: 35, to: 175 } }
    const { headline, heldBackBy } = summaryOf(
      shown,
      [aResponse('north', { ...good, 'roles.named': 1 })],
      { partners },
    )
    expect({ headline, heldBackBy }).toEqual({
      headline: 'Emerging · 140 of 175, as Northwind sees it',
      heldBackBy: ['roles is at 105; the next level needs 119 in every dimension'],
    })
  })
})
