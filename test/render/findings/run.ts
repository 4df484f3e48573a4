import { createHash } from 'node:crypto'
import type { CheckedFile, CheckedFinding, CheckRun, Rule } from '../../../src/model/check-run.ts'
import type { Severity } from '../../../src/model/finding.ts'
import type { Score } from '../../../src/model/result.ts'
import type { Message } from '../../../src/words/message.ts'

/** Runs of `check` for tests: the least that makes one, and what a test is about on top of it. */

export function aRun(over: Partial<CheckRun> = {}): CheckRun {
  const files = over.files ?? []
  const ids = new Set(files.flatMap((file) => file.findings.map(({ id }) => id)))
  return {
    today: '2026-11-23',
    verdict: { pass: true, reasons: [] },
    isLimited: true,
    files,
    rules: [...ids].map((id) => aRule({ id })),
    ...over,
  }
}

export function aFile(over: Partial<CheckedFile> = {}): CheckedFile {
  const file = over.file ?? 'plan.yaml'
  const findings = (over.findings ?? []).map((finding) => ({ ...finding, file }))
  const nothing = { unit: 'line', plan: null, notBegun: false, judged: [] } as const
  return { file, address: file, kind: 'plan', ...nothing, ...over, findings }
}

/** Texts stand for themselves. */
type Texts = { readonly message?: Message | string; readonly fix?: Message | string | null }

export function aFinding({
  message,
  fix,
  ...over
}: Omit<Partial<CheckedFinding>, 'message' | 'fix'> & Texts = {}): CheckedFinding {
  const line = over.line ?? 4
  const id = over.id ?? 'trust.confidentiality'
  return {
    id,
    severity: 'error',
    message: asMessage(message ?? 'No confidentiality rule is written down'),
    path: ['information'],
    at: 'key',
    fix: fix === undefined || fix === null ? null : asMessage(fix),
    file: 'plan.yaml',
    line,
    column: 1,
    endLine: line,
    endColumn: 12,
    excerpt: '',
    waived: null,
    baseline: false,
    fingerprint: fingerprintOf(`${id} ${line}`),
    ...over,
  }
}

export function asMessage(text: Message | string): Message {
  return typeof text === 'string' ? { say: 'as-written', text } : text
}

export function aRule(over: Partial<NonNullable<Rule['texts']>> & { id?: string } = {}): Rule {
  const { id = 'trust.confidentiality', ...texts } = over
  return { id, texts: { title: 'A rule', why: null, fix: null, ...texts } }
}

export function aScore(value: number | null): Score {
  return value === null
    ? { value, low: null, high: null, coverage: null, reason: 'not-applicable' }
    : { value, low: value, high: value, coverage: 1 }
}

type CheckedPlan = NonNullable<CheckedFile['plan']>

export function aPlanScore(value: number | null, over: Partial<CheckedPlan> = {}): CheckedPlan {
  const nothing = { stage: 'agreed', read: 1, unread: [], document: null, dimensions: [] } as const
  return { score: aScore(value), ...nothing, ...over }
}

function fingerprintOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}

/**
 * A run with something of everything: a plan, a broken one and one not begun, a response, waived and known findings, limits
 * missed, a file not found.
 */
export function aWholeRun(): CheckRun {
  return aRun({
    verdict: {
      pass: false,
      reasons: [
        { code: 'findings', severity: 'error', count: 2 },
        {
          code: 'limit',
          file: 'alliance/plan.yaml',
          option: 'minComplete',
          value: 69.96,
          needs: 70,
        },
        { code: 'limit', file: 'new/plan.yaml', option: 'minComplete', value: null, needs: 70 },
        { code: 'unchecked', file: 'gone.yaml', message: asMessage('There is no such file') },
      ],
    },
    files: [
      aWholePlan(),
      aSyntaxError(),
      aFile({ file: 'new/plan.yaml', notBegun: true }),
      aFile({ file: 'responses/northwind-r1.yaml', kind: 'response' }),
    ],
    rules: [
      aRule({
        id: 'trust.confidentiality',
        title: 'Confidentiality is agreed in writing',
        why: 'People share what they know once they know where it goes.',
        fix: 'Write down who may pass on what under `information.confidentiality`.',
      }),
      aRule({ id: 'trust.track-record', title: 'Earlier work together is written down' }),
      aRule({ id: 'roles.commitment-owner', title: 'Every commitment has an owner' }),
      aRule({ id: 'contingencies.exit-triggers', title: 'What ends the partnership is agreed' }),
      aRule({ id: 'yaml.syntax', title: 'The text is no YAML' }),
    ],
  })
}

function aWholePlan(): CheckedFile {
  const file = 'alliance/plan.yaml'
  const fingerprint = fingerprintOf
  return aFile({
    file,
    plan: aPlanScore(69.96, {
      dimensions: [
        { id: 'trust', score: aScore(200 / 3) },
        { id: 'roles', score: aScore(null) },
        { id: 'contingencies', score: aScore(100) },
      ],
    }),
    judged: [
      'trust.confidentiality',
      'trust.track-record',
      'roles.commitment-owner',
      'contingencies.exit-triggers',
    ],
    findings: [
      aFinding({
        file,
        line: 12,
        fix: 'Write it under "information.confidentiality"',
        excerpt: '12 | information:\n   | ^^^^^^^^^^^',
        fingerprint: fingerprint('one'),
      }),
      aFinding({
        file,
        id: 'roles.commitment-owner',
        severity: 'warning',
        message: 'Nobody known is to do "Open the depot"',
        path: ['commitments', 0, 'owner'],
        at: 'value',
        line: 103,
        column: 12,
        endLine: 103,
        endColumn: 14,
        excerpt: '103 |     owner: p9\n    |            ^^',
        fingerprint: fingerprint('two'),
      }),
      aFinding({
        file,
        id: 'roles.commitment-owner',
        severity: 'warning',
        message: 'Nobody known is to do "Sign the lease"',
        path: ['commitments', 1, 'owner'],
        line: 105,
        endLine: 106,
        endColumn: 3,
        baseline: true,
        fingerprint: fingerprint('three'),
      }),
      aFinding({
        file,
        id: 'contingencies.exit-triggers',
        message: 'Nothing is agreed that would end the partnership',
        path: ['exit'],
        line: 140,
        endLine: 140,
        endColumn: 5,
        waived: {
          by: 'p1',
          until: '2027-03-31',
          reason: 'With the lawyers until March',
          from: 'comment',
        },
        fingerprint: fingerprint('four'),
      }),
    ],
  })
}

function aSyntaxError(): CheckedFile {
  const file = 'draft plan.yaml'
  return aFile({
    file,
    kind: null,
    findings: [
      aFinding({
        file,
        id: 'yaml.syntax',
        message: 'Expected a key, found ":"',
        path: [],
        line: 1,
        column: 3,
        endLine: 1,
        endColumn: 4,
        excerpt: '1 | a :: b\n  |   ^',
        fingerprint: fingerprintOf('five'),
      }),
    ],
  })
}

/**
 * A run with a document of which little was read, one that was read well, and YAML with a value that was refused; the documents
 * in Markdown, or in Word.
 */
export function aDocumentRun(unit: CheckedFile['unit']): CheckRun {
  const end = unit === 'line' ? 'md' : 'docx'
  return aRun({
    verdict: { pass: false, reasons: [{ code: 'findings', severity: 'error', count: 2 }] },
    files: [
      aMemorandum(`alliance/memorandum.${end}`, unit),
      aCharter(`charter.${end}`, unit),
      aRefusal(),
    ],
    rules: [
      aRule({ id: 'trust.confidentiality', title: 'Confidentiality is agreed in writing' }),
      aRule({ id: 'trust.commitments', title: 'There is a list of promises' }),
      aRule({ id: 'contingencies.ways-out', title: 'The plan says how the partnership can end' }),
      aRule({ id: 'contingencies.exit-survives', title: 'The plan says what stays in force' }),
      aRule({ id: 'alignment.assumptions', title: 'Assumptions are written down' }),
      aRule({ id: 'roles.commitment-owner', title: 'Every commitment has an owner' }),
      aRule({ id: 'schema.value' }),
    ],
  })
}

function aMemorandum(file: string, unit: CheckedFile['unit']): CheckedFile {
  const unread = { reason: 'unread' } as const
  return aFile({
    file,
    unit,
    plan: aPlanScore(null, {
      score: { ...aScore(null), ...unread },
      read: 0.624,
      unread: [
        { check: 'contingencies.ways-out', lines: [41, 44, 87], fingerprint: 'topic-1' },
        { check: 'trust.confidentiality', lines: [12], fingerprint: 'topic-2' },
        {
          check: 'trust.commitments',
          lines: [45, 46, 47, 48, 49, 90, 91],
          fingerprint: 'topic-3',
        },
        { check: 'alignment.scope', lines: [2], fingerprint: 'topic-4' },
      ],
      dimensions: [{ id: 'trust', score: { ...aScore(null), ...unread } }],
      document: {
        isAssumed: true,
        titles: [
          { line: 5, title: 'Purpose' },
          { line: 11, title: '3. What we keep to ourselves, for how long, and from whom' },
          { line: 40, title: 'Termination' },
          { line: 80, title: 'The partners shall:' },
          { line: 89, title: 'Schedule 1' },
        ],
      },
    }),
    judged: ['roles.commitment-owner', 'alignment.assumptions', 'contingencies.exit-survives'],
    findings: [
      aDocumentFinding(unit, {
        id: 'alignment.assumptions',
        severity: 'warning',
        message: 'The plan lists no assumptions',
        path: [],
        line: 1,
        absent: true,
        fingerprint: fingerprintOf('one'),
      }),
      aDocumentFinding(unit, {
        id: 'contingencies.exit-survives',
        message: 'The plan does not say what stays in force after the end',
        fix: 'List it under "exit: survives"',
        path: ['exit'],
        line: 40,
        absent: true,
        fingerprint: fingerprintOf('two'),
      }),
      aDocumentFinding(unit, {
        id: 'roles.commitment-owner',
        severity: 'warning',
        message: 'Nobody known is to do "Open the depot" and 1 more',
        path: ['commitments', 0],
        line: 45,
        places: [45, 46].map((line) => ({
          line,
          column: 1,
          endLine: line,
          endColumn: unit === 'line' ? 12 : 1,
          path: ['commitments', line - 45],
          message: asMessage(`Nobody known is to do the work of ${line}`),
        })),
        fingerprint: fingerprintOf('three'),
      }),
    ],
  })
}

function aCharter(file: string, unit: CheckedFile['unit']): CheckedFile {
  return aFile({
    file,
    unit,
    plan: aPlanScore(88, {
      read: 0.9,
      dimensions: [{ id: 'trust', score: aScore(88) }],
      document: { isAssumed: false, titles: [] },
    }),
    judged: ['trust.confidentiality'],
    findings: [
      aDocumentFinding(unit, {
        message: 'The rule was last looked at in 2019',
        severity: 'info',
        line: 3,
        fingerprint: fingerprintOf('four'),
      }),
    ],
  })
}

function aDocumentFinding(
  unit: CheckedFile['unit'],
  over: Parameters<typeof aFinding>[0] & { readonly line: number },
): CheckedFinding {
  const excerpt = { line: `${over.line} | The partners\n  | ^^^`, paragraph: '"The partners"' }
  const end = unit === 'line' ? 12 : 1
  return aFinding({ excerpt: excerpt[unit], endColumn: end, ...over })
}

function aRefusal(): CheckedFile {
  return aFile({
    file: 'plan.yaml',
    plan: aPlanScore(75, {
      unread: [{ check: 'contingencies.ways-out', lines: [9], fingerprint: 'topic-5' }],
      dimensions: [{ id: 'trust', score: aScore(75) }],
    }),
    judged: ['trust.confidentiality'],
    findings: [
      aFinding({
        id: 'schema.value',
        message: 'Expected a date, found "soon"',
        path: ['term', 'end'],
        line: 9,
        column: 8,
        endColumn: 12,
        excerpt: '9 |   end: soon\n  |        ^^^^',
        fingerprint: fingerprintOf('five'),
      }),
    ],
  })
}

/** So many findings in one file, of all severities in turn. */
export function manyFindings(count: number): CheckRun {
  const kinds: readonly Severity[] = ['info', 'warning', 'error']
  return aRun({
    verdict: {
      pass: count === 0,
      reasons: count === 0 ? [] : [{ code: 'findings', severity: 'error', count }],
    },
    files: [
      aFile({
        findings: Array.from({ length: count }, (_, index) =>
          aFinding({
            severity: kinds[index % 3] ?? 'info',
            line: index + 1,
            fingerprint: fingerprintOf(`${index}`),
          }),
        ),
      }),
    ],
  })
}
