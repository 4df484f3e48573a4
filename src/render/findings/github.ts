import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  isDocument,
} from '../../model/check-run.ts'
import { type Severity, severities } from '../../model/finding.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { createPlaceFinder, type FindingPlace, listUnreadTopics } from './places.ts'
import {
  createAddressFinder,
  describeFileReason,
  describeUnread,
  formatSeverityCounts,
  isActive,
  isFileReason,
  listRunFindings,
  sayFinding,
} from './words.ts'

/** GitHub shows ten annotations of each kind for a step, and drops the rest silently. */
const maxAnnotationsPerSeverity = 10

/**
 * Workflow commands that GitHub Actions shows as annotations, one a line: what fails the run first, then plans that are not
 * begun or have topics that are left to people, then the worst findings, at most ten of each severity, and one line that says how many are left. Waived and known
 * findings are not annotated.
 */
export function renderGithubAnnotations(run: CheckRun): string {
  const findAddress = createAddressFinder(run)
  const found = listRunFindings(run).filter(isActive)
  const failures = run.verdict.reasons.filter(isFileReason).map((reason) => ({
    command: 'error' as const,
    properties: { file: findAddress(reason.file), title: 'accordant' },
    message: `${makeVisibleLine(reason.file)}: ${describeFileReason(run, reason)}`,
  }))
  const unjudged = run.files.flatMap((file) => listUnjudged(file, run, findAddress(file.file)))
  const shownFailures = failures.slice(0, maxAnnotationsPerSeverity)
  const shownUnjudged = unjudged.slice(0, maxAnnotationsPerSeverity - 1)
  const cut = failures.length + unjudged.length - shownFailures.length - shownUnjudged.length
  const room = {
    error: maxAnnotationsPerSeverity - shownFailures.length,
    warning: maxAnnotationsPerSeverity,
    info: maxAnnotationsPerSeverity - shownUnjudged.length,
  }
  const shown = chooseAnnotated(found, room, cut > 0)
  const rest = found.length - shown.length + cut
  const left = new Set(found)
  const findPlace = createPlaceFinder(run)
  for (const one of shown) left.delete(one)
  return [
    ...shownFailures,
    ...shownUnjudged,
    ...shown.map((finding) => toAnnotation(finding, findPlace(finding), findAddress(finding.file))),
    ...(rest === 0 ? [] : [createRestNotice(rest, left)]),
  ]
    .map((annotation) => `${formatAnnotation(annotation)}\n`)
    .join('')
}

/** Of a plan that is not begun, or with topics that are left to people: a few have a notice each, more of them one in all. */
function listUnjudged(file: CheckedFile, run: CheckRun, address: string): readonly Annotation[] {
  const topics = listUnreadTopics(file, run)
  const create = (message: string, properties: Annotation['properties']): Annotation => ({
    command: 'notice',
    properties: { file: address, ...properties },
    message,
  })
  if (topics.length > 0 && topics.length <= maxTopicNotices) {
    return topics.map(({ check, lines: [line], message }) =>
      create(message, {
        ...(line === undefined || file.unit === 'paragraph' ? {} : { line }),
        title: makeVisibleLine(check),
      }),
    )
  }
  const told = file.notBegun
    ? sayFindings({ say: 'not-begun' })
    : isDocument(file)
      ? sayFindings({ say: 'to-look-at', number: topics.length })
      : describeUnread(file)
  if (told === null || (topics.length === 0 && !file.notBegun)) return []
  const rest = topics.length - maxTopicLines
  const lines = isDocument(file)
    ? [
        ...topics.slice(0, maxTopicLines).map(({ brief }) => `- ${brief}`),
        ...(rest > 0 ? [sayFindings({ say: 'and-more', number: rest })] : []),
      ]
    : []
  const message = [`${makeVisibleLine(file.file)}: ${told}`, ...lines].join('\n')
  return [create(message, { title: 'accordant' })]
}

const maxTopicNotices = 3
const maxTopicLines = 100

interface Annotation {
  readonly command: 'error' | 'warning' | 'notice'
  readonly properties: Readonly<Record<string, string | number>>
  readonly message: string
}

const annotationCommands = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
} as const satisfies Record<Severity, Annotation['command']>

/** The first of each severity; where something is left out, the notice that says so takes a place among the notices. */
function chooseAnnotated(
  found: readonly CheckedFinding[],
  room: Readonly<Record<Severity, number>>,
  isCut: boolean,
): readonly CheckedFinding[] {
  const of = (severity: Severity) => found.filter((finding) => finding.severity === severity)
  const full = isCut || severities.some((severity) => of(severity).length > room[severity])
  const left = full ? { ...room, info: room.info - 1 } : room
  return severities.flatMap((severity) => of(severity).slice(0, left[severity]))
}

function toAnnotation(
  finding: CheckedFinding,
  { position, lead, others }: FindingPlace,
  file: string,
): Annotation {
  const { severity, id, fix, line, column, endLine, endColumn } = finding
  // GitHub refuses columns on annotations of several lines.
  const columns = line === endLine ? { col: column, endLine, endColumn } : { endLine }
  return {
    command: annotationCommands[severity],
    properties: {
      file,
      ...(position === null ? {} : { line, ...columns }),
      title: makeVisibleLine(id),
    },
    message: [
      `${lead}${makeVisible(sayFinding(finding))}`,
      ...(others === null ? [] : [others]),
      ...(fix === null ? [] : [sayFindings({ say: 'fix', fix: makeVisible(say(fix)) })]),
    ].join('\n'),
  }
}

function createRestNotice(count: number, left: ReadonlySet<CheckedFinding>): Annotation {
  const counts = formatSeverityCounts(left)
  return {
    command: 'notice',
    properties: { title: 'accordant' },
    message: sayFindings(
      counts === ''
        ? { say: 'more-annotations', number: count }
        : { say: 'more-annotations-of', number: count, counts },
    ),
  }
}

function formatAnnotation({ command, properties, message }: Annotation): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(value)}`,
  )
  return `::${command} ${written.join(',')}::${escapeMessage(message)}`
}

function escapeProperty(value: string | number): string {
  return escapeMessage(makeVisible(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
