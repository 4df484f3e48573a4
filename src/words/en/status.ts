import type { Catalogue } from '../say.ts'
import { count, inNumber, join, quote } from './grammar.ts'

/** What `accordant status` says. */
export const statusTexts = {
  title: (own: { name: string | null; title: string; version: string }) =>
    `${own.name === null ? '' : `${own.name} · `}${own.title} ${own.version}`,
  nobody: 'Nobody has answered yet',

  /** How many people of a partner have answered, begun and are missing. */
  people: (own: {
    answered: number
    invited: number | null
    uninvited: number
    leftOut: number
    begun: readonly string[]
    missing: number | null
    codes: readonly string[] | null
    asked: boolean
  }) =>
    [
      [describeAnswered(own), ...own.begun].join(', '),
      ...(own.uninvited === 0
        ? []
        : [`${own.uninvited} answered with a code that is not on your list`]),
      ...describeMissing(own),
      ...(own.leftOut === 0 ? [] : [`${own.leftOut} left out`]),
      ...(own.asked ? [] : ['not to be asked, says accordant.yaml']),
    ].join('; '),
  'begun-code': ({ code, ...own }: Progress & { code: string }) =>
    `${code} has begun (${own.entries} of ${count(own.questions, 'question')})`,
  begun: ({ number, progress }: { number: number; progress: readonly Progress[] }) =>
    `${number} begun${progress.length === 0 ? '' : ` (${describeProgress(progress)})`}`,

  'not-counted': 'Not counted',
  'left-out': ({ file, reason, note }: LeftOutResponse) => {
    if (reason === 'excluded')
      return `${file} is left out${note === null ? '' : `: ${quote(note.trim())}`}`
    return reason === 'empty'
      ? `${file} has no answer yet`
      : `${file} is not finished, and the same person has answered in another file`
  },

  'to-correct': 'To correct',
  remark: (own: { place: string | null; message: string; more: number }) =>
    `${own.place === null ? '' : `${own.place}: `}${own.message}${own.more === 0 ? '' : ` (and ${own.more} more in this file)`}`,
  /** What to do about it, on a line of its own. */
  fix: ({ fix }: { fix: string }) => `  ${fix}`,
  strays: 'Not a response',
  stray: ({ file }: { file: string }) => file,
  notes: 'To look at',
  'to-compare': (own: { file: string; partner: string }) =>
    `${own.file}: its code was not invited for ${own.partner}`,
  'compare-fix': ({ codes }: { codes: readonly string[] }) =>
    `  If the person is ${listCodes(codes, 'or')}, write that code in the file, under "respondent"`,
  more: ({ rest }: { rest: number }) => `and ${rest} more, which --format json lists`,

  plan: 'Plan',
  'plan-none': 'There is no plan yet. To begin one: accordant init plan',
  'plan-unusable': ({ file }: { file: string | null }) =>
    `${file ?? 'It'} cannot be used: see "To correct"`,
  'plan-not-begun': ({ file }: { file: string }) =>
    `${file} is not begun: it says no more than "accordant init" wrote`,
  'plan-not-asked': ({ file }: { file: string }) => `${file}. This questionnaire checks no plan`,
  'plan-judged': (own: { file: string; stage: string; percent: string | null; errors: number }) =>
    `${own.file} is at the stage ${quote(own.stage)}, ${own.percent === null ? 'and it has no score yet' : `${own.percent} complete`}, ${own.errors === 0 ? 'no errors' : count(own.errors, 'error')}`,

  next: 'Next',
  'next-correct': 'Correct what is listed above. Until then there can be no report',
  'next-ask': ({ people, more }: { people: readonly string[]; more: number }) =>
    `Ask ${join([...people, ...(more === 0 ? [] : [count(more, 'more partner')])])}:`,
  'next-first': 'Ask the first person:',
  /** Commands have lines of their own, so that none is broken in two. */
  'command-form': '  accordant form -o form.html   makes a page to send them',
  'command-assess': '  accordant assess              asks them here, in the terminal',
  'command-report': '  accordant report',
  'ask-codes': ({ codes, partner }: { codes: readonly string[]; partner: string }) =>
    `${partner} (${listCodes(codes)})`,
  'ask-number': ({ people, partner }: { people: number; partner: string }) =>
    `${partner} (${count(people, 'person', 'people')})`,
  'next-finish': ({ people }: { people: number }) =>
    people === 1 ? 'Remind the person who has begun' : `Remind the ${people} people who have begun`,
  'next-report': 'Write the report:',
  'next-report-part': 'See a report on the answers so far:',
} as const satisfies Catalogue

interface Progress {
  entries: number
  questions: number
}

interface LeftOutResponse {
  file: string
  reason: 'excluded' | 'empty' | 'unfinished'
  note: string | null
}

interface Answered {
  answered: number
  invited: number | null
  uninvited: number
  begun: readonly string[]
}

function describeAnswered({ answered, invited, uninvited, begun }: Answered): string {
  const expected = answered - uninvited
  if (invited !== null) {
    return expected > invited
      ? `${expected} answered, ${invited} ${inNumber(invited, 'was', 'were')} invited`
      : `${expected} of ${invited} answered`
  }
  return answered > 0
    ? `${answered} answered`
    : begun.length > 0
      ? '0 answered'
      : 'nobody has answered'
}

interface Missing {
  missing: number | null
  codes: readonly string[] | null
}

function describeMissing({ missing, codes }: Missing): readonly string[] {
  if (missing === null || missing === 0) return []
  return codes === null ? [`${missing} missing`] : [`missing: ${listCodes(codes)}`]
}

/** `22 of 45 questions`, `22 and 5 of 45 questions`, or where not everybody is asked the same `22 of 45 and 5 of 12 questions`. */
function describeProgress(all: readonly Progress[]): string {
  const sizes = [...new Set(all.map(({ questions }) => questions))]
  const [size] = sizes
  const isAlike = sizes.length === 1 && size !== undefined
  return isAlike
    ? `${join(all.map(({ entries }) => String(entries)))} of ${count(size, 'question')}`
    : `${join(all.map(({ entries, questions }) => `${entries} of ${questions}`))} questions`
}

const maxCodes = 12

function listCodes(codes: readonly string[], last?: 'and' | 'or'): string {
  const shown = codes.slice(0, maxCodes)
  const rest = codes.length - shown.length
  const listed = rest === 0 ? shown : [...shown, `${rest} more`]
  return last === undefined && rest === 0 ? listed.join(', ') : join(listed, last)
}
