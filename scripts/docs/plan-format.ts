import { buildJsonSchema } from '../../src/model/json-schema.ts'
import { isMap } from '../../src/model/value.ts'

/** docs/plan-format.md, from the schema of a plan. */
export function planFormat(): string {
  const schema = withoutEmpty(buildJsonSchema('plan'))
  const properties = isMap(schema.properties) ? schema.properties : {}
  const sections = Object.entries(properties).map(
    ([key, part]) => [key, withoutEmpty(part)] as const,
  )
  const plain = sections.filter(([, part]) => !isSection(part))
  const nested = sections.filter(([, part]) => isSection(part))
  return `<!-- Written by \`npm run docs\` from the schema of a plan. -->

# The plan file

A partnership's written plan is a YAML file that begins with \`accordant: plan/1\` (JSON and [Markdown](markdown-plans.md) work
too). Every section is optional: the [checks](checks/README.md) say what is missing at which stage.
\`accordant init plan\` writes a commented plan to start from, and \`accordant schema plan\` prints the JSON Schema, which lets an
editor complete keys and mark mistakes while you type.

- Ids are small letters, digits and single hyphens, like \`p1\` or \`northwind\`. People and partners are named by their ids.
- Ids made from names (of a folder, a partner, a person, a cell of a table) follow one rule: small letters; \`ä\`, \`ö\`, \`ü\` and \`å\` become
  \`ae\`, \`oe\`, \`ue\` and \`aa\`, \`ß\` becomes \`ss\`, \`æ\`, \`ø\` and \`œ\` become \`ae\`, \`oe\` and \`oe\`, \`ł\`, \`đ\`, \`ð\` and \`þ\` become \`l\`, \`d\`, \`d\` and
  \`th\`; other accents and apostrophes are dropped; a hyphen replaces everything else. \`Zürich-Müller\` gives \`zuerich-mueller\`.
- Dates are real days, like \`2026-11-23\`. Durations are ISO 8601: \`P1W\` is every week, \`P3M\` every three months.
- You may write \`notes\`, and keys that begin with \`x-\`, anywhere; accordant does not read them. Other unknown keys are warnings.
- A key without a value counts as missing.
- \`kind\` says what sort of plan it is, since a memorandum and an internal plan need less in writing than a contract. Without it, a plan whose
  \`legalStatus\` is \`non-binding\` is a memorandum, and so is one before the stage \`agreed\` that does not say whether it binds. Any other plan is a contract.
- A plan that says no more than \`accordant init\` wrote is "not begun": \`check\` says so in one line and looks for nothing in it, and for the
  report there is no plan. [docs/scoring.md](scoring.md) says exactly what counts. Otherwise it says how complete the plan is at its stage.

## At the top

${table(plain)}
${nested.map(([key, part]) => section(key, part)).join('\n')}`
}

type Part = Readonly<Record<string, unknown>>

function section(key: string, part: Part): string {
  const isList = part.type === 'array'
  const inner = withoutEmpty(isList ? part.items : part)
  return `## \`${key}\`

${sentence(part)}${isList ? ' A list; each entry has:' : ''}

${table(fieldsOf(inner))}`
}

/** The fields of a map, with those of maps inside it by their dotted paths. */
function fieldsOf(part: Part, before = ''): readonly (readonly [string, Part])[] {
  const properties = isMap(part.properties) ? part.properties : {}
  return Object.entries(properties).flatMap(([key, value]) => {
    const field = withoutEmpty(value)
    const name = `${before}${key}`
    const inner = field.type === 'array' ? withoutEmpty(field.items) : field
    const inside = isMap(inner.properties) ? fieldsOf(inner, `${name}.`) : []
    return [[name, field] as const, ...inside]
  })
}

function table(fields: readonly (readonly [string, Part])[]): string {
  const rows = fields.map(
    ([key, part]) => `| \`${key}\` | ${kindOf(part)} | ${description(part)} |`,
  )
  return `| Key | Value | Meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

/** The part without the forms that mean "not given". */
function withoutEmpty(node: unknown): Part {
  if (!isMap(node)) return {}
  const choices = Array.isArray(node.anyOf) ? node.anyOf.filter(isMap) : []
  const [first, ...others] = choices.filter(({ type, pattern }) => {
    return type !== 'null' && pattern !== '^\\s*$'
  })
  if (first === undefined) return node
  const own = others.length > 0 ? { either: [first, ...others] } : first
  return { ...own, description: node.description }
}

function isSection(part: Part): boolean {
  return part.type === 'array' || part.type === 'object'
}

function kindOf(part: Part): string {
  if (Array.isArray(part.either)) return part.either.map((one: Part) => kindOf(one)).join(' or ')
  if (Array.isArray(part.anyOf)) return part.anyOf.map((one: Part) => kindOf(one)).join(' or ')
  if (Array.isArray(part.enum)) return part.enum.map((word) => `\`${word}\``).join(', ')
  if (part.const !== undefined) return `\`${part.const}\``
  const { type, format, minimum, maximum } = part
  if (type === 'array') return listKind(withoutEmpty(part.items))
  if (type === 'object') {
    return isMap(part.properties) ? 'map' : 'map of numbers from 0 to 100, by partner'
  }
  if (type === 'integer') return maximum === 5 ? 'whole number from 1 to 5' : 'whole number'
  if (type === 'number') return minimum === undefined ? 'number' : `number from ${minimum}`
  if (format === 'date') return 'date'
  if (format === 'duration') return 'duration'
  return part.allOf === undefined && part.maxLength === undefined ? 'text' : 'id'
}

function listKind(item: Part): string {
  if (isMap(item.properties)) return 'list of maps'
  return kindOf(item) === 'id' ? 'list of ids' : 'list of texts'
}

function description(part: Part): string {
  return typeof part.description === 'string' ? part.description : ''
}

function sentence(part: Part): string {
  return `${description(part)}.`
}
