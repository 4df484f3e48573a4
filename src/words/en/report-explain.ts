import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** What `explain` says of an id, and how its number came about. */
export const explainSentences = {
  'explained-id': ({ id, title }: { id: string; title: string }) => `${id}: ${title}`,
  'explained-part': ({ id, title }: { id: string; title: string }) => `${id}  ${title}`,
  'explain-arithmetic': 'Arithmetic',
  'explain-dimensions': 'Dimensions',
  'explain-levels': 'Levels',
  'explain-questions': 'Questions',
  'explain-checks': 'Checks of the plan',
  'explain-sources': 'Where the questions come from',
  'explain-scored-questions': ({ questions }: { questions: number }) =>
    count(questions, 'question'),
  'explain-hidden': 'It may not be shown: too few people answered.',

  'explain-condition': ({ condition }: { condition: string }) => `Asked only when ${condition}`,
  'explain-why': ({ text }: { text: string }) => `Why: ${text}`,
  'explain-evidence': ({ text }: { text: string }) => `Evidence: ${text}`,
  'explain-practice': ({ effort, day, text }: { effort: string; day: string; text: string }) =>
    `Practice (${effort} effort, ${day}): ${text}`,
  'explain-done': ({ text }: { text: string }) => `Done when: ${text}`,
  'explain-source': ({ text }: { text: string }) => `Source: ${text}`,
  'explain-profile': 'Asked first, for context; it has no score.',
  'explain-unscored': 'It has no score.',
  'explain-weight': ({ weight, of, dimension, isCore }: QuestionWeight) =>
    `Counts ${weight} of ${of} in ${dimension}${isCore ? '; part of the quick run' : ''}`,
  'explain-no-weight': ({ dimension }: { dimension: string }) => `In ${dimension}; it has no score`,
  'explain-must-yes': ({ level }: { level: string }) =>
    `An essential question: where half of a partner's people who answer it, or more, do not say yes, the level is at most "${level}"`,
  'explain-must-mean': ({ least, level }: { least: number; level: string }) =>
    `An essential question: where half of a partner's people who answer it, or more, answer below ${least}, the level is at most "${level}"`,
  'explain-values': 'Values',
  'explain-choices': 'Choices',
  'explain-columns': 'Columns',
  'explain-choice-score': ({ id, title, score }: { id: string; title: string; score: number }) =>
    `${id}  ${title} (scores ${score})`,
  'explain-yes-no': 'yes or no',
  'explain-number': 'a number',
  'explain-number-ends': ({ worst, best }: { worst: number; best: number | null }) =>
    `a number; ${worst} is the worst end, ${best} the best`,
  'explain-texts': 'texts, one a line',
  'explain-text': 'text',

  'explain-not-asked': 'Nobody was asked this, or it may not be shown.',
  'explain-labelled': ({ what, result }: { what: string; result: string }) => `${what}: ${result}`,
  'explain-whole-open': 'Partnership: not scored; nobody has answered it',
  'explain-whole-hidden': 'Partnership: not shown; too few people answered it',
  'explain-whole': ({ view, scores, score }: Whole) =>
    `Partnership${addView(view)}: ${showMean(scores)}${score}`,
  'explain-inapplicable': 'not applicable',
  'explain-coverage': ({ answered, of, share }: { answered: number; of: number; share: string }) =>
    `coverage ${answered} / ${of} = ${share}`,
  'explain-partner-open': ({ coverage }: { coverage: string }) => `not scored; ${coverage}`,
  'explain-partner-score': ({ answers, mean, formula, score, coverage }: PartnerScore) =>
    `${answers.length === 0 ? '' : `answers ${answers.join(', ')}; `}${
      mean === null ? '' : `mean ${mean}; `
    }${formula} = ${score}; ${coverage}`,
  'formula-choices': ({ times }: { times: string }) => `mean of the choices’ own scores ${times}`,
  'formula-number': ({ from, to, times }: { from: string; to: string; times: string }) =>
    `mean of (value − ${from}) / (${to} − ${from}), within 0 and 1, ${times}`,

  'explain-dimension-weight': ({ weight, of, scored }: DimensionWeight) =>
    `Counts ${weight} of ${of} in the whole; ${count(scored, 'scored question')}`,
  'explain-needed-coverage': ({ needs }: { needs: string }) =>
    `A partner is scored from ${needs} coverage`,
  'explain-dimension-whole': ({ view, scores, score, bounds }: DimensionWhole) =>
    `Partnership${addView(view)}: ${showMean(scores)}${score}${bounds ?? ''}`,
  'explain-nothing-applies': 'nothing in it applies',
  'explain-nothing-applies-here': 'Nothing in it applies',
  'explain-term': ({ weight, score, id }: { weight: string; score: string; id: string }) =>
    `${weight} × ${score}  ${id}`,
  'explain-covered': ({ isScored, coverage, bounds }: Covered) =>
    `${isScored ? '' : 'not scored: '}coverage ${coverage}${bounds ?? ''}`,
  'explain-bounds': ({ low, high }: { low: string; high: string }) => `; bounds ${low} to ${high}`,

  'explain-level-needs': ({ score, weakest, hasMusts }: LevelNeeds) =>
    `Needs a score of ${score} and ${weakest} in every dimension, as every partner sees it${
      hasMusts ? ', and the minimum of each essential question below' : ''
    }`,
  'explain-convention':
    'These limits are a convention of this questionnaire. accordant knows of no study behind them (docs/validity.md).',
  'explain-musts': 'Essential questions',
  'explain-must': ({ id, least }: { id: string; least: number }) => `${id}  at least ${least}`,
  'explain-split-hidden':
    'What is split by partner may not be shown: too few people answered for one of them.',
  'explain-level': ({ level, low, high }: LevelInForce) =>
    `The level in force: ${level ?? 'none'}${
      low === null ? '' : `; ${low} with everything open at its worst, ${high} at its best`
    }`,
  'explain-route': 'What it would take',
  'explain-score': ({ view }: { view: string | null }) => `score${addView(view)}`,
  'explain-dimension-at': ({ dimension, partner }: { dimension: string; partner: string }) =>
    `${dimension}, as ${partner} sees it`,
  'explain-met': ({ what, score, isMet, needs }: Condition) =>
    `${what}: ${score}, ${isMet ? 'enough' : 'not enough'} (${needs} needed)`,
  'explain-must-met': ({ id, partners, isMet, least }: MustCondition) =>
    partners.length === 0
      ? `essential question ${id}: does not apply`
      : `essential question ${id}: ${isMet ? 'met' : 'not met'} (${partners.join('; ')}; at least ${least} needed)`,
  'explain-must-hidden': ({ id, least }: { id: string; least: number }) =>
    `essential question ${id}: not shown (at least ${least} needed)`,
  'explain-below': ({ partner, below, of }: { partner: string; below: number; of: number }) =>
    `${partner}: ${below} of ${count(of, 'person', 'people')} below it`,
  'explain-nobody': ({ partner }: { partner: string }) => `${partner}: nobody answered`,
  'explain-people-answered': ({ people, value }: { people: number; value: string }) =>
    `${people} × ${value}`,

  'explain-fix': ({ text }: { text: string }) => `What to do: ${text}`,
  'explain-severity': ({ severity }: { severity: string }) =>
    `Severity: ${severity}, at every stage`,
  'explain-severities': ({ severities }: { severities: readonly string[] }) =>
    `Severity: ${join(severities)}`,
  'explain-severity-from': ({ severity, stage }: { severity: string; stage: string }) =>
    `${severity} from ${stage} on`,
  'explain-kind-contract': ({ most }: { most: string }) => `For a contract: ${most}`,
  'explain-kind-memorandum': ({ most }: { most: string }) => `For a memorandum: ${most}`,
  'explain-kind-internal': ({ most }: { most: string }) => `For an internal plan: ${most}`,
  'explain-at-most-off': 'off',
  'explain-at-most-info': 'information only',
  'explain-at-most-warning': 'a warning at most',
  'explain-protected': 'No waiver sets it aside',
  'explain-supports': 'The written evidence of',
  'explain-good': 'Good',
  'explain-bad': 'Bad',
  'explain-assertion': 'How it is checked',
  'explain-only-when': ({ text }: { text: string }) => `Only when: ${text}`,
  'explain-for-each': ({ text }: { text: string }) => `For each item of: ${text}`,
  'explain-passes-if': ({ text }: { text: string }) => `Passes if: ${text}`,
} as const satisfies Catalogue

interface QuestionWeight {
  weight: number
  of: string
  dimension: string
  isCore: boolean
}

interface PartnerScore {
  /** None where single answers may not show. */
  answers: readonly string[]
  mean: string | null
  formula: string
  score: string
  coverage: string
}

interface DimensionWeight {
  weight: number
  of: string
  scored: number
}

interface Whole {
  /** Whose; null where it is that of all. */
  view: string | null
  /** Of the partners; none where the whole is not scored. */
  scores: readonly string[]
  score: string
}

interface DimensionWhole extends Whole {
  bounds: string | null
}

function addView(view: string | null): string {
  return view === null ? '' : `, ${view}`
}

function showMean(scores: readonly string[]): string {
  return scores.length < 2 ? '' : `(${scores.join(' + ')}) / ${scores.length} = `
}

interface Covered {
  isScored: boolean
  coverage: string
  bounds: string | null
}

interface LevelNeeds {
  score: string
  weakest: string
  hasMusts: boolean
}

interface LevelInForce {
  level: string | null
  /** Null where open answers leave one level. */
  low: string | null
  high: string
}

interface Condition {
  what: string
  score: string
  isMet: boolean
  needs: string
}

interface MustCondition {
  id: string
  /** Of each partner to which it applies: how many are below it. */
  partners: readonly string[]
  isMet: boolean
  least: number
}
