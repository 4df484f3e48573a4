import { visibleLine } from '../../model/visible.ts'
import { withoutMentions } from '../mentions.ts'

/**
 * Text for a SARIF message, where `[text](target)` is a link and `{0}` a place to fill in: a joiner of no width keeps them
 * from being read so, and from notifying anybody.
 */
export function messageOf(text: string): string {
  return withoutMentions(visibleLine(text))
    .replaceAll('](', ']\u2060(')
    .replaceAll(/\{(?=\d)/g, '{\u2060')
}
