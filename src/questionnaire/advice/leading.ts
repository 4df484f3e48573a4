import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, getMatchSpan } from './advice-input.ts'

/** Wording that shows which answer is wanted. */
export function checkLeadingWording({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  for (const pattern of patterns) {
    const match = pattern.exec(clipLongText(file.ask))
    if (match === null) continue
    return [
      createAdvice(origin, ['ask'], {
        id: 'question.leading',
        message: { say: 'leading-words', text: match[0].replaceAll(/\s+/g, ' ').trim() },
        fix: { say: 'leading-words-fix' },
        within: getMatchSpan(match),
      }),
    ]
  }
  return []
}

const patterns: readonly RegExp[] = [
  /^\s*(?:don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|wouldn['’]t|shouldn['’]t|can['’]t|didn['’]t|haven['’]t|hasn['’]t)\b/i,
  /^\s*(?:do|would|don['’]t) you (?:not )?(?:also )?(?:agree|think|feel|find|believe)\b/i,
  /,\s*(?:isn['’]t it|don['’]t you(?: think)?|wouldn['’]t you|aren['’]t (?:we|they)|don['’]t (?:we|they)|right|correct)\s*\?/i,
  /\b(?:surely|obviously|naturally|of course|needless to say|undoubtedly|without doubt|clearly,)/i,
  /\b(?:everyone|everybody|we all|as you) (?:knows?|agrees?)\b/i,
  /\b(?:most|many|all) (?:[a-z]+ )?(?:companies|experts|leaders|organi[sz]ations|partners|people|teams) (?:agree|believe|find|know|say|think|trust)\b/i,
  /\b(?:our|their|your|the|this|such an?|an?) (?:amazing|awful|brilliant|disappointing|excellent|hopeless|outstanding|superb|terrible|wonderful|world-class)\b/i,
  /\bhow (?:badly|poorly|little)\b/i,
  /^\s*why (?:is|are|was|were|do|does|did|has|have|can)(?:n['’]t)? .*\b(?:fail(?:s|ed|ing)?|not|never|refus(?:e|es|ed|ing)|unable|unwilling)\b/i,
  /\bhow (?:good|excellent|great|wonderful|successful|happy|pleased|proud|bad|poor|terrible|disappointed|unhappy) (?:is|are|was|were|has|have)\b/i,
  /\bhow much (?:do|did) (?:you|we|they) (?:enjoy|like|love|appreciate)\b/i,
  /\b(?:any|every) (?:good|sensible|responsible|serious|decent) (?:partner|leader|manager|team)\b/i,
]
