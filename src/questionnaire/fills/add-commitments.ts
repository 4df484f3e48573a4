import { type Commitment, getDueDay, getStartDay } from '../../model/commitment.ts'
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
 * Puts next steps at the end of the plan's commitments, each with its owner. One that
 * is there already, by its `x-action` or its words, is not added again, whatever its status.
 */
export function addCommitments(
  plan: Readonly<Record<string, unknown>>,
  actions: readonly Action[],
  today: string,
): CommitmentsDraft {
  let draft: PlanDraft = { plan, edits: [] }
  const added: Commitment[] = []
  const there: string[] = []
  for (const action of actions) {
    const commitment = createCommitment(action, today)
    if (getDraftList(draft, ['commitments']).some((own) => isSameCommitment(own, commitment))) {
      there.push(action.question)
      continue
    }
    draft = addToDraft(draft, ['commitments'], commitment)
    added.push(commitment)
  }
  return { ...draft, added, existing: there }
}

function createCommitment(action: Action, today: string): Commitment {
  const { question, owner, takes, done } = action
  return {
    what: makeVisibleLine(flattenText(action.do)),
    ...(owner === null ? {} : { owner }),
    start: getStartDay(today),
    due: getDueDay(takes, today),
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
