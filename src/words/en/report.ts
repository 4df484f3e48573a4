import type { Catalogue } from '../say.ts'
import { conditionPhrases } from './conditions.ts'
import { answersSentences } from './report-answers.ts'
import { changesSentences } from './report-changes.ts'
import { chartsSentences } from './report-charts.ts'
import { documentSentences } from './report-document.ts'
import { explainSentences } from './report-explain.ts'
import { meetingSentences } from './report-meeting.ts'
import { methodSentences } from './report-method.ts'
import { pathSentences } from './report-path.ts'
import { planSentences } from './report-plan.ts'
import { scoreSentences } from './report-scores.ts'
import { sharedSentences } from './report-shared.ts'
import { signsSentences } from './report-signs.ts'
import { stepsSentences } from './report-steps.ts'
import { verdictSentences } from './report-verdict.ts'
import { sectionSentences } from './section-guide.ts'

/** The sentences of the report, and of `explain`. A section's own are in a file of that name. */
export const reportSentences = {
  ...conditionPhrases,
  ...sharedSentences,
  ...answersSentences,
  ...changesSentences,
  ...chartsSentences,
  ...documentSentences,
  ...explainSentences,
  ...meetingSentences,
  ...methodSentences,
  ...pathSentences,
  ...planSentences,
  ...scoreSentences,
  ...sectionSentences,
  ...signsSentences,
  ...stepsSentences,
  ...verdictSentences,
} as const satisfies Catalogue
