import type { Emitted, Spot } from './emit.ts'
import type { InText, TextFault } from './planted.ts'
import type { Random } from './random.ts'

/** What makes of YAML something else, or nothing. */
export const textFaults: readonly TextFault[] = [
  at('a quote that is not closed', isQuoted, ({ text }, { start, end }) => ({
    id: 'yaml.syntax',
    text: without(text, end - 1, end),
    offset: start,
  })),
  at(
    'a bracket that is not closed',
    (spot, text) =>
      spot.what === 'flow' && !spot.inFlow && spot.path.length > 0 && isOneLine(spot, text),
    ({ text }, { start, end }) => ({
      id: 'yaml.syntax',
      text: without(text, end - 1, end),
      offset: start,
    }),
  ),
  at(
    'a bracket that closes too far out',
    (spot, text) =>
      spot.what === 'flow' &&
      !spot.inFlow &&
      spot.path.length > 0 &&
      /\n +.$/.test(text.slice(spot.start, spot.end)),
    ({ text }, { end, column }) => {
      const line = text.lastIndexOf('\n', end) + 1
      return {
        id: 'yaml.syntax',
        text: text.slice(0, line) + ' '.repeat(column) + text.slice(end - 1),
        offset: line + column,
      }
    },
  ),
  at(
    'one bracket too many',
    (spot, text) =>
      spot.what === 'flow' && !spot.inFlow && spot.path.length > 0 && isOneLine(spot, text),
    ({ text }, { end }) => ({
      id: 'yaml.syntax',
      text: into(text, end, text.charAt(end - 1)),
      offset: end,
    }),
  ),
  at('a tab at the front', isIndentedKey, ({ text }, { start, column }, random) => {
    const from = start - column
    const kept = random.below(column)
    return {
      id: 'yaml.syntax',
      text: `${text.slice(0, from + kept)}\t${text.slice(random.chance(0.5) ? start : from + kept + 1)}`,
      offset: from + kept,
    }
  }),
  at(
    'a line too far in',
    (spot, text, all) => isLaterKey(spot, text, all) && !isBesideText(spot, text),
    ({ text }, { start }) => ({
      id: 'yaml.syntax',
      text: into(text, start, ' '),
      offset: start + 1,
    }),
  ),
  at(
    'a line not far enough in',
    (spot, text, all) => isLaterKey(spot, text, all) && spot.column > 1,
    ({ text }, { start }) => ({
      id: 'yaml.syntax',
      text: without(text, start - 1, start),
      offset: start - 1,
    }),
  ),
  at('an alias of nothing', isPlainText, ({ text }, { start, end }) => ({
    id: 'yaml.alias',
    text: `${text.slice(0, start)}*nobody${text.slice(end)}`,
    offset: start,
  })),
  at(
    'a tag that is not known',
    (spot, text) => isText(spot) && !hasTag(spot, text),
    ({ text }, { start }, random) => ({
      id: 'yaml.tag',
      text: into(text, start, random.pick(['!person ', '!!python/name:os.system ', '!<tag:a,b> '])),
      offset: start,
    }),
  ),
  at(
    'a second document',
    (spot, text) =>
      spot.what === 'key' && spot.leads && spot.column === 0 && isFurtherDown(spot, text),
    ({ text }, { start }) => ({
      id: 'yaml.documents',
      text: into(text, start, '---\n'),
      offset: start,
    }),
  ),
  at(
    'no space behind a key',
    (spot, text, all) =>
      isLaterKey(spot, text, all) &&
      /^: *[a-z0-9]/i.test(text.slice(spot.end)) &&
      !text.startsWith('"', spot.start),
    ({ text }, { end }) => ({
      id: 'yaml.syntax',
      text: text.slice(0, end + 1) + text.slice(end + 1).replace(/^ +/, ''),
      offset: end,
    }),
  ),
  at('a sign that no text begins with', isLonePlainText, ({ text }, { start }, random) => ({
    id: 'yaml.syntax',
    text: into(text, start, random.pick(['@', '`', '%'])),
    offset: start,
  })),
  at(
    'a colon in a text',
    (spot, text) => isLonePlainText(spot, text) && typeof spot.path.at(-1) === 'string',
    ({ text }, { start, end }) => {
      const gap = text.slice(start, end).indexOf(' ')
      return gap === -1
        ? { id: 'yaml.syntax', text: into(text, end, ': so'), offset: end }
        : { id: 'yaml.syntax', text: into(text, start + gap, ':'), offset: start + gap }
    },
  ),
  at('a quote inside quotes', isLoneQuoted, ({ text }, { end }) => ({
    id: 'yaml.syntax',
    text: into(text, end, ' and more'),
    offset: end + 1,
  })),
  at('a text cut by a comment', isLonePlainText, ({ text }, { end }) => ({
    id: 'yaml.syntax',
    text: into(text, end, ' #12'),
    offset: end + 1,
  })),
  at(
    'a line without a colon',
    (spot, text, all) =>
      isLaterKey(spot, text, all) &&
      /^: +[a-z0-9]/i.test(text.slice(spot.end)) &&
      /^[a-z]/i.test(text.slice(spot.start)),
    ({ text }, { start, end }) => ({
      id: 'yaml.syntax',
      text: without(text, end, end + 1),
      offset: start,
    }),
  ),
  at('a control character', isText, ({ text }, { start, end }, random) => {
    const safe = inside(text, start + 1 + random.below(Math.max(1, end - start - 2)))
    return {
      id: 'yaml.encoding',
      text: into(text, safe, random.pick(['\u0007', '\u0000', '\u001b'])),
      offset: safe,
    }
  }),
  at('a byte that is no UTF-8', isText, ({ text }, { start, end }, random) => {
    const safe = inside(text, start + 1 + random.below(Math.max(1, end - start - 2)))
    const are = random.pick([[0xe9], [0xff], [0xc0, 0xaf]])
    return {
      id: 'yaml.encoding',
      text: into(text, safe, '\uE000'),
      offset: safe,
      bytes: { of: '\uE000', are },
    }
  }),
]

function at(
  name: string,
  fits: (spot: Spot, text: string, all: readonly Spot[]) => boolean,
  plant: (emitted: Emitted, spot: Spot, random: Random) => InText,
): TextFault {
  return {
    name,
    plant: (emitted, random) => {
      const spots = emitted.spots.filter(
        (spot) => isNoNote(spot) && fits(spot, emitted.text, emitted.spots),
      )
      return spots.length === 0 ? null : plant(emitted, random.pick(spots), random)
    },
  }
}

function isNoNote({ path }: Spot): boolean {
  return path.every((step) => typeof step === 'number' || !/^(?:x-.*|notes)$/.test(step))
}

function isText({ what }: Spot): boolean {
  return what === 'plain' || what === 'single' || what === 'double'
}

function isOneLine({ start, end }: Spot, text: string): boolean {
  return !text.slice(start, end).includes('\n')
}

function isQuoted(spot: Spot, text: string): boolean {
  return (spot.what === 'single' || spot.what === 'double') && !spot.inFlow && isOneLine(spot, text)
}

/** The only thing on its line behind its key: no tag before it, no comment behind. */
function isAlone({ end }: Spot, text: string): boolean {
  return /^\r?\n/.test(text.slice(end, end + 2))
}

function isLoneQuoted(spot: Spot, text: string): boolean {
  return isQuoted(spot, text) && isAlone(spot, text)
}

function isPlainText(spot: Spot, text: string): boolean {
  return (
    spot.what === 'plain' &&
    isOneLine(spot, text) &&
    !hasTag(spot, text) &&
    /^\p{L}/u.test(text.slice(spot.start))
  )
}

function isLonePlainText(spot: Spot, text: string): boolean {
  return isPlainText(spot, text) && !spot.inFlow && isAlone(spot, text) && !hasTag(spot, text)
}

function hasTag({ start }: Spot, text: string): boolean {
  return text.endsWith('!!str ', start)
}

function isIndentedKey({ what, leads, column }: Spot): boolean {
  return what === 'key' && leads && column > 0
}

/** A key of a block map that others stand above, so that it is clear where it belongs. */
function isLaterKey(spot: Spot, _: string, all: readonly Spot[]): boolean {
  const { what, leads, column, path, start } = spot
  if (what !== 'key' || !leads || column === 0) return false
  const parent = JSON.stringify(path.slice(0, -1))
  return all.some(
    (other) =>
      other.what === 'key' &&
      other.start < start &&
      other.path.length === path.length &&
      JSON.stringify(other.path.slice(0, -1)) === parent,
  )
}

/** One space more would make it the last line of the text above, or what belongs to an empty key. */
function isBesideText({ start, column }: Spot, text: string): boolean {
  const above =
    text
      .slice(0, start - column)
      .trimEnd()
      .split('\n')
      .at(-1) ?? ''
  return above.search(/[^ ]/) === column + 1 || /:[ \t]*(?:#.*)?$/.test(above)
}

function isFurtherDown({ start }: Spot, text: string): boolean {
  return /^[^#%\s-]/m.test(text.slice(0, start))
}

/** There, or one further where two units belong together: a pair, or a line's end. */
function inside(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return (code >= 0xdc00 && code <= 0xdfff) || text.startsWith('\r\n', offset - 1)
    ? offset + 1
    : offset
}

function without(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to)
}

function into(text: string, offset: number, more: string): string {
  return text.slice(0, offset) + more + text.slice(offset)
}
