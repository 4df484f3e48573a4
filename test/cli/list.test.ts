import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const own = `accordant: questionnaire/1
id: own
version: 0.1.0
title: Ours
extends: partnership-readiness@1
drop: [roles]
levels: [{id: ready, score: 80}]
dimensions: [{id: trust, weight: 2}]
questions:
  - {id: trust.visits, ask: Do we visit one another?, type: yes-no}
checks:
  - {id: trust.confidentiality, severity: error}
`

describe('list', () => {
  it('shows the questionnaire that another one extends', async () => {
    const folder = aFolder({ 'own.yaml': own })
    const { code, out } = await ran(['list', folder])
    expect(code).toBe(0)
    expect(out).toContain(
      `own 0.1.0 (${join(folder, 'own.yaml')})\n  Ours\n  extends partnership-readiness 1.0.0\n`,
    )
  })

  it('names the licence of the questionnaires that are built in, and of no other', async () => {
    const { out } = await ran(['list', aFolder({ 'own.yaml': own })])
    const licensed = out.split('\n\n').filter((part) => part.includes('licence CC BY 4.0'))
    expect(licensed.map((part) => part.split(' ')[0])).toEqual([
      'collaboration-capability',
      'five-days-of-action',
      'partnership-health',
      'partnership-readiness',
    ])
  })
})

describe('list --diff', () => {
  it.each(['path', 'id'])(
    'shows what is different, for a questionnaire named by its %s',
    async (by) => {
      const folder = aFolder({ 'own.yaml': own })
      const named = by === 'id' ? 'own' : join(folder, 'own.yaml')
      const { code, out, err } = await ran(['list', folder, '--diff', named])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const [head, ...lines] = out.split('\n')
      expect(head).toMatch(
        /^own 0\.1\.0 extends partnership-readiness 1\.0\.0: 1 added, 4 changed, \d+ dropped$/,
      )
      expect(lines).toEqual(
        expect.arrayContaining([
          'Questionnaire',
          expect.stringMatching(/^ {2}~ title and settings +title Partnership readiness → Ours$/),
          expect.stringMatching(/^ {2}~ trust +weight 1 → 2$/),
          expect.stringMatching(/^ {2}- roles +Roles$/),
          expect.stringMatching(/^ {2}\+ trust\.visits +Do we visit one another\?$/),
          expect.stringMatching(/^ {2}~ trust\.confidentiality +severity$/),
          expect.stringMatching(/^ {2}~ ready +score 75 → 80$/),
        ]),
      )
    },
  )

  it('requires a questionnaire that extends another', async () => {
    const { code, err } = await ran(['list', '--diff', 'partnership-readiness'])
    expect(code).toBe(2)
    expect(err).toContain('"partnership-readiness" extends no other questionnaire')
  })
})
