import { dirname, isAbsolute, join } from 'node:path'
import { knownChecks } from '../../checks/waivers/waiver.ts'
import { unknownCheck } from '../../checks/waivers/waiver-problem.ts'
import { isThere } from '../../files/search.ts'
import { adviceGuide } from '../../model/advice-guide.ts'
import type { Config } from '../../model/config.ts'
import { quotedList, suggestion } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import type { Finding, Path } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { decodeSource, place, type Source } from '../source.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'
import { waiverFinding } from './waiver-finding.ts'

/** Settings are held against their schema, and every name in them has to lead somewhere. */
export async function inspectConfig(source: Source, { io }: Surroundings): Promise<Inspected> {
  const { value, findings } = decodeSource('config', source)
  if (value === null) return only('config', findings)
  const folder = dirname(source.file)
  const found: Finding[] = [...lostFiles(value, folder)]
  try {
    const named = value.questionnaire ?? 'partnership-readiness'
    const { questionnaire }: LoadedQuestionnaire = await loadQuestionnaire(named, folder, io)
    found.push(...lostNames(value, questionnaire), ...lostWaivers(value, questionnaire))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    found.push(unknown(['questionnaire'], error.message, error.hint))
  }
  return only('config', [...findings, ...place(source, found)])
}

/** A lost baseline is found where it would be used. */
function lostFiles({ plan }: Config, folder: string): readonly Finding[] {
  if (plan === undefined || isThere(isAbsolute(plan) ? plan : join(folder, plan))) return []
  return [unknown(['plan'], `"${plan}" does not exist`, 'Write the path from this file')]
}

function lostNames(
  { limits, severity = {} }: Config,
  { levels, dimensions }: Questionnaire,
): readonly Finding[] {
  const findings: Finding[] = []
  const levelIds = levels.map(({ id }) => id)
  const level = limits?.minLevel
  if (level !== undefined && !levelIds.includes(level)) {
    const path = ['limits', 'minLevel']
    findings.push(
      unknown(path, `Unknown level "${level}"; expected one of ${quotedList(levelIds)}`),
    )
  }
  const checks = dimensions.flatMap((dimension) =>
    dimension.checks.flatMap(({ id, formerly = [] }) => [id, ...formerly]),
  )
  for (const id of Object.keys(severity)) {
    if (checks.includes(id) || Object.hasOwn(adviceGuide, id)) continue
    const message = `Unknown check "${id}"${suggestion(id, [...checks, ...Object.keys(adviceGuide)])}`
    findings.push({ ...unknown(['severity', id], message), at: 'key' })
  }
  return findings
}

function lostWaivers({ waivers = [] }: Config, { dimensions }: Questionnaire): readonly Finding[] {
  const checks = knownChecks(dimensions)
  return waivers.flatMap(({ check }, index) => {
    const problem = unknownCheck(check, checks)
    return problem === null ? [] : [waiverFinding(problem, index)]
  })
}

function unknown(path: Path, message: string, fix: string | null = null): Finding {
  return { id: 'reference.unknown', severity: 'error', message, path, at: 'value', fix }
}
