import { counted, listed } from '../names.ts'
import type { Telling } from '../telling.ts'

/** The plan's risks by likelihood and impact. */
export interface RisksChart {
  readonly about: string
  /** The gravest first; a risk's number is its place here, from 1. */
  readonly rows: readonly RiskMark[]
  /** Risks that say no likelihood or impact, so that they have no place. */
  readonly unplaced: readonly string[]
}

export interface RiskMark {
  readonly risk: string
  /** 1..5 */
  readonly likelihood: number
  readonly impact: number
  readonly owner: string | null
}

const graveFrom = 15

/** Null without a plan that may be shown, and where none of its risks has a place. */
export function risksChart({ result, plan, names }: Telling): RisksChart | null {
  if ((result.plan ?? null) === null) return null
  const called = (plan?.risks ?? []).map((each, index) => ({
    ...each,
    risk: each.risk ?? `Risk ${index + 1}`,
  }))
  const rows = called
    .flatMap(({ risk, likelihood, impact, owner }) =>
      likelihood === undefined || impact === undefined
        ? []
        : [{ risk, likelihood, impact, owner: owner === undefined ? null : names.person(owner) }],
    )
    .toSorted((a, b) => weight(b) - weight(a))
  if (rows.length === 0) return null
  const unplaced = called.flatMap(({ risk, likelihood, impact }) =>
    likelihood === undefined || impact === undefined ? [risk] : [],
  )
  return { about: aboutOf(rows), rows, unplaced }
}

function weight({ likelihood, impact }: RiskMark): number {
  return likelihood * impact
}

function aboutOf(rows: readonly RiskMark[]): string {
  const all = `The plan places ${counted(rows.length, 'risk', 'risks')} by likelihood and impact.`
  const grave = rows.filter((row) => weight(row) >= graveFrom).map(({ risk }) => `“${risk}”`)
  const [gravest] = rows
  if (grave.length > 0) return `${all} Likely and grave at once: ${listed(grave)}.`
  return gravest === undefined
    ? all
    : `${all} None is likely and grave at once; the gravest is “${gravest.risk}”, with likelihood ${gravest.likelihood} and impact ${gravest.impact} of 5.`
}
