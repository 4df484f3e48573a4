import { describe, expect, it } from 'vitest'
import type { PartnerStatus, PartnershipStatus } from '../../src/model/partnership-status.ts'
import { renderStatusText } from '../../src/render/status-text.ts'

const partner = (id: string, own: Partial<PartnerStatus> = {}): PartnerStatus => ({
  id,
  name: id,
  asked: true,
  answered: 0,
  begun: [],
  invited: null,
  missing: null,
  missingCodes: null,
  leftOut: 0,
  uninvited: 0,
  toCompare: [],
  ...own,
})

const status = (own: Partial<PartnershipStatus> = {}): PartnershipStatus => ({
  name: 'Northwind and Contoso',
  questionnaire: { id: 'small', version: '1.0.0', title: 'Small' },
  partners: [],
  notCounted: [],
  problems: [],
  strays: [],
  notes: [],
  plan: null,
  next: [],
  ...own,
})

const partners = [
  partner('northwind', { name: 'Northwind Traders', answered: 3, invited: 3, missing: 0 }),
  partner('contoso', {
    name: 'Contoso Foods',
    answered: 1,
    invited: 3,
    missing: 1,
    missingCodes: ['m2'],
    begun: [{ code: 'k7', entries: 22, questions: 45 }],
  }),
]

describe('a status as text', () => {
  it('stands in columns on a usual screen', () => {
    const text = renderStatusText(
      status({
        partners,
        plan: {
          state: 'judged',
          file: 'plan.yaml',
          stage: 'agreed',
          complete: 82.6,
          errors: 2,
          today: null,
        },
        next: [{ do: 'report', isWhole: true }],
      }),
    )
    expect(text).toBe(`Northwind and Contoso · Small 1.0.0

  Northwind Traders  3 of 3 answered
  Contoso Foods      1 of 3 answered, k7 has begun (22 of 45 questions);
                     missing: m2

Plan
  plan.yaml is at the stage "agreed", 83 % complete, 2 errors

Next
  Write the report:
    accordant report
`)
  })

  it('gives names lines of their own on a narrow one', () => {
    const text = renderStatusText(
      status({
        partners,
        strays: [{ file: 'responses/contoso-r4.yaml.txt', cure: { say: 'stray-table' } }],
        next: [{ do: 'ask', partners: [partner('Litware', { missing: 2 }), ...partners.slice(1)] }],
      }),
      40,
    )
    expect(text).toBe(`Northwind and Contoso · Small 1.0.0

  Northwind Traders
    3 of 3 answered
  Contoso Foods
    1 of 3 answered, k7 has begun (22 of
    45 questions); missing: m2

Not a response
  responses/contoso-r4.yaml.txt
    "accordant import" makes responses
      of a table

Plan
  There is no plan yet. To begin one:
      accordant init plan

Next
  Ask Litware (2 people) and Contoso
      Foods (m2):
    accordant form -o form.html   makes
      a page to send them
    accordant assess              asks
      them here, in the terminal
`)
  })

  it('shows forty of many, three partners to ask and twelve codes', () => {
    const codes = Array.from({ length: 14 }, (_, at) => `c${at}`)
    const many = Array.from({ length: 5 }, (_, at) => partner(`p${at}`, { missingCodes: codes }))
    const text = renderStatusText(
      status({
        notCounted: Array.from({ length: 42 }, (_, at) => ({
          partner: 'a',
          respondent: 'r',
          file: `responses/${at}.yaml`,
          reason: 'empty' as const,
          note: null,
        })),
        next: [{ do: 'ask', partners: many }],
      }),
      500,
    )
    expect(text).toContain(
      '\n  responses/39.yaml has no answer yet\n  and 2 more, which --format json lists\n\n',
    )
    const listed = 'c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 and 2 more'
    expect(text).toContain(
      `\n  Ask p0 (${listed}), p1 (${listed}), p2 (${listed}) and 2 more partners:\n`,
    )
  })

  it('says progress for as many as can be read', () => {
    const row = (begun: PartnerStatus['begun']) =>
      renderStatusText(status({ partners: [partner('a', { begun })] }))
        .split('\n')
        .find((line) => line.startsWith('  a'))
    const one = { code: null, entries: 4, questions: 9 }
    const other = { code: null, entries: 2, questions: 7 }
    expect(row([one])).toBe('  a  0 answered, 1 begun (4 of 9 questions)')
    expect(row([one, one])).toBe('  a  0 answered, 2 begun (4 and 4 of 9 questions)')
    expect(row([one, other])).toBe('  a  0 answered, 2 begun (4 of 9 and 2 of 7 questions)')
    expect(row([one, one, one, one])).toBe('  a  0 answered, 4 begun')
  })

  it('lets nothing that people wrote break a line or act in a terminal', () => {
    const hostile = 'a\u001b[31m\nb\u202e'
    const text = renderStatusText(
      status({
        name: hostile,
        partners: [partner('a', { name: hostile })],
        notCounted: [
          { partner: 'a', respondent: 'r', file: hostile, reason: 'excluded', note: hostile },
        ],
        problems: [
          {
            file: hostile,
            line: 1,
            message: { say: 'file-near', near: hostile },
            fix: { say: 'file-near', near: hostile },
          },
        ],
        strays: [{ file: hostile, cure: { say: 'stray-rename', name: hostile } }],
        plan: { state: 'not-begun', file: hostile },
        next: [{ do: 'ask', partners: [partner('a', { name: hostile })] }],
      }),
      500,
    )
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign)
    expect(text.split('\n').filter((line) => line.startsWith('b'))).toEqual([])
  })
})
