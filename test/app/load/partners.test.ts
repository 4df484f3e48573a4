import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listAskedPartners, listLookAlikes } from '../../../src/app/load/partners.ts'
import { getPartnerNames, loadPartnership } from '../../../src/app/load/partnership.ts'
import { aFolder } from '../../cli/support/folder.ts'
import { sayWithin } from '../../support/say-within.ts'

const plan = (partners: string) => `accordant: plan/1\npartners:\n${partners}`

async function loaded(files: Readonly<Record<string, string>>) {
  const folder = aFolder(files)
  const partnership = await loadPartnership(folder, undefined)
  const { partners, partnersFile, findings } = partnership
  return {
    partners,
    file: partnersFile?.slice(folder.length + 1) ?? null,
    asked: listAskedPartners(partnership),
    names: Object.fromEntries(getPartnerNames(partnership)),
    findings: findings.map(({ file, line, column, severity, message }) => ({
      at: `${file.slice(folder.length + 1)}:${line}:${column}`,
      severity,
      message: sayWithin(message),
    })),
  }
}

describe('the partners of a partnership', () => {
  it('are those of the plan, all to be asked', async () => {
    const found = await loaded({
      'plan.yaml': plan('  - {id: north, name: North Ltd}\n  - id: south\n'),
    })
    expect(found).toEqual({
      partners: [
        { id: 'north', name: 'North Ltd', asked: true },
        { id: 'south', name: 'south', asked: true },
      ],
      file: 'plan.yaml',
      asked: ['north', 'south'],
      names: { north: 'North Ltd', south: 'south' },
      findings: [],
    })
  })

  it('are those of the settings before those of the plan, which still gives names', async () => {
    const found = await loaded({
      'accordant.yaml': `accordant: config/1
partners:
  - {id: north}
  - {id: south, name: South, asked: false}
`,
      'plan.yaml': plan('  - {id: north, name: North Ltd}\n  - {id: south, name: South Inc}\n'),
    })
    expect(found).toEqual({
      partners: [
        { id: 'north', name: 'North Ltd', asked: true },
        { id: 'south', name: 'South', asked: false },
      ],
      file: 'accordant.yaml',
      asked: ['north'],
      names: { north: 'North Ltd', south: 'South' },
      findings: [],
    })
  })

  it('are warned about in the settings where the plan has others', async () => {
    const { findings } = await loaded({
      'accordant.yaml': 'accordant: config/1\npartners:\n  - {id: north}\n  - {id: east}\n',
      'plan.yaml': plan('  - {id: north}\n  - {id: south}\n'),
    })
    expect(findings).toEqual([
      {
        at: 'accordant.yaml:4:10',
        severity: 'warning',
        message: 'The partner "east" is not in plan.yaml',
      },
      {
        at: 'accordant.yaml:2:1',
        severity: 'warning',
        message: 'The partner "south" is in plan.yaml, but not here',
      },
    ])
  })

  it('are warned about in the settings where somebody else is invited, or one person twice', async () => {
    const { findings } = await loaded({
      'accordant.yaml': `accordant: config/1
partners: [{id: north}, {id: south}]
invited:
  nord: 3
  south: [k7, m2, k7]
  notes: By mail
`,
    })
    expect(findings).toEqual([
      {
        at: 'accordant.yaml:4:3',
        severity: 'warning',
        message: 'Unknown partner "nord"',
      },
      {
        at: 'accordant.yaml:5:19',
        severity: 'warning',
        message: 'The code "k7" is invited twice for "south"',
      },
    ])
  })

  it('may be anybody who is invited where none is listed', async () => {
    const { findings } = await loaded({
      'accordant.yaml': 'accordant: config/1\ninvited: {north: 3, south: [k7]}\n',
    })
    expect(findings).toEqual([])
  })

  it.each([
    ['the stand-ins of a plan that was just begun', '  - id: partner-a\n  - id: partner-b\n'],
    ['stand-ins with the name of the starter', '  - {id: partner-a, name: The full name}\n'],
    ['an empty list', '  []\n'],
    [
      'only those whose answers filled in the plan',
      '  - {id: acme, brings: [Parts]}\nx-filled: {"partners[acme].brings": [Parts]}\n',
    ],
  ])('are not listed by %s', async (_, partners) => {
    const { file, asked } = await loaded({ 'plan.yaml': plan(partners) })
    expect({ file, asked }).toEqual({ file: null, asked: null })
  })

  it('are all those of a plan that lists one more than those who answered', async () => {
    const { asked } = await loaded({
      'plan.yaml': plan(
        '  - {id: acme, brings: [Parts]}\n  - id: rossi\nx-filled: {"partners[acme].brings": [Parts]}\n',
      ),
    })
    expect(asked).toEqual(['acme', 'rossi'])
  })

  it('are those of the settings above a file in the folder', async () => {
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\npartners: [{id: north}]\n',
      'responses/north-r1.yaml': '',
    })
    const { partners } = await loadPartnership(
      join(folder, 'responses', 'north-r1.yaml'),
      undefined,
    )
    expect(partners).toEqual([{ id: 'north', name: 'north', asked: true }])
  })
})

describe('ids that look alike', () => {
  const alike = (...ids: readonly string[]) =>
    listLookAlikes(ids).map((message) => ('ids' in message ? message.ids : message))

  it.each([
    ['contoso', 'contozo'],
    ['contoso-foods', 'contosso-foods'],
    ['northwind', 'nothwind'],
  ])('are named once, however often they come: %s and %s', (one, other) => {
    expect(alike(other, one, one, other)).toEqual([[one, other].sort()])
  })

  it.each([
    ['contoso', 'northwind'],
    ['partner-a', 'partner-b'],
    ['team-1', 'team-12'],
    ['p1', 'p2'],
    ['plant-1001', 'plant-1002'],
    ['person00017', 'person00018'],
    ['north', 'south'],
    ['east', 'west'],
    ['contoso', 'contoso-uk'],
  ])('are not those of two partners: %s and %s', (one, other) => {
    expect(alike(one, other)).toEqual([])
  })
})
