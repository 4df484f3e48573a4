import { beginRound, countProgress, findQuestion, getInterview } from '../interview/round.ts'
import type { InterviewEvent, Round } from '../interview/state.ts'
import { stepRound } from '../interview/step.ts'
import type { FormSetup } from '../model/form-setup.ts'
import type { ActiveQuestionFinder } from '../model/response.ts'
import { createBlankResponse } from '../questionnaire/blank-response.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { sayInterview } from '../words/say-interview.ts'
import { make, makeButton } from './elements.ts'
import type { Keeper, KeptAnswers } from './keeper.ts'
import { drawBegin, drawWelcome, namePartner, type Respondent } from './views/begin-view.ts'
import { drawEnd } from './views/end-view.ts'
import { drawQuestion, type View } from './views/question-view.ts'
import { drawReview } from './views/review-view.ts'

/** What the form needs of the browser. */
interface FormPlace {
  readonly setup: FormSetup
  readonly findActive: ActiveQuestionFinder
  readonly keeper: Keeper
  readonly keeps: boolean
  /** RFC 3339. */
  readonly now: () => string
  readonly drawCode: () => string
}

/** Runs the form in `root`. The interview is the reducer's; this draws it, sends events and keeps what comes of them. */
export function conductInPage(root: HTMLElement, place: FormPlace) {
  const { setup, findActive, keeper } = place
  const { questionnaire } = setup
  const bar = make('header', { class: 'bar' })
  const main = make('main', {})
  const status = make('p', { role: 'status', class: 'status' })
  root.replaceChildren(bar, main, status)
  let round: Round | null = null
  let givenName: string | null = null
  let view: View = { element: main }
  let shownAt = 0
  let isKept = true

  const show = (next: View, isOfRound = true) => {
    view.drop?.()
    view = next
    shownAt = performance.now()
    const { element } = next
    main.replaceChildren(element)
    bar.replaceChildren(...(isOfRound && round !== null ? drawProgress(round) : []))
    element.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }
  const step = (event: InterviewEvent): Round => {
    if (round === null) throw new Error('nobody answers yet')
    const before = getInterview(round).response
    round = stepRound(round, event, findActive)
    const { response, change } = getInterview(round)
    if (response !== before) {
      isKept = keeper.save({ response, givenName })
      status.textContent =
        change === null
          ? sayFormPage({ say: 'saved' })
          : sayInterview({ say: 'change-effects', ...change })
    } else status.textContent = ''
    if (!isKept) status.textContent = sayFormPage({ say: 'not-saved' })
    bar.replaceChildren(...drawProgress(round))
    return round
  }
  const move = (event: InterviewEvent) => {
    step(event)
    showPlace()
  }

  const showPlace = () => {
    if (round === null) return showBegin()
    if (round.ended !== null) return showEnd({ response: getInterview(round).response, givenName })
    const question = findQuestion(round)
    if (question === null) return showReview(round)
    show(drawQuestion(round, question, { move, store: step }))
  }
  const showReview = (now: Round) =>
    show(
      drawReview(now, {
        goTo: (to) => move({ type: 'jump', to }),
        finish: () => move({ type: 'finish', at: place.now() }),
        stop: () => move({ type: 'leave' }),
      }),
    )
  const showBegin = () => {
    round = null
    const { keeps } = place
    show(drawBegin({ setup, code: place.drawCode(), keeps, start }), false)
  }
  const showEnd = (kept: KeptAnswers) => {
    const plan = {
      kept,
      questionnaire,
      change: () => {
        open(kept)
        move({ type: 'review' })
      },
      other: leave,
      erase: () => {
        const isErased = keeper.erase(kept.response)
        showBegin()
        status.textContent = sayFormPage({ say: isErased ? 'erased' : 'not-erased' })
      },
    }
    show(drawEnd(plan), false)
  }
  const leave = () => {
    keeper.leaveCurrent()
    status.textContent = ''
    showBegin()
  }
  /** Goes on with a response, past the notice. */
  const open = (kept: KeptAnswers) => {
    const { notice } = setup
    const name = namePartner(setup, kept)
    givenName = kept.givenName
    round = beginRound([{ name, questionnaire, response: kept.response }], findActive, { notice })
    step({ type: 'begin' })
  }
  const start = ({ partner, code, role, ...own }: Respondent) => {
    const kept = keeper.findPerson(partner, code)
    const who = { partner, respondent: { id: code, role }, partnership: setup.partnership.id }
    const started = place.now()
    const blank = createBlankResponse(setup, { ...who, run: setup.run, started })
    if (kept !== null) return showWelcome(renewRole(kept, role))
    open({ response: blank, givenName: own.givenName })
    showPlace()
  }

  /** The end of what was complete, else the first question without an answer. */
  const showOpened = (kept: KeptAnswers) => {
    if (kept.response.completed === null) showPlace()
    else showEnd(kept)
  }

  /** Draws what this browser has now: at first, and where another window of it saved something. */
  const refresh = () => {
    const current = keeper.findCurrent()
    if (current === null) showBegin()
    else showWelcome(current)
  }
  /** Whose the answers are that this browser has, nobody knows but the person. */
  const showWelcome = (current: KeptAnswers) => {
    const goOn = () => {
      open(current)
      showOpened(current)
    }
    const { response } = current
    round = beginRound([{ name: '', questionnaire, response }], findActive)
    const { done, total } = countQuestions(round)
    round = null
    show(drawWelcome({ setup, kept: current, done, total, goOn, other: leave }), false)
  }
  /** A second click or a key held down is meant for the view that was in sight before. */
  const isMeantForEarlier = () => performance.now() - shownAt < 400
  root.addEventListener(
    'click',
    (event) => {
      if (event.detail > 1 && isMeantForEarlier()) stopEvent(event)
    },
    true,
  )
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) stopEvent(event)
    },
    true,
  )
  refresh()
  return {
    flush: () => view.flush?.(),
    /** Another window of this browser saved something. */
    heed: (key: string | null) => {
      const own = round === null ? null : keeper.nameKey(getInterview(round).response)
      if (key === null || key === own) refresh()
    },
  }

  function drawProgress(now: Round): readonly HTMLElement[] {
    const { place: words, done, total } = countQuestions(now)
    const goToAll = () => {
      if (view.mayLeave?.() ?? true) move({ type: 'review' })
    }
    return [
      make('p', { class: 'place' }, words),
      make('progress', {
        max: total,
        value: done,
        'aria-label': sayFormPage({ say: 'done-of', done, total }),
      }),
      ...(now.at === null || now.ended !== null
        ? []
        : [makeButton(sayFormPage({ say: 'all-questions' }), goToAll, { class: 'quiet' })]),
    ]
  }
}

function stopEvent(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Who comes back may say their role anew. */
function renewRole(kept: KeptAnswers, role: string | null): KeptAnswers {
  const { respondent } = kept.response
  if (role === null || role === respondent.role) return kept
  return { ...kept, response: { ...kept.response, respondent: { ...respondent, role } } }
}

/** Where the person is, in words, and how many of the questions are done; those about the person are counted apart. */
function countQuestions(round: Round): {
  readonly place: string
  readonly done: number
  readonly total: number
} {
  const { part } = countProgress(round)
  const { done, total } = countProgress({ ...round, at: null }).part
  if (round.at === null) return { place: sayFormPage({ say: 'done-of', done, total }), done, total }
  const say = part.isProfile ? 'place-about-you' : 'place-question'
  return { place: sayFormPage({ say, at: part.position, total: part.total }), done, total }
}
