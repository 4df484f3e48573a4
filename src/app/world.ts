/** The outside world as the use cases see it. */
export interface World {
  /** The folder of the installed package: built questionnaires and starters are under it. */
  readonly root: string
  readonly version: string
  readonly now: () => Date
}

/** The machine's UTC date, `2026-11-23`. */
export function getToday(world: Pick<World, 'now'>): string {
  return world.now().toISOString().slice(0, 10)
}
