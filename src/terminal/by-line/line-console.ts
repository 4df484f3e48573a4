import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { TerminalOutput } from '../ask-prompt.ts'
import { wrapProse } from '../view/screen-line.ts'

type Paragraph = InterviewText | string | null

/** A conversation in whole lines: nothing is drawn over, and lines typed ahead wait their turn. */
export interface LineConsole {
  /** Wrapped, and made harmless; null is an empty line. */
  readonly print: (...paragraphs: readonly Paragraph[]) => void
  /** The next line, trimmed; null when the input ended or the signal came. */
  readonly readLine: (prompt: InterviewText) => Promise<string | null>
  /** Gives lines typed ahead back to the input, for the next reader. */
  readonly close: () => void
}

export function createLineConsole(
  input: Readable,
  output: TerminalOutput,
  signal: AbortSignal | undefined,
): LineConsole {
  const reader = createInterface({ input, terminal: false })
  const lines: string[] = []
  let waiting: ((line: string | null) => void) | null = null
  let closed = signal?.aborted === true
  const deliver = (line: string | null) => {
    const to = waiting
    waiting = null
    if (to !== null) to(line)
    else if (line !== null) lines.push(line.trim())
  }
  const stop = () => {
    closed = true
    deliver(null)
  }
  reader.on('line', (line) => deliver(line.trim()))
  reader.on('close', stop)
  signal?.addEventListener('abort', stop, { once: true })
  const width = Math.max(Math.min(output.columns ?? 80, 80) - 1, 20)
  return {
    print: (...paragraphs) => {
      output.write(`${paragraphs.flatMap((each) => wrapParagraph(each, width)).join('\n')}\n`)
    },
    readLine: (prompt) => {
      output.write(`${wrapParagraph(prompt, width).join('\n')} `)
      const next = signal?.aborted === true ? undefined : lines.shift()
      if (next !== undefined) return Promise.resolve(next)
      if (closed) return Promise.resolve(null)
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    close: () => {
      signal?.removeEventListener('abort', stop)
      reader.close()
      if (lines.length > 0 && !input.readableEnded) input.unshift(`${lines.join('\n')}\n`)
    },
  }
}

function wrapParagraph(paragraph: Paragraph, width: number): readonly string[] {
  if (paragraph === null) return ['']
  return wrapProse(typeof paragraph === 'string' ? paragraph : sayInterview(paragraph), width)
}
