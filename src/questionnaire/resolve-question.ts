import { suggestion } from '../model/did-you-mean.ts'
import type {
  Check,
  Choice,
  Dimension,
  Form,
  Level,
  Must,
  Question,
  RatingValue,
  When,
} from '../model/questionnaire.ts'
import type {
  CheckFile,
  Must as MustFile,
  ProfileQuestionFile,
  QuestionFile,
} from '../model/questionnaire-file.ts'
import { type DimensionPart, type Origin, problem, type SourcedFinding } from './sourced.ts'

export type Scales = Readonly<Record<string, readonly string[]>>

interface Context {
  readonly scales: Scales
  readonly levels: readonly Level[]
  /** Takes what is found on the way. */
  readonly findings: SourcedFinding[]
}

export function resolveDimension(part: DimensionPart, context: Context): Dimension {
  const { file, origin } = part
  const known = file.questions.map((question) => question.id)
  return {
    id: file.id,
    title: file.title,
    weight: file.weight,
    why: file.why ?? null,
    questions: file.questions.map((question, index) => {
      const place = { source: origin.source, base: [...origin.base, 'questions', index] }
      return resolveQuestion(file.id, question, place, context)
    }),
    checks: file.checks.map((check, index) => {
      const place = { source: origin.source, base: [...origin.base, 'checks', index] }
      return resolveCheck(file.id, check, known, place, context.findings)
    }),
  }
}

function resolveQuestion(
  dimension: string,
  file: QuestionFile,
  origin: Origin,
  context: Context,
): Question {
  const form = formOf(file, context.scales, origin, context.findings)
  const reverse = 'reverse' in file ? file.reverse : false
  const must = 'must' in file && file.must !== undefined ? file.must : null
  if (must !== null && reverse) {
    context.findings.push(
      problem(origin, ['must'], 'A must cannot stand on a reversed question', {
        fix: 'Ask the question the other way round, or drop "reverse"',
      }),
    )
  }
  return {
    id: `${dimension}.${file.id}`,
    dimension,
    ask: file.ask,
    why: file.why ?? null,
    when: whenOf(file.when),
    formerly: (file.formerly ?? []).map((id) => inFull(id, dimension)),
    form,
    scored: isScored(form),
    weight: file.weight,
    reverse,
    must: must === null ? null : resolveMust(must, form, origin, context),
    core: file.core,
    about: file.about,
    mirror: file.mirror === undefined ? null : inFull(file.mirror, dimension),
    evidence: file.evidence ?? null,
    practice:
      file.practice === undefined ? null : { ...file.practice, done: file.practice.done ?? null },
    source: file.source ?? null,
    fills: file.fills ?? null,
  }
}

function resolveCheck(
  dimension: string,
  file: CheckFile,
  questions: readonly string[],
  origin: Origin,
  findings: SourcedFinding[],
): Check {
  for (const [index, name] of file.supports.entries()) {
    if (questions.includes(name)) continue
    findings.push(
      problem(
        origin,
        ['supports', index],
        `Unknown question "${name}" in this dimension${suggestion(name, questions)}`,
        {
          id: 'reference.unknown',
        },
      ),
    )
  }
  return {
    ...file,
    id: `${dimension}.${file.id}`,
    ...(file.formerly === undefined
      ? {}
      : { formerly: file.formerly.map((id) => inFull(id, dimension)) }),
    supports: file.supports.map((name) => `${dimension}.${name}`),
  }
}

export function whenOf(when: QuestionFile['when']): When | null {
  if (when === undefined) return null
  return typeof when === 'string' ? { cel: when } : { plain: when }
}

/** An id as written in a dimension: without a dot it is one of the dimension's own. */
export function inFull(id: string, dimension: string): string {
  return id.includes('.') ? id : `${dimension}.${id}`
}

/** What an answer may be. Problems go to `findings`; the form is then a best guess that keeps the rest checkable. */
export function formOf(
  file: QuestionFile | ProfileQuestionFile,
  scales: Scales,
  origin: Origin,
  findings: SourcedFinding[],
): Form {
  switch (file.type) {
    case 'rating':
      return { type: 'rating', values: ratingValues(file, scales, origin, findings) }
    case 'choice':
    case 'choices':
      return { type: file.type, choices: choicesOf(file.choices, origin, findings) }
    case 'number': {
      const { from = null, to = null } = file
      if ((from === null) !== (to === null)) {
        const missing = from === null ? 'from' : 'to'
        findings.push(
          problem(
            origin,
            [missing],
            `"${missing}" is missing; a scored number needs both "from" and "to"`,
            { id: 'schema.missing' },
          ),
        )
      } else if (from !== null && from === to) {
        findings.push(
          problem(origin, ['to'], '"from" and "to" are the same; a scored number needs a range'),
        )
      }
      return { type: 'number', from, to }
    }
    case 'table':
      return {
        type: 'table',
        leastRows: file.rows?.least ?? 0,
        columns: file.columns.map((column) => ({
          id: column.id,
          title: column.title,
          type: column.type,
          from: column.from ?? null,
          to: column.to ?? null,
          choices: (column.choices ?? []).map(
            (choice): Choice => ({ ...choice, score: choice.score ?? null }),
          ),
        })),
      }
    default:
      return { type: file.type }
  }
}

function ratingValues(
  file: Extract<QuestionFile | ProfileQuestionFile, { type: 'rating' }>,
  scales: Scales,
  origin: Origin,
  findings: SourcedFinding[],
): readonly RatingValue[] {
  const { scale, anchors } = file
  if (scale !== undefined && anchors !== undefined) {
    findings.push(problem(origin, ['scale'], 'A rating has "scale" or "anchors", not both'))
  }
  if (scale === undefined && anchors === undefined) {
    findings.push(
      problem(origin, [], 'A rating needs "anchors" (what each value looks like) or a "scale"', {
        id: 'schema.missing',
      }),
    )
  }
  if (anchors !== undefined) {
    return ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: anchors[value] ?? null }))
  }
  const labels = scale !== undefined && Object.hasOwn(scales, scale) ? scales[scale] : undefined
  if (labels === undefined && scale !== undefined) {
    findings.push(
      problem(
        origin,
        ['scale'],
        `Unknown scale "${scale}"${suggestion(scale, Object.keys(scales))}`,
        { id: 'reference.unknown' },
      ),
    )
  }
  return (labels ?? ['', '']).map((label, index) => ({ value: index + 1, label }))
}

function choicesOf(
  files: readonly {
    readonly id: string
    readonly title: string
    readonly score?: number | undefined
  }[],
  origin: Origin,
  findings: SourcedFinding[],
): readonly Choice[] {
  const seen = new Set<string>()
  const anyScored = files.some((choice) => choice.score !== undefined)
  for (const [index, choice] of files.entries()) {
    if (seen.has(choice.id)) {
      findings.push(
        problem(origin, ['choices', index, 'id'], `The choice "${choice.id}" is there twice`),
      )
    }
    seen.add(choice.id)
    if (anyScored && choice.score === undefined) {
      findings.push(
        problem(
          origin,
          ['choices', index, 'score'],
          `The choice "${choice.id}" has no score, while others have`,
          { id: 'schema.missing' },
        ),
      )
    }
  }
  return files.map((choice) => ({
    id: choice.id,
    title: choice.title,
    score: choice.score ?? null,
  }))
}

function isScored(form: Form): boolean {
  switch (form.type) {
    case 'rating':
    case 'yes-no':
      return true
    case 'choice':
    case 'choices':
      return form.choices.some((choice) => choice.score !== null)
    case 'number':
      return form.from !== null && form.to !== null
    default:
      return false
  }
}

function resolveMust(file: MustFile, form: Form, origin: Origin, context: Context): Must {
  const written = typeof file === 'object' ? file.least : file
  const path = typeof file === 'object' ? ['must', 'least'] : ['must']
  const least = typeof written === 'number' ? written : 1
  const wrong = wrongMust(written, form)
  if (wrong !== null) context.findings.push(problem(origin, path, wrong))
  const second = context.levels[1]?.id ?? ''
  const cap = typeof file === 'object' ? (file.cap ?? second) : second
  if (!context.levels.some((level) => level.id === cap)) {
    const known = context.levels.map((level) => level.id)
    context.findings.push(
      problem(origin, ['must', 'cap'], `Unknown level "${cap}"${suggestion(cap, known)}`, {
        id: 'reference.unknown',
      }),
    )
  }
  return { least, cap }
}

function wrongMust(least: number | 'yes' | true, form: Form): string | null {
  switch (form.type) {
    case 'yes-no':
      return typeof least === 'number' ? 'The must of a yes-no question is "yes"' : null
    case 'rating': {
      const highest = form.values.length
      if (typeof least !== 'number') return 'The must of a rating is one of its values'
      return least < 1 || least > highest
        ? `The must ${least} is off the scale of 1 to ${highest}`
        : null
    }
    case 'number':
      if (typeof least !== 'number') return 'The must of a number is a number'
      if (form.from === null || form.to === null || form.from >= form.to) {
        return 'A must on a number needs "from" under "to"'
      }
      return null
    default:
      return 'A must is for ratings, yes-no questions and numbers'
  }
}
