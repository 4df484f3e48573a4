import { type AnyQuestion, findEntry } from '../../interview/asked-questions.ts'
import {
  findOptionByDigit,
  getOptionDigit,
  listPickedIndexes,
  listSelectOptions,
  type SelectOption,
} from '../options.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { moveCursor } from './move-cursor.ts'
import { pressHotkey } from './press-commands.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

type OptionsMode = Extract<ScreenMode, { type: 'options' }>

/** A digit answers; arrows and Enter do too, and are the only way where there are more than ten options. */
export function pressOptions(
  desk: ScreenState,
  mode: OptionsMode,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  const options = listSelectOptions(question.form) ?? []
  const index = findOptionByKey(question, options, key)
  if (index !== null) return pickOption(desk, mode, question, options[index], world)
  const cursor = moveCursor(
    mode.cursor ?? findStartIndex(desk, question, options),
    key,
    options.length,
  )
  if (cursor !== null) {
    const first = mode.cursor === null && findStartIndex(desk, question, options) === null
    return { ...desk, mode: { ...mode, cursor: first ? getEdgeIndex(key, options) : cursor } }
  }
  if (key === 'space' && mode.cursor !== null && question.form.type === 'choices') {
    return pickOption(desk, mode, question, options[mode.cursor], world)
  }
  if (key === 'return') return pressEnter(desk, mode, question, options, world)
  return pressHotkey(desk, question, key, world) ?? pressOtherKey(desk, mode, key, options)
}

/** `y` and `n` answer a yes-no question too. */
function findOptionByKey(
  { form }: AnyQuestion,
  options: readonly SelectOption[],
  key: string,
): number | null {
  if (form.type === 'yes-no' && key === 'y') return 0
  if (form.type === 'yes-no' && key === 'n') return 1
  return findOptionByDigit(key, options)
}

function pickOption(
  desk: ScreenState,
  mode: OptionsMode,
  { form }: AnyQuestion,
  option: SelectOption | undefined,
  world: KeyContext,
): ScreenState {
  if (option === undefined) return desk
  if (form.type !== 'choices')
    return applyEventToScreen(desk, { type: 'answer', value: option.value }, world)
  const id = String(option.value)
  const ticked = mode.chosen.includes(id)
    ? mode.chosen.filter((own) => own !== id)
    : [...mode.chosen, id]
  const chosen = form.choices.flatMap((choice) => (ticked.includes(choice.id) ? [choice.id] : []))
  return { ...desk, mode: { ...mode, chosen, sure: null } }
}

function pressEnter(
  desk: ScreenState,
  mode: OptionsMode,
  question: AnyQuestion,
  options: readonly SelectOption[],
  world: KeyContext,
): ScreenState {
  if (question.form.type === 'choices') return confirmChoices(desk, mode, question, world)
  if (mode.cursor !== null) return pickOption(desk, mode, question, options[mode.cursor], world)
  return applyEventToScreen(desk, { type: 'keep' }, world)
}

/** None at all is an answer too, but has to be meant. */
function confirmChoices(
  desk: ScreenState,
  mode: OptionsMode,
  question: AnyQuestion,
  world: KeyContext,
): ScreenState {
  const before = findEntry(desk.interview, question.id)
  const unchanged = before?.state === 'answered' && String(before.value) === String(mode.chosen)
  if (unchanged) return applyEventToScreen(desk, { type: 'keep' }, world)
  if (mode.chosen.length === 0 && mode.sure !== 'return') {
    const asked = { ...desk, mode: { ...mode, sure: 'return' } }
    return setMessage(asked, 'Nothing is ticked. Enter again answers "none of these".', 'info')
  }
  return applyEventToScreen(desk, { type: 'answer', value: mode.chosen }, world)
}

/** The cursor sets out from the earlier answer. */
function findStartIndex(
  { interview }: ScreenState,
  { id }: AnyQuestion,
  options: readonly SelectOption[],
): number | null {
  const entry = findEntry(interview, id)
  return entry?.state === 'answered' ? (listPickedIndexes(options, entry.value)[0] ?? null) : null
}

function getEdgeIndex(key: string, options: readonly SelectOption[]): number {
  return key === 'up' || key === 'end' ? options.length - 1 : 0
}

/** A digit off the scale says so; any key but the one asked for takes back what had to be pressed twice. */
function pressOtherKey(
  desk: ScreenState,
  mode: OptionsMode,
  key: string,
  options: readonly SelectOption[],
): ScreenState {
  const calm = { ...desk, mode: { ...mode, sure: null } }
  if (!/^[0-9]$/.test(key)) return calm
  const last = getOptionDigit(options.length - 1, options)
  const how =
    last === null ? 'the arrows choose, Enter answers' : `the answers go from 1 to ${last}`
  return setMessage(calm, `There is no ${key} here: ${how}.`)
}
