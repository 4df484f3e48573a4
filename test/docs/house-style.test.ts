import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sectionNames } from '../../src/model/house-style.ts'

it('docs/house-style.md names every section, in the usual order', () => {
  const page = readFileSync(new URL('../../docs/house-style.md', import.meta.url), 'utf8')
  const rows = page.slice(page.indexOf('| name | what it shows |')).matchAll(/^\| (`[^|]*) \|/gm)
  const named = [...rows].flatMap(([, names = '']) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  )
  expect(named).toEqual([...sectionNames])
})
