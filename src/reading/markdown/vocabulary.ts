import type { FieldShape, ListShape, MapShape, PlainKind, PlanField, WordShape } from './shapes.ts'

/*
 * Every key of a plan, with what it may be called in Markdown. Names are written as `comparable` writes them; the key
 * itself, and its plural or singular, need not be named again. `docs/markdown-plans.md` is written from this.
 */

const who = 'who, responsible, responsible person, person responsible, lead, by whom'
const due = 'by when, when, by, deadline, due date, due by, date, until, target date'
const people = 'who, people, participants, persons, who takes part'

const id = makeField('id', 'no, nr, number, ref, code, #', 'id')
const owner = makeField('owner', `${who}, accountable, owned by`, 'person')

const partners = makeList('name', [
  makeField('id', 'code, short name, key', 'id'),
  makeField('name', 'partner, party, organisation, organization, company, who', 'text'),
  makeField('sponsor', 'executive sponsor, executive', 'person'),
  makeField(
    'manager',
    'alliance manager, partnership manager, relationship manager, lead',
    'person',
  ),
  makeField(
    'brings',
    `bring, what we bring, what they bring, brings in, contributes, contributions,
      strengths, offers, gives`,
    'texts',
  ),
  makeField('needs', 'what we need, what they need, needs from the other, gets, expects', 'texts'),
  makeField('objectives', 'goals, aims, own objectives, own goals, wants', 'texts'),
  makeField(
    'interests',
    'what matters, what matters to us, what matters to them, cares about',
    'texts',
  ),
  makeField('investment', 'invests, budget, money', {
    kind: 'map',
    money: true,
    fields: [
      makeField('amount', 'sum, how much', 'number'),
      makeField('currency', '', 'text'),
      makeField('period', 'year, when, for', 'figure'),
    ],
  }),
])

const persons = makeList(
  'name',
  [
    makeField('id', 'code, short name, key, no, nr, #', 'id'),
    makeField('name', 'person, who, contact, full name', 'text'),
    makeField('partner', 'organisation, organization, company, party, from', 'partner'),
    makeField('role', 'function, position, job, job title, title', 'text'),
    makeField('deputy', 'stand in, substitute, alternate, back up, backup, replaced by', 'person'),
  ],
  { about: 'role', commas: true },
)

const purpose: MapShape = {
  kind: 'map',
  main: 'why',
  fields: [
    makeField(
      'need',
      `*need, *problem, *context, *context and need, *problem statement, *background, *starting point,
      what is needed`,
      'text',
    ),
    makeField(
      'vision',
      '*vision, *shared vision, *mission, *what success looks like, *ambition, where we want to be',
      'text',
    ),
    makeField('why', '*why, *why together, *why us, *why we do this, reason, *rationale', 'text'),
    makeField(
      'values',
      `*values, *shared values, *principles, *behaviours, behaviour, *how we behave,
      *ground rules, *code of conduct`,
      'texts',
    ),
    makeField('concerns', '*concerns, *worries, fears, *what worries us', 'texts'),
  ],
}

const objectives = makeList('goal', [
  id,
  makeField('goal', 'objective, aim, what, outcome, what we want', 'text'),
  makeField(
    'metric',
    'measure, measured by, how we measure, how measured, kpi, indicator, unit',
    'text',
  ),
  makeField('baseline', 'today, now, current, start, start value, from', 'figure'),
  makeField('target', 'to, target value, goal value', 'figure'),
  makeField('due', due, 'day'),
  owner,
  makeField(
    'kind',
    'type, joint or own',
    makeWords({ joint: 'shared, common, both, together', own: 'individual, single, one partner' }),
  ),
  makeField('partner', 'whose, for', 'partner'),
])

const scope: MapShape = {
  kind: 'map',
  main: 'included',
  fields: [
    makeField(
      'included',
      '*included, *in scope, in, inside, *what is included, what is in, activities',
      'texts',
    ),
    makeField(
      'excluded',
      `*excluded, *out of scope, *not in scope, out, outside, *what is excluded, what is out`,
      'texts',
    ),
    makeField('exclusivity', '*exclusivity, exclusive', 'text'),
    makeField(
      'assumptions',
      '*assumptions, *what we assume, assumed',
      makeList('text', [
        makeField('text', 'assumption, what, what we assume', 'text'),
        makeField(
          'review',
          'review date, review by, checked on, check on, by when, date, next review',
          'day',
        ),
      ]),
    ),
  ],
}

const roles = makeList('activity', [
  makeField('activity', 'task, work, what, process, deliverable, work package', 'text'),
  makeField('accountable', 'a, answerable, owner', 'person-or-people'),
  makeField('responsible', 'r, does it, doer, who, who does it', 'people'),
  makeField('consulted', 'c, consult, asked', 'people'),
  makeField('informed', 'i, inform, told', 'people'),
])

const decisions = makeList('topic', [
  makeField('topic', 'decision, what, subject, matter, about', 'text'),
  makeField('decider', 'decides, who, who decides, decided by, decision maker, owner', 'person'),
  makeField(
    'rule',
    'how, decision rule, how decided, how we decide',
    makeWords({
      consensus: 'unanimous, unanimously, all agree, together, by consensus',
      majority: 'vote, by majority, majority vote',
      single: 'alone, one person, decider alone, sole',
    }),
  ),
  makeField(
    'days',
    'within, time limit, time, time frame, timeframe, within days, how fast',
    'days',
  ),
  makeField(
    'deadlock',
    'if stuck, if no agreement, if we cannot agree, on deadlock, otherwise, tie break',
    'text',
  ),
])

const every = makeField(
  'every',
  'how often, meets, frequency, cadence, rhythm, interval',
  'duration',
)

const governance = makeList('id', [
  makeField('id', 'body, committee, forum, layer, group, board, name', 'id'),
  makeField('members', people, 'people'),
  makeField('chair', 'chaired by, chairperson, chairman, chairwoman, led by, lead', 'person'),
  every,
  makeField('quorum', 'least members, at least', 'whole'),
])

const teams = makeList(
  'name',
  [
    makeField('name', 'team, group', 'text'),
    makeField('purpose', 'task, mandate, what for, what it does', 'text'),
    makeField('members', people, 'people'),
    makeField('until', 'end, ends, by when, lasts until', 'day'),
  ],
  { about: 'purpose' },
)

const resources = makeList('what', [
  makeField('what', 'resource, contribution, item, resource or contribution', 'text'),
  makeField('partner', 'from, provided by, given by, who, whose', 'partner'),
  makeField('amount', 'how much, how many, quantity, number', 'figure'),
  makeField('period', 'when, year, per', 'figure'),
])

const benefits = makeList('what', [
  makeField('what', 'benefit, value, gain', 'text'),
  makeField('shares', 'share, split, sharing, who gets what', 'shares'),
])

const communication: MapShape = {
  kind: 'map',
  main: 'meetings',
  fields: [
    makeField(
      'meetings',
      '*meetings, *meeting calendar, calls',
      makeList('name', [
        makeField('name', 'meeting, what, call', 'text'),
        every,
        makeField('owner', `${who}, chair, host, organiser, organizer, run by`, 'person'),
        makeField('attendees', 'who attends, participants, members, people, with', 'people'),
        makeField('record', 'minutes, records, kept in, recorded in, where recorded', 'text'),
      ]),
    ),
    makeField(
      'channels',
      '*channels, tools, *communication channels',
      makeList(
        'name',
        [
          makeField('name', 'channel, tool, what', 'text'),
          makeField('for', 'used for, what for, purpose, use', 'text'),
        ],
        { about: 'for' },
      ),
    ),
    makeField('reporting', '*reporting, reports, report', {
      kind: 'map',
      main: 'every',
      fields: [every, owner],
    }),
    makeField('feedback', '*feedback, how we give feedback, giving feedback', 'text'),
    makeField(
      'external',
      '*external communication, *press, *publicity, to the outside, outside communication',
      {
        kind: 'map',
        main: 'rule',
        fields: [
          makeField(
            'spokespeople',
            '*spokespeople, spokesperson, speakers, who speaks, who',
            'people',
          ),
          makeField('rule', 'rules, what we say', 'text'),
        ],
      },
    ),
  ],
}

const escalation = makeList(
  'level',
  [
    makeField('level', 'step, stage, no, nr, number, #', 'whole'),
    makeField('who', 'people, persons, between, who decides, members, names', 'people'),
    makeField('days', 'within, time limit, time, after, within days, how long', 'days'),
  ],
  { plain: 'who' },
)

const risks = makeList('risk', [
  id,
  makeField('risk', 'description, what, what could go wrong, event, name', 'text'),
  makeField('cause', 'because, reason, why', 'text'),
  makeField('likelihood', 'probability, chance, l, p, how likely', 'likelihood'),
  makeField('impact', 'severity, consequence, effect, i, how bad', 'impact'),
  owner,
  makeField(
    'response',
    `mitigation, measure, measures, action, mitigating action, treatment, what we do,
      prevention`,
    'text',
  ),
  makeField('trigger', 'early sign, warning sign, sign, early warning, signal', 'text'),
  makeField('contingency', 'contingency plan, plan b, fallback, fall back, if it happens', 'text'),
  makeField('reviewed', 'last reviewed, last review, reviewed on, last looked at', 'day'),
])

const information: MapShape = {
  kind: 'map',
  fields: [
    makeField(
      'confidentiality',
      '*confidentiality, confidential, *non disclosure, what stays confidential, secrecy',
      'text',
    ),
    makeField('data', '*data, *data use, *data sharing, *data protection, personal data', 'text'),
    makeField('ip', '*ip, *intellectual property, *ip rights, *intellectual property rights', {
      kind: 'map',
      fields: [
        makeField('background', '*background ip, what each brings, existing', 'text'),
        makeField('foreground', '*foreground ip, what we make together, new, joint', 'text'),
        makeField('afterExit', 'after the end, afterwards, after the partnership', 'text'),
      ],
    }),
    makeField('openness', '*openness, *transparency, what we share, open book, *bad news', 'text'),
  ],
}

const change: MapShape = {
  kind: 'map',
  main: 'process',
  fields: [makeField('process', 'how, procedure, how we change the plan', 'text'), owner],
}

const milestones = makeList('name', [
  makeField('name', 'milestone, what, deliverable', 'text'),
  makeField('due', due, 'day'),
  owner,
])

const indicators = makeList('name', [
  makeField('name', 'indicator, kpi, measure, metric, what', 'text'),
  makeField('objective', 'goal, for objective, tells about', 'objective'),
  makeField(
    'kind',
    'type, leading or lagging',
    makeWords({ leading: 'lead, early', lagging: 'lag, result' }),
  ),
  makeField('source', 'data source, from, where from, measured in', 'text'),
  owner,
])

const reviews: MapShape = {
  kind: 'map',
  main: 'every',
  fields: [
    every,
    makeField('last', 'last review, last one, last held', 'day'),
    makeField('next', 'next review, next one, next due', 'day'),
    makeField('healthCheck', 'next health check, relationship check', 'day'),
  ],
}

const term: MapShape = {
  kind: 'map',
  fields: [
    makeField('start', 'from, begins, begin, starts, start date, effective, effective date', 'day'),
    makeField('end', 'to, until, ends, end date, expires', 'day'),
    makeField('renewal', 'renewed by, renewal date, decide on renewal by, renew by', 'day'),
  ],
}

const exit: MapShape = {
  kind: 'map',
  main: 'triggers',
  fields: [
    makeField(
      'triggers',
      `*exit triggers, reasons to end, what ends it, grounds, when we part, we part when`,
      'texts',
    ),
    makeField('noticeDays', 'notice, *notice period, period of notice', 'days'),
    makeField('cureDays', 'cure, *cure period, time to put it right, remedy period', 'days'),
    makeField('owner', `${who}, exit owner, transition owner, owned by`, 'person'),
    makeField(
      'transition',
      '*transition, *transition plan, *handover, hand over, how we hand over, wind down',
      'text',
    ),
    makeField(
      'survives',
      '*survival, *what survives, what stays in force, stays in force',
      'texts',
    ),
  ],
}

const capability = makeList('what', [
  makeField('what', 'topic, skill, training, capability, subject', 'text'),
  makeField('who', 'for whom, people, participants, for, persons', 'people'),
  makeField('due', due, 'day'),
  makeField(
    'kind',
    'type, how',
    makeWords({
      training: 'course, workshop',
      practice: 'exercise, on the job',
      coaching: 'mentoring, coach',
    }),
  ),
])

const commitments = makeList('what', [
  makeField('what', 'commitment, action, task, deliverable', 'text'),
  owner,
  makeField('due', due, 'day'),
  makeField(
    'status',
    'state, done',
    makeWords({
      open: 'to do, todo, planned, in progress, ongoing, not done, no',
      done: 'completed, complete, closed, finished, yes, x, ✓, ✔, ✅',
      dropped: 'cancelled, canceled, abandoned, withdrawn',
    }),
  ),
  makeField('since', 'agreed on, from, open since', 'day'),
])

const lessons = makeList('text', [
  makeField('date', 'when, on', 'day'),
  makeField('text', 'lesson, what, what we learned', 'text'),
])

const signatures = makeList('partner', [
  makeField('partner', 'for, organisation, organization, company, party', 'partner'),
  makeField('who', 'name, signed by, person, signatory, by', 'person'),
  makeField('date', 'when, on, signed on', 'day'),
])

/** The whole plan. */
export const planShape: MapShape = {
  kind: 'map',
  fields: [
    makeField('name', 'partnership, plan, title, name of the partnership', 'text'),
    makeField(
      'stage',
      'phase',
      makeWords({
        exploring: '',
        forming: '',
        agreed: 'signed',
        operating: 'running',
        closing: '',
      }),
    ),
    makeField('version', '', 'text'),
    makeField('date', 'as of, dated, date of this version', 'day'),
    makeField(
      'legalStatus',
      'status in law',
      makeWords({
        binding: 'legally binding',
        'non-binding': 'not binding, not legally binding, nonbinding',
        mixed: 'partly binding, partly',
      }),
    ),
    makeField(
      'partners',
      'parties, who we are, organisations, organizations, partner organisations, members',
      partners,
    ),
    makeField(
      'people',
      'contacts, contact persons, names, persons, key people, who is who',
      persons,
    ),
    makeField(
      'purpose',
      'purpose and values, why we work together, vision and values, context and purpose',
      purpose,
    ),
    makeField(
      'objectives',
      'goals, aims, joint objectives, shared objectives, joint goals, what we want to reach',
      objectives,
    ),
    makeField('scope', 'scope of work, what we do together', scope),
    makeField(
      'roles',
      'raci, raci matrix, responsibilities, responsibility matrix, roles and responsibilities, who does what',
      roles,
    ),
    makeField(
      'decisions',
      'decision rights, decision making, who decides, who decides what, how we decide',
      decisions,
    ),
    makeField(
      'governance',
      'governance structure, governance bodies, committees, bodies, how we steer',
      governance,
    ),
    makeField('teams', 'joint teams, working groups, project teams', teams),
    makeField(
      'resources',
      'contributions, resources and contributions, what each partner brings, budget, finances, funding',
      resources,
    ),
    makeField(
      'benefits',
      `sharing of value, value sharing, sharing of benefits, benefit sharing, who gets what,
      how we share, what each gets, money, costs and benefits, costs and revenues`,
      benefits,
    ),
    makeField(
      'communication',
      `communications, communication plan, how we talk, how we talk to each other,
      how we keep in touch`,
      communication,
    ),
    makeField(
      'escalation',
      `escalation ladder, escalation path, conflicts, conflict resolution, disputes,
      dispute resolution, how we settle disputes, disagreements, if we disagree,
      when we disagree`,
      escalation,
    ),
    makeField(
      'risks',
      'risk register, risk management, risks and contingencies, what could go wrong',
      risks,
    ),
    makeField(
      'information',
      `information and ip, information sharing, information and data, confidentiality and ip`,
      information,
    ),
    makeField(
      'change',
      'change control, changes, amendments, change process, change management, how we change this plan',
      change,
    ),
    makeField(
      'milestones',
      'timeline, schedule, road map, roadmap, work plan, deliverables, steps, steps on the way, key dates, dates, calendar, timetable',
      milestones,
    ),
    makeField(
      'indicators',
      `kpis, measures, performance, performance indicators, key performance indicators,
      metrics, how we measure, monitoring, monitoring and evaluation, evaluation, measuring success, success measures`,
      indicators,
    ),
    makeField(
      'reviews',
      'review calendar, review, partnership reviews, health checks, looking back',
      reviews,
    ),
    makeField(
      'term',
      'duration, term and renewal, how long, how long it lasts, period, start and end',
      term,
    ),
    makeField(
      'exit',
      `termination, how we part, ending, exit plan, exit and transition,
      end of the partnership, how it ends, leaving`,
      exit,
    ),
    makeField(
      'capability',
      `capabilities, training, learning together, learning, skills, capability and learning,
      how we learn, training and coaching`,
      capability,
    ),
    makeField(
      'commitments',
      `actions, action list, action plan, first 100 days, next steps, who does what by when,
      to do, promises, to do list`,
      commitments,
    ),
    makeField('lessons', 'lessons learned, lessons learnt, what we learned', lessons),
    makeField('signatures', 'sign off, signed, signed by, signatories, approval', signatures),
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
function makeField(key: string, names: string, shape: PlainKind | FieldShape): PlanField {
  const read = typeof shape === 'string' ? ({ kind: shape } as FieldShape) : shape
  const all = splitNames(names)
  const alone = all.filter((name) => name.startsWith('*')).map((name) => name.slice(1))
  return { key, names: all.map((name) => name.replace('*', '')), shape: read, alone }
}

/** A value that is one of a few words, each with what else may be written for it. */
function makeWords(words: Readonly<Record<string, string>>): WordShape {
  const entries = Object.entries(words).map(([word, also]) => [word, splitNames(also)] as const)
  return { kind: 'word', words: Object.fromEntries(entries) }
}

function splitNames(names: string): readonly string[] {
  return names === '' ? [] : names.split(/,\s+/)
}

function makeList(
  title: string,
  fields: readonly PlanField[],
  more: Pick<ListShape, 'plain' | 'about' | 'commas'> = {},
): ListShape {
  return { kind: 'list', title, item: { kind: 'map', fields }, ...more }
}
