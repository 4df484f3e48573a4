import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIdentityPath, toIdentitySteps } from '../../../src/checks/identity.ts'
import { findPath, parsePath } from '../../../src/checks/waivers/config-waivers.ts'
import { say } from '../../../src/words/say-message.ts'

const plan = {
  risks: [
    { id: 'r1', risk: 'Flood', owner: 'p9' },
    { risk: 'Strike [rail]' },
    { risk: 'Strike [rail]' },
    { id: '0' },
  ],
  roles: [{ activity: 'Plan', responsible: ['p1', 'p9'] }],
  'x-ours': { deep: 1 },
}

function found(text: string) {
  const segments = parsePath(text)
  return segments === null ? null : findPath(segments, plan)
}

describe('A path in the settings', () => {
  it.each([
    ['risks', [['risks']]],
    ['risks[r1].owner', [['risks', 0, 'owner']]],
    ['risks.r1.owner', [['risks', 0, 'owner']]],
    [' risks[ r1 ] ', [['risks', 0]]],
    [
      'risks[Strike [rail]].owner',
      [
        ['risks', 1, 'owner'],
        ['risks', 2, 'owner'],
      ],
    ],
    ['risks[1]', [['risks', 1]]],
    ['risks[0]', [['risks', 3]]],
    ['roles[Plan].responsible[p9]', [['roles', 0, 'responsible', 1]]],
    ['exit.triggers', [['exit', 'triggers']]],
    ['x-ours.deep', [['x-ours', 'deep']]],
    ['.', [[]]],
  ])('leads somewhere: %s', (text, paths) => {
    expect(found(text)).toEqual({ paths })
  })

  it.each([
    ['risk', 'a plan has no "risk"; did you mean "risks"?'],
    ['exit.trigger', '"exit" has no "trigger"; did you mean "triggers"?'],
    ['risks[r2]', '"risks" has no "r2"; did you mean "r1"?'],
    ['risks[9]', '"risks" has no "9"'],
    ['milestones[Pilot]', '"milestones" has no "Pilot"'],
    ['constructor', 'a plan has no "constructor"'],
  ])('leads nowhere: %s', (text, lost) => {
    const told = found(text)
    expect(told !== null && 'lost' in told ? say(told.lost) : told).toMatch(lost)
  })

  it.each(['', '..', 'risks.', '.risks', 'risks[', 'risks[]', 'risks[r1]owner', 'risks]'])(
    'is rejected: "%s"',
    (text) => {
      expect(parsePath(text)).toBe(null)
    },
  )

  it('is found again from how a finding at it is named', () => {
    const item = fc.record({ id: fc.stringMatching(/^[a-z]{1,3}\d?$/), owner: fc.constant('p9') })
    const items = fc.uniqueArray(item, { minLength: 1, selector: ({ id }) => id })
    fc.assert(
      fc.property(items, fc.nat(), (risks, any) => {
        const path = ['risks', any % risks.length, 'owner']
        const segments = parsePath(formatIdentityPath(toIdentitySteps({ risks }, path)))
        expect(segments === null ? null : findPath(segments, { risks })).toEqual({ paths: [path] })
      }),
    )
  })
})
