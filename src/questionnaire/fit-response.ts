import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import {
  listQuestions,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import {
  type Answer,
  type AnswerNotes,
  createAnswerNotes,
  type Response,
  type Value,
} from '../model/response.ts'
import type { RawAnswer, ResponseFile } from '../model/response-file.ts'
import { isMap } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import { findQuestionByAnyId, sortCurrentFirst } from './current-question.ts'
import { getScaleName } from './to-response-file.ts'

/** An answer that does not fit the questionnaire: to a question that is gone, or off its scale. */
export interface Misfit {
  readonly id: string
  readonly raw: unknown
  readonly finding: Finding
}

interface FittedResponse {
  /** Everything that fits. */
  readonly response: Response
  /** Everything that does not; the caller decides whether that is an error or is set aside. */
  readonly misfits: readonly Misfit[]
}

/**
 * Fits a decoded response to its questionnaire. `signatures` says what the questions looked like when they were answered
 * (see `getScaleName`); an answer to a question that has another scale now fits no more, whatever its number.
 */
export function fitResponse(
  questionnaire: Questionnaire,
  file: ResponseFile,
  signatures: ReadonlyMap<string, string> = new Map(),
): FittedResponse {
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  const misfits: Misfit[] = []
  const answers = fitAnswers(file.answers ?? {}, 'answers', questions, signatures, misfits)
  const inactive = fitAnswers(file.inactive ?? {}, 'inactive', questions, signatures, misfits)
  const response: Response = {
    questionnaire: {
      id: file.questionnaire.id,
      version: file.questionnaire.version,
      hash: file.questionnaire.hash ?? null,
    },
    partnership: file.partnership,
    partner: file.partner,
    respondent: { id: file.respondent.id, role: toNullIfBlank(file.respondent.role) },
    run: file.run,
    started: file.started ?? null,
    completed: file.completed ?? null,
    excluded: toNullIfBlank(file.excluded),
    told: file.told ?? null,
    profile: fitProfile(questionnaire.profile, file.profile ?? {}, misfits),
    answers,
    inactive,
  }
  return { response, misfits }
}

function fitProfile(
  profile: readonly ProfileQuestion[],
  raw: Readonly<Record<string, unknown>>,
  misfits: Misfit[],
): ReadonlyMap<string, Value> {
  const questions = new Map(profile.map((question) => [question.id, question]))
  const values = new Map<string, Value>()
  for (const [key, value] of sortCurrentFirst(raw, questions)) {
    const path = ['profile', key]
    const refuse = (finding: Finding) => misfits.push({ id: key, raw: value, finding })
    const question = findQuestionByAnyId(questions, key)
    if (question === null) {
      refuse(createUnknownIdFinding(key, true, [...questions.keys()], path))
    } else if (value !== null) {
      const fit = getFormType(question.form).fromRaw(question.form, value)
      if ('misfit' in fit) refuse(createOffScaleFinding(fit.misfit, [...path, ...fit.path]))
      else if (values.has(question.id)) refuse(createDoubleAnswerFinding(key, question.id, path))
      else values.set(question.id, fit.value)
    }
  }
  return sortByIds(values, questions.keys())
}

function fitAnswers(
  raw: Readonly<Record<string, RawAnswer>>,
  section: 'answers' | 'inactive',
  questions: ReadonlyMap<string, Question>,
  signatures: ReadonlyMap<string, string>,
  misfits: Misfit[],
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>()
  for (const [key, written] of sortCurrentFirst(raw, questions)) {
    const path = [section, key]
    const refuse = (finding: Finding) => misfits.push({ id: key, raw: written, finding })
    const question = findQuestionByAnyId(questions, key)
    if (question === null) {
      refuse(createUnknownIdFinding(key, false, [...questions.keys()], path))
      continue
    }
    const fit = fitAnswer(question.form, written, path)
    const before = signatures.get(key)
    const now = getScaleName(question)
    if ('finding' in fit) refuse(fit.finding)
    else if (fit.answer?.state === 'answered' && before !== undefined && before !== now) {
      const message = { say: 'answer-on-another-scale', id: key, before, now } as const
      refuse(createOffScaleFinding(message, path))
    } else if (fit.answer !== null && answers.has(question.id)) {
      refuse(createDoubleAnswerFinding(key, question.id, path))
    } else if (fit.answer !== null) answers.set(question.id, fit.answer)
  }
  return sortByIds(answers, questions.keys())
}

/** Null is a place in the form that is still empty. */
function fitAnswer(
  form: Form,
  written: RawAnswer,
  path: Path,
): { readonly answer: Answer | null } | { readonly finding: Finding } {
  if (written === null) return { answer: null }
  if (!isLongAnswer(written)) return fitAnsweredValue(form, written, { note: null }, path)
  const notes = createAnswerNotes(toNullIfBlank(written.note), written.private === true)
  const { state, value = null } = written
  const reason = toNullIfBlank(written.reason)
  if (state === undefined || state === 'answered') {
    if (value === null) return { answer: null }
    return fitAnsweredValue(form, value, notes, [...path, 'value'])
  }
  if (value !== null) {
    return {
      finding: createOffScaleFinding({ say: 'answer-value-and-state', state }, [...path, 'value']),
    }
  }
  if (state !== 'not-applicable') return { answer: { state, ...notes } }
  if (reason === null) {
    const message = { say: 'answer-without-reason' } as const
    return { finding: createFinding('schema.missing', [...path, 'reason'], message) }
  }
  return { answer: { state, reason, ...notes } }
}

function fitAnsweredValue(form: Form, raw: unknown, notes: AnswerNotes, path: Path) {
  const fit = getFormType(form).fromRaw(form, raw)
  if ('misfit' in fit) return { finding: createOffScaleFinding(fit.misfit, [...path, ...fit.path]) }
  return { answer: { state: 'answered' as const, value: fit.value, ...notes } }
}

function isLongAnswer(
  written: RawAnswer,
): written is Extract<RawAnswer, { state?: unknown; value?: unknown }> {
  return isMap(written)
}

function toNullIfBlank(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text
}

function createUnknownIdFinding(
  id: string,
  inProfile: boolean,
  known: readonly string[],
  path: Path,
): Finding {
  const hint = suggestWord(id, known)
  const message = { say: 'answered-question-unknown', id, inProfile, hint } as const
  return { ...createUnknownReference(path, message), at: 'key' }
}

function createDoubleAnswerFinding(former: string, id: string, path: Path): Finding {
  const message = { say: 'answer-under-former-id', former, id } as const
  return { ...createOffScaleFinding(message, path), at: 'key' }
}

function createOffScaleFinding(message: Message, path: Path): Finding {
  return createFinding('schema.value', path, message)
}

/** In questionnaire order, whatever order a person wrote in. */
function sortByIds<T>(
  values: ReadonlyMap<string, T>,
  ids: Iterable<string>,
): ReadonlyMap<string, T> {
  const ordered = new Map<string, T>()
  for (const id of ids) {
    const value = values.get(id)
    if (value !== undefined) ordered.set(id, value)
  }
  return ordered
}
