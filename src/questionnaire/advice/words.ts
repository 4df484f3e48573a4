import { suggestWord } from '../../model/did-you-mean.ts'
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

/** `{name}` in a text, where no word has that name: people would read the braces. */
export function checkUnknownWords(
  question: AdvisedQuestion,
  { questionnaire }: AdviceInput,
): readonly SourcedFinding[] {
  const known = Object.keys(questionnaire.words)
  return listQuestionTexts(question).flatMap(({ text, path }) =>
    [...text.matchAll(/\{([a-z][a-zA-Z0-9-]*)\}/g)].flatMap((match) => {
      const [, name = ''] = match
      if (known.includes(name)) return []
      return [
        createAdvice(question.origin, path, {
          id: adviceId,
          message: { say: 'word-unknown', name, hint: suggestWord(name, known) },
          fix: { say: 'word-unknown-fix', name },
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
    const message = { say: 'words-without-unit' } as const
    const fix = { say: 'words-without-unit-fix' } as const
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
          message: { say: 'word-for-no-unit', key, hint: suggestWord(key, choices) },
          fix: { say: 'word-for-no-unit-fix' },
        }),
      ),
      ...(missing.length === 0 || strange.length > 0
        ? []
        : [
            createAdvice(ownFile, ['words', name], {
              id: adviceId,
              message: { say: 'word-missing-for', name, units: missing },
              fix: { say: 'word-missing-for-fix' },
            }),
          ]),
    ]
  })
}
