import { createFigures } from '../../model/figures.ts'
import { type Level, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Score } from '../../model/result.ts'
import { toOneLine } from '../../model/value.ts'
import { isAllHidden } from '../../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../../words/message.ts'
import { listPartnerAnswers } from '../chosen.ts'
import { describeReason } from '../level-reasons.ts'
import { buildPathToNextLevel } from '../path-to-next-level.ts'
import type { ReportContext, ShownContext } from '../report-context.ts'
import { describeView } from '../who-answered.ts'
import type { Explanation } from './explanation.ts'

export function explainLevel(
  level: Level,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const { limit } = createFigures(questionnaire)
  const musts = listMustsAbove(level, questionnaire)
  return {
    title: { say: 'explained-id', id: level.id, title: level.title },
    lines: [
      ...(level.meaning === null ? [] : [toOneLine(level.meaning)]),
      {
        say: 'explain-level-needs',
        score: limit(level.score),
        weakest: limit(level.weakest),
        hasMusts: musts.length > 0,
      },
      ...(hasLimit(level, musts) ? [{ say: 'explain-convention' } as const] : []),
    ],
    parts: [
      ...(musts.length === 0
        ? []
        : [
            {
              title: { say: 'explain-musts' },
              lines: musts.map(({ id, least }) => ({ say: 'explain-must', id, least })),
              parts: [],
            } satisfies Explanation,
          ]),
      ...(context === null ? [] : [explainArithmetic(level, context)]),
      ...(context === null ? [] : explainRoute(level, context)),
    ],
  }
}

/** Can a partnership miss it? The lowest level asks for nothing. */
function hasLimit({ score, weakest }: Level, musts: readonly unknown[]): boolean {
  return score > 0 || weakest > 0 || musts.length > 0
}

/** What it would take to reach this level, where it is the next. */
function explainRoute(level: Level, context: ReportContext): readonly Explanation[] {
  const { result } = context
  if (isAllHidden(result) || result.path?.to !== level.id) return []
  const route = buildPathToNextLevel({ ...context, result })
  if (route === null) return []
  return [
    {
      title: { say: 'explain-route' },
      lines: [
        route.lead,
        ...route.steps.map(
          ({ question, facts }): ReportSentence => ({
            say: 'explain-labelled',
            what: question,
            result: facts,
          }),
        ),
        ...(route.about === null ? [] : [route.about]),
      ],
      parts: [],
    },
  ]
}

function explainArithmetic(level: Level, context: ReportContext): Explanation {
  const { result, names } = context
  if (isAllHidden(result)) {
    return { title: { say: 'explain-arithmetic' }, lines: [{ say: 'explain-hidden' }], parts: [] }
  }
  const split: readonly ReportText[] =
    result.hidden === undefined
      ? [
          ...listDimensionLines(level, { ...context, result }),
          ...listMustLines(level, { ...context, result }),
        ]
      : [{ say: 'explain-split-hidden' }]
  const { level: own, levelLow, levelHigh } = result.verdict
  return {
    title: { say: 'explain-arithmetic' },
    lines: [
      ...result.verdict.reasons
        .filter(({ code }) => code === 'partners')
        .map((reason) => describeReason(reason, context)),
      describeCondition(
        { say: 'explain-score', view: result.score.value === null ? null : describeView(context) },
        result.score,
        level.score,
        context,
      ),
      ...split,
      {
        say: 'explain-level',
        level: own === null ? null : names.level(own),
        low: levelLow === levelHigh ? null : names.level(levelLow),
        high: names.level(levelHigh),
      },
    ],
    parts: [],
  }
}

function listDimensionLines(level: Level, context: ShownContext): readonly ReportText[] {
  const { result, names } = context
  return result.partners.flatMap((partner) =>
    partner.dimensions.map(({ id, score }) => {
      const where = {
        say: 'explain-dimension-at',
        dimension: names.dimension(id),
        partner: names.partner(partner.id),
      } as const
      return describeCondition(where, score, level.weakest, context)
    }),
  )
}

function describeCondition(
  what: ReportSentence,
  score: Score | undefined,
  needs: number,
  { figures }: ReportContext,
): ReportSentence {
  if (score === undefined || score.value === null) {
    const isInapplicable = score?.reason === 'not-applicable'
    return {
      say: 'explain-labelled',
      what,
      result: { say: isInapplicable ? 'explain-nothing-applies' : 'not-scored' },
    }
  }
  return {
    say: 'explain-met',
    what,
    score: figures.against(score.value, needs),
    isMet: score.value >= needs - 1e-7,
    needs: figures.limit(needs),
  }
}

/** Each with how many people are below it, where that may be told. */
function listMustLines(level: Level, context: ShownContext): readonly ReportSentence[] {
  const { result, questionnaire } = context
  return listMustsAbove(level, questionnaire).map(({ id, least }) => {
    const partners = result.questions.find((question) => question.id === id)?.partners ?? []
    const asked = partners.filter(
      ({ answered, dontKnow, skipped }) => (answered ?? 0) + (dontKnow ?? 0) + (skipped ?? 0) > 0,
    )
    const isKnown = partners.every(({ answered }) => answered !== null) && isSpreadKnown(context)
    if (!isKnown) return { say: 'explain-must-hidden', id, least }
    const shares = asked.map((partner) => {
      const { values } = listPartnerAnswers(id, partner.id, context)
      const below = values.filter((value) => value < least - 1e-9).length
      return { partner: context.names.partner(partner.id), below, of: values.length }
    })
    return {
      say: 'explain-must-met',
      id,
      partners: shares.map((share) =>
        share.of === 0
          ? { say: 'explain-nobody', partner: share.partner }
          : { say: 'explain-below', ...share },
      ),
      // Half of those who answered are enough to break it, and so is a partner of whom nobody did.
      isMet: shares.every(({ below, of }) => below * 2 < of),
      least,
    }
  })
}

/** Are the answers at hand one by one, and is there no limit on showing how many gave which? */
function isSpreadKnown({ responses, respondentCount, minGroup }: ShownContext): boolean {
  return minGroup === 1 && responses.length === respondentCount
}

/** The musts that would rule the level out. */
function listMustsAbove(
  level: Level,
  questionnaire: Questionnaire,
): readonly { readonly id: string; readonly least: number }[] {
  const rank = questionnaire.levels.indexOf(level)
  return listQuestions(questionnaire).flatMap(({ id, must }) =>
    must !== null && questionnaire.levels.findIndex((other) => other.id === must.cap) > rank
      ? [{ id, least: must.least }]
      : [],
  )
}
