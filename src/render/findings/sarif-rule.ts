import type { Rule } from '../../model/check-run.ts'
import { visibleLine } from '../../model/visible.ts'
import { markdownText } from '../markdown-text.ts'
import { code, paragraph, strong } from '../nodes.ts'
import { messageOf } from './sarif-message.ts'

/** A check as SARIF describes it. Code hosts ask for every one of these texts. */
export function ruleOf({ id, title, why, fix }: Rule) {
  const explain = `accordant explain ${visibleLine(id)}`
  const sentences = [why, fix].filter((text) => text !== null)
  const tree = [
    ...(why === null ? [] : [paragraph(why)]),
    ...(fix === null ? [] : [paragraph(strong('Fix:'), ` ${fix}`)]),
    paragraph('More: ', code(explain)),
  ]
  return {
    id,
    shortDescription: { text: messageOf(title) },
    fullDescription: { text: messageOf(why ?? title) },
    help: {
      text: [...sentences.map(messageOf), `More: ${messageOf(explain)}`].join('\n\n'),
      markdown: markdownText({ type: 'root', children: tree }),
    },
  }
}
