import { describe, expect, it } from 'vitest'
import { told, understood, unread } from '../markdown/read.ts'

describe('A title', () => {
  it.each([
    ['as the key is called', '## Risks'],
    ['in the singular', '## Risk'],
    ['by another of its names', '## Risk register'],
    ['with a number', '## 10.2 Risks'],
    ['with a letter', '## B) Risks'],
    ['as an annex', '## Annex 3: Risks'],
    ['with an article', '## The risks'],
    ['with marks', '## **Risks**:'],
    ['with a bracket', '## Risks (top ten)'],
    ['in capitals', '## RISKS'],
    ['closed', '## Risks ##'],
    ['underlined', 'Risks\n-----'],
    ['underlined, with a number', '3. Risks\n--------'],
    ['under another', '# Northwind\n\n## Weather\n\n### Risks'],
    ['as a link', '## [Risks](#risks)'],
    ['with marks of kramdown', '## Risks\n{: .no_toc }'],
    ['with marks of kramdown behind it', '## Risks {: .no_toc }'],
    ['with a name for links', '## Risks {#risks}'],
    ['bold, alone in its line', '**Risks**'],
    ['bold and with a colon', '**Risks:**'],
    ['bold and with a number', '**3. Risks**'],
    ['bold, with a class', '**RISKS**{: .no_toc}'],
    ['underscored', '__Risks__'],
    ['in italics', '*Risks*'],
    ['a line with a colon before a list', 'Risks:'],
    ['such a line with an article', 'The risks:'],
  ])('means a section: %s', (_, title) => {
    expect(understood(`${title}\n\n- Frost; likelihood: 3\n`)).toMatchObject({
      risks: [{ risk: 'Frost', likelihood: 3 }],
    })
  })

  it.each([
    [
      'the bold head of a numbered item',
      '1. **Need.** Every lorry is empty.\n2. **Vision.** None.',
    ],
    ['with a colon', '1. **Need:** Every lorry is empty.\n2. **Vision:** None.'],
    ['with a dash', '1. **Need** – Every lorry is empty.\n2. **Vision** – None.'],
    ['in a line of its own', '1. **Need**\n   Every lorry is empty.\n2. **Vision**\n   None.'],
    [
      'in a paragraph of its own',
      '1. **Need**\n\n   Every lorry is empty.\n\n2. **Vision**\n\n   None.',
    ],
    ['bold before its text', '**Need:** Every lorry is empty.\n\n**Vision:** None.'],
    ['bold with its number', '**1. Need.** Every lorry is empty.\n\n**2. Vision.** None.'],
    ['a row of a table', '| Need | Every lorry is empty. |\n|-|-|\n| Vision | None. |'],
    [
      'a row under other columns',
      '| Section | Text |\n|-|-|\n| Need | Every lorry is empty. |\n| Vision | None. |',
    ],
    ['headings', '## Need\nEvery lorry is empty.\n## Vision\nNone.'],
  ])('may hold a text: %s', (_, body) => {
    expect(understood(`${body}\n`)).toEqual({
      purpose: { need: 'Every lorry is empty.', vision: 'None.' },
    })
  })

  it.each([
    ['under bold items', '- **In scope**\n  - Fish\n- **Out of scope**\n  - Milk'],
    ['under numbered clauses', '1. **In scope.**\n   - Fish\n2. **Out of scope.**\n   - Milk'],
    ['under lines with a colon', 'In scope:\n- Fish\n\nOut of scope:\n- Milk'],
    ['under bold lines', '**In scope**\n\n- Fish\n\n**Out of scope**\n\n- Milk'],
    ['in cells', '| In scope | Fish |\n|-|-|\n| Out of scope | Milk |'],
  ])('may lead to a list: %s', (_, body) => {
    expect(understood(`${body}\n`)).toEqual({ scope: { included: ['Fish'], excluded: ['Milk'] } })
    expect(unread(`${body}\n`)).toEqual([])
  })

  it.each([
    ['joined with something else', '## Risks and weather'],
    ['that only begins with it', '## Risks of the first year'],
    ['that only ends with it', '## Team communication'],
    ['that denies it', '## No risks'],
    ['as a question', '**Risks?**'],
    ['in a sentence', '**We took no risks in the whole of the first year of our work together**'],
    ['with a typing mistake', '## Rsks'],
    ['in plain words', 'Risks'],
    ['in code', '`Risks`\n'],
    ['as an item without a list of its own', '- **Risks**\n'],
  ])('means no section: %s', (_, title) => {
    const body = `${title}\n\n- Frost; likelihood: 3\n`
    expect(understood(body)).toEqual({})
    expect(unread(body)).toContainEqual(expect.stringContaining('Frost'))
  })

  it.each(['Non-goals', 'Out of scope', 'Exclusions', 'What is excluded', 'Not in scope'])(
    'that denies is never its opposite: %s',
    (title) => {
      expect(understood(`## ${title}\n\n- No shared brand\n`)).toEqual({
        scope: { excluded: ['No shared brand'] },
      })
    },
  )

  it.each(['Not our job', 'What we are not', 'Non-objectives', 'No goals'])(
    'that denies in other words is not read: %s',
    (title) => {
      expect(understood(`## ${title}\n\n- No shared brand\n`)).toEqual({})
    },
  )

  it('of the highest level names the plan, where it comes first', () => {
    expect(understood('# Cold chain\n\n# Values\n- Kind\n')).toEqual({
      name: 'Cold chain',
      purpose: { values: ['Kind'] },
    })
    expect(understood('## Cold chain\n\n## Values\n- Kind\n')).toEqual({
      purpose: { values: ['Kind'] },
    })
  })

  it.each([
    '# Memorandum of Understanding',
    '# Partnership Agreement',
    '# Project charter',
    '# [Name of the partnership]',
    '# Plan 2027',
  ])('that says only what a document is names no plan: %s', (title) => {
    expect(understood(`${title}\n\n## Values\n- Kind\n`)).toEqual({ purpose: { values: ['Kind'] } })
  })

  it('names no plan that has a name', () => {
    expect(understood('# Cold chain\n\nName: Warm chain\n')).toEqual({ name: 'Cold chain' })
    expect(unread('# Cold chain\n\nName: Warm chain\n')).toEqual(['6 Name: Warm chain'])
  })

  it('that is unknown keeps what is under it from every other section', () => {
    const body = '## Values\n- Kind\n\n## Weather\n- Rain\n\n### Snow\n- Ice\n'
    expect(understood(body)).toEqual({ purpose: { values: ['Kind'] } })
    expect(unread(body)).toEqual(['8 Rain', '11 Ice'])
  })

  it('is looked for first within the section above it', () => {
    expect(understood('## Term\n### Start\n2026-10-01\n## Purpose\n### Why\nIt pays.\n')).toEqual({
      term: { start: '2026-10-01' },
      purpose: { why: 'It pays.' },
    })
  })

  it('of one key is known anywhere only if it has a name of its own', () => {
    expect(understood('## Weather\n### Vision\nNone.\n### Notice period\n3 months\n')).toEqual({
      purpose: { vision: 'None.' },
      exit: { noticeDays: 90 },
    })
    expect(understood('## Weather\n### Start\n2026-10-01\n### Owner\nA. Visser\n')).toEqual({})
  })

  it('of a section is that section inside another, too', () => {
    const body = '## Governance\n### Escalation\n1. Who: A. Visser\n### Risks\n- Frost\n'
    expect(understood(body)).toEqual({
      escalation: [{ level: 1, who: ['a-visser'] }],
      risks: [{ risk: 'Frost' }],
    })
  })

  it('that leads to a list of entries names none of them', () => {
    const body =
      '# Summary\n\n## Next steps\n\n### Immediate next steps\n\n| Action | Due |\n|-|-|\n| Sign | 2026-12-01 |\n| Open | 2026-12-02 |\n'
    expect(understood(body)).toEqual({
      name: 'Summary',
      commitments: [
        { what: 'Sign', due: '2026-12-01' },
        { what: 'Open', due: '2026-12-02' },
      ],
    })
  })

  it('of a higher rank inside a clause stays inside it', () => {
    const body = '1. **Values.**\n\n   - Kind\n\n   # Vision\n\n   None.\n\n2. **Need.** Snow.\n'
    expect(understood(body)).toEqual({
      purpose: { values: ['Kind'], vision: 'None.', need: 'Snow.' },
    })
  })

  it('in a table stays under the bold title above the table', () => {
    const table = '| Results | Shared |\n|-|-|\n| After the end | Ours |\n'
    expect(understood(`**1. Information**\n\n**IP**\n\n${table}`)).toEqual({
      information: { ip: { foreground: 'Shared', afterExit: 'Ours' } },
    })
  })

  it('without anything under it is no section', () => {
    expect(understood('## Risks\n\n## Term\n\n## Objectives\n\nNone yet.\n')).toEqual({})
    expect(told('## Risks\n\n## Term\n')).toEqual([])
  })
})

describe('What another program puts in a document', () => {
  it.each([
    ['{: .label }', '- Kind\n{: .label }'],
    ['{: .label } behind an item', '- Kind {: .label }'],
    ['{:toc}', '1. TOC\n{:toc}\n\n**Our values**\n\n- Kind'],
    ['{% include %}', '- Kind {% include logo.html %}'],
    ['a comment', '- Kind <!-- soon -->'],
    ['a picture', '- Kind ![](logo.png)'],
    ['an element of HTML', '- <b class="x">Kind</b>'],
    ['a footnote', '- Kind[^1]'],
  ])('is no text: %s', (_, body) => {
    expect(understood(`## Values\n\n${body}\n`)).toEqual({ purpose: { values: ['Kind'] } })
  })
})
