import { describe, expect, it } from 'vitest'
import { createTopicFinder } from '../../../src/checks/topics.ts'
import type { Passage, Prose, ProseSection } from '../../../src/model/prose.ts'

/** Sections by their titles, " > " between two; each text is a passage in a line of its own, the title in one too. */
function prose(sections: Readonly<Record<string, readonly (string | Partial<Passage>)[]>>): Prose {
  let line = 0
  return {
    sections: Object.entries(sections).map(([title, texts]): ProseSection => {
      line += 1
      const titles = title === '' ? [] : title.split(' > ')
      const own = line
      const passages = texts.map((text): Passage => {
        line += 1
        const unread = typeof text === 'string' ? text : (text.unread ?? '')
        const passage = { line, unread, words: unread.split(' ').length, wordsRead: 0 }
        return typeof text === 'string' ? passage : { ...passage, ...text }
      })
      return { titles, line: own, counted: titles.length > 0, passages }
    }),
  }
}

function findUnder(title: string, ...topic: readonly string[]): boolean {
  return createTopicFinder(prose({ [title]: ['Something else'] })).findLines(topic).length > 0
}

function find(text: string, ...topic: readonly string[]): boolean {
  return createTopicFinder(prose({ 'Something else': [text] })).findLines(topic).length > 0
}

describe('The words of a topic', () => {
  it('count in a title, and not in a sentence that leads to a list', () => {
    const lead = 'Subject to the award of the grant the fee is paid by these milestones'
    expect(findUnder('The grant', 'grant')).toBe(true)
    expect(findUnder(lead, 'grant')).toBe(false)
    expect(findUnder(lead, 'subject to the award')).toBe(true)
  })

  it('can say that a sentence opens a document, and that a short text ends it', () => {
    const long = 'the mill and the farm go on with their work '.repeat(4)
    expect(find('The mill and the farm work together', '<opening>')).toBe(true)
    expect(find('River mill', '<opening>')).toBe(false)
    expect(find('For the mill: A. Visser', '<end>')).toBe(true)
    expect(find(long, '<end>')).toBe(false)
  })

  it.each([
    ['This Agreement may be terminated by either party', 'terminate'],
    ['Terminating early costs a fee', 'termination'],
    ['Each deputy has a deputy', 'deputies'],
    ['They are to indemnify us', 'indemnified'],
    ['Non-disclosure of prices', 'non disclosure'],
    ['non disclosure of prices', 'non-disclosure'],
    ['Thirty days’ written notice is given', "days' written notice"],
    ["The partner's liability ends", 'partners liability'],
    ['EIN RÉSUMÉ', 'resume'],
    ['The naïve coördinator', 'naive coordinator'],
    ['the law of the land', 'law of land'],
    ['An NDA was signed', 'NDA'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['数据 保护', '数据'],
  ])('are found inflected, without accents and signs: %s, %s', (text, word) => {
    expect(find(text, word)).toBe(true)
  })

  it.each([
    ['The determination of prices', 'termination'],
    ['Governed by the laws of Ohio', 'governance'],
    ['A community of users', 'communication'],
    ['The accounts are audited', 'accountable'],
    ['The terms of this paper', 'term'],
    ['She has coordinating duties', 'coordinator'],
    ['All information goes to both', 'inform'],
    ['It earns us respect', 'earnings'],
    ['Think critically about it', 'criticism'],
    ['We attach version 2.0 of the licence here', 'version'],
    ['Ten minute breaks', 'meeting minutes'],
    ['Notice of each meeting; termination follows', 'notice of termination'],
    ['', 'termination'],
    ['Nothing of it', ''],
    ['Nothing of it', '—'],
  ])('are not found in other words, or apart: %s, %s', (text, word) => {
    expect(find(text, word)).toBe(false)
  })

  it.each([
    ['Co-operation between two clubs', 'cooperation'],
    ['Our cooperation', 'co-operation'],
    ['The organisation of the fair', 'organization'],
    ['We recognize it', 'recognise'],
    ['How we behave: good behavior', 'good behaviour'],
    ['The programme for May', 'program'],
  ])('are found in British and American spelling: %s, %s', (text, word) => {
    expect(find(text, word)).toBe(true)
  })

  it('do not run from one passage into the next', () => {
    const finder = createTopicFinder(prose({ Rules: ['Give notice', 'of termination'] }))
    expect(finder.findLines(['notice of termination'])).toEqual([])
  })

  it('count in a title, or where a passage begins with them, if they are general', () => {
    expect(find('In the course of this change we met', 'changes')).toBe(false)
    expect(find('3.1 Changes: only in writing and signed by both', 'changes')).toBe(true)
    expect(find('Changes', 'change')).toBe(true)
    const titled = createTopicFinder(prose({ Changes: ['Only on paper'] }))
    expect(titled.findLines(['change'])).toEqual([2])
  })
})

describe('Parts of an entry', () => {
  it.each([
    ['Every spring we look at it together', 'look + together'],
    ['Together we look at it', 'look + together'],
    ['It was signed on 3 May 2027 in Leeds', 'signed + <date>'],
    ['The bread costs 12 EUR a day', 'costs + <money>'],
    ['Losses fall from 9 per cent to 3 %', 'from + to + <percent>'],
    ['Nine of ten vans are on time', 'on time + <number>'],
    ['They meet on the first Monday of each month', 'meet + <rhythm>'],
    ['The chair is Ana Ruiz', 'chair + <name>'],
    ['Dr. Ruiz is the chair', 'chair + <name>'],
  ])('are in one sentence, in any order: %s, %s', (text, entry) => {
    expect(find(text, entry)).toBe(true)
  })

  it.each([
    ['We look at it. Lunch is eaten together', 'look + together'],
    ['It was signed in Leeds. On 3 May 2027 it rained', 'signed + <date>'],
    ['The bread costs twelve', 'costs + <money>'],
    ['The Chair may speak', 'chair + <name>'],
  ])('are not in two: %s, %s', (text, entry) => {
    expect(find(text, entry)).toBe(false)
  })

  it('are in one row, whatever the cell', () => {
    const cells = ['Start', '1 August 2026'].map((unread) => ({ unread, line: 9 }))
    const finder = createTopicFinder(prose({ Rows: cells }))
    expect(finder.findLines(['start + <date>'])).toEqual([9])
  })

  it('can be where a document begins, or where it ends', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `Ana Ruiz has ${at} cats`)
    const finder = createTopicFinder(prose({ Cats: lines }))
    expect(finder.findLines(['<name> + <opening>', 'nothing'])).toEqual([2])
    expect(finder.findLines(['<name> + <end>'])).toEqual([16])
  })
})

describe('A weak entry', () => {
  it('counts only where no other one is found, and for one line', () => {
    const texts = ['Years of rain', 'The term is two years', 'Years of sun']
    const finder = createTopicFinder(prose({ Weather: texts }))
    expect(finder.findLines(['? years'])).toEqual([2])
    expect(finder.findLines(['? years', 'two years'])).toEqual([3])
  })

  it('is looked for in no title, and in text though it is general', () => {
    const finder = createTopicFinder(prose({ Change: ['None'], Notes: ['We change trains'] }))
    expect(finder.findLines(['? change'])).toEqual([4])
  })
})

describe('The lines of a topic', () => {
  const topic = ['termination', 'notice of termination', 'withdrawal']

  it('are those under its title that have its words, the best of them', () => {
    const finder = createTopicFinder(
      prose({
        'Term and termination': [
          'It begins in May',
          'Notice of termination takes thirty days',
          'Drinks are free',
        ],
      }),
    )
    expect(finder.findLines(topic)).toEqual([3])
  })

  it('are the first unread one under its title where none has its words', () => {
    const read = { unread: '', words: 4, wordsRead: 4 }
    const finder = createTopicFinder(prose({ Termination: [read, 'Ninety days', 'By letter'] }))
    expect(finder.findLines(topic)).toEqual([3])
  })

  it('are those of sections inside the one with its title too', () => {
    const finder = createTopicFinder(prose({ 'Termination > By us': ['Ninety days'] }))
    expect(finder.findLines(topic)).toEqual([2])
  })

  it('are elsewhere only those that say it plainly, where a title has it', () => {
    const finder = createTopicFinder(
      prose({
        Termination: ['Ninety days'],
        Insurance: ['It outlasts termination'],
        Law: ['Notice of termination, and withdrawal after notice of termination, need a lawyer'],
        Letters: ['Notice of termination: by post. Withdrawal: by hand'],
      }),
    )
    expect(finder.findLines(topic)).toEqual([2, 8])
  })

  it('are elsewhere at most three, the best, where no title has it', () => {
    const finder = createTopicFinder(
      prose({
        One: ['We may live to see a withdrawal', 'The withdrawal comes by notice of termination'],
        Two: [
          'What happens on withdrawal and after termination',
          'Nobody speaks of withdrawal here',
        ],
        Three: [
          'All goods go back upon withdrawal or termination',
          'Somebody asks whether termination is withdrawal',
        ],
      }),
    )
    expect(finder.findLines(topic)).toEqual([3, 5, 8])
  })

  it('are under the titles that say most', () => {
    const finder = createTopicFinder(
      prose({
        'Costs that arise in the year of a withdrawal': ['Nothing'],
        Termination: ['Ninety days'],
      }),
    )
    expect(finder.findLines(topic)).toEqual([4])
  })

  it('are not all those under the title of the document', () => {
    const title = 'Termination of the old lease'
    const finder = createTopicFinder(
      prose({
        [title]: ['Between us'],
        [`${title} > Rent`]: ['Monthly'],
        [`${title} > Pets`]: ['None'],
        [`${title} > Keys`]: ['Two'],
      }),
    )
    expect(finder.findLines(topic)).toEqual([2])
  })

  it('are that of a title under which nothing is written', () => {
    const finder = createTopicFinder(prose({ 'Dated 1 May 2027': [], Other: ['Text'] }))
    expect(finder.findLines(['dated'])).toEqual([1])
  })

  it('are none where all that has it was read', () => {
    const read = { unread: '', words: 2, wordsRead: 2 }
    expect(createTopicFinder(prose({ Termination: [read] })).findLines(topic)).toEqual([])
  })

  it('are named once, however many cells of a row have it', () => {
    const cells = ['withdrawal', 'termination'].map((unread) => ({ unread, line: 9 }))
    expect(createTopicFinder(prose({ Rows: cells })).findLines(topic)).toEqual([9])
  })

  it('are none in a document without sections', () => {
    expect(createTopicFinder({ sections: [] }).findLines(topic)).toEqual([])
  })
})

describe('The share that was read', () => {
  const read = (words: number, wordsRead: number) => ({ unread: 'rest', words, wordsRead })

  it('is of all words in sections that have a topic or anything read', () => {
    const finder = createTopicFinder(
      prose({
        '': [read(100, 0)],
        Termination: [read(10, 0)],
        Goals: [read(10, 6)],
        Recipes: [read(50, 0)],
        Letters: [{ unread: 'a withdrawal', words: 20, wordsRead: 4 }],
      }),
    )
    expect(finder.measureRead([['termination'], ['withdrawal']])).toBe(10 / 40)
  })

  it('is unknown where no section counts', () => {
    expect(createTopicFinder({ sections: [] }).measureRead([['x']])).toBeNull()
    const finder = createTopicFinder(prose({ Recipes: [read(50, 0)] }))
    expect(finder.measureRead([['termination']])).toBeNull()
  })
})

describe('Text of any size', () => {
  const topics = Array.from({ length: 200 }, (_, at) => [`notice of ${at}`, 'risk', 'aaa bbb'])
  it.each([
    ['one word a million times', 'risk '.repeat(1_000_000)],
    ['one word of five million letters', 'a'.repeat(5_000_000)],
    ['numbers', '1.'.repeat(2_000_000)],
    ['half a phrase', 'notice of '.repeat(400_000)],
    ['accents on one letter', `a${'\u0301'.repeat(2_000_000)}`],
    ['long words that the stemmer would go through', `${'ation'.repeat(200)} `.repeat(2000)],
  ])('is searched in time: %s', (_, text) => {
    const started = process.cpuUsage().user
    const finder = createTopicFinder(prose({ Risks: [text] }))
    for (const topic of topics) finder.findLines(topic)
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(4)
  })

  it('with ten thousand sections is searched in time', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => [`All > Risks ${at}`, ['a risk', 'no']])
    const started = process.cpuUsage().user
    const finder = createTopicFinder(prose(Object.fromEntries(names)))
    for (const topic of topics) finder.findLines(topic)
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(8)
  })
})
