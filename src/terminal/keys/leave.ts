import { current } from '../../interview/order.ts'
import { parseNumber } from '../parse-number.ts'
import { act } from './act.ts'
import type { Desk, World } from './desk.ts'
import { textOf } from './field.ts'

/** Saves and leaves; a line that is still being typed is taken along, so that no words are lost. */
export function leave(desk: Desk, world: World): Desk {
  return act(taken(desk, world), { type: 'leave' }, world)
}

function taken(desk: Desk, world: World): Desk {
  const mode = desk.mode.type === 'commands' ? desk.mode.under : desk.mode
  if (!('field' in mode)) return desk
  const text = textOf(mode.field)
  if (text === '') return desk
  switch (mode.type) {
    case 'note':
      return act(desk, { type: 'note', text }, world)
    case 'list': {
      const value = mode.items.toSpliced(mode.at, 1, ...text.split('\n').filter(Boolean))
      return act(desk, { type: 'answer', value, stay: true }, world)
    }
    case 'field': {
      const isNumber = current(desk.interview)?.form.type === 'number'
      const value = isNumber ? parseNumber(text) : text
      return value === null ? desk : act(desk, { type: 'answer', value, stay: true }, world)
    }
    default:
      return desk
  }
}
