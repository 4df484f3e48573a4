import { roundPercent } from '../model/figures.ts'
import { type Severity, severities } from '../model/finding.ts'
import type { PlanResult } from '../model/result.ts'
import type { Message, ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext, ScoredContext } from './report-context.ts'

/** How complete the written plan is, as its checks see it. It stands beside the answers and is never mixed with them. */
interface PlanSummary {
  readonly headline: ReportSentence
  readonly dimensions: readonly {
    readonly title: string
    readonly score: ReportText
    readonly value: number | null
  }[]
  /** The worst first, and last what is set aside. */
  readonly findings: readonly PlanFinding[]
  /** How many more there are. */
  readonly rest: number
  /** How much of the document is left for people to judge; null where nothing is. */
  readonly unread: ReportSentence | null
}

interface PlanFinding {
  readonly severity: Severity
  readonly message: Message | string
  /** Null also where the finding before says the same. */
  readonly fix: Message | string | null
  /** `plan.yaml:12`, or `plan.yaml:12, 14`; null where nothing in a document is about it. */
  readonly place: string | null
  readonly check: string
  /** Who set it aside and why, or null. */
  readonly waived: ReportSentence | null
}

const maxFindings = 15

/** Null without a plan. */
export function buildPlanSummary(context: ScoredContext): PlanSummary | null {
  const { plan } = context.result
  if (plan === null) return null
  const { names } = context
  const findings = plan.findings
    .filter(({ severity, baseline }) => severity !== 'info' && !baseline)
    .toSorted((a, b) => getSeverityRank(a) - getSeverityRank(b))
  const { stage, errors } = plan
  return {
    headline: {
      say: 'plan-figures',
      complete: sayComplete(plan),
      errors,
      stage,
    },
    dimensions: (plan.score.reason === 'unread' ? [] : plan.dimensions).map(
      ({ id, score: own }) => ({
        title: names.dimension(id),
        score:
          own.value === null
            ? { say: 'plan-nothing-asked' }
            : roundPercent(own.value, null).percent,
        value: own.value,
      }),
    ),
    findings: dropRepeatedFixes(
      findings.slice(0, maxFindings).map((finding) => buildPlanFinding(finding, names)),
    ),
    rest: Math.max(0, findings.length - maxFindings),
    unread: describeUnread(plan, context),
  }
}

const maxUnreadTitles = 3

function describeUnread(
  { unread }: PlanResult,
  { questionnaire }: ReportContext,
): ReportSentence | null {
  if (unread.length === 0) return null
  const titles = new Map(
    questionnaire.dimensions.flatMap(({ checks }) => checks.map(({ id, title }) => [id, title])),
  )
  return {
    say: 'plan-unread',
    topics: unread.length,
    titles: unread.slice(0, maxUnreadTitles).map(({ check }) => titles.get(check) ?? check),
  }
}

function sayComplete({ score: { value, reason }, read }: PlanResult): ReportText {
  if (reason === 'unread') {
    const percent = read === null ? null : roundPercent(read * 100, null).percent
    return { say: 'plan-too-little-read', percent }
  }
  return value === null
    ? { say: 'plan-no-check-counts' }
    : { say: 'plan-complete', percent: roundPercent(value, null).percent }
}

/** What to do about several findings of one kind stands under the first of them. */
function dropRepeatedFixes(findings: readonly PlanFinding[]): readonly PlanFinding[] {
  return findings.map((finding, at) => {
    const before = findings[at - 1]
    return before?.check === finding.check &&
      JSON.stringify(before.fix) === JSON.stringify(finding.fix)
      ? { ...finding, fix: null }
      : finding
  })
}

/** What is set aside comes after what is not. */
function getSeverityRank({ severity, waived }: PlanResult['findings'][number]): number {
  return severities.indexOf(severity) + (waived === null ? 0 : severities.length)
}

function buildPlanFinding(
  finding: PlanResult['findings'][number],
  { person }: ReportContext['names'],
): PlanFinding {
  const { id, severity, message, fix, waived } = finding
  return {
    severity,
    message,
    fix,
    place: finding.absent === true ? null : formatPlanPlace(finding),
    check: id,
    waived:
      waived === null
        ? null
        : {
            say: 'plan-finding-waived',
            by: person(waived.by),
            until: waived.until,
            reason: waived.reason,
          },
  }
}

/** By the file's own name, so that the report reads the same wherever it is made; `plan.yaml:12, 14` of several places. */
export function formatPlanPlace({
  file,
  line,
  places = [],
}: {
  readonly file: string
  readonly line: number
  readonly places?: readonly { readonly line: number }[] | undefined
}): string {
  const lines = [...new Set([line, ...places.map((place) => place.line)])]
  const more = lines.length > maxLines ? ', …' : ''
  // In a Word file a place is a paragraph.
  const mark = /\.docx$/i.test(file) ? ' ¶ ' : ':'
  return `${file.split('/').at(-1)}${mark}${lines.slice(0, maxLines).join(', ')}${more}`
}

const maxLines = 10
