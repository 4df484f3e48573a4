import type { Finding, Path } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import { accepted } from './accepted.ts'
import { add, type Draft, type Edit, listAt, set } from './draft.ts'
import { merge } from './merge.ts'
import { isSame, plainOf } from './same.ts'
import type { Clash, PlaceStep, Wanted } from './wanted.ts'

export interface Filled {
  readonly edits: readonly Edit[]
  /** The plan as it is then. */
  readonly plan: Readonly<Record<string, unknown>>
  /** Places that were changed. */
  readonly places: readonly string[]
  /** What a person has to look at, by path in the changed plan. */
  readonly findings: readonly Finding[]
}

/** Where a plan keeps what the answers last put in it, by place. */
export const memory = 'x-filled'

/**
 * Puts what the answers want in the plan. An answer that is the same as last time touches nothing. A new one replaces what
 * still stands as it was filled in, what is empty or what only holds a place; what a person changed stays, and is named.
 */
export function fillPlan(
  plan: Readonly<Record<string, unknown>>,
  wanted: readonly Wanted[],
  clashes: readonly Clash[],
): Filled {
  const before = isMap(plan[memory]) ? plan[memory] : {}
  const findings: Finding[] = clashes.map(differing)
  const places: string[] = []
  const now: Record<string, unknown> = { ...before }
  let draft: Draft = { plan, edits: [] }
  for (const own of wanted) {
    const start = draft
    const [content, refused] = accepted(own, draft, wanted)
    if (content === null) {
      findings.push(...refused.map((message) => finding('fills.refused', message, [])))
      continue
    }
    const found = entered(draft, own.steps)
    const last = before[own.place]
    const merged = merge(found.draft, found.path, content, last)
    // Steps on the way are made only for something to put there.
    if (merged.draft !== found.draft) draft = merged.draft
    const path = found.draft === start || draft !== start ? found.path : []
    findings.push(
      ...refused.map((message) => finding('fills.refused', message, path)),
      ...merged.kept.map(({ message, at }) => finding('fills.edited', message, [...path, ...at])),
    )
    if (draft !== start) places.push(own.place)
    now[own.place] = plainOf(content)
  }
  if (!isSame(now, before)) draft = set(draft, [memory], now)
  return { edits: draft.edits, plan: draft.plan, places, findings }
}

function differing({ place, steps, who }: Clash): Finding {
  const path = steps.filter((step) => typeof step === 'string')
  const message = `"${place}" is answered differently by ${who.join(' and ')}; nothing is filled in`
  return {
    ...finding('fills.differ', message, path),
    fix: 'Agree on one answer, and write it in the plan',
  }
}

function finding(id: string, message: string, path: Path): Finding {
  return { id, severity: 'warning', message, path, at: 'value', fix: null }
}

/** The path of a place in the plan; entries on the way that are not there yet are made. */
function entered(
  draft: Draft,
  steps: readonly PlaceStep[],
): { readonly draft: Draft; readonly path: Path } {
  let here = draft
  const path: (string | number)[] = []
  for (const step of steps) {
    if (typeof step === 'string') {
      path.push(step)
      continue
    }
    const { id } = step.entry
    const list = listAt(here, path)
    const index = list.findIndex((entry) => isMap(entry) && entry.id === id)
    if (index === -1) here = add(here, [...path], { id })
    path.push(index === -1 ? list.length : index)
  }
  return { draft: here, path }
}
