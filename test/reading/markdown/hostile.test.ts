import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, readWhole } from './read.ts'

const megabyte = 1024 * 1024
/** Enough for what takes time by the square to take many times what is allowed. */
const filled = (piece: string) => piece.repeat(Math.floor(megabyte / 4 / piece.length))
const some = (piece: string) => piece.repeat(Math.floor(megabyte / 16 / piece.length))
const megabyteOf = (piece: string) => piece.repeat(Math.floor((megabyte - 100) / piece.length))

const ids = (body: string) => read(body).findings.map(({ id }) => id)

describe('A hostile plan in Markdown', () => {
  it.each([
    ['more than 1 MB', 'x'.repeat(megabyte + 1)],
    ['5 MB of one line', 'word '.repeat(megabyte)],
    ['lists 21 deep', `${'- '.repeat(21)}x`],
    [
      'items indented 200 deep',
      Array.from({ length: 200 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n'),
    ],
    ['100,000 items', '- x\n'.repeat(100_000)],
    ['100,000 headings', '# x\n'.repeat(100_000)],
    ['a paragraph of 11,000 lines of bold words', `${'**a** '.repeat(14)}\n`.repeat(11_000)],
    [
      '100,000 cells',
      `${'|a'.repeat(1_000)}\n${'|-'.repeat(1_000)}\n${`${'|x'.repeat(1_000)}\n`.repeat(100)}`,
    ],
  ])('is refused with one finding: %s', (_, body) => {
    const { value, readable } = read(body)
    expect(ids(body)).toEqual(['yaml.limit'])
    expect([value, readable]).toEqual([undefined, false])
  })

  it.each([
    ...[
      ...['**a** ', '__a__ ', '_', '~~a~~ ', '{: .a }', '{% a %}', '{{', '<a =', '<name> ', '[a] '],
      ...['____ ', 'TBD ', 'A, B and ', 'A (b) ', '(1) ', '5 days ', 'no ', 'will ', 'a – ', 'A: '],
    ].flatMap((piece) =>
      [
        ...['', '## Need\n', '## Notice period\n', '## Change\n- Owner: ', '**Between:** '],
        ...['## Partners\n- ', '## People\n- ', '## Teams\n- T; members: ', '## Meetings\n- '],
      ].map((start) => [`${piece}after ${start.trim()}`, `${start}${some(piece)}`]),
    ),
    ['bold in a title', `**${filled('a ')}**\n\n- x`],
    ['bold at the head of a clause', `1. **${filled('a ')}** b`],
    ['letters in a table of roles', `|Activity|A|B|\n|-|-|-|\n|x|${filled('A/R ')}|R|`],
    ['stars', filled('*')],
    ['stars between words', filled('*a ')],
    ['stars and underscores', filled('*_')],
    ['open brackets', filled('[')],
    ['open pictures', filled('![')],
    ['links', filled('[a](b)')],
    ['closing brackets', filled('](')],
    ['backticks of every length', filled('` `` ``` ')],
    ['angle brackets', filled('<')],
    ['open tags', filled('<a ')],
    ['open comments', filled('<!--')],
    ['comments', filled('<!-- a -->')],
    ['ampersands', filled('&#')],
    ['backslashes', filled('\\')],
    ['colons', filled('a: ')],
    ['keys', `## Risks\n- ${filled('owner: a; ')}`],
    ['bold keys', `## Risks\n- ${filled('**owner:** a ')}`],
    ['brackets at the end', `## Risks\n- ${'('.repeat(120_000)}${')'.repeat(120_000)}`],
    ['names', `## Roles\n- x; responsible: ${filled('A a, ')}`],
    ['"and"', `## Roles\n- x; responsible: ${filled(' and ')}`],
    ['shares', `## Benefits\n- x; shares: ${filled('a 1, ')}`],
    ['spaces', filled(' ')],
    ['spaces behind a word', `a${filled(' ')}`],
    ['spaces between words', `## Need\na${filled(' ')}b`],
    ['spaces in a name', `## Change\n- Owner: a${filled(' ')}b`],
    ['spaces in a figure', `## Objectives\n- x; target: 1${filled(' ')}b`],
    ['spaces in days', `## Exit\n- Notice: within${filled(' ')}b`],
    ['spaces in a date', `## Term\n- Start: 1${filled(' ')}b`],
    ['spaces in a word', `## Decisions\n- x; rule: a${filled(' ')}b`],
    ['spaces in money', `## Partners\n### A\n- Investment: 1${filled(' ')}b`],
    ['spaces in shares', `## Benefits\n- x; shares: a${filled(' ')}b 5`],
    ['spaces in a title', `## Meetings\n- a${filled(' ')}b, c`],
    ['spaces in a person', `## People\n- a${filled(' ')}b – c, d`],
    ['spaces in a bold name', `## Teams\n- **a** ${filled(' ')}b`],
    ['spaces in a heading', `## Risks ${filled(' ')} and b`],
    ['spaces in a column', `## Benefits\n|What|a${filled(' ')}b|\n|-|-|\n|x|5|`],
    ['spaces in a step', `## Escalation\n1. level${filled(' ')}b (5 days`],
    ['dashes in shares', `## Benefits\n- x; shares: a${filled('-')}b 5`],
    ['dashes in a comment', `<!-- ${filled('-')} x -->`],
    ['digits and dots', `## Objectives\n- x; target: ${filled('1.1,')}x`],
    ['dots', `## Term\n${filled('. ')}`],
    ['dashes', `## People\n- a${filled(' - ')}`],
    ['letters of lists', `${'(a) b\n'.repeat(5_000)}`],
    ['tabs', filled('\t')],
    ['line breaks', `a${'\n'.repeat(10_000)}b`],
    ['digits', `## Objectives\n- x; target: ${filled('1')}`],
    ['groups of digits', `## Objectives\n- x; target: ${filled('1,111')}`],
    ['dashes in a heading', `# ${filled('- ')}`],
    ['numbering in a heading', `# ${filled('1.')}`],
    ['one paragraph of lines', '- [ ] x\n'.repeat(5_000)],
    ['definitions', '[a]: b\n'.repeat(10_000)],
    ['footnotes', filled('[^a]')],
    ['a wide table', `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n`],
    ['a long table', `## Risks\n|Risk|\n|-|\n${'|x|\n'.repeat(5_000)}`],
    ['the same heading', '## Risks\n'.repeat(5_000)],
    ['headings in headings', '# a\n## b\n### c\n'.repeat(3_000)],
    ['code', filled('`a` ')],
    ['letters with marks', filled('é̂')],
    ['emoji', filled('😀')],
    ['lists 20 deep', `${'- '.repeat(20)}x\n\n`.repeat(500)],
    ['items in items', Array.from({ length: 50 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n')],
    ['quotations', filled('>')],
    ['quoted lines', '> x\n'.repeat(5_000)],
  ])('within the limits comes to an end: %s', (_, body) => {
    const source = read(body)
    source.comments()
    expect(source.span(['risks', 0, 'risk'], 'value').line).toBeGreaterThan(0)
  })

  it.each([
    ['words', megabyteOf('word ')],
    ['one word', megabyteOf('x')],
    ['bold words', megabyteOf('**a** ')],
    ['brackets', megabyteOf('[')],
    ['keys', megabyteOf('Key: a; ')],
    ['names', `## Teams\n- T; members: ${megabyteOf('A, B and ')}`.slice(0, megabyte)],
    ['blanks', megabyteOf('____ ')],
    ['sentences', `## Need\n${megabyteOf('It is so. ')}`.slice(0, megabyte)],
  ])(
    'of 1 MB in a line takes about two seconds at most, and ten times that on a slow machine: %s',
    (_, body) => {
      // Of the processor: other work on the machine does not count.
      const before = process.cpuUsage()
      read(body)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1_000).toBeLessThan(20_000)
    },
  )

  const pieces = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '### ',
      '\n',
      '\n\n',
      '\r\n',
      '  ',
      '\t',
      '- ',
      '1. ',
      '* ',
      '> ',
      '|',
      '|-|-|\n',
      '---\n',
    ],
    ...[
      '**',
      '_',
      '`',
      '```\n',
      '[',
      ']',
      '](x)',
      '<!--',
      '-->',
      '<br>',
      '<',
      '\\',
      '&amp;',
      ':',
      ': ',
      ';',
      ', ',
    ],
    ...[
      '(',
      ')',
      ' and ',
      'Risks',
      'Owner',
      'Partners',
      'Scope',
      'In scope',
      'Exit',
      'RACI',
      'Term',
      'Roles',
    ],
    ...[
      'p1',
      '55 %',
      'weekly',
      '1 May 2027',
      '2027-01-01',
      '12',
      '[x] ',
      'a',
      'é😀',
      '\uFEFF',
      '\0',
      '\u2028',
    ],
    ...[
      '__proto__',
      'constructor',
      'accordant',
      'notes',
      'People',
      'Name',
      'Benefits',
      'Shares',
      'A',
      'R',
    ],
  )
  const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

  it.each([
    ['bytes', fc.uint8Array({ maxLength: 200 })],
    ['text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['pieces of Markdown', text],
    ['pieces under front matter', text.map((body) => `---\naccordant: plan/1\n---\n${body}`)],
    ['pieces in front matter', text.map((front) => `---\naccordant: plan/1\n${front}\n---\n# a\n`)],
  ] as const)(
    'never makes the reader throw: any %s',
    (_, anything: fc.Arbitrary<string | Uint8Array>) => {
      fc.assert(
        fc.property(anything, (given) => {
          const source = readWhole(given)
          const lines = source.text.split(/\r\n?|\n/)
          expect(source.value === undefined).toBe(!source.readable)
          const check = ({ line, column, endLine, endColumn }: ReturnType<typeof source.span>) => {
            expect(line >= 1 && column >= 1 && endLine <= lines.length).toBe(true)
            expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true)
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 2)
          }
          for (const finding of source.findings) check(finding)
          for (const comment of source.comments()) check(comment)
          walk(source.value, [], (path) => {
            check(source.span(path, 'value'))
            check(source.span(path, 'key'))
          })
        }),
        { numRuns: 2_000 },
      )
    },
  )
})

function walk(
  value: unknown,
  path: readonly (string | number)[],
  visit: (path: readonly (string | number)[]) => void,
) {
  visit(path)
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) walk(item, [...path, at], visit)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], visit)
  }
}
