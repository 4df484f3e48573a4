import { createFinding, type Finding, type Path } from '../model/finding.ts'
import type { Form } from '../model/forms/forms.ts'
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
import {
  createDoubleAnswerFinding,
  createMisfitFinding,
  createReasonFinding,
  createUnknownAnswerFinding,
  createUnknownProfileFinding,
} from './answer-findings.ts'
import { findQuestionByAnyId, sortCurrentFirst } from './current-question.ts'
import { getScaleName } from './to-response-file.ts'
import { readWrittenAnswer } from './written-answer.ts'

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
  const asked: AskedQuestions = {
    profile: toMap(questionnaire.profile),
    questions: toMap(listQuestions(questionnaire)),
  }
  const misfits: Misfit[] = []
  const answers = fitAnswers(file.answers ?? {}, 'answers', asked, signatures, misfits)
  const inactive = fitAnswers(file.inactive ?? {}, 'inactive', asked, signatures, misfits)
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
    profile: fitProfile(file.profile ?? {}, asked, misfits),
    answers,
    inactive,
  }
  return { response, misfits }
}

/** By id. */
interface AskedQuestions {
  readonly profile: ReadonlyMap<string, ProfileQuestion>
  readonly questions: ReadonlyMap<string, Question>
}

function toMap<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}

function fitProfile(
  raw: Readonly<Record<string, unknown>>,
  { profile, questions }: AskedQuestions,
  misfits: Misfit[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>()
  for (const [key, value] of sortCurrentFirst(raw, profile)) {
    const path = ['profile', key]
    const refuse = (finding: Finding) => misfits.push({ id: key, raw: value, finding })
    const question = findQuestionByAnyId(profile, key)
    if (question === null) {
      const isAnswer = findQuestionByAnyId(questions, key) !== null
      refuse(createUnknownProfileFinding(path, [...profile.keys()], isAnswer))
    } else if (value !== null) {
      const read = readProfileAnswer(question.form, value)
      // A profile has values only: who did not say has no entry.
      if ('state' in read) continue
      if ('misfit' in read) refuse(createMisfitFinding(question.form, value, read, path))
      else if (values.has(question.id)) refuse(createDoubleAnswerFinding(key, question.id, path))
      else values.set(question.id, read.value)
    }
  }
  return sortByIds(values, profile.keys())
}

/** Of several choices one may stand without a list. Contract: design section 2, `profile: {learned: mentored}`. */
function readProfileAnswer(form: Form, raw: unknown): ReturnType<typeof readWrittenAnswer> {
  const read = readWrittenAnswer(form, raw)
  if (form.type !== 'choices' || !('misfit' in read)) return read
  const one = readWrittenAnswer({ ...form, type: 'choice' }, raw)
  return 'value' in one ? { value: [String(one.value)] } : read
}

function fitAnswers(
  raw: Readonly<Record<string, RawAnswer>>,
  section: 'answers' | 'inactive',
  { profile, questions }: AskedQuestions,
  signatures: ReadonlyMap<string, string>,
  misfits: Misfit[],
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>()
  for (const [key, written] of sortCurrentFirst(raw, questions)) {
    const path = [section, key]
    const refuse = (finding: Finding) => misfits.push({ id: key, raw: written, finding })
    const question = findQuestionByAnyId(questions, key)
    if (question === null) {
      const known = [...questions.keys()]
      refuse(createUnknownAnswerFinding(path, known, { raw, inProfile: profile.has(key) }))
      continue
    }
    const fit = fitAnswer(question.form, written, path)
    const before = signatures.get(key)
    const now = getScaleName(question)
    if ('finding' in fit) refuse(fit.finding)
    else if (fit.answer?.state === 'answered' && before !== undefined && before !== now) {
      const message = { say: 'answer-on-another-scale', id: key, before, now } as const
      refuse(createFinding('schema.value', path, message))
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
  if (!isLongAnswer(written)) {
    return fitWrittenAnswer(form, { value: written, notes: { note: null } }, path)
  }
  const notes = createAnswerNotes(toNullIfBlank(written.note), written.private === true)
  const { state, value = null } = written
  const reason = toNullIfBlank(written.reason)
  if (state === undefined || state === 'answered') {
    if (value === null) return { answer: null }
    return fitWrittenAnswer(form, { value, reason, notes }, [...path, 'value'])
  }
  if (value !== null) {
    const message: Message = { say: 'answer-value-and-state', state }
    return { finding: createFinding('schema.value', [...path, 'value'], message) }
  }
  if (state !== 'not-applicable') return { answer: { state, ...notes } }
  if (reason === null) return { finding: createReasonFinding([...path, 'reason']) }
  return { answer: { state, reason, ...notes } }
}

interface WrittenEntry {
  readonly value: unknown
  readonly reason?: string | null
  readonly notes: AnswerNotes
}

/** What stands in the place of a value may be the words for a state. */
function fitWrittenAnswer(
  form: Form,
  { value, reason = null, notes }: WrittenEntry,
  path: Path,
): { readonly answer: Answer } | { readonly finding: Finding } {
  const read = readWrittenAnswer(form, value)
  if ('misfit' in read) return { finding: createMisfitFinding(form, value, read, path) }
  if (!('state' in read)) return { answer: { state: 'answered', value: read.value, ...notes } }
  if (read.state !== 'not-applicable') return { answer: { state: read.state, ...notes } }
  const why = reason ?? read.reason
  if (why === null) return { finding: createReasonFinding(path) }
  return { answer: { state: read.state, reason: why, ...notes } }
}

function isLongAnswer(
  written: RawAnswer,
): written is Extract<RawAnswer, { state?: unknown; value?: unknown }> {
  return isMap(written)
}

function toNullIfBlank(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text
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
