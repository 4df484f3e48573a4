import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildNotice } from '../../src/app/interview/notice.ts'
import { beginRound } from '../../src/interview/round.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Response } from '../../src/model/response.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import type { Screen, ScreenSize } from '../../src/terminal/keys/screen-state.ts'
import {
  aDimension,
  aProfileQuestion,
  aQuestion,
  aQuestionnaire,
  aResponse,
  everything,
} from '../interview/make.ts'
import { pressed, screenOf, typed } from './make.ts'

/** Every kind of screen is kept as a picture, at the size of a usual window and of a very small one. */
const sizes: readonly ScreenSize[] = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
]

const badNews = aQuestion('trust.bad-news', {
  ask: 'How soon does the other partner hear from us when something goes wrong?',
  why: 'A partner can plan around bad news that comes early, and nobody can plan around bad news that comes too late.',
  evidence:
    'Ask for the last three times that something went wrong, and for the day on which the other side heard of it.',
  form: {
    type: 'rating',
    values: [
      'They find out by themselves, or from somebody else',
      'When they ask, and then only what they ask for',
      'Within weeks, in the next regular meeting',
      'Within days, from those who do the work',
      'Within a day, from us, with what we will do about it',
    ].map((label, index) => ({ value: index + 1, label })),
  },
})

const places: Form = {
  type: 'choices',
  choices: [
    'In a course with others from the same place',
    'From someone experienced who guided us through the first year',
    'By trial and error',
    'Nowhere in particular',
  ].map((title, index) => ({ id: `c${index}`, title, score: null })),
}

const table: Form = {
  type: 'table',
  leastRows: 1,
  columns: [
    { id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] },
    { id: 'fit', title: 'How well they fit', type: 'number', from: 0, to: 10, choices: [] },
  ],
}

const kinds = aQuestionnaire({
  title: 'Readiness',
  why: 'An alliance asks more of people than a contract does. These questions ask what people do, not how they feel about it.',
  profile: [
    aProfileQuestion('stage', {
      ask: 'Where does the partnership stand today?',
      form: {
        type: 'choice',
        choices: [
          'We are finding out whether to work together',
          'We want to, and are working out how',
          'The work is under way',
        ].map((title, index) => ({ id: `s${index}`, title, score: null })),
      },
    }),
    aProfileQuestion('problem', {
      ask: 'Which problem do we know of already? Leave it empty if there is none.',
      form: { type: 'text' },
    }),
  ],
  dimensions: [
    {
      ...aDimension('trust', [
        badNews,
        aQuestion('trust.word', {
          ask: 'Does each side do what it said it would do, on the day on which it said it would?',
          form: { type: 'yes-no' },
        }),
        aQuestion('trust.learned', {
          ask: 'Where did our people learn to work with partners? Choose all that fit.',
          form: places,
        }),
      ]),
      title: 'Trust',
    },
    {
      ...aDimension('work', [
        aQuestion('work.meetings', {
          ask: 'How many meetings did both sides have in the last quarter?',
          form: { type: 'number', from: 0, to: 12 },
        }),
        aQuestion('work.need', {
          ask: 'What can neither of us do alone? One or two sentences are enough.',
          form: { type: 'text' },
        }),
        aQuestion('work.goals', { ask: 'What do we want to reach?', form: { type: 'list' } }),
        aQuestion('work.candidates', { ask: 'Who could be our partner?', form: table }),
      ]),
      title: 'The work itself',
    },
  ],
})

const answered = new Map([
  ['trust.bad-news', { state: 'answered', value: 3, note: 'It was weeks in May.' }],
  ['trust.word', { state: 'dont-know', note: null }],
  ['trust.learned', { state: 'answered', value: ['c1', 'c2'], note: null }],
  ['work.meetings', { state: 'answered', value: 4, note: null }],
  ['work.need', { state: 'not-applicable', reason: 'We can do all of it alone.', note: null }],
  ['work.goals', { state: 'answered', value: ['Fuller trucks', 'Fresher goods'], note: null }],
] as const)

/** The interview of one person, at a question; some are answered. */
function at(id: string, size: ScreenSize, more: Partial<Response> = {}): Screen {
  const response = aResponse({ answers: answered, profile: new Map([['stage', 's1']]), ...more })
  const seat = { name: 'Northwind', questionnaire: kinds, response }
  const round = beginRound([seat], everything(kinds))
  return createScreenState({ ...round, at: id }, size)
}

function atNotice(size: ScreenSize): Screen {
  const response = aResponse({ respondent: { id: 'k7', role: null } })
  const notice = buildNotice({
    questionnaire: kinds,
    responses: [response],
    partners: ['Northwind'],
    asked: 9,
    day: null,
    partnership: 'Northwind and Contoso',
    files: ['responses/northwind-k7.yaml'],
    minGroup: 1,
    blind: false,
  })
  const seat = { name: 'Northwind', questionnaire: kinds, response }
  return createScreenState(beginRound([seat], everything(kinds), { notice }), size)
}

/** Two partners at one table, who see the first question differently. */
function atTable(size: ScreenSize): Screen {
  const seats = ['Northwind Traders', 'Contoso Foods'].map((name, index) => ({
    name,
    questionnaire: kinds,
    response: aResponse({ partner: `p${index}`, profile: new Map([['stage', 's1']]) }),
  }))
  const round = { ...beginRound(seats, everything(kinds)), at: 'trust.bad-news' }
  return pressed(createScreenState(round, size), '2', '5')
}

const pictures: Readonly<Record<string, (size: ScreenSize) => Screen>> = {
  notice: atNotice,
  'about-you': (size) => at('stage', size),
  'about-you-empty': (size) => at('problem', size),
  rating: (size) => at('trust.bad-news', size, { answers: new Map() }),
  'rating-selected': (size) =>
    pressed(at('trust.bad-news', size, { answers: new Map() }), 'down', 'down', 'down', 'down'),
  'rating-last': (size) => pressed(at('trust.bad-news', size, { answers: new Map() }), 'end'),
  'rating-answered': (size) => at('trust.bad-news', size),
  'yes-no': (size) => at('trust.word', size),
  choices: (size) => pressed(at('trust.learned', size), 'down', 'down'),
  number: (size) => at('work.meetings', size),
  text: (size) => typed(at('work.need', size), 'Deliver fresh goods every day'),
  'text-other-keys': (size) => pressed(at('work.need', size), 'escape'),
  list: (size) => typed(at('work.goals', size), 'Fewer complaints'),
  table: (size) => at('work.candidates', size),
  note: (size) => typed(pressed(at('trust.bad-news', size), 'w'), ' Twice in June.'),
  'private-note': (size) => pressed(at('trust.word', size), 'p'),
  reason: (size) => typed(pressed(at('trust.word', size), 'a'), 'Nothing was promised'),
  'wrong-key': (size) => pressed(at('trust.bad-news', size), '9'),
  help: (size) => pressed(at('trust.bad-news', size), '?'),
  'help-next-page': (size) => pressed(at('trust.bad-news', size), '?', 'return'),
  jump: (size) => pressed(at('trust.word', size), 'j'),
  search: (size) => typed(pressed(at('trust.word', size), 'j', '/'), 'partner'),
  'search-nothing': (size) => typed(pressed(at('trust.word', size), 'j', '/'), 'zebra'),
  review: (size) => pressed(at('trust.word', size), 'r'),
  'review-selected': (size) => pressed(at('trust.word', size), 'r', 'down', 'down', 'down'),
  difference: atTable,
  'difference-second': (size) => pressed(atTable(size), 'down'),
}

describe.each(sizes)('a screen of $columns by $rows', (size) => {
  it.each(Object.entries(pictures))('is kept: %s', async (name, create) => {
    const file = `./screens/${size.columns}x${size.rows}/${name}.txt`
    const lines = screenOf(create(size))
    expect(lines.length).toBeLessThan(size.rows)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL(file, import.meta.url)),
    )
  })
})
