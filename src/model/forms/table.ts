import type { Message } from '../../words/message.ts'
import { suggestWord } from '../did-you-mean.ts'
import { createFinding } from '../finding.ts'
import { chooseRandom } from '../random.ts'
import type { Row } from '../response.ts'
import { clip, isMap, nameValue } from '../value.ts'
import { isFreeKey } from '../vocabulary.ts'
import {
  createMisfit,
  type FileOf,
  type FormType,
  type MadeUpSource,
  type ResolveContext,
  type SchemaKit,
  type ValueFit,
} from './form-type.ts'
import { interpolateNumber, numberForm } from './number.ts'
import {
  buildChoicesSchema,
  type Choice,
  fitChoice,
  replaceTitles,
  resolveChoices,
} from './pick.ts'
import { chooseMadeUpText, textForm } from './text.ts'

export interface Column {
  readonly id: string
  readonly title: string
  readonly type: 'text' | 'number' | 'choice'
  readonly from: number | null
  readonly to: number | null
  readonly choices: readonly Choice[]
}

interface TableForm {
  readonly type: 'table'
  readonly leastRows: number
  readonly columns: readonly Column[]
}

const shape = (kit: SchemaKit) => {
  const { z } = kit
  const column = z.strictObject({
    id: kit.id,
    title: kit.text,
    type: z.enum(['text', 'number', 'choice']),
    from: z.number().optional(),
    to: z.number().optional(),
    choices: buildChoicesSchema(kit).optional(),
  })
  return {
    type: z.literal('table'),
    rows: z.strictObject({ least: z.int().min(0).optional() }).optional(),
    columns: z.array(column).min(1),
  }
}

export const tableForm: FormType<TableForm, typeof shape> = {
  entry: 'rows',
  factType: 'rows',
  inProfile: false,
  shape,
  resolve: ({ rows, columns }, context) => ({
    type: 'table',
    leastRows: rows?.least ?? 0,
    columns: resolveColumns(columns, context),
  }),
  replaceTexts: (form, replace) => ({ ...form, columns: replaceTitles(form.columns, replace) }),
  fromRaw: fitTable,
  fromText: (_, line) => createMisfit({ say: 'table-unreadable', text: clip(line) }),
  listHints: ({ columns }) => [{ say: 'hint-table', columns: columns.map(({ id }) => id) }],
  makeUp: ({ leastRows, columns }, _, source) =>
    Array.from({ length: Math.max(leastRows, 2) }, () =>
      Object.fromEntries(columns.map((column) => [column.id, makeUpCell(column, source)])),
    ),
}

/** A cell on its column's own scale. */
export function fitCell(column: Column, cell: unknown): ValueFit {
  if (column.type === 'choice') return fitChoice(column.choices, cell)
  if (column.type === 'text') return textForm.fromRaw({ type: 'text' }, cell)
  const fit = numberForm.fromRaw({ type: 'number', from: null, to: null }, cell)
  if ('misfit' in fit) return fit
  const { from, to } = column
  const value = Number(fit.value)
  return (from !== null && value < from) || (to !== null && value > to)
    ? createMisfit({ say: 'number-out-of-range', value, from, to })
    : fit
}

function resolveColumns(
  files: FileOf<typeof shape>['columns'],
  context: ResolveContext,
): readonly Column[] {
  const seen = new Set<string>()
  return files.map(({ id, title, type, from = null, to = null, choices }, index) => {
    const path = ['columns', index]
    const find = (key: string, message: Message, finding = 'schema.value', fix?: Message) =>
      context.report(createFinding(finding, [...path, key], message, { fix: fix ?? null }))
    if (seen.has(id)) find('id', { say: 'column-repeated', column: id })
    if (isFreeKey(id))
      find('id', { say: 'free-key', key: id }, 'schema.value', { say: 'free-key-fix' })
    if (type === 'choice' && choices === undefined)
      find('choices', { say: 'column-without-choices' }, 'schema.missing')
    if (from !== null && to !== null && from > to) find('to', { say: 'column-falling-range', from })
    seen.add(id)
    return { id, title, type, from, to, choices: resolveChoices(choices ?? [], context, path) }
  })
}

function fitTable({ leastRows, columns }: TableForm, raw: unknown): ValueFit {
  if (!Array.isArray(raw)) return createMisfit({ say: 'rows-expected', found: nameValue(raw) })
  const rows: Row[] = []
  for (const [index, item] of raw.entries()) {
    if (!isMap(item)) return createMisfit({ say: 'row-expected', found: nameValue(item) }, [index])
    const fit = fitRow(columns, item)
    if ('misfit' in fit) return createMisfit(fit.misfit, [index, ...fit.path])
    rows.push(fit.row)
  }
  return rows.length < leastRows
    ? createMisfit({ say: 'rows-too-few', least: leastRows, found: rows.length })
    : { value: rows }
}

function fitRow(
  columns: readonly Column[],
  raw: Readonly<Record<string, unknown>>,
): { readonly row: Row } | Extract<ValueFit, { misfit: unknown }> {
  const ids = columns.map(({ id }) => id)
  for (const key of Object.keys(raw)) {
    if (ids.includes(key)) continue
    return {
      misfit: { say: 'column-unknown', column: key, hint: suggestWord(key, ids) },
      path: [key],
    }
  }
  const row: Record<string, string | number> = {}
  for (const column of columns) {
    const cell = Object.hasOwn(raw, column.id) ? raw[column.id] : null
    if (cell === null || cell === undefined) continue
    const fit = fitCell(column, cell)
    if ('misfit' in fit) return { misfit: fit.misfit, path: [column.id] }
    row[column.id] = fit.value as string | number
  }
  return { row }
}

function makeUpCell({ type, from, to, choices }: Column, source: MadeUpSource): Row[string] {
  if (type === 'text') return chooseMadeUpText(source)
  if (type === 'choice') return chooseRandom(source.random, choices)?.id ?? null
  const low = from ?? (to ?? 10) - 10
  return interpolateNumber(low, to ?? low + 10, source.random())
}
