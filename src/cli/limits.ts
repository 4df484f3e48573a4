import type { Config } from '../model/config.ts'
import { quotedList } from '../model/did-you-mean.ts'
import { Fault } from '../model/fault.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import type { Limits } from '../scoring/limits.ts'

/** A flag beats the settings. */
export function limitsOf(
  flags: Limits,
  { config }: { readonly config: Config | null },
  { levels }: Questionnaire,
): Limits {
  const { minScore, minLevel, minDimension } = { ...config?.limits, ...withoutUndefined(flags) }
  if (minLevel !== undefined && !levels.some(({ id }) => id === minLevel)) {
    throw new Fault(
      `Unknown level "${minLevel}"; expected one of ${quotedList(levels.map(({ id }) => id))}`,
    )
  }
  return withoutUndefined({ minScore, minLevel, minDimension })
}

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
