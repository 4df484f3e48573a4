import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../../src/model/decode.ts'
import { readYaml } from '../../../src/reading/yaml.ts'
import { say } from '../../../src/words/say-message.ts'
import { aFolder } from '../../cli/support/folder.ts'

const choices = Array.from(
  { length: 10 },
  (_, index) => `{id: c${index + 1}, title: Choice ${index + 1}, score: ${index / 9}}`,
)

/** Twenty ratings, a yes-no question and a choice of ten. */
const questionnaire = `accordant: questionnaire/1
id: keys
version: 1.0.0
title: Keys
levels:
  - {id: high, title: High, score: 60}
  - {id: low, title: Low, score: 0}
scales:
  agreement: [Strongly disagree, Disagree, Neither, Agree, Strongly agree]
dimensions:
  - id: trust
    title: Trust
    questions:
${Array.from({ length: 20 }, (_, index) => `      - {id: q${index + 1}, ask: Question ${index + 1}?, type: rating, scale: agreement}\n`).join('')}
  - id: roles
    title: Roles
    questions:
      - {id: named, ask: Are the roles named?, type: yes-no}
      - {id: form, ask: Which form is it?, type: choice, choices: [${choices.join(', ')}]}
`

/** A partnership whose questionnaire takes 22 keys. */
export function aPartnership(): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: keys.yaml\n',
    'keys.yaml': questionnaire,
  })
}

export interface Read {
  readonly answers: Readonly<Record<string, unknown>>
  readonly completed: string | null
  readonly findings: readonly string[]
}

/** The response as it is on the disk; null where there is none. */
export function responseIn(folder: string, name = 'north-r1.yaml'): Read | null {
  const file = join(folder, 'responses', name)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return null
  }
  const document = readYaml(bytes, file)
  const { value, findings } = decode('response', document.value)
  return {
    answers: value?.answers ?? {},
    completed: value?.completed ?? null,
    findings: [...document.findings, ...findings].map(({ message }) => say(message)),
  }
}

/** Names in the folder of responses, hidden ones too. */
export function leftIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'responses')).toSorted()
}
