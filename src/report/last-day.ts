import type { Response } from '../model/response.ts'

/** Of the last answer, in UTC. */
export function findLastDay(responses: readonly Response[]): string | null {
  const moments = responses.flatMap(({ completed, started }) => completed ?? started ?? [])
  const last = Math.max(...moments.map((moment) => Date.parse(moment)))
  return Number.isFinite(last) ? new Date(last).toISOString().slice(0, 10) : null
}
