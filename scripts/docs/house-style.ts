import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sectionGuide } from '../../src/words/en/section-guide.ts'

const tableHead = '| name | what it shows |\n| --- | --- |\n'

/** docs/house-style.md, with the list of sections at its end as the program has it. */
export async function houseStyle(root: string): Promise<string> {
  const page = await readFile(join(root, 'docs', 'house-style.md'), 'utf8')
  const end = page.indexOf(tableHead) + tableHead.length
  const rows = Object.entries(sectionGuide).map(
    ([name, { about }]) => `| \`${name}\` | ${about} |\n`,
  )
  return page.slice(0, end) + rows.join('')
}
