import { refuseWord } from './refusal.ts'
import { attributePattern, findAttribute, getLocalName, listTags, type Tag } from './xml.ts'

/** Of what is left, and of fields inside each other. Forty pages have about 5,000 elements and 150,000 characters. */
const limits = { characters: 4 * 1024 * 1024, elements: 40_000, fields: 100 }
export const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * A part with nothing in it but what is read, under the prefix `w`: a fifth of what Word writes, and parsing takes most of the
 * time. So the parser meets no name that it does not know, and no document type.
 */
export function slimXml(xml: string): string {
  const out: string[] = []
  const open: string[] = []
  let length = 0
  let fields = 0
  let from = 0
  const put = (text: string) => {
    length += text.length
    if (length > limits.characters) throw refuseWord('large')
    out.push(text)
  }
  for (const tag of listTags(xml)) {
    const parent = open.at(-1) ?? ''
    if (textual.has(parent)) put(removeComments(xml.slice(from, tag.start)))
    from = tag.end
    const name = tag.kind === 'close' ? parent : findName(getLocalName(tag.name), open)
    if (tag.kind === 'close') open.pop()
    if (tag.kind === 'open') open.push(name)
    if (name === opened || name === link || name === gone) continue
    if (name === 'fldChar') fields += countField(tag)
    if (fields > limits.fields) throw refuseWord('deep')
    const space = length === 0 ? ` xmlns:w="${namespace}"` : ''
    if (tag.kind === 'close') put(`</w:${name}>`)
    else put(`<w:${name}${space}${listAttributes(name, tag)}${tag.kind === 'open' ? '>' : '/>'}`)
  }
  const slim = joinRuns(out.join('').replaceAll(emptyProperties, ''))
  if (slim.split('<w:').length > limits.elements) throw refuseWord('large')
  return slim
}

/** A field has a mark where it begins and one where it ends. */
function countField({ kind, attributes: text }: Tag): number {
  if (kind === 'close') return 0
  const type = findAttribute(text, 'fldCharType')
  return type === 'begin' ? 1 : type === 'end' ? -1 : 0
}

/** Its tags go, what it holds stays. */
const opened = '+'
/** The same; that it is underlined says nothing. */
const link = '@'
/** It goes with all that it holds. */
const gone = '-'

function findName(local: string, open: readonly string[]): string {
  const parent = open.at(-1)
  if (parent === gone) return gone
  if (local === 'hyperlink') return link
  if (local === 'u' && open.includes(link)) return gone
  if (containers.has(local)) return opened
  if (changes.has(local)) return parent === 'rPr' || parent === 'trPr' ? 'del' : gone
  const name = renamed.get(local) ?? local
  return kept.has(name) ? name : gone
}

/** Fields, content controls, inserted text, text boxes. Of two ways to draw something the older is read, as by Word before 2010. */
const containers = new Set([
  ...['fldSimple', 'sdt', 'sdtContent', 'smartTag', 'customXml', 'ins', 'moveTo'],
  ...['dir', 'bdo', 'ruby', 'rubyBase', 'AlternateContent', 'Fallback'],
  ...['group', 'shape', 'rect', 'roundrect', 'textbox', 'txbxContent'],
])

/** Around text they hide it; as a property of a paragraph's end or of a row they delete that. */
const changes = new Set(['del', 'moveFrom'])

/** What mammoth cannot say goes by what it can and nobody needs: hidden text as struck out, a paragraph's outline level as its alignment. */
const renamed = new Map<string, string>([
  ['vanish', 'strike'],
  ['dstrike', 'strike'],
  ['jc', gone],
  ['outlineLvl', 'jc'],
  ['cr', 'br'],
  ['ptab', 'tab'],
])

const kept = new Set([
  ...[
    'document',
    'body',
    'p',
    'pPr',
    'pStyle',
    'jc',
    'numPr',
    'ilvl',
    'numId',
    'r',
    'rPr',
    'rStyle',
  ],
  ...['b', 'u', 'strike', 't', 'tab', 'br', 'sym', 'noBreakHyphen', 'fldChar', 'instrText', 'pict'],
  ...['ffData', 'checkBox', 'checked', 'default', 'tbl', 'tr', 'trPr', 'tc', 'tcPr', 'gridSpan'],
  ...[
    'vMerge',
    'numbering',
    'abstractNum',
    'lvl',
    'numFmt',
    'numStyleLink',
    'num',
    'abstractNumId',
  ],
])

const textual = new Set(['t', 'instrText'])

/** Those of other elements say nothing that is read. */
const withAttributes = new Set([
  ...['pStyle', 'jc', 'ilvl', 'numId', 'rStyle', 'b', 'u', 'strike', 'br', 'sym', 'fldChar'],
  ...['checked', 'default', 'gridSpan', 'vMerge', 'abstractNum', 'lvl', 'numFmt', 'numStyleLink'],
  ...['num', 'abstractNumId'],
])

const attributes = new Set([
  ...['val', 'type', 'font', 'char', 'fldCharType', 'ilvl', 'numId', 'abstractNumId'],
])

function listAttributes(name: string, tag: Tag): string {
  if (!withAttributes.has(name)) return ''
  const found = new Map<string, string>()
  for (const [, attribute = '', value = ''] of tag.attributes.matchAll(attributePattern)) {
    const local = getLocalName(attribute)
    if (attributes.has(local)) found.set(local, value)
  }
  return Array.from(found, ([local, value]) => ` w:${local}=${value}`).join('')
}

function removeComments(text: string): string {
  return text.includes('<') ? text.replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '') : text
}

const emptyProperties = /<w:(\w{1,2}Pr)(?:\/>|><\/w:\1>)/g

/** Word cuts a text into many runs that look the same: each time it was edited, and at each word that it holds to be misspelt. */
function joinRuns(xml: string): string {
  return xml.replaceAll(likeRuns, (runs: string, looks: string) =>
    runs.replaceAll(`</w:t></w:r><w:r>${looks}<w:t>`, ''),
  )
}

const likeRuns =
  /<w:r>(<w:rPr>(?:<w:\w+(?: w:val="[^"]*")?\/>)*<\/w:rPr>|)<w:t>[^<]*<\/w:t><\/w:r>(?:<w:r>\1<w:t>[^<]*<\/w:t><\/w:r>)+/g
