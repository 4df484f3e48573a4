import { describe, expect, it } from 'vitest'
import type { Check, Question } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import { buildNextSteps, listShownSteps } from '../../src/report/next-steps.ts'
import { buildReportContext } from '../../src/report/report-context.ts'
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
import { toTell } from './support.ts'

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

function told(
  answers: Readonly<Record<string, Short>>,
  question: Question = news(),
  more: Parameters<typeof toTell>[2] = {},
) {
  const responses = Object.entries(answers).map(([partner, answer]) =>
    aResponse(partner, { 'trust.news': answer }),
  )
  return sayAll(
    buildNextSteps(buildReportContext(toTell(aQuestionnaire([question]), responses, more))),
  )
}

function aCheck(id: string, assert: string, supports = 'trust.news'): Check {
  return {
    id,
    title: id,
    assert,
    message: 'Not there',
    severity: 'warning',
    weight: 1,
    protected: false,
    formerly: [],
    supports: [supports],
  }
}

describe('a next step', () => {
  it('says what the lowest partner answered, and the highest where that is far apart', () => {
    const answered = (answers: Readonly<Record<string, Short>>) => told(answers).top[0]?.answered
    expect(answered({ north: 4, south: 2, west: 3 })).toEqual([
      'south “Rarely” (25)',
      'north “Soon” (75)',
    ])
    expect(answered({ north: 2, south: 2 })).toEqual(['north “Rarely” (25)'])
    expect(answered({ north: 2, south: dontKnow })).toEqual(['north “Rarely” (25)'])
  })

  it('says no more than the total where partners are hidden', () => {
    const { top: most, lead } = told({ north: 4, south: 2 }, news(), { minGroup: 2 })
    expect(most[0]).toMatchObject({ who: [], answered: ['all together 50'] })
    expect(lead).toBe('1 step to begin with. Agree in the room who takes it, and by when.')
  })

  it('says that its question is a must which is not met', () => {
    const must = news({ must: aMust(3) })
    expect(told({ north: 2 }, must).top[0]?.isMust).toBe(true)
    expect(told({ north: 4 }, must).top[0]?.isMust).toBe(false)
  })

  it.each([
    ['small', 'small effort, within a week'],
    ['medium', 'medium effort, within two weeks'],
    ['large', 'large effort, within four weeks'],
  ] as const)('says how long it may take: %s', (effort, words) => {
    const question = news({ practice: aPractice({ effort }) })
    expect(told({ north: 2 }, question).top[0]?.effort).toBe(words)
  })
})

describe('the plan of action', () => {
  it('begins with how many steps there are, and for whom', () => {
    const { lead } = told({ north: 4, south: 2 }, news(), {
      managers: new Map([['south', 'p6']]),
      people: new Map([['p6', 'F. Haddad']]),
    })
    expect(lead).toMatch(/^1 step to begin with, for south \(F\. Haddad\)\. A step stands with/)
    expect(told({ north: 5, south: 5 }).lead).toBeNull()
  })
})

describe('who owns a matter in the plan', () => {
  const base = aQuestionnaire([news()])
  const withCheck = {
    ...base,
    dimensions: base.dimensions.map((dimension) => ({
      ...dimension,
      checks: [aCheck('trust.notice', 'plan.exit.noticeDays > 0')],
    })),
  }
  const inPlan = (path: readonly (string | number)[], owner = 'p5', manager = 'p2') =>
    buildNextSteps(
      buildReportContext({
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
        placeInPlan: (place) => `plan.yaml: ${place.join('.')}`,
      }),
    ).top[0]?.sectionOwner

  it('is the owner of the section in which the evidence for a question stands', () => {
    expect(inPlan(['exit', 'noticeDays'])).toEqual({
      name: 'E. Moreau',
      section: 'exit',
      place: 'plan.yaml: exit.owner',
    })
  })

  it('is left out where the same person takes the step', () => {
    expect(inPlan(['exit', 'noticeDays'], 'p5', 'p5')).toBeNull()
  })

  it('is nobody where the section has no owner of its own', () => {
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
  const taught = (answers: readonly (readonly [string, string])[], minGroup = 1) => {
    const ids = questionnaire.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))
    const people: Response[] = answers.map(([partner, learned], index) =>
      aResponse(partner, Object.fromEntries(ids.map((id) => [id, 2])), {
        respondent: { id: `r${index}`, role: null },
        profile: new Map([['learned', learned]]),
      }),
    )
    return buildNextSteps(buildReportContext(toTell(questionnaire, people, { minGroup })))
  }

  it('come in where half of a partner or more were never taught to work with others', () => {
    const steps = taught([
      ['north', 'never'],
      ['north', 'formal'],
      ['south', 'formal'],
    ])
    expect(sayAll(steps.learning?.about)).toMatch(
      /^Working with partners is a skill, and 1 of 2 at north/,
    )
    expect(steps.learning?.steps.map((step) => step.do)).toEqual(['Find a coach'])
    expect(steps.further).toEqual([])
    expect(listShownSteps(steps).map(({ question }) => question)).toContain('trust.coach')
  })

  it('stay where they are for people who were taught, and where single answers are not shown', () => {
    for (const steps of [
      taught([['north', 'military']]),
      taught(
        [
          ['north', 'never'],
          ['north', 'never'],
        ],
        2,
      ),
    ]) {
      expect(steps.learning).toBeNull()
      expect(steps.further.map((step) => step.do)).toEqual(['Find a coach'])
    }
  })
})
