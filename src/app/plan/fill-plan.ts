import { join } from 'node:path'
import { takeLock } from '../../files/lock.ts'
import { exists } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import { isMap } from '../../model/value.ts'
import { type FilledPlan, filledKey, fillPlan } from '../../questionnaire/fills/fill.ts'
import { listPeopleOrPartners } from '../../questionnaire/fills/names.ts'
import { buildPlanFills } from '../../questionnaire/fills/plan-fills.ts'
import { writeYaml } from '../../reading/edit.ts'
import { editPlan, writeNewPlan } from '../../reading/edit-plan.ts'
import { planGuide } from '../../words/en/plan-guide.ts'
import type { Message, Say } from '../../words/message.ts'
import type { Partnership } from '../load/partnership.ts'
import { readAs, readNamedSource, readSource } from '../load/source.ts'
import type { Assessment } from '../score/assessment.ts'

/** What became of the plan that was to be filled in. */
interface PlanFillResult {
  /** What a person has to look at, in the plan as it is now. */
  readonly findings: readonly PlacedFinding[]
  readonly notes: readonly Message[]
  /** Text that a person has to paste; null where there is none, or the plan has it now. */
  readonly toPaste: string | null
}

const untouched: PlanFillResult = { findings: [], notes: [], toPaste: null }

/**
 * Puts what people answered in the partnership's plan, where the questionnaire says so. What a person changed by hand stays.
 * A plan in Markdown is never edited: the text to paste is returned instead.
 */
export async function fillPlanFromAnswers(
  assessment: Assessment,
  partnership: Partnership,
  say: Say,
): Promise<PlanFillResult> {
  const { questionnaire, result, minGroup } = assessment
  if (listQuestions(questionnaire).every(({ fills }) => fills === null)) return untouched
  if (result.hidden !== undefined || minGroup > 1) {
    return { ...untouched, notes: [{ say: 'plan-answers-hidden' }] }
  }
  const file = partnership.planSource?.file ?? join(partnership.folder, 'plan.yaml')
  const lock = takeLock(file)
  try {
    return exists(file)
      ? await fillExistingPlan(file, assessment, say)
      : fillNewPlan(file, assessment, say)
  } finally {
    lock.release()
  }
}

async function fillExistingPlan(
  file: string,
  assessment: Assessment,
  say: Say,
): Promise<PlanFillResult> {
  const source = await readNamedSource(file)
  readAs('plan', source)
  const plan = isMap(source.document.value) ? source.document.value : {}
  const filled = fillWithAnswers(plan, assessment)
  if (source.document.prose !== null) return extractSectionsToPaste(file, filled)
  if (filled.edits.length > 0) {
    writeWhole(file, editPlan(source.document.text, filled.edits, filled.plan, say))
  }
  return describeFilled(file, filled)
}

function fillNewPlan(file: string, assessment: Assessment, say: Say): PlanFillResult {
  const begun = { accordant: 'plan/1', name: assessment.result.partnership, stage: 'exploring' }
  const filled = fillWithAnswers(begun, assessment)
  if (filled.places.length === 0) return untouched
  writeWhole(file, writeNewPlan(sortSections(filled.plan), say))
  return describeFilled(file, filled)
}

function fillWithAnswers(
  plan: Readonly<Record<string, unknown>>,
  { questionnaire, responses }: Assessment,
): FilledPlan {
  const { wanted, clashes } = buildPlanFills(
    questionnaire,
    responses,
    listPeopleOrPartners(plan.partners),
  )
  return fillPlan(plan, wanted, clashes)
}

/** The sections as every plan has them, then what is free. */
function sortSections(plan: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { [filledKey]: remembered, ...others } = plan
  const known = Object.keys(planGuide).filter((key) => Object.hasOwn(others, key))
  const free = Object.keys(others).filter((key) => !known.includes(key))
  const entries = [...known, ...free].map((key) => [key, others[key]] as const)
  return { ...Object.fromEntries(entries), [filledKey]: remembered }
}

function describeFilled(file: string, { places, findings }: FilledPlan): PlanFillResult {
  const { document } = readSource(file)
  return {
    findings: findings.map((finding) => document.place(finding)),
    notes: [
      places.length === 0
        ? { say: 'plan-up-to-date', file }
        : { say: 'plan-filled-in', file, places },
      { say: 'plan-check-next', file },
    ],
    toPaste: null,
  }
}

/** What the answers would change, as the front matter has it. */
function extractSectionsToPaste(file: string, { places, plan }: FilledPlan): PlanFillResult {
  if (places.length === 0) return untouched
  const sections = new Set(places.map((place) => place.split(/[.[]/)[0] ?? place))
  const changed = Object.entries(sortSections(plan)).filter(([key]) => sections.has(key))
  return {
    findings: [],
    notes: [{ say: 'plan-sections-to-paste', file, sections: [...sections] }],
    toPaste: writeYaml(Object.fromEntries(changed)),
  }
}
