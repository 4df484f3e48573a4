import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** Every answer, how partners see each other, and how far the answers agree. */
export const answersSentences = {
  'answer-not-asked': 'not asked',
  'answer-not-shown': 'not shown',
  'answer-none': 'none',
  'answer-not-given': 'no answer',
  'answers-beforehand': 'Before the questions',
  'reason-of-partner': ({ partner, words }: { partner: string; words: string }) =>
    `${partner}, on why it does not apply: “${words}”`,
  'heat-lead':
    'Each cell has the score and, in brackets, the lowest and the highest answer of that partner’s people.',
  'heat-spread': ({ score, low, high }: { score: string; low: string; high: string }) =>
    `${score} (${low === high ? `each ${low}` : `${low} to ${high}`})`,
  'answers-scored': ({ score, answers }: { score: string; answers: string }) =>
    `${score}: ${answers}`,
  'answers-of-group': ({ score, answered }: { score: string; answered: number }) =>
    `${score} (${answered} answered)`,
  'people-answered': describePeople,
  /** Of what was asked before the questions. */
  'people-said': describePeople,
  'people-dont-know': ({ people }: { people: number }) => `${people} × don't know`,
  'people-skipped': ({ people }: { people: number }) => `${people} × skipped`,
  'people-not-applicable': ({ people }: { people: number }) => `${people} × not applicable`,
  'people-open': ({ people }: { people: number }) => `${people} × no entry`,
  'answer-items': ({ items }: { items: readonly string[] }) => items.join('; '),
  'answer-labelled': ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,

  mirror: ({ partner, own, others, seen }: Mirror) =>
    `${partner} rates itself ${own}; ${others} rates it ${seen}`,
  'mirror-rows': 'The questions on which the two views are furthest apart:',
  subject: ({ partner, own, others, seen, pairs }: Mirror & { pairs: number }) =>
    `${partner}: ${own} by itself, ${seen} as ${others} sees it (over ${count(pairs, 'pair')} of questions)`,

  'divided-rest': ({ rest }: { rest: number }) =>
    `And ${rest} more. A question counts once for each partner whose people are far apart on it.`,

  'agreement-within':
    'Within a partner, rwg(j) is 1 where its people all answer alike and 0 where they agree no more than by chance; from 0.7 up is commonly called strong.',
  'agreement-within-missing':
    'It is n/a where no two people of the partner answered the same rating, or where their answers lie further apart than chance would put them.',
  'krippendorff-missing': ({ why }: { why: string }) =>
    `Krippendorff's alpha over everybody's answers is not given, ${why}.`,
  krippendorff: ({ people, alpha }: { people: number; alpha: string }) =>
    `Krippendorff's alpha over the answers of ${count(people, 'person', 'people')} is ${alpha}: 1 is full agreement, 0 what chance would give, and below 0 people differ more than by chance.`,
  cronbach: "Cronbach's alpha says how far the questions of a dimension measure one thing.",
  'cronbach-missing': ({ isAll, why }: { isAll: boolean; why: readonly string[] }) =>
    `Cronbach's alpha says how far the questions of a dimension measure one thing; ${
      isAll ? 'it is not given' : 'where it is missing'
    }, ${join(why)}.`,
  'statistic-too-few': 'because too few people have answered',
  'statistic-one-item': 'because fewer than two questions can be compared',
  'statistic-no-variance': 'because everybody answered alike',
  'statistic-nothing': 'because there is nothing to compare',
  'cronbach-too-few': 'because too few people have answered all of them',
  'cronbach-no-variance': 'because everybody who answered all of them comes to the same total',
  'agreement-column': ({ partner }: { partner: string }) => `rwg(j), ${partner}`,
  'cronbach-column': "Cronbach's alpha",
} as const satisfies Catalogue

function describePeople({ people, value, words }: PeopleAnswered): string {
  const quoted = words === null ? '' : `“${words}”`
  return `${people} × ${[value ?? '', quoted].filter((part) => part !== '').join(' ')}`
}

interface PeopleAnswered {
  people: number
  /** The number on the scale; null where there is none to show. */
  value: string | null
  /** What the answer says; null where it has no words. */
  words: string | null
}

interface Mirror {
  partner: string
  own: string
  others: string
  seen: string
}
