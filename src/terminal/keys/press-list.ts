import { act, say } from './act.ts'
import type { Desk, ListMode, World } from './desk.ts'
import { emptyField, fieldOf, textOf } from './field.ts'
import { rest } from './press-field.ts'

/** One item a line. Arrows go to an earlier item to edit it, Ctrl-X removes it, an empty new line ends the list. */
export function pressList(desk: Desk, mode: ListMode, key: string, world: World): Desk {
  switch (key) {
    case 'escape':
      return rest(desk)
    case 'up':
    case 'down':
      return { ...desk, mode: atItem(mode, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return stored(
        desk,
        atItem({ ...mode, items: mode.items.toSpliced(mode.at, 1) }, mode.at),
        world,
      )
    case 'return':
      return enter(desk, mode, world)
    default:
      return desk
  }
}

function enter(desk: Desk, mode: ListMode, world: World): Desk {
  const { items, at } = mode
  const added = textOf(mode.field)
    .split('\n')
    .filter((line) => line !== '')
  if (added.length === 0 && at === items.length) return end(desk, mode, world)
  const next = items.toSpliced(at, 1, ...added)
  return stored(desk, atItem({ ...mode, items: next }, at + added.length), world)
}

function end(desk: Desk, { items }: ListMode, world: World): Desk {
  if (items.length === 0) {
    return say(
      desk,
      'Type the first one; Esc gives the keys to skip, go back or leave it open.',
      'info',
    )
  }
  return act(desk, { type: 'answer', value: items }, world)
}

/** What is in the list so far is saved at once. */
function stored(desk: Desk, mode: ListMode, world: World): Desk {
  return { ...act(desk, { type: 'answer', value: mode.items, stay: true }, world), mode }
}

function atItem(mode: ListMode, wanted: number): ListMode {
  const at = Math.min(Math.max(wanted, 0), mode.items.length)
  const item = mode.items[at]
  return { ...mode, at, field: item === undefined ? emptyField : fieldOf(item) }
}
