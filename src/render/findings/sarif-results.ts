import type { AppliedWaiver, CheckedFile, CheckedFinding, CheckRun } from '../../model/check-run.ts'
import type { Severity, Span } from '../../model/finding.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { disarmMentions } from '../nodes.ts'
import { createPlaceFinder, describePlaces, type listUnreadTopics } from './places.ts'
import { createAddressFinder, sayFinding } from './words.ts'

/** The name that SARIF files have for the folder that accordant was run in. */
export const sourceRoot = '%SRCROOT%'

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

type FileTopic = ReturnType<typeof listUnreadTopics>[number] & { readonly file: CheckedFile }

/** Builds the results of SARIF. In a run, either every result has `suppressions` (and `baselineState`) or none has. */
export function createResultBuilder(run: CheckRun, found: readonly CheckedFinding[]) {
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

/**
 * Text for a SARIF message, where `[text](target)` is a link and `{0}` a place to fill in: a joiner of no width keeps them
 * from being read so, and from notifying anybody.
 */
export function toSarifMessage(text: string): string {
  return disarmMentions(makeVisibleLine(text))
    .replaceAll('](', ']\u2060(')
    .replaceAll(/\{(?=\d)/g, '{\u2060')
}
