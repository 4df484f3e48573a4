import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, told } from './read.ts'

const sections = [
  ...[
    'Risks',
    'Scope',
    'Term',
    'Exit',
    'People',
    'Partners',
    'Purpose',
    'Roles',
    'Communication',
    'Meetings',
  ],
  ...[
    'Benefits',
    'Governance and decisions',
    'Escalation',
    'Need',
    'Values',
    'Owner',
    'In scope',
    'Notice',
  ],
  ...[
    'Lessons',
    'Commitments',
    'Change',
    'Reporting',
    'Weather',
    'IP',
    'Press',
    'Investment',
    'Teams',
  ],
]
const keys = [
  ...[
    'owner',
    'notes',
    'risk',
    'start',
    'members',
    'what',
    'who',
    'topic',
    'weather',
    'due',
    'rule',
    'every',
  ],
  ...['background', 'text', 'name', 'shares', 'days', 'status'],
]

/** In each piece, `T` stands for a word that stands nowhere else. */
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...sections), fc.integer({ min: 2, max: 4 }))
    .map(([name, level]) => `\n${'#'.repeat(level)} ${name}\n\n`),
  fc.constantFrom(
    ...['- T\n', 'T\n\n', '- [x] T\n', '1. T\n', '  - T\n', '> T\n', '- T\n  T\n', '- T (T)\n'],
    ...['- **T** T\n', '- T; T\n', '- T, T\n', '- T:\n  - T\n', '- **T**: T (T)\n', '- T – T, T\n'],
  ),
  fc
    .constantFrom(...keys)
    .chain((key) =>
      fc.constantFrom(
        ...[
          `- ${key}: T\n`,
          `${key}: T\n`,
          `- T; ${key}: T\n`,
          `  - ${key}: T\n`,
          `- **${key}** T\n`,
        ],
        ...[`- ${key}\n  - T\n`, `- T (${key}: T)\n`, `- T ${key}: T\n`, `${key}: T. ${key}: T\n`],
      ),
    ),
  fc
    .tuple(fc.array(fc.constantFrom(...keys, ''), { minLength: 1, maxLength: 3 }), fc.nat(1))
    .map(([heads, more]) => {
      const cells = 'T|'.repeat(heads.length + more)
      return `\n|${heads.join('|')}|\n|${'-|'.repeat(heads.length)}\n|${cells}\n|${cells}\n\n`
    }),
)

function withWords(pieces: readonly string[]): string {
  const letter = (number: number) => String.fromCharCode(97 + (number % 26))
  let next = 0
  const word = () => `zq${letter(next / 26)}${letter(next++)}`
  return pieces.join('').replaceAll(/T(?![a-z])/g, word)
}

describe('Of a plan in Markdown', () => {
  it('nothing is left out without a finding', () => {
    let silent = 0
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }).map(withWords), (body) => {
        if (told(body).length > 0) return
        if (body.includes('zq')) silent += 1
        const value = JSON.stringify(read(body).value)
        const lost = [...body.matchAll(/zq[a-z]{2}/g)]
          .flat()
          .filter((word) => !value.includes(word))
        expect(lost).toEqual([])
      }),
      { numRuns: 3_000, examples: [['## Need\n\n## Need\n\n- owner\n  - zqaa\n']] },
    )
    expect(silent).toBeGreaterThan(100)
  })

  it.each([
    [
      '## Risks\n| Risk |\n|-|\n| Frost | ice |\n',
      '7:11 warning "ice" is beyond the last column of its table; it is not read',
    ],
    [
      '## Risks\n| | Risk |\n|-|-|\n| cold | Frost |\n',
      '7:3 warning Unknown column "cold" under "Risks"; it is not read',
    ],
    [
      '## Exit\n- Owner: p1\n- Owner: p2\n',
      '6:3 warning "owner" appears here twice, first on line 5; the first one counts',
    ],
    ['## Values\n\n```\ncode\n```\n', '6:1 info This text under "Values" is not read'],
    ['Hello.\n', '4:1 info This text before the first heading is not read'],
    ['## Term\n- Weather: fine\n', '5:1 info This text under "Term" is not read'],
    [
      '## Term\n\n| | |\n|-|-|\n| Start | 2026-10-01 |\n| Weather | fine |\n',
      '9:3 info This text under "Term" is not read',
    ],
  ])('everything that fits nowhere is reported: %j', (body, message) => {
    expect(told(body)).toEqual([message])
  })
})
