import { type Readable, Writable } from 'node:stream'
import { wrapText } from './view/text-width.ts'

export interface AskOptions {
  readonly input: Readable
  readonly output: TerminalOutput
  readonly signal?: AbortSignal
  readonly accessible?: boolean
}

/** One thing to choose: what is returned, and what is shown for it. */
export interface PickItem {
  readonly value: string
  readonly name: string
}

/** A select prompt; null when it was interrupted. */
export function chooseInPrompt(
  message: string,
  items: readonly PickItem[],
  options: AskOptions,
): Promise<string | null> {
  const shown = wrapForPrompt(message, options)
  return runPrompt(options, async (prompt) => {
    const { answer } = await prompt([
      { type: 'select', name: 'answer', message: shown, choices: items },
    ])
    return answer
  })
}

/** An input prompt; `check` says what is wrong, or null. Null when it was interrupted. */
export function typeInPrompt(
  message: string,
  check: (text: string) => string | null,
  options: AskOptions,
): Promise<string | null> {
  const validate = (text: string) => {
    const wrong = check(text.trim())
    return wrong === null ? true : wrapForPrompt(wrong, options)
  }
  const shown = wrapForPrompt(message, options)
  return runPrompt(options, async (prompt) => {
    const { answer } = await prompt([{ type: 'input', name: 'answer', message: shown, validate }])
    return answer.trim()
  })
}

/** Inquirer breaks lines in the middle of words; here they break between them, after its sign and a space. */
function wrapForPrompt(text: string, { output }: AskOptions): string {
  const columns = output.columns ?? 80
  return wrapText(text, Math.max((columns === 0 ? 80 : columns) - 3, 20)).join('\n')
}

type Prompt = ReturnType<typeof import('inquirer')['createPromptModule']>

/** Inquirer waits for ever when the input ends or Ctrl-D closes it, so both abort the prompt here. */
async function runPrompt(
  { input, output, signal }: AskOptions,
  ask: (prompt: Prompt) => Promise<string>,
): Promise<string | null> {
  const { createPromptModule } = await import('inquirer')
  const ending = new AbortController()
  const end = () => ending.abort()
  const onKey = (_: unknown, key: { readonly name?: string; readonly ctrl?: boolean }) => {
    if (key.ctrl === true && key.name === 'd') end()
  }
  input.on('end', end)
  input.on('keypress', onKey)
  const either = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal])
  try {
    return await ask(createPromptModule({ input, output: keepOutputOpen(output), signal: either }))
  } catch (error) {
    if (isClosing(error)) return null
    throw error
  } finally {
    input.off('end', end)
    input.off('keypress', onKey)
  }
}

/** Was it closed by Ctrl-C, an abort or the end of the input? Errors are told apart by name: a second copy of Inquirer has its own classes. */
export function isClosing(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)
}

export type TerminalOutput = Writable & { readonly columns?: number; readonly rows?: number }

/** The same output for one prompt: Inquirer ends what it is given, and only the process's own streams survive that. */
export function keepOutputOpen(output: TerminalOutput): TerminalOutput {
  const lasting = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      output.write(chunk)
      done()
    },
  })
  return Object.defineProperties(lasting, {
    columns: { get: () => output.columns },
    rows: { get: () => output.rows },
  })
}
