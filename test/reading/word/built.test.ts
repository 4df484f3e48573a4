import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { readWordBlocks } from '../../../src/reading/word/word-blocks.late.ts'
import { bold, cell, item, p, run, styled, table, writeWord } from './write-word.ts'

/** The build leaves out parts of the libraries, so that only the product can show whether one of them was needed. */
const built: { readonly readWordBlocks: typeof readWordBlocks } = createRequire(import.meta.url)(
  '../../../dist/word-blocks.late.js',
)

it('The published program reads a Word document as its sources do', async () => {
  const bytes = writeWord([
    styled('Title', 'Northwind & Contoso'),
    p(bold('Purpose.'), ' "Fresh" < frozen, it&apos;s said', '<w:r><w:br/></w:r>', 'é 🚚'),
    p('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', run(' open', '<w:u/>')),
    p('<w:r><w:t>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos; &#8211; &#x2013;</w:t></w:r>'),
    item(1, 0, 'Costs'),
    table(['Name', cell('x', '<w:gridSpan w:val="2"/>')], ['Visser', 'Sponsor', 'Utrecht']),
  ])
  const read = await readWordBlocks(bytes)
  expect('text' in read ? read.text : '').toContain(`A & B <C> "D" 'E' – –`)
  expect(await built.readWordBlocks(bytes)).toEqual(read)
})

it.each(['', '&nbsp;', '<w:r><w:t>&b;</w:t></w:r>', '<w:tbl><w:p/></w:tbl>'])(
  'The published program refuses what its sources refuse: %j',
  async (xml) => {
    const bytes = writeWord([p('a', `<w:r><w:t>${xml}</w:t></w:r>`)])
    expect(await built.readWordBlocks(bytes)).toEqual(await readWordBlocks(bytes))
  },
)
