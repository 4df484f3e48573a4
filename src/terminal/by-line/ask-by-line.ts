import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { AskOptions, PickItem } from '../ask-prompt.ts'
import { createLineConsole } from './line-console.ts'

/** Chooses by number; null when the input ended. */
export function chooseByLine(
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
export function typeByLine(
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
