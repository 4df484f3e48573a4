import { messages } from './en/messages.ts'
import type { Message } from './message.ts'
import { createSayer } from './say.ts'

const sayTyped: (message: Message) => string = createSayer(messages)

/** The text of a message. */
export function say(message: Message | string): string {
  return typeof message === 'string' ? message : sayTyped(message)
}
