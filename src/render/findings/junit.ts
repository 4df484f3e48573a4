import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  countPlanErrors,
} from '../../model/check-run.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'

import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { createPlaceFinder, type FindingPlace, listUnreadTopics } from './places.ts'
import {
  describeFileReason,
  describeReading,
  describeWaived,
  type FileReason,
  findMissedLimit,
  formatPlanFigures,
  formatShare,
  isActive,
  isFileReason,
  sayFinding,
} from './words.ts'

interface JunitOptions {
  /** Does a finding of this severity fail the run? Waived and known ones never do. */
  readonly fails: (finding: CheckedFinding) => boolean
}

/**
 * JUnit's XML: a suite for each file, a test case for each check that was judged on it, so that what passes shows too. What
 * does not fail the run stands in `system-out`. No times and no host, so that the same input gives the same bytes.
 */
export function renderJunit(run: CheckRun, { fails }: JunitOptions): string {
  const files = new Map(run.files.map((file) => [file.file, file]))
  const names = new Set([
    ...files.keys(),
    ...run.verdict.reasons.filter(isFileReason).map(({ file }) => file),
  ])
  const context = { run, fails, findPlace: createPlaceFinder(run) }
  const suites = [...names].map((name) => buildSuite(name, context, files.get(name)))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${xmlAttributes({ name: 'accordant', ...sumCounts(suites) })}>`,
    ...suites.flatMap((suite) => suite.lines),
    '</testsuites>\n',
  ].join('\n')
}

interface TestSuite extends TestCounts {
  readonly lines: readonly string[]
}

interface TestCounts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
}

interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly body: readonly string[]
}

interface SuiteContext extends JunitOptions {
  readonly run: CheckRun
  readonly findPlace: (finding: CheckedFinding) => FindingPlace
}

function buildSuite(name: string, context: SuiteContext, file: CheckedFile | undefined): TestSuite {
  const { run } = context
  const reasons = run.verdict.reasons.filter(isFileReason).filter((reason) => reason.file === name)
  const cases = [
    buildCheckedCase(run, reasons, file),
    ...(file === undefined
      ? []
      : [...buildCheckCases(file, context), ...buildTopicCases(file, run)]),
    ...buildLimitCases(run, reasons),
  ]
  const classname = makeVisibleLine(name)
  const count = (outcome: TestCase['outcome']) =>
    cases.filter((one) => one.outcome === outcome).length
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error') }
  return {
    ...counts,
    lines: [
      `  <testsuite ${xmlAttributes({ name: classname, ...counts, skipped: count('skipped') })}>`,
      ...renderProperties(run, file),
      ...cases.flatMap((one) => renderCase(one, classname)),
      '  </testsuite>',
    ],
  }
}

function sumCounts(suites: readonly TestSuite[]): TestCounts {
  const sum = (key: keyof TestCounts) => suites.reduce((total, suite) => total + suite[key], 0)
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') }
}

/** What nobody can judge but people. */
function buildTopicCases(file: CheckedFile, run: CheckRun): readonly TestCase[] {
  return listUnreadTopics(file, run).map(({ check, message }) => ({
    name: check,
    outcome: 'skipped' as const,
    body: [xmlElement('skipped', [message])],
  }))
}

function buildCheckCases(file: CheckedFile, context: SuiteContext): readonly TestCase[] {
  const byId = new Map<string, CheckedFinding[]>(file.judged.map((id) => [id, []]))
  for (const finding of file.findings) {
    const same = byId.get(finding.id)
    if (same === undefined) byId.set(finding.id, [finding])
    else same.push(finding)
  }
  return [...byId].map(([id, findings]) => buildCheckCase(id, findings, context))
}

function buildCheckCase(
  id: string,
  findings: readonly CheckedFinding[],
  { fails, findPlace }: SuiteContext,
): TestCase {
  const failing: CheckedFinding[] = []
  const others: CheckedFinding[] = []
  for (const finding of findings) {
    if (isActive(finding) && fails(finding)) failing.push(finding)
    else others.push(finding)
  }
  const [first] = failing
  const told =
    others.length === 0 ? [] : [xmlElement('system-out', describeFindings(others, findPlace))]
  if (first === undefined) return { name: id, outcome: 'passed', body: told }
  const failure = xmlElement('failure', describeFindings(failing, findPlace), {
    type: first.severity,
    message: sayFinding(first),
  })
  return { name: id, outcome: 'failure', body: [failure, ...told] }
}

/** A case that every file has: could it be checked at all? So no suite is empty, which some readers take for a fault. */
function buildCheckedCase(
  run: CheckRun,
  reasons: readonly FileReason[],
  file: CheckedFile | undefined,
): TestCase {
  const unchecked = reasons.find(({ code }) => code === 'unchecked')
  const unjudged = reasons.find(({ code }) => code === 'nothing-judged')
  if (unchecked !== undefined) {
    return { name: 'checked', outcome: 'error', body: [renderReason(run, 'error', unchecked)] }
  }
  const told = file === undefined ? [] : describePlan(file, run)
  const body = told.length === 0 ? [] : [xmlElement('system-out', told)]
  if (unjudged === undefined) return { name: 'checked', outcome: 'passed', body }
  const failure = renderReason(run, 'failure', unjudged)
  return { name: 'checked', outcome: 'failure', body: [failure, ...body] }
}

function describePlan(file: CheckedFile, run: CheckRun): readonly string[] {
  const { plan, notBegun } = file
  if (notBegun) return [sayFindings({ say: 'not-begun' })]
  if (plan === null) return []
  const isUnread = plan.score.reason === 'unread'
  return [...(isUnread ? [formatPlanFigures(file, plan, run)] : []), ...describeReading(plan)]
}

function buildLimitCases(run: CheckRun, reasons: readonly FileReason[]): readonly TestCase[] {
  return reasons.flatMap((reason) => {
    if (reason.code !== 'limit') return []
    const name = `limits.${reason.option}`
    return [{ name, outcome: 'failure' as const, body: [renderReason(run, 'failure', reason)] }]
  })
}

function renderReason(run: CheckRun, name: string, reason: FileReason): string {
  const message = describeFileReason(run, reason)
  return xmlElement(name, [message], { type: reason.code, message })
}

/** Readers of XML refuse texts of many megabytes. */
const maxFindingsPerCase = 500

function describeFindings(
  findings: readonly CheckedFinding[],
  findPlace: SuiteContext['findPlace'],
): readonly string[] {
  const rest = findings.length - maxFindingsPerCase
  return [
    ...findings.slice(0, maxFindingsPerCase).map((one) => describeFinding(one, findPlace(one))),
    ...(rest > 0 ? [sayFindings({ say: 'and-more', number: rest })] : []),
  ]
}

function describeFinding(finding: CheckedFinding, { tail, others }: FindingPlace): string {
  const { file, severity, excerpt, fix, waived, baseline } = finding
  const aside =
    waived === null
      ? baseline
        ? ` (${sayFindings({ say: 'in-baseline' })})`
        : ''
      : ` (${describeWaived(waived)})`
  return [
    makeVisibleLine(
      `${file}${tail} ${sayFindings({ say: `severity-${severity}` })}: ${sayFinding(finding)}${aside}`,
    ),
    ...(excerpt === '' || tail === '' ? [] : [makeVisible(excerpt)]),
    ...(others === null ? [] : [others]),
    ...(fix === null ? [] : [sayFindings({ say: 'fix', fix: makeVisibleLine(say(fix)) })]),
  ].join('\n')
}

function renderProperties(run: CheckRun, file: CheckedFile | undefined): readonly string[] {
  const properties = [
    ['today', run.today],
    ...(file === undefined ? [] : listPlanProperties(file, run)),
  ]
  const lines = properties.map(
    ([name = '', value = '']) => `      <property ${xmlAttributes({ name, value })}/>`,
  )
  return ['    <properties>', ...lines, '    </properties>']
}

function listPlanProperties(
  { file, plan, findings }: CheckedFile,
  run: CheckRun,
): readonly string[][] {
  if (plan === null) return []
  return [
    ...(plan.stage === null ? [] : [['stage', plan.stage]]),
    ['complete', formatShare(plan.score, findMissedLimit(run, file))],
    ['errors', String(countPlanErrors(findings))],
    ...plan.dimensions.map(({ id, score }) => [`complete.${id}`, formatShare(score)]),
  ]
}

function renderCase({ name, body }: TestCase, classname: string): readonly string[] {
  const start = `    <testcase ${xmlAttributes({ name, classname })}`
  return body.length === 0 ? [`${start}/>`] : [`${start}>`, ...body, '    </testcase>']
}

/** An element with text, six spaces deep. */
function xmlElement(
  name: string,
  paragraphs: readonly string[],
  values: Readonly<Record<string, string>> = {},
): string {
  const start = [name, xmlAttributes(values)].filter((part) => part !== '').join(' ')
  return `      <${start}>${escapeXml(paragraphs.join('\n\n'))}</${name}>`
}

/** `name="value" …`; each value on one line. */
function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escapeXml(makeVisibleLine(String(value)))}"`)
    .join(' ')
}

/** `visible` has taken the controls out; what else XML 1.0 cannot carry are the two last signs of a plane. */
function escapeXml(text: string): string {
  return makeVisible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, (sign) => (sign === '\uFFFE' ? '⟨U+FFFE⟩' : '⟨U+FFFF⟩'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
