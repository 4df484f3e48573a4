import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, listAdvisedQuestions } from './advice-input.ts'
import { checkAnchorAttribute } from './anchor-attribute.ts'
import { checkAnchorLength, checkAnchorLengths } from './anchor-length.ts'
import { checkAnchorOrder } from './anchor-order.ts'
import { checkAnchorTwoIdeas } from './anchor-two-ideas.ts'
import { checkAnchors } from './anchors.ts'
import { checkCannotKnow } from './cannot-know.ts'
import { checkChoices } from './choices.ts'
import { checkDoubleNegative } from './double-negative.ts'
import { checkJargon } from './jargon.ts'
import { checkLeadingWording } from './leading.ts'
import { checkMirrorPair } from './mirrors.ts'
import { checkAllMusts } from './musts.ts'
import { checkNeverAsked } from './never.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkPracticeEffort } from './practices.ts'
import { checkReadingGrade } from './reading-grade.ts'
import { checkRepeatedQuestions } from './repeated.ts'
import { checkTwoIdeas } from './two-ideas.ts'
import { checkWeights } from './weights.ts'
import { checkPartnerWords, checkUnknownWords } from './words.ts'

/** What a good author would improve in a questionnaire. None of it stops anybody from using the questionnaire. */
export async function advise(advised: AdviceInput): Promise<readonly SourcedFinding[]> {
  const questions = listAdvisedQuestions(advised)
  const ofEach = [
    checkTwoIdeas,
    checkLeadingWording,
    checkDoubleNegative,
    checkJargon,
    checkReadingGrade,
    checkAnchors,
    checkAnchorTwoIdeas,
    checkAnchorOrder,
    checkAnchorAttribute,
    checkAnchorLength,
    checkCannotKnow,
    checkChoices,
    checkPracticeEffort,
    checkPlaceholders,
    checkUnknownWords,
    checkMirrorPair,
  ]
  return [
    ...questions.flatMap((question) => ofEach.flatMap((idea) => idea(question, advised))),
    ...checkAnchorLengths(advised),
    ...checkRepeatedQuestions(questions),
    ...(await checkNeverAsked(advised)),
    ...checkAllMusts(advised),
    ...checkWeights(advised),
    ...checkPartnerWords(advised),
  ]
}
