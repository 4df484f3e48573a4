/** What a finding is about: what is so where nothing is found, why it matters, and what to do. */
export interface FindingGuide {
  readonly title: string
  readonly why: string
  readonly fix: string
}

type Guides = Readonly<Record<string, FindingGuide>>

/** What `check` finds besides the checks of a questionnaire, by the id of the finding. */
export const generalGuides = {
  'yaml.syntax': {
    title: 'The file is YAML 1.2',
    why: 'A file that is not valid YAML cannot be read, or means something else than it seems to.',
    fix: 'Fix the line that is shown. Longer prose is safest in block style: a ">-" after the key, and the text indented below it.',
  },
  'yaml.duplicate-key': {
    title: 'Each key appears once',
    why: 'If a key had two values, one of them would be lost without a word.',
    fix: 'Keep one of the two, or rename one.',
  },
  'yaml.tag': {
    title: 'Values have no tags',
    why: 'A tag ("!" before a value) asks a program to make something else of it. Files are data here, and nothing in them runs.',
    fix: 'Remove the tag, or put a text that begins with "!" in quotes.',
  },
  'yaml.merge-key': {
    title: 'Maps are written out, without merge keys',
    why: 'A merge key ("<<") hides where a value comes from, and a finding could not name its line.',
    fix: 'Write the keys out.',
  },
  'yaml.documents': {
    title: 'A file is one document',
    why: 'Each file is one plan, one response, one questionnaire or one set of settings.',
    fix: 'Remove the line of three hyphens, or move what follows it to another file.',
  },
  'yaml.directive': {
    title: 'A file has no directives except the version 1.2',
    why: 'A line that begins with "%" at the top changes how the file is read.',
    fix: 'Remove it.',
  },
  'yaml.key': {
    title: 'Keys are plain texts',
    why: 'Nothing can refer to a key that is a list, a map or empty.',
    fix: 'Give it a plain word as its name.',
  },
  'yaml.alias': {
    title: 'Every alias has an anchor, and no alias contains itself',
    why: 'An alias ("*name") repeats a value that is marked with that name above it ("&name"). Without such a value it means nothing.',
    fix: 'Write the value out, or put a text that begins with "*" or "&" in quotes.',
  },
  'yaml.encoding': {
    title: 'The file is UTF-8',
    why: 'In another encoding, names with accents and dashes come out wrong.',
    fix: 'Save the file as UTF-8. Every editor can do that.',
  },
  'yaml.limit': {
    title: 'The file is within the limits of size and depth',
    why: 'A file that is far larger or deeper than people write would take all memory and time.',
    fix: 'Split it, or remove what is not needed.',
  },
  'word.file': {
    title: 'A Word document can be opened without a password and has no macros',
    why: 'Nobody is there to type a password, and accordant runs nothing that is in a file.',
    fix: 'Save it as a Word document (.docx) without password and macros.',
  },
  'schema.unknown-key': {
    title: 'Every key belongs to the format',
    why: 'An unknown key is usually a typing mistake, and its value would be ignored.',
    fix: 'Use the key that is suggested. Put your own notes under "notes", or under a key that begins with "x-".',
  },
  'schema.type': {
    title: 'Values are of the right type',
    why: 'A list in the place of a text, for example, cannot be used.',
    fix: 'Write what the message says is expected. "accordant schema KIND" prints the whole format.',
  },
  'schema.value': {
    title: 'Values are among those that the format allows',
    why: 'The value is of the right type, but it is not allowed in this place.',
    fix: 'Choose one of those that the message names.',
  },
  'schema.missing': {
    title: 'Every required key is there',
    why: 'Without it the rest cannot be used.',
    fix: 'Add the key that the message names, in the map that it points at.',
  },
  'reference.unknown': {
    title: 'Ids refer to something',
    why: 'An id refers to something that is written elsewhere. Nothing here has this id.',
    fix: 'Correct the id, or add what it should refer to.',
  },
  'answer.not-asked': {
    title: 'Only questions that apply are answered',
    why: 'A question with a condition is asked only of the people it concerns, and only their answers count. A paper form shows it to everybody.',
    fix: 'Leave it unanswered. If it should count, correct the answer that its condition asks for.',
  },
  'responses.stray': {
    title: 'Every file among the responses is a response',
    why: 'Only files that end in .yaml, .yml or .json are read as responses. An editor or a mail program may have given one another ending, and nobody would miss the answers in it.',
    fix: 'Rename the file if it holds answers. Otherwise move it out of the folder "responses".',
  },
  'partners.differ': {
    title: 'The settings and the plan list the same partners',
    why: 'The partners of the settings count. One that only the plan has cannot answer, and one that only the settings have is missing in what is agreed.',
    fix: 'List the same partners, with the same ids, in accordant.yaml and in the plan.',
  },
  'stage.differs': {
    title: 'The plan and the answers name the same stage',
    why: 'What a plan has to contain depends on the stage. Where people and plan name different stages, the plan counts.',
    fix: 'Agree which stage you are at, and set "stage" in the plan or in the answers.',
  },
  'waiver.expired': {
    title: 'No waiver in use has expired',
    why: 'A waiver sets something aside until a day. That day has passed.',
    fix: 'Fix what it set aside, or renew it with a reason and a new day.',
  },
  'waiver.unused': {
    title: 'Every waiver sets something aside',
    why: 'What it set aside is no longer found. Left in place, it would hide the next mistake of the same kind.',
    fix: 'Remove it.',
  },
  'waiver.unknown': {
    title: 'Waivers name checks, a person, a day and a reason',
    why: 'A waiver without a valid check, person, day or reason sets nothing aside.',
    fix: 'Complete it as the message says.',
  },
  'baseline.stale': {
    title: 'The baseline lists only what is still found',
    why: 'The baseline lists a finding that is gone. It would hide the same finding if it came back.',
    fix: 'Write the baseline again with "accordant check --update-baseline".',
  },
  'expression.error': {
    title: 'Expressions can be read and evaluated',
    why: 'An expression that cannot be read or evaluated decides nothing.',
    fix: 'Fix the part that is marked. docs/extending.md lists what an expression can use, docs/questionnaire-format.md the places for one.',
  },
} as const satisfies Guides

/** What `check` finds in a questionnaire that can be used. docs/questionnaire-advice.md is written from these. */
export const adviceGuides = {
  'question.two-ideas': {
    title: 'A question asks one thing',
    why: 'People who agree with one half only cannot answer, and nobody knows which half a low answer is about.',
    fix: 'Make two questions of it, or keep the half that matters.',
  },
  'question.leading': {
    title: 'A question does not say which answer is wanted',
    why: 'People like to please. A question that shows what is expected gets that answer, even from people who disagree.',
    fix: 'Ask openly: "How soon …", "What happens when …", so that a low answer is as easy to give as a high one.',
  },
  'question.double-negative': {
    title: 'A question says no at most once',
    why: 'Two negatives have to be worked out. Somebody who agrees that "we do not fail to report" may mean either.',
    fix: 'Ask what is done: "How often do we report …".',
  },
  'question.jargon': {
    title: 'Questions are in plain words',
    why: 'People guess at a word they do not know, and then each of them answers another question.',
    fix: 'Use the plain word that is suggested.',
  },
  'question.reading-grade': {
    title: 'Questions are easy to read',
    why: 'People read a long sentence of long words twice, or not to the end. The grade is that of Flesch and Kincaid: years at school, from the words in a sentence and the syllables in a word.',
    fix: 'Cut the sentence in two, use shorter words, and move explanations to "why".',
  },
  'question.anchors': {
    title: 'The ends and the middle of a rating are in words',
    why: 'A bare 4 means something different to everybody. With words for what is done at 1, 3 and 5, two people who see the same give the same number.',
    fix: 'Write an anchor for each end and for the middle, or better for all five. No two may be the same.',
  },
  'question.anchor-two-ideas': {
    title: 'An anchor says one thing',
    why: 'With "We tell them within a day, and say what we will do", people who do only one of the two find no answer that is true of them. Nobody knows what the answer of the others means.',
    fix: 'Keep the one that the question is about. Ask for the other one in a question of its own. An anchor may add a detail to the one below: "A list", then "A list with dates".',
  },
  'question.anchor-order': {
    title: 'Anchors rise from step to step',
    why: 'A 4 counts more than a 3. Where 3 says "always" and 4 says "often", the better answer has the lower score.',
    fix: 'Put the anchors in order. If they cannot be put in one, use the type "choice" and give each choice its score.',
  },
  'question.anchor-attribute': {
    title: 'Anchors measure one thing from the lowest to the highest',
    why: 'Where 2 is about talk, 3 about a paper and 4 about a person, people with a person and without a paper do not know what to answer. The steps are then not steps of one scale.',
    fix: 'Choose one thing and say how much of it there is at each value. Or use the type "choices", where several things can be true together.',
  },
  'question.anchor-length': {
    title: 'The best answer is not the longest one',
    why: 'Where the best answer has the most words every time, people find it without reading. Whoever wants to look good, or to be done soon, picks it.',
    fix: 'Shorten the best answer, or write a lower one as fully. In half of the questions or more, another answer should be as long as the best one, or longer.',
  },
  'question.cannot-know': {
    title: 'Questions ask for what one person can know',
    why: 'Nobody knows what others think, trust or keep to themselves. People guess, and the guess looks like an answer.',
    fix: 'Ask for what can be seen: what was done, said, asked or written down. Ask each partner about itself.',
  },
  'question.choices': {
    title: 'Choices differ, and the best one scores 1',
    why: 'Where the best choice scores 0.8, even a perfect partner reaches only 80, and everything that depends on the score is too low.',
    fix: 'Let scores run from 0 to 1, and let no two choices read the same.',
  },
  'question.repeated': {
    title: 'Nothing is asked twice in the same words',
    why: 'The second answer says nothing new and counts twice, and people feel that nobody read their first answer.',
    fix: 'Remove one of them, or make clear how they differ.',
  },
  'question.placeholder': {
    title: 'Every question is written',
    why: 'A template leaves places for wording that is yours, or that you have the right to use. Nobody can answer "[insert statement 3]".',
    fix: 'Put in the text that people should read.',
  },
  'question.words': {
    title: 'Every word in braces is filled in',
    why: 'Words in braces, like {name}, are filled in by the answer to the profile question "unit". Where there is no text to fill in, people read the braces, or the name of the word.',
    fix: 'Under "words", give each word a text for every choice of "unit", or one for "any". In the texts, write its name exactly as it is there.',
  },
  'question.mirror': {
    title: 'Two mirrored questions can be compared',
    why: 'A report compares what a partner says of itself with what the others say of it. That takes one question about us and one about them, of one type and scale, and neither in another pair. Other pairs are left out of the report.',
    fix: 'Write "about: us" on one and "about: them" on the other, with the same type and as many answers, and name each question in one pair only.',
  },
  'practice.effort': {
    title: 'Every practice says how much effort it is',
    why: 'Next steps are ordered by what they gain for their effort, and the path to the next level is the one of least effort. Without a value, the effort counts as medium.',
    fix: 'Write effort: small, medium or large.',
  },
  'condition.never': {
    title: 'Every condition can be met',
    why: 'If no answers meet a condition, its question is never asked, and nobody notices that it is missing from the interview and from the score. In a quick run only core questions are asked, so a condition on any other question is never met there.',
    fix: 'Compare the condition with the values, choices and conditions of the questions it asks about.',
  },
  'level.all-musts': {
    title: 'Not every question is a must',
    why: 'A must caps the level whatever the average. Where every question is a must, the lowest answer alone decides, and the score says nothing.',
    fix: 'Keep musts for the few things without which nothing else counts.',
  },
  'weight.drowns': {
    title: 'No weight drowns the others',
    why: 'A question with more than half of the weight decides its dimension alone, and such a dimension decides the score alone. The other answers hardly matter.',
    fix: 'Give it at most as much weight as all the others together, or give it its own dimension.',
  },
  'check.no-example': {
    title: 'Every check has a good and a bad example',
    why: 'Examples are run as tests, shown by "explain" and printed in the docs: they are how people learn what to write in their plan.',
    fix: 'Add "examples" with a piece of a plan that passes (good) and one that fails (bad).',
  },
  'check.example': {
    title: 'Examples behave as they say',
    why: 'If a good example fails or a bad one passes, the check does not do what its author thinks.',
    fix: 'Fix the expression or the example, whichever is wrong.',
  },
} as const satisfies Guides
