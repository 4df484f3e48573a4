import type { Questionnaire } from '../../model/questionnaire.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { make, makeButton } from '../elements.ts'
import { type KeptAnswers, toKeptFile } from '../keeper.ts'
import { writeResponseText } from '../response-text.ts'
import type { View } from './question-view.ts'

interface EndPlan {
  readonly kept: KeptAnswers
  readonly questionnaire: Questionnaire
  readonly change: () => void
  readonly other: () => void
  readonly erase: () => void
}

/** The answers as a file and as a text, to be sent back; nothing is sent from here. */
export function drawEnd({ kept, questionnaire, change, other, erase }: EndPlan): View {
  const { response } = kept
  const text = writeResponseText(toKeptFile(questionnaire, kept))
  const file = `${response.partner}-${response.respondent.id}.yaml`
  const isComplete = response.completed !== null
  const status = make('p', { role: 'status' })
  const area = make('textarea', { readonly: true, rows: 8, id: 'text', spellcheck: 'false' })
  area.value = text
  const tell = (said: string) => {
    status.textContent = said
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell(sayFormPage({ say: 'copied' }))
    } catch {
      area.focus()
      area.select()
      const isCopied = document.execCommand('copy')
      tell(sayFormPage({ say: isCopied ? 'copied' : 'copy-by-hand' }))
    }
  }
  const element = make(
    'div',
    {},
    make(
      'h1',
      { tabindex: -1 },
      sayFormPage({ say: isComplete ? 'end-title' : 'end-title-unfinished' }),
    ),
    isComplete ? null : make('p', {}, sayFormPage({ say: 'end-unfinished' })),
    make('p', {}, sayFormPage({ say: 'end-not-sent' })),
    make(
      'ul',
      {},
      make(
        'li',
        {},
        make('p', {}, sayFormPage({ say: 'end-file' })),
        makeButton(sayFormPage({ say: 'save-file', file }), () => {
          offerFile(file, text)
          tell(sayFormPage({ say: 'file-saved', file }))
        }),
      ),
      make(
        'li',
        {},
        make('p', {}, sayFormPage({ say: 'end-text' })),
        makeButton(sayFormPage({ say: 'copy-text' }), copy),
      ),
    ),
    status,
    make('label', { for: 'text' }, sayFormPage({ say: 'text-of-answers' })),
    area,
    make('p', {}, sayFormPage({ say: 'your-code-is', code: response.respondent.id })),
    make('p', {}, makeButton(sayFormPage({ say: 'change-answer' }), change, { class: 'quiet' })),
    make('h2', {}, sayFormPage({ say: 'on-shared' })),
    createErase(erase),
    make('p', {}, makeButton(sayFormPage({ say: 'another-person' }), other, { class: 'quiet' })),
  )
  return { element }
}

/** Asks once more, in place. */
function createErase(erase: () => void): HTMLElement {
  const place = make('div', {})
  const ask = () => {
    const sure = make('p', { tabindex: -1 }, sayFormPage({ say: 'erase-sure' }))
    place.replaceChildren(
      sure,
      make(
        'div',
        { class: 'row' },
        makeButton(sayFormPage({ say: 'erase-yes' }), erase),
        makeButton(
          sayFormPage({ say: 'erase-no' }),
          () => {
            offer()
            place.querySelector('button')?.focus()
          },
          { class: 'quiet' },
        ),
      ),
    )
    sure.focus()
  }
  const offer = () =>
    place.replaceChildren(makeButton(sayFormPage({ say: 'erase' }), ask, { class: 'quiet' }))
  offer()
  return place
}

/** The browser's own download: the file is made here, and nothing goes anywhere. */
function offerFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  const link = make('a', { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
