import { describe, expect, it } from 'vitest'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

describe('the dimensions of a report', () => {
  it('show every partner, and why a whole is not scored', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('trust.a'),
      aQuestion('trust.b'),
      aQuestion('roles.a'),
    ])
    const responses = [
      aResponse('north', { 'trust.a': 5, 'trust.b': 3, 'roles.a': 4 }),
      aResponse('south', { 'trust.a': 5, 'trust.b': dontKnow, 'roles.a': notApplicable }),
    ]
    const { dimensions } = buildSaidReport(toTell(questionnaire, responses, { partners }))
    expect(dimensions).toEqual([
      {
        id: 'trust',
        title: 'trust',
        why: null,
        score: {
          value: null,
          text: 'not scored',
          applies: true,
          bounds: '63–88',
          coverage: '75 %',
          reason: 'a partner has answered too little of it',
        },
        partners: [
          {
            id: 'north',
            name: 'Northwind',
            people: 1,
            score: {
              value: 75,
              text: '75',
              applies: true,
              bounds: null,
              coverage: '100 %',
              reason: null,
            },
          },
          {
            id: 'south',
            name: 'Contoso',
            people: 1,
            score: {
              value: null,
              text: 'not scored',
              applies: true,
              bounds: '50–100',
              coverage: '50 %',
              reason: 'only 50 % of it is answered',
            },
          },
        ],
      },
      {
        id: 'roles',
        title: 'roles',
        why: null,
        score: {
          value: 75,
          text: '75',
          applies: true,
          bounds: null,
          coverage: '100 %',
          reason: null,
        },
        partners: [
          {
            id: 'north',
            name: 'Northwind',
            people: 1,
            score: {
              value: 75,
              text: '75',
              applies: true,
              bounds: null,
              coverage: '100 %',
              reason: null,
            },
          },
          {
            id: 'south',
            name: 'Contoso',
            people: 1,
            score: {
              value: null,
              text: 'n/a',
              applies: false,
              bounds: null,
              coverage: 'n/a',
              reason: 'nothing in it applies',
            },
          },
        ],
      },
    ])
  })

  it('never show too little coverage as enough', () => {
    const weighted = aQuestionnaire([
      aQuestion('trust.a', { weight: 796 }),
      aQuestion('trust.b', { weight: 204 }),
    ])
    const weightedInput = toTell(weighted, [aResponse('north', { 'trust.a': 5 })])
    const { dimensions } = buildSaidReport(weightedInput)
    expect(dimensions[0]?.score).toMatchObject({
      coverage: '79.6 %',
      reason: 'only 79.6 % of it is answered',
    })
  })
})
