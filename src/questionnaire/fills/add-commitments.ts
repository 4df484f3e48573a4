import { type Commitment, getDueDay } from '../../model/commitment.ts'
import type { Action } from '../../model/result.ts'
import { isMap } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { addToDraft, getDraftList, type PlanDraft } from './draft.ts'
import { flattenText } from './same.ts'

interface CommitmentsDraft extends PlanDraft {
  readonly added: readonly Commitment[]
  /** Ids of those that the plan has already. */
  readonly existing: readonly string[]
}

/**
 * Puts next steps at the end of the plan's commitments, each owned by the manager of the partner that takes it. One that
 * is there already, by its `x-action` or its words, is not added again, whatever its status.
 */
export function addCommitments(
  plan: Readonly<Record<string, unknown>>,
  actions: readonly Action[],
  today: string,
): CommitmentsDraft {
  const managers = listManagersByPartner(plan)
  let draft: PlanDraft = { plan, edits: [] }
  const added: Commitment[] = []
  const there: string[] = []
  for (const action of actions) {
    const owner = action.partner === null ? undefined : managers.get(action.partner)
    const commitment = createCommitment(action, owner, today)
    if (getDraftList(draft, ['commitments']).some((own) => isSameCommitment(own, commitment))) {
      there.push(action.question)
      continue
    }
    draft = addToDraft(draft, ['commitments'], commitment)
    added.push(commitment)
  }
  return { ...draft, added, existing: there }
}

function createCommitment(action: Action, owner: string | undefined, today: string): Commitment {
  const { question, effort, done } = action
  return {
    what: makeVisibleLine(flattenText(action.do)),
    ...(owner === undefined ? {} : { owner }),
    due: getDueDay(effort, today),
    status: 'open',
    since: today,
    ...(done === null ? {} : { notes: `Done when: ${makeVisibleLine(flattenText(done))}` }),
    'x-action': question,
  }
}

/** By its words too, because Markdown has no place for the mark. */
function isSameCommitment(there: unknown, commitment: Commitment): boolean {
  if (!isMap(there)) return false
  return there['x-action'] === commitment['x-action'] || flattenText(there.what) === commitment.what
}

function listManagersByPartner({
  partners,
}: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const entries = Array.isArray(partners) ? partners.filter(isMap) : []
  return new Map(
    entries.flatMap(({ id, manager }) =>
      typeof id === 'string' && typeof manager === 'string' ? [[id, manager]] : [],
    ),
  )
}
