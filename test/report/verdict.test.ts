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

describe('reasonSentence', () => {
  const both = aTelling(good, good)

  it.each<[string, Reason, string]>([
    [
      'a score just under its bound',
      { code: 'score', value: 74.97, needs: 75 },
      'The score is 74.97; the next level needs 75',
    ],
    [
      'a weak dimension',
      { code: 'weakest', dimension: 'trust', partner: 'south', value: 59.96, needs: 60 },
      'trust at Contoso stands at 59.96; the next level needs 60 in every dimension',
    ],
    [
      'a broken must',
      { code: 'must', question: 'trust.news', partner: 'south', value: 1.997, needs: 2 },
      'A must is not met at Contoso: “How soon do they hear?” (the mean is 1.997, the least is 2)',
    ],
    [
      'a must on yes and no',
      { code: 'must', question: 'roles.signed', partner: 'south', value: 0.5, needs: 1 },
      'A must is not met at Contoso: “Is it signed?” (not everybody answers yes)',
    ],
    [
      'a must without an answer',
      { code: 'must', question: 'trust.news', partner: 'north', value: null, needs: 2 },
      'A must is not met at Northwind: “How soon do they hear?” (nobody has answered it)',
    ],
    [
      'a coverage just under what is needed',
      { code: 'not-scored', dimension: 'roles', partner: 'north', coverage: 0.7995, needs: 0.8 },
      'roles at Northwind is not scored: 79.95 % of it is answered; 80 % is needed',
    ],
    [
      'a limit on the score',
      { code: 'limit', option: 'minScore', value: 69.98, needs: 70 },
      'The score is 69.98; the limit is 70',
    ],
    [
      'a limit with decimals',
      { code: 'limit', option: 'minScore', value: 66.62, needs: 66.64 },
      'The score is 66.6; the limit is 66.64',
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
      'a limit on a level that is not there',
      { code: 'limit', option: 'minLevel', value: null, needs: 'ready' },
      'There is no level; the limit is “Ready”',
    ],
  ])('tells of %s', (_, reason, sentence) => {
    expect(sayAll(describeReason(reason, both))).toBe(sentence)
  })

  it('names no partner where there is one', () => {
    const reason: Reason = {
      code: 'weakest',
      dimension: 'trust',
      partner: 'north',
      value: 10,
      needs: 60,
    }
    expect(sayAll(describeReason(reason, aTelling(good)))).toBe(
      'trust stands at 10; the next level needs 60 in every dimension',
    )
  })
})

describe('buildVerdictSummary', () => {
  it('shows no score as enough that was not', () => {
    const weights: readonly Question[] = [
      aQuestion('trust.a', { weight: 2996 }),
      aQuestion('trust.b', { weight: 1004 }),
    ]
    const almost = toTell(aQuestionnaire(weights), [
      aResponse('north', { 'trust.a': 5, 'trust.b': 1 }),
    ])
    const { headline, heldBackBy } = sayAll(buildVerdictSummary(buildReportContext(almost)))
    expect({ headline, heldBackBy }).toEqual({
      headline: 'Emerging · 74.9 of 100',
      heldBackBy: ['The score is 74.9; the next level needs 75'],
    })
    const nearer = aQuestionnaire([
      aQuestion('trust.a', { weight: 29996 }),
      aQuestion('trust.b', { weight: 10004 }),
    ])
    const near = toTell(nearer, [aResponse('north', { 'trust.a': 5, 'trust.b': 1 })])
    expect(sayAll(buildVerdictSummary(buildReportContext(near))).headline).toBe(
      'Emerging · 74.99 of 100',
    )
  })

  it('gives the level where the open answers cannot change it', () => {
    const low = { 'trust.news': 1, 'roles.named': dontKnow, 'roles.signed': false }
    const { headline, sentence, range } = sayAll(buildVerdictSummary(aTelling(low, low)))
    expect({ headline, sentence, range }).toEqual({
      headline: 'Not ready',
      sentence:
        'The answers of 2 people from Northwind and Contoso put the partnership at “Not ready”, whatever the open answers turn out to be.',
      range: null,
    })
  })

  it('says that nothing applies', () => {
    const none = Object.fromEntries(Object.keys(good).map((id) => [id, notApplicable]))
    expect(sayAll(buildVerdictSummary(aTelling(none)))).toEqual({
      level: 'Nothing applies',
      headline: 'Nothing applies',
      sentence: 'No question applies, so there is nothing to score.',
      meaning: null,
      range: null,
      since: null,
      withheld: null,
      heldBackTitle: 'What holds it down',
      heldBackBy: [],
      missedLimits: [],
      decidedBy: [],
    })
  })

  it('tells as much of people as the split by partner allows', () => {
    const people = [aResponse('north', good), aResponse('south', good)]
    const telling = buildReportContext(toTell(questionnaire, people, { partners, minGroup: 2 }))
    const { sentence, withheld } = sayAll(buildVerdictSummary(telling))
    expect({ sentence, withheld }).toEqual({
      sentence: 'The answers of 2 people put the partnership at “Ready”.',
      withheld:
        'A partner has fewer than 2 people here. So that nobody can be recognised by an answer, nothing is told partner by partner.',
    })
  })

  it('says that what holds the level down is left out where that would tell of a partner', () => {
    const people = [aResponse('north', good), aResponse('south', { ...good, 'trust.news': 1 })]
    const { withheld, heldBackBy } = sayAll(
      buildVerdictSummary(buildReportContext(toTell(questionnaire, people, { minGroup: 2 }))),
    )
    expect(heldBackBy).toEqual([])
    expect(withheld).toBe(
      'A partner has fewer than 2 people here. So that nobody can be recognised by an answer, nothing is told partner by partner, and what holds the level down is left out.',
    )
  })

  it('says of one partner alone that no other has answered, unless a partner is what is looked at', () => {
    const alone = toTell(questionnaire, [aResponse('north', good)], { partners })
    const team = { ...questionnaire, words: { partnership: { team: 'team' } } }
    expect(sayAll(buildVerdictSummary(buildReportContext(alone))).sentence).toBe(
      'The answers of 1 person from Northwind put the partnership at “Ready”. No other partner has answered yet.',
    )
    expect(
      sayAll(buildVerdictSummary(buildReportContext({ ...alone, questionnaire: team }))).sentence,
    ).not.toContain('No other')
  })

  it('tells of a group that is too small nothing but that', () => {
    const people = [aResponse('north', good), aResponse('south', good)]
    const hidden = toTell(questionnaire, people, { partners, minGroup: 3, limits: { minScore: 1 } })
    expect(sayAll(buildVerdictSummary(buildReportContext(hidden)))).toEqual({
      level: 'Withheld',
      headline: 'Withheld',
      sentence:
        'Fewer than 3 people have answered. Nothing is shown, so that nobody can be recognised.',
      meaning: null,
      range: null,
      since: null,
      withheld: null,
      heldBackTitle: 'What holds it down',
      heldBackBy: [],
      missedLimits: ['There is no score; the limit is 1'],
      decidedBy: [],
    })
  })

  it('shows the range of the instrument', () => {
    const shown = { ...questionnaire, shown: { from: 35, to: 175 } }
    const telling = buildReportContext(
      toTell(shown, [aResponse('north', { ...good, 'roles.named': 1 })]),
    )
    const { headline, heldBackBy } = sayAll(buildVerdictSummary(telling))
    expect({ headline, heldBackBy }).toEqual({
      headline: 'Emerging · 140 of 175',
      heldBackBy: ['roles stands at 105; the next level needs 119 in every dimension'],
    })
  })
})
