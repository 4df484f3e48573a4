import { join } from 'node:path'
import { takeLock } from '../files/lock.ts'
import { exists } from '../files/search.ts'
import { writeWhole } from '../files/write-whole.ts'
import { type ExitCode, exitCode } from '../model/fault.ts'
import { planGuide } from '../model/plan-guide.ts'
import { questionsOf } from '../model/questionnaire.ts'
import { isMap } from '../model/value.ts'
import { visible, visibleLine } from '../model/visible.ts'
import { type Filled, fillPlan, memory } from '../questionnaire/fills/fill.ts'
import { namedIn } from '../questionnaire/fills/names.ts'
import { wantedBy } from '../questionnaire/fills/wanted.ts'
import { newYaml } from '../reading/edit.ts'
import { editPlan, newPlan } from '../reading/edit-plan.ts'
import type { Assessment } from './assessment.ts'
import type { Io } from './io.ts'
import type { Partnership } from './load/partnership.ts'
import { findingsText } from './say.ts'
import { isMarkdown, readAs, readSource } from './source.ts'

/**
 * Puts what people answered in the partnership's plan, where the questionnaire says so. What a person changed by hand stays.
 * A plan in Markdown is never edited: the text to paste goes to standard output.
 */
export function fillFromAnswers(
  assessment: Assessment,
  partnership: Partnership,
  io: Io,
): ExitCode {
  const { questionnaire, result, minGroup } = assessment
  if (questionsOf(questionnaire).every(({ fills }) => fills === null)) return exitCode.fine
  if (result.hidden !== undefined || minGroup > 1) {
    io.stderr.write('Single answers are not to be seen, so nothing is filled in the plan\n')
    return exitCode.fine
  }
  const file = partnership.planSource?.file ?? join(partnership.folder, 'plan.yaml')
  const lock = takeLock(file)
  try {
    return exists(file) ? fillThere(file, assessment, io) : fillNew(file, assessment, io)
  } finally {
    lock.release()
  }
}

function fillThere(file: string, assessment: Assessment, io: Io): ExitCode {
  const source = readSource(file)
  readAs('plan', source)
  const plan = isMap(source.document.value) ? source.document.value : {}
  const filled = filledBy(plan, assessment)
  if (isMarkdown(file)) return toPaste(file, filled, io)
  if (filled.edits.length > 0) {
    writeWhole(file, editPlan(source.document.text, filled.edits, filled.plan))
  }
  tell(file, filled, io)
  return exitCode.fine
}

function fillNew(file: string, assessment: Assessment, io: Io): ExitCode {
  const begun = { accordant: 'plan/1', name: assessment.result.partnership, stage: 'exploring' }
  const filled = filledBy(begun, assessment)
  if (filled.places.length === 0) return exitCode.fine
  writeWhole(file, newPlan(inOrder(filled.plan)))
  tell(file, filled, io)
  return exitCode.fine
}

function filledBy(
  plan: Readonly<Record<string, unknown>>,
  { questionnaire, responses }: Assessment,
): Filled {
  const { wanted, clashes } = wantedBy(questionnaire, responses, namedIn(plan.partners))
  return fillPlan(plan, wanted, clashes)
}

/** The sections as every plan has them, then what is free. */
function inOrder(plan: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { [memory]: remembered, ...others } = plan
  const known = Object.keys(planGuide).filter((key) => Object.hasOwn(others, key))
  const free = Object.keys(others).filter((key) => !known.includes(key))
  const entries = [...known, ...free].map((key) => [key, others[key]] as const)
  return { ...Object.fromEntries(entries), [memory]: remembered }
}

function tell(file: string, { places, findings }: Filled, io: Io): void {
  const shown = visibleLine(file)
  const { document } = readSource(file)
  io.stderr.write(findingsText(findings.map((finding) => document.place(finding))))
  io.stderr.write(
    places.length === 0
      ? `The plan ${shown} has all of it already\n`
      : `Filled in ${filledIn(places)} of the plan ${shown}\n`,
  )
  io.stderr.write(`See what to write next with: accordant check ${shown}\n`)
}

/** What the answers would change, as the front matter has it. */
function toPaste(file: string, { places, plan }: Filled, io: Io): ExitCode {
  if (places.length === 0) return exitCode.fine
  const sections = new Set(places.map((place) => place.split(/[.[]/)[0] ?? place))
  const changed = Object.entries(inOrder(plan)).filter(([key]) => sections.has(key))
  io.stdout.write(visible(newYaml(Object.fromEntries(changed))))
  io.stderr.write(
    `${visibleLine(file)} is in Markdown and is not edited; paste the above between its first lines "---", in place of what it says there of: ${[...sections].join(', ')}\n`,
  )
  return exitCode.wrongInput
}

const mostNamed = 4

function filledIn(places: readonly string[]): string {
  const named = places.map((place) => `"${visibleLine(place)}"`).join(', ')
  return places.length > mostNamed ? `${places.length} places` : named
}
