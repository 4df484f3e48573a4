import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scorePaths } from '../../../src/app/score/assessment.ts'
import { isAllHidden } from '../../../src/model/verdict-states.ts'
import { aFolder } from '../../cli/support/folder.ts'
import { aResponseFile } from '../../cli/support/response-file.ts'
import { aSmallQuestionnaire } from '../../cli/support/small-questionnaire.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const world = { root, version: '0.0.0', now: () => new Date('2026-11-23T10:00:00Z') }

const starter = `accordant: plan/1
name: Cold chain
version: "1"
stage: agreed
partners: [{id: north, name: Northwind, manager: p2}]
people: [{id: p2, name: B. Okafor, partner: north}]
`

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions: [{id: news, ask: Do they hear?, type: yes-no, practice: {do: Ring them}}]
`)

const response = aResponseFile('trust.news: no', { partnership: 'a-b' })

async function assess(plan: Readonly<Record<string, string>>) {
  const folder = aFolder({ 'small.yaml': questionnaire, 'r1.yaml': response, ...plan })
  const named = join(folder, 'small.yaml')
  const {
    plan: own,
    partners,
    people,
    result,
  } = await scorePaths({ paths: [folder], questionnaire: named }, world)
  const owner = result.hidden === undefined ? result.actions[0]?.owner : undefined
  const warnings = isAllHidden(result) ? [] : result.warnings
  return {
    warnings: warnings.flatMap((own) => (typeof own === 'string' ? [] : [own.say])),
    hasPlan: own !== null,
    partners: [...partners],
    people: [...people],
    owner,
  }
}

describe('the plan that an assessment has', () => {
  it('is none if there is no file', async () => {
    expect(await assess({})).toEqual({
      warnings: [],
      hasPlan: false,
      partners: [],
      people: [],
      owner: null,
    })
  })

  it('is not begun where it says no more than init wrote: it names the partners, and nobody of its examples', async () => {
    expect(await assess({ 'plan.yaml': starter })).toEqual({
      warnings: ['plan-not-begun'],
      hasPlan: false,
      partners: [['north', 'Northwind']],
      people: [],
      owner: null,
    })
  })

  it('is read where it says more', async () => {
    const plan = starter.replace('B. Okafor', 'Sara Lind')
    expect(await assess({ 'plan.yaml': plan })).toEqual({
      warnings: [],
      hasPlan: true,
      partners: [['north', 'Northwind']],
      people: [['p2', 'Sara Lind']],
      owner: 'p2',
    })
  })
})
