import { getFileSize } from '../files/search.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { Io } from './io.ts'

/** How far a long reading has come, on a screen; nowhere else. */
interface ReadingProgress {
  readonly add: (bytes: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

const barWidth = 30
const delayMs = 300
const intervalMs = 100

export function createProgress(file: string, io: Io): ReadingProgress {
  if (io.stderr.isTTY !== true) return { add: () => {}, end: () => {} }
  const total = Math.max(getFileSize(file), 1)
  const begun = performance.now()
  let done = 0
  let next = begun + delayMs
  let drawn = false
  return {
    add: (bytes) => {
      done += bytes
      const now = performance.now()
      if (now < next) return
      next = now + intervalMs
      drawn = true
      io.stderr.write(`\r\x1b[K${formatProgress(file, Math.min(done / total, 1))}`)
    },
    end: () => {
      if (drawn) io.stderr.write('\r\x1b[K')
    },
  }
}

function formatProgress(file: string, share: number): string {
  const filled = Math.floor(share * barWidth)
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${makeVisibleLine(file.split('/').at(-1) ?? file).slice(0, 40)}`
}
