import {
  createPrompt,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import { emptyInputField, type InputField } from './keys/input-field.ts'
import { toKeyName } from './keys/key.ts'
import { pressKey } from './keys/press.ts'
import type { KeyContext, ScreenSize, ScreenState } from './keys/screen-state.ts'
import { getInputField } from './keys/screen-state.ts'
import { type SaveResponse, saveChanges } from './round-session.ts'
import { drawScreen } from './view/draw.ts'
import type { ScreenPaint } from './view/paint.ts'

export interface PromptConfig {
  readonly state: ScreenState
  readonly context: KeyContext
  readonly save: SaveResponse
  readonly paint: ScreenPaint
  /** Calls back with the new size; returns how to stop. */
  readonly onResize: (resized: (size: ScreenSize) => void) => () => void
}

/** How a prompt ended: `closed` when the input ended or Ctrl-D was pressed, `failed` when saving threw what is no `Fault`. */
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

/** What of Node's readline is used beyond Inquirer's own type of it. */
interface Readline {
  line: string
  cursor: number
  history: string[]
  getCursorPos: () => { rows: number; cols: number }
  on: (event: string, listener: () => void) => void
  clearLine: (direction: 0) => void
  write: (data: string | null, key?: { name: string }) => void
}

/** Keeps readline's line and the state's the same: the line is empty wherever nothing is typed. */
function applyKeypress(
  before: ScreenState,
  key: string,
  line: Readline,
  config: PromptConfig,
): ScreenState {
  const typed = { line: line.line, caret: line.cursor }
  const after = saveChanges(before, pressKey(before, key, typed, config.context), config.save)
  setReadlineText(line, getInputField(after.mode) ?? emptyInputField)
  return after
}

/** Of keys that come in one chunk Node puts all but the last at the line's end, wherever the cursor is, unless completion is on. */
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
