import type { Catalogue } from '../say.ts'

/** The texts in files that accordant writes: plans, and response forms to fill in by hand. */
export const readingMessages = {
  'plan-note': `Filled in by "accordant assess" from your answers. Edit it as you like: what you change by hand stays,
also when you answer again. "accordant check" shows what to write next.`,
  'plan-filled-note':
    'What your answers last filled in. Do not edit this part: it shows which of the values above you changed by hand.',

  'paper-form-note': ({ title }: { title: string }) =>
    `${title}. Write each answer after its colon and a space. If you do not know, write "don't know"; to pass a question over, write "skip"; if it does not apply, write {state: not-applicable, reason: "…"}. With a note: {value: 3, note: "…"}. Reports quote notes and reasons with the partner's name. A private note is in no report: {value: 3, note: "…", private: true}.`,
  'paper-form-condition': ({ condition }: { condition: string }) =>
    `Only when ${condition}; otherwise leave it empty`,
  'paper-form-completed': 'When you are done, remove the # from the next line:',
  'paper-form-excluded':
    'To leave this response out of every report, say why and remove the # from the next line:',
  'paper-form-excluded-example': 'Answered twice by mistake',
} as const satisfies Catalogue
