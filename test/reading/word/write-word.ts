import { strToU8, zipSync } from 'fflate'

/** The parts of a Word file by their names; the smallest that Word opens, with `body` as its text. */
export function listParts(body: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ),
    'word/styles.xml': writeStyles(
      ...[1, 2, 3].map((level) =>
        style(
          `Heading${level}`,
          `heading ${level}`,
          `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`,
        ),
      ),
      style('Title', 'Title'),
      style('Subtitle', 'Subtitle'),
    ),
    'word/numbering.xml': `${declaration}<w:numbering ${namespaces}>${['decimal', 'bullet']
      .map(
        (format, at) =>
          `<w:abstractNum w:abstractNumId="${at}">${[0, 1, 2]
            .map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`)
            .join(
              '',
            )}</w:abstractNum><w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`,
      )
      .join('')}</w:numbering>`,
  }
}

export function zipWord(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}

/** A Word file with these pieces of body, and other parts than usual. */
export function writeWord(
  body: readonly string[],
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zipWord({ ...listParts(body.join('')), ...others })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

function relationships(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const listed = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join('')}</Relationships>`
}

export function writeStyles(...styles: readonly string[]): string {
  return `${declaration}<w:styles ${namespaces}>${styles.join('')}</w:styles>`
}

export function style(id: string, name: string, more = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
}

/** A paragraph: texts are runs, XML is put in as it is. */
export function p(...content: readonly string[]): string {
  return `<w:p w:rsidR="00A1B2C3">${content.map(asRun).join('')}</w:p>`
}

export function styled(id: string, ...content: readonly string[]): string {
  return p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, ...content)
}

/** An item of a list of Word's: 1 is the numbered one, 2 the one with bullets. */
export function item(list: 1 | 2, level: number, ...content: readonly string[]): string {
  const numbering = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  return p(`<w:pPr>${numbering}</w:pPr>`, ...content)
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr><w:lang w:val="en-GB"/>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

export const bold = (text: string) => run(text, '<w:b/>')

export function table(...rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<w:tr>${row.map((content) => cell(content)).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid/>${cells.join('')}</w:tbl>`
}

export function cell(content: string, properties = ''): string {
  if (content.startsWith('<w:tc>')) return content
  const paragraphs = content.startsWith('<') ? content : p(content)
  return `<w:tc><w:tcPr><w:tcW w:w="100"/>${properties}</w:tcPr>${paragraphs}</w:tc>`
}

function asRun(content: string): string {
  return content.startsWith('<') ? content : run(content)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
