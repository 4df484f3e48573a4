import { expect, it } from 'vitest'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const partners = new Map([['south', 'South']])

function decisionOf(
  answer: number,
  {
    must = null,
    leastPartners = 1,
    minGroup = 1,
  }: {
    readonly must?: ReturnType<typeof aMust> | null
    readonly leastPartners?: number
    readonly minGroup?: number
  } = {},
) {
  const questions = [
    aQuestion('trust.a', { must, practice: aPractice() }),
    aQuestion('trust.b', { practice: aPractice() }),
  ]
  const questionnaire = aQuestionnaire(questions, { leastPartners })
  const responses = [aResponse('north', { 'trust.a': answer, 'trust.b': answer })]
  const askedPartners = leastPartners > 1 ? ['north', 'south'] : null
  const input = toTell(questionnaire, responses, { partners, askedPartners, minGroup })
  return buildSaidReport(input).decision
}

it('the meeting decides who leads each of the steps on the first page', () => {
  expect(decisionOf(3)).toBe(
    'Who leads each of these 2 steps, and on which day do we look at the result together?',
  )
})

it('the meeting decides first whether to go on before an essential question is settled', () => {
  expect(decisionOf(1, { must: aMust(2, 'not-ready') })).toBe(
    'Do we go on before this is settled: “Ask trust.a” Who leads each of these 2 steps, and on which day do we look at the result together?',
  )
})

it('the meeting decides who asks the partners that have not answered', () => {
  expect(decisionOf(3, { leastPartners: 2 })).toBe(
    'Who asks the people of South to answer, and by when?',
  )
})

it('the meeting decides when to ask again where nothing is left to do', () => {
  expect(decisionOf(5)).toBe('On which day do we ask these questions again?')
})

it('the meeting has nothing to decide where nothing is shown', () => {
  expect(decisionOf(3, { minGroup: 2 })).toBeNull()
})

it('the meeting looks for steps of its own where the questionnaire has none', () => {
  const input = toTell(aQuestionnaire([aQuestion('trust.a')]), [
    aResponse('north', { 'trust.a': 2 }),
  ])
  expect(buildSaidReport(input).decision).toBe(
    'What do we do about what is holding the level back, and who leads it?',
  )
})
