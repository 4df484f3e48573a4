import { describe, expect, it } from 'vitest'
import { getLine, toSpan } from '../../../src/reading/lines.ts'
import { readBlocks } from '../../../src/reading/markdown/blocks.ts'
import { listInlines, outline, readWord, sketch } from './read.ts'
import * as w from './write-word.ts'

const { bold, cell, item, p, run, style, styled, table, writeStyles, writeWord } = w

describe('headings of a Word document', () => {
  it('are the paragraphs of its heading styles, below its title', async () => {
    expect(
      await outline(
        styled('Title', 'Northwind and Contoso'),
        styled('Subtitle', 'Memorandum'),
        styled('Heading1', 'Purpose'),
        p('We share depots.'),
        styled('Heading2', 'Need'),
      ),
    ).toEqual([
      '# Northwind and Contoso',
      '## Memorandum',
      '## Purpose',
      'We share depots.',
      '### Need',
    ])
  })

  it('keep their levels where no title is above them', async () => {
    expect(await outline(styled('Heading1', 'Purpose'), styled('Heading3', 'Need'))).toEqual([
      '# Purpose',
      '### Need',
    ])
  })

  it.each([
    ['German, by id alone', 'berschrift2', null],
    ['German', 'a2', 'Überschrift 2'],
    ['French', 'Titre2', null],
    ['Spanish', 'Ttulo2', null],
    ['Polish', 'Nagwek2', null],
    ['Russian', 'a2', 'Заголовок 2'],
    ['Japanese', 'a2', '見出し 2'],
    ["Word's own name under a German id", 'berschrift2', 'heading 2'],
    ['LibreOffice', 'Heading2', 'Heading 2'],
  ])('are found in %s', async (_, id, name) => {
    const styles = name === null ? writeStyles() : writeStyles(style(id, name))
    const bytes = writeWord([styled(id, 'Zweck')], { 'word/styles.xml': styles })
    expect(sketch((await readWord(bytes)).blocks)).toEqual(['## Zweck'])
  })

  it('are found by the outline level of a style, of one that it is based on, and of the paragraph', async () => {
    const styles = writeStyles(
      style('Clause', 'Clause title', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('SubClause', 'Sub-clause', '<w:basedOn w:val="Clause"/>'),
      style(
        'Plain',
        'Plain',
        '<w:basedOn w:val="Clause"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
      ),
    )
    const bytes = writeWord(
      [
        styled('Clause', 'Term'),
        styled('SubClause', 'Notice'),
        styled('Plain', 'Ninety days.'),
        p('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 'Exit'),
        p('<w:pPr><w:outlineLvl w:val="8"/></w:pPr>', 'Deep'),
        p('<w:pPr><w:jc w:val="center"/></w:pPr>', 'In the middle'),
      ],
      { 'word/styles.xml': styles },
    )
    expect(sketch((await readWord(bytes)).blocks)).toEqual([
      '## Term',
      '## Notice',
      'Ninety days.',
      '# Exit',
      '###### Deep',
      'In the middle',
    ])
  })

  it('are found where the file has no styles, and where styles are based on each other', async () => {
    const { 'word/styles.xml': _, ...parts } = w.listParts(styled('Heading1', 'Purpose'))
    expect(sketch((await readWord(w.zipWord(parts))).blocks)).toEqual(['# Purpose'])
    const circle = writeStyles(
      style('A', 'A', '<w:basedOn w:val="B"/>'),
      style('B', 'B', '<w:basedOn w:val="A"/>'),
    )
    const bytes = writeWord([styled('A', 'Purpose')], { 'word/styles.xml': circle })
    expect(sketch((await readWord(bytes)).blocks)).toEqual(['Purpose'])
  })
})

describe('paragraphs of a Word document', () => {
  it('say what is bold, also by their style and underlined', async () => {
    const styles = writeStyles(
      style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
      style('Lead', 'Lead', '<w:rPr><w:b/></w:rPr>'),
      style('Light', 'Light', '<w:basedOn w:val="Lead"/><w:rPr><w:b w:val="0"/></w:rPr>'),
    )
    const bytes = writeWord(
      [
        p(bold('Purpose. '), 'The partners ', run('share', '<w:b w:val="0"/>'), ' depots.'),
        p(run('Term', '<w:rStyle w:val="Strong"/>'), ': two years'),
        styled('Lead', 'Exit'),
        styled('Light', 'Ninety days'),
        p(run('Scope', '<w:u w:val="single"/>')),
        p(bold('3. Responsibilities')),
      ],
      { 'word/styles.xml': styles },
    )
    expect(sketch((await readWord(bytes)).blocks)).toEqual([
      '*Purpose. *The partners share depots.',
      '*Term*: two years',
      '*Exit*',
      'Ninety days',
      '*Scope*',
      '*3. Responsibilities*',
    ])
  })

  it('are one line each, with line breaks as <br> gives them', async () => {
    const { text, blocks } = await readWord(
      writeWord([
        p('Parties:', '<w:r><w:br/></w:r>', 'Northwind', '<w:r><w:cr/></w:r>', 'Contoso'),
        p('  Date:', '<w:r><w:tab/></w:r>', '____   \n'),
        p(''),
        p('non', '<w:r><w:noBreakHyphen/></w:r>', 'bind\u00ADing', '<w:r><w:softHyphen/></w:r>'),
      ]),
    )
    expect(text).toBe('Parties: Northwind Contoso\nDate:\t____\nnon-binding\n')
    const [parties] = blocks.flatMap(listInlines)
    expect(parties?.text).toBe('Parties:\nNorthwind\nContoso')
    expect(parties?.mask).toBe('Parties:\rNorthwind\rContoso')
    expect(parties?.style).toBe(' '.repeat(26))
  })

  it('join what fields, links, content controls and moved text say', async () => {
    const field = [
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>',
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      run('1 May 2026'),
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ].join('')
    expect(
      await outline(
        p('From ', field, ' on'),
        p(
          'See ',
          `<w:hyperlink w:anchor="a">${run('clause 4', '<w:u w:val="single"/>')}</w:hyperlink>`,
          '.',
        ),
        p('Page ', `<w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple>`),
        `<w:sdt><w:sdtPr><w:alias w:val="Term"/></w:sdtPr><w:sdtContent>${p('Two years')}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual(['From 1 May 2026 on', 'See clause 4.', 'Page 3', 'Two years'])
  })

  it('put the prompt of a field that nobody filled in into brackets', async () => {
    const styles = writeStyles(style('Platzhaltertext', 'Placeholder Text', '', 'character'))
    const prompt = run('Click to enter text.', '<w:rStyle w:val="Platzhaltertext"/>')
    const bytes = writeWord([p('Term: ', prompt)], { 'word/styles.xml': styles })
    expect(sketch((await readWord(bytes)).blocks)).toEqual(['Term: [Click to enter text.]'])
  })

  it('count tracked changes as accepted', async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>thirty</w:delText></w:r></w:del>'
    const inserted = `<w:ins w:id="2">${run('ninety')}</w:ins>`
    const joined = '<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>'
    expect(
      await outline(
        p('Notice: ', deleted, inserted, ' days'),
        p(joined, 'One paragraph, '),
        p('not two'),
        p(`<w:moveFrom w:id="4">${run('Moved')}</w:moveFrom>`),
        p(`<w:moveTo w:id="5">${run('Moved')}</w:moveTo>`),
        `<w:tbl><w:tr>${cell('Name')}${cell('Role')}</w:tr><w:tr><w:trPr><w:del w:id="6"/></w:trPr>${cell('Gone')}${cell('Gone')}</w:tr></w:tbl>`,
      ),
    ).toEqual(['Notice: ninety days', 'One paragraph, not two', 'Moved', ['| Name | Role |']])
  })

  it('leave out comments, notes, pictures, contents, and text that is hidden or struck out', async () => {
    const styles = writeStyles(style('TOC1', 'toc 1'))
    const bytes = writeWord(
      [
        styled('TOC1', 'Purpose 3'),
        p(
          '<w:commentRangeStart w:id="0"/>',
          'Costs are shared',
          '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
          '<w:r><w:footnoteReference w:id="1"/></w:r>',
          run(' secret', '<w:vanish/>'),
          run(' equally', '<w:strike/>'),
          run(' or not', '<w:dstrike/>'),
          '<w:r><w:drawing><wp:inline xmlns:wp="x"><a:t xmlns:a="y">alt</a:t></wp:inline></w:drawing></w:r>',
          run(' by use', '<w:strike w:val="0"/>'),
        ),
      ],
      {
        'word/styles.xml': styles,
        'word/comments.xml': `<w:comments ${w.namespaces}><w:comment w:id="0">${p('Really?')}</w:comment></w:comments>`,
        'word/footnotes.xml': `<w:footnotes ${w.namespaces}><w:footnote w:id="1">${p('Less tax')}</w:footnote></w:footnotes>`,
      },
    )
    const { text, blocks } = await readWord(bytes)
    expect(sketch(blocks)).toEqual(['Costs are shared by use'])
    expect(text).toBe('Purpose 3\nCosts are shared by use\n')
  })

  it('hold text boxes once, after the paragraph they hang on', async () => {
    const box = `<w:txbxContent>${p('In a box')}</w:txbxContent>`
    expect(
      await outline(
        p(
          'Before',
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        p('After'),
      ),
    ).toEqual(['Before', 'In a box', 'After'])
  })
})

describe('lists of a Word document', () => {
  it('nest by their levels, bullets below the number before them', async () => {
    expect(
      await outline(
        item(1, 0, bold('Purpose.'), ' We share depots.'),
        item(2, 0, 'Cold store'),
        item(2, 1, 'in Utrecht'),
        item(1, 0, 'Term'),
        item(1, 1, 'Notice'),
        p('End'),
        item(2, 0, 'Again'),
      ),
    ).toEqual([
      [
        ['1. *Purpose.* We share depots.', [['- Cold store', ['- in Utrecht']]]],
        ['2. Term', ['1. Notice']],
      ],
      'End',
      ['- Again'],
    ])
  })

  it('may be typed by hand', async () => {
    expect(
      await outline(
        p('1. ', bold('Purpose.'), ' We share depots.'),
        p('(a) one depot'),
        p('b)\tanother'),
        p('2. ', bold('Term.'), ' Two years.'),
        p('• from May'),
        p('– to April'),
      ),
    ).toEqual([
      [
        ['1. *Purpose.* We share depots.', ['- one depot', '- another']],
        ['2. *Term.* Two years.', ['- from May', '- to April']],
      ],
    ])
  })

  it('are no dates, no bold numbers of titles, and no numbers of three levels', async () => {
    const texts = [
      '1. May 2026',
      '1. Mai 2026 – Beginn',
      '30. Sept. 2027',
      '1.2.1 Notice',
      '2026. A year',
    ]
    expect(await outline(...texts.map((text) => p(text)), p(bold('1. Term'), ' is long'))).toEqual([
      ...texts,
      '*1. Term* is long',
    ])
  })

  it("are found by the names of Word's styles, and by the style of a level", async () => {
    const bytes = writeWord([styled('B', 'One'), styled('B2', 'Two'), styled('Linked', 'Three')], {
      'word/styles.xml': writeStyles(
        style('B', 'List Bullet'),
        style('B2', 'List Bullet 2'),
        style('Linked', 'Clause'),
      ),
      'word/numbering.xml': `<w:numbering ${w.namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Linked"/></w:lvl></w:abstractNum></w:numbering>`,
    })
    expect(sketch((await readWord(bytes)).blocks)).toEqual([[['- One', ['- Two']]], ['1. Three']])
  })

  it('may have boxes to tick: content controls, old form fields and typed ones', async () => {
    const control = (sign: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(sign)}</w:sdtContent></w:sdt>`
    const field = (checked: number) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(
      await outline(
        p(control('☒'), ' binding'),
        p(control('☐'), ' not binding'),
        p(field(1), ' renewed'),
        p(field(0), ' ends'),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', ' open'),
        item(2, 0, '☑ signed'),
        p('Signed: ', control('☒')),
      ),
    ).toEqual([
      [
        '- [x] binding',
        '- [ ] not binding',
        '- [x] renewed',
        '- [ ] ends',
        '- [ ] open',
        '- [x] signed',
      ],
      'Signed: ☒',
    ])
  })
})

describe('tables of a Word document', () => {
  it('have their first row as header, and a line for each paragraph', async () => {
    const bytes = writeWord([
      table(
        ['Activity', 'Accountable'],
        [`${p('Route planning')}${p('and loading')}`, p(bold('A. Visser'))],
        ['', ''],
        ['Pricing', ''],
      ),
    ])
    const { text, blocks } = await readWord(bytes)
    expect(sketch(blocks)).toEqual([
      [
        '| Activity | Accountable |',
        '| Route planning/and loading | *A. Visser* |',
        '| Pricing |  |',
      ],
    ])
    expect(text).toBe('Activity\nAccountable\nRoute planning\nand loading\nA. Visser\nPricing\n')
  })

  it('say a cell over several rows in each, and one over several columns once', async () => {
    const down = (content: string, value = '') => cell(content, `<w:vMerge${value}/>`)
    expect(
      await outline(
        table(
          ['Phase', 'Step', 'Owner'],
          [down('Pilot', ' w:val="restart"'), 'Plan', 'Visser'],
          [down(''), 'Run', 'Moreau'],
          [cell('Operations', '<w:gridSpan w:val="3"/>')],
          ['Live', 'Hand over', 'Visser'],
        ),
      ),
    ).toEqual([
      [
        '| Phase | Step | Owner |',
        '| Pilot | Plan | Visser |',
        '| Pilot | Run | Moreau |',
        '| Operations |  |  |',
        '| Live | Hand over | Visser |',
      ],
    ])
  })

  it('of one cell are a frame around paragraphs; those inside cells are text', async () => {
    const inner = table(['a', 'b'], ['c', 'd'])
    expect(
      await outline(table([`${styled('Heading1', 'Summary')}${p('Short.')}`]), table(['x', inner])),
    ).toEqual(['# Summary', 'Short.', ['| x | a/b/c/d |']])
  })
})

describe('places in a Word document', () => {
  const body = [
    styled('Heading1', 'Purpose'),
    p(''),
    p('We  share', '<w:r><w:br/></w:r>', 'depots 🚚 and ', bold('trucks'), '.'),
    item(1, 0, 'Costs'),
    p('2) Gains'),
    table(['Name', 'Role'], [`${p('Visser')}${p('A.')}`, 'Sponsor']),
  ]

  it('of every sign are that sign in the text, on the line of its paragraph', async () => {
    const { text, blocks } = await readWord(writeWord(body))
    for (const inline of blocks.flatMap(listInlines)) {
      expect([inline.starts.length, inline.ends.length]).toEqual(Array(2).fill(inline.text.length))
      expect([inline.mask.length, inline.style.length]).toEqual(Array(2).fill(inline.text.length))
      const there = inline.starts.map((start, at) => text.slice(start, inline.ends[at])).join('')
      expect(there.replaceAll('\n', ' ')).toBe(inline.text.replaceAll('\n', ' '))
      expect(text.slice(inline.range.start, inline.range.end)).toBe(there)
    }
    const role = blocks.flatMap(listInlines).find((inline) => inline.text === 'Sponsor')
    const { line } = toSpan(text, role?.range.start ?? 0, role?.range.end ?? 0)
    expect([line, getLine(text, line)]).toEqual([9, 'Sponsor'])
  })

  it('of items and rows reach from their first sign to their last', async () => {
    const { text, blocks } = await readWord(writeWord(body))
    const ranges = blocks.flatMap((block) => {
      if (block.kind === 'list') return block.items.map(({ range }) => range)
      return block.kind === 'table' ? [block.range, ...block.rows.map(({ range }) => range)] : []
    })
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Costs',
      '2) Gains',
      'Name\nRole\nVisser\nA.\nSponsor',
      'Visser\nA.\nSponsor',
    ])
  })
})

describe('A Word document', () => {
  it('gives the blocks that the same text in Markdown gives', async () => {
    const markdown = [
      '# Cold chain',
      '## Purpose',
      'We share **depots** and trucks.',
      '1. **Term.** Two years.\n   - from May\n   - to April\n2. **Exit.** Ninety days.',
      '| Name | Role |\n|--|--|\n| Visser<br>A. | Sponsor |',
    ].join('\n\n')
    const word = [
      styled('Heading1', 'Cold chain'),
      styled('Heading2', 'Purpose'),
      p('We share ', bold('depots'), ' and trucks.'),
      item(1, 0, bold('Term.'), ' Two years.'),
      item(2, 1, 'from May'),
      item(2, 1, 'to April'),
      item(1, 0, bold('Exit.'), ' Ninety days.'),
      table(['Name', 'Role'], [p('Visser', '<w:r><w:br/></w:r>', 'A.'), 'Sponsor']),
    ]
    expect(await outline(...word)).toEqual(sketch(readBlocks(markdown, 0, () => {})))
  })

  it('may be of the strict kind, and hold its parts under other names', async () => {
    const parts = w.listParts(p('Purpose'))
    const strict = (text = '') =>
      text.replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
    const document = strict(parts['word/document.xml'])
    const { 'word/document.xml': _, ...others } = parts
    const rels = parts['_rels/.rels']?.replace('word/document.xml', '/word/document2.xml') ?? ''
    const bytes = w.zipWord({ ...others, '_rels/.rels': rels, 'word/document2.xml': document })
    expect(sketch((await readWord(bytes)).blocks)).toEqual(['Purpose'])
  })

  it.each([
    ['another prefix', 'ns0:', 'xmlns:ns0='],
    ['no prefix', '', 'xmlns='],
  ])('may write its XML with %s', async (_, prefix, declared) => {
    const parts = w.listParts(p(bold('Purpose'), ' of all'))
    const document = parts['word/document.xml']
      ?.replaceAll(/(<\/?)w:/g, `$1${prefix}`)
      .replaceAll(/(\s)w:(\w+=)/g, `$1${prefix}$2`)
      .replace('xmlns:w=', declared)
    const bytes = w.zipWord({ ...parts, 'word/document.xml': document ?? '' })
    expect(sketch((await readWord(bytes)).blocks)).toEqual(['*Purpose* of all'])
  })
})
