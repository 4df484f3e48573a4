import { roundToFifteenDigits } from '../../model/decimals.ts'
import { Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import type { Result, ScoredResult } from '../../model/result.ts'
import { type Assumptions, applyAssumptions, parseAssumptions } from '../../questionnaire/assume.ts'
import { type ScoringInput, scoreResponses } from '../../scoring/score-responses.ts'

interface Hypothesis {
  readonly responses: readonly Response[]
  /** With `whatIf`, and limits applied to the new figures. */
  readonly result: Result
}

/**
 * The figures as they would be if everybody had answered so, in every place where there is an answer or one is open. Which
 * questions are asked is decided again.
 */
export function scoreWhatIf(
  texts: readonly string[],
  input: ScoringInput,
  actual: Result,
): Hypothesis {
  const read = parseAssumptions(input.questionnaire, texts)
  if ('problem' in read) {
    throw new Fault(
      { say: 'assumption-refused', problem: read.problem },
      { say: 'assumption-refused-hint' },
    )
  }
  const responses = input.responses.map((response) => applyAssumptions(response, read.assumed))
  refuseToUncover(responses, [...read.assumed.keys()], input, actual)
  const idle = listIdleAssumptions(responses, read.assumed, input)
  const warnings = [
    ...input.warnings,
    ...idle.map((id) => ({ say: 'assumption-idle', id }) as const),
  ]
  const result = scoreResponses({ ...input, responses, warnings })
  const assumed = Object.fromEntries(
    [...read.assumed].map(([id, value]) => [id, Array.isArray(value) ? value.join(', ') : value]),
  ) as NonNullable<ScoredResult['whatIf']>
  if (result.hidden !== undefined || actual.hidden !== undefined) throw createHiddenFault(input)
  const { score, verdict, path } = actual
  const asAnswered = { score, level: verdict.level, path }
  return {
    responses,
    result: roundToFifteenDigits({ ...result, whatIf: assumed, asAnswered }),
  }
}

/** Whole groups are hidden: one is too small, or enough people are there and too few of them answered. */
function createHiddenFault({ responses, minGroup }: ScoringInput): Fault {
  const partners = responses.map(({ partner }) => partner)
  const isSmall = partners.some(
    (partner) => partners.filter((each) => each === partner).length < minGroup,
  )
  return new Fault(
    { say: 'what-if-hidden' },
    { say: isSmall ? 'what-if-hidden-hint' : 'what-if-few-answered-hint' },
  )
}

/** Set against each other, figures with and without an assumption could show what a few people answered. */
function refuseToUncover(
  responses: readonly Response[],
  assumed: readonly string[],
  input: ScoringInput,
  actual: Result,
): void {
  const { minGroup, asked, responses: before } = input
  if (actual.hidden !== undefined) throw createHiddenFault(input)
  if (minGroup <= 1) return
  const withheld = actual.questions.find(
    ({ id, partners }) =>
      assumed.includes(id) && partners.some(({ answered }) => answered === null),
  )
  if (withheld !== undefined) {
    throw new Fault({ say: 'what-if-withheld', id: withheld.id }, { say: 'what-if-withheld-hint' })
  }
  const changed = responses.some((response, index) => {
    const own = before[index]
    return own !== undefined && !isSame(asked(response), asked(own))
  })
  if (changed) {
    throw new Fault({ say: 'what-if-uncovers' }, { say: 'what-if-uncovers-hint' })
  }
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

function listIdleAssumptions(
  responses: readonly Response[],
  assumed: Assumptions,
  { asked }: ScoringInput,
): readonly string[] {
  const counts = responses.map((response) => ({ response, ids: asked(response) }))
  return [...assumed.keys()].filter((id) =>
    counts.every(
      ({ response, ids }) => !ids.has(id) || response.answers.get(id)?.state !== 'answered',
    ),
  )
}
