import { missing } from '../../interview/order.ts'
import { type Item, type Section, tally } from '../../interview/progress.ts'
import type { Interview } from '../../interview/state.ts'
import type { Mode } from '../keys/desk.ts'
import { jumpTargets, reviewTargets } from '../keys/jump-targets.ts'
import { blank, brief, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { type Body, bodyOf } from './screen.ts'
import { textWidth } from './text-width.ts'
import { entryMark, entryText } from './words.ts'

/** How it stands, in one sentence, and what Enter does about it. */
export function reviewSummary(interview: Interview): string {
  const { answered, skipped, unanswered: _, ...rest } = tally(interview)
  const left = missing(interview).length
  const parts = [
    `${answered} answered`,
    rest['dont-know'] === 0 ? '' : `${rest['dont-know']} don't know`,
    rest['not-applicable'] === 0 ? '' : `${rest['not-applicable']} not applicable`,
    skipped === 0 ? '' : `${skipped} skipped`,
    left === 0 ? '' : `${left} not asked yet`,
  ].filter((part) => part !== '')
  const next = left === 0 ? 'Enter finishes.' : 'Enter goes on with what is not asked yet.'
  return `${parts.join(', ')}. ${next}`
}

/** What is open, then everything that was said, by section. */
export function reviewBody(
  interview: Interview,
  { cursor }: Extract<Mode, { type: 'review' }>,
  width: number,
  paint: Paint,
): Body {
  const { open, bySection } = reviewTargets(interview)
  let place = 0
  const row = (item: Item): Row => {
    const here = place++ === cursor
    return { line: itemLine(item, here, width, paint), here }
  }
  const rows = [
    ...(open.length === 0 ? [] : [headline(`Open (${open.length})`, paint), ...open.map(row)]),
    ...bySection.flatMap((section, index) => [
      ...(index === 0 && open.length === 0 ? [] : [{ line: blank, here: false }]),
      headline(brief(titleOf(section), width), paint),
      ...section.items.map(row),
    ]),
  ]
  const focus = Math.max(
    rows.findIndex(({ here }) => here),
    0,
  )
  const lines = rows.map(({ line }) => line)
  return bodyOf(lines, { focus, shortFocus: focus, scrolls: true })
}

interface Row {
  readonly line: Line
  readonly here: boolean
}

/** Sections with their questions, to go to. */
export function jumpBody(
  interview: Interview,
  { cursor }: Extract<Mode, { type: 'jump' }>,
  width: number,
  paint: Paint,
): Body {
  const open = new Set(missing(interview))
  const lines = jumpTargets(interview).map(({ section, item }, index) => {
    if (item !== null) return itemLine(item, index === cursor, width, paint)
    const done = section.items.filter(({ question }) => !open.has(question.id)).length
    const count = `${done} of ${section.items.length}`
    const title = brief(titleOf(section), width - count.length - 6)
    const text = `${index === cursor ? pointer : ' '} ${title}  ${count}`
    return lineOf(`${margin}${index === cursor ? paint.accent(text) : paint.strong(text)}`)
  })
  return bodyOf(lines, { focus: cursor, shortFocus: cursor, scrolls: true })
}

const pointer = '›'

function titleOf({ dimension }: Section): string {
  return dimension?.title ?? 'Background'
}

function headline(title: string, paint: Paint): Row {
  return { line: lineOf(`${margin}${paint.strong(title)}`), here: false }
}

/** The question on the left, what was said on the right where there is room for both. */
function itemLine({ question, entry }: Item, here: boolean, width: number, paint: Paint): Line {
  const lead = `${here ? pointer : ' '} ${entryMark(entry)} `
  const right = Math.floor((width - lead.length) * 0.4)
  const left = width - lead.length - right - 2
  const asked = brief(question.ask, left)
  const said = brief(entryText(question, entry), right)
  const gap = ' '.repeat(left - textWidth(asked) + 2)
  const strong = here ? paint.accent : plain
  const quiet = here ? paint.accent : paint.quiet
  return lineOf(`${margin}${strong(`${lead}${asked}`)}${gap}${quiet(said)}`)
}

function plain(text: string): string {
  return text
}
