import { listQuestions, type Question, type Questionnaire } from '../../model/questionnaire.ts'
import type { Response, Row, Value } from '../../model/response.ts'
import type { Message } from '../../words/message.ts'
import { findPartner, type PersonOrPartner, toPlanId } from './names.ts'
import { type FillStep, type FillTarget, type FillTargetType, parseFillTarget } from './target.ts'

/** An entry that answers make: its fields, without an id. */
export type PlanEntry = Readonly<Record<string, string | number>>

/** What the answers want to put in a place. */
export type FillContent =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'texts'; readonly items: readonly string[] }
  /** `key` is the field that identifies an entry. */
  | { readonly kind: 'entries'; readonly key: string; readonly items: readonly PlanEntry[] }

export type PlaceStep = string | { readonly entry: PersonOrPartner }

export interface PlanFill {
  readonly steps: readonly PlaceStep[]
  /** `purpose.need`, `partners[acme].brings`: how the place is called in messages and remembered in the plan. */
  readonly place: string
  readonly content: FillContent
}

/** A place that takes one text, and got several. */
export interface FillConflict {
  readonly place: string
  readonly steps: readonly PlaceStep[]
  readonly who: readonly Message[]
}

/**
 * What all answers together put in which place, in asking order. Lists and rows of several people are joined in partner order
 * without doubles; texts that differ fill nothing.
 */
export function buildPlanFills(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  partners: readonly PersonOrPartner[],
): { readonly wanted: readonly PlanFill[]; readonly clashes: readonly FillConflict[] } {
  const places = new Map<string, PersonFill[]>()
  for (const question of listQuestions(questionnaire)) {
    const target = question.fills === null ? null : parseFillTarget(question.fills)
    if (target === null || 'wrong' in target) continue
    for (const response of responses) {
      const said = findPersonFill(response, question, target, partners)
      if (said === null) continue
      places.set(said.place, [...(places.get(said.place) ?? []), said])
    }
  }
  const wanted: PlanFill[] = []
  const clashes: FillConflict[] = []
  for (const [place, [first, ...others]] of places) {
    if (first === undefined) continue
    const content = others.reduce<FillContent | null>(
      (joined, { content }) => (joined === null ? null : joinContents(joined, content)),
      first.content,
    )
    const { steps } = first
    if (content === null) {
      clashes.push({ place, steps, who: [first, ...others].map(({ who }) => who) })
    } else wanted.push({ steps, place, content })
  }
  return { wanted, clashes }
}

interface PersonFill extends PlanFill {
  readonly who: Message
}

function findPersonFill(
  response: Response,
  question: Question,
  { steps, holds }: FillTarget,
  partners: readonly PersonOrPartner[],
): PersonFill | null {
  const answer = response.answers.get(question.id)
  if (answer?.state !== 'answered') return null
  const here = steps.map((step) => resolvePlaceStep(step, response, partners))
  if (here.includes(null)) return null
  const content = toFillContent(question, answer.value, holds, response.partner)
  if (content === null) return null
  const known = here.filter((step) => step !== null)
  const who: Message = {
    say: 'fill-respondent',
    respondent: response.respondent.id,
    partner: response.partner,
  }
  return { steps: known, place: formatPlace(known), content, who }
}

function resolvePlaceStep(
  step: FillStep,
  response: Response,
  partners: readonly PersonOrPartner[],
): PlaceStep | null {
  if ('key' in step) return step.key
  if (step.entryOf === 'partner') return { entry: { id: response.partner, name: null } }
  const answer = response.answers.get(step.question)
  if (answer?.state !== 'answered' || typeof answer.value !== 'string') return null
  return { entry: resolveNamedPartner(answer.value, partners) }
}

/** A partner of the plan, or one still to be added under an id of its name. */
function resolveNamedPartner(name: string, partners: readonly PersonOrPartner[]): PersonOrPartner {
  const known = findPartner(name, partners)
  return { id: known?.id ?? toPlanId(name) ?? 'candidate', name: name.trim() }
}

function formatPlace(steps: readonly PlaceStep[]): string {
  return steps
    .map((step, index) =>
      typeof step === 'string' ? `${index === 0 ? '' : '.'}${step}` : `[${step.entry.id}]`,
    )
    .join('')
}

function toFillContent(
  question: Question,
  value: Value,
  holds: FillTargetType,
  partner: string,
): FillContent | null {
  const { form } = question
  switch (holds.kind) {
    case 'value':
      return toValueContent(form, value, holds.choices)
    case 'texts':
      return { kind: 'texts', items: toTexts(form, value) }
    case 'entries': {
      const more = holds.fields.has('partner') && isPartnerOwned(holds) ? { partner } : {}
      if (holds.field !== null) {
        const key = holds.field
        const items = toTexts(form, value).map((text) => ({ [key]: text, ...more }))
        return { kind: 'entries', key, items }
      }
      return form.type === 'table' ? toEntriesContent(form.columns, value, more) : null
    }
    case 'free':
      if (form.type === 'table') return toEntriesContent(form.columns, value, {})
      return Array.isArray(value)
        ? { kind: 'texts', items: toTexts(form, value) }
        : toValueContent(form, value, null)
    default:
      return holds satisfies never
  }
}

/** People and what they put in belong to the partner that names them, where the answer does not say. */
function isPartnerOwned({ fields }: Extract<FillTargetType, { kind: 'entries' }>): boolean {
  return fields.has('deputy') || fields.has('amount')
}

type Form = Question['form']

function toValueContent(
  form: Form,
  value: Value,
  choices: readonly string[] | null,
): FillContent | null {
  if (typeof value === 'number') return { kind: 'value', value }
  if (typeof value !== 'string') return null
  const title = form.type === 'choice' ? form.choices.find(({ id }) => id === value)?.title : null
  return { kind: 'value', value: choices === null ? (title ?? value.trim()) : value }
}

function toTexts(form: Form, value: Value): readonly string[] {
  const items = Array.isArray(value) ? value : [value]
  const texts = items.filter((item) => typeof item === 'string').map((item) => item.trim())
  if (form.type !== 'choices') return dropRepeats(texts)
  return texts.map((id) => form.choices.find((choice) => choice.id === id)?.title ?? id)
}

function toEntriesContent(
  columns: Extract<Form, { type: 'table' }>['columns'],
  value: Value,
  more: PlanEntry,
): FillContent | null {
  const [first] = columns
  if (first === undefined || !Array.isArray(value)) return null
  const rows: readonly Row[] = value.filter((row) => typeof row === 'object')
  const items = rows.flatMap((row): readonly PlanEntry[] => {
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

/** Null where one place cannot hold both. */
function joinContents(a: FillContent, b: FillContent): FillContent | null {
  if (a.kind === 'value') return b.kind === 'value' && a.value === b.value ? a : null
  if (a.kind === 'texts') {
    return b.kind === 'texts' ? { ...a, items: dropRepeats([...a.items, ...b.items]) } : null
  }
  if (b.kind !== 'entries') return null
  const known = new Set(a.items.map((item) => JSON.stringify(item)))
  return {
    ...a,
    items: [...a.items, ...b.items.filter((item) => !known.has(JSON.stringify(item)))],
  }
}

function dropRepeats(items: readonly string[]): readonly string[] {
  return [...new Set(items)]
}
