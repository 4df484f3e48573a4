import { AsyncLocalStorage } from 'node:async_hooks'
import { resolve } from 'node:path'
import { identifyFile, isFile } from './same-file.ts'

/** By absolute path, as they were named. */
const inputs = new AsyncLocalStorage<Map<string, string>>()

/** Runs one command line. The files that it reads are its inputs; two that run at once have each their own. */
export function trackInputs<T>(run: () => T): T {
  return inputs.run(new Map(), run)
}

/** Counts a file among the inputs of this run. Reading does so by itself. */
export function noteInput(path: string): void {
  inputs.getStore()?.set(resolve(path), path)
}

/** The input that is the same file as `path`, whatever that is called; null where there is none. */
export function findInput(path: string): string | null {
  if (!isFile(path)) return null
  const id = identifyFile(path)
  const all = [...(inputs.getStore()?.values() ?? [])]
  return all.find((input) => identifyFile(input) === id) ?? null
}
