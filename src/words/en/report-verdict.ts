import type { Catalogue } from '../say.ts'
import { count, inNumber, join } from './grammar.ts'

/** The first page: the verdict, what holds it down, what the open answers can change. */
export const verdictSentences = {
  'level-withheld': 'Withheld',
  'level-answers': 'What people answered',
  'level-days': ({ done, of }: { done: number; of: number }) =>
    `${done} of ${count(of, 'day')} ${inNumber(done, 'has', 'have')} a result`,
  'level-nothing-applies': 'Nothing applies',
  'level-not-scored': 'Not scored',
  'level-not-yet': 'No level yet',
  headline: ({ level, isHypothetical, score, top, view }: Headline) =>
    `${isHypothetical ? 'What if: ' : ''}${level}${
      score === null ? '' : ` · ${score} of ${top}${view === null ? '' : `, ${view}`}`
    }`,
  'view-of-one': ({ partner }: { partner: string }) => `as ${partner} sees it`,
  'view-of-these': ({ partners }: { partners: readonly string[] }) => `as ${join(partners)} see it`,
  'view-of-some': ({ value, needs }: { value: number; needs: number }) =>
    `as ${value} of ${needs} partners ${inNumber(value, 'sees', 'see')} it`,

  'verdict-hidden': ({ minGroup }: { minGroup: number }) =>
    `Too few people have answered, on the whole or in one dimension: it takes at least ${minGroup}. Nothing is shown, so that nobody can be recognised.`,
  'verdict-unscored': ({ who }: { who: string }) =>
    `${who}. This questionnaire gathers what people write, and gives no scores.`,
  'verdict-nothing-applies': 'No question applies, so there is nothing to score.',
  'verdict-too-few': ({ who, view }: { who: string; view: string | null }) =>
    `${who}. This is the partnership ${view ?? 'as they see it'}, which gives no level yet.`,
  'verdict-open': ({ who }: { who: string }) =>
    `${who}. Too many questions are unanswered for a level.`,
  'verdict-places': ({ who, isHypothetical, isOpen }: Verdict) =>
    `${who}.${isHypothetical ? ' The figures are what the answers would give if they were as assumed.' : ''}${
      isOpen ? ' The level is the same however the unanswered questions are answered.' : ''
    }`,
  respondents: ({ people, partners }: Respondents) =>
    `This report is based on ${count(people, 'response')}${
      partners.length === 0 ? '' : `: ${join(partners)}`
    }`,
  'respondents-alone': ({ people, partner }: LoneRespondents) =>
    `This report is based on ${count(people, 'response')} from ${partner}`,
  'respondents-of': ({ people, partner }: { people: number; partner: string }) =>
    `${people} from ${partner}`,
  'partners-hidden': ({ minGroup }: { minGroup: number }) =>
    `Results are not shown by partner. That takes at least ${minGroup} people at each partner, with enough of them answering, so that nobody can be recognised.`,

  'firm-score': ({ of, areAll, low, high }: ScoreWithoutOne) =>
    `If any one of ${of} people${
      areAll ? '' : ' (only those whose partner has other people who count)'
    } had not answered, the score would be ${low === high ? `${low} each time` : `between ${low} and ${high}`}.`,
  'firm-level': ({ of }: { of: number | null }) =>
    of === null
      ? 'The level would be the same each time.'
      : `If any one of ${of} people had not answered, the level would be the same.`,
  'border-level': ({ others }: { others: readonly string[] }) =>
    `The level is on a border: without one person it would be ${join(others, 'or')}.`,
  'level-of-few': ({ times, of }: { times: number; of: number }) =>
    `The level depends on single people: without one person there would be no level in ${times} of ${of} cases.`,
  'border-of-level': ({ level, times, of }: LevelWithoutOne) =>
    `${level === null ? 'missing' : `“${level}”`} in ${times} of ${of} cases`,

  'highlight-strengths': ({ byEach, found }: { byEach: boolean; found: readonly string[] }) =>
    `${byEach ? 'Rated high by every partner' : 'Rated high'}: ${join(found)}.`,
  'highlight-question': ({ ask, score }: { ask: string; score: string }) => `“${ask}” (${score})`,
  'highlight-gap': ({ ask, isPartial, sides }: GapHighlight) =>
    `The difference between partners that weighs most${
      isPartial ? ', of those that can be shown' : ''
    }: “${ask}” (${join(sides)}).`,
  'highlight-unknown': ({ ask, partner, dontKnow, of, areAll, more }: UnknownHighlight) =>
    `Half or more of one partner’s people do not know: “${ask}” (${dontKnow} of ${count(of, 'person', 'people')} at ${partner}${areAll ? '' : ' to whom it applies'})${
      more === 0 ? '' : `, and ${count(more, 'more question', 'more questions')}`
    }.`,
  division: ({ partners }: { partners: readonly string[] }) =>
    `People of the same partner are far apart: ${join(partners)}.`,
  'division-of-partner': ({ partner, questions }: { partner: string; questions: number }) =>
    `those of ${partner} on ${count(questions, 'question')}`,

  'partners-missing': ({ partners }: { partners: readonly string[] }) =>
    `No response from ${join(partners, 'or')} counts yet.`,
  'left-out': ({ partner, respondent, why }: LeftOut) =>
    `Not counted: the response ${respondent} from ${partner}, which ${why}.`,
  'left-out-excluded': ({ note }: { note: string }) =>
    `is excluded${note === '' ? '' : ` (“${note.trim()}”)`}`,
  'left-out-empty': 'has no answer',
  'left-out-unfinished': 'is not finished',
  'unfinished-counted': 'Unfinished responses count here too.',
  'straight-answers': ({ people, of }: { people: number; of: number }) =>
    people === 1
      ? `1 of ${count(of, 'person', 'people')} gave the same number to nearly all questions with a scale. That may be what this person thinks; ask before you rely on it.`
      : `${people} of ${of} people each gave one number to nearly all questions with a scale; the number may differ from person to person. That may be what they think; ask before you rely on it.`,
  'recognisable-one': ({ partners }: { partners: readonly string[] }) =>
    partners.length === 1
      ? `Only one response from ${join(partners)} counts, so what is shown for ${join(partners)} is one person’s answers.`
      : `Only one response from each of ${join(partners)} counts, so what is shown for each of them is one person’s answers.`,
  'recognisable-two': ({ partners }: { partners: readonly string[] }) =>
    partners.length === 1
      ? `Only two responses from ${join(partners)} count, so each of these two people can work out what the other answered.`
      : `Only two responses from each of ${join(partners)} count, so each of the two people can work out what the other answered.`,
  'questions-withheld': ({ questions, minGroup }: { questions: number; minGroup: number }) =>
    `${count(questions, 'question')} ${inNumber(questions, 'has', 'have')} no figures here for at least one partner, so that nobody can work out what fewer than ${minGroup} people answered.`,
  'must-lifted': ({ ask, partner }: { ask: string; partner: string }) =>
    `“${ask}” is an essential question, but everybody asked at ${partner} marked it as not applicable, so it was not judged there.`,

  'level-range': ({ levels, questions }: { levels: string; questions: number }) =>
    `Depending on ${questions === 0 ? 'the unanswered questions' : count(questions, 'unanswered question')}, the level is ${levels}.`,
  'either-level': ({ low, high }: { low: string; high: string }) => `“${low}” or “${high}”`,
  'any-level-between': ({ low, high }: { low: string; high: string }) =>
    `anything from “${low}” to “${high}”`,
  'open-answers-leave': ({
    low,
    high,
    level,
    levels,
  }: {
    low: string
    high: string
    level: string
    /** Null where the level is the same at both ends. */
    levels: string | null
  }) =>
    `Depending on the unanswered questions, the score could be anywhere from ${low} to ${high}. ${
      levels === null ? `The level is “${level}” either way.` : `The level is then ${levels}.`
    }`,

  'decide-who-answers': ({ partners }: { partners: readonly string[] }) =>
    partners.length === 0
      ? 'Who else is to answer, and by when?'
      : `Who asks the people of ${join(partners)} to answer, and by when?`,
  'decide-what': 'What do we do about what is holding the level back, and who leads it?',
  'decide-when-again': 'On which day do we ask these questions again?',
  'decide-steps': ({ steps }: { steps: number }) => askForLeads(steps),
  'decide-before': ({ ask, steps }: { ask: string; steps: number }) =>
    `Do we go on before this is settled: “${ask}” ${askForLeads(steps)}`,

  'held-back-partners': 'Why there is no level yet',
  'held-back-unscored': 'Why it is not scored',
  'held-back': 'What is holding the level back',
  'too-few-partners': ({ value, needs }: { value: number; needs: number }) =>
    `A level needs responses from ${needs} partners; so far ${value} of them ${inNumber(value, 'has', 'have')} one that counts`,
  'reason-hidden': 'At least one reason is not shown, so that nobody can be recognised',
  'score-below-level': ({ score, needs }: { score: string; needs: string }) =>
    `The score is ${score}; the next level needs ${needs}`,
  'just-under': ({ score, limit }: { score: string; limit: string }) =>
    `${score}, just under ${limit}`,
  'dimension-below-level': ({ dimension, partner, score, needs }: DimensionScore) =>
    partner === null
      ? `${dimension} is at ${score}; the next level needs ${needs} in every dimension`
      : `${partner} rates ${dimension} ${score}; the next level needs ${needs} in every dimension, as every partner sees it`,
  'dimensions-below-level': ({ partner, needs, found }: DimensionFigures) =>
    partner === null
      ? `The next level needs ${needs} in every dimension; ${found.length} are lower: ${join(found)}`
      : `The next level needs ${needs} in every dimension, as every partner sees it; ${partner} rates ${found.length} of them lower: ${join(found)}`,
  'dimension-not-scored': ({ dimension, partner, coverage, needs }: DimensionCoverage) =>
    `${dimension} is not scored: ${partner ?? 'people'} answered ${coverage} of it, and ${needs} is needed`,
  'dimensions-not-scored': ({ partner, needs, found }: DimensionFigures) =>
    `${partner ?? 'People'} answered too few questions to score ${found.length} dimensions (${needs} needed): ${join(found)}`,
  'dimension-figure': ({ dimension, figure }: { dimension: string; figure: string }) =>
    `${dimension} ${figure}`,

  'must-broken': ({ ask, found }: { ask: string; found: readonly string[] }) =>
    `An essential question is not met: “${ask}” (${found.join('; ')})`,
  'must-unanswered': ({ partner }: { partner: string | null }) =>
    `nobody${partner === null ? '' : ` at ${partner}`} answered it`,
  'must-not-yes': ({ partner, below, of }: MustCount) =>
    `${partner === null ? '' : `${partner}: `}${below} of ${count(of, 'person', 'people')} answered no, and the minimum is yes`,
  'must-below': ({ partner, below, of, least }: MustCount & { least: number }) =>
    `${partner === null ? '' : `${partner}: `}${below} of ${count(of, 'person', 'people')} answered below its minimum of ${least}`,

  'level-limit-missed': ({ level, limit }: { level: string | null; limit: string }) =>
    `${level === null ? 'There is no level' : `The level is “${level}”`}; the limit is “${limit}”`,
  'no-score-for-limit': ({ limit }: { limit: string }) =>
    `There is no score; the limit is ${limit}`,
  'score-limit-missed': ({ score, limit }: { score: string; limit: string }) =>
    `The score is ${score}; the limit is ${limit}`,
  'dimension-limit-missed': ({
    dimension,
    score,
    limit,
  }: {
    dimension: string
    score: string
    limit: string
  }) => `${dimension} is ${score}; the limit is ${limit}`,
  'score-worse': ({ score, before }: { score: string | null; before: string }) =>
    `The score is ${score ?? 'missing'}; it was ${before} before`,
  'score-slightly-worse': ({ score }: { score: string }) =>
    `The score is ${score}; it was slightly higher before`,
  'level-worse': ({ level, before }: { level: string | null; before: string }) =>
    `The level is ${level === null ? 'missing' : `“${level}”`}; it was “${before}” before`,
  'worse-unknown':
    'Whether it is worse than before cannot be said while responses from too few partners count',
  'worse-hidden':
    'Whether it is worse than before may not be shown: a group is too small, or too few people changed',
} as const satisfies Catalogue

function askForLeads(steps: number): string {
  return `Who leads ${steps === 1 ? 'this step' : `each of these ${steps} steps`}, and on which day do we look at the result together?`
}

interface GapHighlight {
  ask: string
  /** May there be a larger one that a group limit hides? */
  isPartial: boolean
  sides: readonly string[]
}

interface UnknownHighlight {
  ask: string
  partner: string
  dontKnow: number
  of: number
  /** Does it apply to all of the partner’s people? */
  areAll: boolean
  /** How many other questions it is so with. */
  more: number
}

interface DimensionScore {
  dimension: string
  /** Null where there is one partner. */
  partner: string | null
  score: string
  needs: string
}

interface DimensionCoverage {
  dimension: string
  partner: string | null
  coverage: string
  needs: string
}

interface DimensionFigures {
  partner: string | null
  needs: string
  found: readonly string[]
}

interface MustCount {
  /** Null where there is one. */
  partner: string | null
  below: number
  of: number
}

interface Headline {
  level: string
  isHypothetical: boolean
  score: string | null
  top: number
  /** Whose view it is; null where it is that of all. */
  view: string | null
}

interface LoneRespondents {
  people: number
  partner: string
}

interface Respondents {
  people: number
  partners: readonly string[]
}

interface ScoreWithoutOne {
  /** How many people were left out, one at a time. */
  of: number
  /** Are they all who count? */
  areAll: boolean
  low: string
  high: string
}

interface LevelWithoutOne {
  /** Null where there would be none. */
  level: string | null
  times: number
  of: number
}

interface Verdict {
  who: string
  isHypothetical: boolean
  /** Is an answer open that could not change the level? */
  isOpen: boolean
}

interface LeftOut {
  partner: string
  respondent: string
  why: string
}
