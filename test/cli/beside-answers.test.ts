import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - {id: calls, ask: How many calls?, type: number, from: 0, to: 7, core: true}
      - {id: what, ask: What is shared?, type: choices, choices: [{id: costs, title: Costs, score: 1}, {id: plans, title: Plans, score: 0}]}
`)

const map = `accordant: map/1
questionnaire: small.yaml
partnership: northwind-contoso
run: quick
told: {minGroup: 4}
groups: [trust, you]
columns:
  partner: partner
  respondent: code
  answers:
    trust.minutes: {column: minutes, reason: minutes_why, note: minutes_note}
    trust.calls: {column: calls, state: calls_state, reason: calls_why, note: calls_note}
    trust.what: what
`

const head =
  'you/partner,you-code,trust/minutes,trust/minutes_why,minutes_note,trust-calls,trust-calls_state,calls_why,calls_note,what'

/** What import says, and the answers that it writes for the row, in a response that it writes whole. */
async function importRow(cells: string) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    'form.csv': `${head}\n${cells}\n`,
    'form.map.yaml': map,
  })
  const file = join(folder, 'form.csv')
  const { code, err } = await ran([
    'import',
    file,
    '--map',
    join(folder, 'form.map.yaml'),
    '-o',
    folder,
  ])
  const response = parse(readFileSync(join(folder, 'responses', 'northwind-a1.yaml'), 'utf8'))
  return { code, err: err.replaceAll(file, 'form.csv'), response }
}

describe('a map with columns beside the answers', () => {
  it.each([
    ['yes,,,3,,,,costs', { minutes: 'yes', calls: 3, what: ['costs'] }],
    [
      'no,unread,"We do,\nnow",0,,,n/a,none-of-these',
      {
        minutes: { value: 'no', note: 'We do,\nnow' },
        calls: { value: 0, note: 'n/a' },
        what: [],
      },
    ],
    [
      'N/A,No meetings,See plan,,not-applicable,No phone,,None of these',
      {
        minutes: { state: 'not-applicable', reason: 'No meetings', note: 'See plan' },
        calls: { state: 'not-applicable', reason: 'No phone' },
        what: [],
      },
    ],
    [
      'not applicable,,,,dont-know,,Ask Bo,Plans',
      {
        minutes: { state: 'not-applicable', reason: 'not applicable' },
        calls: { state: 'dont-know', note: 'Ask Bo' },
        what: ['plans'],
      },
    ],
    [',,Later,5,dont-know,,,', { minutes: { state: 'skipped', note: 'Later' }, calls: 5 }],
  ])('reads %j', async (cells, answers) => {
    const { code, err, response } = await importRow(`northwind,A1,${cells}`)
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^1 imported[^\n]*\n$/) })
    expect(response.answers).toEqual(
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`trust.${id}`, answer])),
    )
    expect({ run: response.run, told: response.told }).toEqual({
      run: 'quick',
      told: { minGroup: 4 },
    })
  })

  it('names a state that it cannot read, and keeps the other answers', async () => {
    const { code, err, response } = await importRow('northwind,A1,yes,,,,perhaps,,,costs')
    expect(code).toBe(1)
    expect(err).toContain(
      'trust-calls_state: "perhaps" does not say why there is no answer; expected dont-know, not-applicable or skipped',
    )
    expect(response.answers).toEqual({ 'trust.minutes': 'yes', 'trust.what': ['costs'] })
  })
})
