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

Every key of a questionnaire, with examples that \`check\` passes. How to write one, step by step:
[writing-a-questionnaire.md](writing-a-questionnaire.md). How to change ours: [extending.md](extending.md).

A questionnaire is a YAML file that begins with \`accordant: questionnaire/1\` (JSON will do). Its dimensions stand in it, or in
files beside it. This one is complete:

${example('whole')}
- Ids are small letters, digits and single hyphens, like \`bad-news\`. Dimensions, questions, checks and levels share one name space. From outside
  its dimension a question is called by its full id, \`visits.often\`.
- \`notes\`, and keys that begin with \`x-\`, may stand anywhere and are not read. Other unknown keys are errors.
- Text that holds \`: \` or \` #\`, or begins with a sign, needs quotes, or stands below its key after \`>-\`. Between \`{ }\` or \`[ ]\` a comma or
  one of these brackets in it needs quotes as well: \`{id: none, title: "No, nobody"}\`.
- \`accordant schema questionnaire\` prints the JSON Schema; \`accordant init questionnaire\` puts one beside the file, so that an editor completes keys
  and marks mistakes while you type.

## At the top

${keyTable(whole)}
### \`levels\`

From the highest down, each lower than the one before, the last at the bottom. Partners reach the highest level whose score they reach
and whose \`weakest\` no dimension of theirs is under.

${keyTable(itemsOf(top('levels')))}
${example('levels')}
### \`shown\`

${keyTable(top('shown'))}
Scores are worked out on 0 to 100 and printed on this range; levels are written on it. Data (\`--format json\`) stays on 0 to 100. Ten questions with
the values 1 to 5 add up to 10 to 50:

${example('shown')}
### \`scales\`

A rating with \`scale: agreement\` has the values 1, 2, 3 … in this order.

${example('scales')}
### \`minutes\`

${keyTable(top('minutes'))}
### \`profile\` and \`words\`

Profile questions have the keys ${listed(commonKeys(profile))}, and those of their type. They are of any type but \`table\`. Their ids have no
dimension: an expression calls this one \`profile.unit\`, and a condition in a map \`unit\`.

The profile question that words go by is always called \`unit\`, and is a \`choice\`. Each of the \`words\` has a text for every one of its choices, and
may have one for \`any\`, which stands where a choice has none. \`{partner}\` is filled in wherever a text is there to be read: in titles, questions,
anchors, choices, \`why\`, \`evidence\` and practices, and in what levels and audiences mean. It is not filled in checks. In a form on paper, and in a
report on partners of several kinds, nobody knows which is meant: there the text for \`any\` stands or, without one, the word's own name. So
give it a name that reads well, such as \`partner\`.

${example('profile')}${audiences(top('audiences'))}
## A dimension

In place under \`dimensions\`, or a file of its own that is named there.

${keyTable(dimension)}
${example('dimension')}
### \`day\`

${keyTable(propertyOf(dimension, 'day'))}
## A question

What every question may have:

${keyTable(first, inAll)}
### \`type\`

${questions.map((question) => typeSection(question, inAll)).join('\n')}
### \`choices\` and \`columns\`

Each of the \`choices\`, of a question or of a column:

${keyTable(choice)}
Each of the \`columns\`:

${keyTable(column)}
### \`must\`

A number (or \`yes\`), which caps the level at the second one, or a map: \`must: {least: yes, cap: weak}\` leaves no more than the level \`weak\`. It is
for ratings, yes-no questions and numbers, and not together with \`reverse\`.

${keyTable(mapOf(propertyOf(ofType(questions, 'rating'), 'must')))}
### \`practice\`

${keyTable(practice)}
### \`when\`

A map, which needs one of \`least\`, \`most\` and \`is\`; or an expression (CEL) that sees \`profile\` and \`answers\`. A
condition speaks of earlier questions only. A question that was not answered makes it false. Who fills in a form on paper reads the condition under the
question; an answer to a question that was not to be asked is kept, and does not count.

${keyTable(mapOf(propertyOf(first, 'when')))}
${example('conditions')}
### \`mirror\`

The same question about either side: one with \`about: us\`, the other with \`about: them\`. One of the two names the other. The report sets what a partner
says of itself beside what the others say of it.

${example('mirror')}
## A check

What is looked for in the written plan ([plan-format.md](plan-format.md)). \`assert\` and \`when\` are expressions (CEL). They see \`plan\`, \`today\`
and, with \`for\`, \`item\` and \`index\`. Blank texts and empty lists count as not there, so \`has(plan.purpose.need)\` asks whether somebody wrote something.

${keyTable(check)}
### What expressions can ask

They compare with \`==\`, \`!=\`, \`<\`, \`<=\`, \`>\`, \`>=\` and \`in\`, join with \`&&\` and \`||\`, negate with \`!\`, reckon with \`+ - * / %\`, and choose with
\`a ? b : c\`.

| Written | Gives |
| --- | --- |
| \`has(plan.exit.owner)\` | whether it is there |
| \`plan.risks.exists(r, r.impact > 3)\`, \`all\`, \`exists_one\` | whether it is so of one item, of all, of exactly one; \`r\` is any name for the item |
| \`plan.risks.filter(r, has(r.owner))\`, \`plan.risks.map(r, r.owner)\` | the items of which it is so; what is made of each |
| \`size(plan.risks)\` or \`plan.risks.size()\` | how many items, or characters |
| \`person(item.owner)\`, \`partner(item.partner)\` | whether somebody, or a partner, in the plan has this id |
| \`date(item.due) < today + days(30)\` | a day of a text, and a number of days to add to one; \`today\` is a day |
| \`placeholder(item.what)\` | whether a text, or one in a list, is still to be written, like \`[insert a name]\` |
| \`item.goal.contains("cost")\`, \`startsWith\`, \`endsWith\` | whether one text is in the other |
| \`item.goal.lowerAscii()\`, \`upperAscii()\`, \`trim()\` | the text in small letters, in capitals, without blanks around it |
| \`text.split(", ")\`, \`list.join(", ")\`, \`text.indexOf("x")\`, \`text.substring(0, 3)\` | parts of a text, and a text of parts |
| \`[1, 2].sum()\` | the sum of a list of numbers |
| \`int("3")\`, \`double("3.5")\`, \`string(3)\`, \`dyn(item)\` | a number or text of another kind of value, or one whose kind nobody checks |

### \`examples\`

${keyTable(propertyOf(check, 'examples'))}
A check that asks for \`today\` is tried on the days that its examples speak of too, so that they stay right.

${example('check')}
## A questionnaire that extends another

It has what it changes only: [extending.md](extending.md) has the rules.

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
Each of the \`groups\`:

${keyTable(itemsOf(propertyOf(part, 'groups')))}
${example('audiences')}`
}

function asPart(value: unknown): Part {
  return isMap(value) ? value : {}
}

function propertyOf(part: Part, key: string): Part {
  return keysOf(part).find(([own]) => own === key)?.[1] ?? {}
}

/** Of several forms the one that is a map. */
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

const told: Readonly<Record<string, string>> = {
  rating:
    'A value on a scale, with `anchors` for 1 to 5 or a shared `scale`: one of the two is needed.',
  'yes-no': 'Yes is 100, no is 0; with `reverse` the other way round.',
  choice: 'One of several. It is scored where the choices have a `score`.',
  choices:
    'Any number of several. The scores of those that are chosen are added up, and stay between 0 and 1.',
  number: 'A number. With `from` and `to` it is scored: beyond them it stays at 0 or 100.',
  text: 'Words, never scored.',
  list: 'Several texts, never scored.',
  table: 'Rows, never scored.',
}

function typeSection(question: Part, inAll: readonly string[]): string {
  const type = typeOf(question)
  const own = keysOf(question)
    .map(([key]) => key)
    .filter((key) => key !== 'type' && !inAll.includes(key))
  const table = own.length === 0 ? '' : `${keyTable(question, own)}\n`
  return `#### \`${type}\`\n\n${told[type] ?? ''}\n\n${table}${example(type as ExampleName)}`
}

function listed(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ')
}

function example(name: ExampleName): string {
  return `\`\`\`yaml\n${formatExamples[name].text}\`\`\`\n`
}
