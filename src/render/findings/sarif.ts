import type { CheckedFinding, CheckRun, Waived } from '../../model/check-run.ts'
import { inFifteenDigits } from '../../model/fifteen-digits.ts'
import type { Severity } from '../../model/finding.ts'
import { jsonText } from '../json-text.ts'
import { addressOf } from './address.ts'
import { chosen } from './choose.ts'
import { messageOf } from './sarif-message.ts'
import { ruleOf } from './sarif-rule.ts'
import { allFound, type Found, isActive } from './standing.ts'
import { reasonText } from './words.ts'

export interface SarifOptions {
  /** Of accordant. */
  readonly version: string
}

/** GitHub takes no more results of one run. */
const mostResults = 25_000

/**
 * SARIF 2.1.0. Waived findings stay, with `suppressions`, and known ones, with `baselineState`, so that a code host does not
 * close and reopen them. No times: the same input gives the same bytes.
 */
export function sarif(run: CheckRun, { version }: SarifOptions): string {
  const found = allFound(run)
  const kept = keep(found)
  return jsonText({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'accordant', version, rules: run.rules.map(ruleOf) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: 'The folder that accordant was run in' } },
        },
        invocations: [invocationOf(run, found.length - kept.length)],
        results: kept.map(resultsOf(run, found)),
        properties: propertiesOf(run, found.length - kept.length),
      },
    ],
  })
}

const sourceRoot = '%SRCROOT%'

/** The worst, where there are too many: what is set aside goes first. */
function keep(found: readonly Found[]): readonly Found[] {
  if (found.length <= mostResults) return found
  const active = found.filter(({ finding }) => isActive(finding))
  const first = chosen(active, { perFile: mostResults, inAll: mostResults })
  const aside = found.filter(({ finding }) => !isActive(finding))
  const room = mostResults - first.size
  const second = chosen(aside, { perFile: room, inAll: room })
  return found.filter((one) => first.has(one) || second.has(one))
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** In a run, either every result has `suppressions` (and `baselineState`) or none has. */
function resultsOf(run: CheckRun, found: readonly Found[]): (found: Found) => unknown {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]))
  const anyWaived = found.some(({ finding }) => finding.waived !== null)
  const anyKnown = found.some(({ finding }) => finding.baseline)
  return ({ file, finding }) => {
    const { id, severity, message, fix, waived, baseline, fingerprint } = finding
    const index = indexes.get(id)
    return {
      ruleId: id,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: levels[severity],
      message: { text: messageOf(fix === null ? message : `${message}. ${fix}`) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactOf(addressOf(file)),
            region: regionOf(finding),
          },
        },
      ],
      partialFingerprints: { 'accordant/v1': fingerprint },
      ...(anyWaived ? { suppressions: waived === null ? [] : [suppressionOf(waived)] } : {}),
      ...(anyKnown ? { baselineState: baseline ? 'unchanged' : 'new' } : {}),
    }
  }
}

/** Both count from 1 in UTF-16 units, with exclusive ends. */
function regionOf({ line, column, endLine, endColumn }: CheckedFinding) {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function suppressionOf({ by, until, reason, from }: Waived) {
  return {
    kind: from === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: `${reason} (by ${by}, until ${until})`,
  }
}

function artifactOf(address: string) {
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

/** What could not be checked, and what is left out, for who reads no more than the results. */
function invocationOf({ verdict }: CheckRun, omitted: number) {
  const unchecked = verdict.reasons.filter((reason) => reason.code === 'unchecked')
  const notifications = [
    ...unchecked.map((reason) => ({
      level: 'error',
      message: { text: messageOf(`${reason.file}: ${reasonText(reason)}`) },
    })),
    ...(omitted === 0
      ? []
      : [{ level: 'warning', message: { text: `${omitted} more findings are left out` } }]),
  ]
  return {
    executionSuccessful: unchecked.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  }
}

/** Scores have no place of their own in SARIF. */
function propertiesOf({ today, verdict, files }: CheckRun, omitted: number) {
  const plans = files.flatMap((file) =>
    file.plan === null ? [] : [{ file: addressOf(file), ...file.plan }],
  )
  return { today, verdict: inFifteenDigits(verdict), plans: inFifteenDigits(plans), omitted }
}
