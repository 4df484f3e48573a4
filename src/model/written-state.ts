import { normaliseText } from './forms/written-text.ts'

type WrittenState = 'dont-know' | 'skipped' | 'not-applicable'

/** The state that somebody names who writes, in place of an answer, that there is none; null for any other text. */
export function findWrittenState(text: string): WrittenState | null {
  if (text.length > maxLength) return null
  return statesByWords.get(toBareWords(text)) ?? null
}

interface ExplainedState {
  readonly state: WrittenState
  readonly why: string
}

/** The same where more is written behind these words: "n/a, we have no deputies", "not sure (ask Bo)". */
export function findExplainedState(text: string): ExplainedState | null {
  if (text.length > maxExplainedLength) return null
  const [, words = '', why = ''] = explained.exec(text.trim()) ?? []
  const state = why === '' ? null : findWrittenState(words)
  return state === null ? null : { state, why }
}

/** As a response's file holds it: only what is not applicable has a reason. */
export function toLongState({ state, why }: ExplainedState): object {
  return state === 'not-applicable' ? { state, reason: why } : { state, note: why }
}

const explained = /^([\p{L}'’./? ]{1,40}?)(?: {0,9}[-–—:,;(] {0,9}| because )(\S.*?)\)?$/u

const maxLength = 40
const maxExplainedLength = 400

function toBareWords(text: string): string {
  const words = normaliseText(text).replace(/^\((.*)\)$/, '$1')
  return /^[?.–—-]+$/.test(words) ? words.charAt(0) : words.replace(/[.!]+$/, '')
}

/** Without a point at the end. */
const wordsByState: Readonly<Record<WrittenState, readonly string[]>> = {
  'dont-know': [
    ...['?', 'dk', 'd/k', 'idk', 'dunno', 'unknown', 'not known', 'no idea', 'not sure', 'unsure'],
    ...['dont-know', "don't know", 'dont know', 'do not know', "i don't know", 'i dont know'],
    ...['i do not know', "we don't know", 'we dont know', 'we do not know'],
    ...["can't say", 'cannot say', "can't tell", 'cannot tell', "can't judge", 'cannot judge'],
  ],
  skipped: [
    ...['-', '–', '—', 'skip', 'skipped', 'no answer', 'not answered', 'unanswered', 'no comment'],
    ...['prefer not to say', 'prefer not to answer', 'rather not say'],
  ],
  'not-applicable': [
    ...['n/a', 'na', 'n.a', 'not-applicable', 'not applicable', 'not relevant'],
    ...["doesn't apply", 'doesnt apply', 'does not apply'],
  ],
}

const statesByWords: ReadonlyMap<string, WrittenState> = new Map(
  (['dont-know', 'skipped', 'not-applicable'] as const).flatMap((state) =>
    wordsByState[state].map((words) => [words, state] as const),
  ),
)
