import { describeEarlySuggestion } from '../model/did-you-mean.ts'
import type { Choice, Column, Form, RatingValue } from '../model/questionnaire.ts'
import type { ProfileQuestionFile, QuestionFile } from '../model/questionnaire-file.ts'
import { isFreeKey } from '../model/vocabulary.ts'
import {
  createFreeKeyFinding,
  createSourcedFinding,
  type PartOrigin,
  type SourcedFinding,
} from './sourced-finding.ts'

export type Scales = Readonly<Record<string, readonly string[]>>

type TableQuestionFile = Extract<QuestionFile, { type: 'table' }>
type ChoiceFiles = Extract<QuestionFile, { type: 'choice' }>['choices']

/** What an answer may be. Problems go to `findings`; the form is then a best guess that keeps the rest checkable. */
export function resolveForm(
  file: QuestionFile | ProfileQuestionFile,
  scales: Scales,
  origin: PartOrigin,
  findings: SourcedFinding[],
): Form {
  switch (file.type) {
    case 'rating':
      return { type: 'rating', values: resolveRatingValues(file, scales, origin, findings) }
    case 'choice':
    case 'choices':
      return { type: file.type, choices: resolveChoices(file.choices, origin, findings) }
    case 'number': {
      const { from = null, to = null } = file
      if ((from === null) !== (to === null)) {
        const missing = from === null ? 'from' : 'to'
        findings.push(
          createSourcedFinding(
            origin,
            [missing],
            `"${missing}" is missing; a scored number needs both "from" and "to"`,
            { id: 'schema.missing' },
          ),
        )
      } else if (from !== null && from === to) {
        findings.push(
          createSourcedFinding(
            origin,
            ['to'],
            '"from" and "to" are the same; a scored number needs a range',
          ),
        )
      }
      return { type: 'number', from, to }
    }
    case 'table':
      return {
        type: 'table',
        leastRows: file.rows?.least ?? 0,
        columns: resolveColumns(file.columns, origin, findings),
      }
    default:
      return { type: file.type }
  }
}

function resolveRatingValues(
  file: Extract<QuestionFile | ProfileQuestionFile, { type: 'rating' }>,
  scales: Scales,
  origin: PartOrigin,
  findings: SourcedFinding[],
): readonly RatingValue[] {
  const { scale, anchors } = file
  if (scale !== undefined && anchors !== undefined) {
    findings.push(
      createSourcedFinding(origin, ['scale'], 'A rating has "scale" or "anchors", not both'),
    )
  }
  if (scale === undefined && anchors === undefined) {
    findings.push(
      createSourcedFinding(
        origin,
        [],
        'A rating needs "anchors" (what each value looks like) or a "scale"',
        {
          id: 'schema.missing',
        },
      ),
    )
  }
  if (anchors !== undefined) {
    return ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: anchors[value] ?? null }))
  }
  const labels = scale !== undefined && Object.hasOwn(scales, scale) ? scales[scale] : undefined
  if (labels === undefined && scale !== undefined) {
    findings.push(
      createSourcedFinding(
        origin,
        ['scale'],
        `Unknown scale "${scale}"${describeEarlySuggestion(findings.length, scale, Object.keys(scales))}`,
        { id: 'reference.unknown' },
      ),
    )
  }
  return (labels ?? ['', '']).map((label, index) => ({ value: index + 1, label }))
}

function resolveColumns(
  files: TableQuestionFile['columns'],
  origin: PartOrigin,
  findings: SourcedFinding[],
): readonly Column[] {
  const seen = new Set<string>()
  return files.map((column, index) => {
    const place = { source: origin.source, base: [...origin.base, 'columns', index] }
    const { id, title, type, from = null, to = null, choices } = column
    if (seen.has(id))
      findings.push(createSourcedFinding(place, ['id'], `The column "${id}" is there twice`))
    if (isFreeKey(id)) findings.push(createFreeKeyFinding(id, place, ['id']))
    if (type === 'choice' && choices === undefined) {
      const message = '"choices" is missing; a column of type "choice" needs them'
      findings.push(createSourcedFinding(place, ['choices'], message, { id: 'schema.missing' }))
    }
    if (from !== null && to !== null && from > to) {
      findings.push(createSourcedFinding(place, ['to'], `"to" has to be at least "from" (${from})`))
    }
    seen.add(id)
    return { id, title, type, from, to, choices: resolveChoices(choices ?? [], place, findings) }
  })
}

function resolveChoices(
  files: ChoiceFiles,
  origin: PartOrigin,
  findings: SourcedFinding[],
): readonly Choice[] {
  const seen = new Set<string>()
  const anyScored = files.some((choice) => choice.score !== undefined)
  for (const [index, choice] of files.entries()) {
    if (seen.has(choice.id)) {
      findings.push(
        createSourcedFinding(
          origin,
          ['choices', index, 'id'],
          `The choice "${choice.id}" is there twice`,
        ),
      )
    }
    seen.add(choice.id)
    if (anyScored && choice.score === undefined) {
      findings.push(
        createSourcedFinding(
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

/** Does an answer of this form count? */
export function isScoredForm(form: Form): boolean {
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
