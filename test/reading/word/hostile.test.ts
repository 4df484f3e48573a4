import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWordBlocks } from '../../../src/reading/word/word-blocks.late.ts'
import { say } from '../../../src/words/say-message.ts'
import { outline, refusalOf } from './read.ts'
import {
  bold,
  cell,
  item,
  listParts,
  namespaces,
  p,
  run,
  style,
  styled,
  table,
  writeStyles,
  writeWord,
  zipWord,
} from './write-word.ts'

const damaged = 'This Word document is damaged; nothing of it can be read'
const large = 'This Word document has more words, paragraphs, tables or parts than accordant reads'
const heavy = 'This document is larger than the limit of 5 MB'
const deep =
  'Tables, text boxes or fields in this Word document are nested deeper than accordant reads'
const macros = 'This document contains macros; accordant reads only documents without any'
const encrypted =
  'This document is protected with a password or by a policy, so accordant cannot open it'

const body = [
  styled('Heading1', 'Purpose'),
  p('We ', bold('share'), ' depots.'),
  item(1, 0, 'Costs'),
  table(['Name', 'Role'], ['Visser', 'Sponsor']),
]
const parts = listParts(body.join(''))
const whole = zipWord(parts)

/** An Office file of before 2007, with the name of one of its streams. */
function office(stream: string): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const name = Array.from(stream, (letter) => `${letter}\0`).join('')
  return Uint8Array.from([...head, ...new Uint8Array(2000), ...strToU8(name)])
}

/** Changes the size that the directory of a ZIP file, and the head of each entry, declare for what is unpacked. */
function declare(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true)
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true)
  }
  return bytes
}

async function timed(bytes: Uint8Array): Promise<{ refusal: string | null; seconds: number }> {
  const begin = performance.now()
  const refusal = await refusalOf(bytes)
  return { refusal, seconds: (performance.now() - begin) / 1000 }
}

describe('A file that is no Word document', () => {
  it.each([
    ['empty', new Uint8Array(), damaged],
    ['text', strToU8('# Plan'), damaged],
    [
      'a .doc',
      office('WordDocument'),
      'This document is in the format of Word before 2007 (.doc), which accordant cannot read',
    ],
    ['a document with a password', office('EncryptedPackage'), encrypted],
    ['an old workbook', office('Workbook'), 'This is an Excel workbook, not a Word document'],
    ['a PDF', strToU8('%PDF-1.7'), 'This is a PDF, not a Word document'],
    [
      'a workbook',
      zipWord({ 'xl/workbook.xml': '<a/>' }),
      'This is an Excel workbook, not a Word document',
    ],
    [
      'a presentation',
      zipWord({ 'ppt/presentation.xml': '<a/>' }),
      'This is a presentation, not a Word document',
    ],
    [
      'an OpenDocument text',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'This is an OpenDocument text, not a Word document',
    ],
    ['another ZIP file', zipWord({ 'a.txt': 'a' }), 'This is a ZIP file, not a Word document'],
    ['an empty ZIP file', zipSync({}), 'This is a ZIP file, not a Word document'],
    ['macros', zipWord({ ...parts, 'word/vbaProject.bin': 'x' }), macros],
    [
      'a document that may have macros',
      zipWord({
        ...parts,
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
      macros,
    ],
  ])('is named for what it is: %s', async (_, bytes, message) => {
    expect(await refusalOf(bytes)).toBe(message)
  })

  it('is refused with what to do next', async () => {
    const read = await readWordBlocks(office('EncryptedPackage'))
    const fix = 'problem' in read ? read.problem.fix : null
    expect(fix === null ? null : say(fix)).toBe(
      'Open it, save it without the protection as a Word document (.docx), and name that file',
    )
  })
})

describe('A Word document that is broken', () => {
  const breakages: readonly (readonly [string, (xml: string) => string])[] = [
    ['cut', (xml) => xml.slice(0, xml.length / 2)],
    ['empty', () => ''],
    ['noise', () => '\u0000\u0001<<>>&&"\'\uFFFF'.repeat(20)],
    ['another XML', () => '<html><body><p>Text</p></body></html>'],
    ['XML that does not close', (xml) => xml.replace(/<\/[^<]*>\s*$/, '')],
    ['XML closed twice', (xml) => `${xml}</a>`],
    ['an entity of its own', (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ['an unknown entity', (xml) => xml.replace('</w:t>', '&b;</w:t>')],
    ['every tag twice', (xml) => xml.replaceAll(/<[^?][^>]*>/g, '$&$&')],
    ['no values', (xml) => xml.replaceAll(/="[^"]*"/g, '')],
    ['empty values', (xml) => xml.replaceAll(/="[^"]*"/g, '=""')],
    ['numbers beyond all', (xml) => xml.replaceAll(/="\d+"/g, '="99999999999"')],
    ['negative numbers', (xml) => xml.replaceAll(/="\d+"/g, '="-1"')],
  ]

  it.each(breakages)(
    'in any of its parts is refused in our own words, or read: %s',
    async (_, breakIt) => {
      for (const [name, xml] of Object.entries(parts)) {
        const refusal = await refusalOf(zipWord({ ...parts, [name]: breakIt(xml) }))
        expect([null, damaged]).toContain(refusal)
      }
    },
  )

  it.each([
    'cut',
    'empty',
    'noise',
    'another XML',
    'XML that does not close',
    'XML closed twice',
    'an entity of its own',
    'an unknown entity',
  ])('in its text is refused: %s', async (name) => {
    const breakIt = breakages.find(([known]) => known === name)?.[1] ?? String
    const text = breakIt(parts['word/document.xml'] ?? '')
    expect(await refusalOf(zipWord({ ...parts, 'word/document.xml': text }))).toBe(damaged)
  })

  it('is read without its styles and its lists', async () => {
    for (const name of ['word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels']) {
      const { [name]: _, ...others } = parts
      expect(await refusalOf(zipWord(others))).toBeNull()
    }
  })

  it('is refused wherever it is cut off', async () => {
    for (let length = 0; length < whole.length; length += 7) {
      expect(await refusalOf(whole.subarray(0, length))).toBe(damaged)
    }
  })

  it('is read or refused whichever bytes are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          const refusal = await refusalOf(bytes)
          expect(refusal ?? '').not.toMatch(/Error|undefined|mammoth|xml/i)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('A Word document made to take all time and memory', () => {
  const megabyte = 1024 * 1024
  const asBytes = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))
  const withText = (document: string | Uint8Array, level: 6 | 9 = 6) =>
    zipSync({
      ...asBytes(parts),
      'word/document.xml': [typeof document === 'string' ? strToU8(document) : document, { level }],
    })
  const bomb = withText(new Uint8Array(200 * megabyte), 9)
  const wrapped = (xml: string) => `<w:document ${namespaces}><w:body>${xml}</w:body></w:document>`
  const nested = (count: number) =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(count)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(count)}`

  it.each([
    ['200 MB of zeros, declared', () => bomb, large],
    ['200 MB of zeros, declared as 1,000 bytes', () => declare(bomb, 1000), damaged],
    ['200 MB of zeros, declared as 16 MB', () => declare(bomb, 16 * megabyte), damaged],
    ['a short text, declared as 4 GB', () => declare(whole, 0xffff_ffff), large],
    [
      'a file of 5 MB and more',
      () =>
        zipSync({
          ...asBytes(parts),
          'word/media/a.png': [new Uint8Array(5 * megabyte), { level: 0 }],
        }),
      heavy,
    ],
    ['5,001 parts', () => zipWord({ ...parts, ...manyParts(5001) }), large],
    ['1,000 tables inside each other', () => writeWord([nested(1000)]), deep],
    ['1,000,000 tags inside each other', () => withText(wrapped('<w:p>'.repeat(1e6))), deep],
    ['5 MB in one run', () => writeWord([p('word '.repeat(megabyte))]), large],
    [
      '5 MB in one attribute',
      () => writeWord([`<w:p w:a="${'a '.repeat(2.5 * megabyte)}"/>`]),
      null,
    ],
    ['5 MB of spaces in a tag', () => writeWord([`<w:b${' '.repeat(5 * megabyte)}/>`]), null],
    [
      '5 MB of words in a tag',
      () => writeWord([p(`<w:r><w:rPr><w:b ${' a'.repeat(2.5 * megabyte)}/></w:rPr></w:r>`)]),
      null,
    ],
    ['1 MB of spaces', () => writeWord([p('a', ' '.repeat(megabyte), 'b')]), null],
    ['an open quote', () => writeWord([`<w:p w:a="${'>'.repeat(megabyte)}`]), damaged],
    ['comments', () => writeWord([p(`<w:r><w:t>a${'<!-- b -->'.repeat(1e5)}</w:t></w:r>`)]), null],
    [
      'open comments',
      () => writeWord([p(`<w:r><w:t>a${'<!--'.repeat(1e5)}</w:t></w:r>`)]),
      damaged,
    ],
    [
      '100,000 unknown elements',
      () => writeWord([p(...Array.from({ length: 1e5 }, (_, at) => `<w:x${at}/>`))]),
      null,
    ],
    [
      '100,000 unknown styles',
      () =>
        writeWord([
          p(...Array.from({ length: 1e5 }, (_, at) => run('', `<w:rStyle w:val="s${at}"/>`))),
        ]),
      large,
    ],
    [
      '20,000 runs that look the same',
      () => writeWord([p(...Array(2e4).fill('<w:r><w:t>a</w:t></w:r>'))]),
      null,
    ],
    [
      '100,000 runs that do not',
      () => writeWord([p(...Array(5e4).fill('<w:r><w:t>a</w:t></w:r><w:r><w:tab/></w:r>'))]),
      large,
    ],
    ['200,000 empty paragraphs', () => writeWord(Array(2e5).fill('<w:p/>')), large],
    ['as many empty paragraphs as are read', () => writeWord(Array(39_000).fill('<w:p/>')), null],
    [
      'as many tabs as are read',
      () => writeWord([p(...Array(19_000).fill('<w:r><w:tab/></w:r>'))]),
      null,
    ],
    [
      'as many properties as are read',
      () => writeWord([p(`<w:pPr>${'<w:pStyle w:val="a"/>'.repeat(39_000)}</w:pPr>`)]),
      null,
    ],
    [
      'as many small tables as are read',
      () => writeWord(Array(9_000).fill('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>')),
      null,
    ],
    ['100,000 paragraphs', () => writeWord(Array(1e5).fill(p('x'))), large],
    ['100,000 cells in a row', () => writeWord([table(Array(1e5).fill('x'))]), large],
    ['6,000 cells in a row', () => writeWord([table(Array(6e3).fill('x'))]), null],
    [
      'cells over 1,000,000,000 columns',
      () => writeWord([table([cell('x', '<w:gridSpan w:val="1000000000"/>'), 'y'])]),
      null,
    ],
    ['a cell of 100,000 words over 2,500 rows', () => writeWord([tall(2_500)]), null],
    [
      'a list item on every level',
      () => writeWord(Array.from({ length: 5000 }, (_, at) => item(2, at % 9, 'x'))),
      null,
    ],
    [
      '50,000 fields that never end',
      () => writeWord([p(...Array(5e4).fill(field('begin')), 'x')]),
      deep,
    ],
    ['9,000 fields', () => writeWord([p(...Array(9e3).fill(field('begin') + field('end')))]), null],
    [
      '50,000 unknown breaks',
      () => writeWord([p(...distinct(5e4, (at) => `<w:br w:type="${at}"/>`))]),
      large,
    ],
    [
      '50,000 unknown symbols',
      () => writeWord([p(...distinct(5e4, (at) => `<w:sym w:font="${at}" w:char="F0A8"/>`))]),
      large,
    ],
    [
      'styles based on each other, 5,000 long',
      () =>
        writeWord([styled('s1', 'x')], {
          'word/styles.xml': writeStyles(
            ...distinct(5e3, (at) => style(`s${at}`, 'x', `<w:basedOn w:val="s${at + 1}"/>`)),
          ),
        }),
      null,
    ],
    [
      '500,000 styles',
      () => writeWord([p('x')], { 'word/styles.xml': writeStyles('<w:style/>'.repeat(5e5)) }),
      null,
    ],
    [
      '16 MB that say nothing',
      () => writeWord([p('x'), '<w:proofErr w:a="b"/>'.repeat(7e5)]),
      null,
    ],
    [
      '16 MB of styles beside 16 MB of text',
      () =>
        writeWord(['<w:proofErr w:a="b"/>'.repeat(7e5)], {
          'word/styles.xml': writeStyles('<w:proofErr w:a="b"/>'.repeat(7e5)),
        }),
      large,
    ],
    [
      'a field with a long instruction',
      () =>
        writeWord([
          p(
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK${' '.repeat(megabyte)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
          ),
        ]),
      null,
    ],
    [
      'half signs and control characters',
      () => writeWord([p('<w:r><w:t>a&#xD800;b&#1;c</w:t></w:r>')]),
      null,
    ],
  ])(
    'is refused or read within two seconds, and ten times that on a slow machine: %s',
    async (_, write, message) => {
      const { refusal, seconds } = await timed(write())
      expect(refusal).toBe(message)
      expect(seconds).toBeLessThan(20)
    },
  )

  it('may still have tables inside tables', async () => {
    expect(await outline(nested(30))).toEqual(['x'])
  })

  function field(type: string): string {
    return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  }

  function distinct(count: number, write: (at: number) => string): readonly string[] {
    return Array.from({ length: count }, (_, at) => write(at))
  }

  function manyParts(count: number): Record<string, string> {
    return Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/${at}.xml`, '']))
  }

  function tall(rows: number): string {
    const first = [cell('word '.repeat(1e5), '<w:vMerge w:val="restart"/>'), 'x']
    const next = [cell('', '<w:vMerge/>'), 'x']
    return table(first, ...Array(rows).fill(next))
  }
})
