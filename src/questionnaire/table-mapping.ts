import { listQuestionnaireWordings } from '../model/apply-words.ts'
import { suggestWord } from '../model/did-you-mean.ts'
import type { Form } from '../model/forms/forms.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import type { KnownPartners } from '../model/partners.ts'
import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { mapFileSchema } from '../model/table-map.ts'
import { clip } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import type { ChoiceColumn, MappedScalar, MappedValues } from './table-cell.ts'
import type { TableColumns } from './table-columns.ts'

type TableMap = ReturnType<ReturnType<typeof mapFileSchema>['parse']>
type MappedColumn = NonNullable<TableMap['columns']['partner']>
type MappedAnswer = NonNullable<TableMap['columns']['answers']>[string]
type MappedChoiceColumns = Extract<MappedAnswer, { columns: unknown }>

/** The column of a row that holds something, or the one text that replaces it in every row. */
export interface ColumnMapping {
  /** Null for a constant. */
  readonly column: number | null
  readonly constant: string
  readonly values: Readonly<Record<string, MappedScalar>>
}

export interface QuestionMapping extends Omit<ColumnMapping, 'values'> {
  readonly id: string
  readonly values: MappedValues
  /** The sign between the choices in a cell; null where the map names none. */
  readonly separator: string | null
  readonly form: Form
  /** The same in the words of each kind of partner. */
  readonly others: readonly Form[]
  /** The columns of a question that has one for each choice; null where it has one. */
  readonly boxes: {
    readonly all: readonly ChoiceColumn[]
    readonly none: 'answered' | 'skipped'
  } | null
  /** The columns of what stands beside an answer. */
  readonly beside: {
    readonly state: number | null
    readonly reason: number | null
    readonly note: number | null
  }
}

/** A column that decides whether a row is taken. */
export interface RowCondition {
  readonly column: number
  /** The name of the column, as the map has it. */
  readonly name: string
  /** The texts of rows that are taken, as `normaliseText` has them; null where all will do that are not blank. */
  readonly texts: ReadonlySet<string> | null
}

/** A map that has been set against the header. */
export interface TableMapping {
  readonly width: number
  readonly finished: RowCondition | null
  readonly only: readonly RowCondition[]
  readonly decimal: '.' | ','
  readonly partner: ColumnMapping | null
  /** Whom the column of the partner may name. */
  readonly known: KnownPartners
  readonly respondent: ColumnMapping | null
  readonly role: ColumnMapping | null
  readonly profile: readonly QuestionMapping[]
  readonly answers: readonly QuestionMapping[]
  /** Names of columns that are neither used nor ignored. */
  readonly unused: readonly string[]
}

/** Applies a map to a questionnaire and a header; where there are problems, the mapping is not complete. */
export function resolveTableMap(
  map: TableMap,
  questionnaire: Questionnaire,
  columns: TableColumns,
  known: KnownPartners,
): { readonly plan: TableMapping; readonly problems: readonly Message[] } {
  const context: MapContext = {
    columns,
    separator: map.separator ?? null,
    constants: new Map(Object.entries(map.constants ?? {})),
    used: new Map(),
    problems: [],
  }
  const { problems, constants, used } = context
  const mapped = map.columns
  const { finished, only = {} } = map
  const plan = {
    width: columns.count,
    finished:
      finished === undefined
        ? null
        : mapCondition(context, 'finished', finished.column, finished.value ?? null),
    only: Object.entries(only).flatMap(
      ([name, values]) => mapCondition(context, 'only', name, values) ?? [],
    ),
    decimal: map.decimal ?? ('.' as const),
    partner: mapColumn(context, mapped.partner, 'partner'),
    known,
    respondent: mapColumn(context, mapped.respondent, 'respondent'),
    role: mapColumn(context, mapped.role, 'role'),
    profile: mapQuestions(
      context,
      mapped.profile ?? {},
      listMappedQuestions(questionnaire, ({ profile }) => profile),
    ),
    answers: mapQuestions(
      context,
      mapped.answers ?? {},
      listMappedQuestions(questionnaire, listQuestions),
    ),
  }
  if (plan.partner === null) problems.push({ say: 'map-no-partner' })
  for (const name of constants.keys())
    problems.push({ say: 'map-constant-unknown', name: clip(name) })
  const ignored = new Set((map.ignore ?? []).flatMap((name) => columns.find(name)))
  for (const { column } of [plan.finished ?? [], plan.only].flat()) ignored.add(column)
  const unused = columns.names.filter((_, column) => !used.has(column) && !ignored.has(column))
  return { plan: { ...plan, unused }, problems }
}

interface MapContext {
  readonly columns: TableColumns
  readonly separator: string | null
  /** Those that nothing has used yet. */
  readonly constants: Map<string, MappedScalar>
  /** What each column is used for. */
  readonly used: Map<number, string>
  readonly problems: Message[]
}

/** The one column of this name that nothing else uses; null where there is none, or more. */
function takeMappedColumn(context: MapContext, named: string, what: string): number | null {
  const column = findMappedColumn(context, named, what)
  if (column === null) return null
  const { used, problems } = context
  const before = used.get(column)
  if (before !== undefined) {
    problems.push({ say: 'map-column-taken', name: clip(named), before, what })
  }
  used.set(column, what)
  return column
}

/** A column that says which rows are taken may hold an answer too. */
function mapCondition(
  context: MapContext,
  what: 'finished' | 'only',
  named: string,
  values: MappedValues[string] | null,
): RowCondition | null {
  const column = findMappedColumn(context, named, what)
  if (column === null) return null
  const texts =
    values === null ? null : new Set([values].flat().map((value) => normaliseText(String(value))))
  return { column, name: clip(named), texts }
}

/** The one column of this name; null where there is none, or more. */
function findMappedColumn(
  { columns, problems }: MapContext,
  named: string,
  what: string,
): number | null {
  const found = columns.find(named)
  const [column] = found
  const name = clip(named)
  if (column === undefined) {
    const hint = suggestWord(name, columns.names.slice(0, 500))
    problems.push({ say: 'map-column-unknown', name, what, hint })
    return null
  }
  if (found.length > 1) {
    const places = found.map((each) => `#${each + 1}`)
    problems.push({ say: 'map-column-repeated', name, places })
    return null
  }
  return column
}

function mapColumn(
  context: MapContext,
  mapped: MappedColumn | undefined,
  what: string,
): ColumnMapping | null {
  const { constants, problems } = context
  const constant = constants.get(what)
  constants.delete(what)
  if (mapped === undefined) {
    return constant === undefined
      ? null
      : { column: null, constant: formatConstant(constant), values: {} }
  }
  if (constant !== undefined) problems.push({ say: 'map-column-and-constant', id: what })
  const { column, values = {} } = typeof mapped === 'string' ? { column: mapped } : mapped
  return { column: takeMappedColumn(context, column, what), constant: '', values }
}

function mapQuestions(
  context: MapContext,
  mapped: Readonly<Record<string, MappedAnswer>>,
  questions: readonly MappedQuestion[],
): readonly QuestionMapping[] {
  const ids = questions.map(({ id }) => id)
  for (const id of Object.keys(mapped)) {
    if (ids.includes(id)) continue
    const hint = suggestWord(id, ids)
    context.problems.push({ say: 'question-unknown', id: clip(id), hint })
  }
  return questions.flatMap((question) => {
    const { id } = question
    const own = Object.hasOwn(mapped, id) ? mapped[id] : undefined
    if (typeof own === 'object' && 'columns' in own)
      return [mapChoiceColumns(context, own, question)]
    const { values = {}, separator = context.separator } = typeof own === 'object' ? own : {}
    const found = mapColumn(context, typeof own === 'object' ? own.column : own, id)
    if (found === null) return []
    const beside = mapBeside(context, own, id)
    return [{ ...found, values, separator, ...question, boxes: null, beside }]
  })
}

const nothingBeside = { state: null, reason: null, note: null }

function mapBeside(
  context: MapContext,
  own: MappedAnswer | undefined,
  id: string,
): QuestionMapping['beside'] {
  if (typeof own !== 'object' || 'columns' in own) return nothingBeside
  const find = (key: keyof typeof nothingBeside) => {
    const name = key in own ? own[key] : undefined
    return name === undefined ? null : takeMappedColumn(context, name, `${id}, ${key}`)
  }
  return { state: find('state'), reason: find('reason'), note: find('note') }
}

function mapChoiceColumns(
  context: MapContext,
  mapped: MappedChoiceColumns,
  question: MappedQuestion,
): QuestionMapping {
  const { constants, problems } = context
  const { id, form } = question
  const choices = form.type === 'choices' ? form.choices : []
  if (form.type !== 'choices') problems.push({ say: 'map-columns-not-possible', id })
  if (constants.delete(id)) problems.push({ say: 'map-columns-and-constant', id })
  const ids = choices.map((choice) => choice.id)
  for (const choice of Object.keys(mapped.columns)) {
    if (form.type !== 'choices' || ids.includes(choice)) continue
    const hint = suggestWord(choice, ids)
    problems.push({ say: 'map-choice-unknown', choice: clip(choice), id, hint })
  }
  const all = choices.flatMap((choice) => {
    const name = Object.hasOwn(mapped.columns, choice.id) ? mapped.columns[choice.id] : undefined
    const column =
      name === undefined ? null : takeMappedColumn(context, name, `${id}, ${choice.id}`)
    return column === null ? [] : [{ column, choice }]
  })
  const boxes = { all, none: mapped.none ?? ('answered' as const) }
  const { values = {} } = mapped
  const none = { constant: '', separator: null, beside: nothingBeside }
  return { column: null, ...none, values, ...question, boxes }
}

type MappedQuestion = Pick<QuestionMapping, 'id' | 'form' | 'others'>

function listMappedQuestions(
  questionnaire: Questionnaire,
  questions: (from: Questionnaire) => readonly { readonly id: string; readonly form: Form }[],
): readonly MappedQuestion[] {
  const [first = [], ...others] = listQuestionnaireWordings(questionnaire).map(questions)
  return first.map(({ id, form }, index) => ({
    id,
    form,
    others: others.flatMap((question) => question[index]?.form ?? []),
  }))
}

function formatConstant(constant: MappedScalar): string {
  return typeof constant === 'boolean' ? (constant ? 'yes' : 'no') : String(constant)
}
