import type { Form } from '../../../src/model/forms/forms.ts'

const choices = [
  { id: 'none', title: 'None', score: 0 },
  { id: 'full', title: 'Full', score: 1 },
]
/** One form of each type. */
export const sampleForms: Readonly<Record<Form['type'], Form>> = {
  rating: { type: 'rating', values: [1, 2, 3, 4, 5].map((value) => ({ value, label: null })) },
  'yes-no': { type: 'yes-no' },
  choice: { type: 'choice', choices },
  choices: { type: 'choices', choices },
  number: { type: 'number', from: 0, to: 10 },
  text: { type: 'text' },
  list: { type: 'list' },
  table: {
    type: 'table',
    leastRows: 1,
    columns: [
      { id: 'name', title: 'N', type: 'text', from: null, to: null, choices: [] },
      { id: 'fit', title: 'F', type: 'number', from: 0, to: 10, choices: [] },
    ],
  },
}
