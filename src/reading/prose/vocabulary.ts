import type { FieldShape, ListShape, MapShape, PlanField } from './shapes.ts'

const due = 'by when, by, deadline, due date, due by, target date'
const owner =
  'owner person: responsible, responsible person, person responsible, lead, accountable, by whom'
const every = 'every duration: how often, frequency, meets'
const id = 'id: no, nr, number, ref, #'

/**
 * Every key of a plan with the names that a document may use for it: the documented form of docs/markdown-plans.md, which is written
 * from this. A shape begins with its kind, its name and what else is said of it. A field has its key, its shape (where that has another name), and
 * its names as `toComparable` writes them: the key itself, and its plural or singular, need not be named again. A name that begins
 * with `*` means the field by itself, wherever a title has it. A name is here only if it can mean nothing else.
 */
const vocabulary = `
map investment money
  amount number: sum
  currency text:
  period figure: year

list partners title=name
  id: code, short name
  name organisation-name: partner, party, organisation, organization
  sponsor person: executive sponsor
  manager person: alliance manager, partnership manager, relationship manager
  checked day: checked on
  brings texts: what we bring, what they bring, contributes, contributions
  needs texts: what we need, what they need
  objectives texts: own objectives, own goals, goals
  interests texts: what matters to us, what matters to them
  investment: invests

list persons title=name about=role
  id: code, short name, key, no, nr, #
  name person-name: person, full name, contact
  partner: organisation, organization, company, party
  role text: function, position, job title
  authority text: may decide
  deputy person: stand in, substitute, alternate

map purpose main=why
  need text: *need, *problem statement
  vision text: *vision, *shared vision, *vision statement
  why text: *why, *why together, *why we do this, *why we work together
  values texts: *values, *shared values, *core values, *team values
  concerns texts: *concerns, *worries, *what worries us
  stop texts: *stop criteria, *when we stop

list served title=name
  name text: who, group, beneficiary
  gain text: what they get, what they gain
  voice text: how they are heard
  contact person: who looks after them

list dependencies title=name needs=what,owner
  name text: third party, organisation, organization
  what text: what we need
  owner person: contact, who talks with it

word objectivesKind
  joint: shared, common
  own: individual

list objectives title=goal
  ${id}
  goal text: objective, aim
  metric text: measure, measured by, how we measure, how measured, kpi, indicator
  baseline figure: today, current, start value
  target figure: target value
  due day: ${due}
  ${owner}
  kind objectivesKind: joint or own
  partner: whose

list assumptions title=text
  text: assumption
  review day: review date, review by, check on

map scope
  included texts: *included, *in scope, *what is included
  excluded texts: *excluded, *out of scope, *not in scope, *what is excluded, *exclusions, *non goals
  exclusivity text: *exclusivity
  assumptions: *assumptions, *what we assume

list roles title=activity needs=accountable,responsible,consulted,informed
  activity text: task, task activity, activity task, deliverable, work package
  accountable person-or-people: a
  responsible people: r
  consulted people: c
  informed people: i

word decisionRule
  consensus: unanimous, unanimously, by consensus
  majority: by majority, majority vote
  single: one person

list decisions title=topic needs=decider,rule,days,deadlock
  topic text: decision
  decider person: decides, who decides, decided by, decision maker
  rule decisionRule: how, how decided, how we decide
  days: within, time limit
  deadlock text: if stuck, if no agreement, if we cannot agree

list governance title=id needs=members,chair,every,quorum
  id: body, committee, board
  members people:
  chair person: chaired by, chairperson
  ${every}
  quorum whole:

list teams title=name needs=purpose,members,until
  name text: team
  purpose text: mandate, what for
  members people:
  until day: end, ends

list resources title=what needs=partner,amount
  what text: resource, contribution
  partner: from, provided by, given by
  amount figure: how much, how many, quantity
  period figure: year

list benefits title=what needs=shares
  what text: benefit
  shares: share, split

list meetings title=name needs=every,owner,attendees,record,meeting
  name text: meeting
  ${every}
  owner person: chair, host, run by, led by
  attendees people: who attends, participants
  record text: minutes, where recorded

list channels title=name needs=for
  name text: channel, tool
  for text: used for, what for, purpose, use

map reporting
  ${every}
  ${owner}

map external main=rule
  spokespeople people: *spokespeople, *spokesperson, who speaks
  rule text:
  brand text: *use of name and logo, *use of names and logos

map communication
  meetings: *meetings, *meeting calendar
  channels: *channels, *communication channels
  reporting: *reporting
  feedback text: *feedback
  briefing text: *internal communication
  external: *external communication, *publicity

map costs
  overrun text: *cost overruns
  liability text: *liability, *liability and insurance, insurance

list glossary title=term needs=meaning
  term text: word, expression
  meaning text: definition, what it means

list escalation title=level plain=who needs=who
  level whole: step, stage
  who people: people, who decides, between
  days: within, time limit, timeframe

list risks title=risk
  ${id}
  risk text: description, what could go wrong
  cause text:
  likelihood: probability, chance, l
  impact: severity, effect, i
  ${owner}
  response text: mitigation, mitigation strategy, mitigation plan, countermeasure
  trigger text: early sign, warning sign, early warning
  contingency text: contingency plan, plan b, fallback
  reviewed day: last reviewed, last review, reviewed on

map ip
  background text: *background ip
  foreground text: *foreground ip, *results
  afterExit text: after the end

map information
  confidentiality text: *confidentiality, *non disclosure
  data text: *data sharing, *use of data
  personal text: *personal data
  ip: *ip, *intellectual property, *intellectual property rights
  openness text: *openness, *transparency

map conduct
  conflicts text: *conflict of interest, *conflicts of interest
  bribery text: *anti bribery, *anti corruption
  competition text: *competition law
  safeguarding text: *safeguarding

map change main=process
  process text: how, procedure
  ${owner}

list milestones title=name needs=due,owner
  name text: milestone, deliverable
  due day: ${due}, date
  ${owner}

word indicatorsKind
  leading: lead, early
  lagging: lag

list indicators title=name
  name text: indicator, kpi
  objective: goal
  kind indicatorsKind: leading or lagging
  source text: data source
  ${owner}

map reviews
  ${every}
  last day: *last review, *last reviewed
  next day: *next review, *review date
  healthCheck day: *next health check

map term
  start day: *effective date, *start date, *commencement date, begins, starts, from
  end day: *end date, *expiry date, ends, expires, to, until
  renewal day: *renewal date, renewed by

map exit
  triggers texts: *exit triggers, *reasons to end, *termination triggers, *what ends it, we part when, when we part, reasons, grounds
  noticeDays days: *notice period, notice, period of notice
  cureDays days: *cure period, cure, remedy period
  owner person: exit owner
  transition text: *transition plan, *handover, transition
  data text: shared data
  survives texts: *survival, *what survives, what stays in force

word capabilityKind
  training: course, workshop
  practice: exercise
  coaching: mentoring

list capability title=what needs=who,due,kind
  what text: skill, topic
  who people: for whom, participants
  due day: ${due}
  kind capabilityKind: type, how

word status
  open: to do, planned, in progress, ongoing, not done
  done: completed, complete, closed, finished, yes, x, ✓, ✔, ✅
  dropped: cancelled, canceled, abandoned, withdrawn

list commitments title=what
  what text: commitment, action, task
  ${owner}
  due day: ${due}
  status: state
  since day: agreed on, open since
  start day: begins, starts

list lessons title=text
  date day: when
  text: lesson, what we learned

list signatures title=partner needs=date
  partner: for, organisation, organization, company, party
  who person: name, signed by, signatory
  date day: signed on

word stage
  exploring:
  forming:
  agreed: signed
  operating: running
  closing:

word legalStatus
  binding: legally binding
  non-binding: not binding, not legally binding
  mixed: partly binding

word kind
  contract:
  memorandum: memorandum of understanding, mou
  internal: internal plan

map plan
  name text: partnership, plan, title, name of the partnership
  stage: phase
  version text:
  date day: dated, as of
  legalStatus: status in law
  kind: kind of plan
  partners: parties, between, partner organisations, partner organizations, who we are
  people persons: contacts, key people, contact persons
  purpose: purpose and values, vision and values, project purpose, statement of purpose
  objectives: goals, project objectives, project goals, joint objectives, shared objectives, joint goals
  served: beneficiaries, who the work is for, who we serve
  scope: scope of work, project scope
  dependencies: third parties, outside parties
  roles: raci, raci matrix, raci chart, raci table, responsibility assignment matrix, responsibility matrix, roles and responsibilities, who does what
  decisions: decision rights, decision making, who decides, who decides what
  governance: governance structure, governance bodies, committees
  teams: joint teams, working groups
  resources: contributions, resources and contributions
  benefits: sharing of benefits, benefit sharing, sharing of value, value sharing
  costs:
  communication: communications, communication plan
  glossary: glossary of terms
  escalation: escalation path, escalation ladder
  mediator text: *mediator, *mediation
  risks: risk register, key risks, project risks, risk management, risks and contingencies
  information: information and ip, information and data
  conduct: rules of conduct
  law text: *governing law, *applicable law, *choice of law
  change: change control, changes, amendments, change process
  milestones: key milestones, project milestones, timeline, road map, roadmap, key dates
  indicators: kpis, success metrics, key performance indicators, performance indicators, success measures
  reviews: review calendar, partnership reviews
  term: duration, term and renewal
  exit: termination, ending, exit plan, exit and transition
  capability: capabilities, training, training and coaching
  commitments: actions, first 100 days, action list, action plan, action items, next steps, immediate next steps, to do list
  lessons: lessons learned, lessons learnt
  signatures: sign off, signed, signed by, signatories, signature block
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
