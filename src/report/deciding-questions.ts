import { hasScore } from '../model/questionnaire.ts'
import type { ReportSentence } from '../words/message.ts'
import { measureOpenRoom } from './influence.ts'
import { describeLevelRange } from './level-reasons.ts'
import type { ScoredContext, ShownContext } from './report-context.ts'

/** What the answers that are still open can change. */
interface DecidingQuestions {
  /** The score and the level at worst and at best. */
  readonly lead: ReportSentence
  /** The open questions that weigh most, by how far each can move the overall score. */
  readonly questions: readonly {
    readonly question: string
    readonly ask: string
    /** In points; null where that rounds to nothing. */
    readonly room: string | null
  }[]
  /** How many more there are. */
  readonly more: number
}

const maxDecidingQuestions = 5

/** Null where nothing is open, or nothing may be shown. */
export function buildDecidingQuestions(context: ScoredContext): DecidingQuestions | null {
  const { questionnaire, result, names, figures } = context
  const { score, verdict } = result
  if (!hasScore(questionnaire) || verdict.levelHigh === null) return null
  const { low, high, coverage } = score
  if (low === null || high === null || coverage === null || coverage > 1 - 1e-9) return null
  const rooms = [...(result.hidden === undefined ? measureOpenRoom({ questionnaire, result }) : [])]
    .map(([question, room]) => ({ question, room }))
    .filter(({ room }) => room > 1e-9)
    .toSorted((a, b) => Math.round((b.room - a.room) * 1e7))
  return {
    lead: {
      say: 'open-answers-leave',
      low: figures.score(low),
      high: figures.score(high),
      level: names.level(verdict.levelLow),
      levels: describeLevelRange(context),
    },
    questions: rooms.slice(0, maxDecidingQuestions).map(({ question, room }) => ({
      question,
      ask: names.ask(question),
      room: describeRoom(figures.difference(room)),
    })),
    more: Math.max(0, rooms.length - maxDecidingQuestions),
  }
}

function describeRoom(points: string): string | null {
  return Number(points) === 0 ? null : points
}

/** A question with answers still missing, by what stands in their place. */
interface OpenQuestion {
  readonly question: string
  readonly ask: string
  /** `Northwind: 2 “don't know”, 1 without an answer`. */
  readonly who: readonly ReportSentence[]
}

export function listOpenQuestions({ result, names }: ShownContext): readonly OpenQuestion[] {
  return result.questions.flatMap(({ id, partners }) => {
    const who = partners.flatMap(({ id: partner, ...own }): ReportSentence[] => {
      const [dontKnow, skipped] = [own.dontKnow ?? 0, own.skipped ?? 0]
      return dontKnow + skipped === 0
        ? []
        : [{ say: 'open-answers', partner: names.partner(partner), dontKnow, skipped }]
    })
    return who.length === 0 ? [] : [{ question: id, ask: names.ask(id), who }]
  })
}
