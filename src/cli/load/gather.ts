import { isMap } from '../../model/value.ts'
import { assembled } from '../../questionnaire/assembled.ts'
import { decodeSource, type Source, unusable } from '../source.ts'
import type { Gathered } from './gathered.ts'
import { readIncluded } from './included.ts'

/**
 * Reads the files of a questionnaire. `trail` are the files of those that extend it, and `sources` what has been read for
 * them: a chain of questionnaires shares one numbering of files.
 */
export async function gather(
  main: Source,
  root: string,
  sources: Source[] = [],
  trail: readonly string[] = [],
): Promise<Gathered> {
  sources.push(main)
  const { value } = main.document
  if (isMap(value) && value.extends !== undefined) {
    const { gatherExtending } = await import('./gather-extending.ts')
    return gatherExtending(main, { root, sources, trail, gather })
  }
  const source = sources.length - 1
  const decoded = decodeSource('questionnaire', main)
  if (decoded.value === null) throw unusable('The questionnaire', main.file, decoded.findings)
  const { dimensions, findings } = readIncluded(decoded.value.dimensions, sources, (included) =>
    decodeSource('dimension', included),
  )
  return {
    assembled: assembled(decoded.value, dimensions, source),
    sources,
    findings,
    problems: [],
    base: null,
    layer: null,
  }
}
