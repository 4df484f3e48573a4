import { takeLock } from '../../files/lock.ts'
import { isNameTaken } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { Commitment } from '../../model/commitment.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import type { Action } from '../../model/result.ts'
import { isMap } from '../../model/value.ts'
import { findQuestionByAnyId } from '../../questionnaire/current-question.ts'
import { addCommitments } from '../../questionnaire/fills/add-commitments.ts'
import { editPlan } from '../../reading/edit-plan.ts'
import type { Message, Say } from '../../words/message.ts'
import { readAs, readNamedSource } from '../load/source.ts'
import type { Assessment } from '../score/assessment.ts'

const maxFirstActions = 10

/** What `--add-actions` was given: nothing, how many, or ids. A path that was meant for the command stands with its paths. */
export function resolveActionPath<
  Options extends { readonly addActions?: string | true; readonly paths: readonly string[] },
>(options: Options): Options {
  const { addActions, paths } = options
  if (typeof addActions !== 'string' || !isNameTaken(addActions)) return options
  return { ...options, addActions: true, paths: [addActions, ...paths] }
}

/** The next steps that are to become commitments; a wrong id, or anything that prevents it, is a fault. */
export function chooseActions(assessment: Assessment, choice: string | true): readonly Action[] {
  const { actual, planFile, result } = assessment
  if (actual !== null) {
    throw new Fault({ say: 'actions-with-what-if' })
  }
  if (planFile === null) {
    throw new Fault({ say: 'actions-without-plan' }, { say: 'actions-without-plan-hint' })
  }
  if (planFile === '<stdin>') {
    throw new Fault({ say: 'actions-plan-from-stdin' })
  }
  if (result.hidden !== undefined) throw new Fault({ say: 'actions-hidden' })
  const { actions } = result
  if (choice === true) return actions.slice(0, maxFirstActions)
  if (/^[1-9]\d{0,3}$/.test(choice)) return actions.slice(0, Number(choice))
  return findActionsById(choice, actions, assessment)
}

function findActionsById(
  choice: string,
  actions: readonly Action[],
  { questionnaire }: Assessment,
): readonly Action[] {
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  const ids = choice.split(',').map((each) => {
    const id = each.trim()
    const question = findQuestionByAnyId(questions, id)
    if (question !== null) return question.id
    throw new Fault(
      { say: 'actions-unknown-question', id, hint: suggestWord(id, [...questions.keys()]) },
      { say: 'actions-unknown-question-hint' },
    )
  })
  const idle = ids.find((id) => actions.every(({ question }) => question !== id))
  if (idle !== undefined) {
    throw new Fault(
      { say: 'actions-none-from-question', id: idle },
      { say: 'actions-none-from-question-hint' },
    )
  }
  return actions.filter(({ question }) => ids.includes(question))
}

/** What became of the plan that was to get commitments. */
interface AddedActions {
  readonly note: Message
  /** Commitments that a person has to paste; null where there are none, or the plan has them now. */
  readonly toPaste: readonly Commitment[] | null
}

/**
 * Appends these to the commitments of the plan, which otherwise stays as it was written. A plan in Markdown is never edited:
 * what to paste is returned instead.
 */
export async function addActions(
  file: string,
  actions: readonly Action[],
  today: string,
  say: Say,
): Promise<AddedActions> {
  const lock = takeLock(file)
  try {
    const source = await readNamedSource(file)
    readAs('plan', source)
    const plan = isMap(source.document.value) ? source.document.value : {}
    const { added, existing, edits, plan: edited } = addCommitments(plan, actions, today)
    if (added.length === 0) {
      return {
        note: { say: 'actions-none-to-add', file, existing: existing.length },
        toPaste: null,
      }
    }
    if (source.document.prose !== null)
      return { note: { say: 'actions-to-paste', file }, toPaste: added }
    writeWhole(file, editPlan(source.document.text, edits, edited, say))
    const lines = added.map((own) => ({
      due: own.due,
      owner: own.owner ?? null,
      action: own['x-action'],
    }))
    return {
      note: { say: 'actions-added', file, added: lines, existing: existing.length },
      toPaste: null,
    }
  } finally {
    lock.release()
  }
}
