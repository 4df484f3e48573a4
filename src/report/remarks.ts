import type { ShownResult } from '../model/result.ts'
import type { ReportContext, ShownContext } from './report-context.ts'
import type { SectionBlock, SectionLine } from './section-block.ts'

/** Why people set questions aside, by question. */
export function buildReasonsSetAside(context: ShownContext): readonly SectionBlock[] {
  const remarks = context.result.notApplicable.map((own) => ({ ...own, text: own.reason }))
  return buildRemarks(remarks, context)
}

/** What people noted, by question. */
export function buildNotes(context: ShownContext): readonly SectionBlock[] {
  const remarks = context.result.notes.map((own) => ({ ...own, text: own.note }))
  return buildRemarks(remarks, context)
}

type Remark = Pick<ShownResult['notes'][number], 'question' | 'partner'> & {
  readonly text: string
}

function buildRemarks(
  remarks: readonly Remark[],
  { names }: ReportContext,
): readonly SectionBlock[] {
  const byQuestion = new Map<string, SectionLine[]>()
  for (const { question, partner, text } of remarks) {
    const words = text.trim()
    const own = byQuestion.get(question) ?? []
    own.push([{ say: 'remark-of-partner', partner: names.partner(partner), words }])
    byQuestion.set(question, own)
  }
  const items = [...byQuestion].map(([question, under]) => ({
    line: [names.ask(question), ' ', { code: question }],
    under,
  }))
  return items.length === 0 ? [] : [{ list: items }]
}
