import { describe, expect, it } from 'vitest'
import { told, understood, unread } from '../markdown/read.ts'

describe('Under the title of one map', () => {
  it.each([
    ['items', '- Start: 2026-10-01\n- End: 2029-09-30'],
    ['bold items', '- **Start:** 2026-10-01\n- **End**: 2029-09-30'],
    ['bold items without a colon', '- **Start** 2026-10-01\n- **End** – 2029-09-30'],
    ['lines', 'Start: 2026-10-01\nEnd: 2029-09-30'],
    ['paragraphs', 'Start: 2026-10-01\n\nEnd: 2029-09-30'],
    ['one line', 'Start: 2026-10-01; end: 2029-09-30'],
    ['one line with bars', '**Start:** 2026-10-01 | **End:** 2029-09-30'],
    ['sentences', 'Start: 2026-10-01. End: 2029-09-30'],
    ['headings', '### Start\n2026-10-01\n### End\n2029-09-30'],
    ['bold titles', '**Start**\n\n2026-10-01\n\n**End**\n\n2029-09-30'],
    ['lists inside', '- Start:\n  - 2026-10-01\n- End:\n  - 2029-09-30'],
    ['rows', '| | |\n|-|-|\n| Start | 2026-10-01 |\n| End | 2029-09-30 |'],
    ['rows with a head', '| Field | Value |\n|-|-|\n| Start | 2026-10-01 |\n| End | 2029-09-30 |'],
    ['rows, the first of them as head', '| Start | 2026-10-01 |\n|-|-|\n| End | 2029-09-30 |'],
    ['columns', '| Start | End |\n|-|-|\n| 2026-10-01 | 2029-09-30 |'],
    ['hard breaks', 'Start: 2026-10-01  \nEnd: 2029-09-30'],
    ['HTML breaks', 'Start: 2026-10-01<br>End: 2029-09-30'],
    ['a quotation', '> Start: 2026-10-01\n> End: 2029-09-30'],
    ['numbered items', '1. Start: 2026-10-01\n2. End: 2029-09-30'],
    ['other names', '- Effective date: 1 October 2026\n- Expiry date: 30.09.2029'],
  ])('keys may be in %s', (_, body) => {
    const text = `## Term\n\n${body}\n`
    expect(understood(text)).toEqual({ term: { start: '2026-10-01', end: '2029-09-30' } })
    expect(told(text)).toEqual([])
  })

  it.each([
    ['an unknown key', '- Start: 2026-10-01\n- Weather: fine', ['6 Weather: fine']],
    ['an unknown bold key', '**Start:** 2026-10-01\n**Weather:** fine', ['6 Weather: fine']],
    [
      'the second value of a key',
      '- Start: 2026-10-01\n- Start: 2027-01-01',
      ['6 Start: 2027-01-01'],
    ],
    ['plain text', '- Start: 2026-10-01\n\nWe met.', ['7 We met.']],
  ])('%s is left as it is', (_, body, left) => {
    expect(understood(`## Term\n${body}\n`)).toEqual({ term: { start: '2026-10-01' } })
    expect(unread(`## Term\n${body}\n`)).toEqual(left)
  })

  it('the text that its title is about needs no key', () => {
    expect(understood('## Purpose\nOne\nline.\n\nAnother.\n\n- Values: Kind; Fair\n')).toEqual({
      purpose: { why: 'One line.\nAnother.', values: ['Kind', 'Fair'] },
    })
  })

  it('some keys are known before the first title, too', () => {
    const body =
      '# Cold chain\n\n**Effective date:** 1 May 2026\n**Last reviewed:** 2026-07-12\n**Version:** 1.0\n**Weather:** fine\n'
    expect(understood(body)).toEqual({
      name: 'Cold chain',
      version: '1.0',
      term: { start: '2026-05-01' },
      reviews: { last: '2026-07-12' },
    })
    expect(unread(body)).toEqual(['9 Weather: fine'])
  })
})

describe('Under the title of a list', () => {
  it.each([
    ['semicolons', '- Frost; owner: p1; likelihood: 3'],
    ['a bracket', '- Frost (owner: p1, likelihood: 3)'],
    ['lines', '- Frost\n  Owner: p1\n  Likelihood: 3'],
    ['a list inside', '- Frost\n  - Owner: p1\n  - Likelihood: 3'],
    ['a list inside with bold keys', '- **Frost**\n  - **Owner:** p1\n  - **Likelihood:** 3'],
    ['a heading and a list', '### Frost\n- Owner: p1\n- Likelihood: 3'],
    ['a numbered heading', '### 1.2 Frost\n- Owner: p1\n- Likelihood: 3'],
    ['a heading and lines', '### Frost\nOwner: p1\nLikelihood: 3'],
    ['a heading and a table', '### Frost\n\n| Owner | p1 |\n|-|-|\n| Likelihood | 3 |'],
    ['a bold title and a list', '**Frost**\n\n- Owner: p1\n- Likelihood: 3'],
    ['one list', '- Risk: Frost\n- Owner: p1\n- Likelihood: 3'],
    ['a table', '| Risk | Owner | Likelihood |\n|-|-|-|\n| Frost | p1 | 3 |'],
  ])('an entry may have its keys in %s', (_, body) => {
    expect(understood(`## Risks\n\n${body}\n`)).toEqual({
      risks: [{ risk: 'Frost', likelihood: 3, owner: 'p1' }],
    })
    expect(told(`## Risks\n\n${body}\n`)).toEqual([])
    expect(unread(`## Risks\n\n${body}\n`)).toEqual([])
  })

  it.each([
    ['paragraphs', 'We met.\n\nFrost came.'],
    ['a title without keys', '### Frost\nIt came in May.'],
    ['a title with a list of texts', '### Frost\n- It came\n- It went'],
    ['an item with another key in it', '- Weather: Frost'],
    ['an item that leads to a list', '- These came:\n  - Frost\n  - Rain'],
    ['an item that says there is none', '- None\n- No risks were found'],
    ['a question', '- What can go wrong?'],
    ['a turned table', '| | Frost |\n|-|-|\n| Owner | p1 |\n| Likelihood | 3 |'],
    ['code', '```\n- Frost; likelihood: 3\n```'],
  ])('no entry is in %s', (_, body) => {
    expect(understood(`## Risks\n\n${body}\n`)).toEqual({})
    expect(told(`## Risks\n\n${body}\n`)).toEqual([])
  })

  it.each([
    ['Roles', '### Removal\nBy a vote.\n### Legend\n- A: Accountable, final decision maker'],
    ['Roles', '- Northwind drives the lorries\n- Route planning'],
    ['Decisions', '- We decide together\n- Prices'],
    ['Governance', '- Steering committee\n- The committee meets when it is needed'],
    ['Milestones', '- The depot\n### Work breakdown structure\n- Dig'],
    ['Meetings', '- We use Slack\n- Meetings will be on a requirement basis'],
    ['Escalation', 'In case of disputes, the partners will seek mediation, and then a court.'],
    [
      'Escalation',
      '- What will be your process when conflict arises?\n- Timeframe: Within 5 working days',
    ],
    ['Exit', '- 30 days written notice\n- Return or destroy shared information'],
    ['Signatures', '**Northwind:** ______ Date: ______'],
    ['Signatures', '- Northwind\n- Contoso'],
    ['Teams', '- Product team\n- Led by: A. Visser'],
    ['Capability', '- Joint negotiation training'],
    ['Resources', '- Money and people'],
  ])('nothing is made up where too little is said: %s', (title, body) => {
    expect(understood(`## ${title}\n\n${body}\n`)).toEqual({})
  })

  it('a list is one text for each item, and a line several with semicolons', () => {
    const body =
      '## Values\n- Say it first\n- Be *kind*\n\n## Scope\nIn scope: Fish; Milk\n### Excluded\nShops\n'
    expect(understood(body)).toEqual({
      purpose: { values: ['Say it first', 'Be kind'] },
      scope: { included: ['Fish', 'Milk'], excluded: ['Shops'] },
    })
  })

  it('an item with a list inside, or one that leads to it, is no text, nor is what is in it', () => {
    const body =
      '## In scope\n- Collecting input on:\n  - What is a release?\n  - Branches\n- Fish\n'
    expect(understood(body)).toEqual({ scope: { included: ['Fish'] } })
    expect(unread(body)).toEqual(['5 Collecting input on:', '6 What is a release?', '7 Branches'])
  })

  it('lines with letters are a list, as in contracts', () => {
    expect(understood('## In scope\n\n(a) shore power;\n(b) waste,\n(c) training\n')).toEqual({
      scope: { included: ['shore power', 'waste', 'training'] },
    })
  })

  it('the steps of an escalation have numbers, people and days', () => {
    const body =
      '## Escalation\n\n1. Li Chen and A. Visser; within 5 working days\n2. A. Visser\n   - Days: 2 weeks\n'
    expect(understood(body)).toEqual({
      escalation: [
        { level: 1, who: ['li-chen', 'a-visser'], days: 5 },
        { level: 2, who: ['a-visser'], days: 14 },
      ],
    })
  })

  it('its steps may have titles', () => {
    const body =
      '## Escalation\n### Level 1\n- Who: Li Chen\n- Within: 5 days\n### Step 2\n- Who: A. Visser\n'
    expect(understood(body)).toEqual({
      escalation: [
        { level: 1, who: ['li-chen'], days: 5 },
        { level: 2, who: ['a-visser'] },
      ],
    })
  })

  it('a task list says what is done', () => {
    expect(understood('## Next steps\n- [x] Sign; owner: p1\n- [ ] Open\n')).toEqual({
      commitments: [
        { what: 'Sign', owner: 'p1', status: 'done' },
        { what: 'Open', status: 'open' },
      ],
    })
  })

  it('a meeting needs a word for one, or more about it', () => {
    expect(understood('## Meetings\n- Monday call\n- Chat; owner: A. Visser\n- Chat\n')).toEqual({
      communication: { meetings: [{ name: 'Monday call' }, { name: 'Chat', owner: 'a-visser' }] },
    })
  })

  it('an entry keeps its lists of texts and people whole', () => {
    const body =
      '## Partners\n### Acme\n- Brings: lorries; depots\n- Needs:\n  - orders\n  - time\n- Invests: 400,000 EUR (2027)\n## Teams\n- Pilot\n  - Members:\n    - A. Visser\n    - Li Chen\n'
    expect(understood(body)).toEqual({
      partners: [
        {
          id: 'acme',
          name: 'Acme',
          brings: ['lorries', 'depots'],
          needs: ['orders', 'time'],
          investment: { amount: 400_000, currency: 'EUR', period: 2027 },
        },
      ],
      teams: [{ name: 'Pilot', members: ['a-visser', 'li-chen'] }],
    })
  })
})

describe('A blank that nobody has filled in', () => {
  it.each([
    ...['[date]', '<date>', '{{date}}', 'TBD', 'to be agreed', '____', '\\_\\_\\_\\_', '........'],
    ...[
      'DD/MM/YYYY',
      '[DD] [Month] YYYY',
      'XX',
      '[ ]',
      '`[date]`',
      '**[date]**',
      '[the date](#x) ____',
    ],
  ])('is no value, and that is told: %s', (blank) => {
    const body = `## Term\n- **Start:** ${blank}\n- **End:** 2029-09-30\n`
    expect(understood(body)).toEqual({ term: { end: '2029-09-30' } })
    expect(told(body)).toEqual([
      expect.stringMatching(/^5:\d+ warning Not filled in under "Term"$/),
    ])
  })

  it.each([
    ['in a cell', '## Risks\n| Risk | Owner | Likelihood |\n|-|-|-|\n| Frost | [Name] | 3 |\n'],
    ['behind a value', '## Risks\n- Frost; likelihood: 3; owner: [Name]\n'],
  ])('beside values keeps none of them from being read: %s', (_, body) => {
    expect(understood(body)).toEqual({ risks: [{ risk: 'Frost', likelihood: 3 }] })
    expect(told(body)).toHaveLength(1)
  })

  it('of a form is no entry', () => {
    const body =
      '## Roles\n- [Activity 1]: [Description]\n## Out of scope\n- [What you are not doing]\n## Partners\n- [Partner A]\n'
    expect(understood(body)).toEqual({})
    expect(told(body)).toHaveLength(3)
  })

  it('is told once for each title, with how many there are', () => {
    expect(told('## Term\n- Start: [date]\n- End: TBD\n- Renewal date: ____\n')).toEqual([
      '5:3 warning Not filled in under "Term": 3 places',
    ])
  })

  it.each(['5 MM EUR', 'mm of rain', 'a xylophone', 'tbdc', '3 . . . 2'])(
    'is not seen in what is none: %s',
    (text) => {
      expect(understood(`## Values\n- We like ${text}\n`)).toEqual({
        purpose: { values: [`We like ${text}`] },
      })
    },
  )

  it('is no address', () => {
    expect(told('## People\n- Li Chen <li@contoso.com>\n- <https://contoso.com>\n')).toEqual([])
  })
})
