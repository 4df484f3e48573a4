import type { Catalogue } from '../say.ts'
import { count, inNumber, join, quote } from './grammar.ts'

/** What people are told before the first question: what it is for, how long it takes, and who will see what. */
export const noticeTexts = {
  'notice-title': 'Before you start',
  'notice-prompt': 'Leave blank to go on, or type q to leave:',
  'bad-notice-reply': ({ text }: { text: string }) =>
    `${quote(text)} is not a choice here; leave the line blank to go on, or type q to leave`,

  /* What it is for, and how long it takes */
  'notice-preview': ({ title }: { title: string }) =>
    `Preview of ${quote(title)}. Nothing is saved.`,
  /** `isOneSided`: one side alone is asked, and has no partner. */
  'notice-purpose': (own: { title: string; partnership: string; isOneSided: boolean }) =>
    `These are the questions of ${quote(own.title)}, for ${own.isOneSided ? '' : 'the partnership '}${own.partnership}.`,
  'notice-minutes': ({ minutes, quick }: { minutes: number; quick: boolean }) =>
    `${quick ? 'The quick run takes' : 'All of them together take'} about ${count(minutes, 'minute')}.`,
  'notice-questions': ({ questions, isExact }: { questions: number; isExact: boolean }) =>
    `There ${inNumber(questions, 'is', 'are')} ${count(questions, 'question')}${isExact ? '' : ', more or fewer as you answer'}.`,
  'notice-day': (own: { day: number; of: number; title: string; minutes: number | null }) =>
    `This is day ${own.day} of ${own.of}: ${own.title}.${own.minutes === null ? '' : ` It takes about ${count(own.minutes, 'minute')}.`}`,
  'notice-respondent': (own: {
    respondent: string
    partner: string
    partnership: string | null
    goesOn: boolean
    again: boolean
  }) =>
    own.goesOn
      ? `${own.again ? 'Welcome back. ' : ''}Going on with ${own.respondent}'s answers for ${own.partner}${own.partnership === null ? '' : ` in ${own.partnership}`}.`
      : `You answer for ${own.partner}. Your code is ${own.respondent}; with it you find your answers again.`,
  'notice-saved': ({ files, again }: { files: readonly string[]; again: boolean }) =>
    `${again ? 'Welcome back. ' : ''}You can stop at any time and go on later. Every answer is saved at once, in ${join(files)}.`,
  'notice-table': ({ partners, blind }: { partners: readonly string[]; blind: boolean }) =>
    `At this table: ${join(partners)}. ${
      blind
        ? 'The answers to a question stay hidden until all of you have given one. Then everybody in the room can see them.'
        : 'Everybody in the room can see each answer on this screen.'
    }`,

  /* Who will see what */
  'notice-who': ({ again }: { again: boolean }) =>
    `Who will see what${again ? ', as before' : ''}:`,
  'notice-figures': ({ isOneSided }: { isOneSided: boolean }) =>
    `The report shows averages${isOneSided ? '' : ' for each partner'}, and how many people gave each answer.`,
  'notice-words': ({ isFirst, isOneSided }: { isFirst: boolean; isOneSided: boolean }) =>
    `${isFirst ? 'The report' : 'It'} quotes what you write (notes, reasons, answers in your own words) ${sayQuoting(isOneSided)}.`,
  'notice-figures-words': ({ isOneSided }: { isOneSided: boolean }) =>
    `The report shows averages and counts${isOneSided ? '' : ' for each partner'}. It quotes what you write ${sayQuoting(isOneSided)}.`,
  'notice-hidden': ({ minGroup }: { minGroup: number }) =>
    `If a partner has answers, but from fewer than ${minGroup} people, the report shows nothing by partner and quotes nobody.`,
  'notice-later-figures': ({ counted }: { counted: number }) =>
    `Otherwise it shows averages for each partner. It shows how many people gave each answer only where a partner has at least ${counted} people.`,
  'notice-recognisable': ({ isTwo, isOneSided }: { isTwo: boolean; isOneSided: boolean }) =>
    `If only ${isTwo ? 'two people answer' : 'one or two people answer'}${isOneSided ? '' : ' for a partner'}, readers can tell that these answers are theirs.`,
  'notice-plan': ({ isOneSided }: { isOneSided: boolean }) =>
    `Some of your answers also go into ${isOneSided ? 'your' : "the partnership's"} plan.`,
  'notice-private': 'A private note is in no report.',
  'notice-files': ({ files }: { files: number }) =>
    files === 1
      ? 'Whoever can open your file can read everything in it, private notes too.'
      : 'Whoever can open these files can read everything in them, private notes too.',
} as const satisfies Catalogue

function sayQuoting(isOneSided: boolean): string {
  return isOneSided
    ? 'with the name of your team or organisation, not with yours'
    : "with the partner's name, not with yours"
}
