import type { TextRange } from '../lines.ts'
import type { Block, ListItem, TableBlock } from '../markdown/blocks.ts'
import type { Inline } from '../markdown/inline.ts'
import { readItems, readTitledEntry } from './entries.ts'
import { parseKeyedText } from './keyed-text.ts'
import { hasBlank, looksKeyed } from './looks.ts'
import { findField, findSectionRoute, type SectionRoute } from './names.ts'
import { isDocumentTitle, type Section } from './outline.ts'
import { getOrCreateMap, type ListSpot, type PlanReading, putValue, type Spot } from './reading.ts'
import { addText, setLongText, setValue } from './set-value.ts'
import type { MapShape, PlanField } from './shapes.ts'
import { isRaciTable, readFieldTable, readTable } from './tables.ts'
import { createScalarNode, type MapNode } from './tree.ts'
import { planShape } from './vocabulary.ts'

/** Where what is written under a title belongs. */
type Target =
  | MapTarget
  | ({ readonly kind: 'list' } & ListSpot)
  | {
      readonly kind: 'leaf'
      readonly field: PlanField
      readonly spot: Spot
      readonly key: TextRange
    }
  /** Nowhere that is known: what is under it is not read. */
  | { readonly kind: 'none' }

interface KeySpot {
  readonly field: PlanField
  readonly spot: Spot
}

interface MapTarget {
  readonly kind: 'map'
  readonly shape: MapShape
  readonly spot: Spot
}

/** Reads the sections of a document into the map of a plan. */
export function readSections(reading: PlanReading, document: Section, root: MapNode): void {
  new SectionReader(reading, root).readDocument(document)
}

class SectionReader {
  readonly #reading: PlanReading
  readonly #top: MapTarget

  constructor(reading: PlanReading, root: MapNode) {
    this.#reading = reading
    this.#top = { kind: 'map', shape: planShape, spot: { map: root, path: [] } }
  }

  readDocument({ blocks, sections }: Section): void {
    this.#readContent(this.#top, blocks)
    for (const [index, section] of sections.entries()) {
      if (index > 0 || !isDocumentTitle(section)) {
        this.#readSection(section, this.#resolve(section, this.#top))
        continue
      }
      this.#setName(section)
      this.#readSection(section, this.#top)
    }
  }

  /** The first heading names a plan that has the key `accordant`; that of another document says what sort of document it is. */
  #setName({ title, level }: Section): void {
    if (this.#top.spot.map.front === undefined) return
    const name = this.#top.shape.fields.find(({ key }) => key === 'name')
    if (name === undefined || title === null || level > 1 || !isOwnName(title.text)) return
    const cell = { spot: this.#top.spot, field: name, key: title.range, text: title }
    if (!this.#top.spot.map.entries.has('name')) putValue(cell, createScalarNode(title, title.text))
  }

  #readSection({ blocks, sections }: Section, target: Target): void {
    this.#readContent(target, blocks)
    for (const section of sections) {
      const inner = this.#resolve(section, target)
      if (inner.kind !== 'none' || target.kind !== 'list') this.#readSection(section, inner)
      else this.#readUnderList(section, target)
    }
  }

  /** Under a list's title, another title may be an entry's, or only lead to a table of entries. */
  #readUnderList(section: Section, target: ListSpot): void {
    const tables = section.blocks.filter((block) => block.kind === 'table')
    const hasRows = tables.some((table) => readTable(this.#reading, target, table))
    if (hasRows || readTitledEntry(this.#reading, target, section, this.#readEntry)) return
    this.#readSection(section, { kind: 'none' })
  }

  readonly #readEntry = (reading: PlanReading, section: Section, shape: MapShape, spot: Spot) => {
    new SectionReader(reading, this.#top.spot.map).#readSection(section, {
      kind: 'map',
      shape,
      spot,
    })
  }

  /** What a title means in its place: a key of the section around it, or a section or key with a name of its own. */
  #resolve({ title }: Section, around: Target): Target {
    if (title === null) return { kind: 'none' }
    const inner = around.kind === 'map' ? findField(around.shape, title.text) : null
    if (around.kind === 'map' && inner !== null && (around !== this.#top || isSection(inner))) {
      return this.#enter(around, inner, title.range)
    }
    const route = findSectionRoute(title.text)
    return route === null ? { kind: 'none' } : this.#follow(route, title.range)
  }

  #follow({ through, field }: SectionRoute, key: TextRange): Target {
    let target: Target = this.#top
    for (const step of [...through, field]) {
      if (target.kind === 'map') target = this.#enter(target, step, key)
    }
    return target
  }

  #enter({ spot }: MapTarget, field: PlanField, key: TextRange): Target {
    const { shape } = field
    if (shape.kind === 'list') return { kind: 'list', shape, field, spot, key }
    if (shape.kind !== 'map') return { kind: 'leaf', field, spot, key }
    const map = getOrCreateMap(spot, field, key)
    return map === null
      ? { kind: 'none' }
      : { kind: 'map', shape, spot: { map, path: [...spot.path, field.key] } }
  }

  #readContent(target: Target, blocks: readonly Block[]): void {
    if (target.kind === 'map') this.#readMap(target, blocks)
    else if (target.kind === 'leaf') this.#readLeaf(target, blocks)
    for (const block of blocks) {
      if (block.kind === 'list' && target.kind === 'list') readItems(this.#reading, target, block)
      else if (block.kind !== 'table') continue
      else if (target.kind === 'list') readTable(this.#reading, target, block)
      else if (target.kind === 'none' || target === this.#top) this.#readLoneTable(block)
    }
  }

  /** The letters of RACI say what a table is, whatever its title. */
  #readLoneTable(table: TableBlock): void {
    const field = planShape.fields.find(({ key }) => key === 'roles')
    if (field?.shape.kind !== 'list' || !isRaciTable(field.shape.item, table)) return
    const key = table.header[0]?.range ?? table.range
    readTable(this.#reading, { shape: field.shape, field, spot: this.#top.spot, key }, table)
  }

  /** Keys with their values, in paragraphs, lists and tables; and the text that the title's main key is for. */
  #readMap(target: MapTarget, blocks: readonly Block[]): void {
    const { shape, spot } = target
    const texts: Inline[] = []
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        if (!this.#readKeys(block.text, target) && !looksKeyed(block.text.mask)) {
          texts.push(block.text)
        }
      } else if (block.kind === 'list') {
        for (const item of block.items) this.#readKeyItem(item, target)
      } else if (block.kind === 'table') this.#readMapTable(target, block)
    }
    const main = shape.fields.find(({ key }) => key === shape.main)
    const [first] = texts
    if (main === undefined || first === undefined) return
    const around = { spot, field: main, key: first.range }
    setLongText(this.#reading, around, texts)
  }

  /** A table of entries of one of the map's lists, or of the map's own keys. */
  #readMapTable({ shape, spot }: MapTarget, table: TableBlock): void {
    for (const field of shape.fields) {
      if (field.shape.kind !== 'list' || shape === planShape) continue
      const list = { shape: field.shape, field, spot, key: table.range }
      if (readTable(this.#reading, list, table)) return
    }
    readFieldTable(this.#reading, shape, spot, table)
  }

  /** True where the text is nothing but keys and values. */
  #readKeys(text: Inline, around: MapTarget): boolean {
    const { plain, keyed } = parseKeyedText(text, (name) => this.#findKey(name, around))
    for (const { found, key, value } of keyed) {
      setValue(this.#reading, { ...found, key, text: value })
    }
    return plain === null && keyed.length > 0
  }

  /** A key of the map; at the top also one of a section that has a name of its own: "Effective date: 1 May 2026". */
  #findKey(name: string, { shape, spot }: MapTarget): KeySpot | null {
    const field = findField(shape, name)
    if (field !== null) return { field, spot }
    const route = shape === planShape ? findSectionRoute(name) : null
    const target = route === null ? null : this.#follow(route, noRange)
    return target?.kind === 'leaf' ? target : null
  }

  #readKeyItem(item: ListItem, around: MapTarget): void {
    const [first, ...more] = item.blocks
    if (first?.kind !== 'paragraph') return
    const { keyed } = parseKeyedText(first.text, (name) => this.#findKey(name, around))
    const [only] = keyed
    if (only?.value.text === '' && keyed.length === 1) {
      this.#readLeaf({ ...only.found, key: only.key }, more)
    } else this.#readKeys(first.text, around)
  }

  /** What stands under the title of one key. */
  #readLeaf(around: KeySpot & { readonly key: TextRange }, blocks: readonly Block[]): void {
    const lists = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    const { kind } = around.field.shape
    if (kind === 'text') {
      const texts = cutSignatures(blocks.flatMap((block) => listInlines(block)))
      if (blocks.every((block) => block.kind !== 'table' && block.kind !== 'other')) {
        setLongText(this.#reading, around, texts)
      }
    } else if (kind === 'texts' && lists.length > 0) {
      if (around.field.key === 'concerns' && lists.every(isKeyedItem)) return
      const isTicked = lists.some(({ checked }) => checked === true)
      for (const { blocks: inner, checked } of lists) {
        const [text, ...more] = inner
        const isLeftOut = isTicked && checked === false
        if (text?.kind !== 'paragraph' || more.length > 0 || isLeftOut) continue
        addText(this.#reading, { ...around, text: text.text })
      }
    } else {
      const items = lists.flatMap((item) =>
        item.blocks[0]?.kind === 'paragraph' ? [item.blocks[0].text] : [],
      )
      for (const text of [...paragraphs, ...items]) setValue(this.#reading, { ...around, text })
    }
  }
}

/** "A poor harvest: the mill buys elsewhere" is a risk with what is done about it, more than a worry. */
function isKeyedItem({ blocks: [first] }: ListItem): boolean {
  return first?.kind === 'paragraph' && looksKeyed(first.text.mask)
}

/** Under the last clause of a contract, people sign; under that of a charter, it says when it was approved. */
function cutSignatures(texts: readonly Inline[]): readonly Inline[] {
  const at = texts.findIndex(
    ({ text }) =>
      /^(?:signed|signature|in witness|for and on behalf)/i.test(text) || colophon.test(text),
  )
  return at === -1 ? texts : texts.slice(0, at)
}

/** "Memorandum of Understanding (form 7)" is what a document is, not what a partnership is called. */
function isOwnName(title: string): boolean {
  const outside = title.replaceAll(/\([^()]*\)/g, ' ')
  return !hasBlank(title) && !isOther.test(title) && outside.replaceAll(kindWords, '').trim() !== ''
}

/** A form for any plan, or a company. */
const isOther = /\b(?:example|sample|template)\b|\b(?:gmbh|inc|llc|llp|ltd|plc)\b\W*$/i

const kindWords =
  /\b(?:agreement|and|charter|commercial|committee|consortium|contract|co-?operation|collaboration|data|deed|draft|framework|governance|group|intent|joint|letter|memorandum|mou|of|partnership|plan|processing|project|raci|reference|services?|sharing|sheet|team|term|terms|the|understanding|venture|working)\b|[^\p{L}]/giu

const colophon =
  /^(?:date|(?:last |next )?(?:adopted|amended|approved|reviewed?|revised|updated)|prepared by|version)(?: [\p{L}]{1,12}){0,3}\s?:\s/iu

const noRange: TextRange = { start: 0, end: 0 }

function isSection({ shape }: PlanField): boolean {
  return shape.kind === 'map' || shape.kind === 'list'
}

/** All the text in a block, piece by piece. */
function listInlines(block: Block): readonly Inline[] {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind !== 'list') return []
  return block.items.flatMap(({ blocks }) => blocks.flatMap(listInlines))
}
