import type { AnyQuestion, InterviewEvent } from '../interview/state.ts'
import { getFormType } from '../model/forms/forms.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { make, makeButton } from './elements.ts'

interface StateButtons {
  readonly element: HTMLElement
  /** Saves the reason that is typed, and moves on; false where there is none. */
  readonly saveReason: () => boolean
}

/** "Don't know" and "skip" move on at once; "does not apply" asks why first. */
export function createStates(
  { form }: AnyQuestion,
  move: (event: InterviewEvent) => void,
  mayLeave: () => boolean,
): StateButtons {
  const isTyped = getFormType(form).entry !== 'pick'
  const reason = make('input', { type: 'text', id: 'reason', autocomplete: 'off' })
  const problem = make('p', { role: 'alert', class: 'problem' })
  const saveReason = () => {
    const text = reason.value.trim()
    if (panel.hidden || text === '' || !mayLeave()) return false
    move({ type: 'not-applicable', reason: text })
    return true
  }
  const save = () => {
    if (saveReason()) return
    problem.textContent = sayFormPage({ say: 'reason-wanted' })
    reason.focus()
  }
  reason.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    save()
  })
  const panel = make(
    'div',
    { class: 'reason', hidden: true },
    make('label', { for: 'reason' }, sayFormPage({ say: 'why-not' })),
    reason,
    problem,
    make(
      'div',
      { class: 'row' },
      makeButton(sayFormPage({ say: 'save' }), save),
      makeButton(
        sayFormPage({ say: 'cancel' }),
        () => {
          panel.hidden = true
          opener.focus()
        },
        { class: 'quiet' },
      ),
    ),
  )
  const opener = makeButton(
    sayFormPage({ say: 'does-not-apply' }),
    () => {
      panel.hidden = false
      reason.focus()
    },
    { class: 'state', 'data-state': 'not-applicable' },
  )
  const tell = (type: 'dont-know' | 'skip') => () => {
    if (mayLeave()) move({ type })
  }
  const element = make(
    'div',
    { class: 'states' },
    make('p', { class: 'hint' }, sayFormPage({ say: isTyped ? 'or-else-typed' : 'or-else' })),
    make(
      'div',
      { class: 'row' },
      makeButton(sayFormPage({ say: 'dont-know' }), tell('dont-know'), {
        class: 'state',
        'data-state': 'dont-know',
      }),
      opener,
      makeButton(sayFormPage({ say: 'skip-it' }), tell('skip'), {
        class: 'state',
        'data-state': 'skipped',
      }),
    ),
    panel,
  )
  return { element, saveReason }
}
