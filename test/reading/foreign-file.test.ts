import { describe, expect, it } from 'vitest'
import { findForeignKind, findPictureType } from '../../src/reading/foreign-file.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { say } from '../../src/words/say-message.ts'
import { read } from './read.ts'

/** A byte a character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

/** A ZIP file as far as it names what is inside. */
function zip(...names: readonly string[]): Uint8Array {
  return bytes(names.map((name) => `PK\x03\x04${'\0'.repeat(26)}${name}...`).join(''))
}

/** An Office file of before 2007, with the name of its main stream. */
function office(stream: string): Uint8Array {
  const name = Array.from(stream, (letter) => `${letter}\0`).join('')
  return bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(2000)}${name}`)
}

const asText =
  'Open it, save it as plain text in UTF-8, and give the new file a name that ends in .yaml'
const asCsv =
  'If it holds answers, save it as CSV, and turn that file into responses with "accordant import"'
const byHand = 'Copy what it says into a text file whose name ends in .yaml'
const unpack = 'Unpack it, and name the file inside'
const attached = 'Save the file that is attached to it, and name that file'

const files: readonly (readonly [name: string, Uint8Array, fix: string])[] = [
  ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), asText],
  ['a Word document', office('WordDocument'), asText],
  ['an OpenDocument text', zip('mimetypeapplication/vnd.oasis.opendocument.text'), asText],
  ['a document in Rich Text Format (RTF)', bytes('{\\rtf1 accordant: response/1}'), asText],
  ['an Excel workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), asCsv],
  ['an Excel workbook', office('Workbook'), asCsv],
  [
    'an Excel workbook',
    bytes('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
    asCsv,
  ],
  [
    'an OpenDocument spreadsheet',
    zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    asCsv,
  ],
  ['a Pages, Numbers or Keynote document', zip('Index/Document.iwa'), asCsv],
  ['a presentation', zip('ppt/presentation.xml'), byHand],
  ['a presentation', office('PowerPoint Document'), byHand],
  ['an Office document', office('Something'), byHand],
  ['a PDF', bytes('%PDF-1.7\n'), byHand],
  ['a picture', bytes('\x89PNG\r\n\x1a\n'), byHand],
  ['a picture', bytes('\xff\xd8\xff\xe0'), byHand],
  ['a picture', bytes('\0\0\0\x18ftypheic'), byHand],
  ['a picture', bytes('<?xml version="1.0"?>\n<svg xmlns="x">'), byHand],
  ['a web page (HTML)', bytes('\xef\xbb\xbf\n<!DOCTYPE html>\n<p>accordant: response/1'), byHand],
  ['an XML file', bytes('<?xml version="1.0"?>\n<data/>'), byHand],
  ['an e-mail', bytes('Received: from a\r\nMIME-Version: 1.0\r\n\r\naccordant: plan/1'), attached],
  ['an e-mail', office('__substg1.0_001A'), attached],
  ['a ZIP file', zip('responses/contoso-r1.yaml'), unpack],
  ['a packed file', bytes('\x1f\x8b\x08'), unpack],
]

describe('a file that is no text', () => {
  it.each(files)('is named for what it is: %s', (name, content, fix) => {
    const { findings } = read(content)
    expect(
      findings.map((own) => [own.id, own.line, say(own.message), own.fix && say(own.fix)]),
    ).toEqual([['yaml.encoding', 1, `This is ${name}, which accordant cannot read`, fix]])
  })

  it('is named as a plan in Markdown too', () => {
    const { findings } = readMarkdownPlan(zip('word/document.xml'), 'plan.md')
    expect(findings.map(({ message }) => say(message))).toEqual([
      'This is a Word document, which accordant cannot read',
    ])
  })

  it('is named however large it is', () => {
    const { findings } = read(Buffer.concat([bytes('%PDF-1.7\n'), Buffer.alloc(6 * 1024 * 1024)]))
    expect(findings.map(({ message }) => say(message))).toEqual([
      'This is a PDF, which accordant cannot read',
    ])
  })

  it.each([
    '',
    'accordant: plan/1\n',
    '{"accordant": "plan/1"}',
    '<!-- a comment -->\n# A plan\n',
    'From: north\nSubject: none\n',
    'PK: 1\n',
  ])('is not seen in a text: %j', (text) => {
    expect(findForeignKind(bytes(text))).toBeNull()
  })
})

describe('findPictureType', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF....WEBP', 'image/webp'],
    ['<svg xmlns="x">', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<!-- a --><svg>', 'image/svg+xml'],
    ['II*\0', null],
    ['<html><svg>', null],
  ])('knows the pictures that browsers show: %j', (text, type) => {
    expect(findPictureType(bytes(text))).toBe(type)
  })
})
