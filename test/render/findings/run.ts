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
