import type { PartOrigin, SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice, listAnchors } from './advice-input.ts'

/** A value without words means something else to everybody: both ends of a rating need theirs, and the middle helps. */
export function checkAnchors({
  file,
  question,
  origin,
}: AdvisedQuestion): readonly SourcedFinding[] {
  if (file.type !== 'rating') return []
  if (file.anchors === undefined) return checkBareScale(question, origin)
  const { anchors: written } = file
  const at = (
    path: readonly string[],
    message: string,
    fix: string,
    severity: 'warning' | 'info',
  ) => createAdvice(origin, path, { id: 'question.anchors', message, fix, severity })
  const ends = ([1, 5] as const)
    .filter((value) => written[value] === undefined)
    .map((value) =>
      at(
        ['anchors'],
        `Nothing says what ${value}, the ${value === 1 ? 'lowest' : 'highest'} value, looks like`,
        `Write an anchor for ${value}: what people do there, in words that can be seen`,
        'warning',
      ),
    )
  const middle =
    ends.length === 0 && written[3] === undefined
      ? [at(['anchors'], 'Nothing says what 3, the middle, looks like', middleFix, 'info')]
      : []
  const seen = new Map<string, string>()
  const doubles = listAnchors(file).flatMap(([value, text]) => {
    const key = text.trim().toLowerCase()
    const other = seen.get(key)
    seen.set(key, other ?? value)
    if (other === undefined) return []
    const message = `The anchors of ${other} and ${value} say the same`
    return [at(['anchors', value], message, 'Say what sets one apart from the other', 'warning')]
  })
  return [...ends, ...middle, ...doubles]
}

const middleFix = 'Write an anchor for 3, so that people who stand between the ends agree on it'

/** A scale whose values are named by numbers again. */
function checkBareScale(
  { form }: AdvisedQuestion['question'],
  origin: PartOrigin,
): readonly SourcedFinding[] {
  const labels = form.type === 'rating' ? form.values.map(({ label }) => label ?? '') : []
  if (labels.length === 0 || !labels.every((label) => /^[\d.,% ]+$/.test(label))) return []
  return [
    createAdvice(origin, ['scale'], {
      id: 'question.anchors',
      message: 'The scale has numbers where words should say what they look like',
      fix: 'Put words into the scale, or give this question anchors of its own',
    }),
  ]
}
