import { applyEventToScreen, setMessage } from './apply-event.ts'
import { emptyInputField, getTypedText, toInputField } from './input-field.ts'
import { openCommands } from './press-field.ts'
import type { KeyContext, ListMode, ScreenState } from './screen-state.ts'

/** One item a line. Arrows go to an earlier item to edit it, Ctrl-X removes it, an empty new line ends the list. */
export function pressList(
  desk: ScreenState,
  mode: ListMode,
  key: string,
  world: KeyContext,
): ScreenState {
  switch (key) {
    case 'escape':
      return openCommands(desk)
    case 'up':
    case 'down':
      return { ...desk, mode: moveToItem(mode, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return storeItems(
        desk,
        moveToItem({ ...mode, items: mode.items.toSpliced(mode.at, 1) }, mode.at),
        world,
      )
    case 'return':
      return pressEnter(desk, mode, world)
    default:
      return desk
  }
}

function pressEnter(desk: ScreenState, mode: ListMode, world: KeyContext): ScreenState {
  const { items, at } = mode
  const added = getTypedText(mode.field)
    .split('\n')
    .filter((line) => line !== '')
  if (added.length === 0 && at === items.length) return endList(desk, mode, world)
  const next = items.toSpliced(at, 1, ...added)
  return storeItems(desk, moveToItem({ ...mode, items: next }, at + added.length), world)
}

function endList(desk: ScreenState, { items }: ListMode, world: KeyContext): ScreenState {
  if (items.length === 0) {
    return setMessage(
      desk,
      'Type the first one; Esc gives the keys to skip, go back or leave it open.',
      'info',
    )
  }
  return applyEventToScreen(desk, { type: 'answer', value: items }, world)
}

/** What is in the list so far is saved at once. */
function storeItems(desk: ScreenState, mode: ListMode, world: KeyContext): ScreenState {
  return {
    ...applyEventToScreen(desk, { type: 'answer', value: mode.items, stay: true }, world),
    mode,
  }
}

function moveToItem(mode: ListMode, wanted: number): ListMode {
  const at = Math.min(Math.max(wanted, 0), mode.items.length)
  const item = mode.items[at]
  return { ...mode, at, field: item === undefined ? emptyInputField : toInputField(item) }
}
