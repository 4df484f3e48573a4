import type { BlockContent, RootContent } from 'mdast'
import type { Step } from '../report/next-steps.ts'
import type { Report } from '../report/report.ts'
import { code, heading, list, paragraph, strong } from './nodes.ts'

/** The plan of action: day by day, with all that somebody needs who begins on it. */
export function stepBlocks({ nextSteps }: Report): RootContent[] {
  const { lead, days, learning } = nextSteps
  return [
    ...(lead === null ? [] : [paragraph(lead)]),
    ...days.flatMap(({ title, about, steps }) => [
      heading(3, title),
      paragraph(about),
      list(steps.map(wholeStep)),
    ]),
    ...(learning === null
      ? []
      : [
          heading(3, 'All along · Practice and coaching'),
          paragraph(learning.about),
          ...(learning.steps.length === 0 ? [] : [list(learning.steps.map(wholeStep))]),
        ]),
  ]
}

/** What can wait, in short. */
export function furtherBlocks({ nextSteps }: Report): RootContent[] {
  if (nextSteps.further.length === 0) return []
  return [
    list(
      nextSteps.further.map((step) => [
        paragraph(step.do),
        list([...doneWhen(step), [paragraph(`${factsOf(step)} · `, code(step.question))]]),
      ]),
    ),
  ]
}

function wholeStep(step: Step): readonly BlockContent[] {
  const { lead, who, ask, answered, isMust } = step
  const owns =
    lead === null
      ? []
      : [`. ${lead.name} owns “${lead.section}” in the plan`, ...placed(lead.place)]
  const must = isMust ? '. A must, and not met' : ''
  return [
    paragraph(...doBlocks(step)),
    list([
      ...(who.length === 0 ? [] : [[paragraph(`Who: ${who.join(', ')}`, ...owns)]]),
      ...doneWhen(step),
      [
        paragraph(
          `Answers: ${ask} `,
          code(step.question),
          `${answered.length === 0 ? '' : `: ${answered.join(', ')}`}${must}`,
        ),
      ],
      [paragraph(`Takes a ${step.effort}; brings up to ${pointsOf(step)}`)],
    ]),
  ]
}

/** Its first sentence is what the eye looks for. */
function doBlocks({ do: text }: Step) {
  const first = /^.*?[.!?]["”’')]*(?=\s|$)/.exec(text)?.[0] ?? text
  return [strong(first), text.slice(first.length)].filter((part) => part !== '')
}

function placed(place: string | null) {
  return place === null ? [] : [', ', code(place)]
}

function doneWhen({ done }: Step) {
  return done === null ? [] : [[paragraph(`Done when: ${done}`)]]
}

function factsOf(step: Step): string {
  return [...step.who, step.effort, `up to ${pointsOf(step)}`].join(' · ')
}

function pointsOf({ gain }: Step): string {
  return gain === '1' ? '1 point' : `${gain} points`
}
