/** Every kind of file. The schemas are in `file-schemas.ts`, which takes time to load. */
export const kinds = [
  'questionnaire',
  'dimension',
  'response',
  'plan',
  'config',
  'result',
  'findings',
  'map',
  'baseline',
] as const

export type Kind = (typeof kinds)[number]

/** Kinds that a program writes: their keys are fixed, `notes` among them. */
const generatedKinds: ReadonlySet<Kind> = new Set(['result', 'findings', 'baseline'])

/** Whether `notes` and keys that begin with `x-` are free in files of this kind. */
export function hasFreeKeys(kind: Kind): boolean {
  return !generatedKinds.has(kind)
}

/** Whether `report` or `check` writes files of this kind as its output. */
export function isRunOutput(kind: Kind | null): boolean {
  return kind === 'result' || kind === 'findings'
}

/** The value of the key `accordant` in files of this kind. */
export function toKindMark(kind: Kind): string {
  return `${kind}/${kind === 'result' ? 2 : 1}`
}
