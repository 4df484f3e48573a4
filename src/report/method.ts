import { hasScore, listQuestions } from '../model/questionnaire.ts'
import { toOneLine } from '../model/value.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'
import { formatDay } from './time-points.ts'

/** How the figures came about and from what, so that a reader can recompute them. */
interface Method {
  readonly sentences: readonly ReportSentence[]
  readonly levels: readonly {
    readonly title: string
    readonly score: string
    readonly weakest: string
    readonly meaning: string
  }[]
  /** The questionnaire, and how many people answered on which day. */
  readonly source: ReportSentence
  readonly provenance: readonly ProvenanceRow[]
}

interface ProvenanceRow {
  readonly what: ReportSentence
  readonly value: ReportText
  /** Is the value a code rather than words? */
  readonly isCode: boolean
}

export function buildMethod(context: ReportContext): Method {
  return {
    ...(hasScore(context.questionnaire) ? describeScoring(context) : unscoredMethod),
    source: describeSource(context),
    provenance: listProvenance(context),
  }
}

function describeSource({ questionnaire, result, style }: ReportContext): ReportSentence {
  const { version, run } = result.questionnaire
  const day = isAllHidden(result) ? undefined : result.today
  return {
    say: 'method-source',
    title: questionnaire.title,
    version,
    run,
    day: day === undefined ? null : formatDay(style.dates, day),
  }
}

function listProvenance(context: ReportContext): readonly ProvenanceRow[] {
  const { questionnaire, result, respondentCount } = context
  const { hash, ...asked } = result.questionnaire
  const row = (what: ReportSentence, value: ReportText) => ({ what, value, isCode: false })
  return [
    row(
      { say: 'provenance-questionnaire' },
      { say: 'provenance-questionnaire-version', title: questionnaire.title, ...asked },
    ),
    { what: { say: 'provenance-hash' }, value: hash, isCode: true },
    ...(hasScore(questionnaire)
      ? [row({ say: 'provenance-weights' }, formatWeights(questionnaire))]
      : []),
    ...(result.hidden?.scope === 'all'
      ? []
      : [
          row(
            { say: 'provenance-responses' },
            { say: 'provenance-people', people: respondentCount },
          ),
        ]),
    ...(isAllHidden(result) || result.today === undefined
      ? []
      : [row({ say: 'provenance-date' }, formatDay(context.style.dates, result.today))]),
  ]
}

function formatWeights({ dimensions }: ReportContext['questionnaire']): string {
  return dimensions.map(({ title, weight }) => `${title} ${weight}`).join(', ')
}

const unscoredMethod: Pick<Method, 'sentences' | 'levels'> = {
  sentences: [{ say: 'method-unscored' }],
  levels: [],
}

function hasMusts(questionnaire: ReportContext['questionnaire']): boolean {
  return listQuestions(questionnaire).some(({ must }) => must !== null)
}

function describeScoring({
  questionnaire,
  result,
  figures,
  withUnfinished,
}: ReportContext): Pick<Method, 'sentences' | 'levels'> {
  // Where the questionnaire has its own word for a partnership, each partner is one of them.
  const isAlone =
    'partnership' in questionnaire.words &&
    result.hidden === undefined &&
    result.partners.length === 1
  return {
    sentences: [
      { say: 'method-question', worst: figures.score(0), best: figures.score(100) },
      { say: isAlone ? 'method-means-alone' : 'method-means' },
      { say: 'method-counts', withUnfinished },
      { say: 'method-open', coverage: figures.percent(questionnaire.coverage) },
      { say: 'method-level', hasMusts: hasMusts(questionnaire), isAlone },
      ...(isAllHidden(result) || result.plan === null ? [] : [{ say: 'method-plan' } as const]),
      { say: 'method-claim' },
    ],
    levels: questionnaire.levels.map((level) => ({
      title: level.title,
      score: figures.limit(level.score),
      weakest: figures.limit(level.weakest),
      meaning: toOneLine(level.meaning ?? ''),
    })),
  }
}
