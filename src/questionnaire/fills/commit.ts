import { type Commitment, dueOf } from '../../model/commitment.ts'
import type { Action } from '../../model/result.ts'
import { isMap } from '../../model/value.ts'
import { visibleLine } from '../../model/visible.ts'
import { add, type Draft, listAt } from './draft.ts'
import { flatText } from './flat-text.ts'

export interface Committed extends Draft {
  readonly added: readonly Commitment[]
  /** Ids of those that the plan has already. */
  readonly there: readonly string[]
}

/**
 * Puts next steps at the end of the plan's commitments, each owned by the manager of the partner that takes it. One that
 * stands there by its `x-action`, or by its words, is not added again, whatever has become of it.
 */
export function commit(
  plan: Readonly<Record<string, unknown>>,
  actions: readonly Action[],
  today: string,
): Committed {
  const managers = managersIn(plan)
  let draft: Draft = { plan, edits: [] }
  const added: Commitment[] = []
  const there: string[] = []
  for (const action of actions) {
    const owner = action.partner === null ? undefined : managers.get(action.partner)
    const commitment = commitmentOf(action, owner, today)
    if (listAt(draft, ['commitments']).some((own) => isOf(own, commitment))) {
      there.push(action.question)
      continue
    }
    draft = add(draft, ['commitments'], commitment)
    added.push(commitment)
  }
  return { ...draft, added, there }
}

function commitmentOf(action: Action, owner: string | undefined, today: string): Commitment {
  const { question, effort, done } = action
  return {
    what: visibleLine(flatText(action.do)),
    ...(owner === undefined ? {} : { owner }),
    due: dueOf(effort, today),
    status: 'open',
    since: today,
    ...(done === null ? {} : { notes: `Done when: ${visibleLine(flatText(done))}` }),
    'x-action': question,
  }
}

/** By its words too, for in Markdown there is no other mark. */
function isOf(there: unknown, commitment: Commitment): boolean {
  if (!isMap(there)) return false
  return there['x-action'] === commitment['x-action'] || flatText(there.what) === commitment.what
}

function managersIn({ partners }: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const entries = Array.isArray(partners) ? partners.filter(isMap) : []
  return new Map(
    entries.flatMap(({ id, manager }) =>
      typeof id === 'string' && typeof manager === 'string' ? [[id, manager]] : [],
    ),
  )
}
