import { join } from 'node:path'
import { listFolderNames } from '../../files/search.ts'
import type { World } from '../world.ts'

/** Names of the questionnaires that come with the program, sorted. */
export function listBuiltInNames(world: Pick<World, 'root'>): readonly string[] {
  return listFolderNames(join(world.root, 'dist', 'questionnaires'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
}
