import { describe, expect, it } from 'vitest'
import { told, understood, unread } from '../markdown/read.ts'

const people = '## People\n- A. Visser (p1)\n- José Ñuñez\n- Li Chen\n- Li Wang\n\n'
const partners = '## Partners\n- Northwind Traders (northwind)\n- Contoso Foods\n\n'

function ownerOf(text: string): unknown {
  const plan = understood(`${people}${partners}## Change\n- Owner: ${text}\n`)
  return (plan as { readonly change?: { readonly owner?: unknown } }).change?.owner
}

describe('A name', () => {
  it.each([
    ['p1', 'p1'],
    ['A. Visser', 'p1'],
    ['a.  visser', 'p1'],
    ['Visser', 'p1'],
    ['A. Visser (Northwind)', 'p1'],
    ['A. Visser (CEO, Northwind)', 'p1'],
    ['José Ñuñez', 'jose-nunez'],
    ['jose-nunez', 'jose-nunez'],
    ['**Chen**', 'li-chen'],
    ['[Li Chen](mailto:li@contoso.com)', 'li-chen'],
    ['Somebody Else', 'somebody-else'],
    ['Somebody Else (2 weeks)', 'somebody-else'],
    ['Will Turner', 'will-turner'],
    ['J. van den Ende', 'j-van-den-ende'],
    ['Project manager', 'project-manager'],
    ['Northwind Traders', 'northwind'],
    ['contoso-foods', 'contoso-foods'],
  ])('leads to an id: %s', (text, id) => {
    expect(ownerOf(text)).toBe(id)
  })

  it.each([
    'whoever is there',
    'the partners',
    'All',
    'Both parties',
    'Nobody',
    'in case of disputes',
    'To be decided by the board',
    'The person who called the meeting',
    'Who is it?',
    'A. Visser will do it',
    'See clause 12',
    'Li Chen from 9:00 to 17:00',
    '+44 20 7946 0000',
    '14 days',
    'each',
    '2027-01-01',
    'A',
    '–',
  ])('is no such text: %s', (text) => {
    expect(ownerOf(text)).toBeUndefined()
  })

  it('of two where one is expected is not read, and that is told', () => {
    expect(ownerOf('Visser and Chen')).toBeUndefined()
    expect(told(`${people}## Change\n- Owner: Visser and Chen\n`)).toEqual([
      '11:10 info Expected one person, found 2: "Visser and Chen"; accordant did not read them',
    ])
  })

  it.each([
    ['the same name', '## People\n- Li (p1)\n- Li (p2)\n\n## Change\n- Owner: Li\n'],
    ['the same first name', '## People\n- Li Chen\n- Li Wang\n\n## Change\n- Owner: Li\n'],
  ])('that several people have is not read: %s', (_, body) => {
    expect(understood(body)).not.toHaveProperty('change')
    expect(told(body)).toEqual([
      '9:10 info "Li" is the name of more than one; accordant did not read it',
    ])
    expect(unread(body)).toEqual(['9 Owner: Li'])
  })

  it('may be read before the people are', () => {
    expect(understood(`## Change\n- Owner: A. Visser\n\n${people}`)).toMatchObject({
      change: { owner: 'p1' },
    })
  })

  it('is one of several between commas, semicolons, slashes, plus signs or "and"', () => {
    const text = 'Visser, Chen / Li Wang and José Ñuñez + Somebody Else (CEO, Contoso); p9'
    const table = `## Teams\n| Team | Members |\n|-|-|\n| T | ${text} |\n`
    expect(understood(`${people}${table}`)).toMatchObject({
      teams: [{ members: ['p1', 'li-chen', 'li-wang', 'jose-nunez', 'somebody-else', 'p9'] }],
    })
  })

  it('is read of nobody in a line where one of them can be none', () => {
    const body = `${people}## Teams\n- T; members: A. Visser, whoever is there\n`
    expect(understood(body)).not.toHaveProperty('teams')
    expect(unread(body)).toEqual(['11 T; members: A. Visser, whoever is there'])
  })

  it('is read in a list beside what can be none', () => {
    const body = `${people}## Teams\n- T\n  - Members:\n    - A. Visser\n    - whoever is there\n    - Li Chen\n`
    expect(understood(body)).toMatchObject({ teams: [{ members: ['p1', 'li-chen'] }] })
    expect(unread(body)).toEqual(['14 whoever is there'])
  })

  it('may be that of a governing body', () => {
    const body =
      '## Governance\n- Steering group; chair: p1\n## Decisions\n- Prices; who decides: the steering group\n'
    expect(understood(body)).toMatchObject({ decisions: [{ decider: 'steering-group' }] })
  })

  it('of an objective is its goal, which gets an id then', () => {
    const body = '## Objectives\n- Grow\n- Save\n## Indicators\n- Sales; objective: Save\n'
    expect(understood(body)).toEqual({
      objectives: [{ goal: 'Grow' }, { id: 'o2', goal: 'Save' }],
      indicators: [{ name: 'Sales', objective: 'o2' }],
    })
  })

  it('keeps what its bracket says for the topics', () => {
    expect(unread(`${people}## Change\n- Owner: A. Visser (until her leave)\n`)).toEqual([
      expect.stringContaining('(until her leave)'),
    ])
  })

  it('gets an id that nobody else has', () => {
    expect(understood('## People\n- Li\n- LI\n- 李\n')).toEqual({
      people: [
        { id: 'li', name: 'Li' },
        { id: 'li-2', name: 'LI' },
        { id: 'person-3', name: '李' },
      ],
    })
  })
})

describe('A person', () => {
  it.each([
    ['Li Chen', { id: 'li-chen', name: 'Li Chen' }],
    ['Li Chen (p2)', { id: 'p2', name: 'Li Chen' }],
    ['**Li Chen** (p2)', { id: 'p2', name: 'Li Chen' }],
    ['Li Chen, head of sales', { id: 'li-chen', name: 'Li Chen', role: 'head of sales' }],
    ['Li Chen – head of sales', { id: 'li-chen', name: 'Li Chen', role: 'head of sales' }],
    ['Li Chen; role: head of sales', { id: 'li-chen', name: 'Li Chen', role: 'head of sales' }],
    ['Li Chen, Contoso Foods, head of sales', { id: 'li-chen', name: 'Li Chen' }],
    ['Li Chen (head of sales)', { id: 'li-chen', name: 'Li Chen' }],
  ])('may be written %s', (text, person) => {
    expect(understood(`## People\n- ${text}\n`)).toEqual({ people: [person] })
  })

  it.each([
    'head of sales',
    'Sponsor: Li Chen',
    'all staff',
    'Li Chen and A. Visser',
    'Li Chen, our chair, will meet them',
    'Led by: Li Chen',
    'We are a small team.',
    'Who are they?',
    '2 members',
  ])('is not %s', (text) => {
    expect(understood(`## People\n- ${text}\n`)).toEqual({})
  })
})

describe('A partner', () => {
  it.each([
    ['Northwind Traders (northwind)', { id: 'northwind', name: 'Northwind Traders' }],
    ['Northwind Ltd, of Oslo', { id: 'northwind-ltd', name: 'Northwind Ltd' }],
    ['Northwind, Inc', { id: 'northwind-inc', name: 'Northwind, Inc' }],
    ['**Northwind** ("NW") — A. Person, Founder', { id: 'northwind', name: 'Northwind' }],
    [
      'Ministry of Health and Care',
      { id: 'ministry-of-health-and-care', name: 'Ministry of Health and Care' },
    ],
    ['Marsh & Sons Ltd', { id: 'marsh-sons-ltd', name: 'Marsh & Sons Ltd' }],
    ['3rd Harbour', { id: '3rd-harbour', name: '3rd Harbour' }],
  ])('may be written %s', (text, partner) => {
    expect(understood(`## Partners\n- ${text}\n`)).toEqual({ partners: [partner] })
  })

  it.each([
    'Northwind & Contoso',
    'Smith, Jones and Partners',
    'Three (3) community members',
    'Project manager',
    'timely records, participation in reviews.',
    'Northwind provides the lorries',
    'Northwind: provides the lorries',
    'Contoso decides on prices.',
    'each of us',
    '[Partner A]',
  ])('is not %s', (text) => {
    expect(understood(`## Partners\n- ${text}\n`)).toEqual({})
  })

  it.each([
    'Northwind and Contoso',
    'Northwind & Contoso',
    'Northwind, Contoso',
    'Northwind; Contoso',
  ])('is one of several behind a key: %s', (text) => {
    const body = `**Parties:** ${text}\n`
    expect(understood(body)).toEqual({
      partners: [
        { id: 'northwind', name: 'Northwind' },
        { id: 'contoso', name: 'Contoso' },
      ],
    })
  })
})
