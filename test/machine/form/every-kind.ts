import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A questionnaire with every type of question, and conditions written both ways. */
const questionnaire = `accordant: questionnaire/1
id: every-kind
version: 1.0.0
title: Every kind
leastPartners: 2
levels:
  - {id: good, title: Good, score: 70, weakest: 50, meaning: Go on.}
  - {id: poor, title: Poor, score: 0, meaning: Start below.}
profile:
  - id: stage
    ask: Where do you stand?
    type: choice
    choices: [{id: early, title: At the start}, {id: late, title: Near the end}]
  - {id: problem, ask: Which problem is known? Leave it empty if there is none., type: text}
dimensions:
  - id: trust
    title: Trust
    why: Trust grows with what people do.
    questions:
      - id: news
        ask: How soon do we hear bad news?
        type: rating
        why: Late news costs most.
        evidence: The last two delays.
        anchors: {1: Never, 2: When we ask, 3: Within weeks, 4: Within days, 5: Within a day}
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - id: shared
        ask: What is shared?
        type: choices
        choices: [{id: costs, title: Costs}, {id: forecasts, title: 'Forecasts, monthly'}]
      - id: lead
        ask: Who leads?
        type: choice
        choices: [{id: us, title: We do}, {id: them, title: They do}]
      - {id: meetings, ask: How many meetings in a month?, type: number, from: 0, to: 12}
      - id: follow
        ask: How do we follow up good news?
        type: rating
        anchors: {1: Not at all, 5: At once}
        when: {question: trust.news, least: 3}
      - id: deep
        ask: Are so many meetings of use?
        type: yes-no
        when: answers["trust.meetings"] > 5
      - {id: remark, ask: What else should we know?, type: text}
      - {id: people, ask: Who should be asked too?, type: list}
      - id: risks
        ask: What could go wrong?
        type: table
        columns:
          - {id: risk, title: Risk, type: text}
          - {id: days, title: Days lost, type: number, from: 0}
          - {id: size, title: Size, type: choice, choices: [{id: small, title: Small}, {id: big, title: Big}]}
`

/** A partnership of two partners that uses it. */
export function makeFormFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'accordant-form-'))
  mkdirSync(join(folder, 'responses'))
  writeFileSync(join(folder, 'questionnaire.yaml'), questionnaire)
  writeFileSync(
    join(folder, 'accordant.yaml'),
    `accordant: config/1
questionnaire: questionnaire.yaml
partnership: northwind-contoso
partners: [{id: northwind, name: Northwind Traders}, {id: contoso, name: Contoso Foods}]
`,
  )
  return folder
}
