import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
import type { ValueFit } from '../model/forms/form-type.ts'
import type { Form } from '../model/forms/forms.ts'
import {
  listQuestions,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { Answer, Response, Value } from '../model/response.ts'
import type { RawAnswer, ResponseFile } from '../model/response-file.ts'
import { isMap } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import { findQuestionByAnyId, sortCurrentFirst } from './current-question.ts'
import { getScaleName } from './to-response-file.ts'
import { findAnswerFix, readWrittenAnswer, writeLine } from './written-answer.ts'

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
      const read = readWrittenAnswer(question.form, value)
      // A profile has values only: who did not say has no entry.
      if ('state' in read) continue
      if ('misfit' in read) refuse(createMisfitFinding(question.form, value, read, path, key))
      else if (values.has(question.id)) refuse(createDoubleAnswerFinding(key, question.id, path))
      else values.set(question.id, read.value)
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
      const fix = findStrayFix(raw, key)
      const known = fix === null ? [...questions.keys()] : []
      refuse({ ...createUnknownIdFinding(key, false, known, path), fix })
      continue
    }
    const fit = fitAnswer(question.form, written, path, key)
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
  key: string,
): { readonly answer: Answer | null } | { readonly finding: Finding } {
  if (written === null) return { answer: null }
  if (!isLongAnswer(written)) return fitWrittenAnswer(form, { value: written }, path, key)
  const note = toNullIfBlank(written.note)
  const { state, value = null } = written
  const reason = toNullIfBlank(written.reason)
  if (state === undefined || state === 'answered') {
    if (value === null) return { answer: null }
    return fitWrittenAnswer(form, { value, reason, note }, [...path, 'value'], key)
  }
  if (value !== null) {
    return {
      finding: createOffScaleFinding({ say: 'answer-value-and-state', state }, [...path, 'value']),
    }
  }
  if (state !== 'not-applicable') return { answer: { state, note } }
  if (reason === null) return { finding: createReasonFinding([...path, 'reason'], key) }
  return { answer: { state, reason, note } }
}

interface WrittenEntry {
  readonly value: unknown
  readonly reason?: string | null
  readonly note?: string | null
}

/** What stands in the place of a value may be the words for a state. */
function fitWrittenAnswer(
  form: Form,
  { value, reason = null, note = null }: WrittenEntry,
  path: Path,
  key: string,
): { readonly answer: Answer } | { readonly finding: Finding } {
  const read = readWrittenAnswer(form, value)
  if ('misfit' in read) return { finding: createMisfitFinding(form, value, read, path, key) }
  if (!('state' in read)) return { answer: { state: 'answered', value: read.value, note } }
  if (read.state !== 'not-applicable') return { answer: { state: read.state, note } }
  const why = reason ?? read.reason
  if (why === null) return { finding: createReasonFinding(path, key) }
  return { answer: { state: read.state, reason: why, note } }
}

function isLongAnswer(
  written: RawAnswer,
): written is Extract<RawAnswer, { state?: unknown; value?: unknown }> {
  return isMap(written)
}

function toNullIfBlank(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text
}

function createReasonFinding(path: Path, key: string): Finding {
  const fix = writeLine(key, { state: 'not-applicable', reason: '…' })
  return createFinding('schema.missing', path, { say: 'answer-without-reason' }, { fix })
}

function createMisfitFinding(
  form: Form,
  raw: unknown,
  { misfit, path: inside }: Extract<ValueFit, { misfit: unknown }>,
  path: Path,
  key: string,
): Finding {
  const [section] = path
  const takesNote = section !== 'profile' && path.at(-1) === key
  const place = { key: path.at(-1) === 'value' ? 'value' : key, takesNote }
  const fix = findAnswerFix(form, raw, place) ?? findOpenFix(misfit, raw, section === 'profile')
  return createFinding('schema.value', [...path, ...inside], misfit, { fix })
}

/** Text that is no answer may stand for none. */
function findOpenFix(misfit: Message, raw: unknown, inProfile: boolean): Message | null {
  const hint = misfit.say === 'choice-unknown' ? misfit.hint : ''
  const isMisspelt = typeof hint !== 'string' && hint.say === 'did-you-mean'
  if (typeof raw !== 'string' || isMisspelt) return null
  if (/\d/.test(raw)) return { say: 'write-one-value' }
  return { say: inProfile ? 'profile-without-value-fix' : 'answer-without-value-fix' }
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

/** `value: 4` or `note: …` beside the question that it belongs to, which is the one above. */
function findStrayFix(raw: Readonly<Record<string, RawAnswer>>, key: string): Message | null {
  const above = Object.keys(raw)[Object.keys(raw).indexOf(key) - 1]
  if (!['value', 'state', 'reason', 'note'].includes(key) || above === undefined) return null
  const { [above]: own = null, [key]: stray } = raw
  if (isMap(own)) return null
  return writeLine(above, own === null ? { [key]: stray } : { value: own, [key]: stray })
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
