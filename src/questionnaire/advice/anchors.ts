import type { Message } from '../../words/message.ts'
import type { PartOrigin, SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice, listAnchors } from './advice-input.ts'

/** A value without words means something different to everybody: both ends of a rating need words, and the middle helps. */
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
    message: Message,
    fix: Message,
    severity: 'warning' | 'info',
  ) => createAdvice(origin, path, { id: 'question.anchors', message, fix, severity })
  const ends = ([1, 5] as const)
    .filter((value) => written[value] === undefined)
    .map((value) =>
      at(
        ['anchors'],
        { say: 'anchor-of-end-missing', value, end: value === 1 ? 'lowest' : 'highest' },
        { say: 'anchor-of-end-fix', value },
        'warning',
      ),
    )
  const middle =
    ends.length === 0 && written[3] === undefined
      ? [
          at(
            ['anchors'],
            { say: 'anchor-of-middle-missing' },
            { say: 'anchor-of-middle-fix' },
            'info',
          ),
        ]
      : []
  const seen = new Map<string, string>()
  const doubles = listAnchors(file).flatMap(([value, text]) => {
    const key = text.trim().toLowerCase()
    const other = seen.get(key)
    seen.set(key, other ?? value)
    if (other === undefined) return []
    const message = { say: 'anchors-alike', first: other, second: value } as const
    return [at(['anchors', value], message, { say: 'alike-fix' }, 'warning')]
  })
  return [...ends, ...middle, ...doubles]
}

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
      message: { say: 'scale-of-numbers' },
      fix: { say: 'scale-of-numbers-fix' },
    }),
  ]
}
