import type { Finding, Path } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import { addToDraft, type DraftEdit, getDraftList, type PlanDraft, setInDraft } from './draft.ts'
import { mergeContent } from './merge.ts'
import type { FillConflict, PlaceStep, PlanFill } from './plan-fills.ts'
import { resolveFillContent } from './resolve-content.ts'
import { isSameValue, toPlanValue } from './same.ts'

export interface FilledPlan {
  readonly edits: readonly DraftEdit[]
  /** The plan as it is then. */
  readonly plan: Readonly<Record<string, unknown>>
  /** Places that were changed. */
  readonly places: readonly string[]
  /** What a person has to look at, by path in the changed plan. */
  readonly findings: readonly Finding[]
}

/** Where a plan keeps what the answers last put in it, by place. */
export const filledKey = 'x-filled'

/**
 * Puts what the answers want in the plan. An answer that is the same as last time touches nothing. A new one replaces what
 * nobody changed since it was filled in, what is empty, and placeholders; what a person changed stays and is named.
 */
export function fillPlan(
  plan: Readonly<Record<string, unknown>>,
  wanted: readonly PlanFill[],
  clashes: readonly FillConflict[],
): FilledPlan {
  const before = isMap(plan[filledKey]) ? plan[filledKey] : {}
  const findings: Finding[] = clashes.map(createConflictFinding)
  const places: string[] = []
  const now: Record<string, unknown> = { ...before }
  let draft: PlanDraft = { plan, edits: [] }
  for (const own of wanted) {
    const start = draft
    const [content, refused] = resolveFillContent(own, draft, wanted)
    if (content === null) {
      findings.push(...refused.map((message) => createFillFinding('fills.refused', message, [])))
      continue
    }
    const found = resolveFillPath(draft, own.steps)
    const last = before[own.place]
    const merged = mergeContent(found.draft, found.path, content, last)
    // Steps on the way are made only for something to put there.
    if (merged.draft !== found.draft) draft = merged.draft
    const path = found.draft === start || draft !== start ? found.path : []
    findings.push(
      ...refused.map((message) => createFillFinding('fills.refused', message, path)),
      ...merged.kept.map(({ message, at }) =>
        createFillFinding('fills.edited', message, [...path, ...at]),
      ),
    )
    if (draft !== start) places.push(own.place)
    now[own.place] = toPlanValue(content)
  }
  if (!isSameValue(now, before)) draft = setInDraft(draft, [filledKey], now)
  return { edits: draft.edits, plan: draft.plan, places, findings }
}

function createConflictFinding({ place, steps, who }: FillConflict): Finding {
  const path = steps.filter((step) => typeof step === 'string')
  const message = { say: 'fill-answers-differ', place, who } as const
  return {
    ...createFillFinding('fills.differ', message, path),
    fix: { say: 'fill-answers-differ-fix' },
  }
}

function createFillFinding(id: string, message: Message, path: Path): Finding {
  return { id, severity: 'warning', message, path, at: 'value', fix: null }
}

/** The path of a place in the plan; entries on the way that are not there yet are made. */
function resolveFillPath(
  draft: PlanDraft,
  steps: readonly PlaceStep[],
): { readonly draft: PlanDraft; readonly path: Path } {
  let here = draft
  const path: (string | number)[] = []
  for (const step of steps) {
    if (typeof step === 'string') {
      path.push(step)
      continue
    }
    const { id } = step.entry
    const list = getDraftList(here, path)
    const index = list.findIndex((entry) => isMap(entry) && entry.id === id)
    if (index === -1) here = addToDraft(here, [...path], { id })
    path.push(index === -1 ? list.length : index)
  }
  return { draft: here, path }
}
