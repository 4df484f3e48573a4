import type { ReportSentence, ReportText } from '../../words/message.ts'
import type { ScoredContext } from '../report-context.ts'

/** The plan's risks by likelihood and impact. */
export interface RisksChart {
  readonly about: ReportSentence
  /** The gravest first; a risk's number is its place here, from 1. */
  readonly rows: readonly RiskMark[]
  /** Risks that say no likelihood or impact, so that they have no place. */
  readonly unplaced: readonly ReportText[]
}

export interface RiskMark {
  readonly risk: ReportText
  /** 1..5 */
  readonly likelihood: number
  readonly impact: number
  readonly owner: string | null
}

const minGraveScore = 15

/** Null without a plan that may be shown, and where none of its risks has a place. */
export function buildRisksChart({ result, plan, names }: ScoredContext): RisksChart | null {
  if (result.plan === null) return null
  const called = (plan?.risks ?? []).map((each, index) => ({
    ...each,
    risk: each.risk ?? ({ say: 'chart-risk', number: index + 1 } as const),
  }))
  const rows = called
    .flatMap(({ risk, likelihood, impact, owner }) =>
      likelihood === undefined || impact === undefined
        ? []
        : [{ risk, likelihood, impact, owner: owner === undefined ? null : names.person(owner) }],
    )
    .toSorted((a, b) => scoreRisk(b) - scoreRisk(a))
  if (rows.length === 0) return null
  const unplaced = called.flatMap(({ risk, likelihood, impact }) =>
    likelihood === undefined || impact === undefined ? [risk] : [],
  )
  return { about: describeRisks(rows), rows, unplaced }
}

function scoreRisk({ likelihood, impact }: RiskMark): number {
  return likelihood * impact
}

function describeRisks(rows: readonly RiskMark[]): ReportSentence {
  const placed = { say: 'chart-risks-placed', risks: rows.length } as const
  const grave = rows.filter((row) => scoreRisk(row) >= minGraveScore).map(({ risk }) => risk)
  const [gravest] = rows
  if (grave.length > 0) {
    return { say: 'sentences', all: [placed, { say: 'chart-risks-grave', risks: grave }] }
  }
  if (gravest === undefined) return placed
  const { risk, likelihood, impact } = gravest
  return {
    say: 'sentences',
    all: [placed, { say: 'chart-risks-gravest', risk, likelihood, impact }],
  }
}
