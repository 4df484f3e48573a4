import type { AskOptions, Pick } from '../asking.ts'
import { talkOver } from './talk.ts'

/** Chooses by number; null when the input ended. */
export function chooseByLine(
  message: string,
  picks: readonly Pick[],
  options: AskOptions,
): Promise<string | null> {
  const list = picks.map(({ name }, index) => `${index + 1}. ${name}`)
  return listen([message, ...list], `Answer (1-${picks.length}):`, options, (line) => {
    const pick = /^\d+$/.test(line) ? picks[Number(line) - 1] : undefined
    return pick === undefined
      ? { wrong: `"${line}" is no answer here; expected a number from 1 to ${picks.length}` }
      : { value: pick.value }
  })
}

/** Hears one line; `check` says what is wrong, or null. Null when the input ended. */
export function typeByLine(
  message: string,
  check: (text: string) => string | null,
  options: AskOptions,
): Promise<string | null> {
  return listen([], `${message}:`, options, (line) => {
    const wrong = check(line)
    return wrong === null ? { value: line } : { wrong }
  })
}

async function listen(
  said: readonly string[],
  prompt: string,
  { input, output, signal }: AskOptions,
  read: (line: string) => { readonly value: string } | { readonly wrong: string },
): Promise<string | null> {
  const talk = talkOver(input, output, signal)
  try {
    if (said.length > 0) talk.say(...said)
    for (;;) {
      const line = await talk.hear(prompt)
      if (line === null) return null
      const answer = read(line)
      if ('value' in answer) return answer.value
      talk.say(answer.wrong)
    }
  } finally {
    talk.close()
  }
}
