import type { TextRange } from '../lines.ts'
import type { ItemList } from './items.ts'
import { getOrCreateList, getOrCreateMap, type MapLocation } from './map-location.ts'
import type { PlanReading } from './reading.ts'
import type { MapShape, PlanField } from './shapes.ts'

/** What a heading stands for: where what is written under it belongs. */
export type HeadingTarget =
  | {
      readonly kind: 'map'
      readonly shape: MapShape
      readonly spot: MapLocation
      readonly title: string
    }
  | ({ readonly kind: 'list' } & ItemList)
  | {
      readonly kind: 'leaf'
      readonly field: PlanField
      /** The shape of the map that the field belongs to, and that map. */
      readonly shape: MapShape
      readonly spot: MapLocation
      readonly key: TextRange
      readonly title: string
    }
  /** A heading of several sections; each block goes where it fits best. */
  | { readonly kind: 'several'; readonly targets: readonly HeadingTarget[]; readonly title: string }
  /** An unknown heading; the text under it is not read. */
  | { readonly kind: 'none'; readonly title: string; readonly outer: HeadingTarget }

/** The target of a field of a map: lists and maps are made where there are none yet. */
export function createFieldTarget(
  field: PlanField,
  { shape: within, spot }: { readonly shape: MapShape; readonly spot: MapLocation },
  key: TextRange,
  title: string,
): HeadingTarget {
  const { shape } = field
  const { map, path } = spot
  const here = [...path, field.key]
  if (shape.kind === 'map') {
    return { kind: 'map', shape, spot: { map: getOrCreateMap(map, field, key), path: here }, title }
  }
  if (shape.kind === 'list') {
    return { kind: 'list', shape, list: getOrCreateList(map, field, key), path: here, title }
  }
  return { kind: 'leaf', field, shape: within, spot, key, title }
}

/** What is read, and what of it is found to belong nowhere. */
export interface FillContext {
  readonly reading: PlanReading
  readonly unplaced: TextRange[]
}
