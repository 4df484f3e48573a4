import { lacksPartners } from '../model/verdict-states.ts'
import type { ReportSentence } from '../words/message.ts'
import type { GapRow } from './gaps.ts'
import type { ScoredContext } from './report-context.ts'

/** A meeting on what the answers show: time to arrive, as long for each topic, time to write down what was agreed. */
interface Talk {
  readonly lead: ReportSentence
  readonly preparation: readonly ReportSentence[]
  readonly rules: readonly ReportSentence[]
  readonly topics: readonly TalkTopic[]
  readonly close: ReportSentence
}

interface TalkTopic {
  readonly question: string
  readonly ask: string
  /** From the beginning, `5–20`. */
  readonly minutes: string
  /** What the facilitator can read out: who begins, and with what. */
  readonly opening: ReportSentence
}

type Topic = Omit<TalkTopic, 'minutes' | 'ask'>

const arrivalMinutes = 5
const minutesPerTopic = 15
const closingMinutes = 10
const maxTopics = 3
/** Under it, 0..100, a question that all rate low is worth a talk. */
const minUsualScore = 50

/** Null where the answers give no topic, and where one person alone answered. First what partners see differently, then what divides the people of one, then what is low. */
export function buildTalk(context: ScoredContext, gaps: readonly GapRow[]): Talk | null {
  const { result, names, respondentCount, questionnaire } = context
  if (respondentCount < 2) return null
  const views = listViewTopics(context, gaps)
  // What one side rates low, before the other has said a word, is no topic for all.
  const all = lacksPartners(result) ? views : [...views, ...listLowTopics(context)]
  const topics = all
    .filter(({ question }, index) => all.findIndex((own) => own.question === question) === index)
    .slice(0, maxTopics)
  if (topics.length === 0) return null
  // Where the questionnaire has its own word for a partnership, each partner is one of them.
  const hasSides =
    !('partnership' in questionnaire.words) &&
    (result.hidden !== undefined || result.partners.length > 1)
  const hasNotes = result.hidden === undefined && result.notes.length > 0
  return {
    lead: {
      say: 'talk-lead',
      topics: topics.length,
      minutes: arrivalMinutes + topics.length * minutesPerTopic + closingMinutes,
    },
    preparation: [
      { say: 'talk-prepare-read' },
      ...(hasSides ? [{ say: 'talk-prepare-sides' } as const] : []),
      ...(hasNotes ? [{ say: 'talk-prepare-guide' } as const] : []),
    ],
    rules: [
      ...(topics.some(({ opening }) => opening.say === 'talk-open-gap')
        ? [{ say: 'talk-rule-turn' } as const]
        : []),
      { say: 'talk-rule-facts' },
      { say: 'talk-rule-names' },
      ...(hasSides ? [{ say: 'talk-rule-power' } as const] : []),
    ],
    topics: topics.map((topic, index) => ({
      ...topic,
      ask: names.ask(topic.question),
      minutes: `${arrivalMinutes + index * minutesPerTopic}–${arrivalMinutes + (index + 1) * minutesPerTopic}`,
    })),
    close: { say: 'talk-close', minutes: closingMinutes },
  }
}

function listViewTopics(context: ScoredContext, gaps: readonly GapRow[]): readonly Topic[] {
  const { result, names } = context
  if (result.hidden !== undefined) return []
  return [
    ...gaps.map(toGapTopic),
    ...result.divided.map(({ question }): Topic => {
      const partners = result.divided
        .filter((own) => own.question === question)
        .map(({ partner }) => names.partner(partner))
        .toSorted()
      return { question, opening: { say: 'talk-open-divided', partners } }
    }),
  ]
}

function toGapTopic({ question, high, low }: GapRow): Topic {
  return {
    question,
    opening: {
      say: 'talk-open-gap',
      high: high.map(({ partner }) => partner),
      low: low.map(({ partner }) => partner),
    },
  }
}

/** The lowest first, of equals in questionnaire order. Whoever is shown rates them low, so nobody is asked to answer for the others. */
function listLowTopics({ result }: ScoredContext): readonly Topic[] {
  const isLow = (question: ScoredContext['result']['questions'][number]) =>
    'partners' in question
      ? question.partners.every(({ score }) => score === null || score < minUsualScore - 1e-9)
      : true
  return result.questions
    .flatMap((question) =>
      question.score !== null && question.score < minUsualScore - 1e-9 && isLow(question)
        ? [{ question: question.id, score: question.score }]
        : [],
    )
    .toSorted((a, b) => a.score - b.score)
    .map(({ question }) => ({ question, opening: { say: 'talk-open-low' } }))
}
