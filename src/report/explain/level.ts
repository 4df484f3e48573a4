import { type Level, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import type { Telling } from '../telling.ts'
import type { Explanation } from './explain.ts'

export function explainLevel(
  level: Level,
  questionnaire: Questionnaire,
  telling: Telling | null,
): Explanation {
  const rank = questionnaire.levels.indexOf(level)
  const capping = questionsOf(questionnaire).filter(({ must }) => {
    const cap = questionnaire.levels.findIndex(({ id }) => id === must?.cap)
    return must !== null && cap > rank
  })
  return {
    title: `${level.id}: ${level.title}`,
    lines: [
      ...(level.meaning === null ? [] : [level.meaning.replaceAll(/\s+/g, ' ').trim()]),
      `Needs a score of ${level.score}, ${level.weakest} in every dimension of every partner, and every must below`,
    ],
    parts: [
      ...(capping.length === 0
        ? []
        : [
            {
              title: 'Musts',
              lines: capping.map(({ id, must }) => `${id}  at least ${must?.least}`),
              parts: [],
            },
          ]),
      ...(telling === null ? [] : [arithmetic(level, telling)]),
    ],
  }
}

function arithmetic(level: Level, { result, names, figures, questionnaire }: Telling): Explanation {
  const { verdict, score } = result
  const value = score?.value ?? null
  const lines = [
    `score ${figures.against(value, level.score)}: ${held(value, level.score)}`,
    ...(result.partners ?? []).flatMap((partner) =>
      partner.dimensions.map(({ id, score: own }) => {
        const where = `${names.dimension(id)} at ${names.partner(partner.id)}`
        return `${where} ${figures.against(own.value, level.weakest)}: ${held(own.value, level.weakest)}`
      }),
    ),
    ...mustLines(level, questionnaire, result),
    `The level in force: ${names.level(verdict.level)}; between ${names.level(verdict.levelLow)} and ${names.level(verdict.levelHigh)} with everything open at its worst and best`,
  ]
  return { title: 'Arithmetic', lines, parts: [] }
}

function held(value: number | null, needs: number): string {
  if (value === null) return 'not scored'
  return value >= needs - 1e-9 ? `holds (${needs})` : `does not hold (${needs})`
}

function mustLines(
  level: Level,
  questionnaire: Questionnaire,
  result: Telling['result'],
): readonly string[] {
  const rank = questionnaire.levels.indexOf(level)
  return questionsOf(questionnaire).flatMap((question) => {
    const { must } = question
    if (must === null || questionnaire.levels.findIndex(({ id }) => id === must.cap) <= rank)
      return []
    const partners = result.questions?.find(({ id }) => id === question.id)?.partners ?? []
    const asked = partners.filter(
      ({ answered, dontKnow, skipped }) => answered + dontKnow + skipped > 0,
    )
    const broken = asked.some(({ mean }) => mean === null || mean < must.least - 1e-9)
    const means = asked.map(({ mean }) =>
      mean === null ? 'nobody' : String(Math.round(mean * 100) / 100),
    )
    return [
      `must ${question.id} (${means.join(', ') || 'not asked'}): ${broken ? 'does not hold' : 'holds'} (${must.least})`,
    ]
  })
}
