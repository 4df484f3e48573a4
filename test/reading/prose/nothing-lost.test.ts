import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../markdown/read.ts'

const sections = [
  ...['Risks', 'Scope', 'Term', 'Exit', 'People', 'Partners', 'Purpose', 'Roles', 'Meetings'],
  ...['Communication', 'Benefits', 'Governance', 'Escalation', 'Need', 'Values', 'Owner', 'W'],
  ...['In scope', 'Notice period', 'Lessons', 'Commitments', 'Change', 'Reporting', 'Investment'],
  ...['IP', 'Teams', 'Decisions', 'Signatures', 'Immediate W', 'W responsibilities', 'Who W does'],
]
const keys = [
  ...['owner', 'notes', 'risk', 'start', 'members', 'what', 'who', 'topic', 'weather', 'due', 'W'],
  ...['rule', 'every', 'background', 'text', 'name', 'shares', 'days', 'status', 'Need', 'Brings'],
]

/** In each piece, `W` stands for a word that stands nowhere else, `B` for one in a blank of a form. */
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...sections), fc.constantFrom('## ', '### ', '#### ', '**', '- **'))
    .map(([name, mark]) => `\n${mark}${name}${mark.endsWith('**') ? '**' : ''}\n\n`),
  fc.constantFrom(
    ...['- W\n', 'W\n\n', '- [x] W\n', '1. W\n', '  - W\n', '> W\n', '- W\n  W\n', '- W (W)\n'],
    ...['- **W** W\n', '- W; W\n', '- W, W\n', '- W:\n  - W\n', '- **W**: W (W)\n', 'W – W, W\n'],
    ...['1. **W.** W\n', '1. **Scope.** W\n   - W\n', '**W** W\n\n', 'W:\n\n- W\n', 'W?\n\n'],
    ...['- Ann W (W)\n', '- Ann W, W and Bo W\n', 'Ann W: W\n', '- Ann W – W of W\n', '~~W~~ W\n'],
    ...[
      '```\nW W\nW\n```\n',
      '    W\n\n',
      '(a) W;\n(b) W\n\n',
      '- W\n\n  W\n\n  - W\n',
      '[W](a) W\n',
    ],
    ...['\n\n[B]\n\n', '\n- W: [B]\n\n', '\n- W; owner: [B]\n\n', '\n- <B W>\n\n', '\n\n<B>\n\n'],
    ...['\n\n[B] W W W W W W W W\n\n', '<b>W</b> W\n', '<div>\nW\n</div>\n\n'],
    ...['Ann W; W: W; due: 1 May 2027\n\n', '- Bo W 5 %, Ann W 3 %\n', 'W<br>- W<br>W\n\n'],
  ),
  fc
    .constantFrom(...keys)
    .chain((key) =>
      fc.constantFrom(
        ...[`- ${key}: W\n`, `${key}: W\n`, `- W; ${key}: W\n`, `  - ${key}: W\n`, `- ${key}\n`],
        ...[`- ${key}\n  - W\n`, `- W (${key}: W)\n`, `- W ${key}: W\n`, `${key}: W. ${key}: W\n`],
        ...[`- **${key}** W\n`, `- ${key}:\n  - Ann W\n  - W\n`, `**${key}:** Ann W\n**W:** W\n`],
        ...[`- ${key}: Ann W (W), Bo W and W\n`, `- ${key}: 1 May 2027 W\n`, `${key}: 5 W, W\n`],
      ),
    ),
  fc
    .tuple(
      fc.array(fc.constantFrom(...keys, '', 'H'), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('W', 'Ann W', 'W; W', '5 W', '[B]', 'R', 'Scope', ''),
      fc.nat(1),
    )
    .map(([heads, cell, more]) => {
      const names = heads.map((head) => (head === 'W' ? 'H' : head))
      const row = `|W|${`${cell}|`.repeat(Math.max(0, heads.length + more - 1))}\n`
      return `\n|${names.join('|')}|\n|${'-|'.repeat(heads.length)}\n${row}${row}\n`
    }),
)

const kinds = { W: 'zq', B: 'zb', H: 'zh' }

function withWords(pieces: readonly string[]): string {
  const letter = (number: number) => String.fromCharCode(97 + (Math.floor(number) % 26))
  let next = 0
  const word = (kind: keyof typeof kinds) => `${kinds[kind]}${letter(next / 26)}${letter(next++)}`
  return pieces.join('').replaceAll(/\b[WBH]\b/g, (found) => word(found as keyof typeof kinds))
}

describe('Of a document', () => {
  it('every word is in a value, in a title, left for the topics, or in a blank that is told', () => {
    let words = 0
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }).map(withWords), (body) => {
        const { value, prose, findings } = read(body)
        const kept = JSON.stringify([
          value,
          prose?.sections.map(({ titles, passages }) => [
            titles,
            passages.map(({ unread }) => unread),
          ]),
        ])
        const isToldBlank = findings.some(({ message }) => message.say === 'not-filled-in')
        const all = [...body.matchAll(isToldBlank ? /zq[a-z]{2}/g : /z[qb][a-z]{2}/g)].flat()
        words += all.length
        const inBlanks = isToldBlank ? listBlankLines(body) : []
        expect(
          all.filter(
            (word) => !kept.includes(word) && !inBlanks.some((line) => line.includes(word)),
          ),
        ).toEqual([])
      }),
      { numRuns: 2_000 },
    )
    expect(words).toBeGreaterThan(10_000)
  })

  it('what is left for the topics has the line where it begins', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }).map(withWords), (body) => {
        const source = read(body)
        const lines = source.text.split('\n')
        for (const { line, unread, wordsRead } of source.prose?.sections.flatMap(
          ({ passages }) => passages,
        ) ?? []) {
          if (wordsRead > 0 || unread === '') continue
          // In a table the name of the column is before it.
          const begins = [unread, unread.slice(unread.indexOf(': ') + 2)].map(
            (text) => /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '',
          )
          expect(begins.some((word) => lines[line - 1]?.includes(word))).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('no word is counted as read that is left for the topics alone, and none twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }).map(withWords), (body) => {
        for (const { passages } of read(body).prose?.sections ?? []) {
          for (const { words, wordsRead, unread } of passages) {
            expect(wordsRead).toBeGreaterThanOrEqual(0)
            expect(words).toBeGreaterThanOrEqual(wordsRead)
            if (words > wordsRead) expect(unread).not.toBe('')
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

/** A label beside a blank is not filled in with it. */
function listBlankLines(body: string): readonly string[] {
  return body.split('\n').filter((line) => /\[zb|<zb/.test(line))
}
