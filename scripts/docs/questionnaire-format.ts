import { buildJsonSchema } from '../../src/model/json-schema.ts'
import { isMap } from '../../src/model/value.ts'
import { type ExampleName, formatExamples } from './format-examples.ts'
import { formsOf, itemsOf, keysOf, keyTable, type Part } from './schema-parts.ts'

/** docs/questionnaire-format.md, from the schema of a questionnaire. */
export function questionnaireFormat(): string {
  const [whole = {}, changes = {}] = formsOf(asPart(buildJsonSchema('questionnaire')))
  const top = (key: string) => propertyOf(whole, key)
  const dimension = formsOf(itemsOf(top('dimensions'))).find(({ type }) => type === 'object') ?? {}
  const questions = formsOf(itemsOf(propertyOf(dimension, 'questions')))
  const [first = {}] = questions
  const inAll = commonKeys(questions)
  const check = itemsOf(propertyOf(dimension, 'checks'))
  const practice = propertyOf(first, 'practice')
  const column = itemsOf(propertyOf(ofType(questions, 'table'), 'columns'))
  const choice = itemsOf(propertyOf(ofType(questions, 'choice'), 'choices'))
  const profile = formsOf(itemsOf(top('profile')))
  return `<!-- Written by \`npm run docs\` from the schema of a questionnaire. -->

# The questionnaire file

Every key of a questionnaire, with examples that pass \`check\`. [writing-a-questionnaire.md](writing-a-questionnaire.md) shows how to
write one, step by step, and [extending.md](extending.md) how to change ours.

A questionnaire is a YAML file that begins with \`accordant: questionnaire/1\` (JSON works too). Its dimensions are in this file, or in
files beside it. This one is complete:

${example('whole')}
- Ids are small letters, digits and single hyphens, like \`bad-news\`. No two dimensions, questions, checks or levels may have the same full id. Outside
  its dimension, a question is named by its full id, \`visits.often\`.
- You may write \`notes\`, and keys that begin with \`x-\`, anywhere; accordant does not read them. Other unknown keys are errors.
- If a text contains \`: \` or \` #\`, or begins with a special character, put it in quotes, or below its key after \`>-\`. Between \`{ }\` or \`[ ]\`, also
  quote a text that contains a comma or one of these brackets: \`{id: none, title: "No, nobody"}\`.
- \`accordant schema questionnaire\` prints the JSON Schema. \`accordant init questionnaire\` puts a schema beside the file, so that an editor completes
  keys and marks mistakes while you type.

## At the top

${keyTable(whole)}
### \`levels\`

List the levels from the highest down, each with a lower score than the one before; the last is at the lowest score. The partnership gets the highest
level whose \`score\` it reaches and whose \`weakest\` every dimension reaches as every partner sees it. With fewer than \`leastPartners\`
partners it gets no level.

People read the \`meaning\` under the verdict, so it must be true of all answers that reach the level. For example, the highest level does not mean that
all is well, only that nothing is below its minimum. Say that, and what to do next. If you change what a level needs, read its \`meaning\` again.

${keyTable(itemsOf(top('levels')))}
${example('levels')}
### \`shown\`

${keyTable(top('shown'))}
Scores are worked out from 0 to 100 and printed on this range; write the levels on this range too. Data (\`--format json\`) stays on 0 to 100. For
example, ten questions with the values 1 to 5 add up to 10 to 50:

${example('shown')}
### \`scales\`

A rating with \`scale: agreement\` has the values 1, 2, 3 … in this order.

${example('scales')}
### \`minutes\`

${keyTable(top('minutes'))}
### \`profile\` and \`words\`

Profile questions have the keys ${listed(commonKeys(profile))}, and those of their type. They may have any type except \`table\`. Their ids have no
dimension: an expression names this one \`profile.unit\`, and a condition in a map names it \`unit\`.

The profile question that chooses the \`words\` is always called \`unit\`, and is a \`choice\`. Each of the \`words\` has a text for each of its choices, and
may have one for \`any\`, which is used where a choice has none. \`{partner}\` is replaced wherever people read a text: in titles, questions,
anchors, choices, \`why\`, \`evidence\` and practices, and in the meaning of levels and audiences. It is not replaced in checks. In a paper form, and in a
report on partners of several kinds, accordant cannot know which text to use. There it uses the text for \`any\` or, without one, the word's own name. So
choose a name that reads well, such as \`partner\`.

${example('profile')}${audiences(top('audiences'))}
## A dimension

Write a dimension under \`dimensions\`, or in another file that you list there.

${keyTable(dimension)}
${example('dimension')}
### \`day\`

${keyTable(propertyOf(dimension, 'day'))}
## A question

Keys of every question:

${keyTable(first, inAll)}
### \`type\`

${questions.map((question) => typeSection(question, inAll)).join('\n')}
### \`choices\` and \`columns\`

Keys of each of the \`choices\` of a question or column:

${keyTable(choice)}
Keys of each of the \`columns\`:

${keyTable(column)}
### \`must\`

\`must\` makes a question essential. It is the minimum answer, a number or \`yes\`. If half of a partner's people or more are below it, the level is at
most the second one. Or it is a map: \`must: {least: yes, cap: weak}\` then allows at most the level \`weak\`. Ratings, yes-no questions and
numbers can have a \`must\`, but not together with \`reverse\`.

${keyTable(mapOf(propertyOf(ofType(questions, 'rating'), 'must')))}
### \`practice\`

${keyTable(practice)}
\`by\` decides who gets the next step in a report. Choose it by the words of the practice, not of the question: if both sides have to act ("Tell
each other …"), it is \`all\`, also where the question is about one side. \`takes\` decides the due date: "three meetings in a row" needs
longer than a week, even if the effort is small.

${example('practice')}
### \`when\`

A condition is a map, with at least one of \`least\`, \`most\`, \`is\` and \`not\`, or an expression (CEL) that uses \`profile\` and \`answers\`.
Everything that the map asks for must be met. A condition may use only earlier questions. If one of them is unanswered, the condition is
false, except where the map has \`not\` alone: \`{question: stage, not: exploring}\` also asks people who did not name a stage. A paper form
shows the condition under the question. If somebody answers a question that does not apply, accordant keeps the answer but does not count it.

${keyTable(mapOf(propertyOf(first, 'when')))}
${example('conditions')}
### \`mirror\`

The same question about each side: one with \`about: us\`, the other with \`about: them\`. One of the two names the other. The report shows what a
partner says about itself beside what the others say about it.

${example('mirror')}
## A check

A check looks for something in the written plan ([plan-format.md](plan-format.md)). \`assert\` and \`when\` are expressions (CEL). They can use \`plan\`,
\`today\` and, with \`for\`, \`item\` and \`index\`. \`plan.stage\` and \`plan.kind\` always have a value. Blank texts and empty lists count as
missing, so \`has(plan.purpose.need)\` is true only if somebody wrote something.

${keyTable(check)}
### What a message can fill in

| In the text | What people read |
| --- | --- |
| \`{item.owner}\` | the value of this key, as it is written in the plan: an id stays an id |
| \`{item}\` | what people call the item: its name, else its goal, risk, activity, topic, what or text, else its id |
| \`{index}\` | the number of the item in the list, from 1 |
| \`{plan.name}\` | the value of a key of the plan |
| \`{items}\` | only in \`together\`: what the items are called that are not right, five of them at most, and how many more there are |

\`item\` and \`index\` need \`for\`. For a person whose name is missing, \`{item.name}\` prints "(no name)" and \`{item}\` prints the id.

### \`together\`

Without it, a check with \`for\` gives one finding for each item that is not right. With it, several items give one finding: the text of
\`together\`, with \`{items}\` for their names. It stands at the first of them and lists the lines of the others. If only one item is not right, people
read the \`message\`. Waivers and baselines still work item by item, and the plan's score still counts each item.

### \`kinds\`

\`severity\` says how serious a finding is at each stage. \`kinds\` says how serious it is at most in a plan of one kind: \`contract\`, \`memorandum\` or
\`internal\`. So \`kinds: {memorandum: info, internal: 'off'}\` makes it information in a memorandum, and switches it off in an internal plan. The plan
says its kind under \`kind\`. If it does not, a non-binding plan is a memorandum, and so is one before
the stage \`agreed\` that does not say whether it binds. Any other plan is a contract. The settings of a team
(\`severity\` in \`accordant.yaml\`) come before both.

### What expressions can ask

Expressions compare with \`==\`, \`!=\`, \`<\`, \`<=\`, \`>\`, \`>=\` and \`in\`, join with \`&&\` and \`||\`, negate with \`!\`, calculate with \`+ - * / %\`, and
choose with \`a ? b : c\`.

| Expression | Result |
| --- | --- |
| \`has(plan.exit.owner)\` | whether it exists |
| \`plan.risks.exists(r, r.impact > 3)\`, \`all\`, \`exists_one\` | whether this is true of one item, of all, of exactly one; \`r\` is any name for the item |
| \`plan.risks.filter(r, has(r.owner))\`, \`plan.risks.map(r, r.owner)\` | the items for which this is true; a new list with one value from each item |
| \`size(plan.risks)\` or \`plan.risks.size()\` | how many items, or characters |
| \`person(item.owner)\`, \`partner(item.partner)\` | whether somebody, or a partner, in the plan has this id |
| \`date(item.due) < today + days(30)\` | \`date\` turns a text into a day; add or subtract \`days\`; \`today\` is a day |
| \`placeholder(item.what)\` | whether a text, or one in a list, is still a placeholder, like \`[insert a name]\` |
| \`item.goal.contains("cost")\`, \`startsWith\`, \`endsWith\` | whether a text contains, begins with or ends with another |
| \`item.goal.lowerAscii()\`, \`upperAscii()\`, \`trim()\` | the text in small letters, in capitals, without spaces around it |
| \`text.split(", ")\`, \`list.join(", ")\`, \`text.indexOf("x")\`, \`text.substring(0, 3)\` | the parts of a text; a text made of parts; where \`x\` is; a part of the text |
| \`[1, 2].sum()\` | the sum of a list of numbers |
| \`int("3")\`, \`double("3.5")\`, \`string(3)\`, \`dyn(item)\` | a value converted to a number or a text; \`dyn\` gives a value whose type is not checked |

### \`examples\`

${keyTable(propertyOf(check, 'examples'))}
If a check uses \`today\`, accordant also tries it on the days that its examples mention, so that the examples stay correct.

${example('check')}
## A questionnaire that extends another

It contains only what it changes. [extending.md](extending.md) has the rules.

${keyTable(
  changes,
  keysOf(changes)
    .map(([key]) => key)
    .filter((key) => !keysOf(whole).some(([own]) => own === key)),
)}
${example('extends')}`
}

function audiences(part: Part): string {
  return `
### \`audiences\`

${keyTable(part)}
Keys of each of the \`groups\`:

${keyTable(itemsOf(propertyOf(part, 'groups')))}
${example('audiences')}`
}

function asPart(value: unknown): Part {
  return isMap(value) ? value : {}
}

function propertyOf(part: Part, key: string): Part {
  return keysOf(part).find(([own]) => own === key)?.[1] ?? {}
}

/** The one of several forms that is a map. */
function mapOf(part: Part): Part {
  return (
    formsOf(part)
      .flatMap(formsOf)
      .find(({ type }) => type === 'object') ?? {}
  )
}

function typeOf(question: Part): string {
  return String(propertyOf(question, 'type').const)
}

function ofType(questions: readonly Part[], type: string): Part {
  return questions.find((question) => typeOf(question) === type) ?? {}
}

function commonKeys(questions: readonly Part[]): readonly string[] {
  const [first, ...others] = questions.map((question) => keysOf(question).map(([key]) => key))
  return (first ?? []).filter((key) => key !== 'type' && others.every((keys) => keys.includes(key)))
}

const explanations: Readonly<Record<string, string>> = {
  rating: 'A value on a scale. It needs either `anchors` for 1 to 5 or a shared `scale`.',
  'yes-no': 'Yes is 100 and no is 0; with `reverse` it is the other way round.',
  choice: 'One of several. It is scored if the choices have a `score`.',
  choices:
    'Any number of several. The scores of the chosen ones are added up; the sum stays between 0 and 1.',
  number: 'A number. With `from` and `to` it is scored; beyond them the score stays at 0 or 100.',
  text: 'Text, never scored.',
  list: 'Several texts, never scored.',
  table: 'Rows, never scored.',
}

function typeSection(question: Part, inAll: readonly string[]): string {
  const type = typeOf(question)
  const own = keysOf(question)
    .map(([key]) => key)
    .filter((key) => key !== 'type' && !inAll.includes(key))
  const table = own.length === 0 ? '' : `${keyTable(question, own)}\n`
  return `#### \`${type}\`\n\n${explanations[type] ?? ''}\n\n${table}${example(type as ExampleName)}`
}

function listed(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ')
}

function example(name: ExampleName): string {
  return `\`\`\`yaml\n${formatExamples[name].text}\`\`\`\n`
}
