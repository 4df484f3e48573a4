import { describe, expect, it } from 'vitest'
import { aPartnership, responseIn } from './support/partnership.ts'
import { aTerminal, pause } from './support/terminal.ts'
import { needs } from './support/tools.ts'

needs('tmux')

/** 100 in CI; `npm run kills` does 1,000. */
const kills = Number(process.env.ACCORDANT_KILLS ?? 100)

describe('an interview that is killed', () => {
  it(`loses no answer that the screen showed as saved, ${kills} times`, {
    timeout: kills * 10_000,
  }, async () => {
    let answered = 0
    for (let round = 0; round < kills; round++) {
      const cwd = aPartnership()
      const terminal = aTerminal(['assess', '--partner', 'north', '--role', 'x'], { cwd })
      await terminal.begins()
      await terminal.shows('Question 1?')
      terminal.type('4'.repeat(20))
      await pause(Math.random() * 120)
      terminal.signal('SIGKILL')
      await terminal.exit()
      const acknowledged = shownAsAnswered(terminal.screen())
      const read = responseIn(cwd)
      expect(read?.findings ?? []).toEqual([])
      const kept = Object.values(read?.answers ?? {})
      expect(kept).toEqual(Array(kept.length).fill(4))
      expect(kept.length, `round ${round}: ${acknowledged} on the screen`).toBeGreaterThanOrEqual(
        acknowledged,
      )
      answered += kept.length
      terminal.end()
    }
    expect(answered, 'some kills have to come while answers are saved').toBeGreaterThan(0)
  })
})

/** Every question before the one on the screen has been answered. */
function shownAsAnswered(screen: string): number {
  const position = screen.match(/(\d+) of 22/)?.[1]
  return position === undefined ? 0 : Number(position) - 1
}
