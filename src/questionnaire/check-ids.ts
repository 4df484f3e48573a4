import { describeEarlySuggestion } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { isFreeKey } from '../model/vocabulary.ts'
import { toFullId } from './resolve-question.ts'
import {
  createFreeKeyFinding,
  createSourcedFinding,
  type DimensionPart,
  getEntryOrigin,
  type MainPlaces,
  ownFile,
  type PartOrigin,
  type SourcedFinding,
} from './sourced-finding.ts'

/**
 * Dimensions, questions, checks and levels share one name space; profile questions have their own; former ids belong to
 * nobody else; mirrors look back.
 */
export function checkIds(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
  places: MainPlaces,
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const taken = new Map<string, string>()
  const claim = (id: string, what: string, origin: PartOrigin, path: Path) => {
    const other = taken.get(id)
    if (other === undefined) taken.set(id, what)
    else findings.push(createSourcedFinding(origin, path, `The id "${id}" is taken by ${other}`))
  }
  for (const [index, level] of main.levels.entries())
    claim(level.id, 'a level', places.levels[index] ?? ownFile, ['id'])
  for (const part of parts) {
    claim(part.file.id, 'a dimension', part.origin, ['id'])
    for (const { id, what, origin } of listIdEntries(part)) claim(id, what, origin, ['id'])
  }
  for (const part of parts) {
    for (const { id, origin, formerly } of listIdEntries(part)) {
      for (const [index, former] of formerly.entries())
        claim(former, `"${id}"`, origin, ['formerly', index])
    }
  }
  return [...findings, ...checkProfileIds(main, places), ...checkMirrors(parts)]
}

interface IdEntry {
  /** In full, as the former ids are. */
  readonly id: string
  readonly what: string
  readonly origin: PartOrigin
  readonly formerly: readonly string[]
}

function listIdEntries(part: DimensionPart): readonly IdEntry[] {
  const { file } = part
  return (['questions', 'checks'] as const).flatMap((section) =>
    file[section].map(({ id, formerly = [] }, index) => ({
      id: `${file.id}.${id}`,
      what: section === 'questions' ? 'a question' : 'a check',
      origin: getEntryOrigin(part, section, index),
      formerly: formerly.map((former) => toFullId(former, file.id)),
    })),
  )
}

function checkProfileIds(main: QuestionnaireFile, places: MainPlaces): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const seen = new Set<string>()
  for (const [index, { id }] of main.profile.entries()) {
    const origin = places.profile[index] ?? ownFile
    if (seen.has(id)) {
      findings.push(
        createSourcedFinding(origin, ['id'], `The profile question "${id}" is there twice`),
      )
    }
    if (isFreeKey(id)) findings.push(createFreeKeyFinding(id, origin, ['id']))
    seen.add(id)
  }
  return findings
}

function checkMirrors(parts: readonly DimensionPart[]): readonly SourcedFinding[] {
  const mirrors = new Map<string, string | null>()
  for (const { file } of parts) {
    for (const question of file.questions) {
      const mirror = question.mirror === undefined ? null : toFullId(question.mirror, file.id)
      mirrors.set(`${file.id}.${question.id}`, mirror)
    }
  }
  const known = [...mirrors.keys()]
  const findings: SourcedFinding[] = []
  for (const part of parts) {
    const { file } = part
    for (const [index, question] of file.questions.entries()) {
      const origin = getEntryOrigin(part, 'questions', index)
      const own = `${file.id}.${question.id}`
      const mirror = mirrors.get(own) ?? null
      if (mirror === null) continue
      const path = ['mirror']
      if (mirror === own) {
        findings.push(createSourcedFinding(origin, path, `"${own}" cannot mirror itself`))
      } else if (!mirrors.has(mirror)) {
        const others = known.filter((id) => id !== own)
        const hint = describeEarlySuggestion(findings.length, mirror, others)
        const message = `Unknown question "${mirror}"${hint}`
        findings.push(createSourcedFinding(origin, path, message, { id: 'reference.unknown' }))
      } else if ((mirrors.get(mirror) ?? own) !== own) {
        findings.push(
          createSourcedFinding(
            origin,
            path,
            `"${mirror}" mirrors another question, "${mirrors.get(mirror)}"`,
          ),
        )
      }
    }
  }
  return findings
}
