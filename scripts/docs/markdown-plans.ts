import type { Path } from '../../src/model/finding.ts'
import { getValueAt, toFlowText } from '../../src/model/value.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import type { SourceDocument } from '../../src/reading/open-document.ts'
import { listFieldNames } from '../../src/reading/prose/names.ts'
import type { FieldShape, PlanField } from '../../src/reading/prose/shapes.ts'
import { freeNames, planShape } from '../../src/reading/prose/vocabulary.ts'
import { renderPlanAsRead } from '../../src/reading/show-plan.ts'
import { sayDraft } from '../../src/words/say-draft.ts'
import { say } from '../../src/words/say-message.ts'

const example = `---
accordant: plan/1
stage: forming
---

# Northwind and Contoso: fresh by Friday

We met twice in September. This is where we are now.

## 1. Partners

### Northwind Traders (northwind)

- **Sponsor:** A. Visser
- **What we bring:** forty cooled lorries; depots in six towns

### Contoso Foods

- **Sponsor:** Li Chen
- **What we bring:** [to be discussed]

## 2. Contacts

| Name | Company | Role |
| --- | --- | --- |
| A. Visser | Northwind Traders | Sponsor |
| Li Chen | Contoso Foods | Sponsor |

## 3. Why together?

Contoso's lorries come back empty and ours leave half full.

## 4. Risk register

| No. | Risk | Probability | Effect | Owner | Last reviewed |
| --- | --- | --- | --- | --- | --- |
| R1 | Forecasts come too late | likely | 4 | Chen | 15 September 2026 |

## 5. Meetings

- Monday call; how often: every week; owner: A. Visser
- Sponsors' lunch (how often: quarterly, owner: Li Chen)

## 6. Termination

- **Grounds:**
  - either of us is sold
  - two winters in a row lose money
- **Cure:** 30 days

## 7. Leaving early

Either of us may leave with 60 days' notice.
`

const shared = findShared()

/** docs/markdown-plans.md, from the vocabulary of the reader, with an example and values as it reads them. */
export function markdownPlans(): string {
  const source = readDocument(example)

  const unread = source.findings.map(({ line, message }) => ({ line, text: say(message) }))
  const shown = renderPlanAsRead(source, unread, sayDraft)
  return `<!-- Written by \`npm run docs\` from the words that the reader of documents knows. -->

# Plans in Markdown and Word

Most partnership plans are documents that people write for people: memoranda, charters, contracts. This page is for whoever keeps such
a document and wants accordant to check it. accordant reads what is in the form below into [the same plan](plan-format.md) as a YAML
file. It does not guess at the rest: it looks there for the topics of its checks, and shows you the lines. It never changes the document.

## How a file becomes a plan

- **You name it**: \`accordant check contract.md\` and \`accordant check contract.docx\` read any document as a plan. Unless it says
  otherwise, its stage is \`agreed\`.
- **It is in a folder** that you check: then Markdown is a plan only if it has the key \`accordant\` between two lines \`---\` at its beginning, as
  the example below has. Of Word files, only a partnership's \`plan.docx\` is.
- **It is called \`plan.md\` or \`plan.docx\`** and is in the folder of a partnership: then reports use it, as they use \`plan.yaml\`.

The lines between \`---\` may hold any part of the plan in YAML. Where the document says the same again, those lines count.

\`accordant init plan --format markdown\` writes a document in this form, with blanks to fill in. \`accordant init plan --from contract.docx\` writes what was read as YAML, with the lines left to you.

## The form

- **Titles** say what is below them, by the names in the table at the end. A title is a heading; or bold text that is alone in its line, begins
  a numbered item, or leads to a list; or a line that ends in a colon before a list or table. Numbers ("3.2", "Annex B:"), capitals, articles,
  plurals and brackets do not matter, but the words do: "Key risks" is a name of \`risks\`, "Our risks in winter" is not. The first
  heading names a plan that has the key \`accordant\`, unless it only says what the document is ("Memorandum of Understanding").
- **Keys** are in lists, as \`- **Start:** 1 October 2026\`; in lines of their own; in tables of two columns, or with a column for each key; or each is a title. What
  follows a title belongs to it up to the next one, so write the keys of a section before the titles in it.
- **Entries**, like risks, are rows of a table, whose columns have the names of keys, in any order. Or an entry is an item:
  \`- Late forecasts; likelihood: 3; owner: Li Chen\`. Or it is a title, with its keys in a list below. A title alone is no entry: something must be said of it.
- **Responsibilities** may be a table with a column for each person and R, A, C and I in the cells. The numbers of a list are the steps of an
  escalation, and ticks (\`- [x] Sign the lease\`) say what is done.
- **People and partners** are named as where they are listed, or by their ids; a first or last word will do if nobody else has it. An id
  may follow a name in brackets; else it is made from the name.
- **What is not filled in** is no value, and a warning says where: \`____\`, \`[Name]\`, \`<date>\`, \`{{party}}\`, TBD, "to be agreed", DD/MM/YYYY. A dash,
  "none" and "n/a" say that there is nothing.

| Value | Written | Read as |
| --- | --- | --- |
${values.map(valueRow).join('\n')}

A value that can mean two things (\`1/12/2026\`), or cannot be what its key is for, is not read. If a key has two values, the first counts.

## An example

\`\`\`markdown
${example}\`\`\`

\`accordant check plan.md --show-plan\` prints what accordant reads, with the line of each value. Section 7 is not in it, since a sentence
is not read for the facts in it.

\`\`\`yaml
${shown}\`\`\`

To go on in YAML, keep the output: \`accordant check plan.md --show-plan > plan.yaml\`.

## What happens to all other text

- accordant looks in it for the topics of the checks: words like "notice" or "confidential", in titles first. If a check misses something among the
  values, but its topic is in the text, the check is **unread**: it makes no finding and does not count for the score, and accordant
  names the lines where you should look. Whether they say what they should, you decide.
- Where accordant saw no text about a topic, that is a finding; the document may say it in other words.
- accordant measures what share of the words it read as values, in the sections that have a topic of any check. Text before the first section
  and signatures do not count. Under 80 % the plan has no score.

These are never read as values: sentences that hold facts ("30 days' notice"), text under unknown titles, unknown columns, code, footnotes,
what pictures show, and HTML apart from line breaks (\`<br>\`). Comments (\`<!-- … -->\`) are not looked at, except for
[waivers](living-with-findings.md).

## Word

A Word file is read as the same document in Markdown would be. Places are paragraphs and titles ("paragraph 41, Termination"). The numbers that Word gives to clauses
are not in the file's text, so findings do not have them. Tracked changes count as accepted, and comments are left out.

## Limits

Only plans may be documents; responses, questionnaires and settings are YAML. The names are English. A document may have 1 MB of text, about ten thousand
lines and cells, and lists 20 levels deep.

## Titles, keys and columns

Each title and key with its other names in brackets. Names in **bold** are titles wherever they are; the others count under the title of
their section. Everywhere ${shared.map((field) => `*${ownName(field)}* may be called ${listed(others(field))}`).join('; ')}.

At the top, between the \`---\` or before the first section: ${planShape.fields
    .filter((field) => !isSection(field))
    .map(describe)
    .join(' · ')}.

| Title | Keys and columns |
| --- | --- |
${planShape.fields
  .filter(isSection)
  .flatMap((field) => listRows(field, ''))
  .join('\n')}

A column or key called ${listed(freeNames.map((name) => `"${name}"`))} is kept as \`notes\`, which no check looks at.
`
}

/** Ways to write values, in the place of `…`; and where they are in the plan then. */
const values: readonly (readonly [string, string, Path, readonly string[]])[] = [
  [
    'date',
    '## Term\n- Start: …',
    ['term', 'start'],
    ['1 December 2026', 'Dec 1st, 2026', '31/12/2026'],
  ],
  [
    'how often',
    '## Reviews\n- Every: …',
    ['reviews', 'every'],
    ['weekly', 'every two weeks', 'quarterly', 'P3M'],
  ],
  [
    'days',
    '## Exit\n- Notice: …',
    ['exit', 'noticeDays'],
    ['10 working days', 'two weeks', '48 hours', '3 months'],
  ],
  [
    'number',
    '## Objectives\n- Fuller lorries; target: …',
    ['objectives', 0, 'target'],
    ['1,200', '1 200.5', '55 %'],
  ],
  [
    'money',
    '## Partners\n- Contoso; investment: …',
    ['partners', 0, 'investment'],
    ['400,000 EUR (2027)'],
  ],
  [
    'likelihood',
    '## Risks\n- Frost; likelihood: …',
    ['risks', 0, 'likelihood'],
    ['4', '4/5', 'unlikely', 'almost certain'],
  ],
  ['impact', '## Risks\n- Frost; impact: …', ['risks', 0, 'impact'], ['minor', 'severe']],
  [
    'several texts',
    '## Scope\n- Included: …',
    ['scope', 'included'],
    ['chilled food; return trips'],
  ],
  [
    'shares',
    '## Benefits\n- Savings; shares: …',
    ['benefits', 0, 'shares'],
    ['Northwind 55 %, Contoso 45 %'],
  ],
]

function valueRow([name, document, path, written]: (typeof values)[number]): string {
  const read = written.map((text) => {
    const value = getValueAt(readDocument(document.replace('…', text)).value, path)
    if (value === undefined) throw new Error(`"${text}" is not read as a ${name}`)
    return `\`${typeof value === 'string' ? value : toFlowText(value)}\``
  })
  return `| ${name} | ${written.join(' · ')} | ${read.join(' · ')} |`
}

function readDocument(text: string): SourceDocument {
  return readMarkdownPlan(new TextEncoder().encode(text), 'plan.md')
}

function isSection({ shape }: PlanField): boolean {
  return shape.kind === 'map' || shape.kind === 'list'
}

/** A row for a section, and one for each section inside it. */
function listRows(field: PlanField, around: string): readonly string[] {
  const fields = getFields(field.shape)
  const isInside = (inner: PlanField) => isSection(inner) && getFields(inner.shape).length > 0
  const title = around === '' ? describe(field) : `${around}: ${describe(field)}`
  const keys = fields.filter((inner) => !isInside(inner) || isMoney(inner)).map(describe)
  const inside = fields.filter((inner) => isInside(inner) && !isMoney(inner))
  return [
    `| ${title} | ${keys.join(' · ')} |`,
    ...inside.flatMap((inner) => listRows(inner, ownName(field))),
  ]
}

function isMoney({ shape }: PlanField): boolean {
  return shape.kind === 'map' && shape.money === true
}

function getFields(shape: FieldShape): readonly PlanField[] {
  if (shape.kind === 'list') return shape.item.fields
  return shape.kind === 'map' ? shape.fields : []
}

/** A name with its other names, and the words that its value can be. */
function describe(field: PlanField): string {
  const bold = (name: string) =>
    field.alone.includes(name) || (isSection(field) && planShape.fields.includes(field))
      ? `**${name}**`
      : name
  const own = bold(ownName(field))
  const names = isShared(field) ? [] : others(field).map(bold)
  const words = field.shape.kind === 'word' ? `: ${listWords(field.shape.words)}` : ''
  return `${own}${names.length === 0 ? '' : ` (${names.join(', ')})`}${words}`
}

function listWords(words: Readonly<Record<string, readonly string[]>>): string {
  return listed(
    Object.entries(words).map(([word, also]) =>
      also.length === 0 ? `\`${word}\`` : `\`${word}\` (${also.join(', ')})`,
    ),
  )
}

function ownName(field: PlanField): string {
  return listFieldNames(field)[0] ?? field.key
}

function others(field: PlanField): readonly string[] {
  const run = field.key.toLowerCase()
  return listFieldNames(field).filter((name) => name !== ownName(field) && name !== run)
}

/** Fields whose names are the same in several sections are explained once. */
function isShared(field: PlanField): boolean {
  return shared.some(({ key, names }) => key === field.key && names.join() === field.names.join())
}

function findShared(): readonly PlanField[] {
  const all = planShape.fields.flatMap(listInner)
  const count = (field: PlanField) =>
    all.filter(({ key, names }) => key === field.key && names.join() === field.names.join()).length
  const several = all.filter((field) => field.names.length > 2 && count(field) > 2)
  return several.filter(
    ({ key }, index) => several.findIndex((other) => other.key === key) === index,
  )
}

function listInner(field: PlanField): readonly PlanField[] {
  return [field, ...getFields(field.shape).flatMap(listInner)]
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}
