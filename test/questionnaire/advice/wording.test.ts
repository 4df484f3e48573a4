import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { aSmallQuestionnaire } from '../../cli/support/small-questionnaire.ts'

/** The ids of what check finds in the wording of each of these questions. */
async function foundIn(asks: readonly string[]): Promise<readonly (readonly string[])[]> {
  const questions = asks.map(
    (ask, index) => `      - {id: q${index}, ask: ${JSON.stringify(ask)}, type: yes-no}\n`,
  )
  const text = aSmallQuestionnaire(
    `  - id: wording\n    title: Wording\n    questions:\n${questions.join('')}`,
  )
  const first = text.slice(0, text.indexOf('- {id: q0')).split('\n').length
  const folder = aFolder({ 'questionnaire.yaml': text })
  const { out } = await ran(['check', folder, '--format', 'json'])
  const { files } = JSON.parse(out) as {
    readonly files: readonly {
      readonly findings: readonly { readonly id: string; readonly line: number }[]
    }[]
  }
  const findings = files.flatMap((file) => file.findings)
  return asks.map((_, index) => [
    ...new Set(findings.filter(({ line }) => line === first + index).map(({ id }) => id)),
  ])
}

const wanting = {
  'question.two-ideas': [
    'Do you trust your partner and communicate well with them?',
    'Are roles and responsibilities clear?',
    'Is the partnership efficient and effective?',
    'Are meetings regular and well prepared?',
    'Do the partners share information and make decisions together?',
    'Is our leadership committed and visible?',
    'How well do we communicate and resolve conflicts?',
    'Are goals clear, and do people know them?',
    'Do we have a risk register and an exit plan?',
    'Have we agreed on goals and signed a contract?',
    'We trust each other and share information openly.',
    'Our partner keeps its promises and tells us bad news early.',
    'How satisfied are you with the quality and speed of delivery?',
    'Is the plan realistic or at least agreed?',
    'Does the partner respond quickly and politely?',
    'Is there enough budget and staff?',
    'Are costs and risks shared fairly?',
  ],
  'question.leading': [
    "Wouldn't you agree that trust matters?",
    "Don't you think the partner should do more?",
    'How much do you enjoy our excellent cooperation?',
    'How satisfied are you with our outstanding joint team?',
    "Isn't it true that they are always late?",
    'Most partners trust each other. Do you?',
    "Shouldn't a good partner share its data?",
    'Do you agree with experts that openness is vital?',
    'Everyone knows that openness pays. How open are you?',
    'Why is the partner failing to deliver?',
    'How badly has the partner let us down?',
    "You do share information with your partner, don't you?",
  ],
  'question.jargon': [
    'Do we leverage synergies?',
    'How mature is our stakeholder engagement framework?',
    'Is our go-to-market motion aligned?',
    'What is the ROI of the alliance?',
    'Do we have a robust governance paradigm?',
    'How do we operationalise strategic alignment?',
    'Are KPIs and OKRs cascaded?',
    'Do we ideate with the ecosystem?',
    'Is there a value proposition?',
    'How agile is our way of working?',
  ],
  'question.double-negative': [
    'Do you never not tell the partner about problems?',
    'We do not fail to tell bad news.',
  ],
  'question.cannot-know': [
    'What do they think of us?',
    'How far do the partners trust each other?',
    'Does the other partner really believe in the goal?',
    'What do the partners know about what each will gain?',
    'How satisfied are their people with us?',
    'Which worries does each partner keep to itself?',
  ],
}

describe('The advice on wording', () => {
  it.each(Object.entries(wanting))('finds every case of %s', async (id, asks) => {
    const found = await foundIn(asks)
    expect(asks.filter((_, index) => found[index]?.includes(id) !== true)).toEqual([])
  })

  it('accepts plain questions', async () => {
    const plain = [
      'How soon does the other partner hear from us when something goes wrong?',
      'How often do people and machines stand still?',
      'Who decides on price and delivery terms?',
      'What happens when two partners want different things?',
      'How do we divide gains and losses?',
      'How many of the last ten deliveries were on time?',
      'Do both sides name one person?',
      'When did we last talk about wins and losses?',
      'How are day-to-day questions answered?',
      'Where are the terms and conditions kept?',
      'How far do pros and cons weigh?',
      'Is there a rule for research and development?',
      'How clear is the goal of each side?',
      "How well do our people know the other partner's goals?",
      'Have the partners set a date to decide whether to go on?',
      'Who may speak to the press?',
      'What do we do when a promise is broken?',
      'How often do the sponsors meet in person or by phone?',
      'How much time do our people have for the work?',
      'How far do we trust the other partner?',
      'What has the other partner told us about what it wants?',
      'How do the partners know what they may expect of each other?',
      'How do we know what the other partner is good at?',
      'How often did we ask them what they think of our work?',
      'Do the partners think a hard talk through beforehand?',
      'How well do our people know their daily work?',
    ]
    expect(await foundIn(plain)).toEqual(plain.map(() => []))
  })
})

describe('The advice on what nobody can know', () => {
  /** The answers of a scored choice in which check finds something. */
  async function blamedOf(
    titles: readonly string[],
    ask = 'What is known?',
  ): Promise<readonly string[]> {
    const lines = titles.map(
      (title, index) =>
        `          - {id: c${index}, title: ${JSON.stringify(title)}, score: ${index && 1}}\n`,
    )
    const text = aSmallQuestionnaire(
      `  - id: wording\n    title: Wording\n    questions:\n      - id: q\n        ask: ${ask}\n        type: choice\n        choices:\n${lines.join('')}`,
    )
    const first = text.slice(0, text.indexOf('- {id: c0')).split('\n').length
    const { out } = await ran([
      'check',
      aFolder({ 'questionnaire.yaml': text }),
      '--format',
      'json',
    ])
    const { files } = JSON.parse(out) as {
      readonly files: readonly {
        readonly findings: readonly { readonly id: string; readonly line: number }[]
      }[]
    }
    const blamed = files
      .flatMap(({ findings }) => findings)
      .filter(({ id }) => id === 'question.cannot-know')
      .map(({ line }) => titles[line - first])
    return titles.filter((title) => blamed.includes(title))
  }

  it('finds thoughts, feelings and guesses of others in an answer', async () => {
    const inner = [
      'Each partner has worries it keeps to itself',
      'Each goes by an idea it keeps to itself',
      'Each has worked out its own gain',
      "Each one guesses at the other's share",
      "Each partner suspects the other's steps",
      'Each one knows its own share only',
      'Each partner guesses what may be passed on',
      'Two of us would give two different answers',
      'All of us involved give the same answer',
      'The person who began it knows; the rest guess',
      'They do not trust us',
      'The others believe that we gain more',
      'They have it in their heads',
    ]
    expect(await blamedOf(inner)).toEqual(inner)
  })

  it('leaves people of our own side alone', async () => {
    const ask = 'What do our people do with something they know?'
    const titles = ['They keep it to themselves', 'They think about it', 'Each partner suspects us']
    expect(await blamedOf(titles, ask)).toEqual(['Each partner suspects us'])
    expect(await blamedOf(titles)).toEqual(titles)
  })

  it('leaves alone what was done, said or written, and what we think ourselves', async () => {
    const seen = [
      'Nobody has asked',
      'We keep it to ourselves',
      'Each of them thinks it through alone',
      'Ideas in the heads of one or two people',
      'They say what they think of it',
      'We asked them how they feel about it',
      'Each partner has told the others its own goals',
      'We trust them with what we know',
      'Every partner made a start, in its own way',
      'We know what would stop',
      'Each partner acts on its own',
      'Each partner notes its own ideas',
      'Each repeats what it wants',
      'They know our open points',
      'We guess what may be passed on',
      'Only from hearsay',
      'They guess',
    ]
    expect(await blamedOf(seen)).toEqual([])
  })
})
