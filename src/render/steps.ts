import type { BlockContent, RootContent } from 'mdast'
import type { NextStep } from '../report/next-steps.ts'
import type { Report } from '../report/report.ts'
import { code, heading, list, paragraph, strong } from './nodes.ts'

/** What to do next. */
export const stepSections = {
  path: buildPathBlocks,
  'next-steps': buildStepBlocks,
  'further-steps': buildFurtherStepBlocks,
}

/** The plan of action: day by day, with all that somebody needs who begins on it. */
function buildStepBlocks({ nextSteps }: Report): RootContent[] {
  const { lead, days, learning } = nextSteps
  return [
    ...(lead === null ? [] : [paragraph(lead)]),
    ...days.flatMap(({ title, about, steps }) => [
      heading(3, title),
      paragraph(about),
      list(steps.map(buildStep)),
    ]),
    ...(learning === null
      ? []
      : [
          heading(3, { say: 'steps-learning' }),
          paragraph(learning.about),
          ...(learning.steps.length === 0 ? [] : [list(learning.steps.map(buildStep))]),
        ]),
  ]
}

/** What can wait, in short. */
function buildFurtherStepBlocks({ nextSteps }: Report): RootContent[] {
  if (nextSteps.further.length === 0) return []
  const items = nextSteps.further.map((step) => {
    const { who, time, question } = step
    const facts = paragraph({ say: 'step-facts', who, time }, ' · ', code(question))
    return [paragraph(step.do), list([...buildDoneWhen(step), [facts]])]
  })
  return [list(items)]
}

function buildStep(step: NextStep): readonly BlockContent[] {
  const { who, ask, question, answered, isMust, time } = step
  const lines = [
    ...(who.length === 0 ? [] : [[paragraph({ say: 'step-who', who }, ...listOwnerParts(step))]]),
    ...buildDoneWhen(step),
    [
      paragraph({ say: 'step-question', ask }, ' ', code(question), {
        say: 'step-answers',
        answers: answered,
        isMust,
      }),
    ],
    [paragraph(time)],
  ]
  return [paragraph(...splitFirstSentence(step)), list(lines)]
}

/** Its first sentence is what the eye looks for. Three dots leave a gap to fill in, and end none. */
function splitFirstSentence({ do: text }: NextStep) {
  const first = /^.*?(?<!\.\.)[.!?]["”’')]*(?=\s|$)/.exec(text)?.[0] ?? text
  return [strong(first), text.slice(first.length)].filter((part) => part !== '')
}

function listOwnerParts({ sectionOwner }: NextStep) {
  if (sectionOwner === null) return []
  const { name, section, place } = sectionOwner
  const owner = { say: 'step-owner', owner: name, section } as const
  return place === null ? [owner] : [owner, ', ', code(place)]
}

function buildDoneWhen({ done }: NextStep) {
  return done === null ? [] : [[paragraph({ say: 'step-done', done })]]
}

/** The steps to the next level, or why there are none. */
function buildPathBlocks({ pathToNextLevel: way }: Report): RootContent[] {
  if (way === null) return []
  const items = way.steps.map(({ question, ask, facts }) => [
    paragraph(strong(ask), ' ', code(question), ': ', facts),
  ])
  return [
    paragraph(way.lead),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(way.about === null ? [] : [paragraph(way.about)]),
  ]
}
