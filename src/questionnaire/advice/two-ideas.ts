import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, getMatchSpan } from './advice-input.ts'

/**
 * Two ideas in one question: people who agree with only one of them cannot answer. An "and" alone shows nothing ("by phone and
 * by mail"), so this looks for a second question, a second clause, or two words that each ask for a judgement of their own.
 */
export function checkTwoIdeas({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const match = findSecondIdea(clipLongText(file.ask))
  if (match === null) return []
  const found = match[0].replaceAll(/\s+/g, ' ').trim()
  return [
    createAdvice(origin, ['ask'], {
      id: 'question.two-ideas',
      message: { say: 'two-ideas', text: found },
      fix: { say: 'two-ideas-fix' },
      within: getMatchSpan(match),
    }),
  ]
}

const questionStarters =
  'how|what|who|whom|whose|when|where|which|why|whether|do|does|did|is|are|was|were|can|could|will|would|should'
const subjects =
  '(?:we|they|you|it|there|everybody|everyone|nobody|our [a-z]+|their [a-z]+|both [a-z]+|each [a-z]+)'

/** Words that judge: two of them joined are two judgements. */
const judgingWords = [
  'accurate|adequate|appropriate|balanced|binding|clear|committed|competent|complete|consistent|constructive|correct|cost-effective',
  'credible|current|easy|effective|efficient|equal|fair|fast|flexible|frank|frequent|helpful|honest|important|innovative',
  'clearly|consistently|effectively|efficiently|equally|fairly|frankly|honestly|openly|quickly|realistically|regularly|respectfully|timely',
  'motivated|obvious|open|polite|precise|prompt|punctual|qualified|quick|realistic|regular|relevant|reliable|respectful|responsive|safe|satisfied',
  'secure|shared|simple|skilled|stable|strong|sufficient|supported|transparent|trained|trusted|trustworthy|understandable|understood|up to date|useful|valuable|visible|welcome',
  'accepted|agreed|assigned|defined|documented|enforced|followed|known|measured|met|monitored|named|prepared|recorded|reviewed|settled|signed|tested|updated|written down',
].join('|')

/** What partners do; each needs a question of its own. */
const actionWords = [
  'accept|acknowledge|agree|appreciate|approve|assess|communicate|control|coordinate|decide|define|develop|discuss|document',
  'enforce|evaluate|follow|fund|help|honour|implement|improve|know|learn|like|listen|manage|measure|monitor|pay|plan|prepare|promote',
  'respect|review|reward|share|solve|support|test|train|trust|understand|update|use|value|want',
].join('|')

/** Only verbs that are not nouns as well: "and plan" may be a plan, "and decide" is always a second action. */
const verbOnlyWords = [
  'agree|agrees|agreed|communicate|communicates|decide|decides|deliver|delivers|explain|explains|follow|follows|handle|handles',
  'inform|informs|improve|improves|keep|keeps|kept|know|knows|learn|learns|listen|listens|make|makes|made|manage|manages|meet|meets',
  'pay|pays|react|reacts|resolve|resolves|respect|respects|respond|responds|sign|signs|signed|solve|solves|tell|tells|told',
  'understand|understands|understood|write|writes|wrote|shares?(?= (?!of\\b|in\\b|and\\b|or\\b)[a-z])',
].join('|')

const optionalDeterminer = '(?:(?:the|our|their|your|all|both|each|enough) )?'
/** Two words that are one thing. */
const notFixedPair =
  '(?!(?:terms and conditions|pros and cons|research and development|health and safety|gains and losses|wins and losses|profit and loss|day and night|time and again|up and down)\\b)'
const wordPair = `${notFixedPair}[a-z-]+ and ${optionalDeterminer}[a-z-]+`
const notAdverb = '(?!(?:family|supply|reply|only|early|july|assembly|ally|apply|rely)\\b)'

const patterns: readonly RegExp[] = [
  /\?[^?]*\?/,
  /\band\/or\b/i,
  new RegExp(`,? (?:and|or) (?:${questionStarters})\\b(?=.*\\?)`, 'i'),
  new RegExp(`, (?:and|or|but) ${subjects}\\b`, 'i'),
  new RegExp(
    `\\b(?:${judgingWords}) (?:and|or) (?:well |fully |at least )?(?:${judgingWords})\\b`,
    'i',
  ),
  new RegExp(`\\b${notAdverb}[a-z]+ly and ${notAdverb}[a-z]+ly\\b`, 'i'),
  new RegExp(`\\b(?:${judgingWords}) and (?:well|fully)[ -][a-z]+\\b`, 'i'),
  new RegExp(
    `\\b(?:${actionWords})(?:s|es|ed|d)? (?:and|or) (?:${actionWords})(?:s|es|ed|d)?\\b`,
    'i',
  ),
  new RegExp(`\\band (?:also |then )?(?:${verbOnlyWords})\\b`, 'i'),
  new RegExp(
    `(?<=\\b(?:are|is|were|was) )${optionalDeterminer}${wordPair}(?= (?:[a-z]+ly |well |not )?(?:${judgingWords})\\b)`,
    'i',
  ),
  new RegExp(
    `(?<=\\bhow (?:${judgingWords}) (?:are|is|were|was) )${optionalDeterminer}${wordPair}\\b`,
    'i',
  ),
  new RegExp(
    `(?<=\\b(?:satisfied|happy|content|pleased)\\b.*\\bwith )${optionalDeterminer}${wordPair}\\b`,
    'i',
  ),
  new RegExp(`\\benough ${wordPair}\\b`, 'i'),
  /(?<=\b(?:have|has|had) )(?:an?|the|our) [a-z -]+ and (?:an?|the|our) [a-z]+/i,
]

function findSecondIdea(ask: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(ask)
    if (match !== null) return match
  }
  return null
}
