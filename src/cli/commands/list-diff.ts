import { listBuiltInNames } from '../../app/load/built-in.ts'
import { loadPartnership } from '../../app/load/partnership.ts'
import { findProjectQuestionnaire } from '../../app/load/project-questionnaires.ts'
import { loadQuestionnaire } from '../../app/load/questionnaire.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { clip } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import {
  compareQuestionnaires,
  type Difference,
  type PartKind,
} from '../../questionnaire/differences.ts'
import { resolveQuestionnaire } from '../../questionnaire/resolve.ts'
import type { Io } from '../io.ts'

/** Prints what a questionnaire adds to the one it extends, changes in it and drops. `named` is a path, or an id. */
export async function runListDiff(named: string, path: string, io: Io): Promise<ExitCode> {
  const partnership = loadPartnership(path, undefined)
  const inProject = listBuiltInNames(io).includes(named)
    ? null
    : findProjectQuestionnaire(partnership, named)
  const loaded = await loadQuestionnaire(inProject ?? named, '.', io)
  const { questionnaire, base } = loaded
  if (base === null) {
    throw new Fault(`"${questionnaire.id}" extends no other questionnaire`, {
      hint: 'One that does has a line like "extends: partnership-readiness@1"',
    })
  }
  const { main, parts, places } = base.assembled
  const { draft } = await resolveQuestionnaire(main, parts, places)
  const found = compareQuestionnaires(draft, questionnaire)
  const head = `${questionnaire.id} ${makeVisibleLine(questionnaire.version)} extends ${base.id} ${makeVisibleLine(base.version)}`
  io.stdout.write(`${head}: ${formatCounts(found)}\n${renderSections(found)}`)
  return exitCodes.fine
}

function formatCounts(found: readonly Difference[]): string {
  const counts = (['added', 'changed', 'dropped'] as const).flatMap((kind) => {
    const count = found.filter((difference) => difference.kind === kind).length
    return count === 0 ? [] : [`${count} ${kind}`]
  })
  return counts.length === 0 ? 'nothing is different' : counts.join(', ')
}

const partTitles: Readonly<Record<PartKind, string>> = {
  questionnaire: 'Questionnaire',
  dimension: 'Dimensions',
  question: 'Questions',
  check: 'Checks',
  level: 'Levels',
  profile: 'Profile questions',
}

const signs = { added: '+', changed: '~', dropped: '-' } as const

function renderSections(found: readonly Difference[]): string {
  const widest = Math.max(0, ...found.map(({ id }) => id.length))
  return Object.entries(partTitles)
    .map(([part, title]) => {
      const rows = found
        .filter((difference) => difference.part === part)
        .map((difference) => formatRow(difference, widest))
      return rows.length === 0 ? '' : `\n${title}\n${rows.join('')}`
    })
    .join('')
}

function formatRow({ kind, id, text, keys }: Difference, widest: number): string {
  const told = kind === 'changed' ? keys.map(formatChange).join(', ') : clip(text, 80)
  return `  ${signs[kind]} ${id.padEnd(widest)}  ${makeVisibleLine(told)}\n`
}

/** Long values and lists are only named: the files show them. */
function formatChange({ key, before, after }: Difference['keys'][number]): string {
  const [from, to] = [formatShort(before), formatShort(after)]
  return from === null || to === null ? key : `${key} ${from} → ${to}`
}

function formatShort(value: unknown): string | null {
  if (value === null) return 'none'
  const isPlain = ['number', 'boolean', 'string'].includes(typeof value)
  return isPlain && String(value).length <= 24 ? String(value) : null
}
