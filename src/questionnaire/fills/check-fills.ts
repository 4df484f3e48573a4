import { suggestWordEarly } from '../../model/did-you-mean.ts'
import { listQuestions, type Question, type Questionnaire } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  placeUnknownReference,
  type SourcedFinding,
} from '../sourced-finding.ts'
import { type FillTarget, type FillTargetType, parseFillTarget } from './target.ts'

/** Finds places that no plan has, or that an answer of this form cannot fill, before anybody is interviewed. */
export function checkFills(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
): readonly SourcedFinding[] {
  const origins = parts.flatMap((part) =>
    part.file.questions.map((_, index) => getEntryOrigin(part, 'questions', index)),
  )
  const findings: SourcedFinding[] = []
  for (const [index, question] of listQuestions(questionnaire).entries()) {
    const { fills } = question
    const origin = origins[index]
    if (fills === null || origin === undefined) continue
    const target = parseFillTarget(fills)
    const wrong =
      'wrong' in target
        ? target.wrong
        : (describeWrongName(target, question, questionnaire, findings.length) ??
          describeWrongForm(target.holds, question, fills))
    if (wrong !== null) {
      findings.push(placeUnknownReference(origin, ['fills'], wrong))
    }
  }
  return findings
}

/** An entry is named by the text of an earlier answer. */
function describeWrongName(
  { steps }: FillTarget,
  { id }: Question,
  questionnaire: Questionnaire,
  found: number,
): Message | null {
  const questions = listQuestions(questionnaire)
  const before = questions.slice(
    0,
    questions.findIndex((question) => question.id === id),
  )
  const texts = before.filter(({ form }) => form.type === 'text').map((question) => question.id)
  for (const step of steps) {
    if (!('entryOf' in step) || step.entryOf === 'partner' || texts.includes(step.question))
      continue
    const hint = suggestWordEarly(found, step.question, texts)
    return { say: 'fill-name-unknown', name: step.question, hint }
  }
  return null
}

const formTypesByTarget: Readonly<
  Record<FillTargetType['kind'], readonly Question['form']['type'][]>
> = {
  value: ['text', 'choice', 'number'],
  texts: ['list', 'text', 'choices'],
  entries: ['list', 'text'],
  free: ['text', 'list', 'table', 'choice', 'choices', 'number'],
}

function describeWrongForm(
  holds: FillTargetType,
  { form }: Question,
  fills: string,
): Message | null {
  if (holds.kind === 'entries' && holds.field === null) {
    if (form.type !== 'table') return { say: 'fill-needs-table', place: fills }
    const lost = form.columns.find(({ id }) => !holds.fields.has(id))
    return lost === undefined ? null : { say: 'fill-column-unknown', column: lost.id, place: fills }
  }
  if (!formTypesByTarget[holds.kind].includes(form.type)) {
    return { say: 'fill-type-not-possible', type: form.type, place: fills }
  }
  if (holds.kind !== 'value' || holds.choices === null || form.type !== 'choice') return null
  const choices = holds.choices
  const lost = form.choices.find(({ id }) => !choices.includes(id))
  return lost === undefined
    ? null
    : { say: 'fill-choice-not-possible', choice: lost.id, place: fills }
}
