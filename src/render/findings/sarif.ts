import {
  type AppliedWaiver,
  type CheckedFinding,
  type CheckRun,
  countPlanErrors,
  type Rule,
} from '../../model/check-run.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import type { Severity, Span } from '../../model/finding.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { findFindingGuide } from '../../words/find-guide.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { formatJson } from '../json-text.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, disarmMentions, paragraph, strong } from '../nodes.ts'
import { chooseFindings } from './choose-findings.ts'
import { toReasonEntry } from './json.ts'
import {
  createAddressFinder,
  describeFileReason,
  describeUnread,
  isActive,
  listRunFindings,
} from './words.ts'

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
        invocations: [buildInvocation(run, found.length - kept.length)],
        results: kept.map(createResultBuilder(run, found)),
        properties: buildProperties(run, found.length - kept.length),
      },
    ],
  })
}

const sourceRoot = '%SRCROOT%'

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

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** In a run, either every result has `suppressions` (and `baselineState`) or none has. */
function createResultBuilder(
  run: CheckRun,
  found: readonly CheckedFinding[],
): (finding: CheckedFinding) => unknown {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]))
  const anyWaived = found.some(({ waived }) => waived !== null)
  const anyKnown = found.some(({ baseline }) => baseline)
  const findAddress = createAddressFinder(run)
  return (finding) => {
    const { id, severity, message, fix, waived, baseline, fingerprint } = finding
    const index = indexes.get(id)
    return {
      ruleId: id,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: sarifLevels[severity],
      message: {
        text: toSarifMessage(fix === null ? say(message) : `${say(message)}. ${say(fix)}`),
      },
      locations: [{ physicalLocation: toPhysicalLocation(finding, findAddress(finding.file)) }],
      ...listRelatedLocations(finding, findAddress(finding.file)),
      partialFingerprints: { 'accordant/v1': fingerprint },
      ...(anyWaived ? { suppressions: waived === null ? [] : [toSuppression(waived)] } : {}),
      ...(anyKnown ? { baselineState: baseline ? 'unchanged' : 'new' } : {}),
    }
  }
}

/** Lines and columns count from 1 in UTF-16 units, with exclusive ends, in both. */
function toPhysicalLocation({ line, column, endLine, endColumn }: Span, address: string) {
  return {
    artifactLocation: toArtifactLocation(address),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  }
}

/** The entries that a finding stands for beside the first, each with its own message. */
function listRelatedLocations({ places = [] }: CheckedFinding, address: string) {
  const others = places.slice(1).map((place) => ({
    physicalLocation: toPhysicalLocation(place, address),
    message: { text: toSarifMessage(say(place.message)) },
  }))
  return others.length === 0 ? {} : { relatedLocations: others }
}

function toSuppression({ by, until, reason, from }: AppliedWaiver) {
  return {
    kind: from === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: sayFindings({ say: 'waiver-justification', by, until, reason }),
  }
}

function toArtifactLocation(address: string) {
  const path = address
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (address.startsWith('/')) return { uri: `file://${path}` }
  const drive = /^([a-z])%3A(?=\/)/i
  return drive.test(path)
    ? { uri: `file:///${path.replace(drive, '$1:')}` }
    : { uri: path, uriBaseId: sourceRoot }
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
    ...run.files.flatMap((file) => {
      const unread = describeUnread(file)
      if (unread === null) return []
      return [{ level: 'note', message: { text: toSarifMessage(`${file.file}: ${unread}`) } }]
    }),
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
    plan === null ? [] : [{ file: findAddress(file), ...plan, errors: countPlanErrors(findings) }],
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

/**
 * Text for a SARIF message, where `[text](target)` is a link and `{0}` a place to fill in: a joiner of no width keeps them
 * from being read so, and from notifying anybody.
 */
function toSarifMessage(text: string): string {
  return disarmMentions(makeVisibleLine(text))
    .replaceAll('](', ']\u2060(')
    .replaceAll(/\{(?=\d)/g, '{\u2060')
}
