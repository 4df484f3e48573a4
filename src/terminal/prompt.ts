import {
  createPrompt,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import type { Desk, Size, World } from './keys/desk.ts'
import { fieldIn } from './keys/desk.ts'
import { emptyField, type Field } from './keys/field.ts'
import { keyName } from './keys/key.ts'
import { press } from './keys/press.ts'
import { type Save, saved } from './saving.ts'
import { draw } from './view/draw.ts'
import type { Paint } from './view/paint.ts'

export interface PromptConfig {
  readonly desk: Desk
  readonly world: World
  readonly save: Save
  readonly paint: Paint
  /** Calls back with the new size; returns how to stop. */
  readonly onResize: (resized: (size: Size) => void) => () => void
}

/** How a prompt ended: `closed` when the input ended or Ctrl-D was pressed, `failed` when saving threw what is no `Fault`. */
export type Ended =
  | { readonly how: 'left' | 'finished' | 'closed' }
  | { readonly how: 'failed'; readonly error: unknown }

/**
 * The whole interview in one prompt: Inquirer drops what is typed ahead between prompts, and fast typists answer several
 * questions in one go.
 */
export const interviewPrompt = createPrompt<Ended, PromptConfig>((config, done) => {
  const [desk, setDesk] = useState(config.desk)
  const latest = useRef({ desk, caret: 0, lastName: '' })
  const screen = draw(desk, config.paint)
  latest.current.desk = desk
  latest.current.caret = screen.caret ?? 0

  useEffect((rl) => {
    const line = rl as unknown as Readline
    takeWhole(line)
    line.getCursorPos = () => ({ rows: 0, cols: latest.current.caret })
    line.on('close', () => done({ how: 'closed' }))
    line.on('SIGTSTP', () => {})
    const first = fieldIn(config.desk.mode)
    if (first !== null) type(line, first)
    return config.onResize((size) => setDesk({ ...latest.current.desk, size }))
  }, [])

  useKeypress((event, rl) => {
    const line = rl as unknown as Readline
    const second = event.name === 'enter' && latest.current.lastName === 'return'
    latest.current.lastName = event.name
    const key = keyName(event as KeypressEvent & { sequence?: string; meta?: boolean })
    if (second) type(line, fieldIn(latest.current.desk.mode) ?? emptyField)
    if (key === null || key === '^c' || key === '^d' || second) return
    try {
      const after = pressed(latest.current.desk, key, line, config)
      latest.current.desk = after
      setDesk(after)
      if (after.interview.ended !== null) done({ how: after.interview.ended })
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

/** Keeps readline's line and the desk's the same: the line is empty wherever nothing is typed. */
function pressed(before: Desk, key: string, line: Readline, config: PromptConfig): Desk {
  const typed = { line: line.line, caret: line.cursor }
  const after = saved(before, press(before, key, typed, config.world), config.save)
  type(line, fieldIn(after.mode) ?? emptyField)
  return after
}

/** Of keys that come in one chunk Node puts all but the last at the line's end, wherever the cursor is, unless completion is on. */
function takeWhole(line: Readline): void {
  Object.defineProperty(line, 'isCompletionEnabled', { get: () => true, set: () => {} })
}

function type(line: Readline, field: Field): void {
  line.history = []
  if (line.line === field.line && line.cursor === field.caret) return
  line.clearLine(0)
  if (field.line !== '') line.write(field.line)
  for (let at = field.line.length; at > field.caret; at = line.cursor) {
    line.write(null, { name: 'left' })
    if (line.cursor === at) break
  }
}
