import { describe, expect, it } from 'vitest'
import { beginRound, getInterview } from '../../src/interview/round.ts'
import type { Round } from '../../src/interview/state.ts'
import type { Notice } from '../../src/model/notice.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import type { Screen } from '../../src/terminal/keys/screen-state.ts'
import { aResponse, everything, rating } from '../interview/make.ts'
import { asking, Person, pressed, screenOf } from './make.ts'

const wide = { columns: 80, rows: 24 }
const small = { columns: 40, rows: 12 }
const two = asking(rating, rating)

const notice: Notice = {
  minGroup: 3,
  parts: [
    {
      sentences: [
        {
          say: 'notice-purpose',
          isOneSided: false,
          title: 'Readiness',
          partnership: 'northwind-contoso',
        },
        { say: 'notice-minutes', minutes: 15, quick: false },
      ],
      items: [],
    },
    { sentences: [{ say: 'notice-saved', files: ['north-r1.yaml'], again: false }], items: [] },
    {
      sentences: [{ say: 'notice-who', again: false }],
      items: [
        { say: 'notice-hidden', minGroup: 3 },
        { say: 'notice-private' },
        { say: 'notice-files', files: 1 },
      ],
    },
  ],
}

function told(partners: readonly string[] = ['north']): Round {
  const seats = partners.map((partner) => ({
    name: partner,
    questionnaire: two,
    response: aResponse({ partner }),
  }))
  return beginRound(seats, everything(two), { notice })
}

function aState(size = wide): Screen {
  return createScreenState(told(), size)
}

function show(state: Screen): string {
  return `\n${screenOf(state).join('\n')}\n`
}

/** The pages from the first to the last, as words. */
function readThrough(size: typeof wide): string {
  const pages = [aState(size)]
  for (;;) {
    const next = pressed(pages.at(-1) ?? aState(size), 'return')
    if (next.round.notice === null) break
    pages.push(next)
  }
  return pages
    .map((state) => screenOf(state).join(' '))
    .join(' ')
    .replaceAll(/Before you start +page \d of \d|Enter \w+ \w+|q leave|b previous page|[━─]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const everyWord =
  'These are the questions of "Readiness", for the partnership northwind-contoso. All of them together take about 15 minutes. You can stop at any time and go on later. Every answer is saved at once, in north-r1.yaml. Who will see what: - If a partner has answers, but from fewer than 3 people, the report shows nothing by partner and quotes nobody. - A private note is in no report. - Whoever can open your file can read everything in it, private notes too.'

describe('the opening screen', () => {
  it('shows the notice before the first question', () => {
    expect(show(aState())).toMatchInlineSnapshot(`
      "

        Before you start                                                 page 1 of 1
        ────────────────────────────────────────────────────────────────────────────

        These are the questions of "Readiness", for the partnership
        northwind-contoso. All of them together take about 15 minutes.

        You can stop at any time and go on later. Every answer is saved at once, in
        north-r1.yaml.

        Who will see what:
        - If a partner has answers, but from fewer than 3 people, the report shows
          nothing by partner and quotes nobody.
        - A private note is in no report.
        - Whoever can open your file can read everything in it, private notes too.







        Enter go on   q leave
      "
    `)
  })

  it('shows it in pages on a small screen', () => {
    expect(show(aState(small))).toMatchInlineSnapshot(`
      "
        Before you start         page 1 of 3

        These are the questions of
        "Readiness", for the partnership
        northwind-contoso. All of them
        together take about 15 minutes.

        You can stop at any time and go on
        later. Every answer is saved at
        once, in north-r1.yaml.
        Enter next page  q leave
      "
    `)
    expect(show(pressed(aState(small), 'return'))).toMatchInlineSnapshot(`
      "
        Before you start         page 2 of 3

        Who will see what:
        - If a partner has answers, but from
          fewer than 3 people, the report
          shows nothing by partner and
          quotes nobody.
        - A private note is in no report.
        - Whoever can open your file can
          read everything in it, private
        Enter next page  q leave
      "
    `)
  })

  it.each([
    [80, 24],
    [80, 12],
    [60, 20],
    [40, 24],
    [40, 12],
  ])('cuts no word in %i columns and %i rows', (columns, rows) => {
    expect(readThrough({ columns, rows })).toBe(everyWord)
  })

  it('goes on with Enter after the last page, and back to earlier pages', () => {
    const last = pressed(aState(small), 'space', 'down', 'right', 'pagedown', 'space', 'space')
    expect(last.round.notice).toBe(notice)
    expect(screenOf(last).join('\n')).toContain('Enter go on')
    expect(pressed(last, 'b').mode).not.toEqual(last.mode)
    expect(pressed(last, 'return').mode.type).toBe('options')
  })

  it('takes no key for an answer', () => {
    const keys = ['4', 'y', 's', 'd', 'a', 'w', 'p', 'j', 'r', '?', 'escape', '^z', '^x']
    const state = pressed(aState(), ...keys, 'paste-start', '4', 'return', 'paste-end')
    expect(state).toEqual(aState())
  })

  it.each(['q', '^s'])('is left with %s', (key) => {
    expect(pressed(aState(), key).round.ended).toBe('left')
  })

  it('is shown once at a table', () => {
    const state = createScreenState(told(['north', 'south']), wide)
    const after = pressed(state, 'return', '4', '4')
    expect(after.round.notice).toBeNull()
    expect(after.round.seats.map(({ response }) => response.told)).toEqual([
      { minGroup: 3 },
      { minGroup: 3 },
    ])
  })
})

describe('the notice, in an interview', () => {
  it('is passed by keys that are typed ahead, and recorded', async () => {
    const person = new Person()
    const outcome = person.begins(told())
    await person.types('\r45\r')
    expect(await outcome).toBe('finished')
    expect(person.saved.at(-1)?.told).toEqual({ minGroup: 3 })
    expect(Object.values(person.answers)).toEqual([4, 5])
  })

  it('saves nothing when it is left or interrupted', async () => {
    for (const [key, how] of [
      ['q', 'left'],
      ['\x03', 'interrupted'],
    ] as const) {
      const person = new Person()
      const outcome = person.begins(told())
      await person.types('4', key)
      expect(await outcome).toBe(how)
      expect(person.saved).toEqual([])
    }
  })

  it('is read line by line, and waits', async () => {
    const person = new Person()
    const outcome = person.begins(told(), { accessible: true })
    await person.types('4\n', '\n', '4\n', 'q\n')
    expect(await outcome).toBe('left')
    expect(person.text.slice(0, person.text.indexOf('kinds, question 1'))).toMatchInlineSnapshot(`
      "Before you start

      These are the questions of "Readiness", for the partnership northwind-contoso.
      All of them together take about 15 minutes.

      You can stop at any time and go on later. Every answer is saved at once, in
      north-r1.yaml.

      Who will see what:
      - If a partner has answers, but from fewer than 3 people, the report shows
      nothing by partner and quotes nobody.
      - A private note is in no report.
      - Whoever can open your file can read everything in it, private notes too.

      Leave blank to go on, or type q to leave: "4" is not a choice here; leave the line blank to go on, or type q to leave
      Leave blank to go on, or type q to leave: 
      "
    `)
    expect(person.answers).toEqual({ 'kinds.q1': 4 })
    expect(person.saved.at(-1)?.told).toEqual({ minGroup: 3 })
  })

  it('can be left line by line, with nothing saved', async () => {
    for (const [line, how] of [
      ['q\n', 'left'],
      [null, 'interrupted'],
    ] as const) {
      const person = new Person()
      const round = told()
      const outcome = person.begins(round, { accessible: true })
      if (line === null) person.input.end()
      else await person.types(line)
      expect(await outcome).toBe(how)
      expect(person.saved).toEqual([])
      expect(getInterview(round).response.told).toBeNull()
    }
  })
})
