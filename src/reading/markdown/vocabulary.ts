import type { Field, ListShape, MapShape, Plain, Shape, WordShape } from './shapes.ts'

/*
 * Every key of a plan, with what it may be called in Markdown. Names are written as `comparable` writes them; the key
 * itself, and its plural or singular, need not be named again. `docs/markdown-plans.md` is written from this.
 */

const who = 'who, responsible, responsible person, person responsible, lead, by whom'
const due = 'by when, when, by, deadline, due date, due by, date, until, target date'
const people = 'who, people, participants, persons, who takes part'

const id = field('id', 'no, nr, number, ref, code, #', 'id')
const owner = field('owner', `${who}, accountable, owned by`, 'person')

const partners = list('name', [
  field('id', 'code, short name, key', 'id'),
  field('name', 'partner, party, organisation, organization, company, who', 'text'),
  field('sponsor', 'executive sponsor, executive', 'person'),
  field('manager', 'alliance manager, partnership manager, relationship manager, lead', 'person'),
  field(
    'brings',
    `bring, what we bring, what they bring, brings in, contributes, contributions,
      strengths, offers, gives`,
    'texts',
  ),
  field('needs', 'what we need, what they need, needs from the other, gets, expects', 'texts'),
  field('objectives', 'goals, aims, own objectives, own goals, wants', 'texts'),
  field(
    'interests',
    'what matters, what matters to us, what matters to them, cares about',
    'texts',
  ),
  field('investment', 'invests, budget, money', {
    kind: 'map',
    money: true,
    fields: [
      field('amount', 'sum, how much', 'number'),
      field('currency', '', 'text'),
      field('period', 'year, when, for', 'figure'),
    ],
  }),
])

const persons = list(
  'name',
  [
    field('id', 'code, short name, key, no, nr, #', 'id'),
    field('name', 'person, who, contact, full name', 'text'),
    field('partner', 'organisation, organization, company, party, from', 'partner'),
    field('role', 'function, position, job, job title, title', 'text'),
    field('deputy', 'stand in, substitute, alternate, back up, backup, replaced by', 'person'),
  ],
  { about: 'role', commas: true },
)

const purpose: MapShape = {
  kind: 'map',
  main: 'why',
  fields: [
    field(
      'need',
      `*need, *problem, *context, *context and need, *problem statement, *background, *starting point,
      what is needed`,
      'text',
    ),
    field(
      'vision',
      '*vision, *shared vision, *mission, *what success looks like, *ambition, where we want to be',
      'text',
    ),
    field('why', '*why, *why together, *why us, *why we do this, reason, *rationale', 'text'),
    field(
      'values',
      `*values, *shared values, *principles, *behaviours, behaviour, *how we behave,
      *ground rules, *code of conduct`,
      'texts',
    ),
    field('concerns', '*concerns, *worries, fears, *what worries us', 'texts'),
  ],
}

const objectives = list('goal', [
  id,
  field('goal', 'objective, aim, what, outcome, what we want', 'text'),
  field(
    'metric',
    'measure, measured by, how we measure, how measured, kpi, indicator, unit',
    'text',
  ),
  field('baseline', 'today, now, current, start, start value, from', 'figure'),
  field('target', 'to, target value, goal value', 'figure'),
  field('due', due, 'day'),
  owner,
  field(
    'kind',
    'type, joint or own',
    oneOf({
      joint: 'shared, common, both, together',
      own: 'individual, single, one partner',
    }),
  ),
  field('partner', 'whose, for', 'partner'),
])

const scope: MapShape = {
  kind: 'map',
  main: 'included',
  fields: [
    field(
      'included',
      '*included, *in scope, in, inside, *what is included, what is in, activities',
      'texts',
    ),
    field(
      'excluded',
      `*excluded, *out of scope, *not in scope, out, outside, *what is excluded, what is out`,
      'texts',
    ),
    field('exclusivity', '*exclusivity, exclusive', 'text'),
    field(
      'assumptions',
      '*assumptions, *what we assume, assumed',
      list('text', [
        field('text', 'assumption, what, what we assume', 'text'),
        field(
          'review',
          'review date, review by, checked on, check on, by when, date, next review',
          'day',
        ),
      ]),
    ),
  ],
}

const roles = list('activity', [
  field('activity', 'task, work, what, process, deliverable, work package', 'text'),
  field('accountable', 'a, answerable, owner', 'person-or-people'),
  field('responsible', 'r, does it, doer, who, who does it', 'people'),
  field('consulted', 'c, consult, asked', 'people'),
  field('informed', 'i, inform, told', 'people'),
])

const decisions = list('topic', [
  field('topic', 'decision, what, subject, matter, about', 'text'),
  field('decider', 'decides, who, who decides, decided by, decision maker, owner', 'person'),
  field(
    'rule',
    'how, decision rule, how decided, how we decide',
    oneOf({
      consensus: 'unanimous, unanimously, all agree, together, by consensus',
      majority: 'vote, by majority, majority vote',
      single: 'alone, one person, decider alone, sole',
    }),
  ),
  field('days', 'within, time limit, time, time frame, timeframe, within days, how fast', 'days'),
  field(
    'deadlock',
    'if stuck, if no agreement, if we cannot agree, on deadlock, otherwise, tie break',
    'text',
  ),
])

const every = field('every', 'how often, meets, frequency, cadence, rhythm, interval', 'duration')

const governance = list('id', [
  field('id', 'body, committee, forum, layer, group, board, name', 'id'),
  field('members', people, 'people'),
  field('chair', 'chaired by, chairperson, chairman, chairwoman, led by, lead', 'person'),
  every,
  field('quorum', 'least members, at least', 'whole'),
])

const teams = list(
  'name',
  [
    field('name', 'team, group', 'text'),
    field('purpose', 'task, mandate, what for, what it does', 'text'),
    field('members', people, 'people'),
    field('until', 'end, ends, by when, lasts until', 'day'),
  ],
  { about: 'purpose' },
)

const resources = list('what', [
  field('what', 'resource, contribution, item, resource or contribution', 'text'),
  field('partner', 'from, provided by, given by, who, whose', 'partner'),
  field('amount', 'how much, how many, quantity, number', 'figure'),
  field('period', 'when, year, per', 'figure'),
])

const benefits = list('what', [
  field('what', 'benefit, value, gain', 'text'),
  field('shares', 'share, split, sharing, who gets what', 'shares'),
])

const communication: MapShape = {
  kind: 'map',
  main: 'meetings',
  fields: [
    field(
      'meetings',
      '*meetings, *meeting calendar, calls',
      list('name', [
        field('name', 'meeting, what, call', 'text'),
        every,
        field('owner', `${who}, chair, host, organiser, organizer, run by`, 'person'),
        field('attendees', 'who attends, participants, members, people, with', 'people'),
        field('record', 'minutes, records, kept in, recorded in, where recorded', 'text'),
      ]),
    ),
    field(
      'channels',
      '*channels, tools, *communication channels',
      list(
        'name',
        [
          field('name', 'channel, tool, what', 'text'),
          field('for', 'used for, what for, purpose, use', 'text'),
        ],
        { about: 'for' },
      ),
    ),
    field('reporting', '*reporting, reports, report', {
      kind: 'map',
      main: 'every',
      fields: [every, owner],
    }),
    field('feedback', '*feedback, how we give feedback, giving feedback', 'text'),
    field(
      'external',
      '*external communication, *press, *publicity, to the outside, outside communication',
      {
        kind: 'map',
        main: 'rule',
        fields: [
          field('spokespeople', '*spokespeople, spokesperson, speakers, who speaks, who', 'people'),
          field('rule', 'rules, what we say', 'text'),
        ],
      },
    ),
  ],
}

const escalation = list(
  'level',
  [
    field('level', 'step, stage, no, nr, number, #', 'whole'),
    field('who', 'people, persons, between, who decides, members, names', 'people'),
    field('days', 'within, time limit, time, after, within days, how long', 'days'),
  ],
  { plain: 'who' },
)

const risks = list('risk', [
  id,
  field('risk', 'description, what, what could go wrong, event, name', 'text'),
  field('cause', 'because, reason, why', 'text'),
  field('likelihood', 'probability, chance, l, p, how likely', 'likelihood'),
  field('impact', 'severity, consequence, effect, i, how bad', 'impact'),
  owner,
  field(
    'response',
    `mitigation, measure, measures, action, mitigating action, treatment, what we do,
      prevention`,
    'text',
  ),
  field('trigger', 'early sign, warning sign, sign, early warning, signal', 'text'),
  field('contingency', 'contingency plan, plan b, fallback, fall back, if it happens', 'text'),
  field('reviewed', 'last reviewed, last review, reviewed on, last looked at', 'day'),
])

const information: MapShape = {
  kind: 'map',
  fields: [
    field(
      'confidentiality',
      '*confidentiality, confidential, *non disclosure, what stays confidential, secrecy',
      'text',
    ),
    field('data', '*data, *data use, *data sharing, *data protection, personal data', 'text'),
    field('ip', '*ip, *intellectual property, *ip rights, *intellectual property rights', {
      kind: 'map',
      fields: [
        field('background', '*background ip, what each brings, existing', 'text'),
        field('foreground', '*foreground ip, what we make together, new, joint', 'text'),
        field('afterExit', 'after the end, afterwards, after the partnership', 'text'),
      ],
    }),
    field('openness', '*openness, *transparency, what we share, open book, *bad news', 'text'),
  ],
}

const change: MapShape = {
  kind: 'map',
  main: 'process',
  fields: [field('process', 'how, procedure, how we change the plan', 'text'), owner],
}

const milestones = list('name', [
  field('name', 'milestone, what, deliverable', 'text'),
  field('due', due, 'day'),
  owner,
])

const indicators = list('name', [
  field('name', 'indicator, kpi, measure, metric, what', 'text'),
  field('objective', 'goal, for objective, tells about', 'objective'),
  field(
    'kind',
    'type, leading or lagging',
    oneOf({ leading: 'lead, early', lagging: 'lag, result' }),
  ),
  field('source', 'data source, from, where from, measured in', 'text'),
  owner,
])

const reviews: MapShape = {
  kind: 'map',
  main: 'every',
  fields: [
    every,
    field('last', 'last review, last one, last held', 'day'),
    field('next', 'next review, next one, next due', 'day'),
    field('healthCheck', 'next health check, relationship check', 'day'),
  ],
}

const term: MapShape = {
  kind: 'map',
  fields: [
    field('start', 'from, begins, begin, starts, start date, effective, effective date', 'day'),
    field('end', 'to, until, ends, end date, expires', 'day'),
    field('renewal', 'renewed by, renewal date, decide on renewal by, renew by', 'day'),
  ],
}

const exit: MapShape = {
  kind: 'map',
  main: 'triggers',
  fields: [
    field(
      'triggers',
      `*exit triggers, reasons to end, what ends it, grounds, when we part, we part when`,
      'texts',
    ),
    field('noticeDays', 'notice, *notice period, period of notice', 'days'),
    field('cureDays', 'cure, *cure period, time to put it right, remedy period', 'days'),
    field('owner', `${who}, exit owner, transition owner, owned by`, 'person'),
    field(
      'transition',
      '*transition, *transition plan, *handover, hand over, how we hand over, wind down',
      'text',
    ),
    field('survives', '*survival, *what survives, what stays in force, stays in force', 'texts'),
  ],
}

const capability = list('what', [
  field('what', 'topic, skill, training, capability, subject', 'text'),
  field('who', 'for whom, people, participants, for, persons', 'people'),
  field('due', due, 'day'),
  field(
    'kind',
    'type, how',
    oneOf({
      training: 'course, workshop',
      practice: 'exercise, on the job',
      coaching: 'mentoring, coach',
    }),
  ),
])

const commitments = list('what', [
  field('what', 'commitment, action, task, deliverable', 'text'),
  owner,
  field('due', due, 'day'),
  field(
    'status',
    'state, done',
    oneOf({
      open: 'to do, todo, planned, in progress, ongoing, not done, no',
      done: 'completed, complete, closed, finished, yes, x, ✓, ✔, ✅',
      dropped: 'cancelled, canceled, abandoned, withdrawn',
    }),
  ),
  field('since', 'agreed on, from, open since', 'day'),
])

const lessons = list('text', [
  field('date', 'when, on', 'day'),
  field('text', 'lesson, what, what we learned', 'text'),
])

const signatures = list('partner', [
  field('partner', 'for, organisation, organization, company, party', 'partner'),
  field('who', 'name, signed by, person, signatory, by', 'person'),
  field('date', 'when, on, signed on', 'day'),
])

/** The whole plan. */
export const plan: MapShape = {
  kind: 'map',
  fields: [
    field('name', 'partnership, plan, title, name of the partnership', 'text'),
    field(
      'stage',
      'phase',
      oneOf({
        exploring: '',
        forming: '',
        agreed: 'signed',
        operating: 'running',
        closing: '',
      }),
    ),
    field('version', '', 'text'),
    field('date', 'as of, dated, date of this version', 'day'),
    field(
      'legalStatus',
      'status in law',
      oneOf({
        binding: 'legally binding',
        'non-binding': 'not binding, not legally binding, nonbinding',
        mixed: 'partly binding, partly',
      }),
    ),
    field(
      'partners',
      'parties, who we are, organisations, organizations, partner organisations, members',
      partners,
    ),
    field('people', 'contacts, contact persons, names, persons, key people, who is who', persons),
    field(
      'purpose',
      'purpose and values, why we work together, vision and values, context and purpose',
      purpose,
    ),
    field(
      'objectives',
      'goals, aims, joint objectives, shared objectives, joint goals, what we want to reach',
      objectives,
    ),
    field('scope', 'scope of work, what we do together', scope),
    field(
      'roles',
      'raci, raci matrix, responsibilities, responsibility matrix, roles and responsibilities, who does what',
      roles,
    ),
    field(
      'decisions',
      'decision rights, decision making, who decides, who decides what, how we decide',
      decisions,
    ),
    field(
      'governance',
      'governance structure, governance bodies, committees, bodies, how we steer',
      governance,
    ),
    field('teams', 'joint teams, working groups, project teams', teams),
    field(
      'resources',
      'contributions, resources and contributions, what each partner brings, budget, finances, funding',
      resources,
    ),
    field(
      'benefits',
      `sharing of value, value sharing, sharing of benefits, benefit sharing, who gets what,
      how we share, what each gets, money, costs and benefits, costs and revenues`,
      benefits,
    ),
    field(
      'communication',
      `communications, communication plan, how we talk, how we talk to each other,
      how we keep in touch`,
      communication,
    ),
    field(
      'escalation',
      `escalation ladder, escalation path, conflicts, conflict resolution, disputes,
      dispute resolution, how we settle disputes, disagreements, if we disagree,
      when we disagree`,
      escalation,
    ),
    field(
      'risks',
      'risk register, risk management, risks and contingencies, what could go wrong',
      risks,
    ),
    field(
      'information',
      `information and ip, information sharing, information and data, confidentiality and ip`,
      information,
    ),
    field(
      'change',
      'change control, changes, amendments, change process, change management, how we change this plan',
      change,
    ),
    field(
      'milestones',
      'timeline, schedule, road map, roadmap, work plan, deliverables, steps, steps on the way, key dates, dates, calendar, timetable',
      milestones,
    ),
    field(
      'indicators',
      `kpis, measures, performance, performance indicators, key performance indicators,
      metrics, how we measure, monitoring, monitoring and evaluation, evaluation, measuring success, success measures`,
      indicators,
    ),
    field(
      'reviews',
      'review calendar, review, partnership reviews, health checks, looking back',
      reviews,
    ),
    field(
      'term',
      'duration, term and renewal, how long, how long it lasts, period, start and end',
      term,
    ),
    field(
      'exit',
      `termination, how we part, ending, exit plan, exit and transition,
      end of the partnership, how it ends, leaving`,
      exit,
    ),
    field(
      'capability',
      `capabilities, training, learning together, learning, skills, capability and learning,
      how we learn, training and coaching`,
      capability,
    ),
    field(
      'commitments',
      `actions, action list, action plan, first 100 days, next steps, who does what by when,
      to do, promises, to do list`,
      commitments,
    ),
    field('lessons', 'lessons learned, lessons learnt, what we learned', lessons),
    field('signatures', 'sign off, signed, signed by, signatories, approval', signatures),
  ],
}

/** Columns and keys that every item may have and that are not read: `notes` is free in a plan. */
export const freeNames: readonly string[] = [
  'notes',
  'note',
  'comment',
  'comments',
  'remark',
  'remarks',
]

/** `names` that begin with `*` mean it wherever a heading has them, not only under its section's heading. */
function field(key: string, names: string, shape: Plain | Shape): Field {
  const read = typeof shape === 'string' ? ({ kind: shape } as Shape) : shape
  const all = listed(names)
  const alone = all.filter((name) => name.startsWith('*')).map((name) => name.slice(1))
  return { key, names: all.map((name) => name.replace('*', '')), shape: read, alone }
}

/** A value that is one of a few words, each with what else may be written for it. */
function oneOf(words: Readonly<Record<string, string>>): WordShape {
  const entries = Object.entries(words).map(([word, also]) => [word, listed(also)] as const)
  return { kind: 'word', words: Object.fromEntries(entries) }
}

function listed(names: string): readonly string[] {
  return names === '' ? [] : names.split(/,\s+/)
}

function list(
  title: string,
  fields: readonly Field[],
  more: Pick<ListShape, 'plain' | 'about' | 'commas'> = {},
): ListShape {
  return { kind: 'list', title, item: { kind: 'map', fields }, ...more }
}
