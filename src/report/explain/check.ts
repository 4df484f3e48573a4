import { type Check, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import { stages } from '../../model/vocabulary.ts'
import { formatList } from '../display-names.ts'
import type { Explanation } from './explanation.ts'

/** What a check of the plan wants, why, what to do about it, and an example of each kind. */
export function explainCheck(check: Check, questionnaire: Questionnaire): Explanation {
  const { id, title, why, fix, examples } = check
  return {
    title: `${id}: ${toOneLine(title)}`,
    lines: [
      ...(why === undefined ? [] : [toOneLine(why)]),
      ...(fix === undefined ? [] : [`What to do: ${toOneLine(fix)}`]),
      describeSeverity(check),
      ...(check.protected ? ['No waiver sets it aside'] : []),
    ],
    parts: [
      ...buildEvidencePart(check, questionnaire),
      ...buildExample('Good', examples?.good),
      ...buildExample('Bad', examples?.bad),
      {
        title: 'How it is told',
        lines: [
          ...(check.when === undefined ? [] : [`Only when: ${toOneLine(check.when)}`]),
          ...(check.for === undefined ? [] : [`For each item of: ${check.for}`]),
          `Holds if: ${toOneLine(check.assert)}`,
        ],
        parts: [],
      },
    ],
  }
}

function describeSeverity({ severity }: Check): string {
  if (typeof severity === 'string') return `Severity: ${severity}, at every stage`
  const given = stages.flatMap((stage) => {
    const word = severity[stage]
    return word === undefined ? [] : [`${word} from ${stage} on`]
  })
  return `Severity: ${formatList(given)}`
}

function buildEvidencePart(
  { supports }: Check,
  questionnaire: Questionnaire,
): readonly Explanation[] {
  const asked = listQuestions(questionnaire).filter(({ id }) => supports.includes(id))
  if (asked.length === 0) return []
  const lines = asked.map(({ id, ask }) => `${id}: ${toOneLine(ask)}`)
  return [{ title: 'The written evidence of', lines, parts: [] }]
}

function buildExample(title: string, data: unknown): readonly Explanation[] {
  return data === undefined ? [] : [{ title, lines: [], parts: [], data }]
}

function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
