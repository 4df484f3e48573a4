import { suggestLevel, suggestWordEarly } from '../model/did-you-mean.ts'
import type { ResolveContext as FormContext } from '../model/forms/form-type.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import type {
  Check,
  Dimension,
  Level,
  Must,
  Practice,
  Question,
  When,
} from '../model/questionnaire.ts'
import type {
  CheckFile,
  MustFile,
  ProfileQuestionFile,
  QuestionFile,
} from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type PartOrigin,
  placeFinding,
  placeUnknownReference,
  type SourcedFinding,
  toSourcedFinding,
} from './sourced-finding.ts'

interface ResolveContext {
  readonly scales: FormContext['scales']
  readonly levels: readonly Level[]
  /** Takes what is found on the way. */
  readonly findings: SourcedFinding[]
}

export function resolveDimension(part: DimensionPart, context: ResolveContext): Dimension {
  const { file } = part
  const known = file.questions.map((question) => question.id)
  return {
    id: file.id,
    title: file.title,
    weight: file.weight,
    why: file.why ?? null,
    ...(file.day === undefined ? {} : { day: resolveDay(file.day, part, known, context) }),
    questions: file.questions.map((question, index) => {
      const place = getEntryOrigin(part, 'questions', index)
      return resolveQuestion(file.id, question, place, context)
    }),
    checks: file.checks.map((check, index) => {
      const place = getEntryOrigin(part, 'checks', index)
      return resolveCheck(file.id, check, known, place, context.findings)
    }),
  }
}

function resolveDay(
  { result, minutes }: NonNullable<DimensionPart['file']['day']>,
  { file, origin }: DimensionPart,
  known: readonly string[],
  { findings }: ResolveContext,
): NonNullable<Dimension['day']> {
  if (!known.includes(result)) {
    const hint = suggestWordEarly(findings.length, result, known)
    const message = { say: 'question-not-in-dimension', id: result, hint } as const
    findings.push(placeUnknownReference(origin, ['day', 'result'], message))
  }
  return { result: `${file.id}.${result}`, minutes: minutes ?? null }
}

/** What an answer may be. */
export function resolveForm(
  file: QuestionFile | ProfileQuestionFile,
  origin: PartOrigin,
  { scales, findings }: Pick<ResolveContext, 'scales' | 'findings'>,
): Form {
  return getFormType(file).resolve(file, {
    scales,
    before: findings.length,
    report: (finding) => findings.push(toSourcedFinding(origin, finding)),
  })
}

function resolveQuestion(
  dimension: string,
  file: QuestionFile,
  origin: PartOrigin,
  context: ResolveContext,
): Question {
  const form = resolveForm(file, origin, context)
  const { reverse = false, must = null } = file
  if (must !== null && reverse) {
    const fix = { say: 'must-on-reversed-fix' } as const
    context.findings.push(placeFinding(origin, ['must'], { say: 'must-on-reversed' }, { fix }))
  }
  return {
    id: `${dimension}.${file.id}`,
    dimension,
    ask: file.ask,
    why: file.why ?? null,
    when: toWhen(file.when),
    formerly: (file.formerly ?? []).map((id) => toFullId(id, dimension)),
    form,
    scored: getFormType(form).isScored?.(form) ?? false,
    weight: file.weight,
    reverse,
    must: must === null ? null : resolveMust(must, form, origin, context),
    core: file.core,
    about: file.about,
    mirror: file.mirror === undefined ? null : toFullId(file.mirror, dimension),
    evidence: file.evidence ?? null,
    practice: file.practice === undefined ? null : resolvePractice(file.practice, file.about),
    source: file.source ?? null,
    fills: file.fills ?? null,
  }
}

const timeByEffort = { small: 'P1W', medium: 'P2W', large: 'P4W' } as const

function resolvePractice(
  practice: NonNullable<QuestionFile['practice']>,
  about: QuestionFile['about'],
): Practice {
  return {
    ...practice,
    done: practice.done ?? null,
    takes: practice.takes ?? timeByEffort[practice.effort],
    by: practice.by ?? (about === 'both' ? 'all' : 'us'),
  }
}

function resolveCheck(
  dimension: string,
  file: CheckFile,
  questions: readonly string[],
  origin: PartOrigin,
  findings: SourcedFinding[],
): Check {
  for (const [index, name] of file.supports.entries()) {
    if (questions.includes(name)) continue
    const hint = suggestWordEarly(findings.length, name, questions)
    const message = { say: 'question-not-in-dimension', id: name, hint } as const
    findings.push(placeUnknownReference(origin, ['supports', index], message))
  }
  return {
    ...file,
    id: `${dimension}.${file.id}`,
    ...(file.formerly === undefined
      ? {}
      : { formerly: file.formerly.map((id) => toFullId(id, dimension)) }),
    supports: file.supports.map((name) => `${dimension}.${name}`),
  }
}

export function toWhen(when: QuestionFile['when']): When | null {
  if (when === undefined) return null
  return typeof when === 'string' ? { cel: when } : { plain: when }
}

/** An id as written in a dimension: without a dot it is one of the dimension's own. */
export function toFullId(id: string, dimension: string): string {
  return id.includes('.') ? id : `${dimension}.${id}`
}

function resolveMust(
  file: MustFile,
  form: Form,
  origin: PartOrigin,
  context: ResolveContext,
): Must {
  const written = typeof file === 'object' ? file.least : file
  const path = typeof file === 'object' ? ['must', 'least'] : ['must']
  const least = typeof written === 'number' ? written : 1
  const { findMustProblem = (): Message => ({ say: 'must-not-possible' }) } = getFormType(form)
  const wrong = findMustProblem(form, written)
  if (wrong !== null) context.findings.push(placeFinding(origin, path, wrong))
  const cap = (typeof file === 'object' ? file.cap : undefined) ?? context.levels[1]?.id ?? ''
  const known = context.levels.map(({ id }) => id)
  if (!known.includes(cap)) {
    const hint = suggestLevel(cap, context.levels, context.findings.length)
    const message = { say: 'must-cap-unknown', level: cap, hint } as const
    context.findings.push(placeUnknownReference(origin, ['must', 'cap'], message))
  }
  return { least, cap }
}
