import { type Question, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import type { Response, Row, Value } from '../../model/response.ts'
import { findPartner, idOf, type Named } from './names.ts'
import { type Holds, type Step, type Target, targetOf } from './target.ts'

/** An entry that answers make: its fields, without an id. */
export type Entry = Readonly<Record<string, string | number>>

/** What the answers want to stand in a place. */
export type Content =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'texts'; readonly items: readonly string[] }
  /** `key` is the field that tells one entry from another. */
  | { readonly kind: 'entries'; readonly key: string; readonly items: readonly Entry[] }

export type PlaceStep = string | { readonly entry: Named }

export interface Wanted {
  readonly steps: readonly PlaceStep[]
  /** `purpose.need`, `partners[acme].brings`: how the place is called in messages and remembered in the plan. */
  readonly place: string
  readonly content: Content
}

/** A place that is filled by one text, and got several. */
export interface Clash {
  readonly place: string
  readonly steps: readonly PlaceStep[]
  /** `r1 of acme`. */
  readonly who: readonly string[]
}

/**
 * What all answers together put in which place, in asking order. Lists and rows of several people are joined in partner order
 * without doubles; texts that differ fill nothing.
 */
export function wantedBy(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  partners: readonly Named[],
): { readonly wanted: readonly Wanted[]; readonly clashes: readonly Clash[] } {
  const places = new Map<string, Said[]>()
  for (const question of questionsOf(questionnaire)) {
    const target = question.fills === null ? null : targetOf(question.fills)
    if (target === null || 'wrong' in target) continue
    for (const response of responses) {
      const said = saidIn(response, question, target, partners)
      if (said === null) continue
      places.set(said.place, [...(places.get(said.place) ?? []), said])
    }
  }
  const wanted: Wanted[] = []
  const clashes: Clash[] = []
  for (const [place, [first, ...others]] of places) {
    if (first === undefined) continue
    const content = others.reduce<Content | null>(
      (joined, { content }) => (joined === null ? null : together(joined, content)),
      first.content,
    )
    const { steps } = first
    if (content === null) {
      clashes.push({ place, steps, who: [first, ...others].map(({ who }) => who) })
    } else wanted.push({ steps, place, content })
  }
  return { wanted, clashes }
}

interface Said extends Wanted {
  readonly who: string
}

function saidIn(
  response: Response,
  question: Question,
  { steps, holds }: Target,
  partners: readonly Named[],
): Said | null {
  const answer = response.answers.get(question.id)
  if (answer?.state !== 'answered') return null
  const here = steps.map((step) => placeStep(step, response, partners))
  if (here.includes(null)) return null
  const content = contentOf(question, answer.value, holds, response.partner)
  if (content === null) return null
  const known = here.filter((step) => step !== null)
  const who = `${response.respondent.id} of ${response.partner}`
  return { steps: known, place: placeName(known), content, who }
}

function placeStep(step: Step, response: Response, partners: readonly Named[]): PlaceStep | null {
  if ('key' in step) return step.key
  if (step.entryOf === 'partner') return { entry: { id: response.partner, name: null } }
  const answer = response.answers.get(step.question)
  if (answer?.state !== 'answered' || typeof answer.value !== 'string') return null
  return { entry: partnerNamed(answer.value, partners) }
}

/** A partner of the plan, or one still to be added under an id of its name. */
export function partnerNamed(name: string, partners: readonly Named[]): Named {
  const known = findPartner(name, partners)
  return { id: known?.id ?? idOf(name) ?? 'candidate', name: name.trim() }
}

function placeName(steps: readonly PlaceStep[]): string {
  return steps
    .map((step, index) =>
      typeof step === 'string' ? `${index === 0 ? '' : '.'}${step}` : `[${step.entry.id}]`,
    )
    .join('')
}

function contentOf(
  question: Question,
  value: Value,
  holds: Holds,
  partner: string,
): Content | null {
  const { form } = question
  switch (holds.kind) {
    case 'value':
      return oneValue(form, value, holds.choices)
    case 'texts':
      return { kind: 'texts', items: textsOf(form, value) }
    case 'entries': {
      const more = holds.fields.has('partner') && isOwn(holds) ? { partner } : {}
      if (holds.field !== null) {
        const key = holds.field
        const items = textsOf(form, value).map((text) => ({ [key]: text, ...more }))
        return { kind: 'entries', key, items }
      }
      return form.type === 'table' ? rowsOf(form.columns, value, more) : null
    }
    case 'free':
      if (form.type === 'table') return rowsOf(form.columns, value, {})
      return Array.isArray(value)
        ? { kind: 'texts', items: textsOf(form, value) }
        : oneValue(form, value, null)
    default:
      return holds satisfies never
  }
}

/** People and what they put in belong to the partner that names them, where the answer does not say. */
function isOwn({ fields }: Extract<Holds, { kind: 'entries' }>): boolean {
  return fields.has('deputy') || fields.has('amount')
}

type Form = Question['form']

function oneValue(form: Form, value: Value, choices: readonly string[] | null): Content | null {
  if (typeof value === 'number') return { kind: 'value', value }
  if (typeof value !== 'string') return null
  const title = form.type === 'choice' ? form.choices.find(({ id }) => id === value)?.title : null
  return { kind: 'value', value: choices === null ? (title ?? value.trim()) : value }
}

function textsOf(form: Form, value: Value): readonly string[] {
  const items = Array.isArray(value) ? value : [value]
  const texts = items.filter((item) => typeof item === 'string').map((item) => item.trim())
  if (form.type !== 'choices') return unique(texts)
  return texts.map((id) => form.choices.find((choice) => choice.id === id)?.title ?? id)
}

function rowsOf(
  columns: Extract<Form, { type: 'table' }>['columns'],
  value: Value,
  more: Entry,
): Content | null {
  const [first] = columns
  if (first === undefined || !Array.isArray(value)) return null
  const rows: readonly Row[] = value.filter((row) => typeof row === 'object')
  const items = rows.flatMap((row): readonly Entry[] => {
    const cells: Record<string, string | number> = {}
    for (const { id } of columns) {
      const cell = row[id]
      if (typeof cell === 'string') cells[id] = cell.trim()
      if (typeof cell === 'number') cells[id] = cell
    }
    return Object.hasOwn(cells, first.id)
      ? [{ ...cells, ...(cells.partner === undefined ? more : {}) }]
      : []
  })
  return { kind: 'entries', key: first.id, items }
}

/** Null where the two cannot stand in one place. */
function together(a: Content, b: Content): Content | null {
  if (a.kind === 'value') return b.kind === 'value' && a.value === b.value ? a : null
  if (a.kind === 'texts') {
    return b.kind === 'texts' ? { ...a, items: unique([...a.items, ...b.items]) } : null
  }
  if (b.kind !== 'entries') return null
  const known = new Set(a.items.map((item) => JSON.stringify(item)))
  return {
    ...a,
    items: [...a.items, ...b.items.filter((item) => !known.has(JSON.stringify(item)))],
  }
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)]
}
