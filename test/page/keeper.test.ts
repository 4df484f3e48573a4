import { describe, expect, it } from 'vitest'
import type { Response } from '../../src/model/response.ts'
import { createKeeper, type KeptAnswers, type TextStore } from '../../src/page/keeper.ts'
import { createBlankResponse } from '../../src/questionnaire/blank-response.ts'
import { loadFormQuestionnaire } from '../support/xlsform.ts'

const questionnaire = await loadFormQuestionnaire('partnership-readiness')

function aStore(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}

function aPerson(code: string, answers: Response['answers'], partner = 'north'): KeptAnswers {
  const blank = createBlankResponse(
    { questionnaire, hash: 'sha256:0' },
    {
      partnership: 'both',
      partner,
      respondent: { id: code, role: null },
      run: 'full',
      started: '2026-11-20T09:00:00.000Z',
    },
  )
  return { response: { ...blank, answers }, givenName: null }
}

const all: Response['answers'] = new Map([
  ['trust.bad-news', { state: 'answered', value: 4, note: null, privateNote: 'Only for me' }],
  ['trust.bad-news-from-them', { state: 'dont-know', note: null }],
  ['trust.openness', { state: 'not-applicable', reason: 'None', note: 'Says "no"' }],
  ['trust.promises', { state: 'skipped', note: null }],
])

describe('what a browser keeps', () => {
  it('is everything a person said, private notes and the own name too', () => {
    const keeper = createKeeper(aStore(), 'form', questionnaire)
    const kept = { ...aPerson('k7', all), givenName: 'North & Sons' }
    expect(keeper.save(kept)).toBe(true)
    expect(keeper.findCurrent()).toStrictEqual(kept)
  })

  it('is kept apart by person, by partner and by form', () => {
    const store = aStore()
    const keeper = createKeeper(store, 'form', questionnaire)
    const [one, two] = [aPerson('k7', all), aPerson('k7', new Map(), 'south')]
    keeper.save(one)
    keeper.save(two)
    expect(keeper.findCurrent()).toStrictEqual(two)
    expect(keeper.findPerson('north', 'k7')).toStrictEqual(one)
    expect(keeper.findPerson('north', 'm2')).toBeNull()
    expect(createKeeper(store, 'other', questionnaire).findCurrent()).toBeNull()
  })

  it('stays when another person answers, and is gone when it is erased', () => {
    const store = aStore()
    const keeper = createKeeper(store, 'form', questionnaire)
    const one = aPerson('k7', all)
    keeper.save(one)
    keeper.leaveCurrent()
    expect(keeper.findCurrent()).toBeNull()
    expect(keeper.findPerson('north', 'k7')).toStrictEqual(one)
    keeper.erase(one.response)
    expect(store.texts.size).toBe(0)
  })

  it.each([
    ['no JSON', '{'],
    ['something of another page', '{"theme":"dark"}'],
    ['a response of no shape', '{"accordant":"response/1"}'],
    [
      'answers that are no map',
      '{"accordant":"response/1","questionnaire":{},"respondent":{},"answers":7}',
    ],
  ])('is nothing where the browser has %s', (_, text) => {
    const store = aStore()
    store.setItem('form/current', 'form/person/north/k7')
    store.setItem('form/person/north/k7', text)
    const found = createKeeper(store, 'form', questionnaire).findCurrent()
    expect(found?.response.answers.size ?? 0).toBe(0)
  })

  it('is nothing, and said to be, where the browser keeps nothing', () => {
    const full = {
      ...aStore(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(createKeeper(full, 'form', questionnaire).save(aPerson('k7', all))).toBe(false)
    const none = createKeeper(null, 'form', questionnaire)
    expect(none.save(aPerson('k7', all))).toBe(false)
    expect(none.findCurrent()).toBeNull()
  })
})
