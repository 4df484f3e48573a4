import { describe, expect, it } from 'vitest'
import { overTime } from './over-time.ts'

const may = '2026-05-12'
const november = '2026-11-20'

describe('the chart of scores over time', () => {
  it('has a line for each partner, from the oldest point to the newest', () => {
    const { charts } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 }, south: { 'a.q': 5 } } },
        { day: november, answers: { north: { 'a.q': 4 }, south: { 'a.q': 2 } } },
      ],
    })
    const row = {
      whole: [
        { value: 87.5, text: '88' },
        { value: 50, text: '50' },
      ],
      partners: [
        [
          { value: 75, text: '75' },
          { value: 75, text: '75' },
        ],
        [
          { value: 100, text: '100' },
          { value: 25, text: '25' },
        ],
      ],
    }
    expect(charts.trend).toEqual({
      about: `The scores from ${may} to ${november}. The largest change is in a, as Contoso sees it: from 100 to 25.`,
      points: [may, november],
      rows: [
        { title: 'Overall', ...row },
        { title: 'a', ...row },
      ],
    })
  })

  it('is not drawn of one point, nor where a trend is withheld', () => {
    const one = { day: may, answers: { north: { 'a.q': 4 } } }
    const two = { day: november, answers: { north: { 'a.q': 4 } } }
    expect(overTime({ points: [one] }).charts.trend).toBeNull()
    expect(overTime({ points: [one, two], minGroup: 2 }).charts.trend).toBeNull()
  })
})
