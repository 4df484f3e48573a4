/** Where the text of an example belongs in a whole questionnaire. */
export type Stands = 'alone' | 'top' | 'question' | 'check' | 'file'

export interface FormatExample {
  readonly stands: Stands
  readonly text: string
}

/** The examples of docs/questionnaire-format.md, by what they show; each passes `check` without a finding. */
export const formatExamples = {
  whole: {
    stands: 'alone',
    text: `accordant: questionnaire/1
id: our-visits
version: 1.0.0
title: Our visits
levels:
  - {id: good, title: Good, score: 70, weakest: 50, meaning: Keep it up.}
  - {id: poor, title: Poor, score: 0, meaning: Start with the first step below.}
dimensions:
  - id: visits
    title: Visits
    questions:
      - id: often
        ask: How often do our people see the other partner at work?
        type: rating
        anchors:
          1: Never so far
          3: Once a year
          5: Every month
        practice:
          do: Name a day in the next month, and who goes.
          effort: small
`,
  },
  levels: {
    stands: 'top',
    text: `levels:
  - {id: strong, title: Strong, score: 75, weakest: 60, meaning: Go on.}
  - {id: mixed, title: Mixed, score: 50, weakest: 40, meaning: Fix the weakest part first.}
  - {id: weak, title: Weak, score: 0, meaning: Sit down together before you go on.}
`,
  },
  shown: {
    stands: 'top',
    text: `shown: {from: 10, to: 50}
levels:
  - {id: strong, title: Strong, score: 40}
  - {id: weak, title: Weak, score: 10}
`,
  },
  scales: {
    stands: 'top',
    text: `scales:
  agreement: [Strongly disagree, Disagree, Neither, Agree, Strongly agree]
  often: [Never, Once, Now and then, Often]
`,
  },
  profile: {
    stands: 'top',
    text: `profile:
  - id: unit
    ask: Who are you in this partnership?
    type: choice
    choices:
      - {id: team, title: A team}
      - {id: organisation, title: An organisation}
words:
  partner: {team: team, organisation: organisation}
`,
  },
  audiences: {
    stands: 'top',
    text: `profile:
  - id: view
    ask: What do we think of how well we work with them?
    type: choice
    choices:
      - {id: unknown, title: We have not thought about it}
      - {id: sure, title: We are certain that we do it well}
audiences:
  question: view
  groups:
    - id: unaware
      title: Has not thought about it
      answers: [unknown]
      meaning: Begin with what the last quarrel cost.
    - id: sure
      title: Sure of it
      answers: [sure]
      meaning: Your answers fit this view.
      least: 60
      under: Your answers fall short of this view. Ask the others what they see.
`,
  },
  rating: {
    stands: 'question',
    text: `- id: bad-news
  ask: How soon does the other side hear of bad news from us?
  type: rating
  anchors:
    1: They find out without us
    3: Within weeks, when somebody asks
    5: Within a day, from us
  must: 2
`,
  },
  practice: {
    stands: 'question',
    text: `- id: their-news
  ask: How soon do we hear of bad news from the other side?
  type: rating
  anchors:
    1: We find out without them
    3: Within weeks, when we ask
    5: Within a day, from them
  about: them
  practice:
    do: Tell each other what makes bad news hard to bring. Agree how soon it has to be told.
    done: The next piece of bad news came within that time.
    effort: small
    takes: P2M
    by: all
`,
  },
  'yes-no': {
    stands: 'question',
    text: `- id: blocked
  ask: Has a decision been stuck for more than a month?
  type: yes-no
  reverse: true
`,
  },
  choice: {
    stands: 'question',
    text: `- id: ledger
  ask: Where are the shared costs written down?
  type: choice
  choices:
    - {id: nowhere, title: Nowhere, score: 0}
    - {id: each, title: Each side keeps its own list, score: 0.5}
    - {id: shared, title: In one list that both can see, score: 1}
`,
  },
  choices: {
    stands: 'question',
    text: `- id: ways
  ask: Which of these have we used since the last review?
  type: choices
  choices:
    - {id: visit, title: A visit, score: 0.5}
    - {id: call, title: A regular call, score: 0.5}
    - {id: complaint, title: A formal complaint, score: -0.5}
`,
  },
  number: {
    stands: 'question',
    text: `- id: meetings
  ask: How many of the last twelve joint meetings took place?
  type: number
  from: 0
  to: 12
`,
  },
  text: {
    stands: 'question',
    text: `- id: need
  ask: What is missing today?
  type: text
  fills: purpose.need
`,
  },
  list: {
    stands: 'question',
    text: `- id: brings
  ask: What do we bring?
  type: list
  fills: partners.{partner}.brings
`,
  },
  table: {
    stands: 'question',
    text: `- id: candidates
  ask: Who could be our partner in this?
  type: table
  rows: {least: 2}
  columns:
    - {id: name, title: Name, type: text}
    - {id: fit, title: 'Fit, 0 to 10', type: number, from: 0, to: 10}
`,
  },
  conditions: {
    stands: 'question',
    text: `- id: visited
  ask: Did we visit each other this year?
  type: yes-no
- id: useful
  ask: What did the visits change?
  type: rating
  anchors: {1: Nothing, 3: We know whom to ask, 5: We work in a new way}
  when: {question: visits.visited, is: yes}
- id: reason
  ask: What kept us from it?
  type: text
  when: answers["visits.visited"] == false
`,
  },
  mirror: {
    stands: 'question',
    text: `- id: our-notice
  ask: How soon do we tell them about a change?
  type: rating
  anchors: {1: When it is done, 3: A week before, 5: While it is still open}
  about: us
  mirror: their-notice
- id: their-notice
  ask: How soon do they tell us about a change?
  type: rating
  anchors: {1: When it is done, 3: A week before, 5: While it is still open}
  about: them
`,
  },
  check: {
    stands: 'check',
    text: `- id: risk-owner
  title: Somebody watches every risk
  for: risks
  assert: person(item.owner)
  message: 'This risk has no owner listed under "people": "{item}"'
  together: 'These risks have no owner listed under "people": {items}'
  severity: {exploring: info, forming: warning, agreed: error}
  kinds: {memorandum: warning, internal: warning}
  why: A risk that nobody watches comes as a surprise.
  fix: Name one of the people under "people" as its owner.
  examples:
    good:
      people: [{id: p1, name: A. Visser}]
      risks: [{id: r1, risk: The depot is full, owner: p1}]
    bad:
      risks: [{id: r1, risk: The depot is full}]
`,
  },
  dimension: {
    stands: 'file',
    text: `accordant: dimension/1
id: visits
title: Visits
weight: 2
why: People who have seen how the other partner works ask better questions.
questions:
  - {id: plan, ask: Is the next visit planned?, type: yes-no}
`,
  },
  extends: {
    stands: 'alone',
    text: `accordant: questionnaire/1
id: our-readiness
version: 1.0.0
title: Our readiness
extends: partnership-readiness@1
drop: [long-term-focus.lessons]
levels:
  - {id: ready, score: 80}
questions:
  - {id: trust.bad-news, weight: 2}
checks:
  - {id: roles.one-accountable, severity: error}
`,
  },
} as const satisfies Readonly<Record<string, FormatExample>>

export type ExampleName = keyof typeof formatExamples
