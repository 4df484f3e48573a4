import { applyEventToScreen, setMessage } from './apply-event.ts'
import { emptyInputField, getTypedText, toInputField } from './input-field.ts'
import { openCommands } from './press-field.ts'
import type { KeyContext, ListMode, ScreenState } from './screen-state.ts'

/** One item a line. Arrows go to an earlier item to edit it, Ctrl-X removes it, an empty new line ends the list. */
export function pressList(
  state: ScreenState,
  mode: ListMode,
  key: string,
  context: KeyContext,
): ScreenState {
  switch (key) {
    case 'escape':
      return openCommands(state)
    case 'up':
    case 'down':
      return { ...state, mode: moveToItem(mode, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return storeItems(
        state,
        moveToItem({ ...mode, items: mode.items.toSpliced(mode.at, 1) }, mode.at),
        context,
      )
    case 'return':
      return pressEnter(state, mode, context)
    default:
      return state
  }
}

function pressEnter(state: ScreenState, mode: ListMode, context: KeyContext): ScreenState {
  const { items, at } = mode
  const added = getTypedText(mode.field)
    .split('\n')
    .filter((line) => line !== '')
  if (added.length === 0 && at === items.length) return endList(state, mode, context)
  const next = items.toSpliced(at, 1, ...added)
  return storeItems(state, moveToItem({ ...mode, items: next }, at + added.length), context)
}

function endList(state: ScreenState, { items }: ListMode, context: KeyContext): ScreenState {
  if (items.length === 0) {
    return setMessage(state, { say: 'type-item' }, 'info')
  }
  return applyEventToScreen(state, { type: 'answer', value: items }, context)
}

/** The list is saved as it grows. */
function storeItems(state: ScreenState, mode: ListMode, context: KeyContext): ScreenState {
  return {
    ...applyEventToScreen(state, { type: 'answer', value: mode.items, stay: true }, context),
    mode,
  }
}

function moveToItem(mode: ListMode, wanted: number): ListMode {
  const at = Math.min(Math.max(wanted, 0), mode.items.length)
  const item = mode.items[at]
  return { ...mode, at, field: item === undefined ? emptyInputField : toInputField(item) }
}
