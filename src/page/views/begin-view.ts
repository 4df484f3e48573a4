import type { FormSetup } from '../../model/form-setup.ts'
import type { Notice } from '../../model/notice.ts'
import { toSlug } from '../../model/slug.ts'
import { maxIdLength } from '../../model/vocabulary.ts'
import type { FormPageText } from '../../words/message.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { make, makeButton } from '../elements.ts'
import type { KeptAnswers } from '../keeper.ts'
import type { View } from './question-view.ts'

/** Who answers. */
export interface Respondent {
  readonly partner: string
  /** What they call their own side, if no partner is listed. */
  readonly givenName: string | null
  readonly code: string
  readonly role: string | null
}

interface BeginPlan {
  readonly setup: FormSetup
  /** A code for somebody who was given none. */
  readonly code: string
  readonly keeps: boolean
  readonly start: (respondent: Respondent) => void
}

/** What people should know before the first question, and who they are. */
export function drawBegin({ setup, code, keeps, start }: BeginPlan): View {
  const problem = make('p', { role: 'alert', class: 'problem' })
  const partner = createPartnerField(setup)
  const codeField = make('input', {
    type: 'text',
    id: 'code',
    value: code,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    class: 'short',
    'aria-describedby': 'code-hint',
  })
  const role = make('input', { type: 'text', id: 'role', autocomplete: 'off' })
  const complain = (text: FormPageText, at: HTMLElement | null) => {
    problem.textContent = sayFormPage(text)
    at?.focus()
  }
  const begin = () => {
    const chosen = partner.read()
    if (typeof chosen !== 'string') return complain(chosen, partner.element.querySelector('input'))
    const own = toSlug(codeField.value, maxIdLength)
    if (own === '') return complain({ say: 'code-wanted' }, codeField)
    start({
      partner: chosen,
      givenName: partner.name(),
      code: own,
      role: role.value.trim() || null,
    })
  }
  const element = make(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        begin()
      },
    },
    make('h1', { tabindex: -1 }, setup.questionnaire.title),
    make('p', { class: 'section' }, setup.partnership.name),
    ...drawNotice(setup.notice, keeps),
    partner.element,
    make('label', { for: 'code' }, sayFormPage({ say: 'your-code' })),
    codeField,
    make('p', { class: 'hint', id: 'code-hint' }, sayFormPage({ say: 'code-hint' })),
    make('label', { for: 'role' }, sayFormPage({ say: 'your-role' })),
    role,
    problem,
    make(
      'div',
      { class: 'moves' },
      make('button', { type: 'submit' }, sayFormPage({ say: 'start' })),
    ),
  )
  return { element }
}

function drawNotice({ parts }: Notice, keeps: boolean): readonly HTMLElement[] {
  const own: readonly FormPageText[] = [
    { say: keeps ? 'notice-page-kept' : 'notice-page-not-kept' },
    { say: 'notice-page-sent' },
    { say: 'notice-page-file' },
  ]
  return [
    ...parts.flatMap(({ sentences, items }) => [
      make('p', {}, sentences.map(sayInterview).join(' ')),
      ...(items.length === 0
        ? []
        : [make('ul', {}, ...items.map((item) => make('li', {}, sayInterview(item))))]),
    ]),
    ...own.map((text) => make('p', {}, sayFormPage(text))),
  ]
}

interface PartnerField {
  readonly element: HTMLElement
  readonly read: () => string | FormPageText
  readonly name: () => string | null
}

/** One partner needs no field; where there is none, people say what their own organisation is called. */
function createPartnerField({ partners }: FormSetup): PartnerField {
  const [first, second] = partners
  const name = () => null
  if (first !== undefined && second === undefined) {
    return { element: make('p', {}, make('strong', {}, first.name)), read: () => first.id, name }
  }
  if (first === undefined) {
    const input = make('input', { type: 'text', id: 'partner', autocomplete: 'organization' })
    return {
      element: make(
        'div',
        {},
        make('label', { for: 'partner' }, sayFormPage({ say: 'your-organisation' })),
        input,
      ),
      read: () => toSlug(input.value, maxIdLength) || { say: 'organisation-wanted' },
      name: () => input.value.trim(),
    }
  }
  const inputs = partners.map(({ id, name }) => ({
    id,
    name,
    input: make('input', { type: 'radio', name: 'partner' }),
  }))
  return {
    element: make(
      'fieldset',
      { class: 'choices' },
      make('legend', {}, sayFormPage({ say: 'your-partner' })),
      ...inputs.map(({ name, input }) =>
        make('label', { class: 'choice' }, input, make('span', {}, name)),
      ),
    ),
    read: () => inputs.find(({ input }) => input.checked)?.id ?? { say: 'partner-wanted' },
    name,
  }
}

interface WelcomePlan {
  readonly setup: FormSetup
  readonly kept: KeptAnswers
  readonly done: number
  readonly total: number
  readonly goOn: () => void
  readonly other: () => void
}

/** Somebody answered here before; who opens the form may be another person. */
export function drawWelcome({ setup, kept, done, total, goOn, other }: WelcomePlan): View {
  const partner = namePartner(setup, kept)
  const found: FormPageText =
    kept.response.completed === null
      ? { say: 'begun-here', partner, done, total }
      : { say: 'finished-here', partner }
  const element = make(
    'div',
    {},
    make('h1', { tabindex: -1 }, sayFormPage({ say: 'welcome-back' })),
    make('p', { class: 'section' }, `${setup.questionnaire.title}, ${setup.partnership.name}`),
    make('p', {}, sayFormPage(found)),
    make('div', { class: 'moves' }, makeButton(sayFormPage({ say: 'go-on' }), goOn)),
    make('p', {}, makeButton(sayFormPage({ say: 'another-person' }), other, { class: 'quiet' })),
    make('p', { class: 'hint' }, sayFormPage({ say: 'another-person-hint' })),
  )
  return { element }
}

export function namePartner(
  { partners }: FormSetup,
  { response: { partner: id }, givenName }: KeptAnswers,
): string {
  return partners.find((partner) => partner.id === id)?.name ?? givenName ?? id
}
