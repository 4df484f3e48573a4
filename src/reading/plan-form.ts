import { getValueAt, isMap } from '../model/value.ts'
import { planGuide } from '../words/en/plan-guide.ts'
import { listFieldNames } from './prose/names.ts'
import type { FieldShape, MapShape, PlanField } from './prose/shapes.ts'
import { planShape } from './prose/vocabulary.ts'

interface PlanForm {
  /** What is to be filled in now. */
  readonly now: unknown
  /** The same plan with every example; what is more than `now` is written inside comments, for later. */
  readonly whole: unknown
  /** What is said before a section, by its key. Sections are written in this order. */
  readonly guidance: ReadonlyMap<string, string>
}

/**
 * The sections of a plan in Markdown to fill in, in the documented form (docs/markdown-plans.md): each value is a blank like `[90 days]`
 * that shows an example. Only the partners are filled in, so that the others can name them.
 */
export function writePlanForm({ now, whole, guidance }: PlanForm): string {
  const writer = new FormWriter(whole)
  return [...guidance]
    .map(([key, text]) => {
      const field = planShape.fields.find((each) => each.key === key)
      if (field === undefined) return ''
      const values = { now: getValueAt(now, [key]), whole: getValueAt(whole, [key]) }
      return `<!-- ${text} -->\n\n${writer.section(field, values, 2)}`
    })
    .join('')
}

/** A value with what it will be when everything is filled in. */
interface Values {
  readonly now: unknown
  readonly whole: unknown
}

const maxColumns = 6

class FormWriter {
  /** By their ids. */
  readonly #partnerNames: ReadonlyMap<unknown, string>
  /** Of people and partners, by their ids. */
  readonly #names: ReadonlyMap<unknown, string>

  constructor(plan: unknown) {
    const people = listItems(getValueAt(plan, ['people']))
    const partners = listItems(getValueAt(plan, ['partners']))
    this.#partnerNames = new Map(
      partners.map(({ id, name }) => [
        id,
        typeof name === 'string' && name !== planGuide['partners.name'] ? name : toName(String(id)),
      ]),
    )
    this.#names = new Map([
      ...people.map(({ id, name }) => [id, String(name)] as const),
      ...this.#partnerNames,
    ])
  }

  /** A title with what is under it; where nothing is to be filled in now, all of it in a comment. */
  section(field: PlanField, { now, whole }: Values, level: number): string {
    if (now === undefined) {
      return `<!--\n${this.section(field, { now: whole, whole }, level).trim()}\n-->\n\n`
    }
    const title = `${'#'.repeat(level)} ${getTitle(field)}\n\n`
    const { shape } = field
    if (shape.kind === 'map') return title + this.#keys(shape, { now, whole }, level)
    if (shape.kind !== 'list') return `${title}${this.#blank(shape, now)}\n\n`
    const items = listItems(now).map((item, index) => ({
      now: item,
      whole: getValueAt(whole, [index]),
    }))
    const fields = listUsedFields(shape.item, ...items.map((item) => item.whole))
    const isWide = fields.length > maxColumns || fields.some((each) => each.shape.kind === 'texts')
    if (!isWide) return title + this.#table(fields, items)
    const entries = items.map((item) => {
      const heading = this.#entryTitle(shape.item, shape.title, item.whole)
      return `${'#'.repeat(level + 1)} ${heading}\n\n${this.#keys(shape.item, item, level + 1, shape.title)}`
    })
    return title + entries.join('')
  }

  /** An entry is called by the value of its title's key. A partner's name is known. */
  #entryTitle({ fields }: MapShape, title: string, item: unknown): string {
    const shape = fields.find(({ key }) => key === title)?.shape
    if (shape?.kind === 'organisation-name')
      return this.#partnerNames.get(getValueAt(item, ['id'])) ?? ''
    return shape === undefined ? '' : this.#blank(shape, getValueAt(item, [title]))
  }

  /** Keys with their values as a list, then the sections inside. The key whose value is the title is written already. */
  #keys(shape: MapShape, { now, whole }: Values, level: number, title?: string): string {
    const fields = listUsedFields(shape, whole).filter(({ key }) => key !== title)
    const isLine = ({ shape: inner }: PlanField) =>
      inner.kind !== 'list' && (inner.kind !== 'map' || inner.money === true)
    const lines = fields.filter(isLine)
    const isNow = ({ key }: PlanField) => getValueAt(now, [key]) !== undefined
    const list = (some: readonly PlanField[]) =>
      some.map((field) => this.#line(field, getValueAt(whole, [field.key]))).join('')
    const later = list(lines.filter((field) => !isNow(field)))
    const first = list(lines.filter(isNow))
    const inside = fields
      .filter((field) => !isLine(field))
      .map((field) => {
        const values = {
          now: getValueAt(now, [field.key]),
          whole: getValueAt(whole, [field.key]),
        }
        return this.section(field, values, level + 1)
      })
    return [
      first === '' ? '' : `${first}\n`,
      later === '' ? '' : `<!--\n${later}-->\n\n`,
      ...inside,
    ].join('')
  }

  #line(field: PlanField, value: unknown): string {
    const key = `- **${getTitle(field)}:**`
    if (field.key === 'id' && this.#partnerNames.has(value)) return `${key} ${value}\n`
    if (field.shape.kind !== 'texts') return `${key} ${this.#blank(field.shape, value)}\n`
    const texts = Array.isArray(value) ? value : [value]
    return `${key}\n${texts.map((text) => `  - [${text}]\n`).join('')}`
  }

  #table(fields: readonly PlanField[], items: readonly Values[]): string {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
    const rows = items.map(({ whole }) =>
      row(
        fields.map(({ key, shape }) => {
          const value = getValueAt(whole, [key])
          return value === undefined ? '' : this.#blank(shape, value)
        }),
      ),
    )
    return `${row(fields.map(getTitle))}${row(fields.map(() => '---'))}${rows.join('')}\n`
  }

  #blank(shape: FieldShape, value: unknown): string {
    return `[${this.#write(shape, value)}]`
  }

  /** As people write it. */
  #write(shape: FieldShape, value: unknown): string {
    switch (shape.kind) {
      case 'person':
      case 'people':
      case 'person-or-people':
      case 'partner':
        return [value]
          .flat()
          .map((id) => this.#names.get(id) ?? String(id))
          .join(', ')
      case 'shares':
        return Object.entries(isMap(value) ? value : {})
          .map(([id, share]) => `${this.#names.get(id) ?? id} ${share} %`)
          .join(', ')
      case 'duration':
        return toRhythm(String(value))
      case 'days':
        return `${value} days`
      case 'map': {
        const { amount, currency, period } = isMap(value) ? value : {}
        return `${amount} ${currency} (${period})`
      }
      default:
        return String(value)
    }
  }
}

function listItems(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMap) : []
}

/** In the order of the plan, those with a value in one of the maps. */
function listUsedFields({ fields }: MapShape, ...maps: readonly unknown[]): readonly PlanField[] {
  return fields.filter(({ key }) => maps.some((map) => getValueAt(map, [key]) !== undefined))
}

/** `noticeDays` is "Notice days". */
function getTitle(field: PlanField): string {
  const isTopText = planShape.fields.includes(field) && field.alone.length > 0
  const [name = field.key] = isTopText ? field.alone : listFieldNames(field)
  return name.length < 3 ? name.toUpperCase() : capitalize(name)
}

/** `acme-foods` is "Acme Foods". */
function toName(id: string): string {
  return id.split('-').map(capitalize).join(' ')
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const units: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' }

/** `P3M` is "every 3 months". */
function toRhythm(duration: string): string {
  const [, count, letter = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? []
  const unit = units[letter]
  if (count === undefined || unit === undefined) return duration
  return count === '1' ? `every ${unit}` : `every ${count} ${unit}s`
}
