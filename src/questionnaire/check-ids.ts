import { suggestionAfter } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import { isFreeKey } from '../model/free-keys.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { inFull } from './resolve-question.ts'
import {
  type DimensionPart,
  entryOrigin,
  freeKeyProblem,
  type MainPlaces,
  type Origin,
  ownFile,
  problem,
  type SourcedFinding,
} from './sourced.ts'

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
  const claim = (id: string, what: string, origin: Origin, path: Path) => {
    const other = taken.get(id)
    if (other === undefined) taken.set(id, what)
    else findings.push(problem(origin, path, `The id "${id}" is taken by ${other}`))
  }
  for (const [index, level] of main.levels.entries())
    claim(level.id, 'a level', places.levels[index] ?? ownFile, ['id'])
  for (const part of parts) {
    claim(part.file.id, 'a dimension', part.origin, ['id'])
    for (const { id, what, origin } of entriesOf(part)) claim(id, what, origin, ['id'])
  }
  for (const part of parts) {
    for (const { id, origin, formerly } of entriesOf(part)) {
      for (const [index, former] of formerly.entries())
        claim(former, `"${id}"`, origin, ['formerly', index])
    }
  }
  return [...findings, ...checkProfile(main, places), ...checkMirrors(parts)]
}

interface Entry {
  /** In full, as the former ids are. */
  readonly id: string
  readonly what: string
  readonly origin: Origin
  readonly formerly: readonly string[]
}

function entriesOf(part: DimensionPart): readonly Entry[] {
  const { file } = part
  return (['questions', 'checks'] as const).flatMap((section) =>
    file[section].map(({ id, formerly = [] }, index) => ({
      id: `${file.id}.${id}`,
      what: section === 'questions' ? 'a question' : 'a check',
      origin: entryOrigin(part, section, index),
      formerly: formerly.map((former) => inFull(former, file.id)),
    })),
  )
}

function checkProfile(main: QuestionnaireFile, places: MainPlaces): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const seen = new Set<string>()
  for (const [index, { id }] of main.profile.entries()) {
    const origin = places.profile[index] ?? ownFile
    if (seen.has(id)) {
      findings.push(problem(origin, ['id'], `The profile question "${id}" is there twice`))
    }
    if (isFreeKey(id)) findings.push(freeKeyProblem(id, origin, ['id']))
    seen.add(id)
  }
  return findings
}

function checkMirrors(parts: readonly DimensionPart[]): readonly SourcedFinding[] {
  const mirrors = new Map<string, string | null>()
  for (const { file } of parts) {
    for (const question of file.questions) {
      const mirror = question.mirror === undefined ? null : inFull(question.mirror, file.id)
      mirrors.set(`${file.id}.${question.id}`, mirror)
    }
  }
  const known = [...mirrors.keys()]
  const findings: SourcedFinding[] = []
  for (const part of parts) {
    const { file } = part
    for (const [index, question] of file.questions.entries()) {
      const origin = entryOrigin(part, 'questions', index)
      const own = `${file.id}.${question.id}`
      const mirror = mirrors.get(own) ?? null
      if (mirror === null) continue
      const path = ['mirror']
      if (mirror === own) {
        findings.push(problem(origin, path, `"${own}" cannot mirror itself`))
      } else if (!mirrors.has(mirror)) {
        const others = known.filter((id) => id !== own)
        const hint = suggestionAfter(findings.length, mirror, others)
        const message = `Unknown question "${mirror}"${hint}`
        findings.push(problem(origin, path, message, { id: 'reference.unknown' }))
      } else if ((mirrors.get(mirror) ?? own) !== own) {
        findings.push(
          problem(origin, path, `"${mirror}" mirrors another question, "${mirrors.get(mirror)}"`),
        )
      }
    }
  }
  return findings
}
