import { suggestion } from '../../model/did-you-mean.ts'
import type { Path } from '../../model/finding.ts'
import { quoted } from '../problem.ts'
import type { Range } from '../value-builder.ts'
import type { Block } from './blocks.ts'
import { fill } from './fill.ts'
import { headedItem } from './item-title.ts'
import { fieldNamed, type Route, sectionNamed, sectionNames, sectionsIn } from './lookup.ts'
import { comparable } from './names.ts'
import { scalar } from './place.ts'
import { type Reading, tell } from './reading.ts'
import { type Target, targetOf } from './target.ts'
import type { MapNode } from './tree.ts'
import { tellUnplaced } from './unplaced.ts'
import { plan } from './vocabulary.ts'

interface Open {
  readonly level: number
  readonly target: Target
}

/** Reads the blocks of a plan into its map, heading by heading. */
export function readSections(reading: Reading, root: MapNode, blocks: readonly Block[]): void {
  const top: Target = { kind: 'map', shape: plan, spot: { map: root, path: [] }, title: '' }
  const open: Open[] = [{ level: 0, target: top }]
  let from = 0
  const close = (to: number, heading: Range | null) => {
    const target = open.at(-1)?.target ?? top
    finish(reading, target, blocks.slice(from, to), heading)
    from = to + 1
  }
  let heading: Range | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    close(index, heading)
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop()
    const outer = open.at(-1)?.target ?? top
    open.push({ level: block.level, target: enter(reading, top, outer, block, heading === null) })
    heading = block.text.range
  }
  close(blocks.length, heading)
}

function finish(
  reading: Reading,
  target: Target,
  blocks: readonly Block[],
  heading: Range | null,
): void {
  const unplaced = fill(reading, target, blocks)
  if (target.kind === 'none' && heading !== null) {
    if (unplaced.length > 0) tellUnknown(reading, target.title, heading)
    return
  }
  tellUnplaced(reading, target, unplaced, pathOf(target))
  if (target.kind === 'leaf' && !target.spot.map.entries.has(target.field.key)) {
    const node = { kind: 'scalar', value: null, place: target.key, exact: false } as const
    target.spot.map.entries.set(target.field.key, { key: target.key, node })
  }
}

function pathOf(target: Target): Path {
  if (target.kind === 'map') return target.spot.path
  if (target.kind === 'list') return target.path
  return target.kind === 'leaf' ? [...target.spot.path, target.field.key] : []
}

function tellUnknown(reading: Reading, title: string, heading: Range): void {
  const near = suggestion(comparable(title), sectionNames())
  const rest = near === '' ? '; what stands under it is not placed' : near
  const message = `${quoted(title)} is no section of a plan${rest}`
  // A slip of the pen loses a section; a heading of another kind is for readers.
  const severity = near === '' ? 'info' : 'warning'
  tell(reading, 'schema.unknown-key', message, heading, { path: [], severity })
}

/** What a heading means, where it stands: a key of what it stands under, a section, or an item of a list. */
function enter(
  reading: Reading,
  top: Target,
  outer: Target,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  first: boolean,
): Target {
  const around = aroundOf(outer)
  const title = text.text
  const key = text.range
  const inner = around.kind === 'map' ? fieldNamed(around.shape, title) : null
  if (around.kind === 'map' && inner !== null && (around !== top || isSection(inner))) {
    return targetOf(inner, around, key, title)
  }
  const exact = sectionNamed(title)
  if (exact !== null) return follow(top, exact, key, title)
  if (around.kind === 'list' && outer.kind === 'list' && title !== '') {
    return headedItem(reading, around, text)
  }
  if (around.kind === 'map' && around !== top) {
    const loose = fieldNamed(around.shape, title, true)
    if (loose !== null) return targetOf(loose, around, key, title)
  }
  if (isTitle(around, top, level, first)) {
    if (top.kind === 'map' && !top.spot.map.entries.has('name') && title !== '') {
      top.spot.map.entries.set('name', { key, node: scalar(text, title) })
    }
    return top
  }
  const found = around === top || outer.kind === 'none' ? sectionsIn(title) : []
  const targets = found.map((route) => follow(top, route, key, title))
  const [only] = targets
  if (only !== undefined) return targets.length === 1 ? only : { kind: 'several', targets, title }
  return { kind: 'none', title, outer: around }
}

/** What a heading stands under. */
function aroundOf(outer: Target): Target {
  if (outer.kind === 'none') return outer.outer
  return outer.kind === 'several' ? (outer.targets[0] ?? outer) : outer
}

/** The first heading, where it is of the highest level, names the plan. */
function isTitle(around: Target, top: Target, level: number, first: boolean): boolean {
  return first && level === 1 && around === top
}

function isSection({ shape }: { readonly shape: { readonly kind: string } }): boolean {
  return shape.kind === 'map' || shape.kind === 'list'
}

function follow(top: Target, { through, field }: Route, key: Range, title: string): Target {
  let target = top
  for (const step of through) {
    if (target.kind === 'map') target = targetOf(step, target, key, title)
  }
  return target.kind === 'map' ? targetOf(field, target, key, title) : target
}
