import type { Random } from './random.ts'
import { flowStyles, type Style, stylesOf, writtenScalar } from './scalars.ts'
import type { ListTree, MapTree, Scalar, Steps, Tree } from './tree.ts'

/** A plan as text, with where everything in it begins; offsets are in UTF-16 units and leave out the byte order mark. */
export interface Emitted {
  readonly text: string
  readonly bom: boolean
  /** The offsets of a path's key and value, under `key:` and `value:` and its steps; the last of several. */
  readonly marks: ReadonlyMap<string, number>
  readonly spots: readonly Spot[]
}

/** Something written, as faults in the text need to know it. */
export interface Spot {
  readonly path: Steps
  readonly what: Style | 'flow' | 'key'
  /** Without tags and anchors before it. */
  readonly start: number
  readonly end: number
  /** Stands in a flow collection. */
  readonly inFlow: boolean
  /** The first on its line, with no dash before it. */
  readonly leads: boolean
  /** Of the entry that it belongs to. */
  readonly column: number
}

export function markOf(what: 'key' | 'value', path: Steps): string {
  return `${what}:${JSON.stringify(path)}`
}

/** Writes a tree in one of the many ways in which people and programs write YAML. */
export function emit(tree: Tree, random: Random): Emitted {
  const writer = new Writer(random)
  writer.document(tree)
  const { text, marks, spots, bom } = writer
  return { text, marks, spots, bom }
}

const comments = [
  'for later',
  '保冷 😀 e\u0301',
  'it\'s [not: "closed',
  '- no item',
  'key: value',
  '{ & * ! | >',
]

class Writer {
  text = ''
  readonly marks = new Map<string, number>()
  readonly spots: Spot[] = []
  readonly bom: boolean
  readonly #random: Random
  readonly #end: string
  readonly #step: number
  readonly #listStep: number
  readonly #flow: number
  readonly #quotes: number
  readonly #comments: number
  readonly #names: number
  readonly #json: boolean
  readonly #given: string[] = []
  readonly #space: string
  #afterBlock = false

  constructor(random: Random) {
    this.#random = random
    this.bom = random.chance(0.1)
    this.#end = random.chance(0.35) ? '\r\n' : '\n'
    this.#step = random.pick([2, 2, 3, 4])
    this.#listStep = random.chance(0.3) ? 0 : this.#step
    this.#flow = random.pick([0, 0.2, 0.5, 0.9])
    this.#quotes = random.pick([0, 0, 0.1, 0.6])
    this.#comments = random.pick([0, 0.05, 0.2])
    this.#names = random.pick([0, 0, 0.05])
    this.#json = random.chance(0.04)
    this.#space = random.chance(0.03) ? '\t' : ' '
  }

  document(tree: Tree): void {
    if (this.#json) {
      this.#flowTree(tree, [], 0, true)
      this.text += this.#end
      return
    }
    if (this.#random.chance(0.1)) this.text += `%YAML 1.2${this.#end}---${this.#end}`
    else if (this.#random.chance(0.15)) this.text += `---${this.#end}`
    if (tree.kind === 'map') this.#blockMap(tree, [], 0, false)
    if (this.#given.length > 0 && this.#random.chance(0.7)) {
      const again = this.#random.shuffled(this.#given).slice(0, 3)
      this.text += `x-again: [*${again.join(' , *')} ]${this.#end}`
    }
    if (this.#random.chance(0.05)) this.text += `...${this.#end}`
    else if (this.#random.chance(0.2)) this.text = this.text.replace(/[\r\n]+$/, '')
  }

  #blockMap(map: MapTree, path: Steps, column: number, inline: boolean): void {
    for (const [index, { key, value }] of map.entries.entries()) {
      const leads = index > 0 || !inline
      if (leads) {
        this.#gap(column)
        this.#pad(column)
      }
      const here = [...path, key]
      this.#key(key, here, { column, leads, inFlow: false })
      this.text += ':'
      this.#behind(value, here, column, 'key')
    }
  }

  #key(
    key: string,
    path: Steps,
    place: { readonly column: number; readonly leads: boolean; readonly inFlow: boolean },
  ): void {
    const start = this.text.length
    this.marks.set(markOf('key', path), start)
    const quoted = key !== '<<' && (this.#json || this.#random.chance(this.#quotes / 2))
    this.text += quoted ? JSON.stringify(key) : key
    this.spots.push({ path, what: 'key', start, end: this.text.length, ...place })
  }

  #blockList(list: ListTree, path: Steps, column: number): void {
    for (const [index, item] of list.items.entries()) {
      this.#gap(column)
      this.#pad(column)
      const here = [...path, index]
      this.marks.set(markOf('key', here), this.text.length)
      this.text += '-'
      this.#behind(item, here, column, 'item')
    }
  }

  /** What stands behind a key or a dash, up to the end of its line. */
  #behind(value: Tree, path: Steps, column: number, under: 'key' | 'item'): void {
    if (value.kind === 'scalar') this.#blockScalar(value, path, column)
    else if (this.#isFlow(value, path)) {
      this.text += ' '
      this.#properties()
      this.#flowTree(value, path, column, this.#random.chance(0.25))
      this.#endLine()
    } else if (under === 'item' && value.kind === 'map' && !this.#random.chance(0.1)) {
      const gap = this.#random.chance(0.8) ? 1 : this.#random.pick([2, 3])
      this.text += ' '.repeat(gap)
      this.#blockMap(value, path, column + 1 + gap, true)
    } else {
      if (this.#random.chance(this.#names)) {
        this.text += ' '
        this.#name()
      }
      this.#endLine()
      if (value.kind === 'map') this.#blockMap(value, path, column + this.#step, false)
      else this.#blockList(value, path, column + (under === 'key' ? this.#listStep : this.#step))
    }
  }

  #isFlow(value: ListTree | MapTree, path: Steps): boolean {
    const held = value.kind === 'list' ? value.items : value.entries.map((entry) => entry.value)
    if (held.length === 0) return true
    if (path.length < 2 && value.kind === 'list' && held.some(({ kind }) => kind === 'map')) {
      return this.#random.chance(this.#flow / 5)
    }
    return this.#random.chance(this.#flow)
  }

  #blockScalar(scalar: Scalar, path: Steps, column: number): void {
    if (scalar.value === null) {
      this.#endLine()
      return
    }
    this.text += this.#random.chance(0.9) ? this.#space : '   '
    const style = this.#pick(stylesOf(scalar))
    if (style !== 'plain') this.#properties()
    else if (typeof scalar.value === 'string' && this.#random.chance(0.01)) this.text += '!!str '
    this.#scalar(scalar, path, { style, column, inFlow: false })
    if (style === 'folded' || style === 'literal') this.#afterBlock = true
    else this.#endLine(style === 'plain')
  }

  #pick(styles: readonly Style[]): Style {
    if (styles[0] === 'plain' && !this.#random.chance(this.#quotes)) {
      return styles.includes('folded') && this.#random.chance(0.25)
        ? this.#random.pick(styles)
        : 'plain'
    }
    return this.#random.pick(styles)
  }

  #scalar(
    scalar: Scalar,
    path: Steps,
    {
      style,
      column,
      inFlow,
    }: { readonly style: Style; readonly column: number; readonly inFlow: boolean },
  ): void {
    const start = this.text.length
    this.marks.set(markOf('value', path), start)
    const indent = column + this.#random.pick([1, 2, 2, 4])
    this.text += writtenScalar(scalar, style, {
      random: this.#random,
      end: this.#end,
      column,
      indent,
      wide: !inFlow && !this.#json,
    })
    this.spots.push({
      path,
      what: style,
      start,
      end: this.text.length,
      inFlow,
      leads: false,
      column,
    })
  }

  #flowTree(value: Tree, path: Steps, column: number, tall: boolean): void {
    if (value.kind === 'scalar') {
      if (value.value === null) {
        this.marks.set(markOf('value', path), this.text.length)
        this.text += 'null'
      } else {
        const style = this.#json
          ? typeof value.value === 'string'
            ? 'double'
            : 'plain'
          : this.#pick(flowStyles(value))
        this.#scalar(value, path, { style, column, inFlow: true })
      }
      return
    }
    const start = this.text.length
    this.marks.set(markOf('value', path), start)
    this.text += value.kind === 'list' ? '[' : '{'
    const held =
      value.kind === 'list'
        ? value.items.map((item, index) => [index, item] as const)
        : value.entries.map((entry) => [entry.key, entry.value] as const)
    for (const [index, [step, item]] of held.entries()) {
      if (index > 0) this.text += ','
      if (tall) this.#flowBreak(column + this.#step)
      else if (index > 0) this.text += ' '
      const here = [...path, step]
      if (typeof step === 'string') {
        this.#key(step, here, { column, leads: false, inFlow: true })
        this.text += ': '
      }
      this.#flowTree(item, here, column + this.#step, tall && this.#random.chance(0.5))
    }
    if (tall && held.length > 0) {
      if (!this.#json && this.#random.chance(0.3)) this.text += ','
      this.#flowBreak(column + (this.#json ? 0 : 1))
    }
    this.text += value.kind === 'list' ? ']' : '}'
    this.spots.push({
      path,
      what: 'flow',
      start,
      end: this.text.length,
      inFlow: path.length > 0 && this.#inFlow(path),
      leads: false,
      column,
    })
  }

  /** A flow collection is noted behind those in it, so one around it is still open. */
  #inFlow(path: Steps): boolean {
    const above = path.slice(0, -1)
    if (this.#json) return true
    const mark = this.marks.get(markOf('value', above))
    return mark !== undefined && '[{'.includes(this.text.charAt(mark))
  }

  #flowBreak(column: number): void {
    if (!this.#json && this.#random.chance(this.#comments)) this.#comment('  ')
    this.text += this.#end
    this.#pad(column)
  }

  /** What may stand before a value: a name that nobody uses, or a tag that says what is plain. */
  #properties(): void {
    if (this.#random.chance(this.#names)) this.#name()
  }

  #name(): void {
    const name = `${this.#random.pick(['a', 'keep-', 'ö', '保'])}${this.#given.length}`
    this.#given.push(name)
    this.text += `&${name} `
  }

  #gap(column: number): void {
    if (this.#random.chance(0.05)) {
      const wide = !this.#afterBlock && this.#random.chance(0.2)
      this.text += (wide ? ' '.repeat(this.#random.below(6)) : '') + this.#end
    }
    if (this.text !== '' && this.#random.chance(this.#comments)) {
      this.#pad(this.#afterBlock ? column : this.#random.pick([0, column, column + 3]))
      this.#comment('')
      this.text += this.#end
    }
    this.#afterBlock = false
  }

  /** One space before a comment is told as a likely slip where prose stands before it. */
  #endLine(afterPlain = false): void {
    if (this.#random.chance(0.03)) this.text += ' '
    if (this.#random.chance(this.#comments)) this.#comment(afterPlain ? '  ' : '   ')
    this.text += this.#end
  }

  #comment(before: string): void {
    this.text += `${before}#${this.#random.chance(0.9) ? ' ' : ''}${this.#random.pick(comments)}`
  }

  #pad(column: number): void {
    this.text += ' '.repeat(column)
  }
}
