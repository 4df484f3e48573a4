import { describe, expect, it } from 'vitest'
import { read, told, understood } from './read.ts'

describe('A heading', () => {
  it.each([
    ['as the key is called', '## Risks'],
    ['in the singular', '## Risk'],
    ['with a synonym', '## Risk register'],
    ['with a number', '## 10.2 Risks'],
    ['with a letter', '## B) Risks'],
    ['as an annex', '## Annex 3: Risks'],
    ['with an article', '## The risks'],
    ['with marks', '## **Risks**:'],
    ['with a bracket', '## Risks (top ten)'],
    ['in capitals', '## RISKS'],
    ['underlined', 'Risks\n-----'],
    ['joined with something else', '## Risks and weather'],
    ['that ends with it', '## Key risks'],
    ['that begins with it', '## Risks of the first year'],
    ['under another', '# Northwind\n\n## Weather\n\n### Risks'],
    ['as a link', '## [Risks](#risks)'],
    ['with a reference', '## Risks &amp; weather'],
  ])('means a section: %s', (_, heading) => {
    expect(understood(`${heading}\n\n- Frost\n`)).toMatchObject({ risks: [{ risk: 'Frost' }] })
  })

  it('of the highest level names the plan, where it comes first', () => {
    expect(understood('# Cold chain\n\n# Risks\n- Frost\n')).toEqual({
      name: 'Cold chain',
      risks: [{ risk: 'Frost' }],
    })
  })

  it('names no plan that has a name', () => {
    expect(read('').value).toEqual({ accordant: 'plan/1' })
    expect(told('# Cold chain\n\nName: Warm chain\n')).toEqual([
      '6:1 warning "name" appears here twice, first on line 4; the first one counts',
    ])
  })

  it('that is not a section gives a finding, and everything else is still read', () => {
    const body = '## Weather\n\nRain.\n\n## Risks\n- Frost\n'
    expect(understood(body)).toEqual({ risks: [{ risk: 'Frost' }] })
    expect(told(body)).toEqual([
      '4:4 info "Weather" is not a section of a plan; the text under it is not read',
    ])
  })

  it('with a typing mistake gives a warning that names the likely section', () => {
    expect(told('## Milstones\n- Open\n')).toEqual([
      '4:4 warning "Milstones" is not a section of a plan; did you mean "milestones"?',
    ])
  })

  it('that is unknown gives no finding if nothing is written under it', () => {
    expect(told('## Weather\n\n### Rain\n\n## Risks\n- Frost\n')).toEqual([])
  })

  it.each([
    ...[
      'Parties',
      'Context and need',
      'Vision, values and behaviours',
      'Joint objectives',
      'Scope and activities',
    ],
    ...[
      'Roles and responsibilities',
      'Governance structure',
      'Resources and benefits',
      'Communication plan',
      'KPIs',
    ],
    ...[
      'Key performance indicators (KPIs)',
      'Risk and contingency',
      'Conflict and escalation',
      'Dispute resolution',
    ],
    ...[
      'Information, IP, confidentiality, data',
      'Change and review',
      'Term, renewal, exit',
      'Termination',
    ],
    ...[
      'Capability and learning',
      'Sign-off and after',
      'First 100 days',
      'Annual review',
      'Guiding principles',
    ],
    ...[
      'Non-disclosure',
      'Amendments',
      'Mission',
      'Background',
      'Budget',
      'Timetable',
      'Lessons learnt',
    ],
  ])('of a plan as people write it is known: %s', (heading) => {
    const unknown = told(`# Plan\n\n## ${heading}\n\n- Alpha\n`)
    expect(unknown.filter((message) => message.includes('is not a section'))).toEqual([])
  })

  it('of two sections takes each list and table where its keys are known', () => {
    const body = `## Governance and decision making

| Decision | Who decides |
| --- | --- |
| Prices | p1 |

| Body | Chair |
| --- | --- |
| Steering | p2 |
`
    expect(understood(body)).toEqual({
      governance: [{ id: 'steering', chair: 'p2' }],
      decisions: [{ topic: 'Prices', decider: 'p1' }],
    })
  })

  it('is looked for first within the section above it', () => {
    expect(understood('## Term\n### Start\n2026-10-01\n## Purpose\n### Why\nIt pays.\n')).toEqual({
      term: { start: '2026-10-01' },
      purpose: { why: 'It pays.' },
    })
  })

  it('is recognised on any level if its words are clear', () => {
    expect(
      understood('## Vision\nNo waste.\n## Notice period\n3 months\n## IP rights\n- New: shared\n'),
    ).toEqual({
      purpose: { vision: 'No waste.' },
      exit: { noticeDays: 90 },
      information: { ip: { foreground: 'shared' } },
    })
  })
})

describe('Under a section', () => {
  it.each([
    ['items', '- Start: 2026-10-01\n- End: 2029-09-30'],
    ['bold keys', '- **Start:** 2026-10-01\n- **End**: 2029-09-30'],
    ['bold keys without a colon', '- **Start** 2026-10-01\n- **End** – 2029-09-30'],
    ['lines', 'Start: 2026-10-01\nEnd: 2029-09-30'],
    ['one line', 'Start: 2026-10-01; end: 2029-09-30'],
    ['one line with bars', '**Start:** 2026-10-01 | **End:** 2029-09-30'],
    ['sentences', 'Start: 2026-10-01. End: 2029-09-30'],
    ['headings', '### Start\n2026-10-01\n### End\n2029-09-30'],
    ['nested items', '- Start\n  - 2026-10-01\n- End\n  - 2029-09-30'],
    ['a table of rows', '| | |\n|-|-|\n| Start | 2026-10-01 |\n| End | 2029-09-30 |'],
    ['a table of columns', '| Start | End |\n|-|-|\n| 2026-10-01 | 2029-09-30 |'],
    ['hard breaks', 'Start: 2026-10-01  \nEnd: 2029-09-30'],
    ['a quotation', '> Start: 2026-10-01\n> End: 2029-09-30'],
  ])('keys may stand in %s', (_, body) => {
    expect(understood(`## Term\n\n${body}\n`)).toEqual({
      term: { start: '2026-10-01', end: '2029-09-30' },
    })
    expect(told(`## Term\n\n${body}\n`)).toEqual([])
  })

  it.each([
    ['semicolons', '- Frost; owner: p1; likelihood: 3'],
    ['a bracket', '- Frost (owner: p1, likelihood: 3)'],
    ['lines', '- Frost\n  Owner: p1\n  Likelihood: 3'],
    ['a nested list', '- Frost\n  - Owner: p1\n  - Likelihood: 3'],
    ['a heading and a list', '### Frost\n- Owner: p1\n- Likelihood: 3'],
    ['a heading and a table', '### Frost\n\n| Owner | p1 |\n|-|-|\n| Likelihood | 3 |'],
    ['one list', '- Risk: Frost\n- Owner: p1\n- Likelihood: 3'],
    ['a table', '| Risk | Owner | Likelihood |\n|-|-|-|\n| Frost | p1 | 3 |'],
    ['a turned table', '| | Frost |\n|-|-|\n| Owner | p1 |\n| Likelihood | 3 |'],
    [
      'a table whose columns say it all',
      '| Risk | Risk owner | Risk likelihood (1-5) |\n|-|-|-|\n| Frost | p1 | 3 |',
    ],
  ])('an entry may have its keys in %s', (_, body) => {
    expect(understood(`## Risks\n\n${body}\n`)).toEqual({
      risks: [{ risk: 'Frost', owner: 'p1', likelihood: 3 }],
    })
    expect(told(`## Risks\n\n${body}\n`)).toEqual([])
  })

  it('an id may come before a text, or after a name', () => {
    expect(
      understood(
        '## Risks\n- R1: Frost\n- R-2 – Rain\n## People\n- A. Visser (p1)\n### Li Chen (p2)\n',
      ),
    ).toEqual({
      risks: [
        { id: 'r1', risk: 'Frost' },
        { id: 'r-2', risk: 'Rain' },
      ],
      people: [
        { id: 'p1', name: 'A. Visser' },
        { id: 'p2', name: 'Li Chen' },
      ],
    })
  })

  it('a list is one text for each item, and a line several with semicolons', () => {
    expect(
      understood(
        '## Values\n- Say it first\n- Be *kind*\n\n## Scope\nIn scope: Fish; Milk\n### Out\nShops\n',
      ),
    ).toEqual({
      purpose: { values: ['Say it first', 'Be kind'] },
      scope: { included: ['Fish', 'Milk'], excluded: ['Shops'] },
    })
  })

  it('an item that only leads to a list is no text', () => {
    expect(
      understood('## Exit\n- The partners may part when:\n  - one is sold\n  - money is short\n'),
    ).toEqual({
      exit: { triggers: ['one is sold', 'money is short'] },
    })
  })

  it('lines with letters are a list, as in contracts', () => {
    expect(understood('## Scope\n\n(a) shore power;\n(b) waste,\n(c) training\n')).toEqual({
      scope: { included: ['shore power', 'waste', 'training'] },
    })
  })

  it('prose is taken where a text is expected, with its paragraphs', () => {
    expect(understood('## Need\nOne\nline.\n\nAnother.\n')).toEqual({
      purpose: { need: 'One line.\nAnother.' },
    })
  })

  it('prose that fits nowhere gives one finding, with how much more there is', () => {
    expect(told('## Risks\nWe met.\n\nWe talked.\n\n- Frost\n')).toEqual([
      '5:1 info This text under "Risks" is not read, nor is 1 other there',
    ])
  })

  it('the ladder of escalation has its numbers, people and days', () => {
    const body = `## People
- Li Chen
- A. Visser

## If we disagree

1. Li Chen and A. Visser, within 5 days
2. A. Visser (2 weeks)
`
    const people = [
      { id: 'li-chen', name: 'Li Chen' },
      { id: 'a-visser', name: 'A. Visser' },
    ]
    expect(understood(body)).toEqual({
      people,
      escalation: [
        { level: 1, who: ['li-chen', 'a-visser'], days: 5 },
        { level: 2, who: ['a-visser'], days: 14 },
      ],
    })
  })

  it('its steps may have headings', () => {
    expect(
      understood('## Escalation\n### Level 1: p1 (5 working days)\n### Step 2\n- Who: p2\n'),
    ).toEqual({
      escalation: [
        { level: 1, who: ['p1'], days: 5 },
        { level: 2, who: ['p2'] },
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

  it('comments are not read', () => {
    expect(understood('## Values\n<!-- - Hide it -->\n- Say it <!-- soon --> first\n')).toEqual({
      purpose: { values: ['Say it first'] },
    })
  })

  it('code is no part of the plan', () => {
    expect(understood('## Values\n\n```\n- Hide it\n```\n')).toEqual({ purpose: { values: [] } })
  })
})

describe('What people write without keys', () => {
  const people = '## People\n- A. Visser (p1)\n\n'

  it.each([
    ['Saturday call, every week', { name: 'Saturday call', every: 'P1W' }],
    ['Saturday call (weekly)', { name: 'Saturday call', every: 'P1W' }],
    ['Monthly call', { name: 'Monthly call', every: 'P1M' }],
    ['Monthly call; how often: weekly', { name: 'Monthly call', every: 'P1W' }],
    ['Call of all (A. Visser)', { name: 'Call of all (A. Visser)', owner: 'p1' }],
    ['Call of all (in May)', { name: 'Call of all (in May)' }],
    ['Call, mail and letter', { name: 'Call, mail and letter' }],
  ])('in a meeting: %s', (text, meeting) => {
    expect(understood(`${people}## Meetings\n- ${text}\n`)).toMatchObject({
      communication: { meetings: [meeting] },
    })
  })

  it.each([
    ['Open by 1 May 2027', { what: 'Open by 1 May 2027', due: '2027-05-01' }],
    [
      'Open by 1 May 2027 (A. Visser)',
      { what: 'Open by 1 May 2027 (A. Visser)', due: '2027-05-01', owner: 'p1' },
    ],
    ['Open by May', { what: 'Open by May' }],
    ['Open; by 2027-05-01', { what: 'Open', due: '2027-05-01' }],
  ])('in a commitment: %s', (text, commitment) => {
    expect(understood(`${people}## Commitments\n- ${text}\n`)).toMatchObject({
      commitments: [commitment],
    })
  })

  it.each([
    [
      'Li Chen, Contoso, head of sales',
      { name: 'Li Chen', partner: 'contoso-foods', role: 'head of sales' },
    ],
    [
      'Li Chen – head of sales, Contoso Foods',
      { name: 'Li Chen', partner: 'contoso-foods', role: 'head of sales' },
    ],
    ['**Li Chen** (head of sales)', { name: 'Li Chen', role: 'head of sales' }],
    ['**Li Chen** (p2)', { id: 'p2', name: 'Li Chen' }],
  ])('of a person: %s', (text, person) => {
    expect(understood(`## Partners\n- Contoso Foods\n\n## People\n- ${text}\n`)).toMatchObject({
      people: [person],
    })
  })

  it('of a lesson: its day', () => {
    expect(
      understood('## Lessons learned\n- 2026-09-30: Ask first\n- 1 May 2026 – Talk\n'),
    ).toEqual({
      lessons: [
        { text: 'Ask first', date: '2026-09-30' },
        { text: 'Talk', date: '2026-05-01' },
      ],
    })
  })
})
