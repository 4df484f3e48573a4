import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import type { Response, Value } from '../../src/model/response.ts'
import type { Action, Result } from '../../src/model/result.ts'
import { buildNextSteps } from '../../src/report/next-steps.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { aCheck, buildScoredContext, toTell, withChecks } from './support.ts'

const anchors = {
  type: 'rating',
  values: ['Never', 'Rarely', 'Asked', 'Soon', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
} as const

function news(more: Partial<Question> = {}): Question {
  return aQuestion('trust.news', {
    practice: aPractice({ do: 'Ring them' }),
    form: anchors,
    ...more,
  })
}

const names = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])
const people = new Map([['p6', 'F. Haddad']])

/** The steps that the answers of one person of each partner lead to. */
function told(
  answers: Readonly<Record<string, Short>>,
  {
    question = news(),
    plan = null,
    ...more
  }: Parameters<typeof toTell>[2] & {
    readonly question?: Question
    readonly plan?: Plan | null
  } = {},
) {
  const responses = Object.entries(answers).map(([partner, answer]) =>
    aResponse(partner, { 'trust.news': answer }),
  )
  const input = toTell(aQuestionnaire([question]), responses, { partners: names, people, ...more })
  return sayAll(buildNextSteps(buildScoredContext({ ...input, plan })))
}

describe('a next step', () => {
  it('says what all partners with the lowest score answered, and those with the highest if that is far apart', () => {
    const answered = (answers: Readonly<Record<string, Short>>) => told(answers).top[0]?.answered
    expect(answered({ north: 4, south: 2, west: 3 })).toEqual(['Contoso 25', 'Northwind 75'])
    expect(answered({ north: 2, south: 2 })).toEqual(['Northwind 25', 'Contoso 25'])
    expect(answered({ north: 2, south: 2, east: 2, west: 2, hill: 4 })).toEqual([
      '4 partners: 25 each',
      'hill 75',
    ])
    expect(answered({ north: 2, south: dontKnow })).toEqual(['Northwind 25'])
  })

  it('says no more than what all answered together where partners are hidden', () => {
    const { top, lead } = told({ north: 4, south: 2 }, { minGroup: 2 })
    expect(top[0]).toMatchObject({
      who: [],
      answered: ['Average of the partners who answered: 50'],
    })
    expect(lead).toBe('1 step to start with. Agree in the room who takes it, and by when.')
  })

  it('says that its question is an essential one that holds the level down', () => {
    const unmetAt = (answer: number) =>
      told({ north: answer }, { question: news({ must: aMust(3, 'not-ready') }) }).top[0]?.unmetAt
    expect([unmetAt(2), unmetAt(3)]).toEqual([['Northwind'], []])
  })

  it('says at which partner its essential question is not met, and at no other', () => {
    const question = news({ must: aMust(2, 'not-ready') })
    expect(told({ north: 4, south: 1 }, { question }).top[0]?.unmetAt).toEqual(['Contoso'])
  })

  it.each([
    ['small', 'P3D', 'Small effort · start within a week · look at the result 3 days later'],
    ['medium', 'P1W', 'Medium effort · start within a week · look at the result 1 week later'],
    ['large', 'P2M', 'Large effort · start within a week · look at the result 2 months later'],
    ['large', 'P1Y', 'Large effort · start within a week · look at the result 1 year later'],
    [
      'large',
      'P1M10D',
      'Large effort · start within a week · look at the result 1 month and 10 days later',
    ],
    ['small', 'PT4H', 'Small effort · start within a week · look at the result some hours later'],
  ] as const)('says what it takes and when it can be seen: %s, %s', (effort, takes, words) => {
    const question = news({ practice: aPractice({ effort, takes }) })
    expect(told({ north: 2 }, { question }).top[0]?.time).toBe(words)
  })
})

describe('who takes a step', () => {
  const managers = new Map([['south', 'p6']])
  const plan: Plan = { accordant: 'plan/1', partners: [{ id: 'south', manager: 'p6' }] }
  const whoOf = (
    by: 'us' | 'them' | 'all',
    answers: Readonly<Record<string, Short>>,
    more: Parameters<typeof told>[1] = {},
  ) => told(answers, { question: news({ practice: aPractice({ by }) }), ...more }).top[0]?.who

  it('is all partners together for a step of all', () => {
    expect(whoOf('all', { north: 2, south: 4 })).toEqual(['all partners together'])
    expect(whoOf('all', { north: 4, south: 2 }, { managers, plan })).toEqual([
      'all partners together (F. Haddad could take the lead)',
    ])
  })

  it('is the partner itself where it is alone', () => {
    expect(whoOf('all', { north: 2 })).toEqual(['Northwind'])
  })

  it('is a partner by name, with its manager where the plan knows one', () => {
    expect(whoOf('us', { north: 5, south: 2 })).toEqual(['Contoso'])
    expect(whoOf('us', { north: 5, south: 2 }, { managers, plan })).toEqual(['Contoso (F. Haddad)'])
    expect(whoOf('them', { north: 2, south: 5 }, { managers, plan })).toEqual([
      'Contoso (F. Haddad)',
    ])
  })

  it('is each partner for itself where all take such a step', () => {
    expect(whoOf('us', { north: 3, south: 2 }, { managers, plan })).toEqual([
      'each partner for itself',
    ])
  })

  it('is the partners that have an answer to it, of more', () => {
    expect(whoOf('all', { north: 2, south: 2, west: dontKnow })).toEqual(['Northwind', 'Contoso'])
  })
})

describe('the plan of action', () => {
  const step = (question: string, more: Partial<Action> = {}): Action => ({
    day: 'substance',
    question,
    partners: ['north'],
    owner: null,
    do: 'Do\n  it',
    done: null,
    effort: 'small',
    takes: 'P1W',
    gain: 1.25,
    ...more,
  })
  const laidOut = (actions: readonly Action[]) => {
    const input = toTell(aQuestionnaire([news()]), [aResponse('north', { 'trust.news': 3 })], {
      partners: names,
    })
    const context = buildScoredContext(input)
    const result: Result = { ...context.result, actions: [...actions] }
    return sayAll(buildNextSteps(buildScoredContext({ ...input, result })))
  }

  it('begins with how many steps there are, and says that they can be passed on', () => {
    expect(told({ north: 4, south: 2 }).lead).toBe(
      '1 step to start with. Agree in the room who takes it, and by when. Whoever is named can pass a step on to somebody closer to the work.',
    )
    expect(laidOut([step('trust.a'), step('trust.b')]).lead).toMatch(
      /^2 steps to start with, in the order of the five days of action\. Agree in the room who takes each one, and by when\./,
    )
    expect(told({ north: 5, south: 5 }).lead).toBeNull()
  })

  it('is in the order of the days, and leaves out days without a step', () => {
    const steps = laidOut([
      step('trust.news', { day: 'team', done: 'They\nheard' }),
      step('trust.b', { day: 'awareness' }),
    ])
    const time = 'Small effort · start within a week · look at the result 1 week later'
    expect(steps.further).toEqual([])
    expect(steps.days).toEqual([
      {
        day: 'awareness',
        title: 'Awareness: agree on what this is for and what stands in its way',
        steps: [
          {
            question: 'trust.b',
            ask: 'trust.b',
            do: 'Do it',
            done: null,
            time,
            who: ['Northwind'],
            answered: [],
            unmetAt: [],
            isJoint: false,
            planOwner: null,
          },
        ],
      },
      {
        day: 'team',
        title: 'Team: name the people, make the changes, invite whoever is missing',
        steps: [
          {
            question: 'trust.news',
            ask: 'Ask trust.news',
            do: 'Do it',
            done: 'They heard',
            time,
            who: ['Northwind'],
            answered: ['Northwind 50'],
            unmetAt: [],
            isJoint: false,
            planOwner: null,
          },
        ],
      },
    ])
  })

  it('has days to begin and to look at the result where the figures are of a day', () => {
    const input = toTell(aQuestionnaire([news()]), [aResponse('north', { 'trust.news': 3 })], {
      partners: names,
      today: '2026-11-23',
    })
    expect(sayAll(buildNextSteps(buildScoredContext(input))).top[0]?.time).toBe(
      'Medium effort · start by 2026-11-30 · look at the result on 2026-12-14',
    )
  })

  it('has those of all partners together first on the first page, of the first seven', () => {
    const by = (id: string, own: 'us' | 'all') =>
      aQuestion(`trust.${id}`, { practice: aPractice({ by: own }) })
    const questions = [by('a', 'us'), by('b', 'us'), by('c', 'all'), by('d', 'us')]
    const answers = Object.fromEntries(questions.map(({ id }) => [id, 2]))
    const responses = [aResponse('north', answers), aResponse('south', answers)]
    const { top } = buildNextSteps(buildScoredContext(toTell(aQuestionnaire(questions), responses)))
    expect(top.map(({ question }) => question)).toEqual(['trust.c', 'trust.a', 'trust.b'])
  })

  it('has seven steps at first, three of them on the first page; the others can wait', () => {
    const steps = laidOut(Array.from({ length: 12 }, (_, index) => step(`trust.q${index}`)))
    expect(steps.top.map(({ question }) => question)).toEqual(['trust.q0', 'trust.q1', 'trust.q2'])
    expect(steps.days.flatMap((day) => day.steps).length).toBe(7)
    expect(steps.further.map(({ question }) => question)).toEqual([
      'trust.q7',
      'trust.q8',
      'trust.q9',
      'trust.q10',
      'trust.q11',
    ])
  })
})

describe('who owns a matter in the plan', () => {
  const withCheck = withChecks(aQuestionnaire([news()]), [
    aCheck('trust.notice', 'plan.exit.noticeDays > 0'),
  ])
  const inPlan = (path: readonly (string | number)[], owner = 'p5', manager = 'p2') =>
    buildNextSteps(
      buildScoredContext({
        ...toTell(withCheck, [aResponse('north', { 'trust.news': 2 })], {
          managers: new Map([['north', manager]]),
        }),
        people: new Map([['p5', 'E. Moreau']]),
        plan: {
          accordant: 'plan/1',
          exit: { owner, noticeDays: 30 },
          risks: [{ owner: 'p1', risk: 'Rain' }],
        },
        planPaths: new Map([['trust.notice', path]]),
      }),
    ).top[0]?.planOwner

  it('is the owner of the section with the evidence for the question', () => {
    expect(inPlan(['exit', 'noticeDays'])).toBe('E. Moreau')
  })

  it('is left out where the same person takes the step', () => {
    expect(inPlan(['exit', 'noticeDays'], 'p5', 'p5')).toBeNull()
  })

  it('is nobody if the section has no owner', () => {
    expect(inPlan(['risks'])).toBeNull()
    expect(inPlan([])).toBeNull()
  })
})

describe('practice and coaching', () => {
  const base = aQuestionnaire([
    ...Array.from({ length: 10 }, (_, index) =>
      aQuestion(`trust.q${index}`, { weight: 2, practice: aPractice() }),
    ),
    aQuestion('trust.coach', { practice: aPractice({ do: 'Find a coach', effort: 'large' }) }),
  ])
  const questionnaire = {
    ...base,
    profile: [{ ...aQuestion('learned', { scored: false }), dimension: null }],
    dimensions: base.dimensions.map((dimension) => ({
      ...dimension,
      checks: [aCheck('trust.learn', 'plan.capability.size() > 0', 'trust.coach')],
    })),
  }
  const taught = (answers: readonly (readonly [string, Value | null])[], minGroup = 1) => {
    const ids = questionnaire.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))
    const responses: Response[] = answers.map(([partner, learned], index) =>
      aResponse(partner, Object.fromEntries(ids.map((id) => [id, 2])), {
        respondent: { id: `r${index}`, role: null },
        profile: new Map(learned === null ? [] : [['learned', learned]]),
      }),
    )
    return buildNextSteps(buildScoredContext(toTell(questionnaire, responses, { minGroup })))
  }
  const aboutLearning = (answers: readonly (readonly [string, Value | null])[]) =>
    sayAll(taught(answers).learning) ?? null

  it('come in where half of a partner or more were never taught to work with others', () => {
    const steps = taught([
      ['north', ['never']],
      ['north', ['formal']],
      ['south', ['formal']],
    ])
    expect(sayAll(steps.learning)).toBe(
      'Working with partners is a skill. According to at least 1 of 2 people at north, their people learned it only by trial and error, or nowhere in particular. What people agree on in a room, they do under pressure only if they have practised it. So plan when they practise together, and who sits in and says what to try.',
    )
  })

  it('count who must have named no other way, whichever answers go together', () => {
    expect(
      aboutLearning([
        ['north', ['hard-knocks', 'never']],
        ['north', ['hard-knocks']],
        ['north', ['never', 'mentored']],
      ]),
    ).toContain('at least 2 of 3 people at north')
    // Two ways of being taught, named by one: that person and another may each be meant.
    expect(
      aboutLearning([
        ['north', ['hard-knocks']],
        ['north', ['hard-knocks']],
        ['north', ['formal', 'mentored']],
      ]),
    ).toBeNull()
  })

  it('count nobody who does not say, and say it of all or of the only one where it is so', () => {
    expect(
      aboutLearning([
        ['north', null],
        ['north', []],
        ['north', ['never']],
      ]),
    ).toBeNull()
    expect(
      aboutLearning([
        ['north', ['never']],
        ['north', ['hard-knocks']],
        ['south', ['never', 'hard-knocks']],
      ]),
    ).toContain('According to both people at north and the one person who answered at south, their')
  })

  it('take a single choice too, as other people may ask it', () => {
    expect(
      aboutLearning([
        ['north', 'never'],
        ['north', 'formal'],
      ]),
    ).toContain('at least 1 of 2 people at north')
  })

  it('are not named for people who were taught, and where single answers are not shown', () => {
    for (const steps of [
      taught([['north', ['military', 'never']]]),
      taught(
        [
          ['north', ['never']],
          ['north', ['never']],
        ],
        2,
      ),
    ]) {
      expect(steps.learning).toBeNull()
    }
  })
})
