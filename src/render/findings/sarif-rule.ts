import type { Rule } from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { findFindingGuide } from '../../words/find-guide.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, paragraph, strong } from '../nodes.ts'
import { toSarifMessage } from './sarif-message.ts'

/** A check as SARIF describes it. Code hosts ask for every one of these texts. */
export function toSarifRule({ id, texts }: Rule) {
  const { title, why, fix } = texts ?? findFindingGuide(id) ?? { title: id, why: null, fix: null }
  const explain = `accordant explain ${makeVisibleLine(id)}`
  const sentences = [why, fix].filter((text) => text !== null)
  const tree = [
    ...(why === null ? [] : [paragraph(why)]),
    ...(fix === null ? [] : [paragraph(strong(sayFindings({ say: 'fix-label' })), ` ${fix}`)]),
    paragraph(sayFindings({ say: 'read-more' }), code(explain)),
  ]
  return {
    id,
    shortDescription: { text: toSarifMessage(title) },
    fullDescription: { text: toSarifMessage(why ?? title) },
    help: {
      text: [
        ...sentences.map(toSarifMessage),
        `${sayFindings({ say: 'read-more' })}${toSarifMessage(explain)}`,
      ].join('\n\n'),
      markdown: renderMarkdownTree({ type: 'root', children: tree }),
    },
  }
}
