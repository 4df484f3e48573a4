import { toComparable } from '../../model/comparable.ts'
import { findMeantWord } from '../../model/did-you-mean.ts'
import type { Path } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import type { TextRange } from '../lines.ts'
import { clipWord } from '../problem.ts'
import type { Block } from './blocks.ts'
import { fillTarget } from './fill.ts'
import type { Inline } from './inline.ts'
import { applyTitle } from './item-title.ts'
import { addItem, type ItemList } from './items.ts'

import { createScalarNode } from './map-location.ts'
import {
  findField,
  findSectionRoute,
  listSectionNames,
  listSectionRoutes,
  type SectionRoute,
} from './names.ts'
import { addTextProblem, type PlanReading } from './reading.ts'
import { createFieldTarget, type HeadingTarget } from './target.ts'
import type { MapNode } from './tree.ts'
import { planShape } from './vocabulary.ts'

interface OpenHeading {
  readonly level: number
  readonly target: HeadingTarget
}

/** Reads the blocks of a plan into its map, heading by heading. */
export function readSections(reading: PlanReading, root: MapNode, blocks: readonly Block[]): void {
  const top: HeadingTarget = {
    kind: 'map',
    shape: planShape,
    spot: { map: root, path: [] },
    title: '',
  }
  const open: OpenHeading[] = [{ level: 0, target: top }]
  let from = 0
  const close = (to: number, heading: TextRange | null) => {
    const target = open.at(-1)?.target ?? top
    finishTarget(reading, target, blocks.slice(from, to), heading)
    from = to + 1
  }
  let heading: TextRange | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    close(index, heading)
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop()
    const outer = open.at(-1)?.target ?? top
    open.push({
      level: block.level,
      target: resolveHeading(reading, top, outer, block, heading === null),
    })
    heading = block.text.range
  }
  close(blocks.length, heading)
}

function finishTarget(
  reading: PlanReading,
  target: HeadingTarget,
  blocks: readonly Block[],
  heading: TextRange | null,
): void {
  const unplaced = fillTarget(reading, target, blocks)
  if (target.kind === 'none' && heading !== null) {
    if (unplaced.length > 0) addUnknownHeadingProblem(reading, target.title, heading)
    return
  }
  addUnplacedProblem(reading, target, unplaced, getTargetPath(target))
  if (target.kind === 'leaf' && !target.spot.map.entries.has(target.field.key)) {
    const node = { kind: 'scalar', value: null, place: target.key, exact: false } as const
    target.spot.map.entries.set(target.field.key, { key: target.key, node })
  }
}

function getTargetPath(target: HeadingTarget): Path {
  if (target.kind === 'map') return target.spot.path
  if (target.kind === 'list') return target.path
  return target.kind === 'leaf' ? [...target.spot.path, target.field.key] : []
}

function addUnknownHeadingProblem(reading: PlanReading, title: string, range: TextRange): void {
  const near = findMeantWord(toComparable(title), listSectionNames())
  const heading = clipWord(title)
  const message: Message =
    near === null
      ? { say: 'heading-unknown', heading }
      : { say: 'heading-misspelt', heading, hint: { say: 'did-you-mean', near } }
  // A slip of the pen loses a section; a heading of another kind is for readers.
  const severity = near === null ? 'info' : 'warning'
  addTextProblem(reading, 'schema.unknown-key', message, range, { path: [], severity })
}

/** What a heading means in its place: a key of the target above it, a section, or an item of a list. */
function resolveHeading(
  reading: PlanReading,
  top: HeadingTarget,
  outer: HeadingTarget,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  first: boolean,
): HeadingTarget {
  const around = getEnclosingTarget(outer)
  const title = text.text
  const key = text.range
  const inner = around.kind === 'map' ? findField(around.shape, title) : null
  if (around.kind === 'map' && inner !== null && (around !== top || isSection(inner))) {
    return createFieldTarget(inner, around, key, title)
  }
  const exact = findSectionRoute(title)
  if (exact !== null) return followRoute(top, exact, key, title)
  if (around.kind === 'list' && outer.kind === 'list' && title !== '') {
    return addHeadedItem(reading, around, text)
  }
  if (around.kind === 'map' && around !== top) {
    const loose = findField(around.shape, title, true)
    if (loose !== null) return createFieldTarget(loose, around, key, title)
  }
  if (isTitle(around, top, level, first)) {
    if (top.kind === 'map' && !top.spot.map.entries.has('name') && title !== '') {
      top.spot.map.entries.set('name', { key, node: createScalarNode(text, title) })
    }
    return top
  }
  const found = around === top || outer.kind === 'none' ? listSectionRoutes(title) : []
  const targets = found.map((route) => followRoute(top, route, key, title))
  const [only] = targets
  if (only !== undefined) return targets.length === 1 ? only : { kind: 'several', targets, title }
  return { kind: 'none', title, outer: around }
}

/** The target that a heading is under. */
function getEnclosingTarget(outer: HeadingTarget): HeadingTarget {
  if (outer.kind === 'none') return outer.outer
  return outer.kind === 'several' ? (outer.targets[0] ?? outer) : outer
}

/** The first heading, where it is of the highest level, names the plan. */
function isTitle(
  around: HeadingTarget,
  top: HeadingTarget,
  level: number,
  first: boolean,
): boolean {
  return first && level === 1 && around === top
}

function isSection({ shape }: { readonly shape: { readonly kind: string } }): boolean {
  return shape.kind === 'map' || shape.kind === 'list'
}

function followRoute(
  top: HeadingTarget,
  { through, field }: SectionRoute,
  key: TextRange,
  title: string,
): HeadingTarget {
  let target = top
  for (const step of through) {
    if (target.kind === 'map') target = createFieldTarget(step, target, key, title)
  }
  return target.kind === 'map' ? createFieldTarget(field, target, key, title) : target
}

/** A new item that a heading names. */
function addHeadedItem(reading: PlanReading, items: ItemList, heading: Inline): HeadingTarget {
  const spot = addItem(items, heading.range)
  const unplaced: TextRange[] = []
  applyTitle({ reading, unplaced }, items, spot, heading, [])
  const target: HeadingTarget = { kind: 'map', shape: items.shape.item, spot, title: heading.text }
  addUnplacedProblem(reading, target, unplaced, spot.path)
  return target
}

/** One problem for all the text under a heading that was not placed. */
function addUnplacedProblem(
  reading: PlanReading,
  { title }: { readonly title: string },
  unplaced: readonly TextRange[],
  path: Path,
): void {
  const [first] = unplaced
  if (first === undefined) return
  const more = unplaced.length - 1
  addTextProblem(
    reading,
    'schema.unknown-key',
    title === ''
      ? { say: 'text-before-headings-unread', more }
      : { say: 'text-unread', heading: clipWord(title), more },
    first,
    { path, severity: 'info', fix: { say: 'text-unread-fix' } },
  )
}
