import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/model/questionnaire.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  number,
  type Short,
  yesNo,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

function heatMapOf(question: Partial<Question>, answers: readonly Short[], minGroup = 1) {
  const responses = answers.map((answer) => aResponse('north', { 'trust.a': answer }))
  const questionnaire = aQuestionnaire([aQuestion('trust.a', question)])
  return buildSaidReport(toTell(questionnaire, responses, { minGroup })).heatMap
}

function cellOf(...given: Parameters<typeof heatMapOf>) {
  return heatMapOf(...given)?.dimensions[0]?.rows[0]?.cells[0]
}

describe('the heat map', () => {
  it('has every scored question by dimension, with a cell for each partner', () => {
    expect(heatMapOf({}, [2, 4])).toEqual({
      partners: ['north'],
      dimensions: [
        {
          title: 'trust',
          rows: [
            {
              question: 'trust.a',
              ask: 'Ask trust.a',
              cells: [{ text: '50 (2 to 4)', value: 50, counts: [0, 1, 0, 1, 0] }],
            },
          ],
        },
      ],
    })
  })

  it('says where all gave one answer, and has nothing to spread for one person', () => {
    expect(cellOf({}, [4, 4])).toEqual({
      text: '75 (each 4)',
      value: 75,
      counts: [0, 0, 0, 2, 0],
    })
    expect(cellOf({}, [4, dontKnow])).toEqual({ text: '75', value: 75, counts: null })
  })

  it('counts from the worst to the best, whichever way the scale runs', () => {
    expect(cellOf({ reverse: true }, [1, 1, 5])?.counts).toEqual([1, 0, 0, 0, 2])
    expect(cellOf({ form: yesNo }, [true, true, false])).toMatchObject({ counts: [1, 2] })
    expect(cellOf({ form: number(0, 10) }, [5, 6])?.counts).toBeNull()
  })

  it('shows no answers of a small group', () => {
    expect(cellOf({}, [2, 4], 2)).toEqual({ text: '50', value: 50, counts: null })
    expect(cellOf({}, [2, 4, 4, 4], 2)?.counts).toEqual([0, 1, 0, 3, 0])
  })

  it('is left out where nothing is scored', () => {
    expect(heatMapOf({ scored: false, form: { type: 'text' } }, ['We ring'])).toBeNull()
  })
})
