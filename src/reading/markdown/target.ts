import type { Range } from '../value-builder.ts'
import type { Items } from './items.ts'
import { listAt, mapAt, type Spot } from './place.ts'
import type { Reading } from './reading.ts'
import type { Field, MapShape } from './shapes.ts'

/** What a heading stands for: where what is written under it belongs. */
export type Target =
  | { readonly kind: 'map'; readonly shape: MapShape; readonly spot: Spot; readonly title: string }
  | ({ readonly kind: 'list' } & Items)
  | {
      readonly kind: 'leaf'
      readonly field: Field
      /** The shape of the map that the field belongs to, and that map. */
      readonly shape: MapShape
      readonly spot: Spot
      readonly key: Range
      readonly title: string
    }
  /** A heading of several sections; each block goes where it fits best. */
  | { readonly kind: 'several'; readonly targets: readonly Target[]; readonly title: string }
  /** A heading that is not known; what stands under it is not read. */
  | { readonly kind: 'none'; readonly title: string; readonly outer: Target }

/** The target of a field of a map: lists and maps are made where there are none yet. */
export function targetOf(
  field: Field,
  { shape: within, spot }: Within,
  key: Range,
  title: string,
): Target {
  const { shape } = field
  const { map, path } = spot
  const here = [...path, field.key]
  if (shape.kind === 'map') {
    return { kind: 'map', shape, spot: { map: mapAt(map, field, key), path: here }, title }
  }
  if (shape.kind === 'list') {
    return { kind: 'list', shape, list: listAt(map, field, key), path: here, title }
  }
  return { kind: 'leaf', field, shape: within, spot, key, title }
}

/** What is read, and what of it is found to belong nowhere. */
export interface Filling {
  readonly reading: Reading
  readonly unplaced: Range[]
}

/** A map that keys are looked up in. */
export type Within = Pick<MapTarget, 'shape' | 'spot'>
export type MapTarget = Extract<Target, { kind: 'map' }>
export type LeafTarget = Extract<Target, { kind: 'leaf' }>
