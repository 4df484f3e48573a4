import type { SourcedFinding } from '../sourced-finding.ts'
import {
  type AdvisedQuestion,
  clipLongText,
  createAdvice,
  getMatchSpan,
  listWordings,
  type Wording,
} from './advice-input.ts'

/**
 * Two ideas in one anchor or scored choice: whoever does one of them only has no true answer. An "and" between things ("who and
 * when"), a part that only adds to an anchor below ("a list", "a list, with dates"), and two anchors that differ by their second
 * part alone ("late, without warning", "late, and they warn us") are left alone.
 */
export function checkAnchorTwoIdeas(question: AdvisedQuestion): readonly SourcedFinding[] {
  const { file, origin } = question
  if (file.type !== 'rating' && question.question.dimension === null) return []
  const answers = listWordings(question).filter(({ path }) => path[0] !== 'ask')
  return answers.flatMap((answer) => {
    const match = findSecondIdea(answer, answers)
    if (match === null) return []
    return [
      createAdvice(origin, answer.path, {
        id: 'question.anchor-two-ideas',
        message: { say: 'anchor-two-ideas', text: match[0].replaceAll(/\s+/g, ' ').trim() },
        fix: { say: 'anchor-two-ideas-fix' },
        within: getMatchSpan(match),
      }),
    ]
  })
}

function findSecondIdea(answer: Wording, answers: readonly Wording[]): RegExpExecArray | null {
  const text = clipLongText(answer.text)
  const others = answers
    .filter((other) => other !== answer)
    .map((other) => clipLongText(other.text))
  for (const pattern of certainPatterns) {
    const match = pattern.exec(text)
    if (match !== null && !isContrast(text, match, others)) return match
  }
  const added = addedWith.exec(text)
  if (added === null) return null
  const head = text.slice(0, added.index)
  return degree.test(head) && !others.some((other) => startsAlike(other, head)) ? added : null
}

/** Another answer has the same first part and a second of its own, and a no in one of the two second parts sets them apart. */
function isContrast(text: string, match: RegExpExecArray, others: readonly string[]): boolean {
  const head = text.slice(0, match.index)
  const second = text.slice(match.index)
  return others.some((other) => {
    const otherSecond = other.slice(head.length)
    return (
      startsAlike(other, head) && /^\W/.test(otherSecond) && no.test(`${second} ${otherSecond}`)
    )
  })
}

function startsAlike(text: string, head: string): boolean {
  return head.length > 0 && text.toLowerCase().startsWith(head.toLowerCase())
}

const no = /\b(?:without|not|no|never|nobody|nothing|none|cannot|little|[a-z]+n['’]t)\b/i

const finite =
  'is|are|was|were|has|have|had|will|may|can|must|does|do|did|went|goes|stands?|says?|tells?|knows?|uses?|keeps?|follows?|confirms?|agrees?|[a-z]{2,}ed'
const subject = `(?:we|they|you|it|each|both|everybody|everyone|someone|somebody|(?:(?:our|their|a|an|the) (?:other )?[a-z]+|people|partners|leaders)(?=(?: (?!to\\b)[a-z]+){0,3} (?:${finite})\\b))`

/** Verbs, as they stand after "and" without a subject. */
const verbs = [
  'add|adjust|agree|allow|apply|approve|ask|begin|bring|build|choose|come|compare|complain|decide|deliver|discuss|divide|do|draw|explain|find|finish|fix|follow|give|go',
  'grumble|hold|improve|inform|invite|join|judge|keep|know|learn|leave|let|listen|look|make|measure|meet|move|pay|practise|prepare|propose|put|raise|read|remind|remove|repeat|reply',
  'say|see|send|settle|share|sit|solve|speak|take|teach|tell|thank|train|treat|try|understand|use|wait|warn|weigh|write',
].join('|')
const pastVerbs = [
  'began|brought|built|called|chose|came|drew|explained|found|gave|held|kept|knew|learnt|learned|left|let|made|met|paid|said|saw|sent|settled|shared|showed|spoke|stopped|taught|told|took|tried|went|wrote',
  'acted|added|adjusted|agreed|answered|approved|asked|changed|checked|compared|decided|delivered|discussed|fixed|helped|improved|informed|listed|looked|measured|named|noted|offered|planned|prepared|proposed|raised|removed|repeated|reported|reviewed|solved|started|tested|trained|used|warned|tries|replies',
].join('|')
/** Words that may be things as well: they are verbs where an object or an adverb comes next. */
const nounVerbs =
  'act|answer|call|change|check|help|list|name|note|offer|plan|practice|report|review|set|show|start|stop|support|talk|test|track|visit|watch|work'
const object =
  '(?:the|a|an|any|all|our|their|its|his|her|it|them|us|others|another|each|every|one|that|those|this|what|how|who|when|where|whether|if|later|again|together|with (?:it|them|us))'
const auxiliary = '(?:may|can|must|will|are|is|have|has) [a-z]+'
const verb = `(?:(?:also|always|never|often|soon|later) )?(?:(?:${verbs})(?:e?s)?|${pastVerbs}|${auxiliary}|(?:${nounVerbs})(?:e?s)?(?= ${object}\\b))`
/** Second parts that only say that nothing more came of the first one, or that it was heard. */
const nothingMore =
  '(?!(?:left it|let it|leave it|leaves it|let them rest|(?:they|it|both|everybody|each) (?:have |has )?(?:agreed|accepted|confirmed)|came to nothing|carr(?:y|ies) on|goe?s? on|(?:[a-z]+ )?went on|waits?\\b|stops?\\b))'
/** First parts that stand for an answer below: "Those, and what we want". */
const notCumulative =
  '(?<!^(?:those|these|that|both|all of it|all of these|all of those|the same|as above))'

const certainPatterns: readonly RegExp[] = [
  new RegExp(
    `${notCumulative}, and (?:then |also )?${nothingMore}(?:${subject}|${verb})\\b.*`,
    'i',
  ),
  new RegExp(
    `, (?:and )?then (?!(?:get|gets|got) lost|run |runs |forget|drop)${nothingMore}(?:we|they|${verb})\\b.*`,
    'i',
  ),
  new RegExp(`${notCumulative}, plus\\b.*`, 'i'),
  // A list of things and then something that holds for each.
  /(?<=, .*), (?:each|all|both) with\b.*/i,
  // Two additions to one thing.
  /, with [^,]+, (?:that|which|who|whom|looked|checked|reviewed)\b.*/i,
  /, free to\b.*/i,
  // "Trust is high and conflicts are rare".
  /(?<=\b(?:is|are) [a-z]+) and (?:the |our |their )?(?!(?:who|what|which|that|how|where|it|they)\b)[a-z]+ (?:is|are)\b.*/i,
  / and without\b.*/i,
  // "sits in on set dates and says what to try", but not "find gaps and mend them", which is one act.
  new RegExp(
    `(?<=^(?:we|they|it|people|somebody|someone|everybody|(?:a|an|the|our|their|named|each) [a-z]+(?: who| that)?) (?:[a-z]+ )?(?:${verbs})(?:e?s)?(?: [a-z']+){1,6}) and (?:then |also )?${verb} (?!(?:it|them|him|her|so)\\b)[a-z]+ [a-z]+.*`,
    'i',
  ),
]

const addedWith = /, with\b.*/i
/** Words of how much, how often and by when. A part that has one is a measure by itself. */
const degree =
  /\b(?:within|on time|by the date|in time|nearly all|most of|all of|almost always|mostly|always|monthly|weekly|quarterly|yearly|every (?:day|week|month|quarter|year)|(?:set|fixed|planned|agreed) dates?|on a date|for (?:several|many|two|three) years)\b/i
