import { describe, expect, it } from 'vitest'
import { buildNotice, type NoticeFacts } from '../../../src/app/interview/notice.ts'
import { sayInterview } from '../../../src/words/say-interview.ts'
import {
  aDimension,
  aProfileQuestion,
  aQuestion,
  aQuestionnaire,
  aResponse,
} from '../../interview/make.ts'

const readiness = aQuestionnaire({
  why: 'We ask what people do.\nNot how they feel.',
  minutes: { full: 15, quick: 5 },
  dimensions: [aDimension('trust', [aQuestion('trust.first')])],
})

/** What is said, a line for each paragraph and item. */
function told(more: Partial<NoticeFacts> = {}): readonly string[] {
  const { parts } = buildNotice({
    questionnaire: readiness,
    responses: [aResponse()],
    partners: ['Northwind Traders'],
    asked: 12,
    day: null,
    partnership: 'Northwind–Contoso',
    files: ['responses/northwind-r1.yaml'],
    minGroup: 1,
    blind: false,
    ...more,
  })
  return parts.flatMap(({ sentences, items }) => [
    sentences.map((sentence) => sayInterview(sentence)).join(' '),
    ...items.map((item) => `- ${sayInterview(item)}`),
  ])
}

const toldBefore = (minGroup: number) => aResponse({ told: { minGroup } })
const purpose =
  'These are the questions of "Readiness", for the partnership Northwind–Contoso. All of them together take about 15 minutes.'
const who =
  'You answer for Northwind Traders. Your code is r1; with it you find your answers again.'
const saved =
  'You can stop at any time and go on later. Every answer is saved at once, in responses/northwind-r1.yaml.'
const words =
  "- It quotes what you write (notes, reasons, answers in your own words) with the partner's name, not with yours."
const privately = '- A private note is in no report.'
const file = '- Whoever can open your file can read everything in it, private notes too.'
const hidden =
  '- If a partner has answers, but from fewer than 3 people, the report shows nothing by partner and quotes nobody.'

describe('the notice', () => {
  it('says what it is for, how long it takes, where it is saved, and who will see what', () => {
    expect(told()).toEqual([
      purpose,
      'We ask what people do. Not how they feel.',
      `${who} ${saved}`,
      'Who will see what:',
      '- The report shows averages for each partner, and how many people gave each answer.',
      words,
      '- If only one or two people answer for a partner, readers can tell that these answers are theirs.',
      privately,
      file,
    ])
  })

  it('says what minGroup hides, and from how many people on counts are shown', () => {
    expect(told({ minGroup: 3 })).toEqual([
      purpose,
      'We ask what people do. Not how they feel.',
      `${who} ${saved}`,
      'Who will see what:',
      hidden,
      '- Otherwise it shows averages for each partner. It shows how many people gave each answer only where a partner has at least 6 people.',
      words,
      privately,
      file,
    ])
  })

  it('says that answers of only two people can be recognised if groups of two are shown', () => {
    expect(told({ minGroup: 2 })).toContain(
      '- If only two people answer for a partner, readers can tell that these answers are theirs.',
    )
  })

  it('is short for who was promised the same before', () => {
    expect(told({ responses: [toldBefore(1)] })).toEqual([
      `${who} Welcome back. ${saved}`,
      'Who will see what, as before:',
      "- The report shows averages and counts for each partner. It quotes what you write with the partner's name, not with yours.",
      '- If only one or two people answer for a partner, readers can tell that these answers are theirs.',
    ])
    expect(told({ responses: [toldBefore(3)], minGroup: 3 })).toEqual([
      `${who} Welcome back. ${saved}`,
      'Who will see what, as before:',
      hidden,
    ])
  })

  it('says with whose answers somebody goes on', () => {
    const [first] = told({ responses: [toldBefore(1)], goesOn: true })
    expect(first).toBe(
      `Welcome back. Going on with r1's answers for Northwind Traders in Northwind–Contoso. ${saved}`,
    )
  })

  it.each([
    ['the settings became stricter', 3, [toldBefore(1)], 3],
    ['the settings became looser', 1, [toldBefore(3)], 3],
    ['one at the table was promised more', 1, [toldBefore(5), toldBefore(2)], 5],
    ['one at the table was told nothing yet', 2, [toldBefore(2), aResponse()], 2],
  ])('keeps the largest promise: %s', (_, minGroup, responses, expected) => {
    const facts = { responses, minGroup }
    expect(buildNotice({ ...defaults, ...facts }).minGroup).toBe(expected)
    const allTheSame = responses.every((own) => own.told?.minGroup === expected)
    expect(told(facts).includes('Who will see what, as before:')).toBe(allTheSame)
  })

  it('names everybody at one table, and says what the others in the room can see', () => {
    const table = {
      responses: [aResponse(), aResponse({ partner: 'contoso' })],
      partners: ['Northwind Traders', 'Contoso Foods'],
      files: ['a.yaml', 'b.yaml'],
    }
    expect(told(table)).toEqual(
      expect.arrayContaining([
        'At this table: Northwind Traders and Contoso Foods. Everybody in the room can see each answer on this screen.',
        'You can stop at any time and go on later. Every answer is saved at once, in a.yaml and b.yaml.',
        '- Whoever can open these files can read everything in them, private notes too.',
      ]),
    )
    expect(told({ ...table, blind: true })).toContain(
      'At this table: Northwind Traders and Contoso Foods. The answers to a question stay hidden until all of you have given one. Then everybody in the room can see them.',
    )
  })

  it('counts the questions of a questionnaire that says no minutes', () => {
    const bare = { ...readiness, minutes: { full: null, quick: null } }
    const first = (questionnaire: typeof readiness) => told({ questionnaire })[0]
    expect(first(bare)).toContain('There are 12 questions.')
    const when = { cel: 'true' }
    const conditional = { ...bare, profile: [aProfileQuestion('stage', { when })] }
    expect(first(conditional)).toContain('There are 12 questions, more or fewer as you answer.')
  })

  it('says how long the quick run and the day take', () => {
    expect(told({ responses: [aResponse({ run: 'quick' })] })[0]).toContain(
      'The quick run takes about 5 minutes.',
    )
    const day = { day: 2, of: 5, title: 'Candidates', minutes: 15 }
    expect(told({ day })).toContain('This is day 2 of 5: Candidates. It takes about 15 minutes.')
    expect(told({ day, responses: [toldBefore(1)] })).toContain(
      'This is day 2 of 5: Candidates. It takes about 15 minutes.',
    )
  })

  it('promises no averages where nothing is scored', () => {
    const unscored = aQuestion('trust.first', { scored: false, form: { type: 'text' } })
    const questionnaire = { ...readiness, dimensions: [aDimension('trust', [unscored])] }
    const quoted = words.replace('It quotes', 'The report quotes')
    const whoIsTold = (more: Partial<NoticeFacts>) => {
      const lines = told({ questionnaire, ...more })
      return lines.slice(lines.findIndex((line) => line.startsWith('Who will see')) + 1)
    }
    const recognisable =
      '- If only one or two people answer for a partner, readers can tell that these answers are theirs.'
    expect(whoIsTold({})).toEqual([quoted, recognisable, privately, file])
    expect(whoIsTold({ responses: [toldBefore(1)] })).toEqual([quoted, recognisable])
    expect(whoIsTold({ minGroup: 3 })).toEqual([hidden, words, privately, file])
  })

  it('says that answers go into the plan only where they do', () => {
    const fills = aQuestion('trust.first', { fills: 'purpose.need' })
    const filling = { ...readiness, dimensions: [aDimension('trust', [fills])] }
    const line = "- Some of your answers also go into the partnership's plan."
    expect(told({ questionnaire: filling })).toContain(line)
    expect(told({ questionnaire: filling, minGroup: 3 })).not.toContain(line)
    expect(told()).not.toContain(line)
  })

  it('says of a preview that nothing is saved', () => {
    const preview = told({ partnership: null, files: [] })
    expect(preview[0]).toContain('Preview of "Readiness". Nothing is saved.')
    expect(preview.join()).not.toMatch(/saved at once|your file/)
  })

  it('cannot be given more lines by a name', () => {
    const lines = told({
      partnership: 'North\n\nNobody sees your answers.',
      partners: ['A\nB', 'C\u202E'],
    })
    for (const line of lines) expect(line).not.toMatch(/[\n\u202E]/)
  })
})

const defaults: NoticeFacts = {
  questionnaire: readiness,
  responses: [],
  partners: [],
  asked: 12,
  day: null,
  partnership: null,
  files: [],
  minGroup: 1,
  blind: false,
}
