import { expect, it } from 'vitest'
import { identifyPartnership } from '../../../src/app/load/partnership-id.ts'
import { toPlanId } from '../../../src/questionnaire/fills/names.ts'
import { understood } from '../../reading/markdown/read.ts'

it.each([
  ['Zürich-Müller', 'zuerich-mueller'],
  ['Smørrebrød & Søn', 'smoerrebroed-soen'],
  ["Café L'Étoile", 'cafe-letoile'],
])(
  'A folder, a partner in a Markdown plan and an answer that are called %s get one id',
  async (name, id) => {
    expect(await identifyPartnership(`/nowhere/${name}`)).toBe(id)
    expect(understood(`## Partners\n- ${name}\n`)).toMatchObject({ partners: [{ id }] })
    expect(toPlanId(name)).toBe(id)
  },
)
