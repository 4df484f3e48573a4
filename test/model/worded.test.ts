import { describe, expect, it } from 'vitest'
import { commonUnit, worded, wordFor } from '../../src/model/worded.ts'
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
  it('stand in for their names in what people read', () => {
    const asked = (unit: string | null) => worded(questionnaire, unit).dimensions[0]?.questions[0]
    expect(asked('team')?.ask).toBe('Who helps our team?')
    expect(asked('department')?.ask).toBe('Who helps our group?')
    expect(asked(null)?.ask).toBe('Who helps our group?')
    expect(asked('team')?.practice?.do).toBe('Ask the team of {others}')
  })

  it('leave a questionnaire without words as it is', () => {
    const plain = aQuestionnaire([aQuestion('a.q')])
    expect(worded(plain, 'team')).toBe(plain)
  })

  it('are those of a unit that all of them name', () => {
    expect(commonUnit([of('team'), of('team')])).toBe('team')
    expect(commonUnit([of('team'), of('department')])).toBeNull()
    expect(commonUnit([of(null)])).toBeNull()
  })

  it('take no word that nobody wrote, whatever it is called', () => {
    expect(wordFor({ words }, 'constructor', 'team')).toBe('constructor')
    expect(wordFor({ words }, 'group', 'constructor')).toBe('group')
  })
})
