import type { LoadedQuestionnaire } from '../app/load/loaded-questionnaire.ts'
import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import { clip } from '../model/value.ts'
import { makeVisibleLine } from '../model/visible.ts'
import {
  type Difference,
  formKey,
  type PartKind,
  settingsId,
} from '../questionnaire/differences.ts'
import type { Message } from '../words/message.ts'
import { sayVisibly } from './notes.ts'

/** A questionnaire with its dimensions, questions and minutes. */
export function formatQuestionnaire({ questionnaire, file, base }: LoadedQuestionnaire): string {
  const { id, version, title, dimensions } = questionnaire
  const widest = Math.max(...dimensions.map((dimension) => dimension.title.length))
  const lines = [
    sayVisibly({ say: 'list-head', id, version, where: file ?? { say: 'built-in' } }),
    `  ${makeVisibleLine(title)}`,
    ...(base === null
      ? []
      : [sayVisibly({ say: 'list-extends', id: base.id, version: base.version })]),
    // What is built in has the licence of questionnaires/LICENSE.md; of other people's we know none.
    ...(file === null ? [sayVisibly({ say: 'list-licence' })] : []),
    `  ${listRuns(questionnaire).map(sayVisibly).join('; ')}`,
    ...dimensions.map(({ title: name, questions, day }) => {
      const size = countQuestions(questions, day?.minutes ?? null)
      return `    ${makeVisibleLine(name).padEnd(widest)}  ${sayVisibly(size)}`
    }),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** An interview asks fewer where a condition is not met. */
function countQuestions(questions: readonly Question[], minutes: number | null) {
  const isExact = questions.every(({ when }) => when === null)
  return { say: 'question-count', questions: questions.length, isExact, minutes } as const
}

function listRuns(questionnaire: Questionnaire): readonly Message[] {
  const { minutes, dimensions } = questionnaire
  const questions = listQuestions(questionnaire)
  const core = questions.filter((question) => question.core)
  const days = dimensions.filter(({ day }) => day !== undefined).length
  const runs: Message[] = [{ say: 'run-full', size: countQuestions(questions, minutes.full) }]
  if (core.length > 0) runs.push({ say: 'run-quick', size: countQuestions(core, minutes.quick) })
  if (days > 0) runs.push({ say: 'run-in-days', days })
  return runs
}

const partKinds: readonly PartKind[] = [
  'questionnaire',
  'dimension',
  'question',
  'check',
  'level',
  'profile',
]

const signs = { added: '+', changed: '~', dropped: '-' } as const

/** What differs from the questionnaire that this one extends, part by part. */
export function formatDifferences(
  { id, version }: Questionnaire,
  base: { readonly id: string; readonly version: string },
  differences: readonly Difference[],
): string {
  const count = (kind: Difference['kind']) =>
    differences.filter((difference) => difference.kind === kind).length
  const head = sayVisibly({
    say: 'diff-head',
    ...{ id, version, base: base.id, baseVersion: base.version },
    ...{ added: count('added'), changed: count('changed'), dropped: count('dropped') },
  })
  const widest = Math.max(0, ...differences.map((difference) => formatPartId(difference).length))
  const sections = partKinds.map((part) => {
    const rows = differences.filter((difference) => difference.part === part)
    if (rows.length === 0) return ''
    return `\n${sayVisibly({ say: `diff-part-${part}` })}\n${rows.map((row) => formatRow(row, widest)).join('')}`
  })
  return `${head}\n${sections.join('')}`
}

function formatPartId({ id }: Difference): string {
  return id === settingsId ? sayVisibly({ say: 'diff-settings' }) : id
}

function formatRow(difference: Difference, widest: number): string {
  const { kind, text, keys } = difference
  const shown = kind === 'changed' ? keys.map(formatChange).join(', ') : clip(text, 80)
  return `  ${signs[kind]} ${formatPartId(difference).padEnd(widest)}  ${makeVisibleLine(shown)}\n`
}

/** Long values and lists are only named: the files show them. */
function formatChange({ key, before, after }: Difference['keys'][number]): string {
  const [from, to] = [formatShort(before), formatShort(after)]
  const name = key === formKey ? sayVisibly({ say: 'diff-form' }) : key
  return from === null || to === null ? name : `${name} ${from} → ${to}`
}

function formatShort(value: unknown): string | null {
  if (value === null) return sayVisibly({ say: 'value-none' })
  const isPlain = ['number', 'boolean', 'string'].includes(typeof value)
  return isPlain && String(value).length <= 24 ? String(value) : null
}
