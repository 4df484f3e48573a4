import { type Check, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import { stages } from '../../model/vocabulary.ts'
import { listed } from '../names.ts'
import type { Explanation } from './explanation.ts'

/** What a check of the plan wants, why, what to do about it, and an example of each kind. */
export function explainCheck(check: Check, questionnaire: Questionnaire): Explanation {
  const { id, title, why, fix, examples } = check
  return {
    title: `${id}: ${oneLine(title)}`,
    lines: [
      ...(why === undefined ? [] : [oneLine(why)]),
      ...(fix === undefined ? [] : [`What to do: ${oneLine(fix)}`]),
      severityLine(check),
      ...(check.protected ? ['No waiver sets it aside'] : []),
    ],
    parts: [
      ...evidenceFor(check, questionnaire),
      ...example('Good', examples?.good),
      ...example('Bad', examples?.bad),
      {
        title: 'How it is told',
        lines: [
          ...(check.when === undefined ? [] : [`Only when: ${oneLine(check.when)}`]),
          ...(check.for === undefined ? [] : [`For each item of: ${check.for}`]),
          `Holds if: ${oneLine(check.assert)}`,
        ],
        parts: [],
      },
    ],
  }
}

function severityLine({ severity }: Check): string {
  if (typeof severity === 'string') return `Severity: ${severity}, at every stage`
  const given = stages.flatMap((stage) => {
    const word = severity[stage]
    return word === undefined ? [] : [`${word} from ${stage} on`]
  })
  return `Severity: ${listed(given)}`
}

function evidenceFor({ supports }: Check, questionnaire: Questionnaire): readonly Explanation[] {
  const asked = questionsOf(questionnaire).filter(({ id }) => supports.includes(id))
  if (asked.length === 0) return []
  const lines = asked.map(({ id, ask }) => `${id}: ${oneLine(ask)}`)
  return [{ title: 'The written evidence of', lines, parts: [] }]
}

function example(title: string, data: unknown): readonly Explanation[] {
  return data === undefined ? [] : [{ title, lines: [], parts: [], data }]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
