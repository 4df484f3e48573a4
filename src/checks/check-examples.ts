import { parseDay } from '../expression/language/days.ts'
import { decode } from '../model/decode.ts'
import { createFinding, type Finding, type Path } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import { isMap } from '../model/value.ts'
import { planKinds, type Stage, stages } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import type { CompiledCheck } from './compile-checks.ts'
import { type CheckOutcome, judgePlan } from './judge-plan.ts'
import { findPlanKind } from './severity.ts'

/** Runs the examples of a check; one that asks for today also on the days that they name, so that what is right now stays right. */
export function checkExamples(compiled: CompiledCheck, today: string): readonly Finding[] {
  const { examples } = compiled.check
  const missing = (['good', 'bad'] as const).filter((which) => examples?.[which] === undefined)
  const read = (['good', 'bad'] as const).map((which) => parseExample(which, examples?.[which]))
  const wrong = read.flatMap(({ problems }) => problems)
  const misbehaved = wrong.length > 0 ? [] : checkBehaviour(compiled, today, read)
  return [...(missing.length === 0 ? [] : [createMissingExample(missing)]), ...wrong, ...misbehaved]
}

function createMissingExample(missing: readonly ('good' | 'bad')[]): Finding {
  const [which = 'good', other] = missing
  const id = 'check.no-example'
  if (other !== undefined) return createWarning(id, [], { say: 'examples-missing' }, 'add-examples')
  const message: Message = { say: 'example-missing', which }
  return createWarning(id, ['examples'], message, `add-${which}-example`)
}

function createWarning(
  id: 'check.no-example' | 'check.example',
  path: Path,
  message: Message,
  fix: ExampleFix | Message,
): Finding {
  return createFinding(id, path, message, {
    severity: 'warning',
    fix: typeof fix === 'string' ? { say: fix } : fix,
  })
}

type ExampleFix =
  | 'add-examples'
  | 'add-good-example'
  | 'add-bad-example'
  | 'write-as-in-plan'
  | 'write-what-it-checks'
  | 'fix-assert-or-example'

interface ParsedExample {
  readonly which: 'good' | 'bad'
  readonly plan: Plan | null
  readonly problems: readonly Finding[]
}

function parseExample(which: 'good' | 'bad', written: unknown): ParsedExample {
  if (written === undefined) return { which, plan: null, problems: [] }
  const at = (path: Path, why: Finding['message'], fix: Finding['fix']) =>
    createFinding(
      'check.example',
      ['examples', which, ...path],
      { say: 'example-no-plan', which, why },
      { severity: 'warning', fix: fix ?? { say: 'write-as-in-plan' } },
    )
  if (!isMap(written)) {
    return { which, plan: null, problems: [at([], { say: 'example-no-map' }, null)] }
  }
  const { value, findings } = decode('plan', { accordant: 'plan/1', ...written })
  const problems = findings.map(({ path, message, fix }) => at(path, message, fix))
  return { which, plan: value, problems }
}

function checkBehaviour(
  compiled: CompiledCheck,
  today: string,
  examples: readonly ParsedExample[],
): readonly Finding[] {
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
): readonly Finding[] {
  if (plan === null) return []
  const outcome = findOutcome(compiled, plan, today)
  const at = (message: Message, fix: ExampleFix) => [
    createWarning('check.example', ['examples', which], message, fix),
  ]
  if (outcome === null) return []
  const { visits, findings, faults } = outcome
  const [fault] = faults
  if (fault !== undefined) {
    return at({ say: 'example-not-judged', which, why: fault.message }, 'fix-assert-or-example')
  }
  if (visits === 0) {
    const say = compiled.check.for === undefined ? 'example-not-when' : 'example-not-visited'
    return at({ say, which }, 'write-what-it-checks')
  }
  const [found] = findings
  if (which === 'good' && found !== undefined) {
    return at({ say: 'good-example-fails', found: found.message }, 'fix-assert-or-example')
  }
  if (which === 'bad' && found === undefined) {
    return at({ say: 'bad-example-passes' }, 'fix-assert-or-example')
  }
  return []
}

/** At the stage and of the kind of the example, or at the first stage, and of the first kind, for which the check is not off. */
function findOutcome(compiled: CompiledCheck, plan: Plan, today: string): CheckOutcome | null {
  const tried: readonly Stage[] = plan.stage === undefined ? ['agreed', ...stages] : [plan.stage]
  const kinds =
    plan.kind === undefined
      ? [findPlanKind(plan, plan.stage ?? 'agreed'), ...planKinds]
      : [plan.kind]
  for (const kind of kinds) {
    for (const otherwise of tried) {
      const own = { plan: { ...plan, kind }, today, otherwise }
      const [outcome] = judgePlan([compiled], own).outcomes
      if (outcome !== undefined) return outcome
    }
  }
  return null
}
