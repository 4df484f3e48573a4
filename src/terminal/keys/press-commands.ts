import {
  findCurrentEntry,
  findQuestion,
  getInterview,
  listJumpTargets,
} from '../../interview/round.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import { readAnswer } from '../options.ts'
import { applyEvent, setMessage } from './apply-event.ts'
import {
  createNoteMode,
  emptyInputField,
  getInputField,
  getTypedText,
  type KeyContext,
  type Screen,
  type ScreenMode,
  toInputField,
} from './screen-state.ts'

type CommandsMode = Extract<ScreenMode, { type: 'commands' }>

/** The hotkeys beside a typed answer; Enter goes back to the line as it was. */
export function pressCommands(
  state: Screen,
  mode: CommandsMode,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  if (key === 'return') return { ...state, mode: mode.under }
  return pressHotkey(state, question, key, context) ?? state
}

/** What the letters do on every question; null for any other key. */
export function pressHotkey(
  state: Screen,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen | null {
  switch (key) {
    case 'b':
    case 'left':
    case 'backspace':
    case 'escape':
      return applyEvent(state, { type: 'back' }, context)
    case 'right':
      return applyEvent(state, { type: 'forward' }, context)
    case 's':
      return skipQuestion(state, question, context)
    case 'w':
    case 'p':
    case 'd':
    case 'a':
      return question.dimension === null
        ? setMessage(state, { say: 'background-keys' })
        : pressState(state, key, context)
    case '?':
      return { ...state, mode: { type: 'guidance', page: 0, under: state.mode } }
    case 'j':
      return openJump(state)
    case 'r':
      return applyEvent(state, { type: 'review' }, context)
    case 'q':
      return leaveInterview(state, context)
    default:
      return null
  }
}

function pressState(state: Screen, key: 'w' | 'p' | 'd' | 'a', context: KeyContext): Screen {
  if (key === 'd') return applyEvent(state, { type: 'dont-know' }, context)
  const entry = findCurrentEntry(state.round)
  if (key === 'w' || key === 'p')
    return { ...state, mode: createNoteMode(entry, key === 'p', state.mode) }
  const field = entry?.state === 'not-applicable' ? toInputField(entry.reason) : emptyInputField
  return { ...state, mode: { type: 'reason', field, under: state.mode } }
}

/** Skipping removes an answer, so on an answered question the key has to be pressed twice. */
function skipQuestion(state: Screen, { dimension }: AnyQuestion, context: KeyContext): Screen {
  const { mode } = state
  const answered = dimension !== null && findCurrentEntry(state.round)?.state === 'answered'
  if (answered && 'sure' in mode && mode.sure !== 's') {
    const asked = { ...state, mode: { ...mode, sure: 's' } }
    return setMessage(asked, { say: 'confirm-skip' })
  }
  return applyEvent(state, { type: 'skip' }, context)
}

export function openJump(state: Screen): Screen {
  const { round, mode } = state
  const targets = listJumpTargets(getInterview(round))
  const cursor = Math.max(
    targets.findIndex(({ to }) => to === round.at),
    0,
  )
  return { ...state, mode: { type: 'jump', cursor, field: null, under: mode } }
}

/** Saves and leaves; a line that is still being typed is stored first, so that no words are lost. */
export function leaveInterview(state: Screen, context: KeyContext): Screen {
  return applyEvent(applyTypedText(state, context), { type: 'leave' }, context)
}

function applyTypedText(state: Screen, context: KeyContext): Screen {
  const mode = state.mode.type === 'commands' ? state.mode.under : state.mode
  const field = getInputField(mode)
  const text = field === null ? '' : getTypedText(field)
  if (text === '') return state
  switch (mode.type) {
    case 'note':
      return applyEvent(state, { type: 'note', text, private: mode.private }, context)
    case 'list': {
      const value = mode.items.toSpliced(mode.at, 1, ...text.split('\n').filter(Boolean))
      return applyEvent(state, { type: 'answer', value, stay: true }, context)
    }
    case 'field': {
      const form = findQuestion(state.round)?.form ?? { type: 'text' }
      const read = readAnswer(form, text)
      return 'wrong' in read
        ? state
        : applyEvent(state, { type: 'answer', value: read.value, stay: true }, context)
    }
    default:
      return state
  }
}
