import { findAttribute, getLocalName, listTags } from './xml.ts'

/** What the style of a paragraph or of a run says, itself or by the styles that it is based on. */
interface StyleFacts {
  /** In English, and in small letters, where Word made it; the id where it has no name. */
  readonly name: string
  /** 1 to 9, of a title 0. */
  readonly heading: number | null
  readonly bold: boolean
}

interface Style {
  readonly id: string
  name: string | null
  basedOn: string | null
  outline: number | null
  bold: boolean | null
  /** Of a list, for the styles that stand for one. */
  numId: string | null
}

export class Styles {
  readonly #styles: ReadonlyMap<string, Style>
  readonly #facts = new Map<string, StyleFacts>()

  constructor(xml: string | null) {
    this.#styles = xml === null ? new Map() : readStyles(xml)
  }

  get(id: string | null): StyleFacts {
    const known = this.#facts.get(id ?? '')
    if (known !== undefined) return known
    const chain = this.#chainOf(id)
    const facts = {
      name: (chain[0]?.name ?? id ?? '').toLowerCase(),
      heading: findHeadingLevel(chain),
      bold: chain.find(({ bold }) => bold !== null)?.bold ?? false,
    }
    this.#facts.set(id ?? '', facts)
    return facts
  }

  findNumId(id: string): string | null {
    return this.#styles.get(id)?.numId ?? null
  }

  /** A style that is not defined has its id alone. */
  #chainOf(id: string | null): readonly Style[] {
    const chain: Style[] = []
    let next = id
    while (next !== null && next !== '' && chain.length < maxChain) {
      const style = this.#styles.get(next) ?? createStyle(next)
      chain.push(style)
      next = style.basedOn
    }
    return chain
  }
}

const maxChain = 20

function createStyle(id: string): Style {
  return { id, name: null, basedOn: null, outline: null, bold: null, numId: null }
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let style = createStyle('')
  for (const { kind, name, attributes } of listTags(xml)) {
    if (kind === 'close') continue
    const local = getLocalName(name)
    if (local === 'style') {
      style = createStyle(findAttribute(attributes, 'styleId') ?? '')
      if (!styles.has(style.id)) styles.set(style.id, style)
    }
    const value = wanted.has(local) ? findAttribute(attributes, 'val') : null
    if (local === 'name') style.name = value
    if (local === 'basedOn') style.basedOn = value
    if (local === 'outlineLvl') style.outline = Number(value)
    if (local === 'numId') style.numId = value
    if (local === 'b') style.bold = !/^(?:0|false|off)$/.test(value ?? '')
  }
  return styles
}

const wanted = new Set(['name', 'basedOn', 'outlineLvl', 'numId', 'b'])

/** The first style of a chain that says so decides; level 9 is Word's for plain text. */
function findHeadingLevel(chain: readonly Style[]): number | null {
  for (const { id, name, outline } of chain) {
    if (outline !== null) return outline >= 0 && outline < 9 ? outline + 1 : null
    const level = findNamedLevel(name ?? id) ?? findNamedLevel(id)
    if (level !== null) return level
  }
  return null
}

function findNamedLevel(name: string): number | null {
  if (titles.test(name)) return 0
  if (/^subtitle$/i.test(name)) return 1
  const level = headings.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}

/** As Word calls them in its languages; ids lose the letters outside ASCII ("berschrift1"). */
const headings =
  /^(?:heading|(?:ü|u)?berschrift|titre|t[ií]?tulo|titolo|kop|rubrik|overskrift|otsikko|nag(?:ł|l)?[oó]?wek|nadpis|заголовок|标题|標題|見出し)\s?([1-9])$/iu
const titles =
  /^(?:title|titel|titre|t[ií]?tulo|titolo|tittel|otsikko|tytu[łl]?|název|заголовок|标题|標題|表題)$/iu
