import { makeVisibleLine } from '../../model/visible.ts'
import { disarmMentions } from '../mentions.ts'

/**
 * Text for a SARIF message, where `[text](target)` is a link and `{0}` a place to fill in: a joiner of no width keeps them
 * from being read so, and from notifying anybody.
 */
export function toSarifMessage(text: string): string {
  return disarmMentions(makeVisibleLine(text))
    .replaceAll('](', ']\u2060(')
    .replaceAll(/\{(?=\d)/g, '{\u2060')
}
