import type { CheckedFile, CheckedFinding, CheckRun, PlanStanding } from '../../model/check-run.ts'
import { visible, visibleLine } from '../../model/visible.ts'
import { isActive } from './standing.ts'
import { type FileReason, isFileReason, reasonText, standingText, waivedText } from './words.ts'

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
  const failing = findings.filter((finding) => isActive(finding) && fails(finding))
  const others = findings.filter((finding) => !failing.includes(finding))
  const [first] = failing
  return {
    name: id,
    outcome: first === undefined ? 'passed' : 'failure',
    body: [
      ...(first === undefined
        ? []
        : [
            element('failure', failing.map(toldOf), {
              type: first.severity,
              message: first.message,
            }),
          ]),
      ...(others.length === 0 ? [] : [element('system-out', others.map(toldOf))]),
    ],
  }
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

function element(
  name: string,
  paragraphs: readonly string[],
  values: Readonly<Record<string, string>> = {},
): string {
  const start = [name, attributes(values)].filter((part) => part !== '').join(' ')
  return `      <${start}>${escaped(paragraphs.join('\n\n'))}</${name}>`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escaped(visibleLine(String(value)))}"`)
    .join(' ')
}

/** `visible` has taken the controls out; what else XML 1.0 cannot carry are the two last signs of a plane. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, (sign) => (sign === '\uFFFE' ? '⟨U+FFFE⟩' : '⟨U+FFFF⟩'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
