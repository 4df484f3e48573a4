import { exitCodes, Fault } from '../model/fault.ts'
import { toSlug } from '../model/slug.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { InterviewText, Message } from '../words/message.ts'
import { sayInterview } from '../words/say-interview.ts'
import { say } from '../words/say-message.ts'
import { type AskOptions, chooseInPrompt, type PickItem, typeInPrompt } from './ask-prompt.ts'

import { createLineConsole } from './by-line/line-console.ts'

/** A response that can be continued. */
interface UnfinishedResponse {
  readonly file: string
  readonly respondent: string
  readonly role: string | null
  readonly answered: number
  readonly total: number
  /** RFC 3339; null if the form was started by hand. */
  readonly started: string | null
}

/**
 * Which partner answers: the id of one of those that are listed, chosen by name; where none is, a name as people write it, with
 * the ids shown of those that have a response. Where one side alone is asked it is no partner. Throws a fault with exit 130
 * when it is interrupted.
 */
export async function askPartner(
  partners: readonly { readonly id: string; readonly name: string }[],
  who: { readonly answering: readonly string[]; readonly isOneSided: boolean },
  options: AskOptions,
): Promise<string> {
  if (partners.length === 0) {
    return requireAnswer(typeText({ say: 'which-name', ...who }, checkName, options))
  }
  const items = partners.map(({ id, name }) => {
    const isShared = partners.some((other) => other.id !== id && other.name === name)
    return { value: id, name: formatPartnerLabel(id, name, isShared) }
  })
  return requireAnswer(chooseItem({ say: 'which-partner' }, items, options))
}

/** The respondent's role, blank if they would rather not say; `partner` names the one who is asked where several are at the table. */
export async function askRole(partner: string | null, options: AskOptions): Promise<string> {
  const message: InterviewText =
    partner === null
      ? { say: 'your-role' }
      : { say: 'partner-role', partner: makeVisibleLine(partner) }
  return requireAnswer(typeText(message, () => null, options))
}

/**
 * The names of the partners, in full, until an empty line; none where the first line is empty. `check` says what is wrong with
 * a name after those before, or null. Throws a fault with exit 130 when it is interrupted.
 */
export async function askPartnerNames(
  check: (name: string, before: readonly string[]) => Message | null,
  options: AskOptions,
): Promise<readonly string[]> {
  const names: string[] = []
  for (;;) {
    const mayEnd = names.length !== 1
    const name = await requireAnswer(
      typeText(
        { say: 'partner-name', number: names.length + 1 },
        (text) => {
          const isEnd = text.trim() === ''
          if (isEnd) return mayEnd ? null : sayInterview({ say: 'partner-name-missing' })
          const wrong = check(text, names)
          return wrong === null ? null : say(wrong)
        },
        options,
      ),
      'init-interrupted',
    )
    if (name.trim() === '') return names
    names.push(name)
  }
}

/** A code to know one's answers by, as it was chosen or given; blank where there is none. `check` says what is wrong with it, or null. */
export async function askCode(
  isGiven: boolean,
  check: (text: string) => Message | null,
  options: AskOptions,
): Promise<string> {
  const sayWrong = (text: string) => {
    const wrong = check(text)
    return wrong === null ? null : say(wrong)
  }
  return requireAnswer(typeText({ say: 'your-code', isGiven }, sayWrong, options))
}

/** The file of the response to continue, or `new`. */
export async function askResume(
  found: readonly UnfinishedResponse[],
  options: AskOptions,
): Promise<string> {
  const items = found.map((response) => ({
    value: response.file,
    name: formatResumeLabel(response),
  }))
  const fresh = { value: 'new', name: sayInterview({ say: 'new-interview' }) }
  return requireAnswer(chooseItem({ say: 'unfinished-interview' }, [...items, fresh], options))
}

function chooseItem(message: InterviewText, items: readonly PickItem[], options: AskOptions) {
  const choose = options.accessible === true ? chooseByLine : chooseInPrompt
  return choose(sayInterview(message), items, options)
}

function typeText(
  message: InterviewText,
  check: (text: string) => string | null,
  options: AskOptions,
) {
  const type = options.accessible === true ? typeByLine : typeInPrompt
  return type(sayInterview(message), check, options)
}

async function requireAnswer(
  answer: Promise<string | null>,
  interrupted: 'interrupted-before-start' | 'init-interrupted' = 'interrupted-before-start',
): Promise<string> {
  const value = await answer
  if (value !== null) return value
  const text = sayInterview({ say: interrupted })
  throw new Fault({ say: 'as-written', text }, { exit: exitCodes.interrupted })
}

function formatPartnerLabel(id: string, name: string, isShared: boolean): string {
  const shown = makeVisibleLine(name)
  return isShared ? sayInterview({ say: 'partner-choice', name: shown, id }) : shown
}

function formatResumeLabel({ role, started, ...own }: UnfinishedResponse): string {
  return sayInterview({
    say: 'continue-interview',
    file: makeVisibleLine(own.file),
    respondent: own.respondent,
    role: role === null ? null : makeVisibleLine(role),
    answered: own.answered,
    total: own.total,
    started: started === null ? null : makeVisibleLine(started.slice(0, 10)),
  })
}

/** A name makes an id, so it needs a letter or a digit. */
function checkName(text: string): string | null {
  return toSlug(text) === '' ? sayInterview({ say: 'name-needed' }) : null
}

/** Chooses by number; null when the input ended. */
function chooseByLine(
  message: string,
  items: readonly PickItem[],
  options: AskOptions,
): Promise<string | null> {
  const list = items.map(({ name }, index) => `${index + 1}. ${name}`)
  const last = items.length
  const expected = sayInterview({ say: 'expect-number', last })
  return askUntilValid([message, ...list], expected, options, (line) => {
    const item = /^\d+$/.test(line) ? items[Number(line) - 1] : undefined
    return item === undefined
      ? { wrong: { say: 'bad-number-reply', text: line, last } }
      : { value: item.value }
  })
}

/** Asks for one line; `check` says what is wrong, or null. Null when the input ended. */
function typeByLine(
  message: string,
  check: (text: string) => string | null,
  options: AskOptions,
): Promise<string | null> {
  return askUntilValid([], message, options, (line) => {
    const wrong = check(line)
    return wrong === null ? { value: line } : { wrong: { say: 'as-written', text: wrong } }
  })
}

async function askUntilValid(
  introduction: readonly string[],
  message: string,
  { input, output, signal }: AskOptions,
  read: (line: string) => { readonly value: string } | { readonly wrong: InterviewText },
): Promise<string | null> {
  const console = createLineConsole(input, output, signal)
  try {
    if (introduction.length > 0) console.print(...introduction)
    for (;;) {
      const line = await console.readLine({ say: 'text-prompt', message })
      if (line === null) return null
      const answer = read(line)
      if ('value' in answer) return answer.value
      console.print(answer.wrong)
    }
  } finally {
    console.close()
  }
}
