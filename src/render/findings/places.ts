import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  isDocument,
} from '../../model/check-run.ts'
import { clip } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'

/** Where findings are, and what is left to people, in words. All of it is one line, safe to show. */

export interface FindingPlace {
  /** `12:3`; null in a Word file, which has no lines that a tool could show, and where the whole file is meant. */
  readonly position: string | null
  /** What begins the message where there is no position: `paragraph 41, "Termination": `, or nothing for a whole file. */
  readonly lead: string
  /** What comes behind the name of the file: `:12:3`; `, paragraph 41, "Termination"`; or nothing. */
  readonly tail: string
  /** `Also on lines 14, 15 and 21`: where else the entries are that the finding stands for; null where that is nowhere else. */
  readonly others: string | null
}

/** Finds the places of the findings of a run. */
export function createPlaceFinder({ files }: CheckRun): (finding: CheckedFinding) => FindingPlace {
  const byName = new Map(files.map((file) => [file.file, file]))
  return (finding) => {
    const file = byName.get(finding.file)
    const inParagraphs = file?.unit === 'paragraph'
    const others = describeOtherLines(finding, file?.unit ?? 'line')
    if (finding.absent === true || (inParagraphs && file.plan === null)) {
      return { position: null, lead: '', tail: '', others }
    }
    if (inParagraphs) {
      const place = describePlaces(file, [finding.line])
      return { position: null, lead: `${place}: `, tail: `, ${place}`, others }
    }
    const position = `${finding.line}:${finding.column}`
    return { position, lead: '', tail: `:${position}`, others }
  }
}

function describeOtherLines(
  { line, places = [] }: CheckedFinding,
  unit: CheckedFile['unit'],
): string | null {
  const lines = [...new Set(places.map((place) => place.line))].filter((own) => own !== line)
  if (lines.length === 0) return null
  const shown = lines.slice(0, maxOtherLines)
  return sayFindings({ say: 'also-on', unit, lines: shown, more: lines.length - shown.length })
}

const maxOtherLines = 20

/** What a check looks for in a plan that nobody can judge but people. */
interface UnreadTopic {
  readonly check: string
  /** Of the check. */
  readonly title: string
  readonly lines: readonly number[]
  /** `line 41, "Termination"; lines 87 and 90, "Notices"`, cut where there are many; empty where there is none. */
  readonly place: string
  /** The title and the place. */
  readonly brief: string
  /** A sentence with all of this. */
  readonly message: string
  readonly fingerprint: string
}

/** What is left to people in a plan, by the first line of each. */
export function listUnreadTopics(file: CheckedFile, { rules }: CheckRun): readonly UnreadTopic[] {
  const unread = file.plan?.unread ?? []
  if (unread.length === 0) return []
  const texts = new Map(rules.map((rule) => [rule.id, rule.texts]))
  return unread
    .map((own) => {
      const title = showStart(texts.get(own.check)?.title ?? own.check)
      const place = describePlaces(file, own.lines)
      const say = isDocument(file) ? 'unread-topic' : 'unread-check'
      const brief = place === '' ? title : `${title}: ${place}`
      return { ...own, title, place, brief, message: sayFindings({ say, title, place }) }
    })
    .toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}

function showStart(title: string): string {
  return makeVisibleLine(clip(title.slice(0, 10 * longestTopic), longestTopic))
}

const longestTopic = 200

/** How many topics of documents are left to people. */
export function countTopics({ files }: CheckRun): number {
  return files.reduce((sum, own) => sum + (isDocument(own) ? (own.plan?.unread.length ?? 0) : 0), 0)
}

/** The lines or paragraphs, each with the title that it is under. */
export function describePlaces(file: CheckedFile, lines: readonly number[]): string {
  const byTitle = new Map<string, number[]>()
  for (const line of lines.slice(0, maxLines)) {
    const title = findTitle(file, line)
    byTitle.set(title, [...(byTitle.get(title) ?? []), line])
  }
  const places = [...byTitle].map(([title, own]) => {
    const place = sayFindings({ say: 'place-lines', unit: file.unit, lines: own })
    return title === '' ? place : sayFindings({ say: 'place-under', place, title })
  })
  return sayFindings({ say: 'places', places, more: Math.max(0, lines.length - maxLines) })
}

const maxLines = 4
const longestTitle = 36

/** The nearest title before a line, cut; empty where there is none. */
function findTitle({ plan }: CheckedFile, line: number): string {
  const titles = plan?.document?.titles ?? []
  const found = titles.findLast((own) => own.line <= line && !own.title.endsWith(':'))
  return found === undefined ? '' : makeVisibleLine(cutTitle(found.title))
}

/** After a whole word, where one ends in the second half of what is kept. */
function cutTitle(title: string): string {
  const cut = clip(title.slice(0, 10 * longestTitle), longestTitle).trim()
  const end = cut.lastIndexOf(' ')
  return cut.endsWith('…') && end > longestTitle / 2 ? `${cut.slice(0, end)} …` : cut
}
