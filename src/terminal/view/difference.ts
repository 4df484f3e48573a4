import type { AnyQuestion } from '../../interview/order.ts'
import { type Round, type Said, saidTo } from '../../interview/round.ts'
import { blank, item, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { type Body, bodyOf } from './screen.ts'
import { entryText } from './words.ts'

/** What is said over answers that differ; of questions about oneself or the other, whom each speaks of. */
export function differenceTitle(question: AnyQuestion): string {
  const about = question.dimension === null ? 'both' : question.about
  if (about === 'us') return 'You see it differently. Each speaks of itself.'
  if (about === 'them') return 'You see it differently. Each speaks of the other.'
  return 'You see it differently.'
}

/** `Contoso: 2  When somebody asks. Note: Twice in May` */
export function saidText(question: AnyQuestion, { name, entry }: Said): string {
  const note = entry.note === null ? '' : `. Note: ${entry.note}`
  return `${name}: ${entryText(question, entry)}${note}`
}

/** Every partner's answer in words, one under the other. */
export function differenceBody(
  round: Round,
  question: AnyQuestion,
  width: number,
  paint: Paint,
): Body {
  const said = saidTo(round, question.id)
  const full = said.flatMap((own, index): readonly Line[] => [
    ...(index === 0 ? [] : [blank]),
    ...item('', own.name, width).map((line) => lineOf(`${margin}${paint.strong(line)}`)),
    ...item('  ', entryText(question, own.entry), width).map((line) => lineOf(`${margin}${line}`)),
    ...(own.entry.note === null
      ? []
      : item('  ', `Note: ${own.entry.note}`, width).map((line) =>
          lineOf(`${margin}${paint.quiet(line)}`),
        )),
  ])
  const short = said.map((own) =>
    lineOf(`${margin}${item('', saidText(question, own), width)[0] ?? ''}`),
  )
  return bodyOf(full, { short })
}
