import type { TreeFault } from './planted.ts'
import type { Random } from './random.ts'
import { at, listAt, mapAt, pathsIn, put, type Steps, type Tree, take, treeOf } from './tree.ts'

/** Values that the schema refuses, keys that it doesn't know, and ids that lead nowhere. */
export const schemaFaults: readonly TreeFault[] = [
  wrong('a number for a text', 'schema.type', [['name'], ...texts()], () => 12),
  wrong(
    'a text for a list',
    'schema.type',
    [['teams', 0, 'members'], ['exit', 'triggers'], ['risks']],
    () => 'p2',
  ),
  wrong(
    'a text for a map',
    'schema.type',
    [['reviews'], ['exit'], ['partners', 0]],
    () => 'each quarter',
  ),
  wrong(
    'a list for a map',
    'schema.type',
    [['reviews'], ['information', 'ip'], ['risks', 1]],
    () => ['a b', 'c'],
  ),
  wrong('a map for a text', 'schema.type', [['purpose', 'need'], ...texts()], () => ({
    first: 'a',
  })),
  wrong('a date that is none', 'schema.value', dates(), (random) =>
    random.pick(['2026-02-30', '01.03.2027', '2026-13-01', 'next May', '2026-9-1']),
  ),
  wrong(
    'a number off its range',
    'schema.value',
    [
      ['risks', 0, 'likelihood'],
      ['risks', 2, 'impact'],
    ],
    (random) => random.pick([0, 6, 70, -1]),
  ),
  wrong('a share off its range', 'schema.value', [['benefits', 1, 'shares', 'north']], (random) =>
    random.pick([-5, 101]),
  ),
  wrong(
    'a count under zero',
    'schema.value',
    [
      ['exit', 'noticeDays'],
      ['escalation', 2, 'days'],
      ['decisions', 0, 'days'],
    ],
    () => -3,
  ),
  wrong('a word that is none of them', 'schema.value', words(), (random) =>
    random.pick(['agred', 'other', 'Open']),
  ),
  wrong(
    'a rhythm that is none',
    'schema.value',
    [
      ['reviews', 'every'],
      ['governance', 0, 'every'],
      ['communication', 'meetings', 0, 'every'],
    ],
    () => 'monthly',
  ),
  wrong(
    'an id that is none',
    'schema.value',
    [
      ['people', 2, 'id'],
      ['risks', 0, 'owner'],
      ['teams', 0, 'members', 1],
      ['objectives', 1, 'id'],
    ],
    (random) => random.pick(['P 2', 'Ä1', 'a_b']),
  ),
  wrong('another version of the format', 'schema.value', [['accordant']], () => 'plan/2'),
  {
    name: 'a missing id',
    plant: (tree, random) => {
      const path = [random.pick(['people', 'partners']), random.below(2), 'id']
      take(tree, path)
      return { id: 'schema.missing', path }
    },
  },
  {
    name: 'an unknown key',
    plant: (tree, random) => {
      const maps = pathsIn(tree).filter((path) => at(tree, path)?.kind === 'map' && isOurs(path))
      const path = random.pick(maps)
      const key = random.pick(['onwer', 'colour', 'später', 'Due'])
      const { entries } = mapAt(tree, path)
      entries.splice(random.below(entries.length + 1), 0, { key, value: treeOf('o p') })
      return { id: 'schema.unknown-key', path: [...path, key], part: 'key' }
    },
  },
  {
    name: 'a key that stands twice',
    plant: (tree, random) => {
      const maps = pathsIn(tree).filter(
        (path) => at(tree, path)?.kind === 'map' && mapAt(tree, path).entries.length > 0,
      )
      const path = random.pick(maps)
      const { entries } = mapAt(tree, path)
      const index = random.below(entries.length)
      const key = entries[index]?.key ?? ''
      const value = treeOf(random.pick(['again', 7, ['a', 'b']]))
      entries.splice(index + 1 + random.below(entries.length - index), 0, { key, value })
      return { id: 'yaml.duplicate-key', path: [...path, key], part: 'key' }
    },
  },
  {
    name: 'a merge key',
    plant: (tree, random) => {
      const path = random.pick([['risks', 0], ['people', 1], ['reviews'], ['objectives', 2]])
      const { entries } = mapAt(tree, path)
      entries.splice(random.below(entries.length + 1), 0, { key: '<<', value: treeOf({ a: 1 }) })
      return { id: 'yaml.merge-key', path: [...path, '<<'], part: 'key' }
    },
  },
  {
    name: 'a person nobody knows',
    plant: (tree, random) => {
      const [path, ...also] = random.pick(people)
      put(tree, path, 'p99')
      return { id: 'reference.unknown', path, also: [...also, 'roles.people-used'] }
    },
  },
  {
    name: 'a partner nobody knows',
    plant: (tree, random) => {
      const path = random.pick([
        ['people', 1, 'partner'],
        ['signatures', 1, 'partner'],
        ['resources', 1, 'partner'],
        ['objectives', 1, 'partner'],
      ])
      put(tree, path, 'west')
      return {
        id: 'reference.unknown',
        path,
        also: [
          'long-term-focus.signature-each',
          'roles.managers',
          'roles.contribution',
          'roles.accountable-everywhere',
        ],
      }
    },
  },
  {
    name: 'a share for a partner nobody knows',
    plant: (tree, random) => {
      const entry = mapAt(tree, ['benefits', 0, 'shares']).entries[random.below(2)]
      if (entry !== undefined) entry.key = 'west'
      return { id: 'reference.unknown', path: ['benefits', 0, 'shares', 'west'], part: 'key' }
    },
  },
  {
    name: 'an objective nobody knows',
    plant: (tree, random) => {
      const path = ['indicators', random.below(3), 'objective']
      put(tree, path, 'o99')
      return { id: 'reference.unknown', path }
    },
  },
  {
    name: 'an id that two have',
    plant: (tree, random) => {
      const section = random.pick(['people', 'risks', 'objectives'])
      const { items } = listAt(tree, [section])
      const path = [section, 1 + random.below(items.length - 1), 'id']
      put(tree, path, at(tree, [section, 0, 'id'])?.kind === 'scalar' ? idOf(tree, section) : '')
      return {
        id: 'schema.value',
        path,
        also: [
          'reference.unknown',
          'roles.',
          'contingencies.',
          'alignment.',
          'communication.',
          'trust.',
          'long-term-focus.',
        ],
      }
    },
  },
]

function idOf(tree: Tree, section: string): string {
  const first = at(tree, [section, 0, 'id'])
  return first?.kind === 'scalar' ? String(first.value) : ''
}

/** The places of people, and the checks that miss one there. */
const people: readonly (readonly [Steps, ...string[]])[] = [
  [['partners', 1, 'sponsor'], 'roles.sponsors', 'communication.escalation-top'],
  [['partners', 0, 'manager'], 'roles.managers'],
  [['people', 3, 'deputy'], 'contingencies.deputies'],
  [['objectives', 0, 'owner'], 'alignment.objective-owner'],
  [['roles', 1, 'accountable'], 'roles.accountable-missing', 'roles.accountable-everywhere'],
  [['roles', 1, 'responsible', 1], 'roles.responsible'],
  [['roles', 0, 'consulted', 0]],
  [['roles', 1, 'informed', 1]],
  [['decisions', 2, 'decider'], 'roles.decision-decider'],
  [['governance', 0, 'members', 3]],
  [['governance', 0, 'chair'], 'roles.governance-members'],
  [['teams', 0, 'members', 2]],
  [['communication', 'reporting', 'owner'], 'communication.reporting'],
  [['communication', 'meetings', 0, 'owner'], 'communication.meeting-rhythm'],
  [['communication', 'external', 'spokespeople', 1], 'communication.spokesperson-each'],
  [['escalation', 0, 'who', 1]],
  [['risks', 2, 'owner'], 'contingencies.risk-owner'],
  [['change', 'owner'], 'contingencies.change-process'],
  [['milestones', 0, 'owner'], 'long-term-focus.milestone-owner'],
  [['indicators', 1, 'owner'], 'long-term-focus.indicator-source'],
  [['exit', 'owner'], 'contingencies.exit-owner'],
  [['capability', 0, 'who', 0]],
  [['commitments', 3, 'owner'], 'trust.commitment-owner'],
  [['signatures', 1, 'who']],
]

function wrong(
  name: string,
  id: string,
  paths: readonly Steps[],
  value: (random: Random) => unknown,
): TreeFault {
  return {
    name,
    plant: (tree, random) => {
      const path = random.pick(paths)
      put(tree, path, value(random))
      return { id, path }
    },
  }
}

/** Not under a key that is free, nor a map of shares, nor inside a note. */
function isOurs(path: Steps): boolean {
  return path.every((step) => typeof step === 'number' || !/^(?:x-.*|notes|shares)$/.test(step))
}

function texts(): readonly Steps[] {
  return [
    ['partners', 0, 'name'],
    ['partners', 1, 'brings', 1],
    ['people', 0, 'role'],
    ['objectives', 1, 'goal'],
    ['risks', 0, 'risk'],
    ['risks', 1, 'response'],
    ['commitments', 2, 'what'],
    ['information', 'ip', 'background'],
    ['exit', 'triggers', 0],
    ['communication', 'external', 'rule'],
  ]
}

function dates(): readonly Steps[] {
  return [
    ['date'],
    ['objectives', 2, 'due'],
    ['scope', 'assumptions', 0, 'review'],
    ['teams', 0, 'until'],
    ['risks', 1, 'reviewed'],
    ['milestones', 1, 'due'],
    ['reviews', 'next'],
    ['term', 'end'],
    ['commitments', 0, 'since'],
    ['lessons', 0, 'date'],
    ['signatures', 0, 'date'],
  ]
}

function words(): readonly Steps[] {
  return [
    ['stage'],
    ['legalStatus'],
    ['objectives', 0, 'kind'],
    ['decisions', 1, 'rule'],
    ['indicators', 0, 'kind'],
    ['capability', 0, 'kind'],
    ['commitments', 1, 'status'],
  ]
}
