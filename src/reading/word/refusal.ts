import type { ForeignKind } from '../foreign-file.ts'
import { createTextProblem, type TextProblem } from '../problem.ts'

/** Ends the reading of a Word document; caught in `word-blocks.late.ts`. */
export class WordRefusal extends Error {
  readonly problem: TextProblem

  constructor(problem: TextProblem) {
    super(problem.id)
    this.problem = problem
  }
}

type WordReason = 'damaged' | 'encrypted' | 'macros' | 'old' | 'heavy' | 'large' | 'deep'

export function refuseWord(reason: WordReason): WordRefusal {
  const id = ['heavy', 'large', 'deep'].includes(reason) ? 'yaml.limit' : 'word.file'
  const message = { say: 'word-refused', reason } as const
  const fix = { say: 'word-refused-fix', reason } as const
  return new WordRefusal(createTextProblem({ id, message, fix }, start))
}

/** It is no Word document at all. */
export function refuseForeign(kind: ForeignKind): WordRefusal {
  const message = { say: 'word-other', name: { say: 'foreign-name', kind } } as const
  const fix = { say: 'word-other-fix' } as const
  return new WordRefusal(createTextProblem({ id: 'word.file', message, fix }, start))
}

const start = { start: 0, end: 0 }
