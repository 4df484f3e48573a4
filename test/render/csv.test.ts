import { describe, expect, it } from 'vitest'
import { renderActionsCsv } from '../../src/render/actions-csv.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { renderResultCsv } from '../../src/render/result-csv.ts'
import {
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  scored,
} from '../scoring/support/builders.ts'

describe('renderCsv', () => {
  it('begins with the mark that Excel looks for, and ends lines as RFC 4180 has them', () => {
    expect(renderCsv(['a', 'b'], [['x', 1.5]])).toBe('\uFEFFa,b\r\nx,1.5\r\n')
  })

  it('quotes what would break a row, and leaves empty what is not known', () => {
    expect(renderCsv(['a'], [['x, "y"\nz'], [null], [undefined], ['b\nc']])).toBe(
      '\uFEFFa\r\n"x, ""y""\nz"\r\n\r\n\r\n"b\nc"\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@sum(A1)', '\t=1', '＝1'])('makes no formula of %j', (text) => {
    expect(renderCsv(['a'], [[text]])).toContain("'")
  })

  it('leaves numbers below zero as numbers', () => {
    expect(renderCsv(['a'], [[-0.25]])).toBe('\uFEFFa\r\n-0.25\r\n')
  })

  it('shows what would act in a terminal', () => {
    expect(renderCsv(['a'], [['\u001b[31mred']])).toBe('\uFEFFa\r\n⟨U+001B⟩[31mred\r\n')
  })
})

const questionnaire = aQuestionnaire([
  aQuestion('trust.a', { ask: 'How\nsoon?', practice: aPractice({ do: 'Ring\nthem' }) }),
  aQuestion('roles.b'),
])
const people = [
  aResponse('north', { 'trust.a': 4, 'roles.b': 5 }),
  aResponse('south', { 'trust.a': 2, 'roles.b': dontKnow }),
]

describe('resultCsv', () => {
  it('has a row for each question and partner', () => {
    const result = scored(questionnaire, people)
    expect(
      renderResultCsv([{ name: 'now', day: '2026-11-20', result, questionnaire }]).split('\r\n'),
    ).toEqual([
      '\uFEFFpartnership,point,dimension,question,ask,partner,score,mean,sd,rwg,answered,dontKnow,notApplicable,skipped',
      `${result.partnership},2026-11-20,trust,trust.a,How soon?,north,75,4,,,1,0,0,0`,
      `${result.partnership},2026-11-20,trust,trust.a,How soon?,south,25,2,,,1,0,0,0`,
      `${result.partnership},2026-11-20,roles,roles.b,Ask roles.b,north,100,5,,,1,0,0,0`,
      `${result.partnership},2026-11-20,roles,roles.b,Ask roles.b,south,,,,,0,1,0,0`,
      '',
    ])
  })

  it('splits nothing by partner where a group is too small', () => {
    const result = scored(questionnaire, people, { minGroup: 2 })
    const [, ...rows] = renderResultCsv([{ name: 'now', day: null, result, questionnaire }])
      .trimEnd()
      .split('\r\n')
    expect(rows).toEqual([
      `${result.partnership},,trust,trust.a,How soon?,,50,,,,,,,`,
      `${result.partnership},,roles,roles.b,Ask roles.b,,,,,,,,,`,
    ])
  })
})

describe('actionsCsv', () => {
  it('has a row for each next step', () => {
    const result = scored(questionnaire, people, {
      managers: new Map([['south', 'p2']]),
    })
    const told = { result, questionnaire, people: new Map([['p2', '=cmd']]), today: '2026-11-23' }
    const [head, first] = renderActionsCsv(told).split('\r\n')
    expect(head).toBe('\uFEFFday,question,partners,owner,do,done,effort,takes,gain,start,due,ask')
    expect(first).toBe(
      `substance,trust.a,north south,'=cmd,"Ring\nthem",,medium,P2W,,2026-11-30,2026-12-14,How soon?`,
    )
  })

  it('names nobody where partners are hidden', () => {
    const result = scored(questionnaire, people, {
      managers: new Map([['south', 'p2']]),
      minGroup: 2,
    })
    const told = { result, questionnaire, people: new Map(), today: '2026-11-23' }
    expect(renderActionsCsv(told).split('\r\n')[1]).toMatch(/^substance,trust\.a,,,"Ring\nthem",/)
  })
})
