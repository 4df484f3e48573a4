import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { exists, resolveRealPath } from '../../files/search.ts'
import type { DecodedFile } from '../../model/file-schemas.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { DimensionChanges } from '../../model/questionnaire-file.ts'
import type { PartOrigin } from '../../questionnaire/sourced-finding.ts'
import type { Message } from '../../words/message.ts'
import { type DecodedSource, placeFindings, readSource, type Source } from './source.ts'

interface IncludedDimensions<T> {
  readonly dimensions: readonly { readonly file: T; readonly origin: PartOrigin }[]
  readonly findings: readonly PlacedFinding[]
}

type DimensionContent = Omit<DecodedFile<'dimension'>, 'accordant'> | DimensionChanges

/**
 * The dimensions of a questionnaire, in place or in files of their own, which are added to `sources` (the questionnaire's own
 * is the last there): findings name files by their number in it.
 */
export function readIncludedDimensions<T extends DimensionContent>(
  dimensions: readonly (string | T)[],
  sources: Source[],
  decoded: (source: Source) => DecodedSource<T>,
): IncludedDimensions<T> {
  const number = sources.length - 1
  const main = sources[number]
  const parts: { readonly file: T; readonly origin: PartOrigin }[] = []
  const findings: PlacedFinding[] = []
  for (const [index, dimension] of dimensions.entries()) {
    if (typeof dimension !== 'string') {
      parts.push({ file: dimension, origin: { source: number, base: ['dimensions', index] } })
      continue
    }
    if (main === undefined) continue
    const outside = describeOutside(main.file, dimension)
    if (outside !== null) {
      findings.push(...placeFindings(main, [createLostFinding(outside, index)]))
      continue
    }
    const source = readSource(join(dirname(main.file), dimension))
    const { value, findings: own } = decoded(source)
    findings.push(...own.filter(({ severity }) => severity === 'error'))
    if (value === null) continue
    parts.push({ file: value, origin: { source: sources.length, base: [] } })
    sources.push(source)
  }
  return { dimensions: parts, findings }
}

function createLostFinding(message: Message, index: number) {
  const path = ['dimensions', index]
  return {
    id: 'reference.unknown',
    severity: 'error',
    message,
    path,
    at: 'value',
    fix: null,
  } as const
}

/** Included files stay inside the questionnaire's folder, also through links; says what is wrong, or null. */
function describeOutside(main: string, included: string): Message | null {
  const folder = dirname(main)
  const path = join(folder, included)
  if (isAbsolute(included) || isOutside(relative(folder, path))) {
    return { say: 'dimension-outside', file: included }
  }
  if (!exists(path)) return { say: 'dimension-missing', file: included, main: basename(main) }
  if (isOutside(relative(resolveRealPath(folder), resolveRealPath(path)))) {
    return { say: 'dimension-leads-outside', file: included }
  }
  return null
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('..\\') || isAbsolute(path)
}
