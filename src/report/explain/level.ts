import { type Level, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Score } from '../../model/result.ts'
import { createFigures, formatMeanAgainst } from '../figures.ts'
import type { ReportContext } from '../report-context.ts'
import type { Explanation } from './explanation.ts'

export function explainLevel(
  level: Level,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const { limit } = createFigures(questionnaire)
  const musts = listMustsAbove(level, questionnaire)
  return {
    title: `${level.id}: ${level.title}`,
    lines: [
      ...(level.meaning === null ? [] : [level.meaning.replaceAll(/\s+/g, ' ').trim()]),
      `Needs a score of ${limit(level.score)} and ${limit(level.weakest)} in every dimension of every partner${musts.length === 0 ? '' : ', and the musts below'}`,
    ],
    parts: [
      ...(musts.length === 0
        ? []
        : [
            {
              title: 'Musts',
              lines: musts.map(({ id, least }) => `${id}  at least ${least}`),
              parts: [],
            },
          ]),
      ...(context === null ? [] : [explainArithmetic(level, context)]),
    ],
  }
}

function explainArithmetic(level: Level, context: ReportContext): Explanation {
  const { result, names } = context
  if (result.hidden?.scope === 'all') {
    const lines = ['It may not be shown: too few people answered.']
    return { title: 'Arithmetic', lines, parts: [] }
  }
  const split =
    result.hidden === undefined
      ? [...listDimensionLines(level, context), ...listMustLines(level, context)]
      : ['What is split by partner may not be shown: too few people answered for one of them.']
  const { level: own, levelLow, levelHigh } = result.verdict
  const between =
    levelLow === levelHigh
      ? ''
      : `; ${names.level(levelLow)} with everything open at its worst, ${names.level(levelHigh)} at its best`
  return {
    title: 'Arithmetic',
    lines: [
      describeCondition('score', result.score, level.score, context),
      ...split,
      `The level in force: ${own === null ? 'none' : names.level(own)}${between}`,
    ],
    parts: [],
  }
}

function listDimensionLines(level: Level, context: ReportContext): readonly string[] {
  const { result, names } = context
  return (result.partners ?? []).flatMap((partner) =>
    partner.dimensions.map(({ id, score }) => {
      const where = `${names.dimension(id)} at ${names.partner(partner.id)}`
      return describeCondition(where, score, level.weakest, context)
    }),
  )
}

function describeCondition(
  what: string,
  score: Score | undefined,
  needs: number,
  { figures }: ReportContext,
): string {
  if (score === undefined || score.value === null) {
    return `${what}: ${score?.reason === 'not-applicable' ? 'nothing in it applies' : 'not scored'}`
  }
  const holds = score.value >= needs - 1e-7
  return `${what} ${figures.against(score.value, needs)}: ${formatOutcome(holds, figures.limit(needs))}`
}

function formatOutcome(holds: boolean, needs: string): string {
  return `${holds ? 'holds' : 'does not hold'} (${needs})`
}

function listMustLines(level: Level, { result, questionnaire }: ReportContext): readonly string[] {
  return listMustsAbove(level, questionnaire).map(({ id, least }) => {
    const partners = result.questions?.find((question) => question.id === id)?.partners ?? []
    const asked = partners.filter(
      ({ answered, dontKnow, skipped }) => answered + dontKnow + skipped > 0,
    )
    const broken = asked.some(({ mean }) => mean === null || mean < least - 1e-9)
    const means = asked.map(({ mean }) =>
      mean === null ? 'nobody' : formatMeanAgainst(mean, least),
    )
    return `must ${id} (${means.join(', ') || 'not asked'}): ${formatOutcome(!broken, String(least))}`
  })
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
