import { foldFindings } from '../../checks/fold-findings.ts'
import type { CheckOutcome } from '../../checks/judge-plan.ts'
import { buildChecksById } from '../../checks/waivers/waiver.ts'
import { countPlanErrors, type ReportedFinding, toFindingEntry } from '../../model/check-run.ts'
import type { Path } from '../../model/finding.ts'
import type { Response } from '../../model/response.ts'
import { type Stage, stages } from '../../model/vocabulary.ts'
import { formatPlanPlace } from '../../report/plan-summary.ts'
import type { PlanEvidence } from '../../scoring/say-do.ts'
import { applyPlanWaivers } from '../check/plan-waivers.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import { isPlanBegun, readPlanExamples } from '../load/plan-examples.ts'
import { decodeSourcePartly, type Source } from '../load/source.ts'
import type { World } from '../world.ts'

interface ScoredPartnershipPlan {
  readonly scored: PlanEvidence
  /** Where in the plan each check looks, as `plan.yaml:12`. */
  readonly places: ReadonlyMap<string, string>
  readonly paths: ReadonlyMap<string, Path>
  /** The day that dates were compared with; null where no date mattered. */
  readonly today: string | null
}

/** The partnership's plan, judged by the checks; one that says no more than `init` wrote counts as none. */
export async function scoreBegunPlan(
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  answered: Stage | null,
  today: string,
  world: World,
) {
  const { planSource } = partnership
  const isBegun = planSource === null || isPlanBegun(planSource, readPlanExamples(world))
  const plan = isBegun ? partnership.plan : null
  const held = await scorePartnershipPlan({ ...partnership, plan }, loaded, answered, today)
  /** `unbegun` is the file of a plan that counts as none; else null. */
  return { plan, unbegun: isBegun ? null : planSource.file, held }
}

/**
 * The partnership's plan, judged by the checks of the questionnaire that people answered. Null without a plan, or where
 * the questionnaire has no checks.
 */
async function scorePartnershipPlan(
  { plan, planSource, config }: Partnership,
  loaded: LoadedQuestionnaire,
  answered: Stage | null,
  today: string,
): Promise<ScoredPartnershipPlan | null> {
  const checked = loaded.questionnaire.dimensions.some(({ checks }) => checks.length > 0)
  if (plan === null || planSource === null || !checked) return null
  const { compileChecks } = await import('../../checks/compile-checks.ts')
  const { judgePlanSource: judgedPlan } = await import('../check/judge-plan-source.ts')
  const checks = loaded.compiled ?? compileChecks(loaded.questionnaire)
  const partly = decodeSourcePartly('plan', planSource)
  const {
    planScore: standing,
    outcomes,
    findings,
  } = judgedPlan(planSource, partly.value ?? plan, {
    loaded,
    checks,
    severities: config?.severity ?? {},
    today,
    defaultStage: answered,
    refused: partly.refused,
  })
  const stage = plan.stage ?? answered ?? 'agreed'
  const differs = createStageFinding(stage, answered)
  const found = differs === null ? findings : [planSource.document.place(differs), ...findings]
  const { waived, expired } = applyPlanWaivers(planSource, {
    plan,
    isWhole: true,
    findings: found,
    config,
    checks: buildChecksById(loaded.questionnaire.dimensions),
    today,
  })
  const reported = foldFindings(
    found.map((finding): ReportedFinding => {
      return { ...finding, waived: waived.get(finding) ?? null, baseline: false }
    }),
  )
  const used = new Set(outcomes.map(({ check }) => check.id))
  const usesToday = checks.checks.some(({ check, usesToday }) => usesToday && used.has(check.id))
  return {
    scored: {
      result: {
        score: standing.score,
        stage,
        errors: countPlanErrors(reported.filter(({ file }) => file === planSource.file)),
        read: standing.read,
        dimensions: [...standing.dimensions],
        findings: reported.map((own) => ({ file: own.file, ...toFindingEntry(own) })),
        unread: standing.unread.map(({ check, lines }) => ({ check, lines: [...lines] })),
      },
      checks: listCountedChecks(outcomes),
    },
    places: new Map(
      outcomes.map((outcome) => [outcome.check.id, findCheckPlace(planSource, outcome)]),
    ),
    paths: new Map(outcomes.map(({ check, place }) => [check.id, place])),
    today: usesToday || waived.size > 0 || expired ? today : null,
  }
}

function listCountedChecks(outcomes: readonly CheckOutcome[]): PlanEvidence['checks'] {
  return outcomes
    .filter(({ counted }) => counted)
    .map(({ check: { id, supports }, severity, visits, passed }) => ({
      id,
      supports,
      severity,
      passed: passed === visits,
      passesNowhere: passed === 0,
    }))
}

/** Its first finding, or where it looks. */
function findCheckPlace(source: Source, { findings: [first], place }: CheckOutcome): string {
  const { line } = source.document.span(first?.path ?? place, 'value')
  return formatPlanPlace({ file: source.file, line })
}

/** The stage that everybody named who named one; null where they differ or nobody did. */
export function findCommonStage(responses: readonly Response[]): Stage | null {
  const named = new Set(responses.flatMap(({ profile }) => listStages(profile.get('stage'))))
  const [only = null] = named
  return named.size === 1 ? only : null
}

function listStages(value: unknown): readonly Stage[] {
  return stages.filter((stage) => stage === value)
}

function createStageFinding(planned: Stage, answered: Stage | null) {
  if (answered === null || answered === planned) return null
  return {
    id: 'stage.differs',
    severity: 'warning',
    message: { say: 'stage-differs', planned, answered },
    path: ['stage'],
    at: 'value',
    fix: { say: 'stage-differs-fix' },
  } as const
}
