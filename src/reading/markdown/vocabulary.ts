import type { FieldShape, ListShape, MapShape, PlanField } from './shapes.ts'

const who = 'who, responsible, responsible person, person responsible, lead, by whom'
const due = 'by when, when, by, deadline, due date, due by, date, until, target date'
const people = 'who, people, participants, persons, who takes part'
const id = 'id: no, nr, number, ref, code, #'
const owner = `owner person: ${who}, accountable, owned by`
const every = 'every duration: how often, meets, frequency, cadence, rhythm, interval'

/**
 * Every key of a plan, with what it may be called in Markdown; `docs/markdown-plans.md` is written from this. A shape begins
 * with its kind, its name and what else is said of it. A field has its key, its shape (where that has another name), and
 * its names as `comparable` writes them: the key itself, and its plural or singular, need not be named again. A name
 * that begins with `*` means the field wherever a heading has it, not only under its section's heading.
 */
const vocabulary = `
map investment money
  amount number: sum, how much
  currency text:
  period figure: year, when, for

list partners title=name
  id: code, short name, key
  name text: partner, party, organisation, organization, company, who
  sponsor person: executive sponsor, executive
  manager person: alliance manager, partnership manager, relationship manager, lead
  checked day: checked on, looked into on, due diligence
  brings texts: bring, what we bring, what they bring, brings in, contributes, contributions, strengths, offers, gives
  needs texts: what we need, what they need, needs from the other, gets, expects
  objectives texts: goals, aims, own objectives, own goals, wants
  interests texts: what matters, what matters to us, what matters to them, cares about
  investment: invests, budget, money

list persons title=name about=role commas
  id: code, short name, key, no, nr, #
  name text: person, who, contact, full name
  partner: organisation, organization, company, party, from
  role text: function, position, job, job title, title
  authority text: may decide, decides alone, limit, limits
  deputy person: stand in, substitute, alternate, back up, backup, replaced by

map purpose main=why
  need text: *need, *problem, *context, *context and need, *problem statement, *background, *starting point, what is needed
  vision text: *vision, *shared vision, *mission, *what success looks like, *ambition, where we want to be
  why text: *why, *why together, *why us, *why we do this, reason, *rationale
  values texts: *values, *shared values, *principles, *behaviours, behaviour, *how we behave, *ground rules, *code of conduct
  concerns texts: *concerns, *worries, fears, *what worries us
  stop texts: *stop criteria, when we stop, we stop when

list served title=name
  name text: who, group, beneficiary, customer, for whom
  gain text: what they get, what they gain, benefit
  voice text: how they are heard, feedback
  contact person: who looks after them, looked after by

list dependencies title=name
  name text: third party, party, who, organisation, organization
  what text: what we need, for what, depends on it for
  owner person: responsible, contact, who talks with it, lead

word objectivesKind
  joint: shared, common, both, together
  own: individual, single, one partner

list objectives title=goal
  ${id}
  goal text: objective, aim, what, outcome, what we want
  metric text: measure, measured by, how we measure, how measured, kpi, indicator, unit
  baseline figure: today, now, current, start, start value, from
  target figure: to, target value, goal value
  due day: ${due}
  ${owner}
  kind objectivesKind: type, joint or own
  partner: whose, for

list assumptions title=text
  text: assumption, what, what we assume
  review day: review date, review by, checked on, check on, by when, date, next review

map scope main=included
  included texts: *included, *in scope, in, inside, *what is included, what is in, activities
  excluded texts: *excluded, *out of scope, *not in scope, out, outside, *what is excluded, what is out
  exclusivity text: *exclusivity, exclusive
  assumptions: *assumptions, *what we assume, assumed

list roles title=activity
  activity text: task, work, what, process, deliverable, work package
  accountable person-or-people: a, answerable, owner
  responsible people: r, does it, doer, who, who does it
  consulted people: c, consult, asked
  informed people: i, inform, told

word decisionRule
  consensus: unanimous, unanimously, all agree, together, by consensus
  majority: vote, by majority, majority vote
  single: alone, one person, decider alone, sole

list decisions title=topic
  topic text: decision, what, subject, matter, about
  decider person: decides, who, who decides, decided by, decision maker, owner
  rule decisionRule: how, decision rule, how decided, how we decide
  days: within, time limit, time, time frame, timeframe, within days, how fast
  deadlock text: if stuck, if no agreement, if we cannot agree, on deadlock, otherwise, tie break

list governance title=id
  id: body, committee, forum, layer, group, board, name
  members people: ${people}
  chair person: chaired by, chairperson, chairman, chairwoman, led by, lead
  ${every}
  quorum whole: least members, at least

list teams title=name about=purpose
  name text: team, group
  purpose text: task, mandate, what for, what it does
  members people: ${people}
  until day: end, ends, by when, lasts until

list resources title=what
  what text: resource, contribution, item, resource or contribution
  partner: from, provided by, given by, who, whose
  amount figure: how much, how many, quantity, number
  period figure: when, year, per

list benefits title=what
  what text: benefit, value, gain
  shares: share, split, sharing, who gets what

list meetings title=name
  name text: meeting, what, call
  ${every}
  owner person: ${who}, chair, host, organiser, organizer, run by
  attendees people: who attends, participants, members, people, with
  record text: minutes, records, kept in, recorded in, where recorded

list channels title=name about=for
  name text: channel, tool, what
  for text: used for, what for, purpose, use

map reporting main=every
  ${every}
  ${owner}

map external main=rule
  spokespeople people: *spokespeople, spokesperson, speakers, who speaks, who
  rule text: rules, what we say
  brand text: logo, logos, name and logo, use of name and logo

map communication main=meetings
  meetings: *meetings, *meeting calendar, calls
  channels: *channels, tools, *communication channels
  reporting: *reporting, reports, report
  feedback text: *feedback, how we give feedback, giving feedback
  briefing text: *internal communication, how each informs its own people
  external: *external communication, *press, *publicity, to the outside, outside communication

map costs
  overrun text: *cost overrun, *cost overruns, if it costs more
  liability text: *liability, insurance, *liability and insurance

list glossary title=term
  term text: word, expression
  meaning text: what it means, what we mean, definition

list escalation title=level plain=who
  level whole: step, stage, no, nr, number, #
  who people: people, persons, between, who decides, members, names
  days: within, time limit, time, after, within days, how long

list risks title=risk
  ${id}
  risk text: description, what, what could go wrong, event, name
  cause text: because, reason, why
  likelihood: probability, chance, l, p, how likely
  impact: severity, consequence, effect, i, how bad
  ${owner}
  response text: mitigation, measure, measures, action, mitigating action, treatment, what we do, prevention
  trigger text: early sign, warning sign, sign, early warning, signal
  contingency text: contingency plan, plan b, fallback, fall back, if it happens
  reviewed day: last reviewed, last review, reviewed on, last looked at

map ip
  background text: *background ip, what each brings, existing
  foreground text: *foreground ip, what we make together, new, joint
  afterExit text: after the end, afterwards, after the partnership

map information
  confidentiality text: *confidentiality, confidential, *non disclosure, what stays confidential, secrecy
  data text: *data, *data use, *data sharing, *data protection
  personal text: *personal data, legal basis, basis, privacy
  ip: *ip, *intellectual property, *ip rights, *intellectual property rights
  openness text: *openness, *transparency, what we share, open book, *bad news

map conduct
  conflicts text: *conflict of interest, *conflicts of interest
  bribery text: *anti bribery, *gifts, gifts and bribes
  competition text: *competition law
  safeguarding text:

map change main=process
  process text: how, procedure, how we change the plan
  ${owner}

list milestones title=name
  name text: milestone, what, deliverable
  due day: ${due}
  ${owner}

word indicatorsKind
  leading: lead, early
  lagging: lag, result

list indicators title=name
  name text: indicator, kpi, measure, metric, what
  objective: goal, for objective, tells about
  kind indicatorsKind: type, leading or lagging
  source text: data source, from, where from, measured in
  ${owner}

map reviews main=every
  ${every}
  last day: last review, last one, last held
  next day: next review, next one, next due
  healthCheck day: next health check, relationship check

map term
  start day: from, begins, begin, starts, start date, effective, effective date
  end day: to, until, ends, end date, expires
  renewal day: renewed by, renewal date, decide on renewal by, renew by

map exit main=triggers
  triggers texts: *exit triggers, reasons to end, what ends it, grounds, when we part, we part when
  noticeDays days: notice, *notice period, period of notice
  cureDays days: cure, *cure period, time to put it right, remedy period
  owner person: ${who}, exit owner, transition owner, owned by
  transition text: *transition, *transition plan, *handover, hand over, how we hand over, wind down
  data text: shared data, data after the end
  survives texts: *survival, *what survives, what stays in force, stays in force

word capabilityKind
  training: course, workshop
  practice: exercise, on the job
  coaching: mentoring, coach

list capability title=what
  what text: topic, skill, training, capability, subject
  who people: for whom, people, participants, for, persons
  due day: ${due}
  kind capabilityKind: type, how

word status
  open: to do, todo, planned, in progress, ongoing, not done, no
  done: completed, complete, closed, finished, yes, x, ✓, ✔, ✅
  dropped: cancelled, canceled, abandoned, withdrawn

list commitments title=what
  what text: commitment, action, task, deliverable
  ${owner}
  due day: ${due}
  status: state, done
  since day: agreed on, from, open since
  start day: begins, begin, starts

list lessons title=text
  date day: when, on
  text: lesson, what, what we learned

list signatures title=partner
  partner: for, organisation, organization, company, party
  who person: name, signed by, person, signatory, by
  date day: when, on, signed on

word stage
  exploring:
  forming:
  agreed: signed
  operating: running
  closing:

word legalStatus
  binding: legally binding
  non-binding: not binding, not legally binding, nonbinding
  mixed: partly binding, partly

word kind
  contract: agreement
  memorandum: memorandum of understanding, mou, letter of intent
  internal: internal plan, in one organisation, in one organization

map plan
  name text: partnership, plan, title, name of the partnership
  stage: phase
  version text:
  date day: as of, dated, date of this version
  legalStatus: status in law
  kind: kind of plan, kind of agreement, type of plan, type of agreement
  partners: parties, who we are, organisations, organizations, partner organisations, members
  people persons: contacts, contact persons, names, persons, key people, who is who
  purpose: purpose and values, why we work together, vision and values, context and purpose
  objectives: goals, aims, joint objectives, shared objectives, joint goals, what we want to reach
  served: who the work is for, who it is for, beneficiaries, who we serve
  scope: scope of work, what we do together
  dependencies: third parties, outside parties, whom we depend on
  roles: raci, raci matrix, responsibilities, responsibility matrix, roles and responsibilities, who does what
  decisions: decision rights, decision making, who decides, who decides what, how we decide
  governance: governance structure, governance bodies, committees, bodies, how we steer
  teams: joint teams, working groups, project teams
  resources: contributions, resources and contributions, what each partner brings, budget, finances, funding
  benefits: sharing of value, value sharing, sharing of benefits, benefit sharing, who gets what, how we share, what each gets,
      money, costs and benefits, costs and revenues
  costs:
  communication: communications, communication plan, how we talk, how we talk to each other, how we keep in touch
  glossary: glossary of terms, what our words mean
  escalation: escalation ladder, escalation path, conflicts, conflict resolution, disputes, dispute resolution,
      how we settle disputes, disagreements, if we disagree, when we disagree
  mediator text: *mediator, *mediation
  risks: risk register, risk management, risks and contingencies, what could go wrong
  information: information and ip, information sharing, information and data, confidentiality and ip
  conduct: rules of conduct
  law text: *governing law, *applicable law
  change: change control, changes, amendments, change process, change management, how we change this plan
  milestones: timeline, schedule, road map, roadmap, work plan, deliverables, steps, steps on the way, key dates, dates,
      calendar, timetable
  indicators: kpis, measures, performance, performance indicators, key performance indicators, metrics, how we measure,
      monitoring, monitoring and evaluation, evaluation, measuring success, success measures
  reviews: review calendar, review, partnership reviews, health checks, looking back
  term: duration, term and renewal, how long, how long it lasts, period, start and end
  exit: termination, how we part, ending, exit plan, exit and transition, end of the partnership, how it ends, leaving
  capability: capabilities, training, learning together, learning, skills, capability and learning, how we learn,
      training and coaching
  commitments: actions, action list, action plan, first 100 days, next steps, who does what by when, to do, promises,
      to do list
  lessons: lessons learned, lessons learnt, what we learned
  signatures: sign off, signed, signed by, signatories, approval
`

/** The whole plan. */
export const planShape = readShapes(vocabulary)

/** Columns and keys that every item may have and that are not read: `notes` is free in a plan. */
export const freeNames = ['notes', 'note', 'comment', 'comments', 'remark', 'remarks']

/** The last one, which is made of those before it. */
function readShapes(text: string): MapShape {
  const shapes = new Map<string, FieldShape>()
  let last: MapShape = { kind: 'map', fields: [] }
  for (const block of text.trim().split('\n\n')) {
    const [head = '', ...lines] = block.split(/\n {2}(?=\S)/)
    const [kind, name = '', ...marks] = head.split(' ')
    const more = Object.fromEntries(marks.map((mark) => readMark(mark)))
    if (kind === 'word') shapes.set(name, { kind, words: Object.fromEntries(lines.map(readWord)) })
    else {
      const fields = lines.map((line) => readField(line, shapes))
      last = { kind: 'map', fields, ...(kind === 'map' ? more : {}) }
      shapes.set(name, kind === 'map' ? last : ({ kind: 'list', item: last, ...more } as ListShape))
    }
  }
  return last
}

function readMark(mark: string): readonly [string, string | true] {
  const [key = '', value = true] = mark.split('=')
  return [key, value]
}

/** One of a few words that a value can be, with what else may be written for it. */
function readWord(line: string): readonly [string, readonly string[]] {
  const [word = '', names = ''] = line.split(':')
  return [word, splitNames(names)]
}

function readField(line: string, shapes: ReadonlyMap<string, FieldShape>): PlanField {
  const [head = '', names = ''] = line.split(':')
  const [key = '', kind = key] = head.split(' ')
  const shape = shapes.get(kind) ?? ({ kind } as FieldShape)
  const all = splitNames(names)
  const alone = all.filter((name) => name.startsWith('*')).map((name) => name.slice(1))
  return { key, names: all.map((name) => name.replace('*', '')), shape, alone }
}

function splitNames(names: string): readonly string[] {
  return names.trim() === '' ? [] : names.trim().split(/,\s+/)
}
