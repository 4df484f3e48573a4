import { givenNameKey } from '../../model/response.ts'
import { isMap } from '../../model/value.ts'
import type { ResponseSource } from './responses.ts'
import type { Source } from './source.ts'

/** That name; null where the response has none. */
export function readGivenName({ document: { value } }: Source): string | null {
  const name = isMap(value) ? value[givenNameKey] : undefined
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
}

/** Those names, by partner. */
export function listGivenNames(
  sources: readonly ResponseSource[],
): readonly (readonly [string, string])[] {
  return sources.flatMap(({ source, file }) => {
    const name = readGivenName(source)
    return name === null ? [] : [[file.partner, name] as const]
  })
}
