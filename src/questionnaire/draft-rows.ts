import { normaliseText } from '../model/forms/written-text.ts'
import { clip, toFlowText } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import type { HeadFinder } from './draft-columns.ts'
import type { TableColumns } from './table-columns.ts'

interface RowsDraft {
  /** The keys of the map that say which rows are taken. */
  readonly keys: Readonly<Record<string, unknown>>
  readonly columns: readonly number[]
  /** The rows that these keys take. */
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly Message[]
}

/** Which rows the tools that are known would call finished, and no previews. Where it is not certain, a note says what to look at. */
export function draftRows(
  columns: TableColumns,
  byWords: HeadFinder,
  rows: readonly (readonly string[])[],
): RowsDraft {
  const context = { columns, byWords, rows }
  const only = findPreviews(context)
  const finished = findFinished(context)
  const isTaken = (row: readonly string[], sign: Sign | null) =>
    sign === null || sign.texts === null
      ? sign === null || (row[sign.column] ?? '').trim() !== ''
      : sign.texts.includes(normaliseText(row[sign.column] ?? ''))
  const name = ({ column }: Sign) => columns.names[column] ?? `#${column + 1}`
  const notes: Message[] = []
  const keys: Record<string, unknown> = {}
  const count = (sign: Sign) => rows.filter((row) => !isTaken(row, sign)).length
  if (finished !== null) {
    const open = count(finished)
    const own = { column: name(finished), ...toValue(finished, rows) }
    const isCertain = finished.isCertain && (open < rows.length || rows.length === 0)
    if (isCertain) keys.finished = own
    if (open > 0) {
      const column = clip(own.column)
      notes.push(
        isCertain
          ? { say: 'draft-unfinished', rows: open, column }
          : { say: 'draft-perhaps-finished', rows: open, column, line: clip(toFlowText(own)) },
      )
    }
  }
  if (only !== null) {
    const column = name(only)
    const { value } = toValue(only, rows)
    keys.only = { [column]: value }
    const previews = count(only)
    if (previews > 0) notes.push({ say: 'draft-previews', rows: previews, column: clip(column) })
  }
  const taken = keys.finished === undefined ? null : finished
  return {
    keys,
    columns: [taken ?? [], only ?? []].flat().map(({ column }) => column),
    rows: rows.filter((row) => isTaken(row, taken) && isTaken(row, only)),
    notes,
  }
}

interface RowsContext {
  readonly columns: TableColumns
  readonly byWords: HeadFinder
  readonly rows: readonly (readonly string[])[]
}

/** A column that decides whether a row is taken. */
interface Sign {
  readonly column: number
  /** What it says of rows that are taken, normalised; null where everything will do that is not blank. */
  readonly texts: readonly string[] | null
  readonly isCertain: boolean
}

/** The texts of a sign as the table has them. */
function toValue({ column, texts }: Sign, rows: RowsContext['rows']): { readonly value?: unknown } {
  if (texts === null) return {}
  const own = rows.map((row) => (row[column] ?? '').trim())
  const found = texts.map((text) => own.find((each) => normaliseText(each) === text) ?? text)
  return { value: found.length === 1 ? found[0] : found }
}

/** The different texts of a column, normalised and without blanks. */
function listTexts({ rows }: RowsContext, column: number): readonly string[] {
  const texts = rows.map((row) => normaliseText(row[column] ?? '')).filter((text) => text !== '')
  return [...new Set(texts)]
}

const qualtricsTaken = ['ip address', 'imported', 'offline', '0', '4', '16']
const qualtricsLeft = /preview|test|spam|^(?:1|2|8|9|12|17|48)$/

/** Qualtrics marks its previews and tests as such. */
function findPreviews(context: RowsContext): Sign | null {
  const { byWords } = context
  const [column] = byWords('Status')
  const isQualtrics = byWords('Finished').length > 0 || byWords('ResponseId').length > 0
  if (column === undefined || !isQualtrics) return null
  const texts = listTexts(context, column)
  const taken = texts.filter((text) => qualtricsTaken.includes(text))
  const isKnown = texts.every((text) => taken.includes(text) || qualtricsLeft.test(text))
  return isKnown && taken.length > 0 ? { column, texts: taken, isCertain: true } : null
}

interface KnownSign {
  /** The heading of the column. */
  readonly head: RegExp
  /** All that the column can say, the texts of finished rows first; null where it is blank or not. */
  readonly texts: readonly (readonly [finished: string, ...others: string[]])[] | null
  /** Columns of which one makes it certain; none are needed where it is empty. */
  readonly beside: readonly string[]
}

const knownSigns: readonly KnownSign[] = [
  // Qualtrics
  {
    head: /^finished$/,
    texts: [
      ['true', 'false'],
      ['1', '0'],
    ],
    beside: ['ResponseId', 'Response ID', 'RecordedDate', 'Recorded Date'],
  },
  // LimeSurvey
  {
    head: /^(?:submitdate(?:\. date submitted)?|date submitted)$/,
    texts: null,
    beside: ['lastpage', 'last page', 'startlanguage', 'start language', 'seed'],
  },
  // REDCap
  {
    head: /^(?:\w+_complete|complete)$/,
    texts: [
      ['2', '1', '0'],
      ['complete', 'unverified', 'incomplete'],
    ],
    beside: ['record_id', 'record id'],
  },
  // formr
  { head: /^ended$/, texts: null, beside: ['session'] },
  // Typeform
  {
    head: /^response type$/,
    texts: [['completed', 'partial', 'started']],
    beside: ['#', 'Submit Date (UTC)', 'Start Date (UTC)'],
  },
  // SurveyMonkey
  {
    head: /^response[ _]status$/,
    texts: [['completed', 'partial', 'overquota', 'disqualified']],
    beside: ['Respondent ID', 'respondent_id'],
  },
  // Others
  {
    head: /^(?:finished|completed?|is complete)$/,
    texts: [
      ['true', 'false'],
      ['yes', 'no'],
      ['1', '0'],
      ['complete', 'incomplete'],
      ['completed', 'partial', 'in progress'],
    ],
    beside: [],
  },
]

/** Where there are several columns of one kind (REDCap has one for each form), none is certain. */
function findFinished(context: RowsContext): Sign | null {
  const { columns, byWords } = context
  for (const { head, texts, beside } of knownSigns) {
    const named = columns.heads.flatMap((heads, column) =>
      heads.some((each) => head.test(normaliseText(each).replace(/\?$/, ''))) ? [column] : [],
    )
    const found = named.flatMap((column): Sign[] => {
      const isCertain = named.length === 1 && beside.some((each) => byWords(each).length > 0)
      if (texts === null) return [{ column, texts, isCertain }]
      const own = listTexts(context, column)
      const fit = texts.find((all) => own.length > 0 && own.every((text) => all.includes(text)))
      return fit === undefined ? [] : [{ column, texts: [fit[0]], isCertain }]
    })
    if (found[0] !== undefined) return found[0]
  }
  return null
}
