import { suggestWord } from '../model/did-you-mean.ts'
import { getFormType } from '../model/forms/forms.ts'
import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import { type Answer, getAnswerNotes, type Response, type Value } from '../model/response.ts'
import type { Message } from '../words/message.ts'
import { findQuestionByAnyId } from './current-question.ts'

/** What everybody is taken to have answered, by full id, in questionnaire order. */
export type Assumptions = ReadonlyMap<string, Value>

/** Reads `ID=VALUE`, the value as a person would answer; or says what is wrong with one. */
export function parseAssumptions(
  questionnaire: Questionnaire,
  texts: readonly string[],
): { readonly assumed: Assumptions } | { readonly problem: Message } {
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  const found = new Map<Question, Value>()
  for (const text of texts) {
    const at = text.indexOf('=')
    const id = text.slice(0, at === -1 ? text.length : at).trim()
    if (at === -1 || id === '') {
      return { problem: { say: 'assumption-unreadable', text } }
    }
    const question = findQuestionByAnyId(questions, id)
    if (question === null) {
      return {
        problem: { say: 'question-unknown', id, hint: suggestWord(id, [...questions.keys()]) },
      }
    }
    if (!question.scored) {
      return { problem: { say: 'assumption-without-score', id } }
    }
    if (found.has(question)) return { problem: { say: 'assumption-repeated', id: question.id } }
    const fit = getFormType(question.form).fromText(question.form, text.slice(at + 1).trim(), '.')
    if ('misfit' in fit) return { problem: { say: 'assumption-misfit', id, misfit: fit.misfit } }
    found.set(question, fit.value)
  }
  return {
    assumed: new Map(
      [...questions.values()].flatMap((question) => {
        const value = found.get(question)
        return value === undefined ? [] : [[question.id, value]]
      }),
    ),
  }
}

/** The response as if these had been answered so, where there is an answer or an open place for one. */
export function applyAssumptions(response: Response, assumed: Assumptions): Response {
  const answers = new Map(response.answers)
  for (const [id, value] of assumed) {
    const there = answers.get(id) ?? response.inactive.get(id)
    if (there?.state !== 'not-applicable') answers.set(id, createAssumedAnswer(value, there))
  }
  return { ...response, answers }
}

function createAssumedAnswer(value: Value, there: Answer | undefined): Answer {
  return { state: 'answered', value, ...getAnswerNotes(there) }
}
