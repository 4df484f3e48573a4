import type { InterviewEvent } from '../interview/state.ts'
import type { Answer } from '../model/response.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { delay, make } from './elements.ts'

/** A note beside an answer, for everybody or private. What is private stays so until it is deleted. */
export function createNoteField(
  entry: Answer | null,
  store: (event: InterviewEvent) => void,
): { readonly element: HTMLElement; readonly flush: () => void; readonly drop: () => void } {
  const text = make('textarea', { id: 'note', rows: 3, 'aria-describedby': 'note-hint' })
  text.value = entry?.privateNote ?? entry?.note ?? ''
  const isPrivate = make('input', { type: 'checkbox' })
  isPrivate.checked = entry?.privateNote !== undefined
  const hint = make('p', { class: 'hint', id: 'note-hint' })
  const refresh = () => {
    const isKept = isPrivate.checked && text.value.trim() !== ''
    isPrivate.disabled = isKept
    hint.textContent = sayFormPage({ say: isKept ? 'note-private-hint' : 'note-hint' })
  }
  const save = () => {
    store({ type: 'note', text: text.value, private: isPrivate.checked })
    refresh()
  }
  const typed = delay(save, 250)
  text.addEventListener('input', typed.later)
  isPrivate.addEventListener('change', () => {
    typed.flush()
    save()
  })
  refresh()
  const element = make(
    'details',
    { open: text.value !== '' },
    make('summary', {}, sayFormPage({ say: 'add-note' })),
    make('label', { for: 'note' }, sayFormPage({ say: 'your-note' })),
    text,
    hint,
    make(
      'label',
      { class: 'choice' },
      isPrivate,
      make('span', {}, sayFormPage({ say: 'note-private' })),
    ),
  )
  return { element, flush: typed.flush, drop: typed.drop }
}
