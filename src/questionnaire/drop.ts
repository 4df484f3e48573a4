import { suggestionAfter } from '../model/did-you-mean.ts'
import type { Assembled } from './assembled.ts'
import { inFull } from './resolve-question.ts'
import { type DimensionPart, entryOrigin, problem, type SourcedFinding } from './sourced.ts'

/**
 * The parts without those named, each by its full id: dimensions, questions, checks, levels, and profile questions as
 * `profile.<id>`. Mirrors and supports that would lead to what is gone are taken away with it.
 */
export function drop(
  { main, places, parts }: Assembled,
  ids: readonly string[],
  source: number,
  findings: SourcedFinding[],
): Assembled {
  const gone = new Set(ids)
  const known = idsOf({ main, places, parts })
  const all = [...known]
  for (const [index, id] of ids.entries()) {
    if (known.has(id)) continue
    const message = `There is no "${id}" to drop${suggestionAfter(findings.length, id, all)}`
    const origin = { source, base: ['drop', index] }
    findings.push(problem(origin, [], message, { id: 'reference.unknown' }))
  }
  const levels = main.levels.map(({ id }) => !gone.has(id))
  const profile = main.profile.map(({ id }) => !gone.has(`profile.${id}`))
  return {
    main: { ...main, levels: only(main.levels, levels), profile: only(main.profile, profile) },
    places: { levels: only(places.levels, levels), profile: only(places.profile, profile) },
    parts: parts.filter(({ file }) => !gone.has(file.id)).map((part) => without(part, gone)),
  }
}

function idsOf({ main, parts }: Assembled): ReadonlySet<string> {
  return new Set([
    ...parts.flatMap(({ file }) => [
      file.id,
      ...[...file.questions, ...file.checks].map(({ id }) => `${file.id}.${id}`),
    ]),
    ...main.levels.map(({ id }) => id),
    ...main.profile.map(({ id }) => `profile.${id}`),
  ])
}

function only<T>(list: readonly T[], kept: readonly boolean[]): T[] {
  return list.filter((_, index) => kept[index])
}

function without(part: DimensionPart, gone: ReadonlySet<string>): DimensionPart {
  const { file, origin } = part
  const isGone = (id: string) => gone.has(id) || gone.has(id.slice(0, id.indexOf('.')))
  const questions = file.questions.map(({ id }) => !gone.has(`${file.id}.${id}`))
  const checks = file.checks.map(({ id }) => !gone.has(`${file.id}.${id}`))
  const origins = (section: 'questions' | 'checks', kept: readonly boolean[]) =>
    only(
      file[section].map((_, index) => entryOrigin(part, section, index)),
      kept,
    )
  return {
    origin,
    entries: { questions: origins('questions', questions), checks: origins('checks', checks) },
    file: {
      ...file,
      questions: only(file.questions, questions).map(({ mirror, ...question }) =>
        mirror === undefined || isGone(inFull(mirror, file.id))
          ? question
          : { ...question, mirror },
      ),
      checks: only(file.checks, checks).map((check) => ({
        ...check,
        supports: check.supports.filter((name) => !gone.has(inFull(name, file.id))),
      })),
    },
  }
}
