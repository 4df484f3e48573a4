import { isMap } from '../../model/value.ts'
import { createDecodedQuestionnaire } from '../../questionnaire/decoded-questionnaire.ts'
import { readIncludedDimensions } from './included-dimensions.ts'
import type { QuestionnaireParts } from './questionnaire-parts.ts'
import { createUnusableFault, decodeSource, type Source } from './source.ts'

/**
 * Reads the files of a questionnaire. `trail` are the files of those that extend it, and `sources` what has been read for
 * them: a chain of questionnaires shares one numbering of files.
 */
export async function readQuestionnaireParts(
  main: Source,
  root: string,
  sources: Source[] = [],
  trail: readonly string[] = [],
): Promise<QuestionnaireParts> {
  sources.push(main)
  const { value } = main.document
  if (isMap(value) && value.extends !== undefined) {
    const { readExtendingParts: gatherExtending } = await import('./read-extending-parts.ts')
    return gatherExtending(main, { root, sources, chain: trail, gather: readQuestionnaireParts })
  }
  const source = sources.length - 1
  const decoded = decodeSource('questionnaire', main)
  if (decoded.value === null)
    throw createUnusableFault('questionnaire', main.file, decoded.findings)
  const { dimensions, findings } = readIncludedDimensions(
    decoded.value.dimensions,
    sources,
    (included) => decodeSource('dimension', included),
  )
  return {
    assembled: createDecodedQuestionnaire(decoded.value, dimensions, source),
    sources,
    findings,
    problems: [],
    base: null,
    layer: null,
  }
}
