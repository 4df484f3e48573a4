import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  countPlanErrors,
} from '../../model/check-run.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'

import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import {
  describeFileReason,
  describeOtherLines,
  describeUnread,
  describeWaived,
  type FileReason,
  findMissedLimit,
  formatShare,
  isActive,
  isFileReason,
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
  const suites = [...names].map((name) => buildSuite(name, { run, fails }, files.get(name)))
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
  readonly outcome: 'passed' | 'failure' | 'error'
  readonly body: readonly string[]
}

interface SuiteContext extends JunitOptions {
  readonly run: CheckRun
}

function buildSuite(
  name: string,
  { run, fails }: SuiteContext,
  file: CheckedFile | undefined,
): TestSuite {
  const reasons = run.verdict.reasons.filter(isFileReason).filter((reason) => reason.file === name)
  const cases = [
    buildCheckedCase(run, reasons, file),
    ...(file === undefined ? [] : buildCheckCases(file, fails)),
    ...buildLimitCases(run, reasons),
  ]
  const classname = makeVisibleLine(name)
  const count = (outcome: TestCase['outcome']) =>
    cases.filter((one) => one.outcome === outcome).length
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error') }
  return {
    ...counts,
    lines: [
      `  <testsuite ${xmlAttributes({ name: classname, ...counts })}>`,
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

function buildCheckCases(file: CheckedFile, fails: JunitOptions['fails']): readonly TestCase[] {
  const byId = new Map<string, CheckedFinding[]>(file.judged.map((id) => [id, []]))
  for (const finding of file.findings) {
    const same = byId.get(finding.id)
    if (same === undefined) byId.set(finding.id, [finding])
    else same.push(finding)
  }
  return [...byId].map(([id, findings]) => buildCheckCase(id, findings, fails))
}

function buildCheckCase(
  id: string,
  findings: readonly CheckedFinding[],
  fails: JunitOptions['fails'],
): TestCase {
  const failing: CheckedFinding[] = []
  const others: CheckedFinding[] = []
  for (const finding of findings) {
    if (isActive(finding) && fails(finding)) failing.push(finding)
    else others.push(finding)
  }
  const [first] = failing
  const told = others.length === 0 ? [] : [xmlElement('system-out', describeFindings(others))]
  if (first === undefined) return { name: id, outcome: 'passed', body: told }
  const failure = xmlElement('failure', describeFindings(failing), {
    type: first.severity,
    message: say(first.message),
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
  const told = file?.notBegun === true ? sayFindings({ say: 'not-begun' }) : describeUnread(file)
  const body = told === null ? [] : [xmlElement('system-out', [told])]
  if (unjudged === undefined) return { name: 'checked', outcome: 'passed', body }
  const failure = renderReason(run, 'failure', unjudged)
  return { name: 'checked', outcome: 'failure', body: [failure, ...body] }
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

function describeFindings(findings: readonly CheckedFinding[]): readonly string[] {
  const rest = findings.length - maxFindingsPerCase
  return [
    ...findings.slice(0, maxFindingsPerCase).map(describeFinding),
    ...(rest > 0 ? [sayFindings({ say: 'and-more', number: rest })] : []),
  ]
}

function describeFinding(finding: CheckedFinding): string {
  const { file, line, column, severity, message, excerpt, fix, waived, baseline } = finding
  const otherLines = describeOtherLines(finding)
  const aside =
    waived === null
      ? baseline
        ? ` (${sayFindings({ say: 'in-baseline' })})`
        : ''
      : ` (${describeWaived(waived)})`
  return [
    makeVisibleLine(
      `${file}:${line}:${column} ${sayFindings({ say: `severity-${severity}` })}: ${say(message)}${aside}`,
    ),
    ...(excerpt === '' ? [] : [makeVisible(excerpt)]),
    ...(otherLines === null ? [] : [otherLines]),
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
