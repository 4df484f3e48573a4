import fc from 'fast-check'
import { listFieldNames } from '../../../src/reading/markdown/names.ts'
import type {
  FieldShape,
  ListShape,
  MapShape,
  PlanField,
} from '../../../src/reading/markdown/shapes.ts'
import { planShape } from '../../../src/reading/markdown/vocabulary.ts'

/** A value of a plan, and a way to write it in Markdown. */
interface Written {
  readonly value: unknown
  /** In one line; null where it takes a heading of its own. */
  readonly line: string | null
  /** Under a heading of this level. */
  readonly under: (level: number) => string
}

/** A plan as it is written under front matter. */
export interface WrittenPlan {
  readonly value: Readonly<Record<string, unknown>>
  readonly text: string
}

interface Keyed {
  readonly field: PlanField
  readonly written: Written
}

/** Every sign that means something in Markdown is escaped. */
function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
}

const words = [
  ...[
    'drivers',
    'Fleet',
    'çà',
    '日本語',
    '😀',
    '#12',
    'a;b',
    'x: y',
    '(z)',
    '1,200',
    '**bold**',
    '[link](u)',
  ],
  ...['<b>', '&amp;', '`code`', 'p1', '\\', 'owner', 'a|b', '<!-- c -->', 'end.', '"q"', '_', '~~'],
]
const aText = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((some) => ['Our', ...some].join(' '))
const anId = fc.stringMatching(/^[a-z]{4,8}(?:-[a-z]{2,5}){1,2}$/)

const months =
  'January February March April May June July August September October November December'
const aDay = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(3),
  )
  .map(([year, month, day, how]) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const value = `${year}-${two(month)}-${two(day)}`
    const name = months.split(' ')[month - 1] ?? ''
    const ways = [
      value,
      `${day} ${name} ${year}`,
      `${name.slice(0, 3)} ${day}, ${year}`,
      `${day}/${month}/${year}`,
    ]
    return { value, line: how === 3 && day <= 12 ? value : (ways[how] ?? value) }
  })

const durations = {
  P1D: 'daily',
  P1W: 'every week',
  P2W: 'fortnightly',
  P1M: 'Monthly',
  P3M: 'every 3 months',
  P1Y: 'P1Y',
}
const aDuration = fc
  .constantFrom(...Object.entries(durations))
  .map(([value, line]) => ({ value, line }))

const partnerIds = ['northwind', 'contoso']
const partnerNames = ['Northwind Traders', 'Contoso Foods']
const personIds = ['p1', 'p2', 'p3']
const personNames = ['A. Visser', 'Li Chen', 'José Ñuñez']

function named(ids: readonly string[], names: readonly string[]) {
  return fc.tuple(fc.nat(ids.length - 1), fc.boolean()).map(([at, byName]) => ({
    value: ids[at] ?? '',
    line: escaped((byName ? names : ids)[at] ?? ''),
  }))
}

const aPerson = named(personIds, personNames)
const people = fc.uniqueArray(aPerson, {
  minLength: 1,
  maxLength: 3,
  selector: ({ value }) => value,
})

function inLine(value: unknown, line: string): Written {
  return { value, line, under: () => `${line}\n` }
}

function simple(arbitrary: fc.Arbitrary<{ value: unknown; line: string }>): fc.Arbitrary<Written> {
  return arbitrary.map(({ value, line }) => inLine(value, line))
}

function whole(max: number): fc.Arbitrary<Written> {
  return fc.nat(max).map((value) => inLine(value, String(value)))
}

function written(shape: FieldShape): fc.Arbitrary<Written> {
  switch (shape.kind) {
    case 'text':
      return aText.map((value) => inLine(value, escaped(value)))
    case 'texts':
      return fc.array(aText, { minLength: 1, maxLength: 3 }).map((value) => ({
        value,
        line: value.map(escaped).join('; '),
        under: () => value.map((item) => `- ${escaped(item)}\n`).join(''),
      }))
    case 'id':
      return anId.map((value) => inLine(value, value))
    case 'person':
      return simple(aPerson)
    case 'partner':
      return simple(named(partnerIds, partnerNames))
    case 'objective':
      return anId.map((value) => inLine(value, value))
    case 'people':
    case 'person-or-people':
      return people.map((all) => {
        const value = all.map((one) => one.value)
        const isOne = shape.kind === 'person-or-people' && value.length === 1
        return inLine(isOne ? value[0] : value, all.map(({ line }) => line).join(', '))
      })
    case 'day':
      return simple(aDay)
    case 'duration':
      return simple(aDuration)
    case 'number':
      return fc.integer({ min: -5_000, max: 5_000 }).map((value) => inLine(value, String(value)))
    case 'figure':
      return fc.oneof(
        whole(9_999),
        aText.map((value) => inLine(value, escaped(value))),
      )
    case 'whole':
      return whole(999)
    case 'days':
      return fc
        .tuple(fc.nat(99), fc.boolean())
        .map(([weeks, inWeeks]) =>
          inWeeks ? inLine(weeks * 7, `${weeks} weeks`) : inLine(weeks, `${weeks} working days`),
        )
    case 'likelihood':
    case 'impact':
      return fc.integer({ min: 1, max: 5 }).map((value) => inLine(value, String(value)))
    case 'shares':
      return fc
        .nat(100)
        .map((share) =>
          inLine(
            { northwind: share, contoso: 100 - share },
            `Northwind Traders: ${share}, contoso ${100 - share} %`,
          ),
        )
    case 'word':
      return fc
        .constantFrom(
          ...Object.entries(shape.words).flatMap(([word, also]) =>
            [word, ...also].map((line) => ({ value: word, line })),
          ),
        )
        .map(({ value, line }) => inLine(value, line))
    case 'map':
      return writtenMap(shape)
    default:
      return writtenList(shape)
  }
}

/** Some of the fields, each with a value. */
function fieldsOf(
  fields: readonly PlanField[],
  always: readonly string[],
): fc.Arbitrary<readonly Keyed[]> {
  const each = fields.map((field) => {
    const one = written(field.shape).map((value): Keyed => ({ field, written: value }))
    return always.includes(field.key) ? one : fc.option(one, { nil: null })
  })
  return fc.tuple(...each).map((all) => all.filter((one) => one !== null))
}

function valuesOf(keyed: readonly Keyed[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keyed.map(({ field, written: { value } }) => [field.key, value]))
}

/** One of the names of a field, as people write them. */
function nameOf(field: PlanField, choice: number): string {
  const all = [field.key, ...listFieldNames(field)].filter((name) => name !== '#')
  const name = all[choice % all.length] ?? field.key
  return choice % 2 === 0 ? name : name.charAt(0).toUpperCase() + name.slice(1)
}

type Named = (field: PlanField) => string

const naming: fc.Arbitrary<Named> = fc
  .array(fc.nat(30), { minLength: 20, maxLength: 20 })
  .map((choices) => {
    let next = 0
    return (field) => nameOf(field, choices[next++ % choices.length] ?? 0)
  })

function writtenMap(shape: MapShape): fc.Arbitrary<Written> {
  const some = fieldsOf(shape.fields, []).filter((keyed) => keyed.length > 0)
  return fc.tuple(some, naming, fc.nat(2)).map(([keyed, name, style]) => ({
    value: valuesOf(keyed),
    line: null,
    under: (level) => {
      const short = keyed.filter(({ written: { line } }) => line !== null)
      const long = keyed.filter(({ written: { line } }) => line === null)
      const headed = (all: readonly Keyed[]) =>
        all
          .map(
            ({ field, written: { under } }) =>
              `${'#'.repeat(level)} ${name(field)}\n\n${under(level + 1)}\n`,
          )
          .join('')
      if (style === 0) return headed(keyed)
      const lines = short.map(({ field, written: { line } }) => [name(field), line] as const)
      const table = `|  |  |\n| --- | --- |\n${lines.map(([key, line]) => `| ${key} | ${line} |\n`).join('')}\n`
      const list = `${lines.map(([key, line]) => `- **${key}:** ${line}\n`).join('')}\n`
      return `${lines.length === 0 ? '' : style === 1 ? table : list}${headed(long)}`
    },
  }))
}

function writtenList({ item, title }: ListShape): fc.Arbitrary<Written> {
  const flat = item.fields.filter(({ shape }) => shape.kind !== 'map')
  const items = fc.array(fieldsOf(flat, [title]), { minLength: 1, maxLength: 3 })
  return fc.tuple(items, naming, fc.nat(2)).map(([all, name, style]) => ({
    value: all.map(valuesOf),
    line: null,
    under: (level) =>
      style === 0
        ? table(all, flat, name)
        : all.map((one) => (style === 1 ? listed(one) : headed(one, level, name))).join(''),
  }))

  function table(
    all: readonly (readonly Keyed[])[],
    fields: readonly PlanField[],
    name: Named,
  ): string {
    const heads = fields.map(name)
    const rows = all.map((keyed) =>
      fields.map((field) => keyed.find((one) => one.field === field)?.written.line ?? ''),
    )
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
    return `${row(heads)}${row(heads.map(() => '---'))}${rows.map(row).join('')}\n`
  }

  function listed(keyed: readonly Keyed[]): string {
    const lines = rest(keyed).map(({ field, written: { line } }) => `  - ${field.key}: ${line}\n`)
    return `- ${titleOf(keyed)}\n${lines.join('')}`
  }

  function headed(keyed: readonly Keyed[], level: number, name: Named): string {
    const lines = rest(keyed).map(({ field, written: { line } }) => `- ${name(field)}: ${line}\n`)
    return `${'#'.repeat(level)} ${titleOf(keyed)}\n\n${lines.join('')}\n`
  }

  function titleOf(keyed: readonly Keyed[]): string {
    return keyed.find(({ field }) => field.key === title)?.written.line ?? ''
  }

  function rest(keyed: readonly Keyed[]): readonly Keyed[] {
    return keyed.filter(({ field }) => field.key !== title)
  }
}

const known = `## People

| Id | Name | Company |
| --- | --- | --- |
${personIds.map((id, at) => `| ${id} | ${personNames[at]} | contoso |\n`).join('')}
## Partners

${partnerIds.map((id, at) => `- ${partnerNames[at]} (${id})\n`).join('')}
`
const knownValue = {
  people: personIds.map((id, at) => ({ id, name: personNames[at], partner: 'contoso' })),
  partners: partnerIds.map((id, at) => ({ id, name: partnerNames[at] })),
}

/** Any plan, written in any of the ways that the reader takes. */
export const aWrittenPlan: fc.Arbitrary<WrittenPlan> = fc
  .tuple(
    fieldsOf(
      planShape.fields.filter(
        ({ key, shape }) => (shape.kind === 'map' || shape.kind === 'list') && !(key in knownValue),
      ),
      [],
    ),
    naming,
  )
  .map(([keyed, name]) => ({
    value: { ...knownValue, ...valuesOf(keyed) },
    text: `${keyed.map(({ field, written: { under } }) => `## ${name(field)}\n\n${under(3)}\n`).join('')}${known}`,
  }))
