import { join } from 'node:path'
import { formatPlacedFindings } from '../../cli/fault-text.ts'
import type { Io } from '../../cli/io.ts'
import { takeLock } from '../../files/lock.ts'
import { exists } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes } from '../../model/fault.ts'
import { planGuide } from '../../model/plan-guide.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import { isMap } from '../../model/value.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { type FilledPlan, filledKey, fillPlan } from '../../questionnaire/fills/fill.ts'
import { listPeopleOrPartners } from '../../questionnaire/fills/names.ts'
import { buildPlanFills } from '../../questionnaire/fills/plan-fills.ts'
import { writeYaml } from '../../reading/edit.ts'
import { editPlan, writeNewPlan } from '../../reading/edit-plan.ts'
import type { Partnership } from '../load/partnership.ts'
import { isMarkdown, readAs, readSource } from '../load/source.ts'
import type { Assessment } from '../score/assessment.ts'

/**
 * Puts what people answered in the partnership's plan, where the questionnaire says so. What a person changed by hand stays.
 * A plan in Markdown is never edited: the text to paste goes to standard output.
 */
export function fillPlanFromAnswers(
  assessment: Assessment,
  partnership: Partnership,
  io: Io,
): ExitCode {
  const { questionnaire, result, minGroup } = assessment
  if (listQuestions(questionnaire).every(({ fills }) => fills === null)) return exitCodes.fine
  if (result.hidden !== undefined || minGroup > 1) {
    io.stderr.write('Single answers are not to be seen, so nothing is filled in the plan\n')
    return exitCodes.fine
  }
  const file = partnership.planSource?.file ?? join(partnership.folder, 'plan.yaml')
  const lock = takeLock(file)
  try {
    return exists(file) ? fillExistingPlan(file, assessment, io) : fillNewPlan(file, assessment, io)
  } finally {
    lock.release()
  }
}

function fillExistingPlan(file: string, assessment: Assessment, io: Io): ExitCode {
  const source = readSource(file)
  readAs('plan', source)
  const plan = isMap(source.document.value) ? source.document.value : {}
  const filled = fillWithAnswers(plan, assessment)
  if (isMarkdown(file)) return writeSectionsToPaste(file, filled, io)
  if (filled.edits.length > 0) {
    writeWhole(file, editPlan(source.document.text, filled.edits, filled.plan))
  }
  writeFillSummary(file, filled, io)
  return exitCodes.fine
}

function fillNewPlan(file: string, assessment: Assessment, io: Io): ExitCode {
  const begun = { accordant: 'plan/1', name: assessment.result.partnership, stage: 'exploring' }
  const filled = fillWithAnswers(begun, assessment)
  if (filled.places.length === 0) return exitCodes.fine
  writeWhole(file, writeNewPlan(sortSections(filled.plan)))
  writeFillSummary(file, filled, io)
  return exitCodes.fine
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

function writeFillSummary(file: string, { places, findings }: FilledPlan, io: Io): void {
  const shown = makeVisibleLine(file)
  const { document } = readSource(file)
  io.stderr.write(formatPlacedFindings(findings.map((finding) => document.place(finding))))
  io.stderr.write(
    places.length === 0
      ? `The plan ${shown} has all of it already\n`
      : `Filled in ${formatPlaces(places)} of the plan ${shown}\n`,
  )
  io.stderr.write(`See what to write next with: accordant check ${shown}\n`)
}

/** What the answers would change, as the front matter has it. */
function writeSectionsToPaste(file: string, { places, plan }: FilledPlan, io: Io): ExitCode {
  if (places.length === 0) return exitCodes.fine
  const sections = new Set(places.map((place) => place.split(/[.[]/)[0] ?? place))
  const changed = Object.entries(sortSections(plan)).filter(([key]) => sections.has(key))
  io.stdout.write(makeVisible(writeYaml(Object.fromEntries(changed))))
  io.stderr.write(
    `${makeVisibleLine(file)} is in Markdown and is not edited; paste the above between its first lines "---", in place of what it says there of: ${[...sections].join(', ')}\n`,
  )
  return exitCodes.wrongInput
}

const maxNamedPlaces = 4

function formatPlaces(places: readonly string[]): string {
  const named = places.map((place) => `"${makeVisibleLine(place)}"`).join(', ')
  return places.length > maxNamedPlaces ? `${places.length} places` : named
}
