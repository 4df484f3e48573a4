import { suggestionAfter } from '../../model/did-you-mean.ts'
import { type Question, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import { type DimensionPart, entryOrigin, problem, type SourcedFinding } from '../sourced.ts'
import { type Holds, type Target, targetOf } from './target.ts'

/** Finds places that no plan has, or that an answer of this form cannot fill, before anybody is interviewed. */
export function checkFills(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
): readonly SourcedFinding[] {
  const origins = parts.flatMap((part) =>
    part.file.questions.map((_, index) => entryOrigin(part, 'questions', index)),
  )
  const findings: SourcedFinding[] = []
  for (const [index, question] of questionsOf(questionnaire).entries()) {
    const { fills } = question
    const origin = origins[index]
    if (fills === null || origin === undefined) continue
    const target = targetOf(fills)
    const wrong =
      'wrong' in target
        ? target.wrong
        : (wrongName(target, question, questionnaire, findings.length) ??
          wrongForm(target.holds, question, fills))
    if (wrong !== null) {
      findings.push(problem(origin, ['fills'], wrong, { id: 'reference.unknown' }))
    }
  }
  return findings
}

/** An entry is named by the text of an earlier answer. */
function wrongName(
  { steps }: Target,
  { id }: Question,
  questionnaire: Questionnaire,
  found: number,
): string | null {
  const questions = questionsOf(questionnaire)
  const before = questions.slice(
    0,
    questions.findIndex((question) => question.id === id),
  )
  const texts = before.filter(({ form }) => form.type === 'text').map((question) => question.id)
  for (const step of steps) {
    if (!('entryOf' in step) || step.entryOf === 'partner' || texts.includes(step.question))
      continue
    const hint = suggestionAfter(found, step.question, texts)
    return `"{${step.question}}" is neither "{partner}" nor an earlier question answered by a text${hint}`
  }
  return null
}

const takes: Readonly<Record<Holds['kind'], readonly Question['form']['type'][]>> = {
  value: ['text', 'choice', 'number'],
  texts: ['list', 'text', 'choices'],
  entries: ['list', 'text'],
  free: ['text', 'list', 'table', 'choice', 'choices', 'number'],
}

function wrongForm(holds: Holds, { form }: Question, fills: string): string | null {
  if (holds.kind === 'entries' && holds.field === null) {
    if (form.type !== 'table') return `"${fills}" holds entries; only a table fills it`
    const lost = form.columns.find(({ id }) => !holds.fields.has(id))
    return lost === undefined ? null : `The column "${lost.id}" is no field of "${fills}"`
  }
  if (!takes[holds.kind].includes(form.type)) {
    return `A question of type "${form.type}" cannot fill "${fills}"`
  }
  if (holds.kind !== 'value' || holds.choices === null || form.type !== 'choice') return null
  const choices = holds.choices
  const lost = form.choices.find(({ id }) => !choices.includes(id))
  return lost === undefined ? null : `"${lost.id}" cannot stand in "${fills}"`
}
