import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  countPlanErrors,
  type Rule,
} from '../../model/check-run.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { findFindingGuide } from '../../words/find-guide.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { formatJson } from '../json-text.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, paragraph, strong } from '../nodes.ts'
import { chooseFindings } from './choose-findings.ts'
import { toReasonEntry } from './json.ts'
import { listUnreadTopics } from './places.ts'
import { createResultBuilder, sourceRoot, toSarifMessage } from './sarif-results.ts'
import { createAddressFinder, describeFileReason, isActive, listRunFindings } from './words.ts'

interface SarifOptions {
  /** Of accordant. */
  readonly version: string
}

/** GitHub takes no more results of one run. */
const maxResults = 25_000

/**
 * SARIF 2.1.0. Waived findings stay, with `suppressions`, and known ones, with `baselineState`, so that a code host does not
 * close and reopen them. No times: the same input gives the same bytes.
 */
export function renderSarif(run: CheckRun, { version }: SarifOptions): string {
  const found = listRunFindings(run)
  const kept = chooseReported(found)
  const topics = run.files.flatMap((file) =>
    listUnreadTopics(file, run).map((topic) => ({ ...topic, file })),
  )
  const keptTopics = topics.slice(0, maxResults - kept.length)
  const builder = createResultBuilder(run, found)
  const results = [...kept.map(builder.ofFinding), ...keptTopics.map(builder.ofTopic)]
  const omitted = found.length + topics.length - results.length
  return formatJson({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'accordant', version, rules: run.rules.map(toSarifRule) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: sayFindings({ say: 'run-folder' }) } },
        },
        invocations: [buildInvocation(run, omitted)],
        results,
        properties: buildProperties(run, omitted),
      },
    ],
  })
}

/** The worst, where there are too many: what is set aside goes first. */
function chooseReported(found: readonly CheckedFinding[]): readonly CheckedFinding[] {
  if (found.length <= maxResults) return found
  const active = found.filter(isActive)
  const first = chooseFindings(active, { maxPerFile: maxResults, maxInAll: maxResults })
  const aside = found.filter((finding) => !isActive(finding))
  const room = maxResults - first.size
  const second = chooseFindings(aside, { maxPerFile: room, maxInAll: room })
  return found.filter((one) => first.has(one) || second.has(one))
}

/** What could not be checked, what is not begun, and what is left out, for who reads no more than the results. */
function buildInvocation(run: CheckRun, omitted: number) {
  const unchecked = run.verdict.reasons.filter((reason) => reason.code === 'unchecked')
  const notifications = [
    ...unchecked.map((reason) => ({
      level: 'error',
      message: { text: toSarifMessage(`${reason.file}: ${describeFileReason(run, reason)}`) },
    })),
    ...run.files
      .filter(({ notBegun }) => notBegun)
      .map(({ file }) => ({
        level: 'note',
        message: { text: toSarifMessage(`${file}: ${sayFindings({ say: 'not-begun' })}`) },
      })),
    ...(omitted === 0
      ? []
      : [
          {
            level: 'warning',
            message: { text: sayFindings({ say: 'findings-left-out', number: omitted }) },
          },
        ]),
  ]
  return {
    executionSuccessful: unchecked.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  }
}

/** Scores have no place of their own in SARIF. */
function buildProperties(run: CheckRun, omitted: number) {
  const { today, verdict, files } = run
  const findAddress = createAddressFinder(run)
  const plans = files.flatMap(({ file, plan, findings }) =>
    plan === null
      ? []
      : [{ file: findAddress(file), ...toPlanEntry(plan), errors: countPlanErrors(findings) }],
  )
  return {
    today,
    verdict: roundToFifteenDigits({
      pass: verdict.pass,
      reasons: verdict.reasons.map(toReasonEntry),
    }),
    plans: roundToFifteenDigits(plans),
    omitted,
  }
}

function toPlanEntry({ score, dimensions, stage, read, unread }: NonNullable<CheckedFile['plan']>) {
  const checks = unread.map(({ check, lines }) => ({ check, lines }))
  return { score, dimensions, stage, read, unread: checks }
}

/** A check as SARIF describes it. Code hosts ask for every one of these texts. */
function toSarifRule({ id, texts }: Rule) {
  const { title, why, fix } = texts ?? findFindingGuide(id) ?? { title: id, why: null, fix: null }
  const explain = `accordant explain ${makeVisibleLine(id)}`
  const sentences = [why, fix].filter((text) => text !== null)
  const tree = [
    ...(why === null ? [] : [paragraph(why)]),
    ...(fix === null ? [] : [paragraph(strong(sayFindings({ say: 'fix-label' })), ` ${fix}`)]),
    paragraph(sayFindings({ say: 'read-more' }), code(explain)),
  ]
  return {
    id,
    shortDescription: { text: toSarifMessage(title) },
    fullDescription: { text: toSarifMessage(why ?? title) },
    help: {
      text: [
        ...sentences.map(toSarifMessage),
        `${sayFindings({ say: 'read-more' })}${toSarifMessage(explain)}`,
      ].join('\n\n'),
      markdown: renderMarkdownTree({ type: 'root', children: tree }),
    },
  }
}
