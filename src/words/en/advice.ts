import type { Catalogue } from '../say.ts'
import { join, quote, quoteAll } from './grammar.ts'

/** What the author of a questionnaire may want to look at. */
export const adviceMessages = {
  'anchor-of-end-missing': ({ value, end }: { value: number; end: 'lowest' | 'highest' }) =>
    `Nothing says what ${value}, the ${end} value, looks like`,
  'anchor-of-end-fix': ({ value }: { value: number }) =>
    `Write an anchor for ${value}: describe what people do there, in words that others can check`,
  'anchor-of-middle-missing': 'Nothing says what 3, the middle value, looks like',
  'anchor-of-middle-fix':
    'Write an anchor for 3, so that people between the two ends mean the same by it',
  'anchors-alike': ({ first, second }: { first: string; second: string }) =>
    `The anchors of ${first} and ${second} say the same`,
  'alike-fix': 'Say how they differ',
  'scale-of-numbers': 'The scale has only numbers; nothing says what they look like',
  'scale-of-numbers-fix': 'Put words into the scale, or give this question its own anchors',

  'choices-score-same': ({ score }: { score: number }) =>
    `Every choice scores ${score}, so the answer changes nothing`,
  'choices-score-same-fix': 'Give the choices different scores from 0 to 1, or no scores',
  'choices-score-low': ({ best }: { best: number }) =>
    `The best answer scores ${best}, so nobody can reach the top`,
  'choices-score-low-fix': 'Let the best answer score 1',
  'choices-alike': ({ title }: { title: string }) =>
    `The choice "${title}" appears twice, under two ids`,

  'double-negative': ({ text }: { text: string }) => `"${text}" is a double negative`,
  'double-negative-fix': 'Say what is done',

  'jargon-used': ({ text }: { text: string }) => `"${text}" is jargon; some readers have to guess`,
  'jargon-fix': ({ plain }: { plain: string }) => `Say ${plain}`,
  'abbreviation-used': ({ text }: { text: string }) =>
    `"${text}" is an abbreviation; some readers have to guess`,
  'abbreviation-fix': 'Write it out',

  'leading-words': ({ text }: { text: string }) => `"${text}" shows which answer is wanted`,
  'leading-words-fix': 'Ask openly, so that a low answer is as easy to give as a high one',

  'mirror-subjects': ({ id, mirror }: { id: string; mirror: string }) =>
    `"${id}" and "${mirror}" cannot be compared: one must be about us, the other about them`,
  'mirror-subjects-fix':
    'Write "about: us" in the question about your own side, and "about: them" in the other one',

  'mirror-scales': ({ id, mirror }: { id: string; mirror: string }) =>
    `"${id}" and "${mirror}" cannot be compared: their types or scales differ`,
  'mirror-scales-fix': 'Give both questions the same type, with as many answers',
  'mirror-in-two-pairs': ({ id, pairs }: { id: string; pairs: readonly string[] }) =>
    `"${id}" cannot be compared with two questions, ${join(pairs.map(quote))}`,
  'mirror-in-two-pairs-fix': 'Keep "mirror" on one of them',

  'all-musts': ({ count }: { count: number }) =>
    `All ${count} scored questions are musts, so the lowest answer alone decides the level`,
  'all-musts-fix': 'Keep "must" for the few questions without which nothing else counts',

  'condition-never': ({ id }: { id: string }) =>
    `No answers meet this condition, so "${id}" is never asked`,
  'condition-never-fix':
    'Compare it with the possible answers to the question it refers to, and with the condition of that question',
  'condition-never-quick': ({ id }: { id: string }) =>
    `"${id}" is part of the quick run, but its condition is never true there`,
  'condition-never-quick-fix': ({ ids }: { ids: readonly string[] }) =>
    `Add the questions it refers to, to the quick run: ${ids.join(', ')}`,

  'placeholder-text': 'This text is still a placeholder',
  'placeholder-text-fix': 'Write what people will read',

  'practice-effort': 'The practice has no effort, so it counts as medium',
  'practice-effort-fix':
    'Write "effort: small", "medium" or "large": about a week, two weeks or a month of work',

  'sentence-long': ({ words }: { words: number }) =>
    `A sentence of ${words} words is hard to keep in mind`,
  'sentence-long-fix': ({ most }: { most: number }) =>
    `Use ${most} words or fewer, and put the rest in "why"`,
  'grade-high': ({ grade }: { grade: number }) => `This reads at grade ${grade}, like a textbook`,
  'grade-high-fix': 'Use shorter words and sentences; everybody can follow grade 9 or lower',

  'question-repeated': ({ id }: { id: string }) => `"${id}" asks the same in the same words`,
  'question-repeated-fix': 'Drop one of them, or say how they differ',

  'two-ideas': ({ text }: { text: string }) => `Two ideas in one question: "${text}"`,
  'two-ideas-fix': 'Ask one thing at a time: split the question, or keep the part that matters',

  'anchor-attribute': ({ kinds }: { kinds: readonly string[] }) =>
    `The anchors measure different things: ${kinds.join(', ')}`,
  'anchor-attribute-fix':
    'Choose one of them, and say how much of it there is at each value; ask for the others in questions of their own',
  'attribute-time': ({ values }: Attribute) => `when or how often (${values.join(', ')})`,
  'attribute-talk': ({ values }: Attribute) => `what is said (${values.join(', ')})`,
  'attribute-writing': ({ values }: Attribute) => `what is written (${values.join(', ')})`,
  'attribute-person': ({ values }: Attribute) => `who is in charge (${values.join(', ')})`,
  'attribute-training': ({ values }: Attribute) => `training and practice (${values.join(', ')})`,
  'attribute-agreement': ({ values }: Attribute) => `what is agreed (${values.join(', ')})`,
  'attribute-share': ({ values }: Attribute) => `how many do it (${values.join(', ')})`,

  'anchor-length': ({ words, longest }: { words: number; longest: number }) =>
    `The best answer stands out by its length: ${words} words, where the others have ${longest} or fewer`,
  'anchor-length-fix': 'Shorten it, or say the others in as many words',
  'anchor-lengths': ({ longest, count }: { longest: number; count: number }) =>
    `The best answer is the longest one in ${longest} of ${count} questions, so people can pick it without reading`,
  'anchor-lengths-fix': ({ most }: { most: number }) =>
    `Shorten best answers until they are the longest in ${most} questions at most`,

  'anchor-order': ({
    first,
    firstWords,
    second,
    secondWords,
  }: {
    first: string
    firstWords: string
    second: string
    secondWords: string
  }) =>
    `The order looks wrong: ${first} says "${firstWords}", and ${second} says "${secondWords}", while the other anchors go the other way`,
  'anchor-order-fix': 'Put the anchors in order, from the lowest answer to the highest',

  'cannot-know': ({ text }: { text: string }) => `Nobody can know this of others: "${text}"`,
  'cannot-know-fix': 'Ask what people can see: what was done, said, asked or written down',

  'anchor-two-ideas': ({ text }: { text: string }) => `Two ideas in one answer: "${text}"`,
  'anchor-two-ideas-fix':
    'Keep the one that the question is about, or ask for the other one in a question of its own',

  'weight-drowns': ({ part, share, whole }: { part: string; share: number; whole: string }) =>
    `${part} is ${share} % of ${whole}, so the others hardly count`,
  'weight-drowns-fix': ({ others }: { others: number }) =>
    `Give it at most the weight of all others together, ${others}`,
  'weighted-dimension': ({ id }: { id: string }) => `The dimension "${id}"`,
  'weighted-part': ({ id }: { id: string }) => `"${id}"`,
  'weight-in-score': 'the score',
  'weight-in-plan-score': ({ id }: { id: string }) => `how complete the plan is in "${id}"`,

  'word-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `Nothing is filled in for "{${name}}"${hint}`,
  'word-unknown-fix': ({ name }: { name: string }) =>
    `Give "${name}" its texts under "words", or remove the braces`,
  'words-without-unit':
    'The words depend on the answer to "unit", but the profile has no choice question with that id',
  'words-without-unit-fix': 'Add a question with the id "unit" and the type "choice" to "profile"',
  'word-for-no-unit': ({ key, hint }: { key: string; hint: string }) =>
    `"${key}" is not a choice of "unit"${hint}`,
  'word-for-no-unit-fix': 'Use the ids of its choices, and "any" for all others',
  'word-missing-for': ({ name, units }: { name: string; units: readonly string[] }) =>
    `"${name}" has no text for ${quoteAll(units)}; they would read "${name}"`,
  'word-missing-for-fix': 'Add it, or a text for "any"',
} as const satisfies Catalogue

/** The values whose anchors have words of one kind. */
interface Attribute {
  readonly values: readonly string[]
}
