import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The first page: the verdict, what holds it down, what the open answers can change. */
export const verdictSentences = {
  'level-withheld': 'Withheld',
  'level-nothing-to-score': 'Nothing to score',
  'level-nothing-applies': 'Nothing applies',
  'level-not-scored': 'Not scored',
  headline: ({
    level,
    isHypothetical,
    score,
    top,
  }: {
    level: string
    isHypothetical: boolean
    score: string | null
    top: number
  }) =>
    `${isHypothetical ? 'What if: ' : ''}${level}${score === null ? '' : ` · ${score} of ${top}`}`,

  'verdict-hidden': ({ minGroup }: { minGroup: number }) =>
    `Fewer than ${minGroup} people have answered. Nothing is shown, so that nobody can be recognised.`,
  'verdict-unscored': ({ who }: { who: string }) =>
    `This questionnaire gathers what people write, and none of it is scored. Here are the answers of ${who}.`,
  'verdict-nothing-applies': 'No question applies, so there is nothing to score.',
  'verdict-open': ({ who }: { who: string }) =>
    `There is no level yet: too much is still open in the answers of ${who}.`,
  'verdict-puts': ({
    who,
    subject,
    isPlural,
    level,
    isHypothetical,
    isOpen,
    isLone,
  }: {
    who: string
    subject: string
    isPlural: boolean
    level: string
    isHypothetical: boolean
    /** Is an answer open that could not change the level? */
    isOpen: boolean
    /** Has one partner of several answered? */
    isLone: boolean
  }) =>
    `The answers of ${who} ${isHypothetical ? 'would then put' : 'put'} the ${subject}${isPlural ? 's' : ''} at “${level}”${
      isOpen ? ', whatever the open answers turn out to be' : ''
    }.${isLone ? ' No other partner has answered yet.' : ''}`,
  respondents: ({ people, partners }: { people: number; partners: readonly string[] }) =>
    `${count(people, 'person', 'people')}${partners.length === 0 ? '' : ` from ${join(partners)}`}`,
  'partners-hidden': ({
    minGroup,
    isReasonHidden,
  }: {
    minGroup: number
    isReasonHidden: boolean
  }) =>
    `A partner has fewer than ${minGroup} people here. So that nobody can be recognised by an answer, nothing is told partner by partner${
      isReasonHidden ? ', and what holds the level down is left out' : ''
    }.`,

  'level-range': ({ levels }: { levels: string }) =>
    `Depending on the open answers, the level is ${levels}.`,
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
    `The open answers leave the score between ${low}, if all of them turn out worst, and ${high}, if all turn out best. ${
      levels === null ? `The level is “${level}” either way.` : `The level is then ${levels}.`
    }`,

  'held-back-unscored': 'Why it is not scored',
  'held-back': 'What holds it down',
  'score-below-level': ({ score, needs }: { score: string; needs: string }) =>
    `The score is ${score}; the next level needs ${needs}`,
  'dimension-below-level': ({ dimension, partner, score, needs }: DimensionScore) =>
    `${dimension}${at(partner)} stands at ${score}; the next level needs ${needs} in every dimension`,
  'dimensions-below-level': ({ partner, needs, found }: DimensionFigures) =>
    `The next level needs ${needs} in every dimension; ${found.length} are below${at(partner)}: ${join(found)}`,
  'dimension-not-scored': ({ dimension, partner, coverage, needs }: DimensionCoverage) =>
    `${dimension}${at(partner)} is not scored: ${coverage} of it is answered; ${needs} is needed`,
  'dimensions-not-scored': ({ partner, needs, found }: DimensionFigures) =>
    `Too little is answered${at(partner)} to score ${found.length} dimensions, as ${needs} is needed: ${join(found)}`,
  'dimension-figure': ({ dimension, figure }: { dimension: string; figure: string }) =>
    `${dimension} ${figure}`,

  'must-broken': ({ ask, partner, why }: { ask: string; partner: string | null; why: string }) =>
    `A must is not met${at(partner)}: “${ask}” (${why})`,
  'must-unanswered': 'nobody has answered it',
  'must-not-yes': 'not everybody answers yes',
  'must-mean': ({ mean, least }: { mean: string; least: number }) =>
    `the mean is ${mean}, the least is ${least}`,

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
  'level-worse': ({ level, before }: { level: string | null; before: string }) =>
    `The level is ${level === null ? 'missing' : `“${level}”`}; it was “${before}” before`,
  'worse-hidden':
    'Whether it is worse than before may not be shown: a group is too small, or too few people changed',
} as const satisfies Catalogue

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

function at(partner: string | null): string {
  return partner === null ? '' : ` at ${partner}`
}
