import fc from 'fast-check'
import { listFieldNames } from '../../../src/reading/prose/names.ts'
import type {
  FieldShape,
  ListShape,
  MapShape,
  PlanField,
} from '../../../src/reading/prose/shapes.ts'
import { planShape } from '../../../src/reading/prose/vocabulary.ts'

/** A value of a plan, and the ways to write it in Markdown. */
interface Written {
  readonly value: unknown
  /** In one line; null where it takes a title of its own. */
  readonly line: string | null
  /** One by one, where it is a list of texts or names. */
  readonly items: readonly string[] | null
  /** Under a title of this level. */
  readonly under: (level: number, titles: Titles) => string
}

/** How the titles of a document are written. */
type Titles = (level: number, title: string) => string

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
  ...['drivers', 'Fleet', 'çà', '日本語', '😀', '#12', 'a;b', 'x: y', '(z)', '1,200', '**bold**'],
  ...['](u)', '![', '<b', '-->', '<!--', '&amp;', '`code`', 'p1', '\\', 'owner', 'a|b', 'end.'],
  ...['"q"', '_', '~~', 'why? because', 'Start: 2027', '- x', '{: .a }', '10 %', 'Risks', '*'],
]

/** What stands in brackets is a blank of a form, however it is escaped. */
const aText = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((some) => ['Their', ...some].join(' '))
  .filter((text) => !/\[.*\]|<.*>/.test(text))

/** `xx`, `tbd` and `dd-mm` are blanks of forms, even in an id. */
const anId = fc
  .stringMatching(/^[a-w]{4,8}(?:-[e-s]{2,5}){1,2}$/)
  .filter((id) => !id.includes('mm'))

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

const aMoney = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom('EUR', 'GBP'), fc.boolean())
  .map(([thousands, currency, isDated]) => ({
    value: { amount: thousands * 1_000, currency, ...(isDated ? { period: 2027 } : {}) },
    line: `${thousands},000 ${currency}${isDated ? ' (2027)' : ''}`,
  }))

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
  return { value, line, items: null, under: () => `${line}\n` }
}

function inItems(value: unknown, items: readonly string[], separator: string): Written {
  const under = () => items.map((item) => `- ${item}\n`).join('')
  return { value, line: items.join(separator), items, under }
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
      return fc
        .array(aText, { minLength: 1, maxLength: 3 })
        .map((value) => inItems(value, value.map(escaped), '; '))
    case 'id':
      return anId.map((value) => inLine(value, value))
    case 'person-name':
      return fc.constantFrom('Ada Berg', 'J. van den Ende').map((name) => inLine(name, name))
    case 'organisation-name':
      return fc.constantFrom('Fabrikam Ltd', '3rd Harbour').map((name) => inLine(name, name))
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
        const lines = all.map(({ line }) => line)
        return isOne ? inLine(value[0], lines[0] ?? '') : inItems(value, lines, ', ')
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
      return shape.money === true ? simple(aMoney) : writtenMap(shape)
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

type Choose = (most: number) => number

/** The same choices again and again, so that a plan is written in the same way when it is shrunk. */
const choosing: fc.Arbitrary<Choose> = fc
  .array(fc.nat(30), { minLength: 20, maxLength: 20 })
  .map((choices) => {
    let next = 0
    return (most) => (choices[next++ % choices.length] ?? 0) % (most + 1)
  })

function nameWith(choose: Choose): (field: PlanField) => string {
  return (field) => nameOf(field, choose(30))
}

function writtenMap(shape: MapShape): fc.Arbitrary<Written> {
  const some = fieldsOf(shape.fields, []).filter((keyed) => keyed.length > 0)
  return fc.tuple(some, choosing, fc.nat(3)).map(([keyed, choose, style]) => ({
    value: valuesOf(keyed),
    line: null,
    items: null,
    under: (level, titles) => {
      const name = nameWith(choose)
      const short = keyed.filter(({ written: { line } }) => line !== null)
      const long = keyed.filter(({ written: { line } }) => line === null)
      const headed = (all: readonly Keyed[]) =>
        all
          .map(
            ({ field, written: { under } }) =>
              `${titles(level, name(field))}\n${under(level + 1, titles)}\n`,
          )
          .join('')
      if (style === 0 && canNest(titles, level)) return headed(keyed)
      const rows = short.map(({ field, written: { line } }) => `| ${name(field)} | ${line} |\n`)
      const table = `|  |  |\n| --- | --- |\n${rows.join('')}\n`
      const lines = short.map(({ field, written: { line } }) => `${name(field)}: ${line}\n`)
      const items = short.map(({ field, written: value }) =>
        writeKey(`**${name(field)}:**`, value, '', choose),
      )
      const all = [`${items.join('')}\n`, table, `${items.join('')}\n`, `${lines.join('\n')}\n`]
      return `${short.length === 0 ? '' : all[style]}${headed(long)}`
    },
  }))
}

/** A key with its value behind it, or in a list below. */
function writeKey(key: string, { line, items }: Written, indent: string, choose: Choose): string {
  if (items === null || choose(2) > 0) return `${indent}- ${key} ${line}\n`
  return `${indent}- ${key}\n${items.map((item) => `${indent}  - ${item}\n`).join('')}`
}

function writtenList({ item, title, plain, needs }: ListShape): fc.Arbitrary<Written> {
  const flat = item.fields.filter(({ shape }) => shape.kind !== 'map' || shape.money === true)
  const needed = fc.constantFrom(...(needs ?? title).split(',').filter((key) => key !== 'meeting'))
  const entry = needed.chain((key) => fieldsOf(flat, [title, plain ?? title, key]))
  const items = fc.array(entry, { minLength: 1, maxLength: 3 })
  return fc.tuple(items, choosing, fc.nat(2)).map(([all, choose, style]) => ({
    value: all.map(valuesOf),
    line: null,
    items: null,
    under: (level, titles) => {
      // A row with nothing but its first cell is a title in its table.
      const isTable = style === 0 && all.every((one) => one.length > 1)
      if (isTable) return table(all, choose)
      const hasTitles = style === 1 && canNest(titles, level) && all.every((one) => one.length > 1)
      return all
        .map((one) => (hasTitles ? headed(one, level, titles, choose) : listed(one, choose)))
        .join('')
    },
  }))

  function table(all: readonly (readonly Keyed[])[], choose: Choose): string {
    const used = flat.filter((field) => all.flat().some((one) => one.field === field))
    const fields = choose(1) === 0 ? used : flat
    const rows = all.map((keyed) =>
      fields.map((field) => keyed.find((one) => one.field === field)?.written.line ?? ''),
    )
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
    const heads = fields.map(nameWith(choose))
    return `${row(heads)}${row(heads.map(() => '---'))}${rows.map(row).join('')}\n`
  }

  function listed(keyed: readonly Keyed[], choose: Choose): string {
    const key = plain ?? title
    const rest = keyed.filter(({ field }) => field.key !== key)
    const name = nameWith(choose)
    const isOneLine = rest.every(({ written: { items: inner } }) => inner === null)
    if (isOneLine && choose(1) === 0) {
      const pieces = rest.map(({ field, written: { line } }) => `; ${name(field)}: ${line}`)
      return `- ${lineOf(keyed, key)}${pieces.join('')}\n`
    }
    const lines = rest.map(({ field, written: value }) =>
      writeKey(`${name(field)}:`, value, '  ', choose),
    )
    return `- ${lineOf(keyed, key)}\n${lines.join('')}`
  }

  function headed(keyed: readonly Keyed[], level: number, titles: Titles, choose: Choose): string {
    const name = nameWith(choose)
    const lines = keyed
      .filter(({ field }) => field.key !== title)
      .map(({ field, written: value }) => writeKey(`${name(field)}:`, value, '', choose))
    const isNumber = item.fields.some(({ key, shape }) => key === title && shape.kind === 'whole')
    const text = `${isNumber ? 'Level ' : ''}${lineOf(keyed, title)}`
    return `${titles(level, text)}\n${lines.join('')}\n`
  }

  function lineOf(keyed: readonly Keyed[], key: string): string {
    return keyed.find(({ field }) => field.key === key)?.written.line ?? ''
  }
}

const headings: Titles = (level, title) => `${'#'.repeat(level)} ${title}\n`

/** Bold titles are on two levels: with a number, and without. */
const boldTitles: Titles = (level, title) =>
  level === 2 ? `**${title.length}. ${title}**\n` : `**${title}**\n`

function canNest(titles: Titles, level: number): boolean {
  return titles === headings || level < 4
}

function writeKnown(titles: Titles): string {
  return `${titles(2, 'People')}
| Id | Name | Company |
| --- | --- | --- |
${personIds.map((id, at) => `| ${id} | ${personNames[at]} | contoso |\n`).join('')}
${titles(2, 'Partners')}
${partnerIds.map((id, at) => `- ${partnerNames[at]} (${id})\n`).join('')}
`
}

const knownValue = {
  people: personIds.map((id, at) => ({ id, name: personNames[at], partner: 'contoso' })),
  partners: partnerIds.map((id, at) => ({ id, name: partnerNames[at] })),
}

const aName = fc.constantFrom('Cold chain', 'Fresh by Friday', 'Northwind and Contoso')

/** Any plan, written in any of the ways of the documented form. */
export const aWrittenPlan: fc.Arbitrary<WrittenPlan> = fc
  .tuple(
    fieldsOf(
      planShape.fields.filter(({ key }) => key !== 'name' && !(key in knownValue)),
      [],
    ),
    choosing,
    fc.option(aName, { nil: null }),
    fc.constantFrom(headings, boldTitles),
  )
  .map(([keyed, choose, name, titles]) => {
    const nameKey = nameWith(choose)
    const top = keyed.filter(({ written: { line } }) => line !== null)
    const sections = keyed.filter(({ written: { line } }) => line === null)
    const pieces = [
      name === null ? '' : `# ${name}\n\n`,
      top
        .map(({ field, written: value }) => writeKey(`**${nameKey(field)}:**`, value, '', choose))
        .join(''),
      '\n',
      ...sections.map(
        ({ field, written: { under } }) => `${titles(2, nameKey(field))}\n${under(3, titles)}\n`,
      ),
      writeKnown(titles),
    ]
    return {
      value: { ...(name === null ? {} : { name }), ...knownValue, ...valuesOf(keyed) },
      text: pieces.join(''),
    }
  })
