import type { RootContent } from 'mdast'
import type { CheckedFinding } from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { code, paragraph, table } from '../nodes.ts'
import type { createPlaceFinder, FindingPlace } from './places.ts'
import { sayFinding } from './words.ts'

/** The tables of the summary in Markdown. */

/** Rows of one table; with the longest cells a whole summary stays under the mebibyte that GitHub takes. */
export const maxRows = 200
const maxCellCharacters = 300

/** Each finding with its place. */
export function buildFindingTable(
  findings: readonly CheckedFinding[],
  findPlace: ReturnType<typeof createPlaceFinder>,
): RootContent[] {
  const rows = findings.map((one) => [
    sayFindings({ say: `severity-${one.severity}` }),
    createPlaceNode(one, findPlace(one)),
    formatFinding(one, findPlace(one)),
    code(formatCell(one.id)),
  ])
  return rows.length === 0 ? [] : [table(sayColumns('severity', 'place', 'finding', 'check'), rows)]
}

function formatFinding(finding: CheckedFinding, { others }: FindingPlace): string {
  const text = formatCell(sayFinding(finding))
  return others === null ? text : `${text}. ${others}`
}

/** How many more there are than are shown. */
export function buildRestBlocks(
  say: 'more-reasons' | 'more-plans' | 'more-waived' | 'more-checks',
  number: number,
): RootContent[] {
  return number > 0 ? [paragraph(sayFindings({ say, number }))] : []
}

type Column =
  | 'topic'
  | 'dimension'
  | 'complete'
  | 'severity'
  | 'place'
  | 'finding'
  | 'check'
  | 'by'
  | 'until'
  | 'reason'

export function sayColumns(...columns: readonly Column[]): string[] {
  return columns.map((column) => sayFindings({ say: `column-${column}` }))
}

export function createPlaceNode({ file }: CheckedFinding, { tail }: FindingPlace) {
  return code(`${formatCell(file)}${tail}`)
}

/** Cut to what a table can bear, and cut roughly first: words of any length cost the same. */
export function formatCell(words: string): string {
  const start = words.slice(0, 10 * maxCellCharacters)
  const line = makeVisibleLine(start)
  return line.length > maxCellCharacters || start.length < words.length
    ? `${line.slice(0, maxCellCharacters - 1).replace(/\p{Cs}$/u, '')}…`
    : line
}
