import { join } from 'node:path'
import { isBegun } from '../../checks/is-begun.ts'
import { readInput } from '../../files/read-input.ts'
import type { World } from '../world.ts'
import type { Source } from './source.ts'

/** The plan that `init` writes, with every example in it, as the build has left it. */
export function readPlanExamples(world: Pick<World, 'root'>): unknown {
  const bytes = readInput(join(world.root, 'dist', 'plan-examples.json'))
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Does a plan say more than `init` wrote? Text that could not be read may say anything, so it counts. */
export function isPlanBegun({ document }: Source, examples: unknown): boolean {
  const passages = document.prose?.sections.flatMap((section) => section.passages) ?? []
  const hasUnreadText = passages.some(
    ({ unread, words, wordsRead }) => unread !== '' && (wordsRead === 0 || wordsRead < words),
  )
  return hasUnreadText || document.refused.length > 0 || isBegun(document.value, examples)
}
