import { listFieldNames } from '../../src/reading/markdown/names.ts'
import type { FieldShape, MapShape, PlanField } from '../../src/reading/markdown/shapes.ts'
import { freeNames, planShape } from '../../src/reading/markdown/vocabulary.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { renderPlanAsRead } from '../../src/reading/show-plan.ts'
import { say } from '../../src/words/say-message.ts'

const example = `---
accordant: plan/1
stage: forming
---

# Northwind and Contoso: fresh by Friday

We met twice in September. This is where we stand.

## 1. Who we are

### Northwind Traders (northwind)

- **Sponsor:** A. Visser
- **What we bring:** forty cooled lorries; depots in six towns

### Contoso Foods

- Sponsor: Li Chen
- What we bring: the orders of 300 shops

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
| R1 | Forecasts come too late | likely | 4 | Li Chen | 15 September 2026 |

## 5. Meetings

- Monday call; every week; owner: A. Visser
- Sponsors' lunch (how often: quarterly, who: Li Chen)

## 6. Ending

- We part when:
  - either of us is sold
  - two winters in a row lose money
- Notice: 3 months
- Handover: see the contract

## 7. Parking

Ask at the gate.
`

/** docs/markdown-plans.md, from the vocabulary of the reader, with an example as it reads it. */
export function markdownPlans(): string {
  const source = readMarkdownPlan(new TextEncoder().encode(example), 'plan.md')
  const shown = renderPlanAsRead(source, source.findings, say)
  return `<!-- Written by \`npm run docs\` from the words that the reader of Markdown plans knows. -->

# Plans in Markdown

Most partnership plans are documents that people write for people. accordant can check such a document:
keep it in Markdown, call it \`plan.md\`, and begin it with these three lines.

\`\`\`markdown
---
accordant: plan/1
---
\`\`\`

accordant reads headings, lists, tables and \`Key: value\` lines into [the same plan](plan-format.md) as a YAML file, by the
names that people usually give to things. Findings point at the lines of the document. accordant never changes the document.

The plan may be incomplete and in any order. To see how accordant reads it, run

\`\`\`console
$ accordant check plan.md --show-plan
\`\`\`

This prints the plan as YAML, with the line that each value comes from, and below it what accordant did not understand. It replaces the
findings on standard output; the verdict goes to standard error, and the exit code is the usual one. Formats with a file, like
\`--format json=found.json\`, are still written. To continue in YAML, keep the output: \`accordant check plan.md --show-plan > plan.yaml\`.

## An example

\`\`\`markdown
${example}\`\`\`

is read as

\`\`\`yaml
${shown}\`\`\`

## How it is read

- **Front matter** is YAML between two lines \`---\`, and may contain any part of the plan. If the document says the same thing
  again, the front matter wins. Errors in it stop the reading, as they would in a YAML file.
- **The first heading**, if it is of the highest level, names the plan.
- **Headings** choose the section for the text below them, by the names in the tables below. Numbering ("3.2", "Annex B:"), articles, case,
  plural and singular, punctuation, and text in brackets don't matter. A heading below another is looked up in that section first.
- **In a section with one set of keys** (like \`term\`), each key can be a heading, a list item (\`- Start: 2026-10-01\`), a line, or
  a row or column of a table.
- **In a section with several entries** (like \`risks\`), an entry is a list item, a row of a table, or a heading with a list
  or table under it. The text of the item or heading is the name of the entry. Keys follow after semicolons, in brackets at the
  end, on separate lines, or in a list under the item: \`- Late forecasts; likelihood: 3; owner: Li Chen\`.
- **Without keys**, accordant understands some of what people write: "Saturday call, every week" and "Monthly call" say how often, "Sponsors
  (10 working days)" how long, "Open the depot by 1 May 2027 (A. Visser)" until when and by whom, "2026-09-30: talk earlier" on which day, and
  "A. Visser, Northwind, sponsor" names a person, a partner and a role.
- **Longer headings** are matched by their parts (a list or table under "Governance and decision rights" goes to the section that recognises its
  columns or keys), or else by their beginning or end ("Key risks", "Exit strategy").
- **Tables** may have their columns in any order, or be turned, with a column for each entry. Under roles, columns may be people and
  cells the letters R, A, C and I. Under benefits, columns may be partners and cells percentages.
- **Task lists** say whether a commitment is done: \`- [x] Sign the contract\`. The numbers of an ordered list are the steps of an
  escalation.
- **Prose** is read where the plan expects a text, like under \`purpose: need\`. Elsewhere it is for readers only, and accordant reports as information
  that it has no place in the plan.
- **People and partners** are named by their ids or their names; a first or last word is enough if only one person or partner has it. Somebody
  without an id gets one made from the name: "J. Sørensen" becomes \`j-sorensen\`. "A. Visser (p1)" gives both.
- **Comments** (\`<!-- … -->\`) are ignored, except waivers: \`<!-- accordant-waive contingencies.exit-triggers by=p1 until=2027-03-31 --
  reason -->\` above a heading, or on the line of an entry ([living with findings](living-with-findings.md)).

## What values may look like

| Value | You may write | accordant reads |
| --- | --- | --- |
| date | \`2026-12-01\`, 1 December 2026, Dec 1st, 2026, 31/12/2026 | \`2026-12-01\` |
| duration | weekly, every two weeks, quarterly, every 3 months, \`P3M\` | \`P1W\`, \`P2W\`, \`P3M\` |
| number | 1,200, 1 200.5, 55 %, EUR 400,000 | \`1200\`, \`1200.5\`, \`55\`, \`400000\` |
| days | 10, 10 working days, two weeks, 48 hours, 3 months (of 30 days) | \`10\`, \`14\`, \`2\`, \`90\` |
| money | 400,000 EUR (2027) | \`amount\`, \`currency\` and \`period\` |
| likelihood, impact | 4, 4/5, rare, unlikely, possible, likely, almost certain; minor, moderate, major, severe | \`1\` to \`5\` |
| several texts or people | a list, or one line with semicolons; people also with commas and "and" | a list |
| shares | northwind: 55, contoso: 45 | a percentage for each |

A dash, "n/a" or an empty cell counts as no value.

## What is not read

If something can mean two things, accordant leaves it out and gives a warning on its line: \`1/12/2026\` (two days), "400.000" (two numbers), a
month in place of a day, an unknown word where one of a few is expected, a name that several people have. If a key has two values, the first
counts. accordant leaves out an unknown column or heading, and suggests a similar name if there is one. None of this stops it from
reading the rest.

If a section contains something that has no place in the plan, accordant reports it as information on its line: it leaves nothing out silently. It
never reads code, pictures, HTML other than \`<br>\`, or footnotes.

Only plans can be in Markdown; responses, questionnaires and settings are YAML. accordant refuses a document of more than 1 MB, of more than about
ten thousand lines and cells, or with lists more than 20 levels deep.

## The words

Each key, with the other names that it may have. Names of sections work as headings anywhere in the document; so do the names in **bold**.

### At the top

In the front matter, or as \`Key: value\` before the first section.

${table(planShape.fields.filter((field) => !isSection(field)))}
${planShape.fields
  .filter(isSection)
  .map((field) => section(field))
  .join('\n')}
Everywhere, a column or key called ${listed(freeNames.map((name) => `"${name}"`))} is kept as \`notes\`, which no check looks at.
`
}

function isSection({ shape }: PlanField): boolean {
  return shape.kind === 'map' || shape.kind === 'list'
}

function section(field: PlanField): string {
  const isList = field.shape.kind === 'list'
  const called = `Also called ${listed(others(field))}.`
  const main = mainOf(field.shape)
  const plain = main === null ? '' : ` Plain text is read as \`${main}\`.`
  return `### \`${field.key}\`

${called}${isList ? ' Several entries.' : ''}${plain}

${table(fieldsOf(field.shape))}`
}

function mainOf(shape: FieldShape): string | null {
  if (shape.kind === 'list') return shape.title
  return shape.kind === 'map' ? (shape.main ?? null) : null
}

function table(fields: readonly Named[]): string {
  const rows = fields.map((field) => `| \`${field.path ?? field.key}\` | ${cell(field)} |`)
  return `| Key | Also called |\n| --- | --- |\n${rows.join('\n')}\n`
}

type Named = PlanField & { readonly path?: string }

/** The fields of a section, with those of maps and lists in it by their dotted paths. */
function fieldsOf(shape: FieldShape, before = ''): readonly Named[] {
  const map: MapShape | null =
    shape.kind === 'list' ? shape.item : shape.kind === 'map' ? shape : null
  return (map?.fields ?? []).flatMap((field) => {
    const path = `${before}${field.key}`
    return [{ ...field, path }, ...fieldsOf(field.shape, `${path}.`)]
  })
}

function cell(field: PlanField): string {
  const names = others(field).map((name) => (field.alone.includes(name) ? `**${name}**` : name))
  const own = listFieldNames(field)[0] ?? field.key
  if (field.alone.includes(own)) names.unshift(`**${own}**`)
  const words = field.shape.kind === 'word' ? [wordsOf(field.shape.words)] : []
  return [...(names.length === 0 ? [] : [names.join(', ')]), ...words]
    .join('; ')
    .replaceAll('|', '\\|')
}

function wordsOf(words: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(words)
    .map(([word, also]) => (also.length === 0 ? `\`${word}\`` : `\`${word}\` (${also.join(', ')})`))
    .join(', ')
}

function others(field: PlanField): readonly string[] {
  const [own, ...names] = listFieldNames(field)
  return names.filter((name) => name !== own)
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}
