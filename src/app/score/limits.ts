import type { Config } from '../../model/config.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Limits } from '../../scoring/limits.ts'

/** A flag beats the settings. */
export function resolveLimits(
  flags: Limits,
  { config }: { readonly config: Config | null },
  { levels }: Questionnaire,
): Limits {
  const { minScore, minLevel, minDimension } = { ...config?.limits, ...removeUndefined(flags) }
  if (minLevel !== undefined && !levels.some(({ id }) => id === minLevel)) {
    const hint = suggestWord(
      minLevel,
      levels.map(({ id }) => id),
      Infinity,
    )
    throw new Fault({ say: 'level-unknown', level: minLevel, hint })
  }
  return removeUndefined({ minScore, minLevel, minDimension })
}

function removeUndefined<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
