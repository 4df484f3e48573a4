import { join } from 'node:path'
import type { Io } from '../../cli/io.ts'
import { listFolderNames } from '../../files/search.ts'

/** Names of the questionnaires that come with the program, sorted. */
export function listBuiltInNames(io: Pick<Io, 'root'>): readonly string[] {
  return listFolderNames(join(io.root, 'dist', 'questionnaires'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
}
