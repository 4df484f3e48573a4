import { suggestion } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { inFull } from './resolve-question.ts'
import { type DimensionPart, type Origin, problem, type SourcedFinding } from './sourced.ts'

/** Dimensions, questions, checks and levels share one name space; profile questions have their own; mirrors look back. */
export function checkIds(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const top: Origin = { source: 0, base: [] }
  const taken = new Map<string, string>()
  const claim = (id: string, what: string, origin: Origin, path: Path) => {
    const other = taken.get(id)
    if (other === undefined) taken.set(id, what)
    else findings.push(problem(origin, path, `The id "${id}" is taken by ${other}`))
  }
  for (const [index, level] of main.levels.entries())
    claim(level.id, 'a level', top, ['levels', index, 'id'])
  for (const { file, origin } of parts) {
    claim(file.id, 'a dimension', origin, ['id'])
    for (const [index, question] of file.questions.entries()) {
      claim(`${file.id}.${question.id}`, 'a question', origin, ['questions', index, 'id'])
    }
    for (const [index, check] of file.checks.entries()) {
      claim(`${file.id}.${check.id}`, 'a check', origin, ['checks', index, 'id'])
    }
  }
  const profile = new Set<string>()
  for (const [index, question] of main.profile.entries()) {
    if (profile.has(question.id)) {
      findings.push(
        problem(
          top,
          ['profile', index, 'id'],
          `The profile question "${question.id}" is there twice`,
        ),
      )
    }
    profile.add(question.id)
  }
  return [...findings, ...checkMirrors(parts)]
}

function checkMirrors(parts: readonly DimensionPart[]): readonly SourcedFinding[] {
  const mirrors = new Map<string, string | null>()
  for (const { file } of parts) {
    for (const question of file.questions) {
      const mirror = question.mirror === undefined ? null : inFull(question.mirror, file.id)
      mirrors.set(`${file.id}.${question.id}`, mirror)
    }
  }
  const findings: SourcedFinding[] = []
  for (const { file, origin } of parts) {
    for (const [index, question] of file.questions.entries()) {
      const own = `${file.id}.${question.id}`
      const mirror = mirrors.get(own) ?? null
      if (mirror === null) continue
      const path = ['questions', index, 'mirror']
      if (!mirrors.has(mirror) || mirror === own) {
        findings.push(
          problem(
            origin,
            path,
            `Unknown question "${mirror}"${suggestion(mirror, [...mirrors.keys()])}`,
            { id: 'reference.unknown' },
          ),
        )
      } else if ((mirrors.get(mirror) ?? own) !== own) {
        findings.push(
          problem(origin, path, `"${mirror}" mirrors another question, "${mirrors.get(mirror)}"`),
        )
      }
    }
  }
  return findings
}
