import { emit } from './emit.ts'
import { checkFaults } from './faults-of-checks.ts'
import { schemaFaults } from './faults-of-schema.ts'
import { textFaults } from './faults-of-text.ts'
import { expectedOffset, lineAndColumn } from './places.ts'
import type { TextFault, TreeFault } from './planted.ts'
import { type Random, randomFrom } from './random.ts'
import { rightPlan } from './right-plan.ts'

export { today } from './right-plan.ts'

/** A plan with one fault in it, and where that is. */
export interface Case {
  /** A name for its file, the same for the same seed. */
  readonly name: string
  readonly fault: string
  readonly bytes: Uint8Array
  readonly id: string
  readonly line: number
  readonly column: number
  /** Findings that follow from the fault, or beginnings of their ids. */
  readonly also: readonly string[]
}

const faults: readonly (TreeFault | TextFault)[] = [...schemaFaults, ...checkFaults, ...textFaults]

/** Cases from a seed on: every fault in turn, each in a plan of its own. */
export function cases(count: number, seed: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => caseOf(index, seed))
}

/** Plans in which there is nothing to find. */
export function rightPlans(count: number, seed: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomFrom(-1 - (seed * 1_000_003 + index))
    const { text, bom } = emit(rightPlan(random), random)
    return bytesOf(text, bom)
  })
}

function caseOf(index: number, seed: number): Case {
  for (let attempt = 0; ; attempt++) {
    const random = randomFrom((seed * 1_000_003 + index) * 64 + attempt)
    const found = planted(index, random)
    if (found !== null) return { ...found, name: `${String(index).padStart(5, '0')}.yaml` }
  }
}

/** Null where the plan that came out has no place for the fault. */
function planted(index: number, random: Random): Omit<Case, 'name'> | null {
  const fault = faults[index % faults.length]
  if (fault === undefined) return null
  const tree = rightPlan(random)
  if (isInTree(fault)) {
    const { id, path, part = 'value', also = [] } = fault.plant(tree, random)
    const emitted = emit(tree, random)
    const [line, column] = lineAndColumn(emitted.text, expectedOffset(emitted, tree, path, part))
    return { fault: fault.name, bytes: bytesOf(emitted.text, emitted.bom), id, line, column, also }
  }
  const emitted = emit(tree, random)
  const found = fault.plant(emitted, random)
  if (found === null) return null
  const [line, column] = lineAndColumn(found.text, found.offset)
  const bytes = bytesOf(found.text, emitted.bom, found.bytes)
  return { fault: fault.name, bytes, id: found.id, line, column, also: [] }
}

function isInTree(fault: TreeFault | TextFault): fault is TreeFault {
  return !(textFaults as readonly (TreeFault | TextFault)[]).includes(fault)
}

function bytesOf(
  text: string,
  bom: boolean,
  replaced?: { readonly of: string; readonly are: readonly number[] },
): Uint8Array {
  const encoder = new TextEncoder()
  const head = bom ? '\uFEFF' : ''
  if (replaced === undefined) return encoder.encode(head + text)
  const [before = '', after = ''] = text.split(replaced.of)
  return Uint8Array.from([
    ...encoder.encode(head + before),
    ...replaced.are,
    ...encoder.encode(after),
  ])
}

/** What the program said of a file. */
export interface Said {
  readonly id: string
  readonly line: number
  readonly column: number
  /** Of all entries that it stands for. */
  readonly places?: readonly { readonly line: number; readonly column: number }[]
}

export interface Judged {
  readonly found: boolean
  readonly line: boolean
  readonly column: boolean
  /** Findings that the fault doesn't account for. */
  readonly beside: readonly Said[]
}

export function judge(expected: Case, said: readonly Said[]): Judged {
  const findings = said.flatMap(({ places, ...own }): Said[] =>
    (places ?? [own]).map(({ line, column }) => ({ id: own.id, line, column })),
  )
  const same = findings.filter(({ id }) => id === expected.id)
  const onLine = same.filter(({ line }) => line === expected.line)
  const hits = onLine.filter(({ column }) => column === expected.column)
  return {
    found: same.length > 0,
    line: onLine.length > 0,
    column: hits.length > 0,
    beside: findings.filter(
      (own) =>
        !hits.includes(own) &&
        !expected.also.some((id) => own.id === id || (id.endsWith('.') && own.id.startsWith(id))),
    ),
  }
}
