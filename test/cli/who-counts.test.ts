import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
coverage: 0.5
leastPartners: all
levels:
  - {id: high, title: High, score: 60, weakest: 40}
  - {id: low, title: Low, score: 0}
dimensions:
  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do they tell you?
        type: rating
        anchors: {1: Never, 2: When asked, 3: Always}
        must: 2
        practice: {do: Ring them., done: They heard., effort: small, day: substance}
      - {id: keep, ask: Do you keep it?, type: yes-no}
`

type Person = Readonly<Record<'partner' | 'news' | 'keep', string>>

function response({ partner, news, keep }: Person, id: string, top: string, answers: string) {
  const given = answers
    .replace('NEWS', `{value: ${news}, note: Words of ${id}}`)
    .replace('KEEP', keep)
  return `accordant: response/1
${top}questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: ${partner}
respondent: {id: ${id}}
answers: ${given}
`
}

const whole = '{trust.news: NEWS, trust.keep: KEEP}'
const completed = 'completed: 2026-11-20T09:00:00Z\n'

/** The kinds of response that do not count, each with a promise that would hide everything if it did. */
const uncounted = {
  empty: ['', '{}'],
  unfinished: ['', '{trust.news: NEWS}'],
  excluded: [`${completed}excluded: Asked to withdraw\n`, whole],
} as const

const person = (partner: string): fc.Arbitrary<Person> =>
  fc.record({
    partner: fc.constant(partner),
    news: fc.constantFrom('1', '2', '3'),
    keep: fc.constantFrom('yes', 'no', '{state: dont-know}'),
  })

const people = (partner: string) => fc.array(person(partner), { minLength: 1, maxLength: 3 })

describe('a response that does not count', () => {
  it('changes nothing that is scored or said but its own mention', async () => {
    await fc.assert(
      fc.asyncProperty(
        people('north'),
        people('south'),
        fc.constantFrom('north', 'south').chain(person),
        fc.constantFrom('empty', 'unfinished', 'excluded'),
        async (north, south, other, kind) => {
          const files = Object.fromEntries(
            [...north, ...south].map((own, index) => [
              `responses/r${index}.yaml`,
              response(own, `r${index}`, completed, whole),
            ]),
          )
          const [top, answers] = uncounted[kind]
          const told = `${top}told: {minGroup: 9}\n`
          const without = folderOf(files)
          const beside = folderOf({
            ...files,
            'responses/other.yaml': response(other, 'other', told, answers),
          })
          const { leftOut, ...data } = JSON.parse(await report(beside, 'json'))
          expect(leftOut).toMatchObject([{ respondent: 'other', reason: kind }])
          const { leftOut: none, ...asBefore } = JSON.parse(await report(without, 'json'))
          expect({ none, data }).toEqual({ none: [], data: asBefore })
          for (const format of ['csv', 'actions']) {
            expect(await report(beside, format)).toBe(await report(without, format))
          }
          expect(linesOf(await report(beside, 'markdown'))).toEqual(
            linesOf(await report(without, 'markdown')),
          )
        },
      ),
      { numRuns: 8 },
    )
  })
})

function folderOf(files: Readonly<Record<string, string>>): string {
  const settings = `accordant: config/1
questionnaire: small.yaml
partnership: both
partners: [{id: north}, {id: south}]
`
  return aFolder({ 'accordant.yaml': settings, 'small.yaml': questionnaire, ...files })
}

async function report(folder: string, format: string): Promise<string> {
  return (await ran(['report', folder, '--format', format])).out
}

/** Without the hash and the mention. */
function linesOf(markdown: string): readonly string[] {
  return markdown
    .replace(/\n## To bear in mind\n(?:\n|- Not counted: .*\n)*(?=\n## )/u, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^<!-- written by|^- Not counted: /u.test(line))
}
