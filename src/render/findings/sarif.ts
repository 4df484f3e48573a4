import {
  type AppliedWaiver,
  type CheckedFile,
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
import { createPlaceFinder, describePlaces, listUnreadTopics } from './places.ts'
import {
  createAddressFinder,
  describeFileReason,
  isActive,
  listRunFindings,
  sayFinding,
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

type FileTopic = ReturnType<typeof listUnreadTopics>[number] & { readonly file: CheckedFile }

/** In a run, either every result has `suppressions` (and `baselineState`) or none has. */
function createResultBuilder(run: CheckRun, found: readonly CheckedFinding[]) {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]))
  const anyWaived = found.some(({ waived }) => waived !== null)
  const anyKnown = found.some(({ baseline }) => baseline)
  const findAddress = createAddressFinder(run)
  const findPlace = createPlaceFinder(run)
  const toRule = (ruleId: string) => {
    const index = indexes.get(ruleId)
    return { ruleId, ...(index === undefined ? {} : { ruleIndex: index }) }
  }
  const toState = (waived: AppliedWaiver | null, isKnown: boolean) => ({
    ...(anyWaived ? { suppressions: waived === null ? [] : [toSuppression(waived)] } : {}),
    ...(anyKnown ? { baselineState: isKnown ? 'unchanged' : 'new' } : {}),
  })
  return {
    ofFinding: (finding: CheckedFinding) => {
      const { id, severity, fix, waived, baseline, fingerprint, absent } = finding
      const { position, lead } = findPlace(finding)
      const address = findAddress(finding.file)
      const text = `${lead}${sayFinding(finding)}`
      return {
        ...toRule(id),
        level: sarifLevels[severity],
        message: { text: toSarifMessage(fix === null ? text : `${text}. ${say(fix)}`) },
        locations: [toLocation(position === null ? null : finding, address)],
        ...listRelatedLocations(finding, findPlace, address),
        partialFingerprints: { 'accordant/v1': fingerprint },
        ...toState(waived, baseline),
        ...(absent === true ? { properties: { absent } } : {}),
      }
    },
    /** Neither passed nor failed: for a person to look at. */
    ofTopic: ({ check, file, lines, message, fingerprint }: FileTopic) => {
      const [first, ...others] = lines.slice(0, maxLocations).map((line) => ({
        ...toLocation(file.unit === 'line' ? { startLine: line } : null, findAddress(file.file)),
        message: { text: toSarifMessage(describePlaces(file, [line])) },
      }))
      return {
        ...toRule(check),
        kind: 'review',
        level: 'none',
        message: { text: toSarifMessage(message) },
        locations: [first ?? toLocation(null, findAddress(file.file))],
        ...(others.length === 0 ? {} : { relatedLocations: others }),
        partialFingerprints: { 'accordant/v1': fingerprint },
        ...toState(null, false),
      }
    },
  }
}

/** GitHub shows no more of one result. */
const maxLocations = 100

/** Lines and columns count from 1 in UTF-16 units, with exclusive ends, in both. Without a place the whole file is meant. */
function toLocation(place: Span | { readonly startLine: number } | null, address: string) {
  const artifactLocation = toArtifactLocation(address)
  if (place === null) return { physicalLocation: { artifactLocation } }
  if ('startLine' in place) return { physicalLocation: { artifactLocation, region: place } }
  const { line, column, endLine, endColumn } = place
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return { physicalLocation: { artifactLocation, region } }
}

/** The entries that a finding stands for beside the first, each with its own message. */
function listRelatedLocations(
  finding: CheckedFinding,
  findPlace: ReturnType<typeof createPlaceFinder>,
  address: string,
) {
  const others = (finding.places ?? []).slice(1).map((place) => {
    const { position, lead } = findPlace({ ...finding, ...place, places: [] })
    const text = toSarifMessage(`${lead}${say(place.message)}`)
    return { ...toLocation(position === null ? null : place, address), message: { text } }
  })
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

/**
 * Text for a SARIF message, where `[text](target)` is a link and `{0}` a place to fill in: a joiner of no width keeps them
 * from being read so, and from notifying anybody.
 */
function toSarifMessage(text: string): string {
  return disarmMentions(makeVisibleLine(text))
    .replaceAll('](', ']\u2060(')
    .replaceAll(/\{(?=\d)/g, '{\u2060')
}
