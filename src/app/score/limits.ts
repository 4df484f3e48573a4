import { suggestLevel } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import { createUnknownReference } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { clip } from '../../model/value.ts'
import type { Limits } from '../../scoring/limits.ts'
import type { Message } from '../../words/message.ts'
import type { Partnership } from '../load/partnership.ts'
import { createUnusableFault, placeFindings, readSource } from '../load/source.ts'

/** A flag beats the settings. */
export function resolveLimits(
  flags: Limits,
  { config, configFile }: Pick<Partnership, 'config' | 'configFile'>,
  questionnaire: Questionnaire,
): Limits {
  const { minScore, minLevel, minDimension } = { ...config?.limits, ...removeUndefined(flags) }
  const unknown = findUnknownLevel(minLevel, questionnaire)
  if (unknown !== null) {
    if (flags.minLevel !== undefined || configFile === null) throw new Fault(unknown)
    const finding = createUnknownReference(['limits', 'minLevel'], unknown)
    const findings = placeFindings(readSource(configFile), [finding])
    throw createUnusableFault('config', configFile, findings)
  }
  return removeUndefined({ minScore, minLevel, minDimension })
}

/** What is wrong with the level of a limit, or null. */
export function findUnknownLevel(
  level: string | undefined,
  { levels }: Pick<Questionnaire, 'levels'>,
): Message | null {
  if (level === undefined || levels.some(({ id }) => id === level)) return null
  return { say: 'level-unknown', level: clip(level), hint: suggestLevel(level, levels) }
}

function removeUndefined<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
