import { describe, expect, it } from 'vitest'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { builtIn } from './built-in.ts'

const names = ['partnership-readiness', 'partnership-health', 'collaboration-capability'] as const

const loaded = await Promise.all(
  names.map(async (name) => {
    const { questionnaire } = await builtIn(name)
    const practices = listQuestions(questionnaire).flatMap(({ id, about, practice }) =>
      practice === null ? [] : [{ id, about, ...practice }],
    )
    return { name, practices }
  }),
)
const practicesOf = (name: (typeof names)[number]) =>
  loaded.find((each) => each.name === name)?.practices ?? []
const ofPartners = [
  ...practicesOf('partnership-readiness'),
  ...practicesOf('partnership-health'),
].map((practice) => [practice.id, practice] as const)

/** What only several partners can do, as one. */
const jointWords =
  /\b(each of you|each other|both sides|each side|(all|each|every) partners?|your next joint meeting)\b|\btogether\b/i
/** What one side does on its own, or towards the other. */
const ownWords = /\b(the other (partner|\{partner\})|their people|your (side|people|work))(?!\w)/i

function countDays(duration: string): number {
  const [, count = '', unit = ''] = /^P(\d+)([DWM])$/.exec(duration) ?? []
  return Number(count) * { D: 1, W: 7, M: 30 }[unit as 'D' | 'W' | 'M']
}

describe('who does a practice', () => {
  it('is everybody in most practices between partners, and the group that answers in the questionnaire about one', () => {
    const counted = loaded.map(({ name, practices }) => {
      const count = (by: string) => practices.filter((practice) => practice.by === by).length
      return [name, { us: count('us'), them: count('them'), all: count('all') }]
    })
    expect(Object.fromEntries(counted)).toEqual({
      'partnership-readiness': { us: 11, them: 0, all: 37 },
      'partnership-health': { us: 13, them: 0, all: 33 },
      'collaboration-capability': { us: 25, them: 0, all: 0 },
    })
  })

  it('is everybody in these, though the question is about one side', () => {
    const joint = ofPartners.filter(([, { about, by }]) => about !== 'both' && by === 'all')
    expect(joint.map(([id]) => id)).toEqual([
      'trust.bad-news',
      'trust.bad-news-from-them',
      'trust.openness',
      'trust.promises',
      'roles.their-share',
      'roles.preparation',
      'communication.our-listening',
      'communication.their-side',
      'contingencies.stand-ins',
      'long-term-focus.resources',
      'long-term-focus.their-interest',
      'long-term-focus.again',
      'equality.say',
      'equality.our-no',
      'equality.benefits',
      'chain.facts',
      'weight.duties',
      'energy.fading',
    ])
  })

  it.each(ofPartners.filter(([, practice]) => jointWords.test(practice.do)))(
    'is everybody, as the words of %s say',
    (_, { by }) => {
      expect(by).toBe('all')
    },
  )

  it.each(
    ofPartners.filter(([, { do: words }]) => ownWords.test(words) && !jointWords.test(words)),
  )('is the side that answers, as the words of %s say', (_, { by }) => {
    expect(by).toBe('us')
  })
})

describe('how long a practice takes', () => {
  /** What has to happen several times, or to others first, before it can be seen. */
  const repeated =
    /\b(in a row|(last|next) three (sets|agendas|meetings)|(three|four) (half )?(hours|times|meetings|such talks|people))\b/i
  const slow = loaded
    .flatMap(({ practices }) => practices)
    .filter(({ done }) => repeated.test(done ?? ''))

  it.each(slow.map((practice) => [practice.id, practice] as const))(
    'is a month or more where it has to happen several times: %s',
    (_, { takes }) => {
      expect(countDays(takes)).toBeGreaterThanOrEqual(30)
    },
  )

  it.each(loaded)('is never shorter than its effort: $name', ({ practices }) => {
    const least = { small: 7, medium: 14, large: 28 }
    expect(
      practices.filter(({ takes, effort }) => countDays(takes) < least[effort]).map(({ id }) => id),
    ).toEqual([])
  })
})
