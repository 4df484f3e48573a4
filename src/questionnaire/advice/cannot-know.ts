import type { SourcedFinding } from '../sourced-finding.ts'
import {
  type AdvisedQuestion,
  clipLongText,
  createAdvice,
  getMatchSpan,
  listWordings,
} from './advice-input.ts'

/**
 * A question or answer about what others think, feel or keep to themselves: whoever answers can only guess. What they said, or were
 * asked, is known.
 */
export function checkCannotKnow(question: AdvisedQuestion): readonly SourcedFinding[] {
  const { file, origin } = question
  return listWordings(question).flatMap(({ text, path }) => {
    if (path[0] === 'choices' && question.question.dimension === null) return []
    const isStem = path[0] === 'ask'
    if (!isStem && aboutOwnPeople.test(file.ask) && /^they\b/i.test(text)) return []
    const match = findInnerMatter(clipLongText(text), isStem)
    if (match === null) return []
    return [
      createAdvice(origin, path, {
        id: 'question.cannot-know',
        message: { say: 'cannot-know', text: match[0].replaceAll(/\s+/g, ' ') },
        fix: { say: 'cannot-know-fix' },
        within: getMatchSpan(match),
      }),
    ]
  })
}

function findInnerMatter(text: string, isStem: boolean): RegExpExecArray | null {
  for (const pattern of isStem ? [...anywhere, ...inStems] : anywhere) {
    const match = pattern.exec(text)
    if (match !== null && !wasSaid.test(text.slice(0, match.index))) return match
  }
  return null
}

/** "They" in an answer are then people of one's own side, whom one can ask. */
const aboutOwnPeople = /\bour (?:own )?(?:people|leaders|managers|staff|side|teams?)\b/i

/** After these, what others think is what they say. */
const wasSaid =
  /\b(?:ask|asks|asked|tell|tells|told|say|says|said|hear|hears|heard|explain|explains|explained|write|writes|wrote|show|shows|showed)\b/i

const others =
  "(?:the partners|the (?:other )?partner|the others|the other (?:side|partners?)|each (?:of them|one|partner|side)|every partner|both (?:partners|sides)|(?:people|everybody|everyone) (?:at|of) (?:the other|each|every) partner|(?:their|the other partner['’]s) (?:people|leaders|staff))"
const anybodyElse = `(?:they|each|${others})`
/** "Thinks it through" is something that people do. */
const think =
  '(?:thinks? (?:of|about|that|we|they|it is|highly|well|badly)|feels?|believes?|trusts?|fears?|doubts?|suspects?|guess(?:es)? (?:at|what|that|how|who|when)|resents?|hopes?|regrets?|secretly [a-z]+)'
const adverb = "(?:(?:do|does|did)(?: not|n['’]t)? |really |truly |still |secretly |only )*"

const anywhere: readonly RegExp[] = [
  /\bkeeps? (?:it |them |this |that )?to (?:itself|themselves|himself|herself)\b/i,
  /\bin (?:its|their) (?:own )?(?:heads?|minds?|hearts?)\b/i,
  new RegExp(`\\b${anybodyElse} ${adverb}${think}\\b`, 'i'),
  /\b(?:each|each one|every one|each partner|every partner|both) (?:has|have|knows?) (?:worked out |only )?(?:its|their) own\b(?! (?:people|list|contact|part)\b)/i,
  /\b(?:each|every|all|most|two|some) of us (?:[a-z]+ )?(?:would )?(?:give|gives|answer|answers|say|says|think|thinks)\b.*\b(?:same|different|differently|alike)\b/i,
  /\bthe (?:rest|others) (?:only )?(?:guess|suspect|assume|wonder)\b/i,
  /\b(?:nobody|everybody|everyone) (?:at|of) (?:the other|each|every|any) partner (?:knows|thinks|believes|feels|trusts)\b/i,
]

const inStems: readonly RegExp[] = [
  new RegExp(
    `\\b(?:do|does|did) ${anybodyElse} (?:really |truly |still |secretly |honestly )?(?:think|feel|believe|trust|fear|doubt)\\b(?!.* (?:through|over)\\b)`,
    'i',
  ),
  new RegExp(`\\bwhat (?:do|does) ${anybodyElse} know\\b`, 'i'),
  new RegExp(
    `\\bhow (?:satisfied|happy|content|motivated|committed|loyal|sure|worried|proud) (?:is|are) (?:they|${others})\\b`,
    'i',
  ),
]
