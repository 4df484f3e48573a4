import type { InTree, TreeFault } from './planted.ts'
import { listAt, put, type Steps, take, treeOf } from './tree.ts'

/** What the checks of the questionnaire are there to find: one sentence of a plan that doesn't hold. */
export const checkFaults: readonly TreeFault[] = [
  sets(
    'two who are accountable',
    ['roles', 1],
    'accountable',
    ['p3', 'p6'],
    'roles.one-accountable',
  ),
  sets(
    'three who are accountable',
    ['roles', 0],
    'accountable',
    ['p3', 'p6', 'p2'],
    'roles.many-accountable',
    ['accountable', 2],
  ),
  lacks('nobody who is accountable', ['roles', 1], 'accountable', 'roles.accountable-missing'),
  sets(
    'an objective after the end',
    ['objectives', 0],
    'due',
    '2030-01-31',
    'long-term-focus.objectives-in-term',
  ),
  sets(
    'a team after the end',
    ['teams', 0],
    'until',
    '2030-01-31',
    'long-term-focus.teams-in-term',
  ),
  lacks('no word on rights', ['information'], 'ip', 'trust.rights'),
  lacks('no word on the public', ['communication'], 'external', 'communication.outside'),
  lacks('a commitment without an owner', ['commitments', 2], 'owner', 'trust.commitment-owner'),
  lacks('a commitment without a day', ['commitments', 3], 'due', 'trust.commitment-due'),
  lacks('an objective without an owner', ['objectives', 1], 'owner', 'alignment.objective-owner'),
  lacks('a risk without an owner', ['risks', 1], 'owner', 'contingencies.risk-owner'),
  lacks('a risk that nobody scored', ['risks', 2], 'impact', 'contingencies.risk-impact'),
  lacks(
    'a high risk without a backup plan',
    ['risks', 0],
    'contingency',
    'contingencies.backup-plan',
  ),
  lacks('a decision nobody may take', ['decisions', 0], 'decider', 'roles.decision-decider'),
  lacks('a person without a deputy', ['people', 4], 'deputy', 'contingencies.deputies'),
  lacks('a ladder without days', ['escalation', 1], 'days', 'communication.escalation-days'),
  lacks('a partner without a sponsor', ['partners', 1], 'sponsor', 'roles.sponsors'),
  lacks(
    'a meeting without a rhythm',
    ['communication', 'meetings', 0],
    'every',
    'communication.meeting-rhythm',
  ),
  lacks('an end without an owner', ['exit'], 'owner', 'contingencies.exit-owner'),
  lacks('no rule on secrets', ['information'], 'confidentiality', 'trust.confidentiality'),
  lacks('no signatures', [], 'signatures', 'long-term-focus.signatures'),
  lacks('no risks', [], 'risks', 'contingencies.risk-register'),
  lacks(
    'no rights after the end',
    ['information', 'ip'],
    'afterExit',
    'contingencies.rights-after-exit',
  ),
  sets(
    'an overdue commitment',
    ['commitments', 1],
    'due',
    '2026-11-20',
    'trust.commitment-overdue',
  ),
  sets(
    'a vague promise',
    ['commitments', 2],
    'what',
    'Share data as soon as possible',
    'trust.vague-commitments',
  ),
  sets(
    'a promise to be written',
    ['commitments', 3],
    'what',
    '[insert what is promised]',
    'trust.vague-commitments',
  ),
  sets('an answer to be written', ['risks', 1], 'response', 'TBD', 'contingencies.risk-response'),
  sets('a stale risk', ['risks', 2], 'reviewed', '2026-06-01', 'contingencies.risk-reviewed'),
  sets(
    'shares that do not add up',
    ['benefits', 1],
    'shares',
    { north: 60, south: 45 },
    'alignment.benefit-shares',
  ),
  sets(
    'a milestone after the end',
    ['milestones', 2],
    'due',
    '2030-01-31',
    'long-term-focus.milestones-in-term',
  ),
  sets(
    'a step to the same people',
    ['escalation', 1],
    'who',
    ['p3', 'p6'],
    'communication.escalation-rises',
  ),
  sets('a quorum of nobody', ['governance', 0], 'quorum', 9, 'roles.quorum-range'),
  sets('a team of two', ['teams', 0], 'members', ['p2', 'p5'], 'roles.team-members'),
  whole(
    'a review that is overdue',
    ['reviews', 'next'],
    '2026-11-01',
    'long-term-focus.review-overdue',
  ),
  whole('a rule to be written', ['information', 'data'], 'TBD', 'trust.data-use'),
  whole('an end before the start', ['term', 'end'], '2026-09-01', 'long-term-focus.term-order'),
  whole('no days of notice', ['exit', 'noticeDays'], null, 'contingencies.exit-notice'),
  whole('no reason to end', ['exit', 'triggers'], null, 'contingencies.exit-triggers'),
  whole(
    'a ladder of one step',
    ['escalation'],
    [{ level: 1, who: ['p1', 'p4'], days: 2 }],
    'communication.escalation-ladder',
  ),
  whole('one partner', ['partners'], [], 'alignment.partners', [
    'alignment.',
    'reference.',
    'roles.',
    'trust.',
    'communication.',
  ]),
  whole('a blank rule', ['information', 'confidentiality'], ' ', 'trust.confidentiality'),
  whole('a blank goal', ['purpose', 'vision'], '  ', 'alignment.vision'),
  whole('a review without a day', ['reviews', 'healthCheck'], null, 'long-term-focus.health-check'),
  whole('an end with an empty owner', ['exit', 'owner'], null, 'contingencies.exit-owner'),
  whole('a plan with an empty date', ['date'], null, 'long-term-focus.plan-dated', [
    'long-term-focus.plan-current',
  ]),
  whole('a risk with an empty owner', ['risks', 2, 'owner'], null, 'contingencies.risk-owner'),
  whole('no list under a key', ['benefits'], null, 'alignment.benefits'),
  {
    name: 'an objective that nothing measures',
    plant: (tree) => {
      take(tree, ['objectives', 2, 'metric'])
      for (const index of [0, 1, 2]) put(tree, ['indicators', index, 'objective'], 'o1')
      return { id: 'alignment.objective-measured', path: ['objectives', 2] }
    },
  },
  {
    name: 'one partner that takes all decisions',
    plant: (tree) => {
      for (const index of [0, 1, 2]) put(tree, ['decisions', index, 'decider'], 'p5')
      return { id: 'trust.shared-decisions', path: ['partners', 1] }
    },
  },
  {
    name: 'one partner that carries all risks',
    plant: (tree) => {
      for (const index of [0, 1, 2]) put(tree, ['risks', index, 'owner'], 'p3')
      return { id: 'contingencies.shared-risks', path: ['partners', 0] }
    },
  },
  {
    name: 'a partner that did not sign',
    plant: (tree) => {
      listAt(tree, ['signatures']).items.pop()
      return { id: 'long-term-focus.signature-each', path: ['partners', 1] }
    },
  },
  {
    name: 'a person named nowhere',
    plant: (tree, random) => {
      const { items } = listAt(tree, ['people'])
      const person = { id: 'p9', name: 'Someone', partner: 'north', role: 'Guest', deputy: 'p1' }
      const index = random.below(items.length + 1)
      items.splice(index, 0, treeOf(person))
      return { id: 'roles.people-used', path: ['people', index] }
    },
  },
]

/** What follows from a thing's absence, beside the check that asks for it. */
const follows: Readonly<Record<string, readonly string[]>> = {
  'trust.commitment-due': ['long-term-focus.first-hundred-days'],
  'trust.commitment-overdue': ['long-term-focus.first-hundred-days'],
  'roles.one-accountable': ['roles.accountable-everywhere'],
  'roles.many-accountable': ['roles.accountable-everywhere'],
  'roles.accountable-missing': ['roles.accountable-everywhere'],
}

/** A field of an item that is missing: told at the item. */
function lacks(name: string, path: Steps, key: string, id: string): TreeFault {
  return {
    name,
    plant: (tree) => {
      take(tree, [...path, key])
      return { id, path: [...path, key], also: follows[id] ?? [] }
    },
  }
}

/** A field of an item that is wrong: told at the item, or at a place beneath it. */
function sets(
  name: string,
  path: Steps,
  key: string,
  value: unknown,
  id: string,
  beneath: Steps = [],
): TreeFault {
  return {
    name,
    plant: (tree): InTree => {
      put(tree, [...path, key], value)
      return { id, path: [...path, ...beneath], also: follows[id] ?? [] }
    },
  }
}

/** Something wrong for all of the plan: told at the place that the check names first. */
function whole(
  name: string,
  path: Steps,
  value: unknown,
  id: string,
  also: readonly string[] = [],
): TreeFault {
  return {
    name,
    plant: (tree): InTree => {
      put(tree, path, value)
      return { id, path, also }
    },
  }
}
