import type { Io } from '../../cli/io.ts'
import { takeLock } from '../../files/lock.ts'
import { isNameTaken } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { describeSuggestion } from '../../model/did-you-mean.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import type { Action } from '../../model/result.ts'
import { isMap } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { findQuestionByAnyId } from '../../questionnaire/current-question.ts'
import { addCommitments, type CommitmentsDraft } from '../../questionnaire/fills/add-commitments.ts'
import { editPlan } from '../../reading/edit-plan.ts'
import { renderCommitmentsMarkdown } from '../../render/commitments-markdown.ts'
import { formatQuantity } from '../../report/display-names.ts'
import { buildNextSteps, listShownSteps } from '../../report/next-steps.ts'
import { buildReportContext } from '../../report/report-context.ts'
import { isMarkdown, readAs, readSource } from '../load/source.ts'
import type { Assessment } from '../score/assessment.ts'

/** What `--add-actions` was given: nothing, how many, or ids. A path that was meant for the command stands with its paths. */
export function resolveActionPath<
  Options extends { readonly addActions?: string | true; readonly paths: readonly string[] },
>(options: Options): Options {
  const { addActions, paths } = options
  if (typeof addActions !== 'string' || !isNameTaken(addActions)) return options
  return { ...options, addActions: true, paths: [addActions, ...paths] }
}

/** The next steps that are to become commitments; wrong words and everything that stands in the way are faults. */
export function chooseActions(assessment: Assessment, choice: string | true): readonly Action[] {
  const { actual, planFile, result } = assessment
  if (actual !== null) {
    throw new Fault('--add-actions goes with what people answered, not with --what-if')
  }
  if (planFile === null) {
    throw new Fault('--add-actions: There is no plan to write the next steps in', {
      hint: '"accordant init plan" starts one; "--plan" names one that is elsewhere',
    })
  }
  if (planFile === '<stdin>') {
    throw new Fault('--add-actions: The plan comes from standard input, and cannot be written to')
  }
  const { actions } = result
  if (actions === undefined) {
    throw new Fault('--add-actions: Too few people have answered for next steps to be shown')
  }
  if (choice === true) {
    const shown = new Set(
      listShownSteps(buildNextSteps(buildReportContext(assessment))).map(
        ({ question }) => question,
      ),
    )
    return actions.filter(({ question }) => shown.has(question))
  }
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
      `--add-actions: Unknown question "${id}"${describeSuggestion(id, [...questions.keys()])}`,
      {
        hint: 'Expected how many, or the ids of next steps, like --add-actions=3 or --add-actions=trust.promises,roles.deputies',
      },
    )
  })
  const idle = ids.find((id) => actions.every(({ question }) => question !== id))
  if (idle !== undefined) {
    throw new Fault(`--add-actions: No next step comes from "${idle}"`, {
      hint: 'A question has one where it names a practice and some partner is under the top',
    })
  }
  return actions.filter(({ question }) => ids.includes(question))
}

/**
 * Appends these to the commitments of the plan, which stays as it was written otherwise. A plan in Markdown is never edited:
 * what to paste is told instead.
 */
export function addActions(
  file: string,
  actions: readonly Action[],
  today: string,
  io: Io,
): ExitCode {
  const lock = takeLock(file)
  try {
    const source = readSource(file)
    readAs('plan', source)
    const plan = isMap(source.document.value) ? source.document.value : {}
    const committed = addCommitments(plan, actions, today)
    if (committed.added.length === 0) {
      io.stderr.write(`${describeNothingToAdd(file, committed)}, so nothing is added\n`)
      return exitCodes.fine
    }
    if (isMarkdown(file)) return writeCommitmentsToPaste(file, committed, io)
    writeWhole(file, editPlan(source.document.text, committed.edits, committed.plan))
    io.stderr.write(describeAddedActions(file, committed))
    return exitCodes.fine
  } finally {
    lock.release()
  }
}

function describeNothingToAdd(file: string, { existing: there }: CommitmentsDraft): string {
  if (there.length === 0) return 'There is no next step'
  const which = there.length === 1 ? 'The next step stands' : `All ${there.length} next steps stand`
  return `${which} in ${makeVisibleLine(file)} already`
}

function describeAddedActions(file: string, { added, existing: there }: CommitmentsDraft): string {
  const shown = makeVisibleLine(file)
  const already = there.length === 0 ? '' : `; ${there.length} more stood there already`
  const lines = added.map(
    (own) => `  ${own.due}  ${own.owner ?? 'nobody yet'}  ${own['x-action']}\n`,
  )
  const orphans = added.filter(({ owner }) => owner === undefined).length
  return [
    `Added ${formatQuantity(added.length, 'commitment', 'commitments')} to ${shown}${already}\n`,
    ...lines,
    orphans === 0
      ? ''
      : `Name an owner for ${orphans === 1 ? 'the one' : `the ${orphans}`} that nobody has yet: the plan knows no manager of that partner\n`,
    `Once one is past its day, this says so: accordant check ${shown}\n`,
  ].join('')
}

function writeCommitmentsToPaste(file: string, { added }: CommitmentsDraft, io: Io): ExitCode {
  io.stderr.write(
    `${makeVisibleLine(file)} is in Markdown and is not edited; paste this at its end, or the rows under the commitments it has:\n\n${renderCommitmentsMarkdown(added)}`,
  )
  return exitCodes.wrongInput
}
