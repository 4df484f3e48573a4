import { expect, it } from 'vitest'
import { identifyPartnership } from '../../../src/app/load/partnership-id.ts'
import { toPlanId } from '../../../src/questionnaire/fills/names.ts'
import { understood } from '../../reading/markdown/read.ts'

it.each([
  ['Zürich-Müller', 'zuerich-mueller'],
  ['Smørrebrød Søn', 'smoerrebroed-soen'],
  ["Café L'Étoile", 'cafe-letoile'],
])(
  'A folder, a partner in a Markdown plan and an answer that are called %s get one id',
  async (name, id) => {
    expect(await identifyPartnership(`/nowhere/${name}`)).toBe(id)
    expect(understood(`## Partners\n- ${name}\n`)).toMatchObject({ partners: [{ id }] })
    expect(toPlanId(name)).toBe(id)
  },
)

it('A folder and an answer that are called A & B get one id; in a Markdown plan these may be two partners', async () => {
  const name = 'Smørrebrød & Søn'
  expect(await identifyPartnership(`/nowhere/${name}`)).toBe('smoerrebroed-soen')
  expect(understood(`## Partners\n- ${name}\n`)).toEqual({})
  expect(toPlanId(name)).toBe('smoerrebroed-soen')
})
