import { describeEntry } from '../../interview/answer-text.ts'
import { getInterview, type InterviewSection, listSections } from '../../interview/round.ts'
import { type Interview, listMissing, type Round } from '../../interview/state.ts'
import { foldText } from '../../model/slug.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { make, makeButton } from '../elements.ts'
import { nameDimension, type View } from './question-view.ts'

interface ReviewPlan {
  readonly goTo: (id: string) => void
  readonly finish: () => void
  readonly stop: () => void
}

/** All questions with their answers, to look over and to go to. */
export function drawReview(round: Round, { goTo, finish, stop }: ReviewPlan): View {
  const interview = getInterview(round)
  const missing = listMissing(interview)
  const [next] = missing
  const list = make('div', {})
  const none = make('p', { role: 'status' })
  const filter = make('input', {
    type: 'search',
    id: 'filter',
    autocomplete: 'off',
    oninput: () => {
      const words = foldText(filter.value).split(' ')
      let shown = 0
      for (const item of list.querySelectorAll('li')) {
        const text = foldText(item.textContent ?? '')
        item.hidden = !words.every((word) => text.includes(word))
        if (!item.hidden) shown += 1
      }
      for (const section of list.querySelectorAll('section'))
        section.hidden = section.querySelector('li:not([hidden])') === null
      none.textContent = shown === 0 ? sayFormPage({ say: 'none-found' }) : ''
    },
  })
  list.append(...listSections(interview).map((section) => drawSection(interview, section, goTo)))
  const state = sayFormPage(
    next === undefined
      ? { say: 'review-complete' }
      : { say: 'review-left', missing: missing.length },
  )
  const element = make(
    'div',
    {},
    make('h1', { tabindex: -1 }, sayFormPage({ say: 'review-title' })),
    make('p', {}, state),
    make(
      'div',
      { class: 'moves' },
      next === undefined
        ? makeButton(sayFormPage({ say: 'finish' }), finish)
        : makeButton(sayFormPage({ say: 'answer-the-rest' }), () => goTo(next)),
    ),
    next === undefined
      ? null
      : make('p', {}, makeButton(sayFormPage({ say: 'stop-here' }), stop, { class: 'quiet' })),
    make('label', { for: 'filter' }, sayFormPage({ say: 'filter-questions' })),
    filter,
    none,
    list,
  )
  return { element }
}

function drawSection(
  interview: Interview,
  { dimension, items }: InterviewSection,
  goTo: (id: string) => void,
): HTMLElement {
  const title =
    dimension === null
      ? sayFormPage({ say: 'about-you' })
      : nameDimension(interview.questionnaire, dimension)
  const entries = items.map(({ question, entry }) => {
    const note = entry?.privateNote ?? entry?.note ?? null
    const kind = entry?.privateNote === undefined ? 'note' : 'private-note'
    return make(
      'li',
      { class: entry === null ? 'open' : null },
      makeButton(question.ask, () => goTo(question.id), { class: 'question' }),
      make('p', { class: 'answer' }, describeEntry(question, entry, sayInterview)),
      note === null ? null : make('p', { class: 'answer' }, sayInterview({ say: kind, note })),
    )
  })
  return make('section', {}, make('h2', {}, title), make('ul', { class: 'review' }, ...entries))
}
