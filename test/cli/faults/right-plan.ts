import type { Random } from './random.ts'
import { type MapTree, type Tree, treeOf } from './tree.ts'

/** The day on which the plans are right. */
export const today = '2026-11-23'

/** A plan of random words, order and extras, in which no check finds anything on that day. */
export function rightPlan(random: Random): Tree {
  const plan = treeOf(bare(random)) as MapTree
  return mixed(plan, random)
}

/** Of many scripts: what is wide, takes two units, joins the letter before it, or is written from the right. */
const fancy = [
  '保冷チェーン',
  '냉장 유통',
  '🚚',
  '👩‍🌾 und 👨‍🍳',
  'caf\u0065\u0301',
  'Ångström',
  'شراكة',
  '🇳🇱',
  'ＦＵＬＬ',
  'naïve',
  '𝒫𝓁𝒶𝓃',
  'Ελλάς',
]

/** What has a meaning to YAML, so that the text needs quotes or a block. */
const signs = [
  ': or so',
  ', say [both]',
  ' "as told"',
  " it's ours",
  ' #one',
  ' {see below}',
  ' & more',
  ' back\\slash',
]

function bare(random: Random) {
  const said = (text: string) => {
    let words = text
    if (random.chance(0.35)) words = `${random.pick(fancy)} ${words}`
    if (random.chance(0.35)) words = `${words} ${random.pick(fancy)}`
    if (random.chance(0.2)) words = `${words}${random.pick(signs)}`
    return words
  }
  const long = (text: string) =>
    said(`${text} and the people of both sides ${random.pick(fancy)} know it by heart`)
  const partner = (id: string, name: string, first: string, second: string) => ({
    id,
    name: `${name} ${random.pick(fancy)}`,
    sponsor: first,
    manager: second,
    checked: random.pick(['2026-06-11', '2026-08-20']),
    brings: [said('Trucks that keep their load cold'), said('Depots in six towns')],
    needs: [said(`Forecasts that ${name} lacks`)],
    objectives: [said('Fill more of the way back')],
    interests: [said('Drivers who know their hours')],
    investment: { amount: 1000 * (1 + random.below(900)), currency: 'EUR', period: 2027 },
  })
  const person = (id: string, from: string, deputy: string) => ({
    id,
    name: said(`Person ${id.toUpperCase()}`),
    partner: from,
    role: said('Lead'),
    authority: said('Up to 50 000 EUR a year'),
    deputy,
  })
  const objective = (id: string, more: object) => ({
    id,
    goal: said('Less food is thrown away'),
    metric: said('Pallets written off, in percent'),
    baseline: 6.7,
    target: 3.3,
    due: '2028-06-30',
    ...more,
  })
  const risk = (id: string, owner: string) => ({
    id,
    risk: said('A cooling unit fails on the road'),
    cause: said('Units are old'),
    likelihood: 4,
    impact: random.pick([3, 4, 5]),
    owner,
    response: long('Old units are replaced'),
    trigger: said('A load is warm'),
    contingency: long('The driver calls the duty phone'),
    reviewed: random.pick(['2026-11-02', '2026-10-12', '2026-09-15']),
  })
  const commitment = (what: string, owner: string, due: string, status = 'open') => ({
    what: said(what),
    owner,
    due,
    status,
    since: '2026-10-01',
  })
  return {
    accordant: 'plan/1',
    name: said('Cold chain'),
    stage: 'agreed',
    version: '2',
    date: '2026-10-01',
    legalStatus: random.pick(['binding', 'mixed']),
    partners: [partner('north', 'Northwind', 'p1', 'p2'), partner('south', 'Contoso', 'p4', 'p5')],
    people: [
      person('p1', 'north', 'p2'),
      person('p2', 'north', 'p3'),
      person('p3', 'north', 'p1'),
      person('p4', 'south', 'p5'),
      person('p5', 'south', 'p6'),
      person('p6', 'south', 'p4'),
    ],
    purpose: {
      need: long('One pallet in fifteen is thrown away'),
      vision: long('Food reaches every shop before it opens'),
      why: long('Northwind has the trucks, Contoso the forecast, north and south'),
      values: [said('Say it first'), said('Count it together')],
      concerns: [said('Northwind fears for its routes')],
      stop: [said('Waste is still over 6 % in December 2027')],
    },
    objectives: [
      objective('o1', { owner: 'p5', kind: 'joint' }),
      objective('o2', { owner: 'p2', kind: 'own', partner: 'north' }),
      objective('o3', { owner: 'p6', kind: 'own', partner: 'south' }),
    ],
    served: [
      {
        name: said('Shoppers'),
        gain: said('Fresh food in the morning'),
        voice: long('Twenty of them are asked each month'),
        contact: 'p5',
      },
    ],
    scope: {
      included: [said('Chilled food')],
      excluded: [said('Frozen food')],
      exclusivity: long('Nobody else is served'),
      assumptions: [{ text: said('Diesel stays cheap'), review: '2027-03-01' }],
    },
    dependencies: [{ name: said('City council'), what: said('Leave for the night'), owner: 'p2' }],
    roles: [
      {
        activity: said('Forecast'),
        accountable: 'p5',
        responsible: ['p6'],
        consulted: ['p3'],
        informed: ['p2'],
      },
      {
        activity: said('Routes'),
        accountable: 'p3',
        responsible: ['p2', 'p6'],
        consulted: ['p5'],
        informed: ['p1', 'p4'],
      },
    ],
    decisions: [
      { topic: said('Prices'), decider: 'p1', rule: 'consensus', days: 10, deadlock: 'steering' },
      { topic: said('Shops'), decider: 'p4', rule: 'majority', days: 15, deadlock: 'steering' },
      { topic: said('Slots'), decider: 'p6', rule: 'single', days: 2, deadlock: 'steering' },
    ],
    governance: [
      { id: 'steering', members: ['p1', 'p4', 'p2', 'p5'], chair: 'p1', every: 'P3M', quorum: 3 },
    ],
    teams: [
      {
        name: said('Pilot'),
        purpose: long('Serve twelve shops'),
        members: ['p2', 'p3', 'p5', 'p6'],
        until: '2027-03-31',
      },
    ],
    resources: [
      { what: said('Trucks'), partner: 'north', amount: 12, period: 2027 },
      { what: said('Hours a week'), partner: 'south', amount: 20, period: 2027 },
      { what: said('Trucks'), partner: 'north', amount: 14, period: '2028-2029' },
    ],
    benefits: [
      { what: said('Savings on the way back'), shares: { north: 55, south: 45 } },
      { what: said('Less waste'), shares: { north: 40.5, south: 59.5 } },
    ],
    costs: {
      overrun: long('Each carries its own up to 5 %'),
      liability: long('Each pays for what its people damage'),
    },
    communication: {
      meetings: [
        {
          name: said('Weekly call'),
          every: 'P1W',
          owner: 'p2',
          attendees: ['p2', 'p5'],
          record: said('Shared log'),
        },
      ],
      channels: [{ name: said('Shared board'), for: said('Slots and open points') }],
      reporting: { every: 'P1M', owner: 'p5' },
      feedback: long('Each quarter ten people are asked'),
      briefing: long('Each manager tells the depots on Friday'),
      external: {
        spokespeople: ['p1', 'p4'],
        rule: said('Both agree first'),
        brand: said('On the trucks only'),
      },
    },
    glossary: [{ term: said('Late'), meaning: said('After seven') }],
    escalation: [
      { level: 1, who: ['p3', 'p6'], days: 2 },
      { level: 2, who: ['p2', 'p5'], days: 5 },
      { level: 3, who: ['p1', 'p4'], days: 10 },
    ],
    mediator: long('The chamber of commerce, called in by either sponsor'),
    risks: [risk('r1', 'p3'), risk('r2', 'p5'), risk('r3', 'p2')],
    information: {
      confidentiality: long('Routes go to nobody else'),
      data: long('Each keeps its own records for two years'),
      personal: long('Names and work phones, to carry out this contract'),
      ip: {
        background: said('What was brought stays its own'),
        foreground: said('What is made belongs to both'),
        afterExit: said('Either may use it'),
      },
      openness: long('Bad news within 24 hours'),
    },
    conduct: {
      conflicts: long('Whoever has an interest says so'),
      bribery: said('No gifts over 50 EUR'),
      competition: said('No prices of others'),
      safeguarding: said('Night staff are known by name'),
    },
    law: said('Dutch law'),
    change: { process: long('Both managers answer within 5 days'), owner: 'p2' },
    milestones: [
      { name: said('Pilot'), due: '2026-12-15', owner: 'p3' },
      { name: said('All depots'), due: '2027-06-30', owner: 'p2' },
      { name: said('Planner in use'), due: '2028-03-31', owner: 'p6' },
    ],
    indicators: [
      {
        name: said('Forecasts by noon'),
        objective: 'o1',
        kind: 'leading',
        source: said('Board'),
        owner: 'p6',
      },
      {
        name: said('Ways back'),
        objective: 'o2',
        kind: 'lagging',
        source: said('Fleet'),
        owner: 'p3',
      },
      {
        name: said('Deliveries'),
        objective: 'o3',
        kind: 'lagging',
        source: said('Gate'),
        owner: 'p5',
      },
    ],
    reviews: {
      every: 'P3M',
      last: '2026-09-30',
      next: '2026-12-31',
      healthCheck: '2027-03-31',
    },
    term: { start: '2026-10-01', end: '2029-09-30', renewal: '2029-03-31' },
    exit: {
      triggers: [said('A rival takes over'), said('A breach stays'), said('One is insolvent')],
      noticeDays: 90,
      cureDays: 30,
      owner: 'p4',
      transition: long('Deliveries go on to the end'),
      survives: [said('Confidentiality'), said('Open invoices')],
      data: long('Each deletes the data of the other'),
    },
    capability: [
      { what: said('A dry run'), who: ['p3', 'p6'], due: '2026-12-10', kind: 'practice' },
    ],
    commitments: [
      commitment('Put the number up', 'p3', '2026-10-31', 'done'),
      commitment('Open the board', 'p5', '2026-12-01'),
      commitment('Close orders at ten', 'p6', '2026-12-11'),
      commitment('Sign the contract', 'p1', '2026-12-18'),
    ],
    lessons: [{ date: '2026-05-28', text: long('News goes to those who act') }],
    signatures: [
      { partner: 'north', who: 'p1', date: '2026-10-01' },
      { partner: 'south', who: 'p4', date: '2026-10-01' },
    ],
  }
}

/** Keys in another order, and those that are free in between. */
function mixed(tree: Tree, random: Random, isFree = false): Tree {
  if (tree.kind === 'list') {
    return { kind: 'list', items: tree.items.map((item) => mixed(item, random)) }
  }
  if (tree.kind === 'scalar') return tree
  const entries = tree.entries.map(({ key, value }) => ({
    key,
    value: mixed(value, random, key === 'shares'),
  }))
  if (!isFree && random.chance(0.04)) entries.push({ key: 'notes', value: freeTree(random) })
  if (!isFree && random.chance(0.04)) {
    entries.push({ key: random.pick(['x-kept', 'x-1', 'x-später']), value: freeTree(random) })
  }
  return { kind: 'map', entries: random.chance(0.4) ? random.shuffled(entries) : entries }
}

function freeTree(random: Random): Tree {
  const text = `${random.pick(fancy)} with\nlines of\n\nits own`
  return treeOf(random.pick([text, ['TBD', text], { any: text, deep: [[1], {}] }, 12, [], null]))
}
