import { type Level, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import type { Score } from '../../model/result.ts'
import { figuresOf, meanAgainst } from '../figures.ts'
import type { Telling } from '../telling.ts'
import type { Explanation } from './explanation.ts'

export function explainLevel(
  level: Level,
  questionnaire: Questionnaire,
  telling: Telling | null,
): Explanation {
  const { limit } = figuresOf(questionnaire)
  const musts = mustsAbove(level, questionnaire)
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
      ...(telling === null ? [] : [arithmetic(level, telling)]),
    ],
  }
}

function arithmetic(level: Level, telling: Telling): Explanation {
  const { result, names } = telling
  if (result.hidden?.scope === 'all') {
    const lines = ['It may not be shown: too few people answered.']
    return { title: 'Arithmetic', lines, parts: [] }
  }
  const split =
    result.hidden === undefined
      ? [...dimensionLines(level, telling), ...mustLines(level, telling)]
      : ['What is split by partner may not be shown: too few people answered for one of them.']
  const { level: own, levelLow, levelHigh } = result.verdict
  const between =
    levelLow === levelHigh
      ? ''
      : `; ${names.level(levelLow)} with everything open at its worst, ${names.level(levelHigh)} at its best`
  return {
    title: 'Arithmetic',
    lines: [
      condition('score', result.score, level.score, telling),
      ...split,
      `The level in force: ${own === null ? 'none' : names.level(own)}${between}`,
    ],
    parts: [],
  }
}

function dimensionLines(level: Level, telling: Telling): readonly string[] {
  const { result, names } = telling
  return (result.partners ?? []).flatMap((partner) =>
    partner.dimensions.map(({ id, score }) => {
      const where = `${names.dimension(id)} at ${names.partner(partner.id)}`
      return condition(where, score, level.weakest, telling)
    }),
  )
}

function condition(
  what: string,
  score: Score | undefined,
  needs: number,
  { figures }: Telling,
): string {
  if (score === undefined || score.value === null) {
    return `${what}: ${score?.reason === 'not-applicable' ? 'nothing in it applies' : 'not scored'}`
  }
  const holds = score.value >= needs - 1e-7
  return `${what} ${figures.against(score.value, needs)}: ${held(holds, figures.limit(needs))}`
}

function held(holds: boolean, needs: string): string {
  return `${holds ? 'holds' : 'does not hold'} (${needs})`
}

function mustLines(level: Level, { result, questionnaire }: Telling): readonly string[] {
  return mustsAbove(level, questionnaire).map(({ id, least }) => {
    const partners = result.questions?.find((question) => question.id === id)?.partners ?? []
    const asked = partners.filter(
      ({ answered, dontKnow, skipped }) => answered + dontKnow + skipped > 0,
    )
    const broken = asked.some(({ mean }) => mean === null || mean < least - 1e-9)
    const means = asked.map(({ mean }) => (mean === null ? 'nobody' : meanAgainst(mean, least)))
    return `must ${id} (${means.join(', ') || 'not asked'}): ${held(!broken, String(least))}`
  })
}

/** The musts that would rule the level out. */
function mustsAbove(
  level: Level,
  questionnaire: Questionnaire,
): readonly { readonly id: string; readonly least: number }[] {
  const rank = questionnaire.levels.indexOf(level)
  return questionsOf(questionnaire).flatMap(({ id, must }) =>
    must !== null && questionnaire.levels.findIndex((other) => other.id === must.cap) > rank
      ? [{ id, least: must.least }]
      : [],
  )
}
