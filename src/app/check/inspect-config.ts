import { dirname, isAbsolute, join } from 'node:path'
import { findUnknownCheck } from '../../checks/waivers/apply-waivers.ts'
import { buildChecksById } from '../../checks/waivers/waiver.ts'
import { isNameTaken } from '../../files/search.ts'
import type { Config } from '../../model/config.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import {
  createFinding,
  createUnknownReference,
  type Finding,
  type Path,
} from '../../model/finding.ts'
import { adviceIds } from '../../model/finding-ids.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { readLogo } from '../load/logo.ts'
import { comparePartners, findInvitationSlips, listKnownPartners } from '../load/partners.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { decodeSource, placeFindings, type Source } from '../load/source.ts'
import { findUnknownLevel } from '../score/limits.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'
import { toWaiverFinding } from './settings-waivers.ts'
import { readUsablePlan } from './usable-plan.ts'

/** Settings have to fit their schema, and every name in them has to lead somewhere. */
export async function inspectConfig(
  source: Source,
  { io }: InspectionContext,
): Promise<Inspection> {
  const { value, findings } = decodeSource('config', source)
  if (value === null) return toInspection('config', findings)
  const folder = dirname(source.file)
  const plan = await readUsablePlan(folder, value)
  const found: Finding[] = [
    ...checkConfigFiles(value, folder),
    ...checkConfigPartners(value),
    ...comparePartners({ value, source }, plan),
    ...findInvitationSlips(value, listKnownPartners({ value, source }, plan)),
  ]
  try {
    const named = value.questionnaire ?? 'partnership-readiness'
    const { questionnaire }: LoadedQuestionnaire = await loadQuestionnaire(named, folder, io)
    found.push(
      ...checkConfigNames(value, questionnaire),
      ...checkConfigWaivers(value, questionnaire),
    )
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    found.push(createUnknownReference(['questionnaire'], error.reason, error.hint))
  }
  return toInspection('config', [...findings, ...placeFindings(source, found)])
}

function checkConfigPartners({ partners = [] }: Config): readonly Finding[] {
  return partners.flatMap(({ id }, at) =>
    partners.findIndex((other) => other.id === id) === at
      ? []
      : createFinding(
          'schema.value',
          ['partners', at, 'id'],
          { say: 'id-repeated', id, section: 'partners' },
          { fix: { say: 'give-other-id' } },
        ),
  )
}

/** A lost baseline is found where it would be used. */
function checkConfigFiles({ plan, report }: Config, folder: string): readonly Finding[] {
  const findings: Finding[] = []
  for (const [path, file] of [
    [['plan'], plan],
    [['report', 'logo'], report?.logo],
    [['report', 'commentary'], report?.commentary],
  ] as const) {
    if (file === undefined) continue
    const place = isAbsolute(file) ? file : join(folder, file)
    if (isNameTaken(place)) {
      if (file === report?.logo) findings.push(...checkLogo(place, path))
      continue
    }
    const message: Message = { say: 'settings-file-missing', file }
    findings.push(createUnknownReference(path, message, { say: 'write-path-from-here' }))
  }
  return findings
}

function checkLogo(file: string, path: Path): readonly Finding[] {
  try {
    readLogo(file)
    return []
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [createFinding('schema.value', path, error.reason, { fix: error.hint })]
  }
}

function checkConfigNames(
  { limits, severity = {} }: Config,
  questionnaire: Questionnaire,
): readonly Finding[] {
  const { dimensions } = questionnaire
  const findings: Finding[] = []
  const unknown = findUnknownLevel(limits?.minLevel, questionnaire)
  if (unknown !== null) findings.push(createUnknownReference(['limits', 'minLevel'], unknown))
  const checks = dimensions.flatMap((dimension) =>
    dimension.checks.flatMap(({ id, formerly = [] }) => [id, ...formerly]),
  )
  const known: readonly string[] = [...checks, ...adviceIds]
  for (const id of Object.keys(severity)) {
    if (known.includes(id)) continue
    const message: Message = { say: 'unknown-check', id, hint: suggestWord(id, known) }
    findings.push({ ...createUnknownReference(['severity', id], message), at: 'key' })
  }
  return findings
}

function checkConfigWaivers(
  { waivers = [] }: Config,
  { dimensions }: Questionnaire,
): readonly Finding[] {
  const checks = buildChecksById(dimensions)
  return waivers.flatMap(({ check }, index) => {
    const problem = findUnknownCheck(check, checks)
    return problem === null ? [] : [toWaiverFinding(problem, index)]
  })
}
