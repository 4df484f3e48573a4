import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

export const questionnaireMessages = {
  /** Rows and cells of a table of answers. */
  'row-width-differs': ({ cells, header }: { cells: number; header: number }) =>
    `has ${count(cells, 'cell')}; the header has ${count(header, 'cell')}`,
  'row-repeats-header': 'repeats the header',
  'cell-refused': ({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`,
  'cell-constant': 'constant',
  'cell-blank': 'is blank',
  'cell-no-id': ({ text }: { text: string }) =>
    `"${text}" is not an id; give it one under "values"`,
  'choice-column-mixed': ({ text }: { text: string }) =>
    `"${text}" cannot stand beside choices that are ticked`,
  'choice-column-unreadable': ({ text }: { text: string }) =>
    `"${text}" says neither that the choice is ticked nor that it is not`,

  /** Questionnaires that extend another. */
  'inherited-problem': ({ problem, where }: { problem: string; where: string }) =>
    `${problem}, in ${where}`,

  /** `--what-if ID=VALUE`. */
  'assumption-refused': ({ problem }: { problem: string }) => `--what-if: ${problem}`,
  'assumption-unreadable': ({ text }: { text: string }) =>
    `Expected a question and its value, like ID=4, found "${text}"`,
  'assumption-unknown-question': ({ id, hint }: { id: string; hint: string }) =>
    `Unknown question "${id}"${hint}`,
  'assumption-without-score': ({ id }: { id: string }) =>
    `"${id}" has no score, so an answer to it cannot change one`,
  'assumption-repeated': ({ id }: { id: string }) => `"${id}" is assumed twice`,
  'assumption-misfit': ({ id, misfit }: { id: string; misfit: string }) => `"${id}": ${misfit}`,
} as const satisfies Catalogue
