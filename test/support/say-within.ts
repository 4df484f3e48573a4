import { isMap } from '../../src/model/value.ts'
import type { Message } from '../../src/words/message.ts'
import { say } from '../../src/words/say-message.ts'

/** The same value with every message in it as its text. */
export function sayWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sayWithin)
  if (!isMap(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
  if (typeof value.say === 'string') return say(value as unknown as Message)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sayWithin(item)]))
}
