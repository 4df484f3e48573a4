import { type Form, getFormType } from '../../model/forms/forms.ts'
import type { ProfileQuestion, Question } from '../../model/questionnaire.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { sayXlsForm } from '../../words/say-xlsform.ts'
import type { AskedQuestion } from './conditions.ts'
import { createFormNamer, type FormNamer } from './names.ts'
import { type ChoiceRow, type SurveyRow, toFormText } from './sheets.ts'

/** Keeps one list for all questions with the same choices, and gives it back by its name. */
export type ListKeeper = (wanted: string, choices: readonly FormChoice[]) => string

interface FormChoice {
  readonly name: string
  readonly label: string
}

/** What the form asks for one question, and where its answers will be. */
interface WrittenQuestion {
  readonly asked: AskedQuestion
  readonly rows: readonly SurveyRow[]
  /** As a map of a table has it. */
  readonly mapping: Readonly<Record<string, string>>
  /** Columns of their own that some servers write beside the one of several choices. */
  readonly extraColumns: readonly string[]
}

/** What stands beside the question: when it is asked, and what helps to answer it. */
interface QuestionFrame {
  /** Null where it is always asked. */
  readonly relevant: string | null
  readonly hints: readonly string[]
}

/** The rows of a question of any type but a table, whose rows no server writes into the line of the person. */
export function writeFormQuestion(
  { id, ask, form, dimension }: Question | ProfileQuestion,
  { relevant, hints }: QuestionFrame,
  namer: FormNamer,
  keepList: ListKeeper,
): WrittenQuestion {
  const inProfile = dimension === null
  const name = namer(id, inProfile ? [] : ['_state', '_why', '_note'])
  const states = inProfile ? [] : listStates(form)
  const choices = listFormChoices(form)
  const own = choices === null ? [] : [...choices, ...states]
  const list = choices === null ? null : keepList(form.type === 'yes-no' ? 'yes_no' : name, own)
  const asked = { name, type: form.type, states: list === null ? [] : states.map(getName) }
  const row: SurveyRow = {
    ...(relevant === null ? {} : { relevant }),
    ...writeEntry(form, list),
    name,
    label: toFormText(ask),
    hint: toFormText(
      [...hints, ...(form.type === 'list' ? [sayXlsForm({ say: 'list-hint' })] : [])].join('\n'),
    ),
    ...(form.type === 'choices' ? writeAloneRule(own, form) : {}),
  }
  const extraColumns = form.type === 'choices' ? own.map((choice) => `${name}/${choice.name}`) : []
  if (inProfile) return { asked, rows: [row], mapping: { column: name }, extraColumns }
  const beside = list === null ? writeStateQuestion(name, relevant, states, keepList) : null
  const stated = beside?.name ?? name
  return {
    asked,
    rows: [
      row,
      ...(beside?.rows ?? []),
      ...states
        .filter(({ state }) => state === 'not-applicable')
        .map((state) => ({
          type: 'text',
          name: `${name}_why`,
          label: sayXlsForm({ say: 'why' }),
          required: 'yes',
          relevant:
            form.type === 'choices'
              ? `selected(\${${stated}}, '${state.name}')`
              : `\${${stated}} = '${state.name}'`,
        })),
      {
        type: 'text',
        name: `${name}_note`,
        label: sayXlsForm({ say: 'note' }),
        relevant: [name, ...(beside === null ? [] : [stated])]
          .map((each) => `\${${each}} != ''`)
          .join(' or '),
        appearance: 'multiline',
      },
    ],
    mapping: {
      column: name,
      ...(beside === null ? {} : { state: stated }),
      ...(states.some(({ state }) => state === 'not-applicable') ? { reason: `${name}_why` } : {}),
      note: `${name}_note`,
    },
    extraColumns,
  }
}

function getName({ name }: FormChoice): string {
  return name
}

interface StateChoice extends FormChoice {
  readonly state: 'dont-know' | 'not-applicable'
}

/** A choice for each state, by a name that the question has no other use for. */
function listStates(form: Form): readonly StateChoice[] {
  return (['dont-know', 'not-applicable'] as const).flatMap((state) => {
    const label = sayXlsForm({ say: state })
    const name = stateNames[state].find((word) => isFree(form, word))
    return name === undefined || !isFree(form, label) ? [] : [{ name, label, state }]
  })
}

/** What `import` reads as the state. */
const stateNames = {
  'dont-know': ['dont-know', 'unknown', 'dk'],
  'not-applicable': ['not-applicable', 'na'],
} as const

/** Does no answer of the question say this? */
function isFree(form: Form, word: string): boolean {
  const type = getFormType(form)
  return type.takesAnyText === true || 'misfit' in type.fromText(form, word, '.')
}

const noneName = 'none-of-these'

/** The choices of a question, by the name that `import` reads; null where it has none. */
function listFormChoices(form: Form): readonly FormChoice[] | null {
  switch (form.type) {
    case 'rating':
      return form.values.map(({ value, label }) => ({
        name: String(value),
        label: toFormText(`${value} ${label ?? ''}`),
      }))
    case 'yes-no':
      return (['yes', 'no'] as const).map((name) => ({ name, label: sayInterview({ say: name }) }))
    case 'choice':
    case 'choices': {
      const own = form.choices.map(({ id, title }) => ({ name: id, label: toFormText(title) }))
      const label = sayXlsForm({ say: noneName })
      const isMissing = form.type === 'choices' && isFree(form, noneName) && isFree(form, label)
      return isMissing ? [...own, { name: noneName, label }] : own
    }
    default:
      return null
  }
}

function writeEntry(form: Form, list: string | null): SurveyRow {
  if (list !== null)
    return { type: `${form.type === 'choices' ? 'select_multiple' : 'select_one'} ${list}` }
  if (form.type === 'number') return { type: 'decimal' }
  return { type: 'text', appearance: 'multiline' }
}

/** None of the choices, and no answer, cannot be chosen with a choice. */
function writeAloneRule(
  all: readonly FormChoice[],
  { choices }: Extract<Form, { type: 'choices' }>,
): SurveyRow {
  const own = new Set(choices.map(({ id }) => id))
  const alone = all.filter(({ name }) => !own.has(name))
  if (alone.length === 0) return {}
  const chosen = alone.map(({ name }) => `selected(., '${name}')`).join(' or ')
  return {
    constraint: ['count-selected(.)<=1', `not(${chosen})`].join(' or '),
    constraint_message: sayXlsForm({ say: 'alone' }),
  }
}

/** Why an answer is missing that is no choice: asked while the question is empty. */
function writeStateQuestion(
  name: string,
  relevant: string | null,
  states: readonly FormChoice[],
  keepList: ListKeeper,
): { readonly name: string; readonly rows: readonly SurveyRow[] } {
  const own = `${name}_state`
  const isEmpty = `\${${name}} = ''`
  return {
    name: own,
    rows: [
      {
        type: `select_one ${keepList('no_answer', states)}`,
        name: own,
        label: sayXlsForm({ say: 'not-answered' }),
        relevant: relevant === null ? isEmpty : `(${relevant}) and ${isEmpty}`,
        appearance: 'minimal',
      },
    ],
  }
}

/** A keeper of lists, and the rows of all that it keeps. */
export function createListKeeper(): {
  readonly keep: ListKeeper
  readonly rows: () => readonly ChoiceRow[]
} {
  const names = new Map<string, string>()
  const namer = createFormNamer()
  const rows: ChoiceRow[] = []
  const keep: ListKeeper = (wanted, choices) => {
    const key = JSON.stringify(choices.map(({ name, label }) => [name, label]))
    const known = names.get(key)
    if (known !== undefined) return known
    const own = namer(wanted)
    names.set(key, own)
    rows.push(...choices.map(({ name, label }) => ({ list_name: own, name, label })))
    return own
  }
  return { keep, rows: () => rows }
}
