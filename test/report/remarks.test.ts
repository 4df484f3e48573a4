import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/response.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const partners = new Map([['north', 'Northwind']])

describe('remarks', () => {
  it('are notes and reasons, with whose they are', () => {
    const answers = new Map<string, Answer>([
      ['trust.a', { state: 'answered', value: 4, note: 'Two are new' }],
      ['trust.b', { state: 'not-applicable', reason: 'By design', note: null }],
    ])
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const { plainSections } = buildSaidReport(
      toTell(questionnaire, [{ ...aResponse('north', {}), answers }], { partners }),
    )
    const list = (id: string, remark: string) => [
      { list: [{ line: [`Ask ${id}`, ' ', { code: id }], under: [[remark]] }] },
    ]
    expect(plainSections).toEqual({
      notes: list('trust.a', 'Northwind: “Two are new”'),
      'not-applicable': list('trust.b', 'Northwind: “By design”'),
    })
  })
})
