/**
 * What every key of a questionnaire is for, in a sentence, by its dotted path from the top of a questionnaire (list items have
 * no number). Editors show these beside what is typed, and docs/questionnaire-format.md is written from them.
 */
const guidesByPath: Readonly<Record<string, string>> = {
  accordant: 'The kind and format of this file',
  id: 'What responses call it: small letters, digits and single hyphens',
  version: 'Raise it when you change what is asked: 1.0.0, then 1.1.0',
  title: 'What people call it',
  why: 'What it is for, in a sentence or two',
  coverage:
    'The part of the weight in a dimension that has to be answered before it is scored: 0.8 is 80 %',
  leastPartners:
    'With fewer partners than this there is no level: a number, or `all` for every partner that is listed and asked, two at least',
  minutes: 'How long it takes, for people who want to know before they begin',
  'minutes.full': 'With every question',
  'minutes.quick': 'With the questions that are `core`',
  levels: 'The verdicts, from the highest down; the last one has the score 0',
  'levels.id': 'A short id, by which musts and limits name this level',
  'levels.title': 'The verdict in one to three words',
  'levels.score': 'The least score for it, on 0 to 100 or on the range under `shown`',
  'levels.weakest': 'The least score that every dimension needs for it, as every partner sees it',
  'levels.meaning':
    'What the answers say at this level, and what to do next; it has to be true of any answers that reach the level',
  shown:
    'The range that scores are printed on, instead of 0 to 100; levels are written on it as well',
  'shown.from': 'What the worst answers come to',
  'shown.to': 'What the best answers come to',
  words:
    'Words that differ by the answer to the profile question called `unit`: `partner: {team: …, organisation: …}` fills {partner} in what people read',
  audiences: 'The groups that a report addresses, by their answer to a profile question',
  'audiences.question': 'The profile question, a choice',
  'audiences.groups': 'The groups of its answers',
  'audiences.groups.id': 'A short id',
  'audiences.groups.title': 'What the group is called in the report',
  'audiences.groups.answers': 'The choices that lead to this group',
  'audiences.groups.meaning': 'What the report says to it',
  'audiences.groups.least': 'The score that confirms what the group believes',
  'audiences.groups.under': 'What the report says if the score is below `least`',
  scales: 'Scales that several ratings share, by name: 2 to 10 texts, the lowest first',
  profile: 'Questions asked first and never scored, such as the stage',
  dimensions: 'The parts of the score: each in place, or the name of a file beside this one',
  extends: 'The questionnaire this one starts from: a built-in one with its version, or a path',
  drop: 'What is left out of it, by full ids: dimensions, questions, checks, levels, profile.ID',
  questions: 'Questions added to it or changed, by full ids',
  checks: 'Checks added to it or changed, by full ids',
  'dimensions.accordant': 'The kind and format; only in a file of its own',
  'dimensions.id': 'A short id: its questions are called ID.QUESTION',
  'dimensions.title': 'What it is called in the interview and the report',
  'dimensions.weight': 'Its weight in the score',
  'dimensions.why': 'What it is about',
  'dimensions.day': 'It is asked in a sitting of its own, one day after the other',
  'dimensions.day.result': 'The question whose answer is what the day came to',
  'dimensions.day.minutes': 'How long the day takes',
  'dimensions.questions': 'What people are asked',
  'dimensions.checks': 'What is looked for in the written plan',
  'dimensions.questions.id': 'A short id, its own in the dimension',
  'dimensions.questions.ask': 'The question: one idea, in plain words',
  'dimensions.questions.type': 'What may be answered',
  'dimensions.questions.why': 'Why it is asked; people see it when they press ?',
  'dimensions.questions.when': 'It is asked only if this condition is met',
  'dimensions.questions.when.question':
    'The earlier question that it depends on, by its full id; one of the profile by its id alone',
  'dimensions.questions.when.least': 'The answer is at least this',
  'dimensions.questions.when.most': 'The answer is at most this',
  'dimensions.questions.when.is': 'The answer is this, or one of these',
  'dimensions.questions.when.not':
    'The answer is not this, nor one of these; also where there is no answer',
  'dimensions.questions.formerly':
    'Ids that it had before, so that older answers and findings still count',
  'dimensions.questions.weight': 'Its weight in the dimension',
  'dimensions.questions.core': 'It is part of the quick run',
  'dimensions.questions.about': 'Whom it asks about',
  'dimensions.questions.mirror':
    'The same question about the other side: a report compares the answers',
  'dimensions.questions.evidence': 'What an assessor should ask to see',
  'dimensions.questions.practice': 'The next step that a weak answer leads to',
  'dimensions.questions.practice.do': 'What to do',
  'dimensions.questions.practice.done': 'How you can see that it is done',
  'dimensions.questions.practice.effort': 'About a week, two weeks or a month until it is done',
  'dimensions.questions.practice.day': 'Where it belongs in a programme of days',
  'dimensions.questions.practice.takes':
    'How long it takes until `done` can be seen, as in P60D; by default a week, two or four, by effort',
  'dimensions.questions.practice.by':
    'Who does it: `us` (whoever answers), `them` (whom the question is about) or `all`; by default `all` where the question is about both, else `us`',
  'dimensions.questions.source': 'Where the idea comes from',
  'dimensions.questions.fills':
    'The place in the plan that its answer fills, like purpose.need; for text, list, table and choice',
  'dimensions.questions.scale': 'The name of a scale under `scales`',
  'dimensions.questions.anchors': 'What each value from 1 to 5 looks like',
  'dimensions.questions.anchors.1': 'What the lowest value looks like',
  'dimensions.questions.anchors.2': 'What lies between the lowest and the middle',
  'dimensions.questions.anchors.3': 'What the middle looks like',
  'dimensions.questions.anchors.4': 'What lies between the middle and the highest',
  'dimensions.questions.anchors.5': 'What the highest value looks like',
  'dimensions.questions.reverse': 'A high answer is bad: it counts the other way round',
  'dimensions.questions.must':
    'The minimum answer; where half of a partner’s people or more are below it, the level is capped',
  'dimensions.questions.must.least': 'The least answer, on the question’s own scale',
  'dimensions.questions.must.cap':
    'The id of the highest level that an answer below the minimum allows',
  'dimensions.questions.choices': 'What can be chosen',
  'dimensions.questions.choices.id': 'A short id, which is kept as the answer',
  'dimensions.questions.choices.title': 'What people read',
  'dimensions.questions.choices.score':
    'What it counts: 0 is worst and 1 best. Give all choices one, or none; those of `choices` are added up',
  'dimensions.questions.from': 'The number that scores 0; with `to` under it, fewer is better',
  'dimensions.questions.to': 'The number that scores 1',
  'dimensions.questions.rows': 'How many rows there have to be',
  'dimensions.questions.rows.least': 'The minimum',
  'dimensions.questions.columns': 'What each row holds',
  'dimensions.questions.columns.id': 'A short id',
  'dimensions.questions.columns.title': 'The heading of the column',
  'dimensions.questions.columns.type': 'What a cell holds',
  'dimensions.questions.columns.from': 'The least number',
  'dimensions.questions.columns.to': 'The greatest number',
  'dimensions.questions.columns.choices': 'What can be chosen, in a column of choices',
  'dimensions.checks.id': 'A short id, its own in the dimension',
  'dimensions.checks.title': 'What is true of a plan that passes',
  'dimensions.checks.when': 'A condition on the plan: the check runs only if it is met',
  'dimensions.checks.for': 'A list in the plan: the check looks at each `item` of it',
  'dimensions.checks.assert': 'What has to be true, as an expression',
  'dimensions.checks.message':
    'What people read if it is not true; {item.KEY} is filled in, and {item} is what the item is called',
  'dimensions.checks.together':
    'What people read once, in place of several messages, if it is not true of several items; {items} names them. Only with `for`',
  'dimensions.checks.severity':
    'How serious it is, in one word or by stage; a stage that is left out takes the one before',
  'dimensions.checks.kinds':
    'How serious it is at most in a plan of this kind: contract, memorandum or internal',
  'dimensions.checks.protected': 'It cannot be waived',
  'dimensions.checks.weight': 'Its weight in the plan’s score for the dimension',
  'dimensions.checks.topic':
    'Words and phrases that people use for it: by these it is found in a plan that is written as prose. `a + b` wants both in one sentence; `<date>`, `<money>`, `<percent>`, `<number>`, `<rhythm>` and `<name>` are anything of that kind, `<opening>` and `<end>` the first and last lines; what begins with `? ` counts only where nothing else is found',
  'dimensions.checks.supports':
    'The questions of this dimension that it gives written evidence for',
  'dimensions.checks.formerly': 'Ids that it had before',
  'dimensions.checks.why': 'Why it matters',
  'dimensions.checks.fix': 'What to do about it',
  'dimensions.checks.examples': 'Pieces of a plan, run as tests by `check`',
  'dimensions.checks.examples.good': 'An example that passes',
  'dimensions.checks.examples.bad': 'An example that fails',
}

/** The sentence for a key at this path in a file of the kind. Profile questions share those of questions, and all choices are alike. */
export function findQuestionnaireGuide(
  kind: 'questionnaire' | 'dimension',
  path: readonly string[],
): string | undefined {
  const [first = '', ...rest] = path
  const isEntry = ['profile', 'questions', 'checks'].includes(first) && rest.length > 0
  const section = first === 'profile' ? 'questions' : first
  const full = isEntry || kind === 'dimension' ? ['dimensions', section, ...rest] : path
  return guidesByPath[full.join('.').replace('.columns.choices.', '.choices.')]
}
