import { listQuestions, type Question } from '../../../src/model/questionnaire.ts'
import type { Response } from '../../../src/model/response.ts'
import type { ReportSentence } from '../../../src/words/message.ts'
import {
  average,
  belowOf,
  countState,
  coverageOf,
  dimensionOf,
  fillOpen,
  findLevel,
  findPartner,
  hasEnoughPartners,
  inPoints,
  isBrokenAt,
  isDivided,
  isRuledOut,
  levelOf,
  listEverybody,
  listPairs,
  listPartners,
  neededPartners,
  nextLevelOf,
  overallOf,
  peopleOf,
  rounded,
  roundedUnder,
  scoreOf,
  shareOf,
  valuesOf,
  type World,
  wholeDimensionOf,
  whyNot,
  without,
} from './world.ts'

/** A sentence as it stands in a report: its values, with the sentences in them said. */
export interface Given extends SentenceValues {
  readonly world: World
  /** The values of the sentence of this id that it stands in; a fault where it stands in none. */
  readonly above: (say: SentenceId) => SentenceValues
  /** The dimension that it stands under, by id. */
  readonly dimension: () => string
  /** The question that the sentence stands under; a fault where it stands under none. */
  readonly question: () => Question
  /** The partner that it stands under, by id. */
  readonly partner: () => string
  /** Does it stand under a partner at all? */
  readonly hasPartner: () => boolean
}

interface SentenceValues {
  /** A value as text, empty where it is null; lists by their items. */
  readonly text: (name: string) => string
  readonly texts: (name: string) => readonly string[]
  readonly number: (name: string) => number
}

export interface Claim {
  /** The condition under which the sentence is written, in words. */
  readonly when: string
  /** Does it hold? Left out where another test, named here, holds the sentence against its condition. */
  readonly holds?: (given: Given) => boolean
  readonly test?: string
  /** A piece of the sentence as that test has it, where the test has neither the id nor a run of the sentence's own words. */
  readonly said?: string
}

type SentenceId = ReportSentence['say']

const near = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6)

/** What the partner's people answered to the profile question `dependence`. */
const dependenceAt = (world: World, partner: string) =>
  peopleOf(world, partner).flatMap(({ profile }) => {
    const value = profile.get('dependence')
    return typeof value === 'number' ? [value] : []
  })

/** What they wrote of a problem, blanks aside. */
const problemsAt = (world: World, partner: string) =>
  peopleOf(world, partner).flatMap(({ profile }) => {
    const text = String(profile.get('problem') ?? '').trim()
    return text === '' ? [] : [text]
  })

/** Did this person name a way, and none of being taught? */
function isUntaught({ profile }: Response): boolean {
  const named = profile.get('learned')
  const all = Array.isArray(named) ? named : []
  return all.length > 0 && all.every((way) => way === 'never' || way === 'hard-knocks')
}

const titleOf = ({ questionnaire }: World, level: string | null) =>
  questionnaire.levels.find(({ id }) => id === level)?.title ?? 'No level'

const shown = (world: World, value: number | null | undefined) =>
  value === undefined ? 'n/a' : rounded(value, world.questionnaire)

const byName = ({ world, text }: Given) => findPartner(world, text('partner'))

/** The partner that is named, or the only one there is where none is named. */
function findSpoken(given: Given): string {
  if (given.text('partner') !== '') return byName(given)
  const [only = '', ...others] = listPartners(given.world)
  if (others.length > 0) throw new Error('which partner?')
  return only
}

const isSame = (a: readonly string[], b: readonly string[]) => a.join('|') === b.join('|')

const byAsk = (world: World, ask: string) =>
  listQuestions(world.questionnaire).find((question) => question.ask === ask)

const scoresOf = (world: World) =>
  dimensionIds(world).map((id) => [id, wholeDimensionOf(world, id)] as const)

/** Dimensions that have this score, of those that are scored. */
const dimensionsAt = (world: World, score: number) =>
  scoresOf(world).flatMap(([id, own]) => (near(own ?? null, score) ? [id] : []))

const scoredValues = (world: World) => scoresOf(world).flatMap(([, score]) => score ?? [])

const isNothingApplicable = (world: World) =>
  dimensionIds(world).every((id) => wholeDimensionOf(world, id) === undefined)

/** Dimensions at this partner under what the next level needs of each, with that score as it is shown. */
function listWeak(world: World, partner: string): readonly (readonly [string, string])[] {
  const needs = nextLevelOf(world)?.weakest ?? 0
  return dimensionIds(world).flatMap((id) => {
    const score = dimensionOf(world, peopleOf(world, partner), id) ?? null
    return score === null || score >= needs - 1e-7
      ? []
      : [[id, roundedUnder(score, needs, world.questionnaire)] as const]
  })
}

/** Dimensions of which this partner answered too little, with how much of it. */
function listOpen(world: World, partner: string): readonly (readonly [string, number])[] {
  const people = peopleOf(world, partner)
  return dimensionIds(world).flatMap((id) =>
    dimensionOf(world, people, id) === null
      ? [[id, coverageOf(world, people, id) ?? 0] as const]
      : [],
  )
}

/** Is this share written so, in percent, and on the right side of what is needed? */
function isPercent(text: string, share: number, { questionnaire }: World): boolean {
  const percent = Number(text.replace(' %', ''))
  const isOnSide =
    percent >= questionnaire.coverage * 100 === share >= questionnaire.coverage - 1e-9
  return isOnSide && Math.abs(percent - share * 100) <= 0.5 + 1e-6
}

const neededCoverage = ({ questionnaire }: World) => `${questionnaire.coverage * 100} %`

/** What stands at the head of the report in place of a level, where there is none. */
function titleOfLevel(world: World): string {
  const level = levelOf(world)
  if (level !== null) return titleOf(world, level)
  if (!hasEnoughPartners(world)) return 'No level yet'
  return isNothingApplicable(world) ? 'Nothing applies' : 'Not scored'
}

function viewOf(world: World): string {
  const partners = listPartners(world)
  const [only = ''] = partners
  if (partners.length === 1) return `as ${world.nameOf(only)} sees it`
  if (hasEnoughPartners(world)) return ''
  return `as ${partners.length} of ${neededPartners(world)} partners see it`
}

/** The lowest and the highest level that the open answers leave. */
const levelsAtBounds = (world: World) =>
  [0, 1].map((best) => findLevel(fillOpen(world, best as 0 | 1)))

const isLevelRange = ({ world, text }: Given, isWide: boolean) => {
  const [low = null, high = null] = levelsAtBounds(world)
  const rank = (level: string | null) =>
    world.questionnaire.levels.findIndex(({ id }) => id === level)
  return (
    hasEnoughPartners(world) &&
    text('low') === titleOf(world, low) &&
    text('high') === titleOf(world, high) &&
    (isWide ? rank(low) - rank(high) > 1 : rank(low) - rank(high) === 1)
  )
}

/** The score of a dimension with every open answer at its worst, and at its best. */
function boundsOf(world: World, dimension: string, partner: string | null) {
  return [0, 1].map((best) => {
    const filled = fillOpen(world, best as 0 | 1)
    return partner === null
      ? wholeDimensionOf(filled, dimension)
      : dimensionOf(filled, peopleOf(filled, partner), dimension)
  })
}

/** Of each dimension that applies: how far its bounds are apart. */
const listWidths = (world: World) =>
  dimensionIds(world).flatMap((id) => {
    const [low, high] = boundsOf(world, id, null)
    return low == null || high == null ? [] : [{ id, low, high, width: high - low }]
  })

/** How much of a dimension is answered: the plain mean of the partners to whom it applies. */
function wholeCoverageOf(world: World, dimension: string): number {
  return average(
    listPartners(world).flatMap((id) => coverageOf(world, peopleOf(world, id), dimension) ?? []),
  )
}

/** The partners' scores on a dimension, the highest first. */
const viewsOf = (world: World, dimension: string) =>
  listPartners(world)
    .flatMap((partner) => {
      const score = dimensionOf(world, peopleOf(world, partner), dimension) ?? null
      return score === null ? [] : [{ partner, score }]
    })
    .sort((a, b) => b.score - a.score)

const spreadOf = (world: World, dimension: string) => {
  const views = viewsOf(world, dimension)
  return (views[0]?.score ?? 0) - (views.at(-1)?.score ?? 0)
}

/** Levels without each person in turn, other than the level in force, each once. */
const otherLevels = (world: World) =>
  [...new Set(eachWithoutOne(world).map(levelOf))].filter((level) => level !== levelOf(world))

/** Questions about all on which two partners are ten points apart or more, with how much each gap weighs. */
function listGaps(world: World) {
  return listQuestions(world.questionnaire).flatMap((question) => {
    const scores = listPartners(world).flatMap((id) => scoreOf(peopleOf(world, id), question) ?? [])
    const gap = Math.max(...scores) - Math.min(...scores)
    return question.about === 'both' && scores.length > 1 && gap >= 10 - 1e-7
      ? [{ question, gap, weight: gap * shareOf(world.questionnaire, question) }]
      : []
  })
}

/** The names of the partners with this score on a question. */
const partnersAt = (world: World, question: Question, score: number) =>
  listPartners(world)
    .filter((id) => near(scoreOf(peopleOf(world, id), question), score))
    .map(world.nameOf)

/** The question that a sentence stands under, by its id or by its words. */
const namedQuestion = (given: Given): Question => {
  const { world } = given
  try {
    return given.question()
  } catch {
    const named = byAsk(world, given.above('highlight-gap').text('ask'))
    if (named === undefined) throw new Error('no such question')
    return named
  }
}

/** Where half of a partner’s people or more, of those to whom the question applies, don’t know. */
const listUnknown = (world: World) =>
  listQuestions(world.questionnaire).flatMap((question) =>
    listPartners(world).flatMap((partner) => {
      const people = peopleOf(world, partner)
      const dontKnow = countState(people, question.id, 'dont-know')
      const of = people.length - countState(people, question.id, 'not-applicable')
      return dontKnow > 0 && dontKnow * 2 >= of ? [{ question, partner, dontKnow, of }] : []
    }),
  )

const responseOf = (world: World, left: SentenceValues) => {
  const partner = findPartner(world, left.text('partner'))
  const found = world.all.find(
    (own) => own.partner === partner && own.respondent.id === left.text('respondent'),
  )
  if (found === undefined) throw new Error('no such response')
  return found
}

/** The score of the partner that is named, on the question above it. */
const scoreAt = (given: Given, partner: string) =>
  scoreOf(peopleOf(given.world, partner), given.question())

const dimensionIds = ({ questionnaire }: World) => questionnaire.dimensions.map(({ id }) => id)

const eachWithoutOne = (world: World) =>
  world.counted
    .filter(({ partner }) => peopleOf(world, partner).length > 1)
    .map((left) => without(world, left))

const straightPeople = ({ counted, questionnaire }: World) =>
  counted.filter((response) => {
    const ratings = listQuestions(questionnaire)
      .filter(({ form }) => form.type === 'rating')
      .flatMap(({ id }) => valuesOf([response], id))
    const most = Math.max(...ratings.map((one) => ratings.filter((other) => other === one).length))
    return ratings.length >= 10 && most / ratings.length >= 0.9 - 1e-9
  }).length

/** Is the essential question above not met at this partner, by so many people? */
const isBrokenAsSaid = (given: Given) => {
  const { world, number } = given
  const question = byAsk(world, given.above('must-broken').text('ask'))
  if (question === undefined) return null
  const { below, of } = belowOf(world, findSpoken(given), question)
  const isSo = of > 0 && below * 2 >= of && below === number('below') && of === number('of')
  return isSo ? question : null
}

const statePeople = (state: string) => (given: Given) =>
  countState(peopleOf(given.world, given.partner()), given.question().id, state) ===
  given.number('people')

const leftOutAs = (reason: string) => (given: Given) =>
  whyNot(responseOf(given.world, given.above('left-out')), given.world.questionnaire) === reason

/** Of every sentence that claims something of the answers: when it is written. */
export const claims: Readonly<Partial<Record<SentenceId, Claim>>> = {
  'view-of-one': {
    when: 'one partner alone has a response that counts',
    holds: (given) => listPartners(given.world).join() === byName(given),
  },
  'view-of-these': {
    when: 'too few of the partners asked have a response that counts; these have one, some of them not asked',
    test: 'test/report/who-answered.test.ts',
    said: 'as Fabrikam and Northwind see it',
  },
  'view-of-some': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world, number }) =>
      !hasEnoughPartners(world) &&
      number('value') === listPartners(world).length &&
      number('needs') === neededPartners(world),
  },
  headline: {
    when: 'the score is the overall score, in whole numbers; the level is the one in force, or why there is none; the view is that of the partners who count, where some are missing or there is one alone',
    holds: ({ world, text }) => {
      const overall = overallOf(world)
      return (
        text('score') === (overall === null ? '' : shown(world, overall)) &&
        text('level') === titleOfLevel(world) &&
        (overall === null || text('view') === viewOf(world))
      )
    },
  },
  'level-not-yet': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world }) => !hasEnoughPartners(world),
  },
  'verdict-too-few': {
    when: 'fewer partners have a response that counts than a level takes; the view is theirs',
    holds: ({ world, text }) => !hasEnoughPartners(world) && text('view') === viewOf(world),
  },
  'verdict-places': {
    when: 'there is a level, with enough partners; something is not scored, where it says that no open answer changes the level',
    holds: ({ world, text }) => {
      const level = levelOf(world)
      const isOpen = overallOf(world) === null
      return (
        level !== null &&
        text('isOpen') === String(isOpen) &&
        (!isOpen || levelsAtBounds(world).every((own) => own === level))
      )
    },
  },
  'verdict-open': {
    when: 'with enough partners, something is not scored for want of answers, and the level depends on it',
    holds: ({ world }) =>
      hasEnoughPartners(world) &&
      levelOf(world) === null &&
      scoresOf(world).some(([, score]) => score === null),
  },
  'verdict-nothing-applies': {
    when: 'no question applies to anybody',
    holds: ({ world }) => isNothingApplicable(world),
  },
  respondents: {
    when: 'so many people have a response that counts, and these partners alone',
    holds: (given) =>
      given.world.counted.length === given.number('people') &&
      isSame(
        given.texts('partners'),
        listPartners(given.world).map(
          (id) => `${peopleOf(given.world, id).length} from ${given.world.nameOf(id)}`,
        ),
      ),
  },
  'respondents-alone': {
    when: 'one partner alone has a response that counts, of so many people',
    holds: (given) =>
      listPartners(given.world).join() === byName(given) &&
      given.world.counted.length === given.number('people'),
  },
  'unfinished-counted': {
    when: 'the run was asked to count unfinished responses',
    test: 'test/report/who-answered.test.ts',
    said: 'Unfinished responses count here too.',
  },
  'step-answers-equal': {
    when: 'so many partners, more than three, have this score on the question: the lowest, or the highest if that is ten points away or more',
    test: 'test/report/next-steps.test.ts',
    said: '4 partners: 25 each',
  },
  'respondents-of': {
    when: 'so many of the partner’s people have a response that counts',
    holds: (given) => peopleOf(given.world, byName(given)).length === given.number('people'),
  },
  'firm-score': {
    when: 'worked out again without each person whose partner has others: the lowest and the highest score; these people are all who count, unless it says otherwise',
    holds: ({ world, text, number }) => {
      const scores = eachWithoutOne(world).map(overallOf)
      if (scores.some((score) => score === null)) return false
      const [low, high] = [Math.min(...(scores as number[])), Math.max(...(scores as number[]))]
      return (
        scores.length === number('of') &&
        text('areAll') === String(scores.length === world.counted.length) &&
        text('low') === shown(world, low) &&
        text('high') === shown(world, high)
      )
    },
  },
  'firm-level': {
    when: 'without any one of these people the level is the same',
    holds: ({ world, text }) =>
      otherLevels(world).length === 0 &&
      ['', String(eachWithoutOne(world).length)].includes(text('of')),
  },
  'border-level': {
    when: 'without some one of these people the level is another: these, and no more',
    holds: ({ world, texts }) => {
      const others = otherLevels(world)
      return (
        others.some((level) => level !== null) &&
        texts('others').length === others.length &&
        others.every((level) =>
          texts('others').some((text) =>
            text.startsWith(level === null ? 'missing in' : `“${titleOf(world, level)}” in`),
          ),
        )
      )
    },
  },
  'border-of-level': {
    when: 'without one person the level is this one, or missing, in so many cases',
    holds: ({ world, text, number }) => {
      const levels = eachWithoutOne(world).map(levelOf)
      const said = levels.filter((level) =>
        text('level') === '' ? level === null : titleOf(world, level) === text('level'),
      )
      return said.length === number('times') && levels.length === number('of')
    },
  },
  'level-of-few': {
    when: 'without one person there is no level in so many cases, and the same one in all others',
    holds: ({ world, number }) => {
      const levels = eachWithoutOne(world).map(levelOf)
      return (
        isSame(otherLevels(world).map(String), ['null']) &&
        levels.filter((level) => level === null).length === number('times') &&
        levels.length === number('of')
      )
    },
  },
  'division-of-partner': {
    when: 'on so many questions a third of the partner’s people are far from another third (scoring, rule 7)',
    holds: (given) => {
      const people = peopleOf(given.world, byName(given))
      const divided = listQuestions(given.world.questionnaire).filter((question) =>
        isDivided(question, valuesOf(people, question.id)),
      )
      return divided.length === given.number('questions')
    },
  },
  'partners-missing': {
    when: 'each of these partners, and no other, is asked, or has a response, and none of it counts',
    holds: ({ world, texts }) =>
      isSame(
        texts('partners'),
        listEverybody(world)
          .filter((id) => peopleOf(world, id).length === 0)
          .map(world.nameOf),
      ),
  },
  'left-out': {
    when: 'this response does not count',
    holds: (given) => whyNot(responseOf(given.world, given), given.world.questionnaire) !== null,
  },
  'left-out-excluded': {
    when: 'the response says that it is excluded, and why',
    holds: (given) =>
      leftOutAs('excluded')(given) &&
      responseOf(given.world, given.above('left-out')).excluded === given.text('note'),
  },
  'left-out-empty': { when: 'this response has no entry', holds: leftOutAs('empty') },
  'left-out-unfinished': {
    when: 'this response is not completed and lacks an entry',
    holds: leftOutAs('unfinished'),
  },
  'straight-answers': {
    when: 'so many people gave one number to 90 % of ten ratings or more',
    holds: ({ world, number }) =>
      straightPeople(world) === number('people') && world.counted.length === number('of'),
  },
  'recognisable-one': {
    when: 'one person of each of these partners counts, and of no other',
    holds: ({ world, texts }) =>
      listPartners(world)
        .filter((id) => peopleOf(world, id).length === 1)
        .join() ===
      texts('partners')
        .map((name) => findPartner(world, name))
        .join(),
  },
  'recognisable-two': {
    when: 'two people of each of these partners count, and of no other',
    holds: ({ world, texts }) =>
      listPartners(world)
        .filter((id) => peopleOf(world, id).length === 2)
        .join() ===
      texts('partners')
        .map((name) => findPartner(world, name))
        .join(),
  },
  'level-range': {
    when: 'unanswered questions leave more than one level; so many scored questions have an open answer',
    holds: ({ world, number }) =>
      new Set(levelsAtBounds(world)).size > 1 &&
      number('questions') ===
        listQuestions(world.questionnaire).filter(
          ({ id, scored }) =>
            scored &&
            world.counted.some((own) =>
              ['dont-know', 'skipped', undefined].includes(own.answers.get(id)?.state),
            ),
        ).length,
  },
  'open-answers-leave': {
    when: 'something is unanswered: the bounds of the score, and the levels at both',
    holds: ({ world, text }) => {
      const [low = null, high = null] = levelsAtBounds(world)
      return (
        hasEnoughPartners(world) &&
        text('low') === shown(world, overallOf(fillOpen(world, 0))) &&
        text('high') === shown(world, overallOf(fillOpen(world, 1))) &&
        text('level') === titleOf(world, low) &&
        (text('levels') === '') === (low === high)
      )
    },
  },
  'too-few-partners': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world, number }) =>
      !hasEnoughPartners(world) &&
      number('value') === listPartners(world).length &&
      number('needs') === neededPartners(world),
  },
  'reason-hidden': {
    when: 'a condition is not met that would show what a few people answered',
    test: 'test/report/verdict.test.ts',
  },
  'path-too-few-partners': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world }) => !hasEnoughPartners(world),
  },
  'path-hidden': {
    when: 'the steps would show what a few people answered',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'score-slightly-worse': {
    when: 'the score is lower than before by less than whole numbers show',
    test: 'test/report/verdict.test.ts',
  },
  'worse-unknown': {
    when: 'fewer partners have a response that counts than a level takes',
    test: 'test/report/verdict.test.ts',
  },
  'score-below-level': {
    when: 'the overall score is under what the next level needs',
    holds: ({ world, text }) => {
      const [overall, next] = [overallOf(world), nextLevelOf(world)]
      if (overall === null || next === null) return false
      return (
        overall < next.score - 1e-7 &&
        text('needs') === String(next.score) &&
        text('score') === roundedUnder(overall, next.score, world.questionnaire)
      )
    },
  },
  'just-under': {
    when: 'a figure would round up to a limit that it missed',
    test: 'test/model/figures.test.ts',
  },
  'dimension-below-level': {
    when: 'the partner’s score on the dimension, and on no other, is under what the next level needs',
    holds: (given) => {
      const { world, text } = given
      const weak = listWeak(world, findSpoken(given)).map((own) => own.join(' '))
      return (
        text('needs') === String(nextLevelOf(world)?.weakest) &&
        isSame(weak, [`${text('dimension')} ${text('score')}`])
      )
    },
  },
  'dimensions-below-level': {
    when: 'the partner’s scores on these dimensions, and on no others, are under what the next level needs',
    holds: (given) => {
      const { world, text, texts } = given
      const weak = listWeak(world, findSpoken(given)).map((own) => own.join(' '))
      return (
        weak.length > 1 &&
        text('needs') === String(nextLevelOf(world)?.weakest) &&
        isSame(weak, texts('found'))
      )
    },
  },
  'dimension-not-scored': {
    when: 'the partner answered less of this dimension than is needed, and of no other',
    holds: (given) => {
      const { world, text } = given
      const [[dimension, coverage] = ['', 0], ...others] = listOpen(world, findSpoken(given))
      return (
        others.length === 0 &&
        dimension === text('dimension') &&
        isPercent(text('coverage'), coverage, world) &&
        text('needs') === neededCoverage(world)
      )
    },
  },
  'dimensions-not-scored': {
    when: 'the partner answered less of these dimensions than is needed, and of no others',
    holds: (given) => {
      const { world, text, texts } = given
      const open = listOpen(world, findSpoken(given))
      return (
        open.length > 1 &&
        open.length === texts('found').length &&
        text('needs') === neededCoverage(world) &&
        open.every(([dimension, coverage], index) => {
          const [name, percent = ''] = texts('found')[index]?.split(/ (.*)/) ?? []
          return name === dimension && isPercent(percent, coverage, world)
        })
      )
    },
  },
  'must-broken': {
    when: 'the next level takes the essential question, and at these partners, and at no others, half of those who answered it, or more, are below its minimum, or nobody answered it',
    holds: ({ world, text, texts }) => {
      const [question, next] = [byAsk(world, text('ask')), nextLevelOf(world)]
      if (question === undefined || next === null) return false
      const broken = listPartners(world).filter((id) => isBrokenAt(world, id, question))
      const isNamed = (id: string, index: number) =>
        listPartners(world).length === 1 || texts('found')[index]?.includes(world.nameOf(id))
      return (
        isRuledOut(world.questionnaire, question, next) &&
        broken.length > 0 &&
        broken.length === texts('found').length &&
        broken.every(isNamed)
      )
    },
  },
  'must-below': {
    when: 'so many of the partner’s people who answered the essential question are below its minimum, which is this one',
    holds: (given) => isBrokenAsSaid(given)?.must?.least === given.number('least'),
  },
  'must-not-yes': {
    when: 'so many of the partner’s people who answered the essential question said no, and its minimum is yes',
    holds: (given) => {
      const question = isBrokenAsSaid(given)
      return question?.form.type === 'yes-no' && question.must?.least === 1
    },
  },
  'must-unanswered': {
    when: 'nobody at the partner answered the essential question, and somebody left it open',
    holds: (given) => {
      const { world } = given
      const question = byAsk(world, given.above('must-broken').text('ask'))
      const partner = findSpoken(given)
      return (
        question !== undefined &&
        belowOf(world, partner, question).of === 0 &&
        isBrokenAt(world, partner, question)
      )
    },
  },
  'must-lifted': {
    when: 'everybody asked at the partner set an essential question aside as not applicable',
    holds: (given) => {
      const { world, text } = given
      const question = listQuestions(world.questionnaire).find(({ ask }) => ask === text('ask'))
      const people = peopleOf(world, byName(given))
      return (
        question?.must != null &&
        countState(people, question.id, 'not-applicable') === people.length
      )
    },
  },
  'partner-column': {
    when: 'the column has this partner’s own scores, of so many people',
    test: 'test/report/claims/cases.test.ts',
    said: 'As Northwind sees it',
  },
  'too-little-answered': {
    when: 'the partner, or all there are, answered less of the dimension than is needed',
    holds: (given) => {
      const { world, text } = given
      const partners = given.hasPartner() ? [given.partner()] : listPartners(world)
      return partners.every((partner) => {
        const people = peopleOf(world, partner)
        const id = given.dimension()
        return (
          dimensionOf(world, people, id) === null &&
          isPercent(text('coverage'), coverageOf(world, people, id) ?? 0, world)
        )
      })
    },
  },
  'partner-answered-too-little': {
    when: 'a dimension of several partners is not scored, since one answered too little of it',
    holds: ({ world, dimension }) =>
      listPartners(world).length > 1 && wholeDimensionOf(world, dimension()) === null,
  },
  'gap-side': {
    when: 'the partner’s score on the question, and the answer that most of its people chose',
    test: 'test/report/claims/cases.test.ts',
    said: 'Northwind: 75',
  },
  chosen: {
    when: 'so many of the partner’s people gave this very answer, and no other was given more often',
    holds: (given) => {
      const { world, text, number } = given
      const { form, id } = given.question()
      const values = valuesOf(peopleOf(world, given.partner()), id)
      const wordsOf = (value: number) =>
        form.type === 'rating'
          ? (form.values.find((own) => own.value === value)?.label ?? '')
          : value === 1
            ? 'Yes'
            : 'No'
      const people = (words: string) => values.filter((value) => wordsOf(value) === words).length
      return (
        values.length === number('of') &&
        peopleOf(world, given.partner()).length === number('asked') &&
        people(text('words')) === number('people') &&
        values.every((value) => people(wordsOf(value)) <= number('people'))
      )
    },
  },
  'people-answered': {
    when: 'so many of the partner’s people gave this answer',
    holds: (given) => {
      const { world, text, number } = given
      const { form, id } = given.question()
      const values = valuesOf(peopleOf(world, given.partner()), id)
      const value = form.type === 'rating' ? Number(text('value')) : Number(text('words') === 'Yes')
      return values.filter((own) => own === value).length === number('people')
    },
  },
  'people-dont-know': {
    when: 'so many said that they don’t know',
    holds: statePeople('dont-know'),
  },
  'people-skipped': {
    when: 'so many skipped it',
    holds: (given) =>
      peopleOf(given.world, given.partner()).filter(
        ({ answers }) => answers.get(given.question().id)?.state === 'skipped',
      ).length === given.number('people'),
  },
  'people-not-applicable': {
    when: 'so many said that it does not apply',
    holds: statePeople('not-applicable'),
  },
  'people-open': {
    when: 'so many have no entry for it',
    holds: (given) =>
      peopleOf(given.world, given.partner()).filter(
        ({ answers }) => !answers.has(given.question().id),
      ).length === given.number('people'),
  },
  'answers-scored': {
    when: 'the partner’s score on the question, then its answers',
    holds: (given) => given.text('score') === shown(given.world, scoreAt(given, given.partner())),
  },
  'open-answers': {
    when: 'so many of the partner’s people don’t know, or gave no answer',
    holds: (given) => {
      const people = peopleOf(given.world, byName(given))
      const { id } = given.question()
      return (
        countState(people, id, 'dont-know') === given.number('dontKnow') &&
        countState(people, id, 'skipped') === given.number('skipped')
      )
    },
  },
  mirror: {
    when: 'the partner’s score on the question about itself, and that of the only other partner on the one about it; ten points or more apart',
    holds: (given) => {
      const { world, text } = given
      const [us, them] = listPairs(world).find(([{ id }]) => id === given.question().id) ?? []
      if (us === undefined || them === undefined) return false
      const [partner, other] = [byName(given), findPartner(world, text('others'))]
      const own = scoreOf(peopleOf(world, partner), us)
      const seen = scoreOf(peopleOf(world, other), them)
      return (
        isSame(listEverybody(world), [partner, other].sort()) &&
        text('own') === shown(world, own) &&
        text('seen') === shown(world, seen) &&
        Math.abs((own ?? 0) - (seen ?? 0)) >= 10 - 1e-7
      )
    },
  },
  subject: {
    when: 'these two partners alone are asked, and both answered so many mirrored pairs about this one, three or more: the means of its own scores and of the other’s, weighted by the share of the question about oneself',
    holds: (given) => {
      const { world, text, number } = given
      const [partner, other] = [byName(given), findPartner(world, text('others'))]
      const pairs = listPairs(world).flatMap(([us, them]) => {
        const own = scoreOf(peopleOf(world, partner), us)
        const seen = scoreOf(peopleOf(world, other), them)
        const weight = shareOf(world.questionnaire, us)
        return own === null || seen === null ? [] : [{ own, seen, weight }]
      })
      const mean = (side: 'own' | 'seen') =>
        pairs.reduce((sum, pair) => sum + pair[side] * pair.weight, 0) /
        pairs.reduce((sum, { weight }) => sum + weight, 0)
      return (
        isSame(listEverybody(world), [partner, other].sort()) &&
        pairs.length >= 3 &&
        pairs.length === number('pairs') &&
        text('own') === shown(world, mean('own')) &&
        text('seen') === shown(world, mean('seen'))
      )
    },
  },
  'sign-burden': {
    when: 'the partner’s score about itself is so much, 25 points or more, over its score about the others; one is named where there is one alone',
    holds: (given) => {
      const { world, text } = given
      const [us, them] = listPairs(world).find(([, { id }]) => id === given.question().id) ?? []
      if (us === undefined || them === undefined) return false
      const partner = byName(given)
      const own = scoreOf(peopleOf(world, partner), us) ?? 0
      const other = scoreOf(peopleOf(world, partner), them) ?? 0
      const [only = '', ...more] = listEverybody(world).filter((id) => id !== partner)
      return (
        text('own') === shown(world, own) &&
        text('other') === shown(world, other) &&
        text('gap') === inPoints(own - other) &&
        text('others') === (more.length === 0 ? world.nameOf(only) : '') &&
        own - other >= 25 - 1e-7
      )
    },
  },
  'talk-open-gap': {
    when: 'those who are asked to begin, and no others, have the lowest score on the question, and the others the highest; it is about all partners',
    holds: (given) => {
      const { world, texts } = given
      const question = given.question()
      const scores = listPartners(world).flatMap((id) => scoreAt(given, id) ?? [])
      return (
        question.about === 'both' &&
        isSame(texts('low'), partnersAt(world, question, Math.min(...scores))) &&
        isSame(texts('high'), partnersAt(world, question, Math.max(...scores)))
      )
    },
  },
  'step-for-all': {
    when: 'the practice is for all, and every partner has a score on its question; the person is the manager that the plan names for the one with the lowest view',
    test: 'test/report/next-steps.test.ts',
  },
  'step-for-each': {
    when: 'the practice is for whoever answers, and every partner’s own score asks for it',
    test: 'test/report/next-steps.test.ts',
  },
  'step-taker': {
    when: 'the practice is this partner’s, and the plan names its manager',
    test: 'test/report/next-steps.test.ts',
    said: 'Contoso (F. Haddad)',
  },
  'chart-extremes': {
    when: 'these dimensions, and no others, have the highest and the lowest score of those that are scored',
    holds: ({ world, text, texts }) => {
      const [most, least] = [Math.max(...scoredValues(world)), Math.min(...scoredValues(world))]
      return (
        !near(most, least) &&
        text('high') === shown(world, most) &&
        text('low') === shown(world, least) &&
        isSame(texts('highest'), dimensionsAt(world, most)) &&
        isSame(texts('lowest'), dimensionsAt(world, least))
      )
    },
  },
  'chart-all-alike': {
    when: 'all dimensions that are scored, two or more, have this same score',
    holds: ({ world, text }) => {
      const scores = scoredValues(world)
      return (
        scores.length > 1 &&
        near(Math.max(...scores), Math.min(...scores)) &&
        text('score') === shown(world, scores[0])
      )
    },
  },
  'chart-partners-alike': {
    when: 'no two partners that are scored on a dimension differ there',
    holds: ({ world }) => dimensionIds(world).every((id) => near(spreadOf(world, id), 0)),
  },
  'chart-partner-mark': {
    when: 'the partner’s score on the dimension where the partners are furthest apart, the highest or the lowest',
    holds: (given) => {
      const { world, text } = given
      const views = viewsOf(world, given.above('chart-furthest-apart').text('titles'))
      const own = views.find(({ partner }) => partner === byName(given))
      return (
        own !== undefined &&
        [views[0], views.at(-1)].some((end) => near(end?.score ?? null, own.score)) &&
        text('score') === shown(world, own.score)
      )
    },
  },
  'chart-gaps-about': {
    when: 'on no question about all does the gap weigh more; these partners alone have the highest score on it and the lowest, so far apart; there are so many gaps of ten points or more, three at most',
    holds: ({ world, text, texts, number }) => {
      const gaps = listGaps(world)
      const own = gaps.find(({ question }) => question.ask === text('ask'))
      if (own === undefined) return false
      const { question, gap, weight } = own
      const scores = listPartners(world).flatMap(
        (id) => scoreOf(peopleOf(world, id), question) ?? [],
      )
      const [most, least] = [Math.max(...scores), Math.min(...scores)]
      return (
        gaps.every((other) => other.weight <= weight + 1e-7) &&
        number('gaps') === Math.min(3, gaps.length) &&
        isSame(texts('high'), partnersAt(world, question, most)) &&
        isSame(texts('low'), partnersAt(world, question, least)) &&
        text('highScore') === shown(world, most) &&
        text('lowScore') === shown(world, least) &&
        text('gap') === inPoints(gap)
      )
    },
  },
  'plan-agrees': {
    when: 'there is a plan, somebody answered or did not know a question whose supporting checks could all be judged, and say and do finds none on either side (scoring, rule 11)',
    test: 'test/report/plan-line.test.ts',
  },
  'plan-differs': {
    when: 'say and do finds so many partners’ questions on each side (scoring, rule 11)',
    test: 'test/report/plan-line.test.ts',
  },
  'say-do-claimed-about': {
    when: 'a partner’s score is 75 or more, and no counted check that supports the question passes anywhere',
    test: 'test/report/claims/cases.test.ts',
  },
  'say-do-not-lived-about': {
    when: 'a partner’s score is 25 or less, or half of its people don’t know, and all counted checks that support the question pass',
    test: 'test/report/claims/cases.test.ts',
  },
  overconfident: {
    when: 'a partner’s dimension is at 75 or more, where the plan is under half or another partner 25 points lower',
    test: 'test/report/say-do.test.ts',
  },
  'change-overall': {
    when: 'all questions and weights are the same at both points',
    test: 'test/report/changes.test.ts',
    said: 'The score fell by 38 points',
  },
  'sign-fewer-people': {
    when: 'fewer of the partner’s people count than last time',
    test: 'test/report/warning-signs.test.ts',
    said: '1 response counts, 3 before',
  },
  'sign-lower-score': {
    when: 'the partner’s overall score is ten points lower or more, over the same questions',
    test: 'test/report/warning-signs.test.ts',
  },
  'learning-share': {
    when: 'at least so many of the partner’s people name `never` or `hard-knocks` as where they learned it, and nothing else; `of` is how many of its people count',
    holds: (given) => {
      const people = peopleOf(given.world, byName(given))
      const untaught = people.filter((person) => isUntaught(person))
      return (
        given.number('of') === people.length &&
        given.number('people') * 2 >= people.length &&
        given.number('people') <= untaught.length
      )
    },
  },
  dependence: {
    when: 'somebody answered the profile question `dependence`, a rating, and what each partner’s people answered may be shown',
    holds: (given) =>
      given.text('ask') === 'Ask dependence' &&
      given.texts('views').length ===
        listPartners(given.world).filter((id) => dependenceAt(given.world, id).length > 0).length,
  },
  'dependence-view': {
    when: 'no other answer of the partner’s people is more frequent; the number on the scale where the answer has no words',
    holds: (given) => {
      const values = dependenceAt(given.world, byName(given))
      const timesOf = (value: number) => values.filter((own) => own === value).length
      const value = given.number('value')
      return (
        given.number('of') === values.length &&
        given.number('people') === timesOf(value) &&
        values.every((other) => timesOf(other) <= timesOf(value)) &&
        given.text('words') === `dependence answer ${value}`
      )
    },
  },
  stake: {
    when: 'the level is in the lower half of the levels, nothing is assumed, and these partners’ people rate `dependence` three quarters up its scale or more on average',
    holds: (given) => {
      const { world } = given
      const { levels } = world.questionnaire
      const rank = levels.findIndex(({ id }) => id === levelOf(world))
      const high = listPartners(world).filter((id) => {
        const values = dependenceAt(world, id)
        return values.length > 0 && average(values) >= 4
      })
      return (
        isSame(given.texts('partners'), high.map(world.nameOf)) &&
        rank >= levels.length / 2 &&
        given.text('level') === levels[rank]?.title
      )
    },
  },
  'problem-known': {
    when: 'somebody answered the profile question `problem`, and what the partner’s people wrote may be shown',
    holds: (given) => {
      const { world } = given
      return (
        given.text('ask') === 'Which problem do we know of?' &&
        given.texts('views').length ===
          listPartners(world).filter((id) => problemsAt(world, id).length > 0).length
      )
    },
  },
  'problem-view': {
    when: 'so many of the partner’s people who count wrote something there, in as many texts as are quoted and left out',
    holds: (given) => {
      const id = byName(given)
      return (
        given.number('people') === problemsAt(given.world, id).length &&
        given.number('of') === peopleOf(given.world, id).length &&
        given.texts('quotes').length + given.number('more') ===
          new Set(problemsAt(given.world, id)).size
      )
    },
  },
  'problem-words': {
    when: 'somebody at the partner wrote these words; long ones are cut',
    holds: (given) => problemsAt(given.world, given.partner()).includes(given.text('words')),
  },
  'partners-hidden': {
    when: 'a partner has fewer people than the group limit, or figures could be told by subtraction',
    test: 'test/report/verdict.test.ts',
  },
  'verdict-hidden': {
    when: 'fewer people than the group limit answered in all, or in a dimension where nothing is split by partner',
    test: 'test/report/verdict.test.ts',
  },
  'level-withheld': {
    when: 'fewer people than the group limit answered in all, or in a dimension where nothing is split by partner',
    test: 'test/report/verdict.test.ts',
  },
  'level-not-scored': {
    when: 'something is not scored, and the level depends on it',
    test: 'test/report/verdict.test.ts',
  },
  'level-nothing-applies': {
    when: 'no question applies to anybody',
    test: 'test/report/verdict.test.ts',
  },
  'level-answers': {
    when: 'the questionnaire scores nothing, and has no days, or what came of them may not be shown',
    test: 'test/report/claims/cases.test.ts',
  },
  'level-days': {
    when: 'the questionnaire scores nothing and has days; so many have a result that somebody wrote',
    test: 'test/report/days.test.ts',
  },
  'highlight-strengths': {
    when: 'every partner that is shown rates these questions 75 or more, and more of its people answered than left it open; no other such question has a higher score',
    holds: (given) =>
      given.text('byEach') === String(listPartners(given.world).length > 1) &&
      given.texts('found').length > 0,
  },
  'highlight-question': {
    when: 'every partner with a score on the question gives it 75 or more, and this is their average',
    holds: ({ world, text }) => {
      const question = byAsk(world, text('ask'))
      if (question === undefined) return false
      const scores = listPartners(world).flatMap(
        (id) => scoreOf(peopleOf(world, id), question) ?? [],
      )
      return (
        scores.length > 0 &&
        scores.every((own) => own >= 75 - 1e-7) &&
        text('score') === shown(world, average(scores))
      )
    },
  },
  'highlight-gap': {
    when: 'on no question about all, of those that can be shown, does the gap weigh more; the partners are those with the highest score on it, then those with the lowest',
    holds: ({ world, text, texts }) => {
      const question = byAsk(world, text('ask'))
      const all = listGaps(world)
      const own = all.find((each) => each.question === question)
      if (question === undefined || own === undefined) return false
      const scores = listPartners(world).flatMap(
        (id) => scoreOf(peopleOf(world, id), question) ?? [],
      )
      return (
        all.every(({ weight }) => weight <= own.weight + 1e-7) &&
        texts('sides').length ===
          partnersAt(world, question, Math.max(...scores)).length +
            partnersAt(world, question, Math.min(...scores)).length
      )
    },
  },
  'gap-mark': {
    when: 'the partner’s score on the question',
    holds: (given) => {
      const { world, text } = given
      const score = scoreOf(peopleOf(world, byName(given)), namedQuestion(given))
      return text('score') === shown(world, score)
    },
  },
  'highlight-unknown': {
    when: 'so many of the partner’s people don’t know, half or more of those to whom it applies; no partner has a larger share on any question; on so many more questions half or more of a partner’s people don’t know',
    holds: (given) => {
      const { world, text, number } = given
      const question = byAsk(world, text('ask'))
      const all = listUnknown(world)
      const own = all.find((each) => each.question === question && each.partner === byName(given))
      const others = new Set(all.map((each) => each.question).filter((each) => each !== question))
      return (
        own !== undefined &&
        own.dontKnow === number('dontKnow') &&
        own.of === number('of') &&
        text('areAll') === String(own.of === peopleOf(world, own.partner).length) &&
        all.every((each) => each.dontKnow / each.of <= own.dontKnow / own.of + 1e-9) &&
        others.size === number('more')
      )
    },
  },
  'decide-who-answers': {
    when: 'fewer partners have a response that counts than a level takes; no response of these counts',
    holds: ({ world, texts }) =>
      !hasEnoughPartners(world) &&
      isSame(
        texts('partners'),
        listEverybody(world)
          .filter((id) => !listPartners(world).includes(id))
          .map(world.nameOf),
      ),
  },
  'decide-before': {
    when: 'the essential question holds the level back: half of those who answered it at a partner, or more, are below its minimum, or nobody answered it there',
    holds: ({ world, text }) => {
      const question = byAsk(world, text('ask'))
      return (
        question !== undefined && listPartners(world).some((id) => isBrokenAt(world, id, question))
      )
    },
  },
  'talk-lead': {
    when: 'there are so many topics; five minutes at the beginning, fifteen for each, ten at the end',
    test: 'test/report/talk.test.ts',
  },
  'talk-open-divided': {
    when: 'at these partners, and at no others, a third of the people are far from another third on the question (scoring, rule 7)',
    holds: (given) => {
      const { world } = given
      const question = given.question()
      const divided = listPartners(world).filter((id) =>
        isDivided(question, valuesOf(peopleOf(world, id), question.id)),
      )
      return isSame(given.texts('partners'), divided.map(world.nameOf))
    },
  },
  'talk-open-low': {
    when: 'every partner that is shown, and has a score on the question, gives it less than 50',
    holds: (given) =>
      listPartners(given.world)
        .flatMap((id) => scoreAt(given, id) ?? [])
        .every((own) => own < 50 + 1e-7),
  },
  'own-shared': {
    when: 'the partner’s score over the questions about all partners (scoring, rule 8)',
    test: 'test/report/partner-page.test.ts',
    said: 'Questions about all partners, as North sees them',
  },
  'reason-of-partner': {
    when: 'somebody at the partner gave this reason for setting the question aside',
    test: 'test/report/answers.test.ts',
  },
  'heat-spread': {
    when: 'the partner’s score on the question, and the lowest and the highest answer of its people, two or more, where counts may be told',
    test: 'test/report/heat-map.test.ts',
    said: '(2 to 4)',
  },
  'people-said': {
    when: 'so many of the partner’s people gave this answer to what is asked before the questions',
    test: 'test/report/answers.test.ts',
    said: '2 × 4 “Much”',
  },
  'answer-not-given': {
    when: 'no answer of the partner’s people is shown',
    test: 'test/report/answers.test.ts',
  },
  'checks-passed': {
    when: 'all counted checks that support the question pass; these are the first of them',
    test: 'test/report/claims/cases.test.ts',
    said: 'Checks that pass',
  },
  'checks-failed': {
    when: 'no counted check that supports the question passes anywhere; these are the first of them',
    test: 'test/report/claims/cases.test.ts',
    said: 'Checks that find nothing',
  },
  'method-source': {
    when: 'always; the day where the figures depend on one',
    test: 'test/report/method.test.ts',
  },
  'step-days': {
    when: 'the result has a day: the step begins a week later, and its result can be seen after as long as the practice takes',
    test: 'test/report/next-steps.test.ts',
  },
  'first-held-rest': {
    when: 'so many more conditions of the next level are not met',
    test: 'test/render/first-page.test.ts',
    said: '2 more reasons',
  },
  'and-more': {
    when: 'so many more are not listed',
    test: 'test/report/claims/cases.test.ts',
    said: 'And 2 more.',
  },
  'verdict-unscored': {
    when: 'the questionnaire scores nothing',
    test: 'test/report/claims/cases.test.ts',
  },
  'either-level': {
    when: 'the bounds of the score give these two levels, one next to the other',
    holds: (given) => isLevelRange(given, false),
  },
  'any-level-between': {
    when: 'the bounds of the score give these two levels, with others between them',
    holds: (given) => isLevelRange(given, true),
  },
  'held-back-partners': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world }) => !hasEnoughPartners(world),
  },
  'held-back-unscored': {
    when: 'enough partners count, and there is no level',
    holds: ({ world }) => hasEnoughPartners(world) && levelOf(world) === null,
  },
  'level-limit-missed': {
    when: 'a limit is set, and the level is lower or missing',
    test: 'test/report/verdict.test.ts',
    said: 'The level is “Emerging”; the limit is “Ready”',
  },
  'no-score-for-limit': {
    when: 'a limit is set, and there is no score',
    test: 'test/report/verdict.test.ts',
  },
  'score-limit-missed': {
    when: 'a limit is set, and the score is lower',
    test: 'test/report/verdict.test.ts',
  },
  'dimension-limit-missed': {
    when: 'a limit is set, and the dimension is lower or not scored',
    test: 'test/report/verdict.test.ts',
  },
  'score-worse': {
    when: 'the score is lower than at the point named by --no-worse-than',
    test: 'test/report/verdict.test.ts',
    said: 'The score is 50; it was 63 before',
  },
  'level-worse': {
    when: 'the level is lower than at the point named by --no-worse-than',
    test: 'test/report/verdict.test.ts',
    said: 'The level is “Emerging”; it was “Ready” before',
  },
  'worse-hidden': {
    when: 'the comparison would show what a few people answered',
    test: 'test/report/verdict.test.ts',
  },
  'nothing-applies': {
    when: 'nothing in the dimension applies to the partner, or to anybody',
    holds: (given) => {
      const { world, dimension } = given
      const partners = given.hasPartner() ? [given.partner()] : listPartners(world)
      return partners.every(
        (partner) => dimensionOf(world, peopleOf(world, partner), dimension()) === undefined,
      )
    },
  },
  'part-not-scored': {
    when: 'a dimension in it is not scored',
    test: 'test/report/claims/cases.test.ts',
  },
  'dimension-unscored': {
    when: 'the dimension has no score, for this reason',
    test: 'test/report/claims/cases.test.ts',
    said: 'trust, as Northwind sees it: n/a; nothing in it applies',
  },
  'hypothesis-lead': {
    when: '--what-if is given',
    said: 'They are not what people answered.',
    test: 'test/report/claims/cases.test.ts',
  },
  'answers-of-group': {
    when: 'counts may not be told: the score and how many answered',
    test: 'test/report/answers.test.ts',
  },
  'answer-not-shown': {
    when: 'fewer people than the group limit answered',
    test: 'test/report/answers.test.ts',
  },
  'answer-not-asked': {
    when: 'nobody of the partner was asked',
    test: 'test/report/answers.test.ts',
  },
  'divided-rest': {
    when: 'so many more questions are divided',
    said: 'And 4 more. A question counts once',
    test: 'test/report/claims/cases.test.ts',
  },
  'gap-size': {
    when: 'the difference of the two scores',
    test: 'test/report/claims/cases.test.ts',
  },
  'deciding-room': {
    when: 'what the open answers to the question can move the score by',
    test: 'test/report/claims/cases.test.ts',
  },
  'deciding-rest': {
    when: 'so many more can move it by no more',
    test: 'test/report/claims/cases.test.ts',
  },
  'path-highest': {
    when: 'the level is the highest',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-lead': {
    when: 'the steps of least effort that reach the next level',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-must-open': {
    when: 'an essential question has no answer at a partner',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-must-not-raisable': {
    when: 'an essential question below its minimum has no steps',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-out-of-reach': {
    when: 'all steps together do not reach the next level',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-too-open': {
    when: 'something is not scored',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'plan-figures': {
    when: 'there is a plan: its completeness, and the errors in it',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-complete': {
    when: 'the share of the counted checks that pass, by weight',
    test: 'test/report/plan-summary.test.ts',
    said: '94 % complete',
  },
  'plan-no-check-counts': {
    when: 'no check counts at the stage',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-too-little-read': {
    when: 'the plan is a document of which less than 80 % was read',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-unread': {
    when: 'text of the plan is about so many checks and was not understood',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-no-findings': {
    when: 'no check of the plan found anything, and all could be judged',
    test: 'test/report/claims/cases.test.ts',
  },
  'plan-finding-waived': {
    when: 'a waiver covers the finding',
    test: 'test/report/claims/cases.test.ts',
  },
  'partner-does-not-know': {
    when: 'so many of the partner’s people don’t know',
    test: 'test/report/say-do.test.ts',
    said: "2 of 4 don't know",
  },
  'partner-score': {
    when: 'the partner’s score on the question',
    test: 'test/report/say-do.test.ts',
    said: 'Northwind 100',
  },
  'partner-gives': {
    when: 'the partner’s score on the dimension',
    test: 'test/report/say-do.test.ts',
  },
  'plan-reaches': {
    when: 'the completeness of the plan in the dimension',
    test: 'test/report/say-do.test.ts',
  },
  'change-since': {
    when: 'all questions and weights are the same at both points, and the same partners have a score',
    test: 'test/report/changes.test.ts',
    said: 'the score fell by 38 points',
  },
  'change-other-partners': {
    when: 'questions and weights are the same, and exactly these partners have a score at one of the points only',
    test: 'test/report/changes.test.ts',
    said: 'only the earlier one includes Contoso',
  },
  'change-without-score': {
    when: 'one of the two points, or both, has no overall score',
    test: 'test/report/changes.test.ts',
  },
  'change-incomparable': {
    when: 'both points have an overall score; questions or weights differ, or the earlier questionnaire is not at hand',
    test: 'test/report/changes.test.ts',
  },
  'change-of-level': {
    when: 'both points have a level, and they differ',
    test: 'test/report/changes.test.ts',
  },
  'change-same-level': {
    when: 'both points have the same level',
    test: 'test/report/changes.test.ts',
    said: 'as before.',
  },
  'change-of-partner': {
    when: 'the partner’s overall score at both points',
    test: 'test/report/changes.test.ts',
  },
  'change-error': {
    when: 'the error of a change could be worked out (ten people or more)',
    test: 'test/report/claims/cases.test.ts',
  },
  'change-error-unknown': {
    when: 'the error of no change could be worked out',
    test: 'test/report/changes.test.ts',
  },
  'change-withheld': {
    when: 'a group is too small, or too few people changed',
    test: 'test/report/changes.test.ts',
  },
  'changes-fell': {
    when: 'an essential question is not met now, and was below its minimum at no partner before',
    test: 'test/report/changes.test.ts',
  },
  'changes-opened': {
    when: 'somebody left it unanswered now, and nobody before',
    test: 'test/report/changes.test.ts',
  },
  'changes-closed': {
    when: 'somebody left it unanswered before, and nobody now',
    test: 'test/report/changes.test.ts',
  },
  'moves-lead': {
    when: 'so many of the partner’s scores went down, up or stayed',
    test: 'test/report/changes.test.ts',
  },
  'sign-fewer-answers': {
    when: 'the share of answers given fell by five points or more',
    test: 'test/report/warning-signs.test.ts',
  },
  'sign-lower-answers': {
    when: 'at least twice as many scores fell as rose, and a third of all',
    test: 'test/report/warning-signs.test.ts',
  },
  'sign-overdue': {
    when: 'the plan has it open, past its day',
    test: 'test/report/warning-signs.test.ts',
  },
  'chart-equally-apart': {
    when: 'two dimensions or more can be compared, and in each the partners are as far apart as in the others',
    holds: ({ world }) => {
      const spreads = dimensionIds(world)
        .filter((id) => viewsOf(world, id).length > 1)
        .map((id) => spreadOf(world, id))
      const [first = 0] = spreads
      return first > 1e-7 && spreads.length > 1 && spreads.every((own) => near(own, first))
    },
  },
  'chart-furthest-apart': {
    when: 'no dimension has a wider spread between partners than these, and no other so wide a one; some other that can be compared is less wide, or there is only one',
    holds: ({ world, texts }) => {
      const widest = Math.max(...dimensionIds(world).map((id) => spreadOf(world, id)))
      const found = dimensionIds(world).filter((id) => near(spreadOf(world, id), widest))
      return (
        widest > 1e-7 &&
        isSame(texts('titles'), found) &&
        texts('marks').length === (found.length === 1 ? 2 : 0) &&
        new Set(texts('marks')).size === texts('marks').length
      )
    },
  },
  'chart-one-dimension': {
    when: 'one dimension alone is scored, and this is its score',
    holds: ({ world, text }) => {
      const scores = scoredValues(world)
      return (
        scores.length === 1 &&
        isSame(dimensionsAt(world, scores[0] ?? 0), [text('title')]) &&
        text('score') === shown(world, scores[0])
      )
    },
  },
  'chart-unscored': {
    when: 'these dimensions, and no others, have no score',
    holds: ({ world, texts }) =>
      isSame(
        texts('titles'),
        scoresOf(world).flatMap(([id, score]) => (score == null ? [id] : [])),
      ),
  },
  'chart-bounds-widest': {
    when: 'no dimension has wider bounds; so much of it is answered',
    holds: ({ world, text }) => {
      const widths = listWidths(world)
      const own = widths.find(({ id }) => id === text('title'))
      return (
        own !== undefined &&
        own.width > 1e-7 &&
        widths.every(({ width }) => width <= own.width + 1e-7) &&
        text('range') === `${shown(world, own.low)}–${shown(world, own.high)}` &&
        isPercent(text('coverage'), wholeCoverageOf(world, own.id), world)
      )
    },
  },
  'chart-bounds-answered': {
    when: 'so many dimensions have no unanswered question',
    holds: ({ world, number }) =>
      listWidths(world).filter(({ id }) => near(wholeCoverageOf(world, id), 1)).length ===
      number('rest'),
  },
  'chart-risks-placed': {
    when: 'so many risks of the plan have a likelihood and an impact',
    test: 'test/report/claims/cases.test.ts',
  },
  'chart-risks-grave': {
    when: 'likelihood × impact is 15 or more',
    test: 'test/report/claims/cases.test.ts',
  },
  'chart-risks-gravest': {
    when: 'no risk reaches 15; this one is highest',
    test: 'test/report/claims/cases.test.ts',
  },
  'chart-trend-largest': {
    when: 'no partner’s dimension changed more',
    test: 'test/report/trend-chart.test.ts',
  },
  'learning-need': {
    when: 'of the people of each partner that is named, half or more name `never` or `hard-knocks`, and nothing else',
    test: 'test/report/next-steps.test.ts',
  },
  'audience-at-partner': {
    when: 'so many of the partner’s people gave that answer',
    test: 'test/report/audiences.test.ts',
    said: 'north (1 of 2 people)',
  },
  'audience-tested': {
    when: 'the group has a test; its text follows the score',
    test: 'test/report/audiences.test.ts',
  },
  'audience-untested': {
    when: 'the group has a test, and there is no score since too little is answered',
    test: 'test/report/audiences.test.ts',
  },
  'audience-inapplicable': {
    when: 'the group has a test, and nothing applies to the partner',
    test: 'test/report/audiences.test.ts',
  },
  'steps-lead': { when: 'there are so many first steps', test: 'test/report/next-steps.test.ts' },
  'step-time': {
    when: 'the effort of the practice, and how long it takes',
    test: 'test/report/next-steps.test.ts',
  },
  'step-owner': {
    when: 'the plan’s section names this owner',
    test: 'test/report/claims/cases.test.ts',
  },
  'step-answers-together': {
    when: 'nothing is split by partner: the common score',
    test: 'test/report/next-steps.test.ts',
  },
  krippendorff: {
    when: 'two people or more answered two questions or more alike or not',
    test: 'test/report/agreement.test.ts',
  },
  'krippendorff-missing': {
    when: 'it could not be worked out, for this reason',
    test: 'test/report/agreement.test.ts',
  },
  'cronbach-missing': {
    when: 'it could not be worked out for some dimension, for these reasons',
    test: 'test/report/agreement.test.ts',
  },
  'statistic-too-few': {
    when: 'fewer than two people count; no agreement is shown then, so no report says it',
    test: 'test/scoring/agreement.test.ts',
    said: "'too-few'",
  },
  'statistic-one-item': {
    when: 'fewer than two questions have answers of two people (Krippendorff), or of those who answered all (Cronbach)',
    test: 'test/report/agreement.test.ts',
  },
  'statistic-no-variance': {
    when: 'all answers that are compared, to whatever question, have the same score',
    test: 'test/report/agreement.test.ts',
  },
  'cronbach-too-few': {
    when: 'fewer than ten people answered every question of a dimension that anybody answered',
    test: 'test/report/agreement.test.ts',
  },
  'cronbach-no-variance': {
    when: 'the scores of each person who answered every question of a dimension come to the same sum',
    test: 'test/report/agreement.test.ts',
  },
  'agreement-within-missing': {
    when: 'a partner has none on a dimension that is shown',
    test: 'test/report/agreement.test.ts',
  },
  'method-unscored': {
    when: 'the questionnaire scores nothing',
    test: 'test/report/claims/cases.test.ts',
  },
  'method-level': {
    when: 'always; of essential questions only where there are some',
    test: 'test/report/method.test.ts',
  },
  'method-plan': {
    when: 'there is a plan',
    said: 'The written plan is measured by itself',
    test: 'test/report/claims/cases.test.ts',
  },
  'provenance-people': {
    when: 'so many people count',
    test: 'test/report/method.test.ts',
    said: '2 people',
  },
  'change-rose': {
    when: 'the figure is so much higher than at the earlier point',
    test: 'test/report/changes.test.ts',
    said: 'rose by 1 point',
  },
  'change-fell': {
    when: 'the figure is so much lower than at the earlier point',
    test: 'test/report/changes.test.ts',
    said: 'fell by 38 points',
  },
  'change-of-score': {
    when: 'the overall score rose or fell, or its change rounds to nothing',
    test: 'test/report/changes.test.ts',
    said: 'the score is the same',
  },
  'changes-exact': {
    when: 'some change differs from the difference of the two scores that are shown',
    test: 'test/report/changes.test.ts',
  },
  'change-period': {
    when: 'the changes are those between these two points',
    test: 'test/report/changes.test.ts',
    said: 'From point 1 to point 2',
  },
  'changes-left-version': {
    when: 'the questionnaire that was answered then is not at hand',
    test: 'test/report/claims/cases.test.ts',
  },
  'changes-left-scale': {
    when: 'the question was answered on another scale at one of the points',
    test: 'test/report/claims/cases.test.ts',
  },
  'changes-left-reworded': {
    when: 'the question has other words at the two points',
    test: 'test/report/claims/cases.test.ts',
  },
  'changes-left-added': {
    when: 'the question is asked at the later point alone',
    test: 'test/report/changes.test.ts',
  },
  'changes-left-removed': {
    when: 'the question is asked at the earlier point alone',
    test: 'test/report/changes.test.ts',
  },
  move: {
    when: 'the partner’s score on the question changed so much, and from what to what',
    test: 'test/report/changes.test.ts',
    said: '−75, from 100 to 25',
  },
  'move-scores': {
    when: 'the partner’s scores on the question at the two points',
    test: 'test/report/changes.test.ts',
    said: 'from 100 to 25',
  },
  'moves-rest': {
    when: 'so many more of the partner’s scores moved by ten points or more',
    test: 'test/golden/trend/report.md',
  },
  'sign-lead': {
    when: 'something of the partner is lower than at the point before',
    test: 'test/report/warning-signs.test.ts',
    said: 'lead: `Contoso, since',
  },
  'mirror-rows': {
    when: 'the questions below are those with the widest difference, the widest first',
    test: 'test/report/claims/cases.test.ts',
  },
  'questions-withheld': {
    when: 'on so many questions the figures of a partner are hidden: fewer than the group limit answered, or nobody did, or the others would tell what they answered',
    test: 'test/report/gaps.test.ts',
    said: 'figures here for at least one partner',
  },
  'step-answers': {
    when: 'the scores of those who answered; an essential question, where it is one that holds the level back',
    test: 'test/report/claims/cases.test.ts',
    said: 'an essential question, not met at',
  },
  'path-step-facts': {
    when: 'so many steps on the question are part of the route',
    test: 'test/report/path-to-next-level.test.ts',
    said: 'small effort each',
  },
  'plan-nothing-asked': {
    when: 'no check of the dimension counts at the plan’s stage',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-more-findings': {
    when: 'the checks found so many more',
    test: 'test/report/claims/cases.test.ts',
  },
  'say-do-claimed': {
    when: 'on these questions a partner’s score is 75 or more, and no counted check that supports the question passes anywhere',
    test: 'test/report/claims/cases.test.ts',
  },
  'say-do-not-lived': {
    when: 'on these questions a partner’s score is 25 or less, or half of its people don’t know, and all counted checks that support the question pass',
    test: 'test/report/claims/cases.test.ts',
  },
  'say-do-rest': {
    when: 'so many more questions differ in this way',
    test: 'test/report/claims/cases.test.ts',
    said: 'And 4 more questions.',
  },
  'risks-unplaced': {
    when: 'the plan gives these risks no likelihood or no impact',
    test: 'test/report/claims/cases.test.ts',
  },
  'chart-trend-about': {
    when: 'the chart’s first and last points',
    test: 'test/report/trend-chart.test.ts',
  },
  'remark-of-partner': {
    when: 'somebody of the partner wrote this',
    test: 'test/report/answers.test.ts',
    said: 'north: “Two',
  },
  division: {
    when: 'the people of these partners, and of no others, are divided on some question (scoring, rule 7)',
    holds: ({ world, texts }) => {
      const divided = listPartners(world).filter((id) =>
        listQuestions(world.questionnaire).some((question) =>
          isDivided(question, valuesOf(peopleOf(world, id), question.id)),
        ),
      )
      return (
        divided.length === texts('partners').length &&
        divided.every((id, index) => texts('partners')[index]?.includes(world.nameOf(id)))
      )
    },
  },
  'held-back': {
    when: 'there is a level; what follows holds it back',
    holds: ({ world }) => levelOf(world) !== null,
  },
  'chart-next-level': {
    when: 'there is a level above the one in force, and it needs so much in every dimension',
    holds: ({ world, text }) => {
      const next = nextLevelOf(world)
      return text('needs') === String(next?.weakest) && text('level') === next?.title
    },
  },
  'score-range': {
    when: 'with every open answer at its worst and at its best: the score of the dimension, as the partner or as all see it',
    holds: (given) => {
      const { world, text } = given
      const partner = given.hasPartner() ? given.partner() : null
      const [low, high] = boundsOf(world, given.dimension(), partner)
      return (
        low != null &&
        high != null &&
        high > low &&
        text('low') === shown(world, low) &&
        text('high') === shown(world, high)
      )
    },
  },
  'method-open': {
    when: 'always; the share is the questionnaire’s own',
    holds: ({ world, text }) => text('coverage') === neededCoverage(world),
  },
}
