import { Writable } from 'node:stream'

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
