/** What is looked for in questionnaires beyond what keeps them from being used. */
export interface FindingGuide {
  /** What is so where nothing is found. */
  readonly title: string
  readonly why: string
  readonly fix: string
}

/** By the id of the finding. `check`, `explain` and docs/questionnaire-advice.md tell them. */
export const adviceGuides: Readonly<Record<string, FindingGuide>> = {
  'question.two-ideas': {
    title: 'A question asks one thing',
    why: 'Whoever agrees with one half and not with the other cannot answer, and nobody can tell which half a low answer is about.',
    fix: 'Make two questions of it, or keep the half that matters.',
  },
  'question.leading': {
    title: 'A question does not say which answer is wanted',
    why: 'People like to please. A question that shows what is expected gets that answer, also from those who see it otherwise.',
    fix: 'Ask openly: "How soon …", "What happens when …", so that a low answer is as easy to give as a high one.',
  },
  'question.double-negative': {
    title: 'A question says no at most once',
    why: 'Two noes have to be worked out. Whoever agrees that "we do not fail to tell" may mean either.',
    fix: 'Ask for what is done: "How often do we tell …".',
  },
  'question.jargon': {
    title: 'Questions are in plain words',
    why: 'A word that only some know is guessed at by the others, and then each answers another question.',
    fix: 'Use the plain word that is named beside it.',
  },
  'question.reading-grade': {
    title: 'Questions are easy to read',
    why: 'A long sentence of long words is read twice, or not to the end. The grade is that of Flesch and Kincaid: years at school, from the words in a sentence and the syllables in a word.',
    fix: 'Cut the sentence in two, take shorter words, and move explanations to "why".',
  },
  'question.anchors': {
    title: 'The ends and the middle of a rating are in words',
    why: 'A bare 4 means something else to everybody. With words for what is done at 1, 3 and 5 two people who see the same give the same number.',
    fix: 'Write an anchor for each end, for the middle, and best for all five; no two the same.',
  },
  'question.choices': {
    title: 'Choices can be told apart, and the best one reaches the top',
    why: 'Where the best choice scores 0.8, the most perfect partner stays at 80, and everything that follows from it is too low.',
    fix: 'Let scores run from 0 to 1, and let no two choices read the same.',
  },
  'question.repeated': {
    title: 'Nothing is asked twice in the same words',
    why: 'The second answer says nothing new, counts twice, and people feel that nobody read their first.',
    fix: 'Drop one of them, or say what sets them apart.',
  },
  'question.placeholder': {
    title: 'Every question is written',
    why: 'A template has places for wording that is yours, or that you hold the right to. Nobody can answer "[insert statement 3]".',
    fix: 'Put in the text that people are to read.',
  },
  'question.words': {
    title: 'Every word in braces is filled in',
    why: 'Words stand in texts as {name}, and go by the choices of the profile question "unit". Where there is no text to fill in, people read the braces, or the word\'s own name.',
    fix: 'Give each of "words" a text for every choice of "unit", or one for "any", and write its name in the texts as it stands there.',
  },
  'question.mirror': {
    title: 'Of two mirrored questions one is about us, the other about them',
    why: 'What a partner says of itself is held against what the others say of it. Where neither question says whom it is about, nothing is held together, and the report has no word of it.',
    fix: 'Write "about: us" on the one and "about: them" on the other.',
  },
  'practice.effort': {
    title: 'Every practice says how much effort it is',
    why: 'Next steps are ordered by what they bring for their effort, and the path to the next level is the one of least effort. Left out, it counts as medium.',
    fix: 'Write effort: small, medium or large.',
  },
  'condition.never': {
    title: 'Every condition can hold',
    why: 'A question with a condition that no answers meet is never asked, and nobody notices: it is missing from the interview and from the score. In a quick run only core questions are asked, so a condition on another one never holds there.',
    fix: 'Compare the condition with the values, choices and conditions of the questions that it asks about.',
  },
  'level.all-musts': {
    title: 'Some questions are no musts',
    why: 'A must caps the level whatever the average. Where everything is one, the lowest answer alone decides, and the score tells nothing.',
    fix: 'Keep musts for the few things without which nothing else counts.',
  },
  'weight.drowns': {
    title: 'No weight drowns the others',
    why: 'One question with more than half of its dimension is the dimension, and one dimension with more than half of the score is the score. The others are asked for nothing.',
    fix: 'Give it at most as much weight as all the others have together, or give it a dimension of its own.',
  },
  'check.no-example': {
    title: 'Every check has a good and a bad example',
    why: 'Examples are run as tests, shown by "explain" and printed in the docs: they are how people learn what to write in their plan.',
    fix: 'Write examples: with a piece of a plan that passes (good) and one that is found fault with (bad).',
  },
  'check.example': {
    title: 'Examples behave as they say',
    why: 'A good example that the check finds fault with, or a bad one that it lets pass, shows that the check does not do what its author thinks.',
    fix: 'Mend the expression or the example, whichever is wrong.',
  },
}
