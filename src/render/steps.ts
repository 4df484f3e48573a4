import type { BlockContent, RootContent } from 'mdast'
import type { NextStep } from '../report/next-steps.ts'
import type { Report } from '../report/report.ts'
import { code, heading, list, paragraph, strong } from './nodes.ts'

/** The plan of action: day by day, with all that somebody needs who begins on it. */
export function buildStepBlocks({ nextSteps }: Report): RootContent[] {
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
          heading(3, 'All along · Practice and coaching'),
          paragraph(learning.about),
          ...(learning.steps.length === 0 ? [] : [list(learning.steps.map(buildStep))]),
        ]),
  ]
}

/** What can wait, in short. */
export function buildFurtherStepBlocks({ nextSteps }: Report): RootContent[] {
  if (nextSteps.further.length === 0) return []
  return [
    list(
      nextSteps.further.map((step) => [
        paragraph(step.do),
        list([...buildDoneWhen(step), [paragraph(`${formatFacts(step)} · `, code(step.question))]]),
      ]),
    ),
  ]
}

function buildStep(step: NextStep): readonly BlockContent[] {
  const { sectionOwner: lead, who, ask, answered, isMust } = step
  const owns =
    lead === null
      ? []
      : [`. ${lead.name} owns “${lead.section}” in the plan`, ...listPlaceParts(lead.place)]
  const must = isMust ? '. A must, and not met' : ''
  return [
    paragraph(...splitFirstSentence(step)),
    list([
      ...(who.length === 0 ? [] : [[paragraph(`Who: ${who.join(', ')}`, ...owns)]]),
      ...buildDoneWhen(step),
      [
        paragraph(
          `Answers: ${ask} `,
          code(step.question),
          `${answered.length === 0 ? '' : `: ${answered.join(', ')}`}${must}`,
        ),
      ],
      [paragraph(`Takes a ${step.effort}; brings up to ${formatPoints(step)}`)],
    ]),
  ]
}

/** Its first sentence is what the eye looks for. */
function splitFirstSentence({ do: text }: NextStep) {
  const first = /^.*?[.!?]["”’')]*(?=\s|$)/.exec(text)?.[0] ?? text
  return [strong(first), text.slice(first.length)].filter((part) => part !== '')
}

function listPlaceParts(place: string | null) {
  return place === null ? [] : [', ', code(place)]
}

function buildDoneWhen({ done }: NextStep) {
  return done === null ? [] : [[paragraph(`Done when: ${done}`)]]
}

function formatFacts(step: NextStep): string {
  return [...step.who, step.effort, `up to ${formatPoints(step)}`].join(' · ')
}

function formatPoints({ gain }: NextStep): string {
  return gain === '1' ? '1 point' : `${gain} points`
}
