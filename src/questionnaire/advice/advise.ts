import type { SourcedFinding } from '../sourced.ts'
import { type Advised, advisedQuestions } from './advised.ts'
import { anchors } from './anchors.ts'
import { choices } from './choices.ts'
import { doubleNegative } from './double-negative.ts'
import { jargon } from './jargon.ts'
import { leading } from './leading.ts'
import { mirrors } from './mirrors.ts'
import { musts } from './musts.ts'
import { never } from './never.ts'
import { placeholders } from './placeholders.ts'
import { practices } from './practices.ts'
import { readingGrade } from './reading-grade.ts'
import { repeated } from './repeated.ts'
import { twoIdeas } from './two-ideas.ts'
import { weights } from './weights.ts'
import { unknownWords, words } from './words.ts'

/** What a good author would find in a questionnaire that can be used. None of it keeps it from being used. */
export async function advise(advised: Advised): Promise<readonly SourcedFinding[]> {
  const questions = advisedQuestions(advised)
  const ofEach = [
    twoIdeas,
    leading,
    doubleNegative,
    jargon,
    readingGrade,
    anchors,
    choices,
    practices,
    placeholders,
    unknownWords,
    mirrors,
  ]
  return [
    ...questions.flatMap((question) => ofEach.flatMap((idea) => idea(question, advised))),
    ...repeated(questions),
    ...(await never(advised)),
    ...musts(advised),
    ...weights(advised),
    ...words(advised),
  ]
}
