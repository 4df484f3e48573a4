import { findCurrentDimension, findCurrentEntry } from '../../interview/round.ts'
import type { AnyQuestion, Interview, InterviewEvent, Round } from '../../interview/state.ts'
import { getFormType } from '../../model/forms/forms.ts'
import { findDayNumber } from '../../model/questionnaire.ts'
import type { Answer } from '../../model/response.ts'
import type { FormPageText } from '../../words/message.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { createAnswerField } from '../answer-field.ts'
import { delay, make, makeButton } from '../elements.ts'
import { createNoteField } from '../note-field.ts'
import { createStates } from '../state-buttons.ts'

const typedFields = ['input', 'textarea', 'select'].join()

/** What a view can make happen. */
export interface Actions {
  /** Sends an event that may move to another question, and draws what is there then. */
  readonly move: (event: InterviewEvent) => void
  /** Stores something and stays; what is on the page stays as it is. Returns the round after it. */
  readonly store: (event: InterviewEvent) => Round
}

/** What is in sight. */
export interface View {
  readonly element: HTMLElement
  /** Stores what was typed and waits to be stored. */
  readonly flush?: () => void
  /** Stores nothing more: another view is in sight. */
  readonly drop?: () => void
  /** May the person go elsewhere? Not the first time, while something wrong is typed that would be lost. */
  readonly mayLeave?: () => boolean
}

/** One question with everything that can be said to it. */
export function drawQuestion(round: Round, question: AnyQuestion, actions: Actions): View {
  const entry = findCurrentEntry(round)
  let latest = entry
  const problem = make('p', { role: 'alert', class: 'problem', id: 'problem' })
  const now = make('p', { class: 'now' })
  const refresh = (own: Answer | null) => {
    latest = own
    now.textContent = own === null ? '' : describeState(own)
    for (const button of states.element.querySelectorAll<HTMLElement>('[data-state]')) {
      const isPressed = button.dataset.state === own?.state && !isNoteOnly(own)
      button.setAttribute('aria-pressed', String(isPressed))
    }
  }
  const store = (event: InterviewEvent) => refresh(findCurrentEntry(actions.store(event)))
  const storeTyped = () => {
    const content = field.read()
    if ('value' in content) {
      problem.textContent = ''
      store({ type: 'answer', value: content.value, stay: true })
    } else if (content.wrong === null && latest?.state === 'answered') store({ type: 'clear' })
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
  let isWarned = false
  const mayLeave = () => {
    flush()
    const content = field.read()
    if (isWarned || 'value' in content || content.wrong === null) return true
    isWarned = true
    complain(content.wrong, content.at)
    return false
  }
  const states = createStates(question, actions.move, mayLeave)
  const goOn = () => {
    if (states.saveReason()) return
    flush()
    const content = field.read()
    if ('value' in content) return actions.move({ type: 'forward' })
    if (content.wrong !== null) return complain(content.wrong, content.at)
    const isSaid = latest !== null && latest.state !== 'answered'
    if (isSaid) return actions.move({ type: 'forward' })
    const { entry: way, takesAnyText } = getFormType(question.form)
    // Where any text will do, or the question is about the person, nothing may be what there is to say.
    if (question.dimension === null || takesAnyText === true) return actions.move({ type: 'skip' })
    complain({ say: way !== 'pick' ? 'typed-answer-wanted' : 'answer-wanted' }, null)
  }
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
    question.dimension === null ? null : states.element,
    note?.element ?? null,
    buildGuidance(round, question),
    make(
      'div',
      { class: 'moves' },
      makeButton(
        sayFormPage({ say: 'back' }),
        () => {
          if (mayLeave()) actions.move({ type: 'back' })
        },
        { class: 'quiet' },
      ),
      make('button', { type: 'submit' }, sayFormPage({ say: 'next' })),
    ),
  )
  const drop = () => {
    typed.drop()
    note?.drop()
  }
  return { element, flush, drop, mayLeave }
}

/** A note without an answer counts as a skip, but nobody chose to skip. */
function isNoteOnly(entry: Answer | null): boolean {
  const hasNote = entry !== null && (entry.note !== null || entry.privateNote !== undefined)
  return entry?.state === 'skipped' && hasNote
}

function describeState(entry: Answer): string {
  switch (entry.state) {
    case 'answered':
      return ''
    case 'dont-know':
      return sayFormPage({ say: 'now-dont-know' })
    case 'skipped':
      return sayFormPage({ say: isNoteOnly(entry) ? 'now-note-only' : 'now-skipped' })
    case 'not-applicable':
      return sayFormPage({ say: 'now-not-applicable', reason: entry.reason })
    default:
      return entry satisfies never
  }
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
