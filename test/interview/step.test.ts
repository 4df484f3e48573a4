import { describe, expect, it } from 'vitest'
import { describeEntry } from '../../src/interview/answer-text.ts'
import {
  beginRound,
  countProgress,
  countStates,
  getInterview,
  getReviewTargets,
  listJumpTargets,
  listSections,
} from '../../src/interview/round.ts'
import { type InterviewEvent, listMissing, type Round } from '../../src/interview/state.ts'
import {
  aDimension,
  aProfileQuestion,
  aQuestion,
  aQuestionnaire,
  aResponse,
  at,
  begun,
  chained,
  everything,
  five,
  played,
  rated,
} from './make.ts'

const answered = (value: number) => ({ state: 'answered', value, note: null }) as const

const everyQuestion = five.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))

function responseOf(round: Round) {
  return getInterview(round).response
}

describe('beginRound for one respondent', () => {
  it('asks the background first', () => {
    expect(at(begun())).toBe('stage')
  })

  it('opens a half-filled response at the first question without an entry', () => {
    const response = aResponse({
      profile: new Map([['stage', 3]]),
      answers: new Map([['trust.first', answered(4)]]),
    })
    expect(at(begun(undefined, response))).toBe('trust.second')
  })

  it('opens a full response at the review', () => {
    const answers = new Map(
      ['trust.first', 'trust.second', 'trust.third', 'roles.fourth', 'roles.fifth'].map(
        (id) => [id, answered(3)] as const,
      ),
    )
    const round = begun(undefined, aResponse({ profile: new Map([['stage', 1]]), answers }))
    expect(at(round)).toBe('review')
    expect(listMissing(getInterview(round))).toEqual([])
  })

  it('sets aside what a hand-written file answers without being asked', () => {
    const response = aResponse({ answers: new Map([['roles.fourth', answered(2)]]) })
    const round = begun(chained, response)
    expect(responseOf(round).answers.size).toBe(0)
    expect(responseOf(round).inactive).toEqual(new Map([['roles.fourth', answered(2)]]))
  })
})

describe('stepRound for one respondent', () => {
  it('moves on with every answer, and ends at the review', () => {
    const round = played(begun(), [1, 2, 3, 4, 5, 1].map(rated))
    expect(at(round)).toBe('review')
    expect([...responseOf(round).answers.values()].map((entry) => entry.state)).toEqual(
      Array(5).fill('answered'),
    )
  })

  it('takes an answer back and stays, with its note as a skipped question', () => {
    const there = played(begun(), [
      rated(1),
      rated(2),
      rated(3),
      { type: 'jump', to: 'trust.first' },
    ])
    const cleared = played(there, [{ type: 'clear' }])
    expect(at(cleared)).toBe('trust.first')
    expect([...responseOf(cleared).answers.keys()]).toEqual(['trust.second'])
    const noted = played(there, [{ type: 'note', text: 'Since May' }, { type: 'clear' }])
    expect(responseOf(noted).answers.get('trust.first')).toEqual({
      state: 'skipped',
      note: 'Since May',
    })
    const background = played(there, [{ type: 'jump', to: 'stage' }, { type: 'clear' }])
    expect(responseOf(background).profile).toEqual(new Map())
    expect(played(background, [{ type: 'clear' }])).toEqual(background)
  })

  it('refuses values off the scale', () => {
    const round = begun()
    expect(played(round, [rated(6), { type: 'answer', value: 'yes' }])).toBe(round)
  })

  it('asks only what is missing after this one', () => {
    const response = aResponse({
      profile: new Map([['stage', 3]]),
      answers: new Map([
        ['trust.second', answered(4)],
        ['trust.third', answered(4)],
      ]),
    })
    expect(at(played(begun(undefined, response), [rated(1)]))).toBe('roles.fourth')
  })

  it('goes back to the question just answered, shows its answer and returns to where one was', () => {
    const round = played(begun(), [rated(1), rated(2), rated(3), { type: 'back' }])
    expect(at(round)).toBe('trust.second')
    expect(at(played(round, [{ type: 'back' }]))).toBe('trust.first')
    expect(at(played(round, [{ type: 'back' }, rated(5)]))).toBe('trust.third')
    expect(at(played(round, [{ type: 'back' }, { type: 'keep' }]))).toBe('trust.third')
  })

  it('stays at the first question when there is nothing before it', () => {
    expect(at(played(begun(), [{ type: 'back' }]))).toBe('stage')
  })

  it('stores nothing for a background question that is skipped, and does not ask it again', () => {
    const round = played(begun(), [{ type: 'skip' }])
    expect(at(round)).toBe('trust.first')
    expect(responseOf(round).profile.size).toBe(0)
    expect(listMissing(getInterview(round))).not.toContain('stage')
  })

  it('takes no note, reason or "don\'t know" on a background question', () => {
    const round = begun()
    const events = [
      { type: 'note', text: 'n' },
      { type: 'dont-know' },
      { type: 'not-applicable', reason: 'r' },
    ] as const
    expect(played(round, events)).toBe(round)
  })

  it('keeps the five states apart', () => {
    const round = played(begun(), [
      { type: 'skip' },
      rated(4),
      { type: 'dont-know' },
      { type: 'not-applicable', reason: ' One person each ' },
      { type: 'skip' },
    ])
    expect([...responseOf(round).answers]).toEqual([
      ['trust.first', answered(4)],
      ['trust.second', { state: 'dont-know', note: null }],
      ['trust.third', { state: 'not-applicable', reason: 'One person each', note: null }],
      ['roles.fourth', { state: 'skipped', note: null }],
    ])
    expect(countStates(getInterview(round))).toEqual({
      answered: 1,
      'dont-know': 1,
      'not-applicable': 1,
      skipped: 1,
      unanswered: 1,
    })
  })

  it('refuses a blank reason', () => {
    const round = played(begun(), [{ type: 'skip' }])
    expect(played(round, [{ type: 'not-applicable', reason: '  ' }])).toEqual(round)
  })

  it('keeps a note when the answer changes, and removes it when it is blank', () => {
    const noted = played(begun(), [
      rated(1),
      { type: 'note', text: 'Two of three are new' },
      rated(3),
      { type: 'back' },
      rated(2),
    ])
    expect(responseOf(noted).answers.get('trust.first')).toEqual({
      ...answered(2),
      note: 'Two of three are new',
    })
    const bare = played(noted, [{ type: 'back' }, { type: 'note', text: ' ' }])
    expect(responseOf(bare).answers.get('trust.first')).toEqual(answered(2))
  })

  it('keeps a private note apart, also when the answer or its text changes', () => {
    const said = (text: string, isPrivate?: boolean) =>
      ({ type: 'note', text, ...(isPrivate === undefined ? {} : { private: isPrivate }) }) as const
    const noteOf = (...events: readonly InterviewEvent[]) => {
      const round = played(begun(), [rated(1), ...events])
      const { note, privateNote } = responseOf(round).answers.get('trust.first') ?? { note: '?' }
      return { note, privateNote }
    }
    const back = { type: 'back' } as const
    const kept = { note: null, privateNote: 'Their manager drinks' }
    const first = said('Their manager drinks', true)
    expect(noteOf(first)).toEqual(kept)
    expect(noteOf(first, rated(4), back, rated(2))).toEqual(kept)
    expect(noteOf(first, { type: 'dont-know' })).toEqual(kept)
    expect(noteOf(said('Their manager drinks'), first)).toEqual(kept)
    for (const more of [undefined, false, true]) {
      const changed = { note: null, privateNote: 'He stopped' }
      expect(noteOf(first, said('He stopped', more))).toEqual(changed)
      expect(noteOf(first, said(' ', more))).toEqual({ note: null, privateNote: undefined })
    }
    expect(noteOf(first, said(''), said('Ask Ann'))).toEqual({
      note: 'Ask Ann',
      privateNote: undefined,
    })
  })

  it('keeps a private note with an answer that is set aside', () => {
    const chainedEvents: readonly InterviewEvent[] = [
      ...[rated(1), rated(4), rated(5)],
      { type: 'back' },
      { type: 'note', text: 'Between us', private: true },
      { type: 'jump', to: 'trust.first' },
      rated(1),
    ]
    const away = played(begun(chained), chainedEvents, chained)
    expect(responseOf(away).inactive.get('trust.second')).toEqual({
      ...answered(5),
      privateNote: 'Between us',
    })
  })

  it('keeps a note on an unanswered question as skipped, and stays there', () => {
    const round = played(begun(), [rated(1), { type: 'note', text: 'Ask Ann' }])
    expect(responseOf(round).answers.get('trust.first')).toEqual({
      state: 'skipped',
      note: 'Ask Ann',
    })
    expect(at(round)).toBe('trust.first')
  })

  it('sets aside answers whose question no longer applies, counts them, and restores them', () => {
    const all = played(begun(chained), [1, 4, 4, 4, 4, 4].map(rated), chained)
    expect(at(all)).toBe('review')
    const lower = played(all, [{ type: 'jump', to: 'trust.first' }, rated(2)], chained)
    expect([...responseOf(lower).inactive.keys()]).toEqual(['trust.second', 'roles.fourth'])
    expect(getInterview(lower).change).toEqual({ inactive: 2, restored: 0, opened: 0 })
    const again = played(lower, [{ type: 'back' }, rated(5)], chained)
    expect(responseOf(again).inactive.size).toBe(0)
    expect(responseOf(again).answers.get('roles.fourth')).toEqual(answered(4))
    expect(getInterview(again).change).toEqual({ inactive: 0, restored: 2, opened: 0 })
    expect(at(again)).toBe('review')
  })

  it('counts the questions that a change adds, and goes there', () => {
    const low = played(begun(chained), [1, 2, 3, 3].map(rated), chained)
    expect(at(low)).toBe('review')
    const high = played(low, [{ type: 'jump', to: 'trust.first' }, rated(5)], chained)
    expect(getInterview(high).change).toEqual({ inactive: 0, restored: 0, opened: 1 })
    expect(at(high)).toBe('trust.second')
  })

  it('counts no questions that a first answer adds', () => {
    expect(getInterview(played(begun(chained), [rated(1), rated(5)], chained)).change).toBeNull()
  })

  it('jumps to a question, or to the first unanswered one of a dimension', () => {
    expect(at(played(begun(), [{ type: 'jump', to: 'roles.fifth' }]))).toBe('roles.fifth')
    const begunTrust = played(begun(), [rated(1), rated(1)])
    expect(
      at(
        played(begunTrust, [
          { type: 'jump', to: 'roles' },
          { type: 'jump', to: 'trust' },
        ]),
      ),
    ).toBe('trust.second')
    expect(at(played(begun(), [{ type: 'jump', to: 'nowhere' }]))).toBe('stage')
  })

  it('goes forward only over questions with an entry', () => {
    const round = played(begun(), [rated(1), rated(1), { type: 'jump', to: 'trust.first' }])
    expect(at(played(round, [{ type: 'forward' }]))).toBe('trust.second')
    expect(at(played(round, [{ type: 'forward' }, { type: 'forward' }]))).toBe('trust.second')
  })

  it('finishes at the review with nothing missing, at the time in the event', () => {
    const finish = { type: 'finish', at: '2026-11-20T09:14:00Z' } as const
    const early = played(begun(), [{ type: 'review' }, finish])
    expect(early.ended).toBeNull()
    const done = played(begun(), [...[1, 2, 3, 4, 5, 1].map(rated), finish])
    expect(responseOf(done).completed).toBe('2026-11-20T09:14:00Z')
    expect(done.ended).toBe('finished')
    expect(played(done, [{ type: 'back' }])).toBe(done)
  })

  it('is in progress again once a completed response is changed', () => {
    const response = aResponse({ completed: '2026-11-20T09:14:00Z' })
    expect(responseOf(played(begun(undefined, response), [rated(1)])).completed).toBeNull()
  })

  it('counts position and progress over the questions that are asked', () => {
    const round = played(begun(chained), [rated(1)], chained)
    expect(countProgress(round)).toEqual({
      position: 2,
      done: 1,
      total: 4,
      part: { isProfile: false, position: 1, done: 0, total: 3 },
    })
    expect(countProgress(played(round, [rated(5)], chained))).toEqual({
      position: 3,
      done: 2,
      total: 5,
      part: { isProfile: false, position: 2, done: 1, total: 4 },
    })
  })

  it('counts the questions about oneself apart', () => {
    expect(countProgress(begun()).part).toEqual({
      isProfile: true,
      position: 1,
      done: 0,
      total: 1,
    })
    expect(countProgress(played(begun(), [{ type: 'review' }])).part).toEqual({
      isProfile: false,
      position: 5,
      done: 0,
      total: 5,
    })
  })

  it('asks once for a text about oneself, and never counts it as open', () => {
    const questionnaire = {
      ...five,
      profile: [aProfileQuestion('problem', { form: { type: 'text' } }), aProfileQuestion('stage')],
    }
    const begin = (response = aResponse()) =>
      beginRound([{ name: 'Northwind', questionnaire, response }], everything(questionnaire))
    const open = (round: Round) =>
      getReviewTargets(getInterview(round)).open.map(({ question }) => question.id)
    expect(at(begin())).toBe('problem')
    expect(open(begin())).toEqual(['stage', ...everyQuestion])
    const later = aResponse({ answers: new Map([['trust.first', answered(4)]]) })
    expect(at(begin(later))).toBe('stage')
    expect(listMissing(getInterview(begin(later)))).toEqual(['stage', ...everyQuestion.slice(1)])
    const [problem] = listSections(getInterview(begin()))[0]?.items ?? []
    const say = ({ say }: { readonly say: string }) => say
    expect(describeEntry(problem?.question ?? aQuestion('x.y'), null, say)).toBe('left-empty')
    expect(describeEntry(aQuestion('x.y'), null, say)).toBe('no-answer')
  })

  it('finds the questions that have each word of a search, accents and capitals aside', () => {
    const questionnaire = aQuestionnaire({
      profile: [aProfileQuestion('stage', { ask: 'Where do we stand?' })],
      dimensions: [
        aDimension('trust', [
          aQuestion('trust.first', { ask: 'Do we know the café?' }),
          aQuestion('trust.second', { ask: 'Do we know each other?' }),
        ]),
        aDimension('roles', [aQuestion('roles.deputies', { ask: 'Who stands in?' })]),
      ],
    })
    const round = beginRound(
      [{ name: 'Northwind', questionnaire, response: aResponse() }],
      everything(questionnaire),
    )
    const find = (search: string) =>
      listJumpTargets(getInterview(round), search).map(({ to }) => to)
    expect(find('know CAFE')).toEqual(['trust', 'trust.first'])
    expect(find('deput')).toEqual(['roles', 'roles.deputies'])
    expect(find('trust')).toEqual(['trust', 'trust.first', 'trust.second'])
    expect(find('stand')).toEqual(['stage', 'stage', 'roles', 'roles.deputies'])
    expect(find('zebra')).toEqual([])
    expect(find(' ')).toEqual(find(''))
    expect(find('')).toHaveLength(7)
  })

  it('lists the questions by section', () => {
    const titles = listSections(getInterview(begun())).map(({ dimension, items }) => [
      dimension?.id,
      items.length,
    ])
    expect(titles).toEqual([
      [undefined, 1],
      ['trust', 3],
      ['roles', 2],
    ])
    expect(five.dimensions.length).toBe(2)
  })
})
