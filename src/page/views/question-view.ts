import { findCurrentDimension, findCurrentEntry } from '../../interview/round.ts'
import type { AnyQuestion, Interview, InterviewEvent, Round } from '../../interview/state.ts'
import { findDayNumber } from '../../model/questionnaire.ts'
import type { Answer } from '../../model/response.ts'
import type { FormPageText } from '../../words/message.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { createAnswerField, mayStayEmpty } from '../answer-field.ts'
import { delay, make, makeButton } from '../elements.ts'
import { createNoteField } from '../note-field.ts'

const typedFields = ['input', 'textarea', 'select'].join()

/** What a view can make happen. */
export interface Actions {
  /** Sends an event that may move to another question, and draws what is there then. */
  readonly move: (event: InterviewEvent) => void
  /** Stores something and stays; what is on the page stays as it is. Returns the round after it. */
  readonly store: (event: InterviewEvent) => Round
}

/** A view, and what has to be stored before it goes. */
export interface View {
  readonly element: HTMLElement
  readonly flush?: () => void
}

/** One question with everything that can be said to it. */
export function drawQuestion(round: Round, question: AnyQuestion, actions: Actions): View {
  const entry = findCurrentEntry(round)
  let latest = entry
  const problem = make('p', { role: 'alert', class: 'problem', id: 'problem' })
  const now = make('p', { class: 'now' })
  const states = make('div', { class: 'states' })
  const refresh = (own: Answer | null) => {
    latest = own
    now.textContent = own === null ? '' : describeState(own)
    for (const button of states.querySelectorAll<HTMLElement>('[data-state]')) {
      button.setAttribute('aria-pressed', String(button.dataset.state === own?.state))
    }
  }
  const store = (event: InterviewEvent) => refresh(findCurrentEntry(actions.store(event)))
  const storeTyped = () => {
    const content = field.read()
    if (!('value' in content)) return
    problem.textContent = ''
    store({ type: 'answer', value: content.value, stay: true })
  }
  const typed = delay(storeTyped, 250)
  const field = createAnswerField(question, {
    value: entry?.state === 'answered' ? entry.value : null,
    change: typed.later,
  })
  const note = question.dimension === null ? null : createNoteField(entry, store)
  const flush = () => {
    typed.flush()
    note?.flush?.()
  }
  const complain = (text: FormPageText, at: HTMLElement | null) => {
    problem.textContent = sayFormPage(text)
    const place = at ?? field.element.querySelector<HTMLElement>(typedFields)
    place?.focus()
  }
  const goOn = () => {
    flush()
    const content = field.read()
    if ('value' in content) return actions.move({ type: 'forward' })
    if (content.wrong !== null) return complain(content.wrong, content.at)
    const isSaid = latest !== null && latest.state !== 'answered'
    if (isSaid) return actions.move({ type: 'forward' })
    if (mayStayEmpty(question)) return actions.move({ type: 'skip' })
    const { type } = question.form
    const isTyped = type === 'number' || type === 'table'
    complain({ say: isTyped ? 'typed-answer-wanted' : 'answer-wanted' }, null)
  }
  if (question.dimension !== null) fillStates(states, question, actions, flush)
  refresh(entry)
  const element = make(
    'form',
    {
      novalidate: true,
      'data-question': question.id,
      onsubmit: (event) => {
        event.preventDefault()
        goOn()
      },
    },
    make('p', { class: 'section' }, nameSection(round)),
    make('h1', { id: 'ask', tabindex: -1 }, question.ask),
    field.element,
    problem,
    now,
    question.dimension === null ? null : states,
    note?.element ?? null,
    buildGuidance(round, question),
    make(
      'div',
      { class: 'moves' },
      makeButton(
        sayFormPage({ say: 'back' }),
        () => {
          flush()
          actions.move({ type: 'back' })
        },
        { class: 'quiet' },
      ),
      make('button', { type: 'submit' }, sayFormPage({ say: 'next' })),
    ),
  )
  return { element, flush }
}

function describeState(entry: Answer): string {
  switch (entry.state) {
    case 'answered':
      return ''
    case 'dont-know':
      return sayFormPage({ say: 'now-dont-know' })
    case 'skipped':
      return sayFormPage({ say: 'now-skipped' })
    case 'not-applicable':
      return sayFormPage({ say: 'now-not-applicable', reason: entry.reason })
    default:
      return entry satisfies never
  }
}

/** "Don't know" and "skip" move on at once; "does not apply" asks why first. */
function fillStates(
  states: HTMLElement,
  { form }: AnyQuestion,
  { move }: Actions,
  flush: () => void,
): void {
  const isTyped = !['rating', 'yes-no', 'choice', 'choices'].includes(form.type)
  const reason = make('input', { type: 'text', id: 'reason', autocomplete: 'off' })
  const problem = make('p', { role: 'alert', class: 'problem' })
  const save = () => {
    const text = reason.value.trim()
    if (text !== '') return move({ type: 'not-applicable', reason: text })
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
      flush()
      panel.hidden = false
      reason.focus()
    },
    { class: 'state', 'data-state': 'not-applicable' },
  )
  const tell = (type: 'dont-know' | 'skip') => () => {
    flush()
    move({ type })
  }
  states.append(
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
}

/** The heading over a question: its dimension, and the day where there are days. */
function nameSection(round: Round): string {
  const dimension = findCurrentDimension(round)
  const questionnaire = round.seats[round.turn]?.questionnaire
  if (dimension === null || questionnaire === undefined) return sayFormPage({ say: 'about-you' })
  return nameDimension(questionnaire, dimension)
}

export function nameDimension(
  questionnaire: Interview['questionnaire'],
  dimension: { readonly id: string; readonly title: string },
): string {
  const day = findDayNumber(questionnaire, dimension.id)
  return day === null
    ? dimension.title
    : sayInterview({ say: 'day-title', ...day, title: dimension.title })
}

function buildGuidance(round: Round, question: AnyQuestion): HTMLElement | null {
  const about = findCurrentDimension(round)?.why ?? null
  const evidence = question.dimension === null ? null : question.evidence
  const parts: readonly (readonly [FormPageText, string | null])[] = [
    [{ say: 'why-asked' }, question.why],
    [{ say: 'evidence-to-ask-for' }, evidence],
    [{ say: 'about-section' }, about],
  ]
  const written = parts.flatMap(([title, text]) =>
    text === null ? [] : [make('dt', {}, sayFormPage(title)), make('dd', {}, text)],
  )
  if (written.length === 0) return null
  return make(
    'details',
    {},
    make('summary', {}, sayFormPage({ say: 'about-question' })),
    make('dl', {}, ...written),
  )
}
