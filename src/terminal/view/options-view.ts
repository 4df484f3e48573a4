import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import type { Interview } from '../../interview/state.ts'
import type { Mode } from '../keys/desk.ts'
import { digitOf, type Option, optionsOf, pickedIn } from '../options.ts'
import { brief, item, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { type Body, bodyOf } from './screen.ts'

type Options = Extract<Mode, { type: 'options' }>

/** The options with their digits. `●` marks the earlier answer, `☑` what is ticked, `›` where the arrows are. */
export function optionsBody(
  interview: Interview,
  question: AnyQuestion,
  mode: Options,
  width: number,
  paint: Paint,
): Body {
  const options = optionsOf(question.form) ?? []
  const marks = options.map((_, index) => marksOf(interview, question, mode, options, index))
  const focus = Math.max(mode.cursor ?? marks.findIndex(({ earlier }) => earlier), 0)
  const wrapped = options.map((option, index) => {
    const lead = leadOf(marks[index], digitOf(index, options))
    return painted(item(lead, titleOf(option, marks[index]), width), marks[index], paint)
  })
  const short = options.map((option, index) => {
    const lead = leadOf(marks[index], digitOf(index, options))
    const text = brief(titleOf(option, marks[index]), width - lead.length)
    return painted([`${lead}${text}`], marks[index], paint)
  })
  return bodyOf(wrapped.flat(), {
    focus: wrapped.slice(0, focus).flat().length,
    short: short.flat(),
    shortFocus: focus,
    scrolls: options.length > 10,
  })
}

interface Marks {
  readonly earlier: boolean
  /** Null where only one can be picked. */
  readonly ticked: boolean | null
  readonly here: boolean
}

function marksOf(
  interview: Interview,
  { id, form }: AnyQuestion,
  { chosen, cursor }: Options,
  options: readonly Option[],
  index: number,
): Marks {
  const entry = entryOf(interview, id)
  const earlier = entry?.state === 'answered' ? pickedIn(options, entry.value) : []
  const several = form.type === 'choices'
  return {
    earlier: !several && earlier.includes(index),
    ticked: several ? chosen.includes(String(options[index]?.value)) : null,
    here: cursor === index,
  }
}

function leadOf(marks: Marks | undefined, digit: string | null): string {
  const arrow = marks?.here ? '›' : ' '
  const tick = marks?.ticked === true ? '☑ ' : marks?.ticked === false ? '☐ ' : ''
  const dot = marks?.earlier ? '●' : ' '
  return `${arrow}${dot} ${tick}${digit === null ? '' : `${digit}  `}`
}

/** Ten is picked with `0`, so its number stands beside. */
function titleOf({ title, value }: Option, marks: Marks | undefined): string {
  const named = value === 10 ? `(10) ${title}` : title
  return marks?.earlier ? `${named}  (your answer)`.trim() : named
}

function painted(
  lines: readonly string[],
  marks: Marks | undefined,
  paint: Paint,
): readonly Line[] {
  const stands = marks?.here || marks?.earlier || marks?.ticked === true
  const how = marks?.here ? paint.accent : stands ? paint.good : (text: string) => text
  return lines.map((line) => lineOf(`${margin}${how(line)}`))
}
