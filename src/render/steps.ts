import type { BlockContent, RootContent } from 'mdast'
import type { NextStep } from '../report/next-steps.ts'
import type { Report } from '../report/report.ts'
import {
  code,
  heading,
  list,
  paragraph,
  section,
  splitFirstSentence,
  strong,
  withId,
} from './nodes.ts'

/** What to do next. */
export const stepSections = {
  path: buildPathBlocks,
  'next-steps': buildStepBlocks,
  'further-steps': buildFurtherStepBlocks,
}

/** The plan of action: day by day, with all that somebody needs who begins on it. */
function buildStepBlocks(report: Report): RootContent[] {
  const { lead, days, learning } = report.nextSteps
  return [
    ...(lead === null ? [] : [paragraph(lead)]),
    ...days.flatMap(({ title, steps }) => [
      heading(3, title),
      list(steps.map((step) => buildStep(step, report))),
    ]),
    ...section(3, { say: 'steps-learning' }, learning === null ? [] : [paragraph(learning)]),
    ...section(3, { say: 'signs-overdue' }, buildOverdueBlocks(report)),
  ]
}

const maxOverdue = 5

/** Of the plan; all of it in the full report, with its places. */
function buildOverdueBlocks({ warningSigns: { overdue }, detail }: Report): RootContent[] {
  if (overdue.length === 0) return []
  const isFull = detail === 'full'
  const shown = overdue.slice(0, isFull ? overdue.length : maxOverdue)
  const rest = overdue.length - shown.length
  const items = shown.map(({ sentence, place }) => [
    paragraph(sentence, ...(place === null || !isFull ? [] : [', ', code(place)])),
  ])
  return [
    paragraph({ say: 'signs-overdue-about' }),
    list(items),
    ...(rest === 0 ? [] : [paragraph({ say: 'and-more', rest })]),
  ]
}

/** What can wait, in short. */
function buildFurtherStepBlocks(report: Report): RootContent[] {
  const items = report.nextSteps.further.map((step) => {
    const { who, time, question } = step
    const facts = paragraph({ say: 'step-facts', who, time }, ...withId(question, report))
    return [paragraph(step.do), list([...buildDoneWhen(step), [facts]])]
  })
  return items.length === 0 ? [] : [list(items)]
}

/** All that somebody needs who begins on it. */
export function buildStep(step: NextStep, report: Report): readonly BlockContent[] {
  const { who, ask, question, answered, unmetAt, time, planOwner } = step
  const owner = planOwner === null ? [] : [{ say: 'step-owner', owner: planOwner } as const]
  const [first, rest] = splitFirstSentence(step.do)
  return [
    paragraph(strong(first), ...(rest === '' ? [] : [rest])),
    list([
      ...(who.length === 0 ? [] : [[paragraph({ say: 'step-who', who }, ...owner)]]),
      [paragraph(time)],
      ...buildDoneWhen(step),
      // What others answered is for the report of all.
      ...(report.partnerPage === null
        ? [
            [
              paragraph({ say: 'step-question', ask }, ...withId(question, report), {
                say: 'step-answers',
                answers: answered,
                unmetAt,
              }),
            ],
          ]
        : []),
    ]),
  ]
}

function buildDoneWhen({ done }: NextStep) {
  return done === null ? [] : [[paragraph({ say: 'step-done', done })]]
}

/** The steps to the next level, or why there are none. */
function buildPathBlocks(report: Report): RootContent[] {
  const way = report.pathToNextLevel
  if (way === null) return []
  const items = way.steps.map(({ question, ask, facts }) => [
    paragraph(strong(ask), ...withId(question, report), ' ', facts),
  ])
  return [
    paragraph(way.lead),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(way.about === null ? [] : [paragraph(way.about)]),
  ]
}
