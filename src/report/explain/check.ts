import { type Check, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import { stages } from '../../model/vocabulary.ts'
import type { ReportSentence } from '../../words/message.ts'
import type { Explanation } from './explanation.ts'

/** What a check of the plan wants, why, what to do about it, and an example of each kind. */
export function explainCheck(check: Check, questionnaire: Questionnaire): Explanation {
  const { id, title, why, fix, examples } = check
  return {
    title: { say: 'explained-id', id, title: toOneLine(title) },
    lines: [
      ...(why === undefined ? [] : [toOneLine(why)]),
      ...(fix === undefined ? [] : [{ say: 'explain-fix', text: toOneLine(fix) } as const]),
      describeSeverity(check),
      ...(check.protected ? [{ say: 'explain-protected' } as const] : []),
    ],
    parts: [
      ...buildEvidencePart(check, questionnaire),
      ...buildExample('explain-good', examples?.good),
      ...buildExample('explain-bad', examples?.bad),
      {
        title: { say: 'explain-assertion' },
        lines: [
          ...(check.when === undefined
            ? []
            : [{ say: 'explain-only-when', text: toOneLine(check.when) } as const]),
          ...(check.for === undefined
            ? []
            : [{ say: 'explain-for-each', text: check.for } as const]),
          { say: 'explain-holds-if', text: toOneLine(check.assert) },
        ],
        parts: [],
      },
    ],
  }
}

function describeSeverity({ severity }: Check): ReportSentence {
  if (typeof severity === 'string') return { say: 'explain-severity', severity }
  const given = stages.flatMap((stage) => {
    const word = severity[stage]
    return word === undefined
      ? []
      : [{ say: 'explain-severity-from', severity: word, stage } as const]
  })
  return { say: 'explain-severities', severities: given }
}

function buildEvidencePart(
  { supports }: Check,
  questionnaire: Questionnaire,
): readonly Explanation[] {
  const asked = listQuestions(questionnaire).filter(({ id }) => supports.includes(id))
  if (asked.length === 0) return []
  const lines = asked.map(
    ({ id, ask }) => ({ say: 'explained-id', id, title: toOneLine(ask) }) as const,
  )
  return [{ title: { say: 'explain-supports' }, lines, parts: [] }]
}

function buildExample(say: 'explain-good' | 'explain-bad', data: unknown): readonly Explanation[] {
  return data === undefined ? [] : [{ title: { say }, lines: [], parts: [], data }]
}

function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
