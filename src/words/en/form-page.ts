import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** What a form in a browser says beside the questions, and the paper form that it prints. */
export const formPageTexts = {
  'as-written': ({ text }: { text: string }) => text,

  /* Where scripts do not run */
  'no-script-title': 'These questions cannot be answered in this window',
  'no-script-why':
    'This is a preview, or this browser does not run scripts. Do one of these instead:',
  'no-script-save':
    'Save the attachment on your computer, and open the saved file with Chrome, Edge, Firefox or Safari.',
  'no-script-print': 'Print this page and fill it in by hand.',
  'no-script-phone':
    'If you are on a phone and the saved file still opens as a preview, use a computer.',

  /* Before the first question */
  'page-title': ({ title, partnership }: { title: string; partnership: string }) =>
    `${title}: ${partnership}`,
  'notice-page-kept':
    'You can stop at any time and go on later in the same browser on this device. It keeps your answers until you erase them, or until its data is cleared; a private window loses them when you close it. Anyone who can use this browser can read them.',
  'notice-page-not-kept':
    'This browser cannot keep your answers. If you close this page before the end, they are lost.',
  'notice-page-sent':
    'The page sends nothing. At the end you get a file, or a text for a mail, and you decide whether to send it.',
  'notice-page-file':
    'Whoever gets your file or your text can read everything in it, private notes too.',
  'your-partner': 'Which partner do you answer for?',
  'your-organisation': 'What is your team or organisation called?',
  'your-code': 'Your code',
  'code-hint':
    'If you were given a code, type it here in place of this one. It becomes part of the name of your file. Keep it if you may want to ask for your answers to be deleted.',
  'your-role': 'Your role, such as Sponsor (leave it empty if you would rather not say)',
  start: 'Start',
  'code-wanted': 'Type letters and digits, such as k7',
  'partner-wanted': 'Choose a partner',
  'organisation-wanted': 'Type a name with at least one letter or digit',

  /* Somebody began here before */
  'welcome-back': 'Welcome back',
  'begun-here': (found: { partner: string; done: number; total: number }) =>
    `This browser has answers for ${found.partner}: ${found.done} of ${count(found.total, 'question')} done. Are they yours?`,
  'finished-here': ({ partner }: { partner: string }) =>
    `This browser has finished answers for ${partner}. Are they yours?`,
  'go-on': 'Go on',
  'another-person': 'Answer as another person',
  'another-person-hint':
    'The earlier answers stay in this browser. Anyone who types their code here can see and change them. To prevent that, go on and erase them at the end.',

  /* A question */
  'about-you': 'About you',
  'place-about-you': ({ at, total }: { at: number; total: number }) => `${at} of ${total}`,
  'place-question': ({ at, total }: { at: number; total: number }) => `Question ${at} of ${total}`,
  'done-of': ({ done, total }: { done: number; total: number }) =>
    `${done} of ${count(total, 'question')} done`,
  back: 'Back',
  next: 'Next',
  'all-questions': 'All questions',
  'number-range': ({ from, to }: NumberRange) => `A number ${sayBounds(from, to)}`,
  'a-number': 'A number',
  'items-hint': 'One item on each line',
  'rows-hint': ({ least }: { least: number }) => `At least ${count(least, 'row')}`,
  'row-name': ({ row }: { row: number }) => `Row ${row}`,
  'add-row': 'Add a row',
  'remove-row': ({ row }: { row: number }) => `Remove row ${row}`,
  'no-choice': 'Choose…',
  'or-else': 'If you cannot choose an answer:',
  'or-else-typed': 'If you cannot give an answer:',
  'dont-know': 'I don’t know',
  'does-not-apply': 'It does not apply…',
  'skip-it': 'Skip',
  'why-not': 'Why does it not apply?',
  save: 'Save',
  cancel: 'Cancel',
  'now-dont-know': 'Your answer: you don’t know.',
  'now-skipped': 'You skipped this question.',
  'now-note-only': 'Your note is saved. You have given no answer yet.',
  'now-not-applicable': ({ reason }: { reason: string }) =>
    `Your answer: it does not apply (${reason}).`,
  'add-note': 'Add a note',
  'your-note': 'Your note',
  'note-hint': 'A report may quote it, with the name of the partner but not with yours.',
  'note-private': 'Private: no report shows this note',
  'note-private-hint':
    'Anyone who gets your file can still read it. If you want reports to quote it, delete it here, untick “Private” and type it again.',
  'about-question': 'About this question',
  'why-asked': 'Why it is asked',
  'evidence-to-ask-for': 'What would show it',
  'about-section': 'About this section',
  saved: 'Saved in this browser',
  'not-saved':
    'This browser could not save your last change. Do not close this page before you have your file.',

  /* What is wrong with an answer */
  'answer-wanted': 'Choose an answer, or one of the buttons below it.',
  'typed-answer-wanted': 'Type an answer, or choose one of the buttons below it.',
  'number-wanted': ({ text }: { text: string }) => `“${text}” is not a number like 3 or 2.5.`,
  'number-off-range': ({ from, to }: NumberRange) => `Type a number ${sayBounds(from, to)}.`,
  'rows-wanted': ({ least }: { least: number }) =>
    `Fill in at least ${count(least, 'row')}, or choose one of the buttons below.`,
  'cell-wrong': ({ row, column, problem }: { row: number; column: string; problem: string }) =>
    `Row ${row}, ${column}: ${problem}`,
  'reason-wanted': 'Say why in a few words.',

  /* The review */
  'review-title': 'Your answers',
  'review-left': ({ missing }: { missing: number }) =>
    `${count(missing, 'question')} left to answer or to skip.`,
  'review-complete': 'You have answered or skipped every question. Those about you may stay empty.',
  'answer-the-rest': 'Answer the rest',
  finish: 'Finish',
  'stop-here': 'Stop here and get my answers so far',
  'filter-questions': 'Find a question',
  'none-found': 'No question has these words.',

  /* The end */
  'end-title': 'Thank you. You have finished.',
  'end-title-unfinished': 'Your answers so far',
  'end-not-sent':
    'This page has not sent them. If you have not sent them yet, do it now in one of two ways:',
  'end-unfinished':
    'Some questions have no answer yet. Reports leave unfinished answers out unless the person who makes them decides otherwise.',
  'end-file': 'Save the file, and attach it to a mail to the person who sent you this form.',
  'save-file': ({ file }: { file: string }) => `Save ${file}`,
  'end-text': 'Or copy this text into a mail. Line breaks that the mail adds do no harm.',
  'copy-text': 'Copy the text',
  copied: 'The text is copied. Paste it into a mail.',
  'copy-by-hand': 'Your browser did not copy it. The text is selected: copy it yourself.',
  'text-of-answers': 'The text of your answers',
  'file-saved': ({ file }: { file: string }) =>
    `Your browser saves ${file}, most often in the folder for downloads.`,
  'your-code-is': ({ code }: { code: string }) =>
    `Your code is ${code}. Keep it if you may want to change your answers or have them deleted.`,
  'change-answer': 'Change an answer',
  'on-shared': 'On a computer that others use',
  erase: 'Erase these answers from this browser',
  'erase-sure':
    'Once erased, they cannot be brought back from this browser. Have you sent or saved them?',
  'erase-yes': 'Yes, erase them',
  'erase-no': 'No, keep them',
  erased: 'The answers are erased from this browser.',
  'not-erased':
    'This browser did not erase the answers. Clear what it keeps for this page in its settings.',

  /* The paper form */
  'paper-partner': 'Partner:',
  'paper-code': 'Code (if you were given one; not your name):',
  'paper-role': 'Your role (may stay blank):',
  'paper-if': ({ condition }: { condition: string }) =>
    `Only if your answer to question ${condition}.`,
  'paper-if-other': 'Leave this out if it does not fit your earlier answers.',
  'paper-several': 'Mark all that apply.',
  'paper-none': 'None of these',
  'paper-dont-know': 'I don’t know',
  'paper-skip': 'I skip this',
  'paper-not-applicable': 'It does not apply, because:',
  'paper-note': 'Note:',
  'paper-private': 'private',
  'paper-end':
    'Give these pages to the person who gave you the form. Whoever has them can read everything on them, private notes too.',
} as const satisfies Catalogue

interface NumberRange {
  readonly from: number | null
  readonly to: number | null
}

function sayBounds(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `from ${from} to ${to}`
  return from === null ? `of ${to} or less` : `of ${from} or more`
}
