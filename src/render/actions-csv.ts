import type { Result } from '../model/result.ts'
import { csvText } from './csv.ts'

const columns = ['day', 'question', 'partner', 'owner', 'do', 'done', 'effort', 'gain'] as const

/** The next steps for a tracker, in the order of the plan of action. */
export function actionsCsv({ actions = [] }: Result): string {
  return csvText(
    columns,
    actions.map((action) => columns.map((column) => action[column])),
  )
}
