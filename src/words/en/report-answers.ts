import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** Every answer, how partners see each other, and how far the answers agree. */
export const answersSentences = {
  'answer-not-asked': 'not asked',
  'answer-not-shown': 'not shown',
  'answer-open': 'open',
  'answer-skipped': 'skipped',
  'answer-dont-know': "don't know",
  'answer-not-applicable': 'not applicable',
  'answer-none': 'none',
  'answers-mean': ({ mean, answers }: { mean: string; answers: string }) =>
    `mean ${mean}: ${answers}`,
  'answers-of-group': ({ mean, answered }: { mean: string; answered: number }) =>
    `mean ${mean} (${answered} answered)`,
  'answer-items': ({ items }: { items: readonly string[] }) => items.join('; '),
  'answer-labelled': ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,

  'mirror-own': ({ partner, answer }: { partner: string; answer: string }) =>
    `${partner} of itself: ${answer}`,
  'mirror-others': ({ who, partner, answer }: { who: string; partner: string; answer: string }) =>
    `${who} of ${partner}: ${answer}`,
  'mirror-answer': ({ words, score }: { words: string | null; score: string }) =>
    words === null ? score : `${words} (${score})`,
  'mirror-everybody-else': 'The others',
  'mirror-better': ({ partner, gap }: { partner: string; gap: string }) =>
    `${partner} sees itself ${gap} points better than it is seen`,
  'mirror-worse': ({ partner, gap }: { partner: string; gap: string }) =>
    `${partner} sees itself ${gap} points worse than it is seen`,

  'agreement-within':
    'Within a partner, rwg(j) is 1 where its people all answer alike and 0 where they answer as if at random; from 0.7 up is commonly called strong.',
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
  'statistic-one-item': 'because there is only one question to compare',
  'statistic-no-variance': 'because everybody answered alike',
  'statistic-nothing': 'because there is nothing to compare',
  'agreement-column': ({ partner }: { partner: string }) => `rwg(j), ${partner}`,
  'cronbach-column': "Cronbach's alpha",
} as const satisfies Catalogue
