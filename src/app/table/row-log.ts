import type { Message } from '../../words/message.ts'

/** Keeps count of the rows that are left out, and says why. */
export interface RowLog {
  readonly refuse: (line: number, reason: Message | string) => void
  readonly leaveOutBlank: (line: number) => void
  /** How many rows were refused, however many reasons each has. */
  readonly countRefused: () => number
}

export function createRowLog(file: string, note: (message: Message) => void): RowLog {
  let refused = 0
  let lastRefused = 0
  return {
    refuse: (line, reason) => {
      if (line !== lastRefused) refused += 1
      lastRefused = line
      note({ say: 'row-refused', file, line, reason })
    },
    leaveOutBlank: (line) => note({ say: 'row-blank', file, line }),
    countRefused: () => refused,
  }
}
