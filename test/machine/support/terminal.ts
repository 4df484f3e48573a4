import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const program = fileURLToPath(new URL('../../../bin/accordant.js', import.meta.url))

export interface Terminal {
  /** Names of keys as tmux knows them: `4`, `Enter`, `C-c`. */
  readonly keys: (...keys: readonly string[]) => void
  /** Text as it is typed, all at once. */
  readonly type: (text: string) => void
  readonly screen: () => string
  /** Waits until the screen shows it; throws with the screen when it does not within ten seconds. */
  readonly shows: (wanted: string | RegExp) => Promise<string>
  /** Reads what is told before the first question, to its last page, and goes on. */
  readonly begins: () => Promise<void>
  /** The exit code of the command, once it has ended. */
  readonly exit: () => Promise<number>
  readonly resize: (columns: number, rows: number) => void
  readonly signal: (name: NodeJS.Signals) => void
  /** As somebody closes the window. */
  readonly close: () => void
  /** Ends the terminal for good; done by itself after the test. */
  readonly end: () => void
}

let count = 0

/** A real terminal that runs accordant with these arguments. */
export function aTerminal(
  args: readonly string[],
  {
    cwd,
    columns = 80,
    rows = 24,
    env = {},
  }: { cwd: string; columns?: number; rows?: number; env?: Readonly<Record<string, string>> },
): Terminal {
  const socket = `accordant-test-${process.pid}-${count++}`
  const tmux = (...words: readonly string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...words], { encoding: 'utf8' })
  const settings = Object.entries({ TERM: 'screen-256color', ...env }).map(
    ([name, value]) => `${name}=${value}`,
  )
  const command = ['env', '-u', 'CI', ...settings, process.execPath, program, ...args]
    .map(quoted)
    .join(' ')
  tmux(
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    '-c',
    cwd,
    `${command}; echo "exit code $?"; exec sleep 600`,
  )
  const end = () => {
    spawnSync('tmux', ['-L', socket, 'kill-server'])
  }
  onTestFinished(end)
  const screen = () => tmux('capture-pane', '-p')
  const shows = async (wanted: string | RegExp) => {
    const until = Date.now() + 10_000
    for (;;) {
      const now = screen()
      if (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) return now
      if (Date.now() > until) throw new Error(`The terminal never showed ${wanted}:\n${now}`)
      await pause(20)
    }
  }
  return {
    end,
    keys: (...keys) => tmux('send-keys', ...keys),
    type: (text) => tmux('send-keys', '-l', text),
    screen,
    shows,
    begins: async () => {
      await shows('Before you start')
      const pages = Number(screen().match(/page \d+ of (\d+)/)?.[1] ?? 1)
      for (let page = 0; page < pages; page++) tmux('send-keys', 'Enter')
      await shows(/^(?![\s\S]*Before you start)/)
    },
    exit: async () => Number((await shows(/exit code \d+/)).match(/exit code (\d+)/)?.[1]),
    resize: (width, height) => tmux('resize-window', '-x', String(width), '-y', String(height)),
    signal: (name) => {
      const shell = tmux('display-message', '-p', '#{pane_pid}').trim()
      const pid = execFileSync('pgrep', ['-P', shell], { encoding: 'utf8' }).trim().split('\n')[0]
      process.kill(Number(pid), name)
    },
    close: () => {
      tmux('kill-pane')
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
