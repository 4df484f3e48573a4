import { describeSuggestion } from '../../model/did-you-mean.ts'
import type { Path } from '../../model/finding.ts'
import type { QuestionFile } from '../../model/questionnaire-file.ts'
import { ownFile, type SourcedFinding } from '../sourced-finding.ts'
import {
  type AdviceInput,
  type AdvisedQuestion,
  createAdvice,
  getMatchSpan,
  listWordings,
  type Wording,
} from './advice-input.ts'

const adviceId = 'question.words'

/** `{name}` in what people read where no word has that name: the braces would be read as they stand. */
export function checkUnknownWords(
  question: AdvisedQuestion,
  { questionnaire }: AdviceInput,
): readonly SourcedFinding[] {
  const known = Object.keys(questionnaire.words)
  return listQuestionTexts(question).flatMap(({ text, path }) =>
    [...text.matchAll(/\{([a-z][a-zA-Z0-9-]*)\}/g)].flatMap((match) => {
      const [whole, name = ''] = match
      if (known.includes(name)) return []
      return [
        createAdvice(question.origin, path, {
          id: adviceId,
          message: `Nothing is filled in for "${whole}"${describeSuggestion(name, known)}`,
          fix: `Give "${name}" its texts under "words", or take the braces away`,
          within: getMatchSpan(match),
        }),
      ]
    }),
  )
}

function listQuestionTexts(question: AdvisedQuestion): readonly Wording[] {
  const { file } = question
  const more: readonly (readonly [Path, string | undefined])[] = [
    [['why'], file.why],
    ...('practice' in file || 'evidence' in file ? listHelpTexts(file) : []),
  ]
  return [
    ...listWordings(question),
    ...more.flatMap(([path, text]) => (text === undefined ? [] : [{ text, path }])),
  ]
}

function listHelpTexts({
  evidence,
  practice,
}: Pick<QuestionFile, 'evidence' | 'practice'>): readonly (readonly [Path, string | undefined])[] {
  return [
    [['evidence'], evidence],
    [['practice', 'do'], practice?.do],
    [['practice', 'done'], practice?.done],
  ]
}

/** Words go by the choices of the profile question `unit`: each needs a text, and no other does. */
export function checkPartnerWords({
  questionnaire,
  isWritten,
}: AdviceInput): readonly SourcedFinding[] {
  const names = Object.keys(questionnaire.words).filter((name) =>
    isWritten(ownFile, ['words', name]),
  )
  if (names.length === 0) return []
  const unit = questionnaire.profile.find((question) => question.id === 'unit')
  if (unit?.form.type !== 'choice') {
    const message = 'Words go by the answer to "unit", and the profile has no such choice'
    const fix = 'Put a question with the id "unit" and the type "choice" under "profile"'
    return [createAdvice(ownFile, ['words'], { id: adviceId, message, fix })]
  }
  const choices = unit.form.choices.map((choice) => choice.id)
  return names.flatMap((name) => {
    const byUnit = questionnaire.words[name] ?? {}
    const given = Object.keys(byUnit)
    const strange = given.filter((key) => key !== 'any' && !choices.includes(key))
    const missing = given.includes('any') ? [] : choices.filter((key) => !given.includes(key))
    return [
      ...strange.map((key) =>
        createAdvice(ownFile, ['words', name, key], {
          id: adviceId,
          message: `"${key}" is no choice of "unit"${describeSuggestion(key, choices)}`,
          fix: 'Use the ids of its choices, and "any" for all others',
        }),
      ),
      ...(missing.length === 0 || strange.length > 0
        ? []
        : [
            createAdvice(ownFile, ['words', name], {
              id: adviceId,
              message: `"${name}" has no text for ${missing.map((key) => `"${key}"`).join(', ')}, who read "${name}"`,
              fix: 'Add it, or one for "any"',
            }),
          ]),
    ]
  })
}
