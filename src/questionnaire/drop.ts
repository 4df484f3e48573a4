import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { DecodedQuestionnaire } from './decoded-questionnaire.ts'
import { toFullId } from './resolve-question.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  placeUnknownReference,
  type SourcedFinding,
} from './sourced-finding.ts'

/**
 * The parts without those named, each by its full id: dimensions, questions, checks, levels, and profile questions as
 * `profile.<id>`. Mirrors and supports that would lead to what is gone are taken away with it.
 */
export function dropParts(
  { main, places, parts }: DecodedQuestionnaire,
  ids: readonly string[],
  source: number,
  findings: SourcedFinding[],
): DecodedQuestionnaire {
  const gone = new Set(ids)
  const known = listDroppableIds({ main, places, parts })
  const all = [...known]
  for (const [index, id] of ids.entries()) {
    if (known.has(id)) continue
    const hint = suggestWordEarly(findings.length, id, all)
    const message = { say: 'drop-unknown', id, hint } as const
    const origin = { source, base: ['drop', index] }
    findings.push(placeUnknownReference(origin, [], message))
  }
  const levels = main.levels.map(({ id }) => !gone.has(id))
  const profile = main.profile.map(({ id }) => !gone.has(`profile.${id}`))
  return {
    main: {
      ...main,
      levels: filterByFlags(main.levels, levels),
      profile: filterByFlags(main.profile, profile),
    },
    places: {
      levels: filterByFlags(places.levels, levels),
      profile: filterByFlags(places.profile, profile),
    },
    parts: parts
      .filter(({ file }) => !gone.has(file.id))
      .map((part) => dropFromDimension(part, gone)),
  }
}

function listDroppableIds({ main, parts }: DecodedQuestionnaire): ReadonlySet<string> {
  return new Set([
    ...parts.flatMap(({ file }) => [
      file.id,
      ...[...file.questions, ...file.checks].map(({ id }) => `${file.id}.${id}`),
    ]),
    ...main.levels.map(({ id }) => id),
    ...main.profile.map(({ id }) => `profile.${id}`),
  ])
}

function filterByFlags<T>(list: readonly T[], kept: readonly boolean[]): T[] {
  return list.filter((_, index) => kept[index])
}

function dropFromDimension(part: DimensionPart, gone: ReadonlySet<string>): DimensionPart {
  const { file, origin } = part
  const isGone = (id: string) => gone.has(id) || gone.has(id.slice(0, id.indexOf('.')))
  const questions = file.questions.map(({ id }) => !gone.has(`${file.id}.${id}`))
  const checks = file.checks.map(({ id }) => !gone.has(`${file.id}.${id}`))
  const origins = (section: 'questions' | 'checks', kept: readonly boolean[]) =>
    filterByFlags(
      file[section].map((_, index) => getEntryOrigin(part, section, index)),
      kept,
    )
  return {
    origin,
    entries: { questions: origins('questions', questions), checks: origins('checks', checks) },
    file: {
      ...file,
      questions: filterByFlags(file.questions, questions).map(({ mirror, ...question }) =>
        mirror === undefined || isGone(toFullId(mirror, file.id))
          ? question
          : { ...question, mirror },
      ),
      checks: filterByFlags(file.checks, checks).map((check) => ({
        ...check,
        supports: check.supports.filter((name) => !gone.has(toFullId(name, file.id))),
      })),
    },
  }
}
