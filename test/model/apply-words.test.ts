import { describe, expect, it } from 'vitest'
import { applyWords, chooseWord, findCommonUnit } from '../../src/model/apply-words.ts'
import { aPractice, aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

const words = { group: { any: 'group', team: 'team' } }
const questionnaire = aQuestionnaire(
  [
    aQuestion('a.q', {
      ask: 'Who helps our {group}?',
      practice: aPractice({ do: 'Ask the {group} of {others}' }),
    }),
  ],
  { words },
)

function of(unit: string | null) {
  const profile = new Map(unit === null ? [] : [['unit', unit]])
  return aResponse('north', {}, { profile })
}

describe('words for a unit', () => {
  it('replace their names in what people read', () => {
    const asked = (unit: string | null) =>
      applyWords(questionnaire, unit).dimensions[0]?.questions[0]
    expect(asked('team')?.ask).toBe('Who helps our team?')
    expect(asked('department')?.ask).toBe('Who helps our group?')
    expect(asked(null)?.ask).toBe('Who helps our group?')
    expect(asked('team')?.practice?.do).toBe('Ask the team of {others}')
  })

  it('leave a questionnaire without words as it is', () => {
    const plain = aQuestionnaire([aQuestion('a.q')])
    expect(applyWords(plain, 'team')).toBe(plain)
  })

  it('are those of the unit, if everybody names the same one', () => {
    expect(findCommonUnit([of('team'), of('team')])).toBe('team')
    expect(findCommonUnit([of('team'), of('department')])).toBeNull()
    expect(findCommonUnit([of(null)])).toBeNull()
  })

  it('never come from what objects inherit', () => {
    expect(chooseWord({ words }, 'constructor', 'team')).toBe('constructor')
    expect(chooseWord({ words }, 'group', 'constructor')).toBe('group')
  })
})
