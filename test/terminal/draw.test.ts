import { describe, expect, it } from 'vitest'
import { aDimension, aQuestion, aQuestionnaire, rating } from '../interview/make.ts'
import { aState, asking, pressed, screenOf } from './make.ts'

const wide = { columns: 80, rows: 24 }
const small = { columns: 40, rows: 12 }

const trust = aQuestionnaire({
  dimensions: [
    {
      ...aDimension('trust', [
        aQuestion('trust.bad-news', {
          ask: 'How soon does the other partner hear from us when something goes wrong?',
          why: 'A partner can plan around bad news that comes early.',
          form: {
            type: 'rating',
            values: [
              'They find out by themselves',
              'When they ask',
              'Within weeks, when somebody asks',
              'Within days',
              'Within a day, from us, with what we will do about it',
            ].map((label, index) => ({ value: index + 1, label })),
          },
        }),
        aQuestion('trust.promises', { form: { type: 'yes-no' } }),
      ]),
      title: 'Trust',
    },
  ],
})

const ten = asking({
  type: 'choice',
  choices: Array.from({ length: 10 }, (_, index) => ({
    id: `c${index}`,
    title: `Place ${index + 1}`,
    score: null,
  })),
})

function show(...lines: readonly (readonly string[])[]): string {
  return `\n${lines.flat().join('\n')}\n`
}

describe('drawScreen', () => {
  it('shows a rating with room', () => {
    expect(show(screenOf(aState(trust, wide)))).toMatchInlineSnapshot(`
      "

        Trust                                                        Question 1 of 2
        ────────────────────────────────────────────────────────────────────────────

        How soon does the other partner hear from us when something goes wrong?

           1  They find out by themselves
           2  When they ask
           3  Within weeks, when somebody asks
           4  Within days
           5  Within a day, from us, with what we will do about it










        1–5 answer   b back   ? help   w note   p private note   d don't know
        a not applicable   s skip   j jump   r review   q save and leave
      "
    `)
  })

  it('shows a rating on a small screen', () => {
    expect(show(screenOf(aState(trust, small)))).toMatchInlineSnapshot(`
      "
        Trust                Question 1 of 2
        How soon does the other partner hear
        from us when something goes wrong?
           1  They find out by themselves
           2  When they ask
           3  Within weeks, when somebody
              asks
           4  Within days
        ↓ more
        1–5 answer  b back  ? help  s skip
        more keys: w p d a j r q
      "
    `)
  })

  it('shows an earlier answer', () => {
    expect(show(screenOf(pressed(aState(trust, wide), '3', 'b')))).toMatchInlineSnapshot(`
      "

        Trust                                                        Question 1 of 2
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────

        How soon does the other partner hear from us when something goes wrong?

           1  They find out by themselves
           2  When they ask
         ● 3  Within weeks, when somebody asks  (your answer)
           4  Within days
           5  Within a day, from us, with what we will do about it









        1–5 answer   b back   ? help   Enter keep   w note   p private note
        d don't know   a not applicable   s skip   j jump   r review
        q save and leave
      "
    `)
  })

  it('shows yes and no', () => {
    expect(show(screenOf(pressed(aState(trust, wide), '3')))).toMatchInlineSnapshot(`
      "

        Trust                                                        Question 2 of 2
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────

        What of trust.promises?

           1  Yes
           2  No













        y yes   n no   b back   ? help   w note   p private note   d don't know
        a not applicable   s skip   j jump   r review   q save and leave
      "
    `)
    expect(show(screenOf(pressed(aState(trust, small), '3')))).toMatchInlineSnapshot(`
      "

        Trust                Question 2 of 2
        ━━━━━━━━━━━━━━━━━━──────────────────

        What of trust.promises?

           1  Yes
           2  No

        y yes  n no  b back  ? help  s skip
        more keys: w p d a j r q
      "
    `)
  })

  it('shows ten choices', () => {
    expect(show(screenOf(aState(ten, wide)))).toMatchInlineSnapshot(`
      "

        kinds                                                        Question 1 of 1
        ────────────────────────────────────────────────────────────────────────────

        What of kinds.q1?

           1  Place 1
           2  Place 2
           3  Place 3
           4  Place 4
           5  Place 5
           6  Place 6
           7  Place 7
           8  Place 8
           9  Place 9
           0  Place 10




        1–9 answer   0 tenth   b back   ? help   w note   p private note
        d don't know   a not applicable   s skip   j jump   r review
        q save and leave
      "
    `)
    expect(show(screenOf(pressed(aState(ten, small), 'down', 'end')))).toMatchInlineSnapshot(`
      "
        kinds                Question 1 of 1
        What of kinds.q1?
        ↑ more
           5  Place 5
           6  Place 6
           7  Place 7
           8  Place 8
           9  Place 9
        ›  0  Place 10
        Enter answer  b back  ? help  s skip
        more keys: 1–9 w p d a j r q
      "
    `)
  })

  it('shows the review', () => {
    expect(show(screenOf(pressed(aState(trust, wide), '3', 'd')))).toMatchInlineSnapshot(`
      "

        Review                                                           2 of 2 done
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        1 of 2 answered, 1 don't know. Press Enter to finish.

        Unanswered (1)
          ? What of trust.promises?                     don't know

        Trust
          ✓ How soon does the other partner hear from…  3  Within weeks, when someb…
          ? What of trust.promises?                     don't know










        Enter finish   ↑↓ choose   b back   j jump   q save and leave
      "
    `)
    expect(show(screenOf(pressed(aState(trust, small), '3', 'd', 'down')))).toMatchInlineSnapshot(`
      "
        Review                   2 of 2 done
        1 of 2 answered, 1 don't know. Press
        Enter to finish.
        Unanswered (1)
        › ? What of trust.promises?
            don't know

        Trust
        ↓ more
        Enter change  f finish  ↑↓ choose
        more keys: b j q
      "
    `)
  })

  it('shows the guidance, in pages', () => {
    expect(show(screenOf(pressed(aState(trust, wide), '?')))).toMatchInlineSnapshot(`
      "

        Trust                                                            page 1 of 2
        ────────────────────────────────────────────────────────────────────────────

        How soon does the other partner hear from us when something goes wrong?

        Why it is asked
        A partner can plan around bad news that comes early.

        The answers
        1  They find out by themselves
        2  When they ask
        3  Within weeks, when somebody asks
        4  Within days
        5  Within a day, from us, with what we will do about it







        Enter next page   Esc close   b previous page
      "
    `)
    expect(show(screenOf(pressed(aState(trust, small), '?', 'space')))).toMatchInlineSnapshot(`
      "
        Trust                    page 2 of 6

        The answers
        1  They find out by themselves
        2  When they ask
        3  Within weeks, when somebody asks
        4  Within days
        5  Within a day, from us, with what
           we will do about it

        Enter next page  Esc close
      "
    `)
  })

  it('shows where to go', () => {
    expect(show(screenOf(pressed(aState(trust, wide), 'j')))).toMatchInlineSnapshot(`
      "

        Go to                                                            0 of 2 done
        ────────────────────────────────────────────────────────────────────────────

        Where do you want to go?

          Trust  0 of 2
        › · How soon does the other partner hear from us when something goes wrong?
          · What of trust.promises?












        Enter go   ↑↓ choose   / search   o first unanswered   Esc close   r review
        q save and leave
      "
    `)
  })

  it('says so when a digit picks nothing', () => {
    expect(screenOf(pressed(aState(asking(rating), wide), '7')).join('\n')).toContain(
      'There is no answer 7; choose from 1 to 5.',
    )
  })
})
