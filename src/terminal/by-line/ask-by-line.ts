import type { AskOptions, PickItem } from '../ask-options.ts'
import { createLineConsole } from './line-console.ts'

/** Chooses by number; null when the input ended. */
export function chooseByLine(
  message: string,
  items: readonly PickItem[],
  options: AskOptions,
): Promise<string | null> {
  const list = items.map(({ name }, index) => `${index + 1}. ${name}`)
  return askUntilValid([message, ...list], `Answer (1-${items.length}):`, options, (line) => {
    const pick = /^\d+$/.test(line) ? items[Number(line) - 1] : undefined
    return pick === undefined
      ? { wrong: `"${line}" is no answer here; expected a number from 1 to ${items.length}` }
      : { value: pick.value }
  })
}

/** Hears one line; `check` says what is wrong, or null. Null when the input ended. */
export function typeByLine(
  message: string,
  check: (text: string) => string | null,
  options: AskOptions,
): Promise<string | null> {
  return askUntilValid([], `${message}:`, options, (line) => {
    const wrong = check(line)
    return wrong === null ? { value: line } : { wrong }
  })
}

async function askUntilValid(
  said: readonly string[],
  prompt: string,
  { input, output, signal }: AskOptions,
  read: (line: string) => { readonly value: string } | { readonly wrong: string },
): Promise<string | null> {
  const console = createLineConsole(input, output, signal)
  try {
    if (said.length > 0) console.print(...said)
    for (;;) {
      const line = await console.readLine(prompt)
      if (line === null) return null
      const answer = read(line)
      if ('value' in answer) return answer.value
      console.print(answer.wrong)
    }
  } finally {
    console.close()
  }
}
