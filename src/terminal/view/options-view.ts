import type { AnyQuestion } from '../../interview/asked-questions.ts'
import type { Answer } from '../../model/response.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ScreenMode } from '../keys/screen-state.ts'
import {
  getOptionDigit,
  listPickedIndexes,
  listSelectOptions,
  type SelectOption,
} from '../options.ts'
import type { ScreenPaint } from './paint.ts'
import { createScreenBody, type ScreenBody } from './screen.ts'
import {
  leftMargin,
  type ScreenLine,
  shortenToLine,
  toScreenLine,
  wrapItem,
} from './screen-line.ts'

type OptionsMode = Extract<ScreenMode, { type: 'options' }>

/** The options with their digits. `●` marks the earlier answer, `☑` what is ticked, `›` where the arrows are. */
export function buildOptionsBody(
  question: AnyQuestion,
  entry: Answer | null,
  mode: OptionsMode,
  width: number,
  paint: ScreenPaint,
): ScreenBody {
  const options = listSelectOptions(question.form) ?? []
  const marks = options.map((_, index) => getOptionMarks(question, entry, mode, options, index))
  const focus = Math.max(mode.cursor ?? marks.findIndex(({ earlier }) => earlier), 0)
  const wrapped = options.map((option, index) => {
    const lead = formatOptionLead(marks[index], getOptionDigit(index, options))
    return paintOption(
      wrapItem(lead, formatOptionTitle(option, marks[index]), width),
      marks[index],
      paint,
    )
  })
  const short = options.map((option, index) => {
    const lead = formatOptionLead(marks[index], getOptionDigit(index, options))
    const text = shortenToLine(formatOptionTitle(option, marks[index]), width - lead.length)
    return paintOption([`${lead}${text}`], marks[index], paint)
  })
  return createScreenBody(wrapped.flat(), {
    focus: wrapped.slice(0, focus).flat().length,
    short: short.flat(),
    shortFocus: focus,
    scrolls: options.length > 10,
  })
}

interface OptionMarks {
  readonly earlier: boolean
  /** Null where only one can be picked. */
  readonly ticked: boolean | null
  readonly here: boolean
}

function getOptionMarks(
  { form }: AnyQuestion,
  entry: Answer | null,
  { chosen, cursor }: OptionsMode,
  options: readonly SelectOption[],
  index: number,
): OptionMarks {
  const earlier = entry?.state === 'answered' ? listPickedIndexes(options, entry.value) : []
  const several = form.type === 'choices'
  return {
    earlier: !several && earlier.includes(index),
    ticked: several ? chosen.includes(String(options[index]?.value)) : null,
    here: cursor === index,
  }
}

function formatOptionLead(marks: OptionMarks | undefined, digit: string | null): string {
  const arrow = marks?.here ? '›' : ' '
  const tick = marks?.ticked === true ? '☑ ' : marks?.ticked === false ? '☐ ' : ''
  const dot = marks?.earlier ? '●' : ' '
  return `${arrow}${dot} ${tick}${digit === null ? '' : `${digit}  `}`
}

/** Ten is picked with `0`, so its number is shown beside it. */
function formatOptionTitle({ title, value }: SelectOption, marks: OptionMarks | undefined): string {
  const named = value === 10 ? `(10) ${title}` : title
  return marks?.earlier ? sayInterview({ say: 'your-answer-mark', option: named }) : named
}

function paintOption(
  lines: readonly string[],
  marks: OptionMarks | undefined,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const stands = marks?.here || marks?.earlier || marks?.ticked === true
  const how = marks?.here ? paint.accent : stands ? paint.good : (text: string) => text
  return lines.map((line) => toScreenLine(`${leftMargin}${how(line)}`))
}
