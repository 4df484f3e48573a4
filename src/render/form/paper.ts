import type { Element, ElementContent } from 'hast'
import { applyWords } from '../../model/apply-words.ts'
import { describeCondition } from '../../model/condition-phrase.ts'
import type { FormSetup } from '../../model/form-setup.ts'
import type { Form } from '../../model/forms/forms.ts'
import {
  findDayNumber,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
  type When,
} from '../../model/questionnaire.ts'
import { conditionPhrases } from '../../words/en/conditions.ts'
import { createSayer } from '../../words/say.ts'
import { sayFormPage } from '../../words/say-form-page.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { pageElement } from '../html/element.ts'

/** The form to print and fill in by hand: also what people see where scripts do not run. */
export function buildPaperForm({ questionnaire, run, partnership, partners, notice }: FormSetup) {
  const worded = applyWords(questionnaire, null)
  const [only, other] = partners
  const isKnown = only !== undefined && other === undefined
  const numbers = numberQuestions(worded, run === 'quick')
  return pageElement(
    'main',
    { id: 'paper' },
    buildNoScript(),
    pageElement('h1', {}, worded.title),
    pageElement('p', { className: ['section'] }, partnership.name),
    ...(isKnown || partners.length === 0
      ? [buildLine(sayFormPage({ say: 'paper-partner' }), isKnown ? only.name : null)]
      : [buildPartners(partners)]),
    buildLine(sayFormPage({ say: 'paper-code' }), null),
    buildLine(sayFormPage({ say: 'paper-role' }), null),
    ...notice.parts.flatMap(({ sentences, items }) => [
      pageElement('p', {}, sentences.map(sayInterview).join(' ')),
      ...(items.length === 0
        ? []
        : [
            pageElement(
              'ul',
              {},
              ...items.map((item) => pageElement('li', {}, sayInterview(item))),
            ),
          ]),
    ]),
    ...buildSection(sayFormPage({ say: 'about-you' }), worded.profile, numbers),
    ...worded.dimensions.flatMap(({ id, title, questions }) =>
      buildSection(
        nameSection(worded, id, title),
        questions.filter((question) => numbers.has(question.id)),
        numbers,
      ),
    ),
    pageElement('p', {}, sayFormPage({ say: 'paper-end' })),
  )
}

function buildNoScript(): Element {
  return pageElement(
    'section',
    { className: ['no-script'] },
    pageElement('h2', {}, sayFormPage({ say: 'no-script-title' })),
    pageElement('p', {}, sayFormPage({ say: 'no-script-why' })),
    pageElement(
      'ol',
      {},
      pageElement('li', {}, sayFormPage({ say: 'no-script-save' })),
      pageElement('li', {}, sayFormPage({ say: 'no-script-print' })),
    ),
    pageElement('p', {}, sayFormPage({ say: 'no-script-phone' })),
  )
}

function nameSection(questionnaire: Questionnaire, id: string, title: string): string {
  const day = findDayNumber(questionnaire, id)
  return day === null ? title : sayInterview({ say: 'day-title', ...day, title })
}

/** Numbers on paper, by id: conditions refer to them. A quick form has core questions only. */
function numberQuestions(
  { profile, dimensions }: Questionnaire,
  isQuick: boolean,
): ReadonlyMap<string, number> {
  const questions = dimensions.flatMap((dimension) => dimension.questions)
  const asked = [...profile, ...questions.filter(({ core }) => !isQuick || core)]
  return new Map(asked.map(({ id }, index) => [id, index + 1]))
}

function buildLine(label: string, value: string | null): Element {
  const line = pageElement('span', { className: ['line'] }, value ?? '')
  return pageElement('p', { className: ['fill'] }, `${label} `, line)
}

function buildPartners(partners: FormSetup['partners']): Element {
  return pageElement(
    'p',
    { className: ['fill'] },
    `${sayFormPage({ say: 'your-partner' })} `,
    ...partners.map(({ name }) => buildBox(name)),
  )
}

function buildBox(text: string): Element {
  return pageElement(
    'span',
    { className: ['option'] },
    pageElement('span', { className: ['box'], ariaHidden: 'true' }),
    ` ${text}`,
  )
}

function buildSection(
  title: string,
  questions: readonly (ProfileQuestion | Question)[],
  numbers: ReadonlyMap<string, number>,
): readonly Element[] {
  if (questions.length === 0) return []
  return [
    pageElement('h2', {}, title),
    ...questions.map((question) => buildQuestion(question, numbers)),
  ]
}

function buildQuestion(
  { id, ask, when, form, dimension }: ProfileQuestion | Question,
  numbers: ReadonlyMap<string, number>,
): Element {
  return pageElement(
    'section',
    { className: ['paper-question'] },
    pageElement('h3', {}, `${numbers.get(id)}. ${ask}`),
    ...(when === null ? [] : [pageElement('p', { className: ['hint'] }, sayWhen(when, numbers))]),
    ...buildAnswer(form),
    ...(dimension === null ? [] : [buildStates(), buildNote()]),
  )
}

const sayCondition = createSayer(conditionPhrases)

function sayWhen(when: When, numbers: ReadonlyMap<string, number>): string {
  const condition = describeCondition(when)
  if (condition.say !== 'condition-answer') return sayFormPage({ say: 'paper-if-other' })
  const number = numbers.get(String(condition.question))
  return sayFormPage(
    number === undefined
      ? { say: 'paper-if-other' }
      : { say: 'paper-if', condition: sayCondition({ ...condition, question: String(number) }) },
  )
}

function buildAnswer(form: Form): readonly ElementContent[] {
  switch (form.type) {
    case 'rating':
      return [
        buildOptions(
          form.values.map(({ value, label }) =>
            label === null ? `${value}` : `${value}  ${label}`,
          ),
        ),
      ]
    case 'yes-no':
      return [buildOptions([sayInterview({ say: 'yes' }), sayInterview({ say: 'no' })])]
    case 'choice':
      return [buildOptions(form.choices.map(({ title }) => title))]
    case 'choices':
      return [
        pageElement('p', { className: ['hint'] }, sayFormPage({ say: 'paper-several' })),
        buildOptions([
          ...form.choices.map(({ title }) => title),
          sayFormPage({ say: 'paper-none' }),
        ]),
      ]
    case 'number':
      return [buildRules(1)]
    case 'text':
      return [buildRules(3)]
    case 'list':
      return [
        pageElement('p', { className: ['hint'] }, sayFormPage({ say: 'items-hint' })),
        buildRules(5),
      ]
    case 'table':
      return [buildGrid(form)]
    default:
      return form satisfies never
  }
}

function buildOptions(texts: readonly string[]): Element {
  return pageElement('p', { className: ['options'] }, ...texts.map(buildBox))
}

/** Lines to write on. */
function buildRules(lines: number): Element {
  const rules = Array.from({ length: lines }, () => pageElement('span', { className: ['rule'] }))
  return pageElement('p', { className: ['rules'] }, ...rules)
}

function buildGrid({ columns, leastRows }: Extract<Form, { type: 'table' }>): Element {
  const choices = columns.flatMap(({ title, choices: all }) =>
    all.length === 0 ? [] : [`${title}: ${all.map((choice) => choice.title).join(', ')}`],
  )
  const head = columns.map(({ title }) => pageElement('th', { scope: 'col' }, title))
  const row = () => pageElement('tr', {}, ...columns.map(() => pageElement('td', {})))
  const rows = Array.from({ length: Math.max(4, leastRows) }, row)
  const table = pageElement(
    'table',
    {},
    pageElement('thead', {}, pageElement('tr', {}, ...head)),
    pageElement('tbody', {}, ...rows),
  )
  return pageElement(
    'div',
    {},
    ...choices.map((text) => pageElement('p', { className: ['hint'] }, text)),
    table,
  )
}

function buildStates(): Element {
  return pageElement(
    'p',
    { className: ['states'] },
    buildBox(sayFormPage({ say: 'paper-dont-know' })),
    buildBox(sayFormPage({ say: 'paper-skip' })),
    buildBox(sayFormPage({ say: 'paper-not-applicable' })),
    pageElement('span', { className: ['line'] }),
  )
}

function buildNote(): Element {
  return pageElement(
    'p',
    { className: ['fill'] },
    `${sayFormPage({ say: 'paper-note' })} `,
    pageElement('span', { className: ['line'] }),
    buildBox(sayFormPage({ say: 'paper-private' })),
  )
}
