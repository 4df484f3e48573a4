import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listQuestions } from '../../../src/model/questionnaire.ts'
import { builtIn } from '../../content/built-in.ts'
import { readMarkedDocument } from './marked-document.ts'
import { judgeTopics, measureTopics } from './measure-topics.ts'

const folder = new URL('./', import.meta.url)
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, document: readMarkedDocument(new URL(name, folder)) }))

/**
 * Checks that compare values with each other, or with today: false only on what was read, so no text is ever looked for in their
 * place, and the documents do not mark them.
 */
const comparing = new Set(
  `own-words own-brings own-aims objective-past vague-objectives assumption-overdue benefit-shares spokesperson-each
  escalation-rises escalation-top shared-risks deputy-self deputy-side deputy-circle plan-ahead plan-current review-overdue
  review-interval health-check-overdue term-order renewal-in-time renewal-after-end commitments-in-term milestones-in-term
  objectives-in-term teams-in-term milestone-name second-year resources-last resources-next capability-ahead people-used
  people-of-each sponsor-side manager-side separate-hats sponsor-and-manager one-accountable many-accountable
  accountable-everywhere accountable-load accountable-side chair-member governance-seats quorum-range team-size team-mix
  one-currency investment-currency shared-decisions commitment-overdue vague-commitments`.split(
    /\s+/,
  ),
)

async function listTopics(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { questionnaire } = await builtIn('partnership-readiness')
  const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
  return new Map(checks.map(({ id, topic = [] }) => [id.replace(/^.*\./, ''), topic]))
}

describe('The topics of our questionnaires', () => {
  it.each([
    'partnership-readiness',
    'partnership-health',
    'collaboration-capability',
    'five-days-of-action',
  ])('are given for every check of %s', async (name) => {
    const { questionnaire } = await builtIn(name)
    expect(listQuestions(questionnaire)).not.toEqual([])
    const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
    expect(checks.filter(({ topic }) => topic === undefined).map(({ id }) => id)).toEqual([])
  })

  it('have marks of known checks in every document', async () => {
    const topics = await listTopics()
    const unknown = documents.flatMap(({ name, document }) =>
      [...document.about.keys()].filter((id) => !topics.has(id)).map((id) => `${name}: ${id}`),
    )
    expect(unknown).toEqual([])
    expect([...comparing].filter((id) => !topics.has(id))).toEqual([])
    expect(documents.length).toBeGreaterThanOrEqual(12)
  })

  it('are found where texts in the manner of contracts, charters and minutes deal with them', async () => {
    const topics = new Map([...(await listTopics())].filter(([id]) => !comparing.has(id)))
    const verdicts = documents.flatMap(({ document }) => judgeTopics(document, topics))
    const figures = measureTopics(verdicts)
    expect(figures.pointedTo).toBeGreaterThan(0.9)
    expect(figures.aboutIt).toBeGreaterThan(0.65)
    expect(figures.lackingTold).toBeGreaterThan(0.74)
    expect(figures.wronglyMissing).toBeLessThan(0.022)
  })
})
