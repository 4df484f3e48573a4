import type { CheckedFile, CheckedFinding, CheckRun, PlanStanding } from '../../model/check-run.ts'
import { visible, visibleLine } from '../../model/visible.ts'
import { isActive } from './standing.ts'
import { type FileReason, isFileReason, reasonText, standingText, waivedText } from './words.ts'
import { attributes, element } from './xml.ts'

export interface JunitOptions {
  /** Does a finding of this severity fail the run? Waived and known ones never do. */
  readonly fails: (finding: CheckedFinding) => boolean
}

/**
 * JUnit's XML: a suite for each file, a test case for each check that was judged on it, so that what passes shows too. What
 * does not fail the run stands in `system-out`. No times and no host, so that the same input gives the same bytes.
 */
export function junit(run: CheckRun, { fails }: JunitOptions): string {
  const files = new Map(run.files.map((file) => [file.file, file]))
  const names = new Set([
    ...files.keys(),
    ...run.verdict.reasons.filter(isFileReason).map(({ file }) => file),
  ])
  const suites = [...names].map((name) => suiteOf(name, { run, fails }, files.get(name)))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'accordant', ...sumOf(suites) })}>`,
    ...suites.flatMap((suite) => suite.lines),
    '</testsuites>\n',
  ].join('\n')
}

interface Suite extends Counts {
  readonly lines: readonly string[]
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
}

interface Case {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error'
  readonly body: readonly string[]
}

interface Telling extends JunitOptions {
  readonly run: CheckRun
}

function suiteOf(name: string, { run, fails }: Telling, file: CheckedFile | undefined): Suite {
  const reasons = run.verdict.reasons.filter(isFileReason).filter((reason) => reason.file === name)
  const cases = [
    readCase(reasons),
    ...(file === undefined ? [] : checkCases(file, fails)),
    ...limitCases(reasons),
  ]
  const classname = visibleLine(name)
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error') }
  return {
    ...counts,
    lines: [
      `  <testsuite ${attributes({ name: classname, ...counts })}>`,
      ...propertyLines(run.today, file?.plan ?? null),
      ...cases.flatMap((one) => caseLines(one, classname)),
      '  </testsuite>',
    ],
  }
}

function sumOf(suites: readonly Suite[]): Counts {
  const sum = (key: keyof Counts) => suites.reduce((total, suite) => total + suite[key], 0)
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') }
}

function checkCases(file: CheckedFile, fails: JunitOptions['fails']): readonly Case[] {
  const byId = new Map<string, CheckedFinding[]>(file.judged.map((id) => [id, []]))
  for (const finding of file.findings) {
    const same = byId.get(finding.id)
    if (same === undefined) byId.set(finding.id, [finding])
    else same.push(finding)
  }
  return [...byId].map(([id, findings]) => checkCase(id, findings, fails))
}

function checkCase(
  id: string,
  findings: readonly CheckedFinding[],
  fails: JunitOptions['fails'],
): Case {
  const failing: CheckedFinding[] = []
  const others: CheckedFinding[] = []
  for (const finding of findings) {
    if (isActive(finding) && fails(finding)) failing.push(finding)
    else others.push(finding)
  }
  const [first] = failing
  const told = others.length === 0 ? [] : [element('system-out', allTold(others))]
  if (first === undefined) return { name: id, outcome: 'passed', body: told }
  const failure = element('failure', allTold(failing), {
    type: first.severity,
    message: first.message,
  })
  return { name: id, outcome: 'failure', body: [failure, ...told] }
}

/** A case that every file has: could it be checked at all? So no suite is empty, which some readers take for a fault. */
function readCase(reasons: readonly FileReason[]): Case {
  const unchecked = reasons.find(({ code }) => code === 'unchecked')
  return unchecked === undefined
    ? { name: 'checked', outcome: 'passed', body: [] }
    : { name: 'checked', outcome: 'error', body: [reasonElement('error', unchecked)] }
}

function limitCases(reasons: readonly FileReason[]): readonly Case[] {
  return reasons.flatMap((reason) => {
    if (reason.code !== 'limit') return []
    const name = ['limits', reason.option, reason.dimension ?? []].flat().join('.')
    return [{ name, outcome: 'failure' as const, body: [reasonElement('failure', reason)] }]
  })
}

function reasonElement(name: string, reason: FileReason): string {
  const message = reasonText(reason)
  return element(name, [message], { type: reason.code, message })
}

/** Readers of XML refuse texts of many megabytes. */
const mostTold = 500

function allTold(findings: readonly CheckedFinding[]): readonly string[] {
  const rest = findings.length - mostTold
  return [...findings.slice(0, mostTold).map(toldOf), ...(rest > 0 ? [`and ${rest} more`] : [])]
}

function toldOf(finding: CheckedFinding): string {
  const { file, line, column, severity, message, excerpt, fix, waived, baseline } = finding
  const aside =
    waived === null ? (baseline ? ' (known from the baseline)' : '') : ` (${waivedText(waived)})`
  return [
    visibleLine(`${file}:${line}:${column} ${severity}: ${message}${aside}`),
    ...(excerpt === '' ? [] : [visible(excerpt)]),
    ...(fix === null ? [] : [`Fix: ${visibleLine(fix)}`]),
  ].join('\n')
}

function propertyLines(today: string, plan: PlanStanding | null): readonly string[] {
  const properties = [['today', today], ...(plan === null ? [] : planProperties(plan))]
  const lines = properties.map(
    ([name = '', value = '']) => `      <property ${attributes({ name, value })}/>`,
  )
  return ['    <properties>', ...lines, '    </properties>']
}

function planProperties({ stage, score, level, dimensions }: PlanStanding): readonly string[][] {
  return [
    ['stage', stage],
    ['score', standingText(score)],
    ['level', level ?? 'no level'],
    ...dimensions.map(({ id, score: own }) => [`score.${id}`, standingText(own)]),
  ]
}

function caseLines({ name, body }: Case, classname: string): readonly string[] {
  const start = `    <testcase ${attributes({ name, classname })}`
  return body.length === 0 ? [`${start}/>`] : [`${start}>`, ...body, '    </testcase>']
}
