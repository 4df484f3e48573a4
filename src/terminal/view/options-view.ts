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
import { type Canvas, shortenToLine, toScreenLine, toScreenLines, wrapItem } from './screen-line.ts'

/** The options with their digits. `●` marks the earlier answer, `☑` what is selected, `›` where the arrows are. */
export function buildOptionsBody(
  { form }: AnyQuestion,
  entry: Answer | null,
  { chosen, cursor }: Extract<ScreenMode, { type: 'options' }>,
  { width, paint }: Canvas,
): ScreenBody {
  const options = listSelectOptions(form) ?? []
  const isSeveral = form.type === 'choices'
  const picked = entry?.state === 'answered' ? listPickedIndexes(options, entry.value) : []
  const rows = options.map((option, index) => {
    const marks: OptionMarks = {
      earlier: !isSeveral && picked.includes(index),
      ticked: isSeveral ? chosen.includes(String(option.value)) : null,
      here: cursor === index,
    }
    const lead = formatOptionLead(marks, getOptionDigit(index, options))
    const title = formatOptionTitle(option, marks)
    const short = `${lead}${shortenToLine(title, width - lead.length)}`
    const how = choosePaint(marks, paint)
    return {
      marks,
      lines: toScreenLines(wrapItem(lead, title, width), how),
      short: toScreenLine(how(short)),
    }
  })
  const focus = Math.max(cursor ?? rows.findIndex(({ marks }) => marks.earlier), 0)
  const lines = rows.map((row) => row.lines)
  return createScreenBody(lines.flat(), {
    focus: lines.slice(0, focus).flat().length,
    short: rows.map(({ short }) => short),
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

function formatOptionLead({ here, earlier, ticked }: OptionMarks, digit: string | null): string {
  const tick = ticked === null ? '' : ticked ? '☑ ' : '☐ '
  return `${here ? '›' : ' '}${earlier ? '●' : ' '} ${tick}${digit === null ? '' : `${digit}  `}`
}

/** Ten is picked with `0`, so its number is shown beside it. */
function formatOptionTitle({ title, value }: SelectOption, { earlier }: OptionMarks): string {
  const option = value === 10 ? `(10) ${title}` : title
  return earlier ? sayInterview({ say: 'your-answer-mark', option }) : option
}

function choosePaint({ here, earlier, ticked }: OptionMarks, paint: ScreenPaint) {
  if (here) return paint.accent
  return earlier || ticked === true ? paint.good : (text: string) => text
}
