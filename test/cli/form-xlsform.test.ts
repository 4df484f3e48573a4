import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { everyQuestion } from '../support/every-question.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const settings = `accordant: config/1
questionnaire: small.yaml
minGroup: 3
partners: [{id: northwind, name: Northwind Traders}, {id: contoso, name: Contoso}]
`

function aPartnership(questionnaire = 'small.yaml') {
  return aFolder({
    'accordant.yaml': settings.replace('small.yaml', questionnaire),
    'small.yaml': everyQuestion,
    'forms/readme.txt': '',
  })
}

it('writes the form and its map, and says what the form cannot say', async () => {
  const folder = aPartnership()
  const file = join(folder, 'forms', 'form.xlsx')
  const { code, out, err } = await ran(['form', folder, '-o', file])
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err.replaceAll(folder, 'folder').replaceAll('\\', '/').split('\n')).toEqual([
    'Wrote folder/forms/form.xlsx',
    'Wrote folder/forms/form.map.yaml',
    '2-trust.size is always asked: the form cannot say "only when answers["trust.what"].size() > 1". Its hint says it.',
    '2-trust.text is always asked: the form cannot say "only when "trust.why" is because". Its hint says it.',
    'trust.people is a table and is not asked: servers export its rows apart from the person',
    'Upload the form to KoboToolbox, ODK or another server, and import what it exports: accordant import EXPORT.csv --map folder/forms/form.map.yaml',
    '',
  ])
  expect(Object.keys(unzipSync(readFileSync(file)))).toContain('xl/worksheets/sheet3.xml')
  const map = parse(readFileSync(join(folder, 'forms', 'form.map.yaml'), 'utf8'))
  expect(map).toMatchObject({ questionnaire: '../small.yaml', told: { minGroup: 3 } })
  const again = await ran(['form', folder, '-o', file])
  expect(again.code).toBe(2)
  const replaced = await ran(['form', folder, '-o', file, '--overwrite'])
  expect(replaced).toEqual({ code, out, err })
  const checked = await ran(['check', join(folder, 'forms', 'form.map.yaml')])
  expect(checked).toMatchObject({ code: 0 })
})

it('is of one partner, and of the quick run, where that is asked', async () => {
  const folder = aPartnership('partnership-readiness')
  const file = join(folder, 'form.xlsx')
  const argv = ['form', folder, '--format', `xlsform=${file}`, '--partner', 'contoso', '--quick']
  expect(await ran(argv)).toMatchObject({ code: 0 })
  const map = parse(readFileSync(join(folder, 'form.map.yaml'), 'utf8'))
  expect(map).toMatchObject({
    questionnaire: 'partnership-readiness',
    run: 'quick',
    constants: { partner: 'contoso' },
  })
})

it('goes to a file alone', async () => {
  const folder = aPartnership()
  const { code, err } = await ran(['form', folder, '--format', 'xlsform'])
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringContaining('accordant form --format xlsform -o form.xlsx'),
  })
  expect(existsSync(join(folder, 'form.xlsx'))).toBe(false)
})
