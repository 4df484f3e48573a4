import type { LeftOutRow } from '../../questionnaire/table-rows.ts'
import type { Message } from '../../words/message.ts'

/** Keeps count of what is not taken from a table, and says of each row why. */
export interface RowLog {
  /** A row begins. */
  readonly begin: () => void
  readonly refuse: (line: number, reason: Message) => void
  /** The answer of a cell is lost; its row is taken. */
  readonly lose: (line: number, reason: Message) => void
  readonly leaveOut: (line: number, reason: LeftOutRow) => void
  /** Names what is not named yet. The counts are complete now. */
  readonly end: () => RowCounts
}

export interface RowCounts {
  /** Rows, however many reasons each has. */
  readonly refused: number
  /** Answers of rows that were taken. */
  readonly lost: number
  readonly leftOut: number
}

/** Of a table with more rows than this, only the first few that are not taken are named, and all of them counted. */
const maxRowsNamed = 1000
const maxNamed = 20

type RowKind = Extract<Message, { say: 'rows-more' }>['kind']

interface Named {
  readonly line: number
  readonly kind: RowKind
  readonly message: Message
}

export function createRowLog(file: string, note: (message: Message) => void): RowLog {
  const counts = { refused: 0, lost: 0, leftOut: 0 }
  const more = new Map<RowKind, number>()
  let rows = 0
  let lastRefused = 0
  let named = 0
  let lastLine = 0
  let lastMore = 0
  /** Messages until it is known how many rows there are; null as soon as there are too many. */
  let waiting: Named[] | null = []

  const say = ({ line, kind, message }: Named): void => {
    if (rows <= maxRowsNamed || line === lastLine || named < maxNamed) {
      if (line !== lastLine) named += 1
      lastLine = line
      note(message)
    } else if (kind !== 'refused' || line !== lastMore) {
      more.set(kind, (more.get(kind) ?? 0) + 1)
      lastMore = line
    }
  }
  const add = (one: Named): void => {
    if (waiting === null) say(one)
    else waiting.push(one)
  }
  const sayWaiting = (): void => {
    for (const one of waiting ?? []) say(one)
    waiting = null
  }
  return {
    begin: () => {
      rows += 1
      if (rows > maxRowsNamed && waiting !== null) sayWaiting()
    },
    refuse: (line, reason) => {
      if (line !== lastRefused) counts.refused += 1
      lastRefused = line
      add({ line, kind: 'refused', message: { say: 'row-refused', file, line, reason } })
    },
    lose: (line, reason) => {
      counts.lost += 1
      add({ line, kind: 'lost', message: { say: 'answer-lost', file, line, reason } })
    },
    leaveOut: (line, reason) => {
      counts.leftOut += 1
      add({ line, kind: reason.say, message: { say: 'row-left-out', file, line, reason } })
    },
    end: () => {
      sayWaiting()
      for (const [kind, number] of more) note({ say: 'rows-more', file, number, kind })
      return counts
    },
  }
}

/** Rows that were read before say nothing more. */
export const silentLog: RowLog = {
  begin: () => {},
  refuse: () => {},
  lose: () => {},
  leaveOut: () => {},
  end: () => ({ refused: 0, lost: 0, leftOut: 0 }),
}
