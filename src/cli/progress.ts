import { sizeOf } from '../files/search.ts'
import { visibleLine } from '../model/visible.ts'
import type { Io } from './io.ts'

/** How far a long reading has come, on a screen; nowhere else. */
export interface Progress {
  readonly add: (bytes: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

const width = 30
const firstAfterMs = 300
const everyMs = 100

export function progressOf(file: string, io: Io): Progress {
  if (io.stderr.isTTY !== true) return { add: () => {}, end: () => {} }
  const total = Math.max(sizeOf(file), 1)
  const begun = performance.now()
  let done = 0
  let next = begun + firstAfterMs
  let drawn = false
  return {
    add: (bytes) => {
      done += bytes
      const now = performance.now()
      if (now < next) return
      next = now + everyMs
      drawn = true
      io.stderr.write(`\r\x1b[K${lineOf(file, Math.min(done / total, 1))}`)
    },
    end: () => {
      if (drawn) io.stderr.write('\r\x1b[K')
    },
  }
}

function lineOf(file: string, share: number): string {
  const filled = Math.floor(share * width)
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${visibleLine(file.split('/').at(-1) ?? file).slice(0, 40)}`
}
