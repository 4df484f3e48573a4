import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { isFreeKey } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import { toFullId } from './resolve-question.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type MainPlaces,
  ownFile,
  type PartOrigin,
  placeFinding,
  placeUnknownReference,
  type SourcedFinding,
} from './sourced-finding.ts'

/**
 * Dimensions, questions, checks and levels share one name space; profile questions have their own; a former id belongs to one
 * part only; a mirror is mirrored back.
 */
export function checkIds(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
  places: MainPlaces,
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const taken = new Map<string, Message>()
  const claim = (id: string, owner: Message, origin: PartOrigin, path: Path) => {
    const other = taken.get(id)
    if (other === undefined) taken.set(id, owner)
    else findings.push(placeFinding(origin, path, { say: 'id-taken', id, owner: other }))
  }
  for (const [index, level] of main.levels.entries())
    claim(level.id, { say: 'id-owner', kind: 'level' }, places.levels[index] ?? ownFile, ['id'])
  for (const part of parts) {
    claim(part.file.id, { say: 'id-owner', kind: 'dimension' }, part.origin, ['id'])
    for (const { id, kind, origin } of listIdEntries(part))
      claim(id, { say: 'id-owner', kind }, origin, ['id'])
  }
  for (const part of parts) {
    for (const { id, origin, formerly } of listIdEntries(part)) {
      for (const [index, former] of formerly.entries())
        claim(former, { say: 'id-owner-now', id }, origin, ['formerly', index])
    }
  }
  return [...findings, ...checkProfileIds(main, places), ...checkMirrors(parts)]
}

interface IdEntry {
  /** In full, as the former ids are. */
  readonly id: string
  readonly kind: 'question' | 'check'
  readonly origin: PartOrigin
  readonly formerly: readonly string[]
}

function listIdEntries(part: DimensionPart): readonly IdEntry[] {
  const { file } = part
  return (['questions', 'checks'] as const).flatMap((section) =>
    file[section].map(({ id, formerly = [] }, index) => ({
      id: `${file.id}.${id}`,
      kind: section === 'questions' ? 'question' : 'check',
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
      findings.push(placeFinding(origin, ['id'], { say: 'profile-question-repeated', id }))
    }
    if (isFreeKey(id)) {
      const fix = { say: 'free-key-fix' } as const
      findings.push(placeFinding(origin, ['id'], { say: 'free-key', key: id }, { fix }))
    }
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
        findings.push(placeFinding(origin, path, { say: 'mirror-of-itself', id: own }))
      } else if (!mirrors.has(mirror)) {
        const others = known.filter((id) => id !== own)
        const hint = suggestWordEarly(findings.length, mirror, others)
        const message = { say: 'question-unknown', id: mirror, hint } as const
        findings.push(placeUnknownReference(origin, path, message))
      } else if ((mirrors.get(mirror) ?? own) !== own) {
        const message = {
          say: 'mirror-of-another',
          id: mirror,
          other: mirrors.get(mirror) ?? '',
        } as const
        findings.push(placeFinding(origin, path, message))
      }
    }
  }
  return findings
}
