import {
  createPrompt,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import { pressKey } from './keys/press.ts'
import {
  emptyInputField,
  getInputField,
  type InputField,
  type KeyContext,
  type Screen,
  type ScreenSize,
} from './keys/screen-state.ts'

import { type SaveResponse, saveChanges } from './round-session.ts'
import { drawScreen } from './view/draw.ts'
import type { ScreenPaint } from './view/screen-line.ts'

interface PromptConfig {
  readonly state: Screen
  readonly context: KeyContext
  readonly save: SaveResponse
  readonly paint: ScreenPaint
  /** Calls back with the new size; returns how to stop. */
  readonly onResize: (resized: (size: ScreenSize) => void) => () => void
}

/** How a prompt ended: `closed` when the input ended or Ctrl-D was pressed, `failed` when saving threw something other than a `Fault`. */
export type PromptEnding =
  | { readonly how: 'left' | 'finished' | 'closed' }
  | { readonly how: 'failed'; readonly error: unknown }

/**
 * The whole interview in one prompt: Inquirer drops what is typed ahead between prompts, and fast typists answer several
 * questions in one go.
 */
export const promptInterview = createPrompt<PromptEnding, PromptConfig>((config, done) => {
  const [state, setState] = useState(config.state)
  const latest = useRef({ state, caret: 0, lastName: '' })
  const screen = drawScreen(state, config.paint)
  latest.current.state = state
  latest.current.caret = screen.caret ?? 0

  useEffect((rl) => {
    const line = rl as unknown as Readline
    enableCompletion(line)
    line.getCursorPos = () => ({ rows: 0, cols: latest.current.caret })
    line.on('close', () => done({ how: 'closed' }))
    line.on('SIGTSTP', () => {})
    const first = getInputField(config.state.mode)
    if (first !== null) setReadlineText(line, first)
    return config.onResize((size) => setState({ ...latest.current.state, size }))
  }, [])

  useKeypress((event, rl) => {
    const line = rl as unknown as Readline
    const second = event.name === 'enter' && latest.current.lastName === 'return'
    latest.current.lastName = event.name
    const key = toKeyName(event as KeypressEvent & { sequence?: string; meta?: boolean })
    if (second) setReadlineText(line, getInputField(latest.current.state.mode) ?? emptyInputField)
    if (key === null || key === '^c' || key === '^d' || second) return
    try {
      const after = applyKeypress(latest.current.state, key, line, config)
      latest.current.state = after
      setState(after)
      if (after.round.ended !== null) done({ how: after.round.ended })
    } catch (error) {
      done({ how: 'failed', error })
    }
  })

  return [screen.content, screen.below]
})

/** The parts of Node's readline that Inquirer's own type leaves out. */
interface Readline {
  line: string
  cursor: number
  history: string[]
  getCursorPos: () => { rows: number; cols: number }
  on: (event: string, listener: () => void) => void
  clearLine: (direction: 0) => void
  write: (data: string | null, key?: { name: string }) => void
}

/** Keeps readline's line and the state's line the same: empty where nothing is typed. */
function applyKeypress(before: Screen, key: string, line: Readline, config: PromptConfig): Screen {
  const typed = { line: line.line, caret: line.cursor }
  const after = saveChanges(before, pressKey(before, key, typed, config.context), config.save)
  setReadlineText(line, getInputField(after.mode) ?? emptyInputField)
  return after
}

/** When keys come in one chunk and completion is off, Node puts all but the last at the end of the line, wherever the cursor is. */
function enableCompletion(line: Readline): void {
  Object.defineProperty(line, 'isCompletionEnabled', { get: () => true, set: () => {} })
}

function setReadlineText(line: Readline, field: InputField): void {
  line.history = []
  if (line.line === field.line && line.cursor === field.caret) return
  line.clearLine(0)
  if (field.line !== '') line.write(field.line)
  for (let at = field.line.length; at > field.caret; at = line.cursor) {
    line.write(null, { name: 'left' })
    if (line.cursor === at) break
  }
}

/**
 * One name for each key: `4`, `b`, `?`, `^s` for Ctrl-S, `return`, `escape`, `left`, `paste-start`; letters are lowercase.
 * Null for combinations with Alt, which do nothing here. Real terminals give punctuation as a character without a name;
 * Inquirer's test kit gives only a name.
 */
export function toKeyName(event: {
  readonly name?: string | undefined
  readonly sequence?: string | undefined
  readonly ctrl?: boolean | undefined
  readonly meta?: boolean | undefined
}): string | null {
  const { name, sequence, ctrl = false, meta = false } = event
  if (name === 'escape') return name
  if (meta) return null
  if (name === 'enter') return 'return'
  if (ctrl) return name === undefined ? null : `^${name}`
  if (name !== undefined && name !== '') return name.toLowerCase()
  return sequence === undefined || sequence === '' ? null : sequence.toLowerCase()
}
