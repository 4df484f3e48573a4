import { join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import type { Commentary } from '../../model/commentary.ts'
import { findMeantWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import { sectionNames } from '../../model/house-style.ts'
import { readCommentary } from '../../reading/commentary.late.ts'
import { sectionGuide } from '../../words/en/section-guide.ts'
import type { Message } from '../../words/message.ts'
import type { Partnership } from './partnership.ts'

/** The words of whoever prepares the report, and what to say of those that have no place in it. A file that is missing is a Fault. */
export function loadCommentary({ config, folder }: Pick<Partnership, 'config' | 'folder'>): {
  readonly commentary: Commentary
  readonly notes: readonly Message[]
} {
  const file = join(folder, config?.report?.commentary ?? '')
  const read = readCommentary(readFile(file))
  if (read === null) {
    throw new Fault({ say: 'commentary-unreadable', file }, { say: 'commentary-unreadable-hint' })
  }
  const titles = sectionNames.map((name) => sectionGuide[name].title)
  return {
    commentary: read.commentary,
    notes: read.strays.map(({ title, line }) => ({
      say: 'commentary-stray',
      file,
      line,
      title,
      meant: findMeantWord(title, titles),
    })),
  }
}

function readFile(file: string): Uint8Array {
  try {
    return readInput(file)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault({ say: 'commentary-of-settings', problem: error.reason }, { hint: error.hint })
  }
}
