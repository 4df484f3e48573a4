import type { conditionPhrases } from './en/conditions.ts'
import type { adviceGuides, generalGuides } from './en/finding-guides.ts'
import type { findingsTexts } from './en/findings.ts'
import type { formPageTexts } from './en/form-page.ts'
import type { helpTexts } from './en/help.ts'
import type { interviewTexts } from './en/interview.ts'
import type { messages } from './en/messages.ts'
import type { draftTexts } from './en/plan-draft.ts'
import type { reportSentences } from './en/report.ts'
import type { MessageIn } from './say.ts'

/** What is said of files, options and runs: findings, faults, hints, notes, help. `say-message.ts` says it. */
export type Message = MessageIn<typeof messages>

/** What says a message: a room that may not import the words is given it. */
export type Say = (message: Message | string) => string

/** A question's condition, as a part of a message or a sentence. */
export type ConditionPhrase = MessageIn<typeof conditionPhrases>

/** What a report says. `say-report.ts` says it. */
export type ReportSentence = MessageIn<typeof reportSentences>

/** A part of the report: a sentence, or data as it is (a name, a figure, somebody's words). */
export type ReportText = ReportSentence | string

/** What the screen of an interview says. `say-interview.ts` says it. */
export type InterviewText = MessageIn<typeof interviewTexts>

/** What the formats of findings say beside the findings. `say-findings.ts` says it. */
export type FindingsText = MessageIn<typeof findingsTexts>

/** The comments in a plan that is written from a document, or shown as it was read. `say-draft.ts` says them. */
export type DraftText = MessageIn<typeof draftTexts>

/** Findings that come from no check. `find-guide.ts` says what they are about. */
export type GeneralFindingId = keyof typeof generalGuides
export type AdviceId = keyof typeof adviceGuides

/** The help of the program, apart so that a run that needs none of it loads no other words. `say-help.ts` says it. */
export type HelpText = MessageIn<typeof helpTexts>

/** What a form in a browser says beside the questions. `say-form-page.ts` says it. */
export type FormPageText = MessageIn<typeof formPageTexts>
