import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Response } from '../../src/model/response.ts'
import { aQuestion, aQuestionnaire, aResponse, shown } from './support/builders.ts'

/** Figures computed by other software from reference/answers.csv; the scripts beside it say how. */
const ours = 9 // decimals that must agree

const items = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']
const questionnaire = aQuestionnaire(items.map((item) => aQuestion(`a.${item}`)))
const people = peopleIn('answers.csv')
const complete = people.filter(({ answers }) => answers.size === items.length)

describe('the statistics agree with other software', () => {
  it("on Krippendorff's alpha, over everybody and within each group (NLTK)", () => {
    const { all, ...groups }: Record<string, number> = figuresIn('krippendorff.json').krippendorff
    expect(krippendorffOf(people)).toBeCloseTo(all ?? Number.NaN, ours)
    expect(Object.keys(groups)).toEqual(['g1', 'g2', 'g3', 'g4'])
    for (const [group, figure] of Object.entries(groups)) {
      const own = people.filter(({ partner }) => partner === group)
      expect(krippendorffOf(own)).toBeCloseTo(figure, ours)
    }
  })

  it("on Cronbach's alpha, over those who answered everything (psych)", () => {
    const { cronbach, complete: count } = figuresIn('agreement.json')
    expect(complete.length).toBe(count)
    const { dimensions } = shown(questionnaire, people)
    expect(dimensions[0]?.alpha.value).toBeCloseTo(cronbach, ours)
  })

  it('on rwg of one question within each group (multilevel)', () => {
    const { rwg } = figuresIn('agreement.json')
    const { questions } = shown(questionnaire, people)
    const found = Object.fromEntries(
      (questions[0]?.partners ?? []).map((partner) => [partner.id, partner.rwg]),
    )
    expect(found).toEqual(near(rwg))
  })

  it('on rwg(j) of a dimension within each group (multilevel)', () => {
    const { rwgj } = figuresIn('agreement.json')
    const { partners } = shown(questionnaire, complete)
    const found = Object.fromEntries(
      partners.map(({ id, dimensions }) => [id, dimensions[0]?.rwgj]),
    )
    expect(found).toEqual(near(rwgj))
  })
})

function krippendorffOf(responses: readonly Response[]): number {
  return shown(questionnaire, responses).agreement.krippendorff.value ?? Number.NaN
}

function near(figures: Readonly<Record<string, number>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([group, figure]) => [group, expect.closeTo(figure, ours)]),
  )
}

function peopleIn(file: string): readonly Response[] {
  const [, ...rows] = textOf(file).trim().split('\n')
  return rows.map((row) => {
    const [group = '', ...cells] = row.split(',')
    const answers = cells.flatMap((cell, index) =>
      cell === '' ? [] : [[`a.${items[index]}`, Number(cell)] as const],
    )
    return aResponse(group, Object.fromEntries(answers))
  })
}

function figuresIn(file: string) {
  return JSON.parse(textOf(file))
}

function textOf(file: string): string {
  return readFileSync(new URL(`reference/${file}`, import.meta.url), 'utf8')
}
