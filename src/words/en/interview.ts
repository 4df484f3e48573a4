import type { Catalogue } from '../say.ts'
import { count, inNumber, join, quote } from './grammar.ts'
import { keyMeanings, keyNames } from './interview-keys.ts'
import { noticeTexts } from './interview-notice.ts'

/** What the screen of an interview says. */
export const interviewTexts = {
  /** Words that somebody else wrote. */
  'as-written': ({ text }: { text: string }) => text,

  ...noticeTexts,

  /* Before the interview */
  'which-partner': 'Which partner do you answer for?',
  /** One side alone has no partner. */
  'which-name': (who: { answering: readonly string[]; isOneSided: boolean }) => {
    const ask = who.isOneSided
      ? 'What is your team or organisation called?'
      : 'Which partner do you answer for? Type its name'
    return who.answering.length === 0
      ? ask
      : `${ask} (there are responses from ${join(who.answering)})`
  },
  'partner-choice': ({ name, id }: { name: string; id: string }) => `${name} (${id})`,
  'your-role': 'Your role, such as Sponsor (press Enter to leave it out)',
  'partner-role': ({ partner }: { partner: string }) =>
    `${partner}: your role, such as Sponsor (press Enter to leave it out)`,
  'your-code': ({ isGiven }: { isGiven: boolean }) =>
    isGiven
      ? 'The code you were given (press Enter if you have none)'
      : 'A code of your own, not your name, to find your answers again (press Enter to get one)',
  'unfinished-interview': 'There are unfinished interviews. Is one of them yours?',
  'continue-interview': (found: {
    file: string
    respondent: string
    role: string | null
    answered: number
    total: number
    started: string | null
  }) => {
    const who = found.role === null ? found.respondent : `${found.respondent}, ${found.role}`
    const begun = found.started === null ? 'begun by hand' : `begun ${found.started}`
    return `Continue ${who}: ${found.answered} of ${found.total} answered, ${begun} (${found.file})`
  },
  'new-interview': 'Start a new one',
  'interrupted-before-start': 'Interrupted before the interview started; nothing was written',
  'partner-name': ({ number }: { number: number }) =>
    number === 1
      ? 'Full name of the first partner (Enter to do this later):'
      : number === 2
        ? 'Full name of the second partner:'
        : 'Full name of another partner (Enter if there is none):',
  'partner-name-missing':
    'A partnership has two partners or more. You can change the name later, in accordant.yaml and in the plan',
  'init-interrupted': 'Interrupted; nothing was written',
  'name-needed': 'Type a name with letters or digits, like Contoso Foods',

  /* Parts of the questionnaire */
  background: 'About you',
  'day-title': (day: { day: number; of: number; title: string }) =>
    `Day ${day.day} of ${day.of}: ${day.title}`,
  review: 'Review',
  'jump-title': 'Go to',
  'where-to': 'Where do you want to go?',
  'nothing-found': ({ search }: { search: string }) =>
    `No question has ${quote(search)} in it. Esc shows all.`,
  position: (place: { at: number; total: number }) => `${place.at} of ${place.total}`,
  'question-position': (place: { at: number; total: number }) =>
    `Question ${place.at} of ${place.total}`,
  'answered-position': (place: { done: number; total: number }) =>
    `${place.done} of ${place.total} done`,
  page: (place: { page: number; pages: number }) => `page ${place.page} of ${place.pages}`,
  'scroll-up': '↑ more',
  'scroll-down': '↓ more',

  /* Answers */
  yes: 'Yes',
  no: 'No',
  'no-answer': 'no answer yet',
  /** Of a question that need not be answered. */
  'left-empty': 'empty, which is fine',
  'not-applicable': ({ reason }: { reason: string }) => `not applicable: ${reason}`,
  'dont-know': "don't know",
  skipped: 'skipped',
  'none-of-these': 'none of these',
  'your-answer': ({ answer }: { answer: string }) => `Your answer: ${answer}`,
  'your-answer-mark': ({ option }: { option: string }) => `${option}  (your answer)`.trim(),
  'partner-answer': ({ name, answer }: { name: string; answer: string }) => `${name}: ${answer}`,
  'partner-answer-note': (said: { name: string; answer: string; note: string }) =>
    `${said.name}: ${said.answer}. Note: ${said.note}`,
  note: ({ note }: { note: string }) => `Note: ${note}`,
  'private-note': ({ note }: { note: string }) => `Private note: ${note}`,
  'private-note-at-table': 'Private note: in your file, not shown here',
  'nothing-typed': '(nothing typed yet)',
  'your-note': 'Your note',
  'your-private-note': 'Your private note (it stays in your file, and no report shows it)',
  'why-not-applicable': 'Why does this not apply?',
  'column-range': (column: { title: string; from: number | null; to: number | null }) =>
    `${column.title} (${sayRange(column.from, column.to)})`,
  'answers-differ': 'You see this differently.',
  'answers-differ-us': 'You see this differently. Each partner answers about itself.',
  'answers-differ-them': 'You see this differently. Each partner answers about the other.',

  /** A key that is a letter, a digit or a sign is its own name. */
  /** Keys whose meaning has no room. */
  'more-keys': 'more keys:',
  'key-name': ({ key }: { key: string }) => keyNames.get(key) ?? key,
  /** What a key does here. */
  'key-meaning': ({ meaning }: { meaning: keyof typeof keyMeanings }) => keyMeanings[meaning],

  /* The page behind "?" */
  'guidance-why': 'Why it is asked',
  'guidance-evidence': 'Evidence to ask for',
  'guidance-answers': 'The answers',
  'guidance-your-answer': 'Your answer',
  'guidance-your-note': 'Your note',
  'guidance-section': 'About this section',
  'guidance-keys': 'Keys',
  'keys-digit': 'digit',
  'help-digit': 'choose an answer and go on (0 is the tenth); y is yes, n is no',
  'keys-choose': '↑ ↓ Enter',
  'help-choose': 'choose an answer; Enter alone keeps your earlier answer',
  'keys-back': 'b ← Esc',
  'help-back': 'back to the previous question',
  'help-forward': 'on to the next question, keeping your answer',
  'help-note': 'write a note; reports may quote it, with the partner but not you',
  'help-private-note': 'write a private note, which no report shows, or make your note private',
  'help-dont-know': "don't know: the question applies, but you cannot answer it",
  'help-not-applicable': 'not applicable, with a reason',
  'help-skip': 'skip for now',
  'help-jump': 'jump to a section or a question',
  'help-review': 'review all answers',
  'keys-leave': 'q Ctrl-S',
  'help-leave': 'save and leave; accordant assess continues from here',

  /* The review */
  unanswered: ({ number }: { number: number }) => `Unanswered (${number})`,
  'unanswered-item': ({ item }: { item: string }) => `Unanswered: ${item}`,
  /** `missingProfile`: of the questions about oneself, which are not among the others. */
  'review-counts': (counts: {
    answered: number
    total: number
    dontKnow: number
    notApplicable: number
    skipped: number
    missing: number
    missingProfile: number
  }) => {
    const parts = [
      `${counts.answered} of ${counts.total} answered`,
      ...(counts.dontKnow === 0 ? [] : [`${counts.dontKnow} don't know`]),
      ...(counts.notApplicable === 0 ? [] : [`${counts.notApplicable} not applicable`]),
      ...(counts.skipped === 0 ? [] : [`${counts.skipped} skipped`]),
      ...(counts.missing === 0 ? [] : [`${counts.missing} still to answer`]),
      ...(counts.missingProfile === 0 ? [] : [`${counts.missingProfile} about you`]),
    ]
    const isComplete = counts.missing + counts.missingProfile === 0
    const next = isComplete ? 'Press Enter to finish.' : 'Press Enter to answer the rest.'
    return `${parts.join(', ')}. ${next}`
  },
  'all-answered': 'Every question is answered or skipped.',

  /* What a key did, or why it did nothing */
  'change-effects': (change: { inactive: number; restored: number; opened: number }) =>
    `Your change ${join([
      ...(change.inactive === 0
        ? []
        : [
            `set aside ${count(change.inactive, 'other answer')} (${inNumber(change.inactive, 'its question no longer applies', 'their questions no longer apply')})`,
          ]),
      ...(change.restored === 0 ? [] : [`restored ${count(change.restored, 'earlier answer')}`]),
      ...(change.opened === 0 ? [] : [`added ${count(change.opened, 'question')} to answer`]),
    ])}.`,
  'background-keys': 'This question is not scored: answer it, or press s to skip it.',
  'confirm-skip':
    'This removes your answer. Press s again to remove it, or → to keep it and go on.',
  'confirm-none': 'Nothing is selected. Press Enter again to answer "none of these".',
  'has-private-note': ({ partner }: { partner: string }) =>
    `${partner} has a private note on this question, and it is kept. To write a note that everybody can see, remove the private note first.`,
  'enter-goes-on': 'Press Enter to go on to the next question.',
  'type-answer': 'Type an answer, or press Esc to skip, go back or leave it unanswered.',
  'type-item': 'Type the first item, or press Esc to skip, go back or leave it unanswered.',
  'type-rows': ({ minRows }: { minRows: number }) =>
    `Type at least ${count(minRows, 'row')}, or press Esc to skip, go back or leave it unanswered.`,
  'type-reason': 'Please give a reason; one sentence is enough. Esc cancels.',
  'no-digit': ({ digit, last }: { digit: string; last: string }) =>
    `There is no answer ${digit}; choose from 1 to ${last}.`,
  'no-digits': ({ digit }: { digit: string }) =>
    `${digit} does nothing here; choose with the arrow keys and press Enter.`,
  'pasted-text': 'Pasted text is ignored here. Press w to paste it into a note.',
  'suspend-key': 'Ctrl-Z does nothing here. Press Ctrl-S to save and leave.',
  'not-a-choice': ({ text, last }: { text: string; last: number }) =>
    `${quote(text)} is not one of the choices; type its number, from 1 to ${last}.`,

  /* Saving */
  'not-saved': ({ why }: { why: string }) =>
    `Not saved: ${why}. Your answers are kept here. The next answer tries to save again.`,
  'not-saved-leaving': ({ why }: { why: string }) =>
    `Not saved: ${why}. Your answers are kept here. If you leave again, what is not saved is lost.`,
  'not-saved-finishing': ({ why }: { why: string }) =>
    `Not saved: ${why}. Your answers are kept here. Finish again to try once more.`,

  /* Line by line */
  /** `partner` is named where several sit at the table. */
  'question-line': (line: {
    part: string
    isProfile: boolean
    at: number
    total: number
    partner: string | null
  }) =>
    `${line.part}, ${line.isProfile ? '' : 'question '}${line.at} of ${line.total}${line.partner === null ? '' : `. ${line.partner}`}`,
  'review-line': ({ counts }: { counts: string }) => `Review: ${counts}`,
  'review-line-partner': ({ partner, counts }: { partner: string; counts: string }) =>
    `Review. ${partner}: ${counts}`,
  'keep-answer-line': ({ answer }: { answer: string }) =>
    `Your answer: ${answer}. Leave the line blank to keep it.`,
  'answer-prompt': ({ expected, commands }: { expected: string; commands: readonly string[] }) =>
    `${expected}, or ${commands.join(', ')}:`,
  'command-line': ({ command, meaning }: { command: string; meaning: string }) =>
    `${command} ${meaning}`,
  'expect-number': ({ last }: { last: number }) => `Answer (1-${last})`,
  'expect-numbers': ({ last }: { last: number }) =>
    `Answer (1-${last}, several separated by commas, 0 for none)`,
  'expect-yes-no': 'Answer (1 or y for yes, 2 or n for no)',
  'expect-quantity': 'Answer (a number)',
  'expect-text': 'Answer (one line)',
  'expect-item': 'First item',
  'expect-row': ({ column }: { column: string }) => `First row, ${column}`,
  'item-prompt': ({ number }: { number: number }) =>
    `Item ${number} (leave blank to end the list):`,
  'row-prompt': ({ number, column }: { number: number; column: string }) =>
    `Row ${number}, ${column} (leave blank to end the table):`,
  'cell-prompt': ({ column }: { column: string }) => `${column}:`,
  'column-choices': ({ title, choices }: { title: string; choices: readonly string[] }) =>
    `${title} (${choices.join(', ')})`,
  'text-prompt': ({ message }: { message: string }) => `${message}:`,
  'note-prompt': ({ isPrivate }: { isPrivate: boolean }) => `${sayNoteKind(isPrivate)} (one line):`,
  'note-prompt-again': ({ isPrivate }: { isPrivate: boolean }) =>
    `${sayNoteKind(isPrivate)} (one line; leave blank to keep the text, type - to remove it):`,
  'reason-prompt': 'Why does this not apply? (b cancels):',
  'reason-needed': 'Please give a reason; one sentence is enough',
  'sections-line': 'Sections:',
  'jump-prompt': ({ last, example }: { last: number; example: string }) =>
    `Go to (1-${last}, a question's id such as ${example}, o for the first unanswered question, blank to cancel):`,
  'nothing-missing': 'Every question is answered or skipped',
  'no-such-place': ({ text }: { text: string }) => `There is no section or question ${quote(text)}`,
  'difference-prompt': ({ last }: { last: number }) =>
    `Leave blank to go on, or type 1-${last} to note why that partner sees it this way, b back, r review, q save and leave:`,
  'review-prompt': ({ last, missing }: { last: number; missing: boolean }) =>
    `Change an answer (1-${last}), or f ${missing ? 'go on' : 'finish'}, b back, j jump, q save and leave:`,
  'bad-difference-reply': ({ text, last }: { text: string; last: number }) =>
    `${quote(text)} is not a choice here; leave the line blank, or type a number from 1 to ${last}, b, r or q`,
  'bad-review-reply': ({ text, last }: { text: string; last: number }) =>
    `${quote(text)} is not a choice here; type a number from 1 to ${last}, f, b, j or q`,
  'bad-number-reply': ({ text, last }: { text: string; last: number }) =>
    `${quote(text)} is not an answer here; type a number from 1 to ${last}`,
  'bad-numbers-reply': ({ text, last }: { text: string; last: number }) =>
    `${quote(text)} is not an answer here; type numbers from 1 to ${last}, such as 1, 3`,
  'bad-yes-no-reply': ({ text }: { text: string }) =>
    `${quote(text)} is not an answer here; type yes or no`,
  'blank-reply': 'Type an answer or a command',
  'rows-dropped': 'The lines typed for this question were dropped',
  'too-few-rows': (rows: { least: number; found: number; hasEarlier: boolean }) =>
    `Expected at least ${rows.least}, found ${rows.found}${rows.hasEarlier ? '; your earlier answer is kept' : ''}`,
} as const satisfies Catalogue

function sayNoteKind(isPrivate: boolean): string {
  return isPrivate ? 'Private note' : 'Note'
}

/** `0 to 10`, `at least 0`, `at most 10`. */
function sayRange(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `${Math.min(from, to)} to ${Math.max(from, to)}`
  return from === null ? `at most ${to}` : `at least ${from}`
}
