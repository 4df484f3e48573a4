import type { Path, Severity } from '../../model/finding.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../../model/questionnaire.ts'
import type {
  ProfileQuestionFile,
  QuestionFile,
  QuestionnaireFile,
} from '../../model/questionnaire-file.ts'
import type { Message } from '../../words/message.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type MainPlaces,
  ownFile,
  type PartOrigin,
  placeFinding,
  type SourcedFinding,
} from '../sourced-finding.ts'

/** A questionnaire without errors, with all that advice on it needs. */
export interface AdviceInput {
  readonly questionnaire: Questionnaire
  readonly main: QuestionnaireFile
  readonly parts: readonly DimensionPart[]
  readonly places: MainPlaces
  /** Did the author write this key? Defaults are in place in all the rest. */
  readonly isWritten: (origin: PartOrigin, path: Path) => boolean
  /** Does it stand in this questionnaire's own files, and not in one that it extends? */
  readonly isOwn: (origin: PartOrigin, path: Path) => boolean
}

/** One question as it is written and as it was understood. */
export interface AdvisedQuestion {
  readonly file: QuestionFile | ProfileQuestionFile
  readonly question: Question | ProfileQuestion
  readonly origin: PartOrigin
}

/** All of them in asking order, the profile first. */
export function listAdvisedQuestions(advised: AdviceInput): readonly AdvisedQuestion[] {
  const { questionnaire, main, parts, places } = advised
  const profile = main.profile.flatMap((file, index) => {
    const question = questionnaire.profile[index]
    return question === undefined
      ? []
      : [{ file, question, origin: places.profile[index] ?? ownFile }]
  })
  const others = parts.flatMap((part, number) =>
    part.file.questions.flatMap((file, index) => {
      const question = questionnaire.dimensions[number]?.questions[index]
      return question === undefined
        ? []
        : [{ file, question, origin: getEntryOrigin(part, 'questions', index) }]
    }),
  )
  return [...profile, ...others]
}

/** A text that people read when they answer, and its place in the question. */
export interface Wording {
  readonly text: string
  readonly path: Path
}

export function listWordings({ file }: AdvisedQuestion): readonly Wording[] {
  const anchors = listAnchors(file).map(([value, text]) => ({ text, path: ['anchors', value] }))
  const choices =
    file.type === 'choice' || file.type === 'choices'
      ? file.choices.map(({ title }, index) => ({ text: title, path: ['choices', index, 'title'] }))
      : []
  return [{ text: file.ask, path: ['ask'] }, ...anchors, ...choices]
}

/** What each value of a rating looks like, where that is written. */
export function listAnchors(
  file: QuestionFile | ProfileQuestionFile,
): readonly (readonly [value: string, text: string])[] {
  const anchors = file.type === 'rating' ? (file.anchors ?? {}) : {}
  return Object.entries(anchors).flatMap(([value, text]) =>
    text === undefined ? [] : [[value, text] as const],
  )
}

/** What an author may want to look at: a warning unless `severity` says otherwise. */
export function createAdvice(
  origin: PartOrigin,
  path: Path,
  found: {
    readonly id: string
    readonly message: Message
    readonly fix: Message
    readonly severity?: Severity
    /** Where the whole of a map is meant: its key, not its first entry. */
    readonly at?: 'key'
    readonly within?: { readonly start: number; readonly end: number }
  },
): SourcedFinding {
  const { message, ...more } = found
  return placeFinding(origin, path, message, { severity: 'warning', ...more })
}

/** As much as anybody reads at once: patterns that look far ahead take long on a text that is longer than a page. */
export function clipLongText(text: string): string {
  return text.slice(0, 1_000)
}

/** The place of a match in its text. */
export function getMatchSpan(match: RegExpExecArray): {
  readonly start: number
  readonly end: number
} {
  return { start: match.index, end: match.index + match[0].length }
}
