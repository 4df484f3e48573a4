import { listPickedIndexes, type SelectOption } from '../../interview/answer-text.ts'
import { findCurrentEntry } from '../../interview/round.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import { getOptionDigit, listSelectOptions } from '../options.ts'
import { applyEvent, moveCursor, setMessage } from './apply-event.ts'
import { pressHotkey } from './press-commands.ts'
import type { KeyContext, Screen, ScreenMode } from './screen-state.ts'

type OptionsMode = Extract<ScreenMode, { type: 'options' }>

/** A digit answers; arrows and Enter do too, and are the only way where there are more than ten options. */
export function pressOptions(
  state: Screen,
  mode: OptionsMode,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  const options = listSelectOptions(question.form) ?? []
  const index = findOptionByKey(question, options, key)
  if (index !== null) return pickOption(state, mode, question, options[index], context)
  const cursor = moveCursor(mode.cursor ?? findStartIndex(state, options), key, options.length)
  if (cursor !== null) {
    const first = mode.cursor === null && findStartIndex(state, options) === null
    return { ...state, mode: { ...mode, cursor: first ? getEdgeIndex(key, options) : cursor } }
  }
  if (key === 'space' && mode.cursor !== null && question.form.type === 'choices') {
    return pickOption(state, mode, question, options[mode.cursor], context)
  }
  if (key === 'return') return pressEnter(state, mode, question, options, context)
  return pressHotkey(state, question, key, context) ?? pressOtherKey(state, mode, key, options)
}

/** `y` and `n` answer a yes-no question, too. */
function findOptionByKey(
  { form }: AnyQuestion,
  options: readonly SelectOption[],
  key: string,
): number | null {
  if (form.type === 'yes-no' && key === 'y') return 0
  if (form.type === 'yes-no' && key === 'n') return 1
  return findOptionByDigit(key, options)
}

/** The index of the option that a digit picks. */
function findOptionByDigit(key: string, options: readonly SelectOption[]): number | null {
  const index = options.findIndex((_, index) => getOptionDigit(index, options) === key)
  return index === -1 ? null : index
}

function pickOption(
  state: Screen,
  mode: OptionsMode,
  { form }: AnyQuestion,
  option: SelectOption | undefined,
  context: KeyContext,
): Screen {
  if (option === undefined) return state
  if (form.type !== 'choices')
    return applyEvent(state, { type: 'answer', value: option.value }, context)
  const id = String(option.value)
  const ticked = mode.chosen.includes(id)
    ? mode.chosen.filter((other) => other !== id)
    : [...mode.chosen, id]
  const chosen = form.choices.flatMap((choice) => (ticked.includes(choice.id) ? [choice.id] : []))
  return { ...state, mode: { ...mode, chosen, sure: null } }
}

function pressEnter(
  state: Screen,
  mode: OptionsMode,
  question: AnyQuestion,
  options: readonly SelectOption[],
  context: KeyContext,
): Screen {
  if (question.form.type === 'choices') return confirmChoices(state, mode, context)
  if (mode.cursor !== null) return pickOption(state, mode, question, options[mode.cursor], context)
  return applyEvent(state, { type: 'keep' }, context)
}

/** None at all is an answer, too, but Enter has to be pressed twice. */
function confirmChoices(state: Screen, mode: OptionsMode, context: KeyContext): Screen {
  const before = findCurrentEntry(state.round)
  const unchanged = before?.state === 'answered' && String(before.value) === String(mode.chosen)
  if (unchanged) return applyEvent(state, { type: 'keep' }, context)
  if (mode.chosen.length === 0 && mode.sure !== 'return') {
    const asked = { ...state, mode: { ...mode, sure: 'return' } }
    return setMessage(asked, { say: 'confirm-none' }, 'info')
  }
  return applyEvent(state, { type: 'answer', value: mode.chosen }, context)
}

/** The cursor starts at the earlier answer. */
function findStartIndex({ round }: Screen, options: readonly SelectOption[]): number | null {
  const entry = findCurrentEntry(round)
  return entry?.state === 'answered' ? (listPickedIndexes(options, entry.value)[0] ?? null) : null
}

function getEdgeIndex(key: string, options: readonly SelectOption[]): number {
  return key === 'up' || key === 'end' ? options.length - 1 : 0
}

/** A digit off the scale gets a message; any other key takes back what had to be pressed twice. */
function pressOtherKey(
  state: Screen,
  mode: OptionsMode,
  key: string,
  options: readonly SelectOption[],
): Screen {
  const calm = { ...state, mode: { ...mode, sure: null } }
  if (!/^[0-9]$/.test(key)) return calm
  const last = getOptionDigit(options.length - 1, options)
  return setMessage(
    calm,
    last === null ? { say: 'no-digits', digit: key } : { say: 'no-digit', digit: key, last },
  )
}
