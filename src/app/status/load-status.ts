import { Fault } from '../../model/fault.ts'
import type {
  PartnerStatus,
  PartnershipStatus,
  PlanStatus,
  StatusStep,
} from '../../model/partnership-status.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { findAnswer } from '../../scoring/answer-counts.ts'
import type { FiledResponse } from '../../scoring/who-counts.ts'
import type { Message } from '../../words/message.ts'
import { readUsablePlan } from '../check/usable-plan.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { listMixed } from '../load/mixed-responses.ts'
import { listAskedPartners, listLookAlikes } from '../load/partners.ts'
import { loadPartnership, type Partnership, readPlanOrThrow } from '../load/partnership.ts'
import { findMostFrequent } from '../load/partnership-id.ts'
import { loadChosenQuestionnaire, loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import {
  fitResponseOrThrow,
  mayCount,
  type ResponseSource,
  readEveryResponse,
} from '../load/responses.ts'
import { sortOutResponses } from '../score/choose-responses.ts'
import { loadHouseWords } from '../score/house.ts'
import { resolveLimits } from '../score/limits.ts'
import { findCommonStage, scoreBegunPlan } from '../score/score-partnership-plan.ts'
import { getToday, type World } from '../world.ts'
import { countPeople } from './count-people.ts'
import { listRemarks, listResponseRemarks, toRemark } from './remarks.ts'

/**
 * How far the partnership is that a folder, or a file in one, belongs to. Who counts is decided as for a report; what a report
 * would stop at is listed, all of it. Only settings or a questionnaire that cannot be used, and a folder that is none of a
 * partnership, are a fault.
 */
export async function loadStatus(path: string, world: World): Promise<PartnershipStatus> {
  const faults: Fault[] = []
  const { partnership, isPlanUnusable } = await loadDespitePlan(path, faults)
  const found = readEveryResponse(partnership.folder, partnership)
  refuseNoPartnership(partnership, [
    ...found.responses,
    ...found.strays,
    ...found.faults,
    ...faults,
  ])
  const mixed = listMixed(found.responses)
  const others = new Set(mixed.flatMap((each) => each.others))
  const responseFaults = [...found.faults, ...mixed.map(({ fault }) => fault)]
  const own = found.responses.filter((source) => !others.has(source))
  const loaded = await loadTheirQuestionnaire(own, partnership, world, faults)
  const { questionnaire } = loaded
  await collect(faults, () => resolveLimits({}, partnership, questionnaire))
  const house = await collect(faults, () => loadHouseWords(partnership))
  const { filed, warnings } = await fitEach(own, loaded, responseFaults)
  const asked = await createActiveQuestionFinder(questionnaire)
  const rules = { questionnaire, asked, withUnfinished: false }
  const { counted, leftOut, repeated, notes } = sortOutResponses(filed, rules)
  if (repeated !== null) responseFaults.push(repeated)
  const answered = new Set(counted.map(({ response }) => getPerson(response)))
  const responses = new Map(filed.map(({ response, file }) => [file, response]))
  const isBegun = ({ file, reason }: (typeof leftOut)[number]) => {
    const response = responses.get(file)
    return reason === 'unfinished' && response !== undefined && !answered.has(getPerson(response))
  }
  const begun = leftOut.filter(isBegun).flatMap(({ file }) => responses.get(file) ?? [])
  const partners = countPeople(partnership, {
    counted,
    begun: begun.map((response) => measureProgress(response, questionnaire, asked)),
    leftOut,
  })
  const stage = findCommonStage(counted.map(({ response }) => response))
  const problems = [...listRemarks(faults), ...listResponseRemarks(responseFaults)]
  const lookAlikes =
    listAskedPartners(partnership) === null ? listLookAlikes(partners.map(({ id }) => id)) : []
  const messages = [...warnings, ...notes, ...lookAlikes, ...(house?.notes ?? [])]
  return {
    name: getName(partnership, own),
    questionnaire: pickHead(loaded),
    partners,
    notCounted: leftOut.filter((each) => !isBegun(each)),
    problems,
    strays: found.strays,
    notes: [
      ...partnership.findings.filter(({ file }) => file === partnership.configFile).map(toRemark),
      ...messages.map((message) => ({ file: null, line: null, message, fix: null })),
    ],
    plan: isPlanUnusable
      ? { state: 'unusable', file: partnership.planSource?.file ?? null }
      : await describePlan(partnership, loaded, stage, world),
    next: listNextSteps(partners, problems.length > 0),
  }
}

/** A plan that cannot be used is said, and costs nothing else. */
async function loadDespitePlan(path: string, faults: Fault[]) {
  let isPlanUnusable = false
  const partnership = await loadPartnership(path, undefined, async (folder, config, planPath) => {
    try {
      return await readPlanOrThrow(folder, config, planPath)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(error)
      isPlanUnusable = true
      const plan = await readUsablePlan(folder, config)
      return plan === null ? null : { ...plan, findings: [] }
    }
  })
  return { partnership, isPlanUnusable }
}

function refuseNoPartnership(
  { configFile, planSource, folder }: Partnership,
  found: readonly unknown[],
): void {
  if (configFile !== null || planSource !== null || found.length > 0) return
  throw new Fault({ say: 'no-partnership-here', folder }, { say: 'no-partnership-here-hint' })
}

/** Where the questionnaire that people answered is nowhere, the partnership's own: then none of their responses counts. */
async function loadTheirQuestionnaire(
  own: readonly ResponseSource[],
  partnership: Partnership,
  world: World,
  faults: Fault[],
): Promise<LoadedQuestionnaire> {
  const first = own.find(mayCount) ?? own[0]
  const theirs =
    first === undefined
      ? null
      : await collect(faults, () => loadQuestionnaireFor(first, partnership, undefined, world))
  return theirs ?? loadChosenQuestionnaire(undefined, partnership, world)
}

async function fitEach(
  own: readonly ResponseSource[],
  { questionnaire, hash }: LoadedQuestionnaire,
  faults: Fault[],
) {
  const filed: FiledResponse[] = []
  const all: Message[] = []
  for (const source of own) {
    if (mayCount(source) && source.file.questionnaire.id !== questionnaire.id) continue
    const warnings = mayCount(source) ? all : []
    const response = await collect(faults, () =>
      fitResponseOrThrow(source, questionnaire, hash, warnings),
    )
    if (response !== null) filed.push({ response, file: source.source.file })
  }
  // What somebody answered is nobody's business here, not even where it is no longer asked.
  return { filed, warnings: all.filter((warning) => warning.say !== 'answer-not-asked') }
}

/** Null where it is a fault, which goes to the others. */
async function collect<T>(faults: Fault[], work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    faults.push(error)
    return null
  }
}

function getPerson({ partner, respondent }: Response): string {
  return `${partner}/${respondent.id}`
}

/** How many of the questions that are asked have an entry, whatever its state. */
function measureProgress(
  response: Response,
  questionnaire: LoadedQuestionnaire['questionnaire'],
  finder: ActiveQuestionFinder,
) {
  const asked = finder(response)
  const own = listQuestions(questionnaire).filter(({ id }) => asked.has(id))
  const entries = own.filter(({ id }) => findAnswer({ response, asked }, id) !== null).length
  const { partner, respondent } = response
  return { partner, respondent: respondent.id, entries, questions: own.length }
}

function getName({ plan, config }: Partnership, own: readonly ResponseSource[]): string | null {
  const named = findMostFrequent(own.map(({ file }) => file.partnership))
  return plan?.name ?? config?.partnership ?? named
}

function pickHead({ questionnaire: { id, version, title } }: LoadedQuestionnaire) {
  return { id, version, title }
}

async function describePlan(
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  stage: Parameters<typeof scoreBegunPlan>[2],
  world: World,
): Promise<PlanStatus | null> {
  const file = partnership.planSource?.file
  if (file === undefined) return null
  const { unbegun, held } = await scoreBegunPlan(partnership, loaded, stage, getToday(world), world)
  if (unbegun !== null) return { state: 'not-begun', file }
  if (held === null) return { state: 'not-asked', file }
  const { result } = held.scored
  return {
    state: 'judged',
    file,
    stage: result.stage,
    complete: result.score.value,
    errors: result.errors,
    today: held.today,
  }
}

function listNextSteps(
  partners: readonly PartnerStatus[],
  isSomethingWrong: boolean,
): readonly StatusStep[] {
  const missing = partners.filter(isIncomplete)
  const begun = partners.reduce((sum, partner) => sum + partner.begun.length, 0)
  const isAnyAnswered = partners.some(({ answered }) => answered > 0)
  const steps: StatusStep[] = isSomethingWrong ? [{ do: 'correct' }] : []
  if (missing.length > 0 || partners.length === 0) {
    const who = missing.map(({ id, name, missing: people, missingCodes }) => {
      return { id, name, missing: people, missingCodes }
    })
    steps.push({ do: 'ask', partners: who })
  }
  if (begun > 0) steps.push({ do: 'finish', people: begun })
  if (isAnyAnswered && !isSomethingWrong) {
    steps.push({ do: 'report', isWhole: steps.length === 0 })
  }
  return steps
}

/** Is somebody still to be asked? */
function isIncomplete({ asked, answered, begun, missing }: PartnerStatus): boolean {
  return missing === null ? asked && answered + begun.length === 0 : missing > 0
}
