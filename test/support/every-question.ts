import { aSmallQuestionnaire } from '../cli/support/small-questionnaire.ts'

/** A questionnaire with every type of question and every kind of condition, and with names and texts that other tools trip over. */
export const everyQuestion = aSmallQuestionnaire(`  - id: trust
    title: "=1+1 & <b>Trust</b> \${code}"
    questions:
      - id: news
        ask: '=How soon do "we" hear bad news, \${partner}?'
        type: rating
        anchors: {1: Never, 3: Within weeks, 5: Within a day}
        core: true
        why: It shows _x0041_ early.
      - {id: minutes, ask: Do we keep minutes?, core: true, type: yes-no}
      - {id: calls, ask: How many calls in a month?, core: true, type: number, from: 0, to: 7}
      - {id: plain, ask: "Plain?", core: true, type: rating, scale: how-far}
      - {id: again, ask: "Again?", core: true, type: rating, scale: how-far}
      - {id: why, ask: Why?, core: true, type: text}
      - {id: pains, ask: What hurts?, core: true, type: list}
      - id: what
        ask: What is shared?
        type: choices
        choices: [{id: costs, title: Costs}, {id: a, title: "Forecasts, all of them"}, {id: b, title: B}]
      - id: own
        ask: What else?
        type: choices
        choices: [{id: none-of-these, title: Nothing}, {id: dont-know, title: Nobody knows}, {id: x, title: X}]
      - {id: how, ask: How?, type: choice, choices: [{id: never, title: Never}, {id: all, title: All}, {id: unknown, title: Hidden}]}
      - {id: people, ask: Who?, type: table, columns: [{id: name, title: Name, type: text}]}
  - id: 2-trust
    title: Conditions
    questions:
      - {id: least, ask: A?, core: true, type: yes-no, when: {question: trust.news, least: 3}}
      - {id: between, ask: B?, type: yes-no, when: {question: trust.calls, least: 2, most: 4}}
      - {id: is, ask: C?, core: true, type: yes-no, when: {question: trust.how, is: [never, unknown]}}
      - {id: not, ask: D?, core: true, type: yes-no, when: {question: trust.how, not: never}}
      - {id: not-all, ask: E?, core: true, type: yes-no, when: {question: trust.what, not: [costs, b]}}
      - {id: one, ask: F?, type: yes-no, when: {question: trust.what, is: a}}
      - {id: yes, ask: G?, type: yes-no, when: {question: trust.minutes, is: yes}}
      - {id: stage, ask: H?, type: number, when: 'profile.stage != "exploring"'}
      - {id: stages, ask: I?, type: text, when: 'profile.stage in ["agreed", "operating"] || answers["trust.news"] < 2'}
      - {id: both, ask: J?, core: true, type: list, when: '3 <= answers["trust.news"] && answers["trust.minutes"] == false'}
      - {id: among, ask: K?, core: true, type: choice, choices: [{id: p, title: P}, {id: q, title: Q}], when: '"costs" in answers["trust.what"]'}
      - {id: chain, ask: L?, type: choices, choices: [{id: p, title: P}, {id: q, title: Q}], when: 'answers["2-trust.among"] != "p" && answers["trust.calls"] > 1.5'}
      - {id: twice, ask: M?, type: rating, scale: how-far, when: {question: 2-trust.least, not: no}}
      - {id: size, ask: N?, type: yes-no, when: 'answers["trust.what"].size() > 1'}
      - {id: text, ask: O?, type: yes-no, when: {question: trust.why, is: because}}
  - id: a-b
    title: Same names
    questions:
      - {id: c, ask: P?, type: yes-no}
  - id: a
    title: Same names
    questions:
      - {id: b-c, ask: Q?, type: yes-no, core: true}
      - {id: b-c-note, ask: R?, type: text}
`)
  .replace('levels:', 'scales: {how-far: [Not at all, Hardly, Partly, All the way]}\nlevels:')
  .replace(
    'levels:',
    `profile:
  - {id: stage, ask: Where do we stand?, type: choice, choices: [{id: exploring, title: Exploring}, {id: agreed, title: Agreed}, {id: operating, title: Operating}]}
  - {id: role, ask: Which role?, type: text}
  - {id: partner, ask: How close?, type: rating, scale: how-far}
  - {id: since, ask: Since when?, type: number}
  - {id: start, ask: Did it start?, type: yes-no}
  - {id: pages, ask: Which?, type: choices, choices: [{id: one, title: One}, {id: two, title: Two}]}
  - {id: hopes, ask: What for?, type: list}
levels:`,
  )
