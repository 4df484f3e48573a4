import { parseDay } from '../expression/language/days.ts'
import { decode } from '../model/decode.ts'
import type { Path } from '../model/finding.ts'
import { toInterimText } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import { isMap } from '../model/value.ts'
import { type Stage, stages } from '../model/vocabulary.ts'
import type { CompiledCheck } from './compile-checks.ts'
import { type CheckOutcome, judgePlan } from './judge-plan.ts'

/** Something about the examples of a check, by path in the check. */
export interface ExampleIssue {
  readonly id: 'check.no-example' | 'check.example'
  readonly path: Path
  readonly message: string
  readonly fix: string
}

/**
 * Runs the examples of a check: the good one has to pass and the bad one to be found. A check that asks for today is tried on
 * the days that the examples speak of too, so that what is right now stays right.
 */
export function checkExamples(compiled: CompiledCheck, today: string): readonly ExampleIssue[] {
  const { examples } = compiled.check
  const missing = (['good', 'bad'] as const).filter((which) => examples?.[which] === undefined)
  const read = (['good', 'bad'] as const).map((which) => parseExample(which, examples?.[which]))
  const wrong = read.flatMap(({ problems }) => problems)
  const misbehaved = wrong.length > 0 ? [] : checkBehaviour(compiled, today, read)
  return [
    ...(missing.length === 0 ? [] : [createMissingExampleIssue(missing)]),
    ...wrong,
    ...misbehaved,
  ]
}

function createMissingExampleIssue(missing: readonly string[]): ExampleIssue {
  const both = missing.length === 2
  return {
    id: 'check.no-example',
    path: both ? [] : ['examples'],
    message: both
      ? 'The check has no examples: nobody can see what it lets pass and what it finds'
      : `The check has no ${missing[0]} example`,
    fix: both
      ? 'Write "examples" with a piece of a plan that is "good", and one that is "bad"'
      : `Write a piece of a plan that ${missing[0] === 'good' ? 'passes' : 'it finds fault with'}`,
  }
}

interface ParsedExample {
  readonly which: 'good' | 'bad'
  readonly plan: Plan | null
  readonly problems: readonly ExampleIssue[]
}

function parseExample(which: 'good' | 'bad', written: unknown): ParsedExample {
  if (written === undefined) return { which, plan: null, problems: [] }
  const at = (path: Path, message: string, fix: string | null) => ({
    id: 'check.example' as const,
    path: ['examples', which, ...path],
    message: `The ${which} example is no piece of a plan: ${message}`,
    fix: fix ?? 'Write it as it would stand in a plan',
  })
  if (!isMap(written))
    return { which, plan: null, problems: [at([], 'expected a map of sections', null)] }
  const { value, findings } = decode('plan', { accordant: 'plan/1', ...written })
  const problems = findings.map(({ path, message, fix }) =>
    at(path, toInterimText(message), fix === null ? null : toInterimText(fix)),
  )
  return { which, plan: value, problems }
}

function checkBehaviour(
  compiled: CompiledCheck,
  today: string,
  examples: readonly ParsedExample[],
): readonly ExampleIssue[] {
  const days = compiled.usesToday ? [today, ...listDaysAround(compiled.check.examples)] : [today]
  const byDay = days.map((day) =>
    examples.flatMap((example) => checkExample(compiled, day, example)),
  )
  return byDay.find((problems) => problems.length === 0) ?? byDay[0] ?? []
}

/** The days in a text, with the day before and the day after each. */
function listDaysAround(examples: unknown = {}): readonly string[] {
  const named = new Set(JSON.stringify(examples).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [])
  return [...named].flatMap((day) => {
    const time = Date.parse(`${day}T00:00:00Z`)
    if (Number.isNaN(time)) return []
    // The day after the last day that dates go to is none.
    return [-1, 0, 1]
      .map((days) => new Date(time + days * 86_400_000).toISOString().slice(0, 10))
      .filter((each) => parseDay(each) !== null)
  })
}

function checkExample(
  compiled: CompiledCheck,
  today: string,
  { which, plan }: ParsedExample,
): readonly ExampleIssue[] {
  if (plan === null) return []
  const outcome = findOutcome(compiled, plan, today)
  const at = (message: string, fix: string) => [
    { id: 'check.example' as const, path: ['examples', which], message, fix },
  ]
  if (outcome === null) return []
  const { visits, findings, faults } = outcome
  const [fault] = faults
  if (fault !== undefined) {
    return at(`The check cannot be judged on its ${which} example: ${fault.message}`, eitherFix)
  }
  if (visits === 0) {
    const why = compiled.check.for === undefined ? '"when" does not hold' : 'it visits nothing'
    return at(`The check does not look at its ${which} example: ${why}`, 'Write what it looks at')
  }
  const [found] = findings
  if (which === 'good' && found !== undefined) {
    return at(`The check finds fault with its good example: "${found.message}"`, eitherFix)
  }
  if (which === 'bad' && found === undefined) {
    return at('The check lets its bad example pass', eitherFix)
  }
  return []
}

const eitherFix = 'Mend "assert" or the example, whichever is wrong'

/** At the stage of the example, or at the first at which the check is not off. */
function findOutcome(compiled: CompiledCheck, plan: Plan, today: string): CheckOutcome | null {
  const tried: readonly Stage[] = plan.stage === undefined ? ['agreed', ...stages] : [plan.stage]
  for (const otherwise of tried) {
    const [outcome] = judgePlan([compiled], { plan, today, otherwise }).outcomes
    if (outcome !== undefined) return outcome
  }
  return null
}
