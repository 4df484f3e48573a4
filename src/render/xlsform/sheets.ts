import { makeVisible } from '../../model/visible.ts'

/** A sheet of the form; its first row is the header. */
export interface FormSheet {
  readonly name: 'survey' | 'choices' | 'settings'
  readonly rows: readonly (readonly string[])[]
}

const surveyColumns = [
  ...(['type', 'name', 'label', 'hint', 'required', 'relevant'] as const),
  ...(['constraint', 'constraint_message', 'appearance'] as const),
]
const choiceColumns = ['list_name', 'name', 'label'] as const
const settingColumns = ['form_title', 'form_id', 'version', 'style'] as const

/** A row of the survey by its columns; what is missing is empty. */
export type SurveyRow = Readonly<Partial<Record<(typeof surveyColumns)[number], string>>>
export type ChoiceRow = Readonly<Record<(typeof choiceColumns)[number], string>>
type SettingsRow = Readonly<Record<(typeof settingColumns)[number], string>>

export function buildFormSheets(
  survey: readonly SurveyRow[],
  choices: readonly ChoiceRow[],
  settings: SettingsRow,
): readonly FormSheet[] {
  return [
    { name: 'survey', rows: layOut(surveyColumns, survey) },
    { name: 'choices', rows: layOut(choiceColumns, choices) },
    { name: 'settings', rows: layOut(settingColumns, [settings]) },
  ]
}

function layOut<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string>>>[],
): FormSheet['rows'] {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
}

/** Text that people read, as a cell can hold it. `${` would begin the name of a question. */
export function toFormText(text: string): string {
  const whole = makeVisible(text)
    .replaceAll('${', '$ {')
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
  return whole
    .trim()
    .slice(0, maxCellLength)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** What a cell of a spreadsheet can hold. */
const maxCellLength = 32_767
