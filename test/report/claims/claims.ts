import { listQuestions, type Question } from '../../../src/model/questionnaire.ts'
import type { ReportSentence } from '../../../src/words/message.ts'
import {
  average,
  belowOf,
  countState,
  dimensionOf,
  findPartner,
  hasEnoughPartners,
  isBrokenAt,
  isDivided,
  levelOf,
  listPartners,
  neededPartners,
  overallOf,
  peopleOf,
  rounded,
  scoreOf,
  valuesOf,
  type World,
  wholeDimensionOf,
  whyNot,
  without,
} from './world.ts'

/** A sentence as it stands in a report: its values, with the sentences in them said. */
export interface Given {
  readonly world: World
  /** A value as text; lists by their items. */
  readonly text: (name: string) => string
  readonly texts: (name: string) => readonly string[]
  readonly number: (name: string) => number
  /** The question that the sentence stands under; a fault where it stands under none. */
  readonly question: () => Question
  /** The partner that it stands under, by id. */
  readonly partner: () => string
}

export interface Claim {
  /** The condition under which the sentence is written, in words. */
  readonly when: string
  /** Does it hold? Left out where another test, named here, holds the sentence against its condition. */
  readonly holds?: (given: Given) => boolean
  readonly test?: string
}

type SentenceId = ReportSentence['say']

const near = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6)

const titleOf = ({ questionnaire }: World, level: string | null) =>
  questionnaire.levels.find(({ id }) => id === level)?.title ?? 'No level'

const shown = (world: World, value: number | null | undefined) =>
  value === undefined ? 'n/a' : rounded(value, world.questionnaire)

const byName = ({ world, text }: Given) => findPartner(world, text('partner'))

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

const belowAsSaid = (given: Given) => {
  const { world, number } = given
  const partner = given.text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
  return listQuestions(world.questionnaire).some((question) => {
    const { below, of } = belowOf(world, partner, question)
    return question.must !== null && below === number('below') && of === number('of')
  })
}

const statePeople = (state: string) => (given: Given) =>
  countState(peopleOf(given.world, given.partner()), given.question().id, state) ===
  given.number('people')

const areAllAsSaid = ({ world, text }: Given) =>
  text('areAll') === String(world.all.length === world.counted.length)

const leftOutAs =
  (reason: string) =>
  ({ world }: Given) =>
    world.all.some((response) => whyNot(response, world.questionnaire) === reason)

/** Of every sentence that claims something of the answers: when it is written. */
export const claims: Readonly<Partial<Record<SentenceId, Claim>>> = {
  'view-of-one': {
    when: 'one partner alone has a response that counts',
    holds: (given) => listPartners(given.world).join() === byName(given),
  },
  'view-of-some': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world, number }) =>
      !hasEnoughPartners(world) &&
      number('value') === listPartners(world).length &&
      number('needs') === neededPartners(world),
  },
  headline: {
    when: 'the score is the overall score, in whole numbers; the level is the one in force',
    holds: ({ world, text }) => {
      const overall = overallOf(world)
      const level = levelOf(world)
      const isScoreRight = text('score') === (overall === null ? '' : shown(world, overall))
      return isScoreRight && (level === null || text('level') === titleOf(world, level))
    },
  },
  'level-not-yet': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world }) => !hasEnoughPartners(world),
  },
  'verdict-too-few': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world }) => !hasEnoughPartners(world),
  },
  'verdict-places': {
    when: 'there is a level, with enough partners, and it is this one',
    holds: ({ world, text }) => {
      const level = levelOf(world)
      return level !== null && text('level') === titleOf(world, level)
    },
  },
  'verdict-open': {
    when: 'with enough partners, something is not scored for want of answers, and the level depends on it',
    holds: ({ world }) => hasEnoughPartners(world) && levelOf(world) === null,
  },
  'verdict-nothing-applies': {
    when: 'no question applies to anybody',
    holds: ({ world }) =>
      dimensionIds(world).every((id) => wholeDimensionOf(world, id) === undefined),
  },
  respondents: {
    when: 'so many people have a response that counts; they are all who answered, where it says so',
    holds: (given) => given.world.counted.length === given.number('people') && areAllAsSaid(given),
  },
  'respondents-alone': {
    when: 'one partner alone has a response that counts, of so many people; they are all who answered, where it says so',
    holds: (given) =>
      listPartners(given.world).join() === byName(given) &&
      given.world.counted.length === given.number('people') &&
      areAllAsSaid(given),
  },
  'respondents-of': {
    when: 'so many of the partner’s people have a response that counts',
    holds: (given) => peopleOf(given.world, byName(given)).length === given.number('people'),
  },
  'firm-score': {
    when: 'worked out again without each person whose partner has others: the lowest and the highest score',
    holds: ({ world, text, number }) => {
      const scores = eachWithoutOne(world).map(overallOf)
      if (scores.some((score) => score === null)) return false
      const [low, high] = [Math.min(...(scores as number[])), Math.max(...(scores as number[]))]
      return (
        scores.length === number('of') &&
        text('low') === shown(world, low) &&
        text('high') === shown(world, high)
      )
    },
  },
  'firm-level': {
    when: 'without any one of these people the level is the same',
    holds: ({ world }) => eachWithoutOne(world).every((rest) => levelOf(rest) === levelOf(world)),
  },
  'border-level': {
    when: 'without some one of these people the level is another',
    holds: ({ world }) =>
      eachWithoutOne(world).some((rest) => ![null, levelOf(world)].includes(levelOf(rest))),
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
      const missing = levels.filter((level) => level === null)
      return (
        missing.length === number('times') &&
        levels.length === number('of') &&
        levels.every((level) => level === null || level === levelOf(world))
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
    when: 'a partner is asked, or has a response, and none of it counts',
    holds: ({ world, texts }) =>
      texts('partners').every((name) => peopleOf(world, findPartner(world, name)).length === 0),
  },
  'left-out': {
    when: 'this response does not count',
    holds: (given) => {
      const partner = byName(given)
      const found = given.world.all.find(
        (own) => own.partner === partner && own.respondent.id === given.text('respondent'),
      )
      return found !== undefined && whyNot(found, given.world.questionnaire) !== null
    },
  },
  'left-out-excluded': {
    when: 'the response says that it is excluded',
    holds: leftOutAs('excluded'),
  },
  'left-out-empty': { when: 'the response has no entry', holds: leftOutAs('empty') },
  'left-out-unfinished': {
    when: 'the response is not completed and lacks an entry',
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
    when: 'unanswered questions leave more than one level',
    test: 'test/report/level-range.test.ts',
  },
  'open-answers-leave': {
    when: 'something is unanswered: the bounds of the score, and the levels at both',
    test: 'test/report/deciding-questions.test.ts',
  },
  'too-few-partners': {
    when: 'fewer partners have a response that counts than a level takes',
    holds: ({ world, number }) =>
      !hasEnoughPartners(world) && number('value') === listPartners(world).length,
  },
  'reason-hidden': {
    when: 'a condition is not met that would show what a few people answered',
    test: 'test/scoring/privacy.test.ts',
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
    holds: ({ world, number }) => (overallOf(world) ?? 0) < number('needs') - 1e-7,
  },
  'just-under': {
    when: 'a figure would round up to a limit that it missed',
    test: 'test/model/figures.test.ts',
  },
  'dimension-below-level': {
    when: 'the partner’s score on the dimension is under what the next level needs',
    holds: (given) => {
      const { world, text, number } = given
      const partner = text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
      const id = dimensionIds(world).find((own) => own === text('dimension')) ?? ''
      return (dimensionOf(world, peopleOf(world, partner), id) ?? 0) < number('needs') - 1e-7
    },
  },
  'dimensions-below-level': {
    when: 'the partner’s scores on these dimensions are under what the next level needs',
    holds: (given) => {
      const { world, text, texts, number } = given
      const partner = text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
      const low = dimensionIds(world).filter(
        (id) => (dimensionOf(world, peopleOf(world, partner), id) ?? 100) < number('needs') - 1e-7,
      )
      return low.length === texts('found').length
    },
  },
  'dimension-not-scored': {
    when: 'the partner answered less of the dimension than is needed',
    holds: (given) => {
      const { world, text } = given
      const partner = text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
      return dimensionOf(world, peopleOf(world, partner), text('dimension')) === null
    },
  },
  'dimensions-not-scored': {
    when: 'the partner answered less of these dimensions than is needed',
    holds: (given) => {
      const { world, text, texts } = given
      const partner = text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
      const open = dimensionIds(world).filter(
        (id) => dimensionOf(world, peopleOf(world, partner), id) === null,
      )
      return open.length === texts('found').length
    },
  },
  'must-broken': {
    when: 'at these partners, and at no others, half of those who answered the essential question, or more, are below its minimum, or nobody answered it',
    holds: ({ world, text, texts }) => {
      const question = listQuestions(world.questionnaire).find(({ ask }) => ask === text('ask'))
      if (question === undefined) return false
      const broken = listPartners(world).filter((id) => isBrokenAt(world, id, question))
      return broken.length > 0 && broken.length === texts('found').length
    },
  },
  'must-below': {
    when: 'so many of the partner’s people who answered are below the minimum',
    holds: belowAsSaid,
  },
  'must-not-yes': {
    when: 'so many of the partner’s people who answered said no',
    holds: belowAsSaid,
  },
  'must-unanswered': {
    when: 'nobody at the partner answered an essential question, and somebody left it open',
    holds: (given) => {
      const { world } = given
      const partner = given.text('partner') === '' ? (listPartners(world)[0] ?? '') : byName(given)
      return listQuestions(world.questionnaire).some(
        (question) =>
          question.must !== null &&
          belowOf(world, partner, question).of === 0 &&
          isBrokenAt(world, partner, question),
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
  'lowest-dimensions': {
    when: 'all dimensions are scored, and these are lowest',
    holds: ({ world, texts, text }) => {
      const scores = dimensionIds(world).flatMap((id) => wholeDimensionOf(world, id) ?? [])
      const least = Math.min(...scores)
      return (
        text('score') === shown(world, least) &&
        texts('dimensions').every((id) => near(wholeDimensionOf(world, id) ?? null, least))
      )
    },
  },
  'partner-column': {
    when: 'the column has this partner’s own scores, of so many people',
    test: 'test/render/markdown.test.ts',
  },
  'too-little-answered': {
    when: 'less of the dimension is answered than is needed',
    test: 'test/report/dimensions.test.ts',
  },
  'partner-answered-too-little': {
    when: 'a dimension of several partners is not scored, since one answered too little of it',
    test: 'test/report/dimensions.test.ts',
  },
  'gap-side': {
    when: 'the partner’s score on the question',
    holds: (given) => given.text('score') === shown(given.world, scoreAt(given, byName(given))),
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
    when: 'the partner’s score on the question about itself, and the others’ average on the one about it; ten points or more apart',
    holds: (given) => {
      const { world, text } = given
      const us = given.question()
      const them = listQuestions(world.questionnaire).find(({ mirror }) => mirror === us.id)
      const partner = byName(given)
      const others = listPartners(world)
        .filter((id) => id !== partner)
        .flatMap((id) => (them === undefined ? [] : (scoreOf(peopleOf(world, id), them) ?? [])))
      const own = scoreOf(peopleOf(world, partner), us)
      return (
        text('own') === shown(world, own) &&
        text('seen') === shown(world, average(others)) &&
        Math.abs((own ?? 0) - average(others)) >= 10 - 1e-7
      )
    },
  },
  subject: {
    when: 'exactly two partners are asked, and both answered three mirrored pairs or more about this one',
    holds: (given) =>
      (given.world.asked ?? listPartners(given.world)).length === 2 && given.number('pairs') >= 3,
  },
  'sign-burden': {
    when: 'the partner’s score about itself is 25 points or more over its score about the others',
    holds: (given) => {
      const { world, text } = given
      const them = given.question()
      const us = listQuestions(world.questionnaire).find(({ id }) => id === them.mirror)
      const people = peopleOf(world, byName(given))
      const own = us === undefined ? null : scoreOf(people, us)
      const other = scoreOf(people, them)
      return (
        text('own') === shown(world, own) &&
        text('other') === shown(world, other) &&
        (own ?? 0) - (other ?? 0) >= 25 - 1e-7
      )
    },
  },
  ...agendaClaims(),
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
    test: 'test/scoring/actions.test.ts',
  },
  'chart-extremes': {
    when: 'these dimensions have the highest and the lowest score of those that are scored',
    holds: ({ world, text, texts }) => {
      const scores = dimensionIds(world).flatMap((id) => wholeDimensionOf(world, id) ?? [])
      return (
        text('high') === shown(world, Math.max(...scores)) &&
        text('low') === shown(world, Math.min(...scores)) &&
        texts('lowest').every((id) =>
          near(wholeDimensionOf(world, id) ?? null, Math.min(...scores)),
        )
      )
    },
  },
  'chart-all-alike': {
    when: 'all dimensions that are scored have the same score',
    holds: ({ world }) => {
      const scores = dimensionIds(world).flatMap((id) => wholeDimensionOf(world, id) ?? [])
      return near(Math.max(...scores), Math.min(...scores))
    },
  },
  'chart-partners-alike': {
    when: 'no two partners that are scored on a dimension differ there',
    holds: ({ world }) =>
      dimensionIds(world).every((id) => {
        const scores = listPartners(world).flatMap(
          (partner) => dimensionOf(world, peopleOf(world, partner), id) ?? [],
        )
        return scores.length < 2 || near(Math.max(...scores), Math.min(...scores))
      }),
  },
  'chart-partner-mark': {
    when: 'the partner’s score on the dimension',
    holds: (given) =>
      dimensionIds(given.world).some(
        (id) =>
          shown(given.world, dimensionOf(given.world, peopleOf(given.world, byName(given)), id)) ===
          given.text('score'),
      ),
  },
  'chart-gaps-about': {
    when: 'the highest score on the question and the lowest, of all partners that have them, as far apart as it says',
    holds: (given) => {
      const { world, text } = given
      const question = listQuestions(world.questionnaire).find(({ ask }) => ask === text('ask'))
      if (question === undefined) return false
      const scoresOf = (ids: readonly string[]) =>
        ids.flatMap((id) => scoreOf(peopleOf(world, id), question) ?? [])
      const sideOf = (field: 'high' | 'low') =>
        scoresOf(given.texts(field).map((name) => findPartner(world, name)))
      const all = scoresOf(listPartners(world))
      const [most, least] = [Math.max(...all), Math.min(...all)]
      return (
        sideOf('high').every((score) => near(score, most)) &&
        sideOf('low').every((score) => near(score, least)) &&
        sideOf('high').length === all.filter((score) => near(score, most)).length &&
        sideOf('low').length === all.filter((score) => near(score, least)).length &&
        Math.floor(most - least + 0.5 + 1e-9) === Number(text('gap'))
      )
    },
  },
  'plan-not-begun': {
    when: 'the plan says no more than `init` wrote',
    test: 'test/report/plan-line.test.ts',
  },
  'plan-agrees': {
    when: 'there is a plan, somebody answered or did not know a question that a check supports, and say and do finds none on either side (scoring, rule 11)',
    test: 'test/report/plan-line.test.ts',
  },
  'plan-differs': {
    when: 'say and do finds so many partners’ questions on each side (scoring, rule 11)',
    test: 'test/report/plan-line.test.ts',
  },
  'say-do-claimed-about': {
    when: 'a partner’s score is 75 or more, and no counted check that supports the question passes anywhere',
    test: 'test/scoring/say-do.test.ts',
  },
  'say-do-not-lived-about': {
    when: 'a partner’s score is 25 or less, or half of its people don’t know, and all counted checks that support the question pass',
    test: 'test/scoring/say-do.test.ts',
  },
  overconfident: {
    when: 'a partner’s dimension is at 75 or more, where the plan is under half or another partner 25 points lower',
    test: 'test/scoring/say-do.test.ts',
  },
  'change-overall': {
    when: 'all questions and weights are the same at both points',
    test: 'test/report/changes.test.ts',
  },
  'sign-fewer-people': {
    when: 'fewer of the partner’s people count than last time',
    test: 'test/report/warning-signs.test.ts',
  },
  'sign-lower-score': {
    when: 'the partner’s overall score is ten points lower or more, over the same questions',
    test: 'test/report/warning-signs.test.ts',
  },
  'learning-share': {
    when: 'so many of the partner’s people chose `never` or `hard-knocks` as where they learned it',
    test: 'test/report/next-steps.test.ts',
  },
  'partners-hidden': {
    when: 'a partner has fewer people than the group limit, or figures could be told by subtraction',
    test: 'test/scoring/privacy.test.ts',
  },
  'verdict-hidden': {
    when: 'fewer people than the group limit answered in all, or in a dimension where nothing is split by partner',
    test: 'test/scoring/privacy.test.ts',
  },
  'level-withheld': {
    when: 'fewer people than the group limit answered in all, or in a dimension where nothing is split by partner',
    test: 'test/scoring/privacy.test.ts',
  },
  'level-not-scored': {
    when: 'something is not scored, and the level depends on it',
    test: 'test/report/verdict.test.ts',
  },
  'level-nothing-applies': {
    when: 'no question applies to anybody',
    test: 'test/report/verdict.test.ts',
  },
  'level-nothing-to-score': {
    when: 'the questionnaire scores nothing',
    test: 'test/report/verdict.test.ts',
  },
  'verdict-unscored': {
    when: 'the questionnaire scores nothing',
    test: 'test/report/verdict.test.ts',
  },
  'either-level': {
    when: 'the bounds of the score give these two levels, one next to the other',
    test: 'test/report/level-range.test.ts',
  },
  'any-level-between': {
    when: 'the bounds of the score give these two levels, with others between them',
    test: 'test/report/level-range.test.ts',
  },
  'held-back-partners': {
    when: 'a level takes more partners',
    test: 'test/report/verdict.test.ts',
  },
  'held-back-unscored': { when: 'something is not scored', test: 'test/report/verdict.test.ts' },
  'level-limit-missed': {
    when: 'a limit is set, and the level is lower or missing',
    test: 'test/report/verdict.test.ts',
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
    test: 'test/scoring/trend.test.ts',
  },
  'level-worse': {
    when: 'the level is lower than at the point named by --no-worse-than',
    test: 'test/scoring/trend.test.ts',
  },
  'worse-hidden': {
    when: 'the comparison would show what a few people answered',
    test: 'test/scoring/trend.test.ts',
  },
  'nothing-applies': {
    when: 'nothing in the dimension applies',
    test: 'test/report/dimensions.test.ts',
  },
  'part-not-scored': {
    when: 'a dimension in it is not scored',
    test: 'test/report/dimensions.test.ts',
  },
  'dimension-unscored': {
    when: 'the dimension has no score, for this reason',
    test: 'test/report/dimensions.test.ts',
  },
  'hypothesis-lead': { when: '--what-if is given', test: 'test/app/score/what-if.test.ts' },
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
    test: 'test/report/divided.test.ts',
  },
  'first-gap-outweighed': {
    when: 'another gap is wider, on a question of less weight',
    test: 'test/report/gaps.test.ts',
  },
  'first-deciding-rest': {
    when: 'so many more unanswered questions decide the level',
    test: 'test/render/markdown.test.ts',
  },
  'gap-size': { when: 'the difference of the two scores', test: 'test/report/gaps.test.ts' },
  'deciding-room': {
    when: 'what the open answers to the question can move the score by',
    test: 'test/report/deciding-questions.test.ts',
  },
  'deciding-rest': {
    when: 'so many more can move it by no more',
    test: 'test/report/deciding-questions.test.ts',
  },
  'path-highest': {
    when: 'the level is the highest',
    test: 'test/report/path-to-next-level.test.ts',
  },
  'path-lead': {
    when: 'the steps of least effort that reach the next level',
    test: 'test/scoring/path.test.ts',
  },
  'path-must-open': {
    when: 'an essential question has no answer at a partner',
    test: 'test/scoring/path.test.ts',
  },
  'path-must-not-raisable': {
    when: 'an essential question below its minimum has no steps',
    test: 'test/scoring/path.test.ts',
  },
  'path-out-of-reach': {
    when: 'all steps together do not reach the next level',
    test: 'test/scoring/path.test.ts',
  },
  'path-too-open': { when: 'something is not scored', test: 'test/scoring/path.test.ts' },
  'plan-figures': {
    when: 'there is a plan: its completeness, and the errors in it',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-complete': {
    when: 'the share of the counted checks that pass, by weight',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-no-check-counts': {
    when: 'no check counts at the stage',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-no-findings': {
    when: 'no check of the plan found anything',
    test: 'test/report/plan-summary.test.ts',
  },
  'plan-finding-waived': {
    when: 'a waiver covers the finding',
    test: 'test/report/plan-summary.test.ts',
  },
  'partner-does-not-know': {
    when: 'so many of the partner’s people don’t know',
    test: 'test/scoring/say-do.test.ts',
  },
  'partner-score': {
    when: 'the partner’s score on the question',
    test: 'test/scoring/say-do.test.ts',
  },
  'partner-gives': {
    when: 'the partner’s score on the dimension',
    test: 'test/scoring/say-do.test.ts',
  },
  'plan-reaches': {
    when: 'the completeness of the plan in the dimension',
    test: 'test/scoring/say-do.test.ts',
  },
  'change-since': {
    when: 'all questions and weights are the same at both points',
    test: 'test/report/changes.test.ts',
  },
  'change-without-score': {
    when: 'one of the two points has no overall score',
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
  },
  'change-of-partner': {
    when: 'the partner’s overall score at both points',
    test: 'test/report/changes.test.ts',
  },
  'change-error': {
    when: 'the error of a change could be worked out (ten people or more)',
    test: 'test/report/changes.test.ts',
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
    when: 'an essential question was met before and is not now',
    test: 'test/scoring/trend.test.ts',
  },
  'changes-opened': {
    when: 'somebody left it unanswered now, and nobody before',
    test: 'test/scoring/trend.test.ts',
  },
  'changes-closed': {
    when: 'somebody left it unanswered before, and nobody now',
    test: 'test/scoring/trend.test.ts',
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
  'chart-furthest-apart': {
    when: 'no dimension has a wider spread between partners',
    test: 'test/report/report.test.ts',
  },
  'chart-one-dimension': {
    when: 'one dimension alone is scored',
    test: 'test/report/report.test.ts',
  },
  'chart-unscored': { when: 'these dimensions have no score', test: 'test/report/report.test.ts' },
  'chart-bounds-widest': {
    when: 'no dimension has wider bounds',
    test: 'test/report/report.test.ts',
  },
  'chart-bounds-answered': {
    when: 'so many dimensions have no unanswered question',
    test: 'test/report/report.test.ts',
  },
  'chart-risks-placed': {
    when: 'so many risks of the plan have a likelihood and an impact',
    test: 'test/report/report.test.ts',
  },
  'chart-risks-grave': {
    when: 'likelihood × impact is 15 or more',
    test: 'test/report/report.test.ts',
  },
  'chart-risks-gravest': {
    when: 'no risk reaches 15; this one is highest',
    test: 'test/report/report.test.ts',
  },
  'chart-trend-largest': {
    when: 'no partner’s dimension changed more',
    test: 'test/report/trend-chart.test.ts',
  },
  'learning-need': {
    when: 'half of a partner’s people or more chose `never` or `hard-knocks`',
    test: 'test/report/next-steps.test.ts',
  },
  'audience-at-partner': {
    when: 'so many of the partner’s people gave that answer',
    test: 'test/report/audiences.test.ts',
  },
  'audience-tested': {
    when: 'the group has a test; its text follows the score',
    test: 'test/report/audiences.test.ts',
  },
  'audience-untested': {
    when: 'the group has a test, and there is no score',
    test: 'test/report/audiences.test.ts',
  },
  'steps-lead': { when: 'there are so many first steps', test: 'test/report/next-steps.test.ts' },
  'step-time': {
    when: 'the effort of the practice, and how long it takes',
    test: 'test/report/next-steps.test.ts',
  },
  'step-owner': {
    when: 'the plan’s section names this owner',
    test: 'test/report/next-steps.test.ts',
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
  'agreement-within-missing': {
    when: 'a partner has none on a dimension that is shown',
    test: 'test/report/agreement.test.ts',
  },
  'method-unscored': {
    when: 'the questionnaire scores nothing',
    test: 'test/report/days.test.ts',
  },
  'method-level': {
    when: 'always; of essential questions only where there are some',
    test: 'test/report/method.test.ts',
  },
  'method-plan': { when: 'there is a plan', test: 'test/report/method.test.ts' },
  'provenance-people': { when: 'so many people count', test: 'test/report/method.test.ts' },
}

/** Who speaks first is who rated lower. */
function agendaClaims(): Partial<Record<SentenceId, Claim>> {
  const claim: Claim = {
    when: 'those who are asked to begin have the lowest score on the question, and the others the highest; it is about all partners',
    holds: (given) => {
      const { world } = given
      const scores = listPartners(world).flatMap((id) => scoreAt(given, id) ?? [])
      const areAll = (field: 'high' | 'low', score: number) =>
        given
          .texts(field)
          .every((name) => near(scoreAt(given, findPartner(world, name)) ?? Number.NaN, score))
      return (
        given.question().about === 'both' &&
        areAll('low', Math.min(...scores)) &&
        areAll('high', Math.max(...scores))
      )
    },
  }
  return { 'agenda-open': claim }
}
