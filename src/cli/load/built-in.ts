import { join } from 'node:path'
import { namesIn } from '../../files/search.ts'
import type { Io } from '../io.ts'

/** Names of the questionnaires that come with the program, sorted. */
export function builtInNames(io: Pick<Io, 'root'>): readonly string[] {
  return namesIn(join(io.root, 'dist', 'questionnaires'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
}
