import type { PlanResult } from '../model/result.ts'
import type { Telling } from './telling.ts'

/** The written plan, as its checks see it. It stands beside the answers and is never mixed with them. */
export interface Written {
  readonly headline: string
  readonly dimensions: readonly {
    readonly title: string
    readonly score: string
    readonly value: number | null
  }[]
  /** The worst first, and last what is set aside. */
  readonly findings: readonly WrittenFinding[]
  /** How many more there are. */
  readonly rest: number
}

export interface WrittenFinding {
  readonly severity: string
  readonly message: string
  /** Null also where the finding before says the same. */
  readonly fix: string | null
  /** `plan.yaml:12` */
  readonly place: string
  readonly check: string
  /** Who set it aside and why, or null. */
  readonly waived: string | null
}

const mostFindings = 15
const order = ['error', 'warning', 'info']

/** Null without a plan. */
export function writtenOf(telling: Telling): Written | null {
  const plan = telling.result.plan ?? null
  if (plan === null) return null
  const { names, figures } = telling
  const findings = plan.findings
    .filter(({ severity, baseline }) => severity !== 'info' && !baseline)
    .toSorted((a, b) => rank(a) - rank(b))
  const score =
    plan.score.value === null
      ? 'Nothing in the plan counts at this stage yet'
      : `The written plan: ${names.level(plan.level)}, ${figures.score(plan.score.value)}`
  return {
    headline: `${score}, at the stage “${plan.stage}”.`,
    dimensions: plan.dimensions.map(({ id, score: own }) => ({
      title: names.dimension(id),
      score: own.value === null ? 'nothing asked yet' : figures.score(own.value),
      value: own.value,
    })),
    findings: saidOnce(findings.slice(0, mostFindings).map((finding) => findingOf(finding, names))),
    rest: Math.max(0, findings.length - mostFindings),
  }
}

/** What to do about several findings of one kind stands under the first of them. */
function saidOnce(findings: readonly WrittenFinding[]): readonly WrittenFinding[] {
  return findings.map((finding, at) => {
    const before = findings[at - 1]
    return before?.check === finding.check && before.fix === finding.fix
      ? { ...finding, fix: null }
      : finding
  })
}

/** What is set aside comes after what is not. */
function rank({ severity, waived }: PlanResult['findings'][number]): number {
  return order.indexOf(severity) + (waived === null ? 0 : order.length)
}

function findingOf(
  finding: PlanResult['findings'][number],
  { person }: Telling['names'],
): WrittenFinding {
  const { id, severity, message, fix, waived } = finding
  return {
    severity,
    message,
    fix,
    place: placeOf(finding),
    check: id,
    waived:
      waived === null
        ? null
        : `Set aside by ${person(waived.by)} until ${waived.until}: ${waived.reason}`,
  }
}

/** By the file's own name, so that the report reads the same wherever it is made. */
export function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file.split('/').at(-1)}:${line}`
}
