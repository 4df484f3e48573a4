import { describe, expect, it } from 'vitest'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { createActiveQuestionFinder } from '../../src/questionnaire/conditions.ts'
import { fitResponse } from '../../src/questionnaire/fit-response.ts'
import { createMadeUpResponses } from '../../src/questionnaire/made-up-responses.ts'
import { toResponseFile } from '../../src/questionnaire/to-response-file.ts'
import { madeUpWords } from '../../src/words/en/made-up.ts'
import { builtIn } from '../content/built-in.ts'

const names = ['partnership-readiness', 'partnership-health', 'five-days-of-action']

async function madeUp(name: string, seed: string, run: 'full' | 'quick' = 'full') {
  const { questionnaire, hash } = await builtIn(name)
  const active = await createActiveQuestionFinder(questionnaire)
  const responses = createMadeUpResponses({
    questionnaire,
    hash,
    active,
    seed,
    run,
    words: madeUpWords,
  })
  return { questionnaire, active, responses }
}

describe.each(names)('Answers made up for %s', (name) => {
  it('come from two partners with three people each', async () => {
    const { responses } = await madeUp(name, 'a')
    expect(responses.map(({ partner, respondent }) => `${partner} ${respondent.id}`)).toEqual([
      'partner-a r1',
      'partner-a r2',
      'partner-a r3',
      'partner-b r1',
      'partner-b r2',
      'partner-b r3',
    ])
  })

  it('fit the questionnaire, and answer exactly the questions that are asked', async () => {
    for (const run of ['full', 'quick'] as const) {
      const { questionnaire, active, responses } = await madeUp(name, 'fits', run)
      for (const response of responses) {
        const file = toResponseFile(questionnaire, response)
        expect(fitResponse(questionnaire, file as never, new Map()).misfits).toEqual([])
        const entries = [...response.profile.keys(), ...response.answers.keys()]
        expect(entries).toEqual([...active(response)])
      }
    }
  })

  it('are the same for the same seed, and different for another seed', async () => {
    const [first, again, other] = [
      await madeUp(name, 'a'),
      await madeUp(name, 'a'),
      await madeUp(name, 'b'),
    ]
    expect(again.responses).toEqual(first.responses)
    expect(other.responses).not.toEqual(first.responses)
  })
})

describe('Made-up answers', () => {
  it('cover the whole scale over some seeds, and are mostly answers', async () => {
    const values = new Set<unknown>()
    let [answered, entries] = [0, 0]
    for (const seed of ['1', '2', '3', '4', '5']) {
      const { questionnaire, responses } = await madeUp('partnership-readiness', seed)
      const ratings = listQuestions(questionnaire).filter(({ form }) => form.type === 'rating')
      for (const { answers } of responses) {
        for (const { id } of ratings) {
          const answer = answers.get(id)
          if (answer === undefined) continue
          entries += 1
          if (answer.state !== 'answered') continue
          answered += 1
          values.add(answer.value)
        }
      }
    }
    expect([...values].toSorted()).toEqual([1, 2, 3, 4, 5])
    expect(answered / entries).toBeGreaterThan(0.9)
    expect(answered).toBeLessThan(entries)
  })
})
