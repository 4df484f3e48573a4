import { describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '../../../src/model/questionnaire.ts'
import type { Response } from '../../../src/model/response.ts'
import { describeUnknownId, explainId } from '../../../src/report/explain/explain.ts'
import type { Explanation } from '../../../src/report/explain/explanation.ts'
import { buildReportContext } from '../../../src/report/report-context.ts'
import { say } from '../../../src/words/say-message.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  notApplicable,
  number,
  type Short,
  yesNo,
} from '../../scoring/support/builders.ts'
import { type Said, sayAll } from '../../support/say-all.ts'
import { toTell } from '../support.ts'

const anchored = {
  type: 'rating' as const,
  values: ['Never', 'Asked', 'In time', 'Soon', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
}
const two = aQuestionnaire([
  aQuestion('trust.news', { form: anchored, must: aMust(3) }),
  aQuestion('roles.named', { form: anchored }),
])
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])
const people = [
  aResponse('north', { 'trust.news': 4, 'roles.named': 5 }),
  aResponse('south', { 'trust.news': 2, 'roles.named': dontKnow }),
]

/** As the command prints it: titles, then lines and parts one step in. */
function textOf(explanation: Said<Explanation> | null, indent = ''): readonly string[] {
  if (explanation === null) return ['null']
  return [
    `${indent}${explanation.title}`,
    ...explanation.lines.map((line) => `${indent}  ${line}`),
    ...explanation.parts.flatMap((part) => textOf(part, `${indent}  `)),
  ]
}

function sayUnknownId(id: string, questionnaire: Questionnaire): string {
  return say(describeUnknownId(id, questionnaire))
}

function told(
  id: string,
  questionnaire: Questionnaire,
  responses: readonly Response[] | null,
  minGroup = 1,
  askedPartners: readonly string[] | null = null,
): readonly string[] {
  const telling =
    responses === null
      ? null
      : buildReportContext(toTell(questionnaire, responses, { partners, minGroup, askedPartners }))
  return textOf(sayAll(explainId(id, questionnaire, telling)))
}

/** The line of the first partner's arithmetic. */
function arithmeticOf(more: Partial<Question>, ...answers: readonly Short[]): string | undefined {
  const questionnaire = aQuestionnaire([aQuestion('trust.a', more)])
  const responses = answers.map((answer) => aResponse('north', { 'trust.a': answer }))
  return told('trust.a', questionnaire, responses)
    .find((line) => line.trim().startsWith('Northwind: '))
    ?.trim()
}

describe('explainId', () => {
  it('says what a question is for, and puts the numbers in', () => {
    const question = aQuestion('trust.news', {
      ask: 'How soon do\nthey hear?',
      form: anchored,
      weight: 2,
      core: true,
      must: aMust(3),
      when: { plain: { question: 'stage', is: ['agreed', 'operating'] } },
      why: 'Bad news\n  ages badly.',
      evidence: 'The last mail.',
      practice: {
        do: 'Ring at once',
        done: 'They knew first',
        effort: 'small',
        day: 'team',
        takes: 'P1W',
        by: 'us',
      },
      source: 'Editorial judgement',
    })
    const questionnaire = aQuestionnaire([question, aQuestion('trust.kept')])
    expect(told('trust.news', questionnaire, [...people, aResponse('south', {})])).toEqual([
      'trust.news: How soon do they hear?',
      '  Counts 2 of 3 in trust; part of the quick run',
      '  An essential question: where half of a partner\'s people who answer it, or more, answer below 3, the level is at most "emerging"',
      '  Asked only when "stage" is agreed or operating',
      '  Why: Bad news ages badly.',
      '  Evidence: The last mail.',
      '  Practice (small effort, team): Ring at once',
      '  Done when: They knew first',
      '  Source: Editorial judgement',
      '  Values',
      '    1  Never',
      '    2  Asked',
      '    3  In time',
      '    4  Soon',
      '    5  At once',
      '  Arithmetic',
      '    Northwind: answers 1 × 4; mean 4; (4 − 1) / (5 − 1) × 100 = 75; coverage 1 / 1 = 100 %',
      '    Contoso: answers 1 × 2; mean 2; (2 − 1) / (5 − 1) × 100 = 25; coverage 1 / 2 = 50 %',
      '    Partnership: (75 + 25) / 2 = 50',
    ])
  })

  it.each([
    ['exploring', 'Asked only when "stage" is not exploring'],
    [['exploring', 'forming'], 'Asked only when "stage" is neither exploring nor forming'],
  ])('says of whom a question is not asked: %j', (not, line) => {
    const when = { plain: { question: 'stage', not } }
    const questionnaire = aQuestionnaire([aQuestion('trust.news', { when })])
    expect(told('trust.news', questionnaire, people)).toContain(`  ${line}`)
  })

  it.each<[string, string | undefined, string]>([
    [
      'reversed',
      arithmeticOf({ reverse: true }, 4),
      'answers 1 × 4; mean 4; (1 − (4 − 1) / (5 − 1)) × 100 = 25; coverage 1 / 1 = 100 %',
    ],
    [
      'yes-no',
      arithmeticOf({ form: yesNo }, true, false, dontKnow),
      'answers 1 × no, 1 × yes; mean 0.5; 0.5 × 100 = 50; coverage 2 / 3 = 67 %',
    ],
    [
      'number',
      arithmeticOf({ form: number(0, 12) }, 6),
      'answers 1 × 6; mean 6; mean of (value − 0) / (12 − 0), within 0 and 1, × 100 = 50; coverage 1 / 1 = 100 %',
    ],
    [
      'choice',
      arithmeticOf({ form: choices('choice', { none: 0, full: 1 }) }, 'full'),
      'answers 1 × full; mean of the choices’ own scores × 100 = 100; coverage 1 / 1 = 100 %',
    ],
    [
      'choices',
      arithmeticOf({ form: choices('choices', { a: 0.25, b: 0.5 }) }, ['a', 'b']),
      'answers 1 × a; b; mean of the choices’ own scores × 100 = 75; coverage 1 / 1 = 100 %',
    ],
    ['not applicable', arithmeticOf({}, notApplicable), 'not applicable'],
    ['open', arithmeticOf({}, dontKnow), 'not scored; coverage 0 / 1 = 0 %'],
  ])('shows the arithmetic of a %s answer', (_, line, expected) => {
    expect(line).toBe(`Northwind: ${expected}`)
  })

  it('reckons on the range that scores are shown on', () => {
    const shown = { ...two, shown: { from: 35, to: 175 } }
    expect(told('trust.news', shown, people).slice(-4)).toEqual([
      '  Arithmetic',
      '    Northwind: answers 1 × 4; mean 4; (4 − 1) / (5 − 1) × 140 + 35 = 140; coverage 1 / 1 = 100 %',
      '    Contoso: answers 1 × 2; mean 2; (2 − 1) / (5 − 1) × 140 + 35 = 70; coverage 1 / 1 = 100 %',
      '    Partnership: (140 + 70) / 2 = 105',
    ])
    expect(told('trust', shown, people)).toEqual([
      'trust: trust',
      '  Counts 1 of 2 in the whole; 1 scored question',
      '  Questions',
      '    trust.news  Ask trust.news',
      '  Arithmetic',
      '    A partner is scored from 80 % coverage',
      '    Partnership: (140 + 70) / 2 = 105; bounds 105 to 105',
      '    Northwind',
      '      1 × 140  trust.news',
      '      140 / 1 = 140',
      '      coverage 100 %; bounds 140 to 140',
      '    Contoso',
      '      1 × 70  trust.news',
      '      70 / 1 = 70',
      '      coverage 100 %; bounds 70 to 70',
    ])
  })

  it('says which partner of a dimension is not scored, and why', () => {
    expect(told('roles', two, people)).toEqual([
      'roles: roles',
      '  Counts 1 of 2 in the whole; 1 scored question',
      '  Questions',
      '    roles.named  Ask roles.named',
      '  Arithmetic',
      '    A partner is scored from 80 % coverage',
      '    Partnership: not scored; bounds 50 to 100',
      '    Northwind',
      '      1 × 100  roles.named',
      '      100 / 1 = 100',
      '      coverage 100 %; bounds 100 to 100',
      '    Contoso',
      '      not scored: coverage 0 %; bounds 0 to 100',
    ])
  })

  it('lists where the questions of a dimension come from, of those that say so', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('trust.news', { source: 'Practice notes,\n  trust' }),
      aQuestion('trust.kept'),
      aQuestion('trust.open', { source: 'Kanter 1994' }),
    ])
    expect(told('trust', questionnaire, null).slice(-3)).toEqual([
      '  Where the questions come from',
      '    trust.news  Practice notes, trust',
      '    trust.open  Kanter 1994',
    ])
    expect(told('trust', two, null)).not.toContain('  Where the questions come from')
  })

  it('says where nothing in a dimension applies', () => {
    const set = [aResponse('north', { 'trust.news': 4, 'roles.named': notApplicable })]
    expect(told('roles', two, set).slice(5)).toEqual([
      '    A partner is scored from 80 % coverage',
      '    Partnership: nothing in it applies',
      '    Northwind',
      '      Nothing in it applies',
    ])
  })

  it('shows which conditions of a level hold', () => {
    expect(told('ready', two, people)).toEqual([
      'ready: Ready',
      '  Needs a score of 75 and 60 in every dimension, as every partner sees it, and the minimum of each essential question below',
      '  These limits are a convention of this questionnaire. accordant knows of no study behind them (docs/validity.md).',
      '  Essential questions',
      '    trust.news  at least 3',
      '  Arithmetic',
      '    score: not scored',
      '    trust, as Northwind sees it: 75, enough (60 needed)',
      '    roles, as Northwind sees it: 100, enough (60 needed)',
      '    trust, as Contoso sees it: 25, not enough (60 needed)',
      '    roles, as Contoso sees it: not scored',
      '    essential question trust.news: not met (Northwind: 0 of 1 person below it; Contoso: 1 of 1 person below it; at least 3 needed)',
      '    The level in force: none; Not ready with everything open at its worst, Emerging at its best',
    ])
  })

  it('judges an essential question by the share of people below it, at each partner that it applies to', () => {
    const mustOf = (...answers: readonly (readonly [string, Short])[]) =>
      told(
        'ready',
        two,
        answers.map(([partner, news]) =>
          aResponse(partner, { 'trust.news': news, 'roles.named': 5 }),
        ),
      )
        .find((line) => line.trim().startsWith('essential question trust.news'))
        ?.trim()
    expect(mustOf(['north', 2], ['north', 5], ['north', 5], ['south', dontKnow])).toBe(
      'essential question trust.news: not met (Northwind: 1 of 3 people below it; Contoso: nobody answered; at least 3 needed)',
    )
    expect(mustOf(['north', 2], ['north', 5], ['north', 5], ['south', notApplicable])).toBe(
      'essential question trust.news: met (Northwind: 1 of 3 people below it; at least 3 needed)',
    )
    expect(mustOf(['north', 2], ['north', 5])).toBe(
      'essential question trust.news: not met (Northwind: 1 of 2 people below it; at least 3 needed)',
    )
    expect(mustOf(['north', notApplicable])).toBe('essential question trust.news: does not apply')
  })

  it('says that too few partners have answered for a level, and whose score it is', () => {
    const questionnaire = { ...two, leastPartners: 'all' as const }
    const answers = { 'trust.news': 5, 'roles.named': 5 }
    const everybody = ['north', 'south', 'east']
    const lines = (...partners: readonly string[]) => {
      const responses = partners.map((partner) => aResponse(partner, answers))
      return told('ready', questionnaire, responses, 1, everybody).filter((line) =>
        /A level needs| {2}score|in force/.test(line),
      )
    }
    expect(lines('north')).toEqual([
      '    A level needs responses from 3 partners; so far 1 of them has one that counts',
      '    score, as Northwind sees it: 100, enough (75 needed)',
      '    The level in force: none',
    ])
    expect(lines('north', 'south')).toEqual([
      '    A level needs responses from 3 partners; so far 2 of them have one that counts',
      '    score, as 2 of 3 partners see it: 100, enough (75 needed)',
      '    The level in force: none',
    ])
    expect(lines('north', 'south', 'east')).toEqual([
      '    score: 100, enough (75 needed)',
      '    The level in force: Ready',
    ])
  })

  it('needs nothing for the lowest level, and names the one in force', () => {
    expect(
      told('not-ready', two, [aResponse('north', { 'trust.news': 5, 'roles.named': 5 })]),
    ).toEqual([
      'not-ready: Not ready',
      '  Needs a score of 0 and 0 in every dimension, as every partner sees it',
      '  Arithmetic',
      '    score, as Northwind sees it: 100, enough (0 needed)',
      '    trust, as Northwind sees it: 100, enough (0 needed)',
      '    roles, as Northwind sees it: 100, enough (0 needed)',
      '    The level in force: Ready',
    ])
  })

  it('claims nothing of a must where the split by partner is hidden', () => {
    expect(told('ready', two, people, 2).slice(5)).toEqual([
      '  Arithmetic',
      '    score: not scored',
      '    What is split by partner may not be shown: too few people answered for one of them.',
      '    The level in force: none; Not ready with everything open at its worst, Emerging at its best',
    ])
    expect(told('trust.news', two, people, 2).slice(-2)).toEqual([
      '  Arithmetic',
      '    Partnership: 50',
    ])
  })

  it.each(['ready', 'trust', 'trust.news'])('says nothing of %s if all is hidden', (id) => {
    const text = told(id, two, people, 3).join('\n')
    expect(text).toMatch(/may not be shown/)
    expect(text).not.toMatch(/Northwind|Contoso|enough|met |mean [0-9]/)
  })

  it('shows no single answer under a group limit', () => {
    const four = [
      ...people,
      ...people.map((one) => ({ ...one, respondent: { id: 'x', role: null } })),
    ]
    expect(told('trust.news', two, four, 2).slice(-3)).toEqual([
      '    Northwind: mean 4; (4 − 1) / (5 − 1) × 100 = 75; coverage 2 / 2 = 100 %',
      '    Contoso: mean 2; (2 − 1) / (5 − 1) × 100 = 25; coverage 2 / 2 = 100 %',
      '    Partnership: (75 + 25) / 2 = 50',
    ])
  })

  it.each<[string, Question['form'], readonly string[]]>([
    ['yes-no', yesNo, ['  Values', '    yes or no']],
    ['number', number(12, 0), ['  Values', '    a number; 12 is the worst end, 0 the best']],
    ['number without a range', number(null, null), ['  Values', '    a number']],
    ['text', { type: 'text' }, ['  Values', '    text']],
    ['list', { type: 'list' }, ['  Values', '    texts, one a line']],
    [
      'choice',
      choices('choice', { none: null, full: 0.5 }),
      ['  Choices', '    none  none', '    full  full (scores 0.5)'],
    ],
    [
      'table',
      {
        type: 'table',
        leastRows: 0,
        columns: [{ id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] }],
      },
      ['  Columns', '    name  Name'],
    ],
  ])('says what an answer to a %s question may be', (_, form, lines) => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a', { form })])
    expect(told('trust.a', questionnaire, null).slice(-lines.length)).toEqual(lines)
  })

  it('says that a profile question is not scored', () => {
    const profile = [
      {
        id: 'stage',
        dimension: null,
        ask: 'Where?',
        why: null,
        when: null,
        formerly: [],
        form: yesNo,
      },
    ]
    expect(told('stage', { ...two, profile }, people)).toEqual([
      'stage: Where?',
      '  Asked first, for context; it has no score.',
      '  Values',
      '    yes or no',
    ])
    expect(told('profile.stage', { ...two, profile }, people)).toEqual(
      told('stage', { ...two, profile }, people),
    )
  })

  it('explains the parts of a questionnaire by their ids', () => {
    expect(told('sample', two, people)).toEqual([
      'sample: Sample',
      '  Dimensions',
      '    trust  1 question',
      '    roles  1 question',
      '  Levels',
      '    ready  Ready',
      '    emerging  Emerging',
      '    not-ready  Not ready',
    ])
  })

  it('knows no other ids, and says which is near', () => {
    expect(explainId('trust.nwes', two, null)).toBeNull()
    expect(explainId('constructor', two, null)).toBeNull()
    expect(sayUnknownId('trust.nwes', two)).toBe(
      '"trust.nwes" is not a question, check, dimension or level of "sample"; did you mean "trust.news"?',
    )
    expect(sayUnknownId('roles.news', two)).toBe(
      '"roles.news" is not a question, check, dimension or level of "sample"; did you mean "trust.news"?',
    )
  })
})
