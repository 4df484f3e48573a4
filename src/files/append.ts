import { appendFileSync } from 'node:fs'
import { toDiskFault } from './disk-fault.ts'

/** Adds text to the end of a file, which is made if it is not there. For logs of others; our own files are written whole. */
export function appendText(path: string, text: string): void {
  try {
    appendFileSync(path, text)
  } catch (error) {
    throw toDiskFault(`Cannot write to "${path}"`, error)
  }
}
