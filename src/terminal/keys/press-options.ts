import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import { digitOf, indexOfDigit, type Option, optionsOf, pickedIn } from '../options.ts'
import { act, say } from './act.ts'
import type { Desk, Mode, World } from './desk.ts'
import { moved } from './moved.ts'
import { pressHotkey } from './press-commands.ts'

type Options = Extract<Mode, { type: 'options' }>

/** A digit answers; arrows and Enter do too, and are the only way where there are more than ten options. */
export function pressOptions(
  desk: Desk,
  mode: Options,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk {
  const options = optionsOf(question.form) ?? []
  const index = indexOfKey(question, options, key)
  if (index !== null) return pick(desk, mode, question, options[index], world)
  const cursor = moved(mode.cursor ?? startOf(desk, question, options), key, options.length)
  if (cursor !== null) {
    const first = mode.cursor === null && startOf(desk, question, options) === null
    return { ...desk, mode: { ...mode, cursor: first ? edgeFor(key, options) : cursor } }
  }
  if (key === 'space' && mode.cursor !== null && question.form.type === 'choices') {
    return pick(desk, mode, question, options[mode.cursor], world)
  }
  if (key === 'return') return enter(desk, mode, question, options, world)
  return pressHotkey(desk, question, key, world) ?? otherKey(desk, mode, key, options)
}

/** `y` and `n` answer a yes-no question too. */
function indexOfKey({ form }: AnyQuestion, options: readonly Option[], key: string): number | null {
  if (form.type === 'yes-no' && key === 'y') return 0
  if (form.type === 'yes-no' && key === 'n') return 1
  return indexOfDigit(key, options)
}

function pick(
  desk: Desk,
  mode: Options,
  { form }: AnyQuestion,
  option: Option | undefined,
  world: World,
): Desk {
  if (option === undefined) return desk
  if (form.type !== 'choices') return act(desk, { type: 'answer', value: option.value }, world)
  const id = String(option.value)
  const ticked = mode.chosen.includes(id)
    ? mode.chosen.filter((own) => own !== id)
    : [...mode.chosen, id]
  const chosen = form.choices.flatMap((choice) => (ticked.includes(choice.id) ? [choice.id] : []))
  return { ...desk, mode: { ...mode, chosen, sure: null } }
}

function enter(
  desk: Desk,
  mode: Options,
  question: AnyQuestion,
  options: readonly Option[],
  world: World,
): Desk {
  if (question.form.type === 'choices') return confirm(desk, mode, question, world)
  if (mode.cursor !== null) return pick(desk, mode, question, options[mode.cursor], world)
  return act(desk, { type: 'keep' }, world)
}

/** None at all is an answer too, but has to be meant. */
function confirm(desk: Desk, mode: Options, question: AnyQuestion, world: World): Desk {
  const before = entryOf(desk.interview, question.id)
  const unchanged = before?.state === 'answered' && String(before.value) === String(mode.chosen)
  if (unchanged) return act(desk, { type: 'keep' }, world)
  if (mode.chosen.length === 0 && mode.sure !== 'return') {
    const asked = { ...desk, mode: { ...mode, sure: 'return' } }
    return say(asked, 'Nothing is ticked. Enter again answers "none of these".', 'info')
  }
  return act(desk, { type: 'answer', value: mode.chosen }, world)
}

/** The cursor sets out from the earlier answer. */
function startOf(
  { interview }: Desk,
  { id }: AnyQuestion,
  options: readonly Option[],
): number | null {
  const entry = entryOf(interview, id)
  return entry?.state === 'answered' ? (pickedIn(options, entry.value)[0] ?? null) : null
}

function edgeFor(key: string, options: readonly Option[]): number {
  return key === 'up' || key === 'end' ? options.length - 1 : 0
}

/** A digit off the scale says so; any key but the one asked for takes back what had to be pressed twice. */
function otherKey(desk: Desk, mode: Options, key: string, options: readonly Option[]): Desk {
  const calm = { ...desk, mode: { ...mode, sure: null } }
  if (!/^[0-9]$/.test(key)) return calm
  const last = digitOf(options.length - 1, options)
  const how =
    last === null ? 'the arrows choose, Enter answers' : `the answers go from 1 to ${last}`
  return say(calm, `There is no ${key} here: ${how}.`)
}
