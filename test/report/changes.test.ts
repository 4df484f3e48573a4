import { describe, expect, it } from 'vitest'
import { aQuestion, aQuestionnaire, dontKnow, notApplicable } from '../scoring/support/builders.ts'
import { overTime } from './over-time.ts'

const may = '2026-05-12'
const november = '2026-11-20'

describe('what has changed', () => {
  it('appears nowhere if there is no earlier point', () => {
    const { changes, verdict: lead } = overTime({
      points: [{ day: may, answers: { north: { 'a.q': 4 } } }],
    })
    expect(changes).toBeNull()
    expect(lead.since).toBeNull()
  })

  it('sets the points side by side, and says what moved from what to what', () => {
    const { changes, verdict: lead } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 }, south: { 'a.q': 5 } } },
        { day: november, answers: { north: { 'a.q': 4 }, south: { 'a.q': 2 } } },
      ],
    })
    expect(changes).toEqual({
      scores: {
        points: [may, november],
        hasError: false,
        rows: [
          { title: 'Overall', scores: ['88', '50'], change: '−38', beyondError: '' },
          { title: 'a', scores: ['88', '50'], change: '−38', beyondError: 'n/a' },
        ],
      },
      error:
        'Whether a change is more than chance could not be worked out. That takes the earlier responses of at least ten people.',
      periods: [
        {
          title: `From ${may} to ${november}`,
          sentences: [
            'The score fell by 38 points, and the level went from “Ready” to “Emerging”.',
            'As Northwind sees it, the score is unchanged at 75; as Contoso sees it, the score fell by 75 points, to 25.',
          ],
          partners: [
            {
              partner: 'Northwind',
              lead: '1 question: 0 lower, 0 higher, 1 unchanged.',
              moves: [],
              rest: 0,
            },
            {
              partner: 'Contoso',
              lead: '1 question: 1 lower, 0 higher, 0 unchanged.',
              moves: [
                {
                  question: 'a.q',
                  ask: 'Ask a.q',
                  move: '−75, from 100 to 25',
                },
              ],
              rest: 0,
            },
          ],
          lists: [],
        },
      ],
    })
    expect(lead.since).toBe(
      `Since ${may} the score fell by 38 points, and the level went from “Ready” to “Emerging”. As Northwind sees it, the score is unchanged at 75; as Contoso sees it, the score fell by 75 points, to 25.`,
    )
  })

  it('compares no score of other partners, and says who had one', () => {
    const both = { north: { 'a.q': 4 }, south: { 'a.q': 1 } }
    const gone = overTime({
      points: [
        { day: may, answers: both },
        { day: november, answers: { north: { 'a.q': 4 } } },
      ],
    })
    const northward = 'As Northwind sees it, the score is unchanged at 75.'
    expect(gone.verdict.since).toBe(
      `The score can’t be compared with that of ${may}: only the earlier one includes Contoso. ${northward}`,
    )
    expect(gone.changes?.periods[0]?.sentences).toEqual([
      'The two overall scores can’t be compared: only the earlier one includes Contoso.',
      northward,
    ])
    expect(gone.changes?.scores?.rows).toEqual([
      { title: 'Overall', scores: ['38', '75'], change: 'n/a', beyondError: '' },
      { title: 'a', scores: ['38', '75'], change: 'n/a', beyondError: 'n/a' },
    ])
    const come = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: november, answers: both },
      ],
    })
    expect(come.verdict.since).toBe(
      `The score can’t be compared with that of ${may}: only the later one includes Contoso. ${northward}`,
    )
  })

  it('compares a dimension only if the same partners have a score in it', () => {
    const { changes } = overTime({
      questions: [aQuestion('a.q'), aQuestion('b.q')],
      points: [
        { day: may, answers: { north: { 'a.q': 4, 'b.q': 4 }, south: { 'a.q': 4, 'b.q': 1 } } },
        {
          day: november,
          answers: { north: { 'a.q': 4, 'b.q': 4 }, south: { 'a.q': 4, 'b.q': dontKnow } },
        },
      ],
    })
    expect(changes?.scores?.rows.map(({ title, change }) => [title, change])).toEqual([
      ['Overall', 'n/a'],
      ['a', '0'],
      ['b', 'n/a'],
    ])
  })

  it('lists falls before rises, largest first, and counts the rest', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((id) => `a.${id}`)
    const all = (values: readonly number[]) =>
      Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 3]))
    const { changes } = overTime({
      questions: ids.map((id) => aQuestion(id)),
      points: [
        { day: may, answers: { north: all([5, 4, 4, 4, 4, 4, 1, 2, 2, 2, 3]) } },
        { day: november, answers: { north: all([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) } },
      ],
    })
    const [span] = changes?.periods ?? []
    expect(span?.partners[0]?.moves.map(({ question }) => question)).toEqual(
      ['a', 'b', 'c', 'g', 'h'].map((id) => `a.${id}`),
    )
    expect(span?.partners[0]?.rest).toBe(5)
  })

  it('names essential questions no longer met, newly unanswered, newly answered, new and dropped questions', () => {
    const { changes } = overTime({
      questions: [
        aQuestion('a.must', { must: { least: 3, cap: 'emerging' } }),
        aQuestion('a.opened'),
        aQuestion('a.closed'),
        aQuestion('a.new'),
      ],
      points: [
        {
          day: may,
          answers: { north: { 'a.must': 3, 'a.opened': 3, 'a.closed': dontKnow } },
          questionnaire: aQuestionnaire([
            aQuestion('a.must', { must: { least: 3, cap: 'emerging' } }),
            aQuestion('a.opened'),
            aQuestion('a.closed'),
            aQuestion('a.old'),
          ]),
        },
        {
          day: november,
          answers: { north: { 'a.must': 2, 'a.opened': dontKnow, 'a.closed': 3, 'a.new': 3 } },
        },
      ],
    })
    expect(changes?.periods[0]?.sentences).toEqual([
      'The two overall scores can’t be compared: at least one of them is missing.',
    ])
    expect(
      changes?.periods[0]?.lists.map(({ title, questions }) => [
        title,
        questions.map(({ question }) => question),
      ]),
    ).toEqual([
      ['Essential questions below their minimum at a partner now, and at none before', ['a.must']],
      ['Left unanswered by somebody now, and by nobody before', ['a.opened']],
      ['Left unanswered by somebody before, and by nobody now', ['a.closed']],
      ['Not compared: asked for the first time', ['a.new']],
      ['Not compared: no longer asked', ['a.old']],
    ])
  })

  it('does not say that an essential question was met that did not apply before', () => {
    const { changes } = overTime({
      questions: [aQuestion('a.must', { must: { least: 3, cap: 'emerging' } }), aQuestion('a.q')],
      points: [
        { day: may, answers: { north: { 'a.must': notApplicable, 'a.q': 3 } } },
        { day: november, answers: { north: { 'a.must': 2, 'a.q': 3 } } },
      ],
    })
    expect(changes?.periods[0]?.lists.map(({ title }) => title)).toEqual([
      'Essential questions below their minimum at a partner now, and at none before',
    ])
  })

  it('does not say that one overall score is missing where both are', () => {
    const { changes } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': dontKnow } } },
        { day: november, answers: { north: { 'a.q': dontKnow } } },
      ],
    })
    expect(changes?.periods[0]?.sentences).toEqual([
      'The two overall scores can’t be compared: at least one of them is missing.',
    ])
  })

  it('says that score and level are as before, and counts one point as one', () => {
    const ids = Array.from({ length: 25 }, (_, index) => `a.q${index}`)
    const all = (first: number) =>
      Object.fromEntries(ids.map((id, index) => [id, index === 0 ? first : 4]))
    const since = (before: number, now: number) =>
      overTime({
        questions: ids.map((id) => aQuestion(id)),
        points: [
          { day: may, answers: { north: all(before) } },
          { day: november, answers: { north: all(now) } },
        ],
      }).verdict.since
    expect(since(4, 4)).toBe(
      `Since ${may} the score is the same, and the level is “Ready” as before.`,
    )
    expect(since(4, 5)).toBe(
      `Since ${may} the score rose by 1 point, and the level is “Ready” as before.`,
    )
    expect(since(5, 4)).toBe(
      `Since ${may} the score fell by 1 point, and the level is “Ready” as before.`,
    )
  })

  it('does not compare overall scores if the questions differ', () => {
    const { changes } = overTime({
      questions: [aQuestion('a.same'), aQuestion('a.new')],
      points: [
        {
          day: may,
          answers: { north: { 'a.same': 3 } },
          questionnaire: aQuestionnaire([aQuestion('a.same')]),
        },
        { day: november, answers: { north: { 'a.same': 3, 'a.new': 3 } } },
      ],
    })
    expect(changes?.periods[0]?.sentences).toEqual([
      'The two overall scores can’t be compared: the questions or their weights differ, or the earlier questionnaire is not available.',
    ])
  })

  it('says why the changes differ from what the rounded scores give, where they do', () => {
    const questions = ['a.q', 'a.r', 'a.s', 'a.t', 'a.u', 'a.v'].map((id) => aQuestion(id))
    const all = (last: number) => ({
      north: Object.fromEntries(questions.map(({ id }, at) => [id, at < last ? 4 : 3])),
    })
    const { changes } = overTime({
      questions,
      points: [
        { day: may, answers: all(3) },
        { day: november, answers: all(2) },
      ],
    })
    expect(changes?.scores?.rows[0]).toMatchObject({ scores: ['63', '58'], change: '−4' })
    expect(changes?.error).toBe(
      'Whether a change is more than chance could not be worked out. That takes the earlier responses of at least ten people. Changes are calculated from unrounded scores and may differ slightly from the figures shown.',
    )
  })

  it('begins with the latest period, and names points of the same day by number', () => {
    const { changes } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: may, answers: { north: { 'a.q': 3 } } },
        { day: november, answers: { north: { 'a.q': 3 } } },
      ],
    })
    expect(changes?.scores?.points).toEqual(['point 1', 'point 2', november])
    expect(changes?.periods.map(({ title }) => title)).toEqual([
      `From point 2 to ${november}`,
      'From point 1 to point 2',
    ])
  })

  it('is hidden as a whole if too few people changed', () => {
    const {
      changes,
      warningSigns: signs,
      verdict: lead,
    } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: november, answers: { north: { 'a.q': 1 } } },
      ],
      result: { trend: [aWithheldTrend] },
    })
    expect(changes).toEqual({
      scores: null,
      error: null,
      periods: [
        {
          title: 'From point 1 to point 2',
          sentences: ['Not shown: too few people changed, or a group is too small.'],
          partners: [],
          lists: [],
        },
      ],
    })
    expect(lead.since).toBeNull()
    expect(signs.fading).toEqual([])
  })

  it('appears nowhere if a group is too small to be shown', () => {
    const { changes, verdict: lead } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: november, answers: { north: { 'a.q': 1 } } },
      ],
      minGroup: 2,
    })
    expect([changes, lead.since]).toEqual([null, null])
  })

  it('compares scores, but no level, with a point that has none', () => {
    const { verdict: lead } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 5 }, south: { 'a.q': 4 } } },
        { day: november, answers: { north: { 'a.q': 4 }, south: { 'a.q': 4 } } },
      ],
      result: { verdict: aVerdictWithoutLevel },
    })
    expect(lead.since).toBe(
      `Since ${may} the score fell by 13 points. As Northwind sees it, the score fell by 25 points, to 75; as Contoso sees it, the score is unchanged at 75.`,
    )
  })
})

const aWithheldTrend = {
  from: 'point 1',
  to: 'point 2',
  score: null,
  dimensions: [],
  questions: [],
  opened: [],
  closed: [],
  fell: [],
  left: [],
  withheld: true as const,
}

const aVerdictWithoutLevel = {
  pass: true,
  level: null,
  levelLow: null,
  levelHigh: null,
  reasons: [],
  lifted: [],
  decidedBy: [],
  withoutOne: { of: null, reason: 'not-scored' as const },
}
