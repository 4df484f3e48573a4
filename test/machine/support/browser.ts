import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A headless Chromium, spoken to in the DevTools protocol over a pair of pipes. */
export interface Browser {
  readonly page: () => Promise<Page>
  readonly close: () => void
}

export interface Page {
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>
  /** The value of an expression, promises awaited; what it throws is thrown. */
  readonly value: (expression: string) => Promise<unknown>
  /** Everything that happened since the page was made: `Network.requestWillBeSent`, `Log.entryAdded` and the like. */
  readonly events: readonly BrowserEvent[]
  /** Goes to the address, and waits until it is loaded. */
  readonly open: (address: string) => Promise<void>
}

export interface BrowserEvent {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Message extends BrowserEvent {
  readonly id?: number
  readonly sessionId?: string
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

type Answer = (message: Message) => void

export function openBrowser(): Browser {
  const folder = mkdtempSync(join(tmpdir(), 'accordant-browser-'))
  const options = [
    ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    ...['--hide-scrollbars', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-extensions', '--remote-debugging-pipe'],
    ...[`--user-data-dir=${folder}`, 'about:blank'],
  ]
  const child = spawn('chromium', options, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const line = lineTo(child)
  return {
    page: () => pageOf(line),
    close: () => {
      child.once('close', () => rmSync(folder, { recursive: true, force: true }))
      child.kill()
    },
  }
}

type Line = ReturnType<typeof lineTo>

/** Messages are JSON texts with a zero byte behind each. */
function lineTo(child: ChildProcess) {
  const [, , , input, output] = child.stdio
  const waiting = new Map<number, Answer>()
  const listeners = new Map<string, (event: BrowserEvent) => void>()
  let kept = ''
  let last = 0
  const take = (message: Message) => {
    const answer = message.id === undefined ? undefined : waiting.get(message.id)
    if (answer === undefined) listeners.get(message.sessionId ?? '')?.(message)
    else answer(message)
  }
  ;(output as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (kept + chunk).split('\0')
    kept = parts.pop() ?? ''
    for (const part of parts) take(JSON.parse(part))
  })
  const send = (method: string, params: object, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      last += 1
      const id = last
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (error === undefined) resolve(result ?? {})
        else reject(new Error(`${method}: ${error.message}`))
      })
      ;(input as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  return { send, listen: listeners.set.bind(listeners) }
}

async function pageOf(line: Line): Promise<Page> {
  const { targetId } = await line.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await line.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const events: BrowserEvent[] = []
  let loaded: () => void = () => {}
  line.listen(session, (event) => {
    events.push(event)
    if (event.method === 'Page.loadEventFired') loaded()
  })
  const send = (method: string, params: object = {}) => line.send(method, params, session)
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)
  return {
    send,
    events,
    value: async (expression) => resultOf(await send('Runtime.evaluate', asked(expression))),
    open: async (address) => {
      const whole = new Promise<void>((resolve) => {
        loaded = resolve
      })
      await send('Page.navigate', { url: address })
      await whole
    },
  }
}

function asked(expression: string): object {
  return { expression, awaitPromise: true, returnByValue: true }
}

function resultOf(answer: Record<string, unknown>): unknown {
  const { result, exceptionDetails } = answer as {
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly text: string }
  }
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
  return result?.value
}
