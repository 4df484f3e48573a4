import type { BlockContent, Root, RootContent } from 'mdast'
import type { Step } from '../report/next-steps.ts'
import type { Remark, Report } from '../report/report.ts'
import type { SaidRow } from '../report/say-do.ts'
import { bar } from './bar.ts'
import { code, heading, list, paragraph, quote, section, strong, table, text } from './nodes.ts'

/** The report as a document tree, from which every document format is written. */
export function documentOf(report: Report): Root {
  return {
    type: 'root',
    children: [
      heading(1, report.title),
      ...leadBlocks(report),
      ...section(2, 'The dimensions', dimensionBlocks(report)),
      ...section(2, 'What has changed', changeBlocks(report)),
      ...section(2, 'Where the partners see it differently', gapBlocks(report)),
      ...section(2, 'How the partners see each other', mirrorBlocks(report)),
      ...section(2, 'What is said and what is written', sayDoBlocks(report)),
      ...section(2, 'The plan in writing', writtenBlocks(report)),
      ...section(2, 'Next steps', stepBlocks(report)),
      ...section(2, 'Still open', openBlocks(report)),
      ...section(2, 'Set aside as not applicable', remarkBlocks(report.notApplicable)),
      ...section(2, 'Notes', remarkBlocks(report.notes)),
      ...section(2, 'Further steps', furtherBlocks(report)),
      ...section(2, 'Every answer', answerBlocks(report)),
      ...section(2, 'Method and provenance', methodBlocks(report)),
    ],
  }
}

function leadBlocks({ lead, standing, warnings }: Report): RootContent[] {
  const verdict = [paragraph(strong(lead.headline)), paragraph(lead.verdict)]
  const range = lead.range === null ? [] : [paragraph(lead.range)]
  const meaning = lead.meaning === null ? [] : [paragraph(lead.meaning)]
  const decided = lead.decidedBy.map(({ question, ask }) => [paragraph(`${ask} `, code(question))])
  return [
    quote(...verdict, ...range),
    ...meaning,
    ...(standing.weakest === null ? [] : [paragraph(standing.weakest)]),
    ...sentences(3, 'What holds it down', lead.heldBy),
    ...sentences(3, 'Limits missed', lead.missed),
    ...section(
      3,
      'Open questions that decide the level',
      decided.length === 0 ? [] : [list(decided)],
    ),
    ...strengthBlocks(standing),
    ...sentences(3, 'To bear in mind', warnings),
  ]
}

function sentences(depth: 2 | 3, title: string, lines: readonly string[]): RootContent[] {
  return section(
    depth,
    title,
    lines.length === 0 ? [] : [list(lines.map((line) => [paragraph(line)]))],
  )
}

function strengthBlocks({ strengths }: Report['standing']): RootContent[] {
  const items = strengths.map(({ question, ask, score }) => [
    paragraph(`${ask} `, strong(score), ' ', code(question)),
  ])
  return section(3, 'What already works', items.length === 0 ? [] : [list(items)])
}

function dimensionBlocks({ dimensions }: Report): RootContent[] {
  if (dimensions.length === 0) return []
  const whole = table(
    ['Dimension', 'Score', '', 'Bounds', 'Answered'],
    dimensions.map(({ title, score }) => [
      title,
      score.text,
      text(bar(score.value)),
      score.bounds ?? score.text,
      score.coverage,
    ]),
    [1, 3, 4],
  )
  const unscored = dimensions.flatMap(({ title, score, partners }) => [
    ...(score.reason === null ? [] : [`${title}: ${score.text}; ${score.reason}`]),
    ...partners.flatMap(({ name, score: own }) =>
      own.reason === null || partners.length < 2
        ? []
        : [`${title} at ${name}: ${own.text}; ${own.reason}`],
    ),
  ])
  const names = dimensions[0]?.partners.map(({ name }) => name) ?? []
  const split =
    names.length < 2
      ? []
      : [
          table(
            ['Dimension', ...names],
            dimensions.map(({ title, partners }) => [
              title,
              ...partners.map(({ score }) => score.text),
            ]),
            names.map((_, index) => index + 1),
          ),
        ]
  const reasons = unscored.length === 0 ? [] : [list(unscored.map((line) => [paragraph(line)]))]
  return [whole, ...split, ...reasons]
}

function changeBlocks({ changes }: Report): RootContent[] {
  return changes.flatMap(({ title, lines }) => sentences(3, title, lines))
}

function gapBlocks({ gaps, agenda }: Report): RootContent[] {
  const items = gaps.map(({ question, ask, gap, high, low }) => [
    paragraph(strong(ask), ' ', code(question), `: ${gap} points apart`),
    list(
      [high, low].map(({ partner, score, words }) => [
        paragraph(words === null ? `${partner}: ${score}` : `${partner}: ${words} (${score})`),
      ]),
    ),
  ])
  return items.length === 0 ? [] : [list(items), ...agendaBlocks(agenda)]
}

function agendaBlocks(agenda: Report['agenda']): RootContent[] {
  if (agenda === null) return []
  const items = agenda.points.map(({ minutes, ask, opening }) => [
    paragraph(`Minutes ${minutes}: `, strong(ask)),
    list([[paragraph(`To open: “${opening}”`)]]),
  ])
  return section(3, 'An agenda for it', [
    paragraph(agenda.lead),
    list(items),
    paragraph(agenda.close),
  ])
}

function mirrorBlocks({ mirrors }: Report): RootContent[] {
  const items = mirrors.map(({ question, ask, own, others, gap }) => [
    paragraph(strong(ask), ' ', code(question), `: ${gap}`),
    list([[paragraph(own)], [paragraph(others)]]),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function sayDoBlocks({ sayAndDo }: Report): RootContent[] {
  if (sayAndDo === null) return []
  const { claimed, notLived, confident } = sayAndDo
  const rows = (title: string, about: string, items: readonly SaidRow[]) =>
    section(3, title, items.length === 0 ? [] : [paragraph(about), list(items.map(saidItem))])
  const sure = confident.map(({ dimension, sentence }) => [
    paragraph(strong(dimension), `: ${sentence}`),
  ])
  return [
    ...rows(
      'Claimed, not written',
      'People say it is in place; the plan does not hold it.',
      claimed,
    ),
    ...rows(
      'Written, not lived',
      'The plan holds it; people do not see it, or do not know of it.',
      notLived,
    ),
    ...section(3, 'Surer than the evidence', sure.length === 0 ? [] : [list(sure)]),
  ]
}

function saidItem({ question, ask, partners, evidence }: SaidRow): readonly BlockContent[] {
  const lines = evidence.map(({ title, place, check }) => [
    paragraph(`${title}`, ...(place === null ? [] : [', ', code(place)]), ' ', code(check)),
  ])
  return [paragraph(strong(ask), ' ', code(question), `: ${partners.join(', ')}`), list(lines)]
}

function writtenBlocks({ written }: Report): RootContent[] {
  if (written === null) return []
  const { headline, dimensions, findings, rest } = written
  const items = findings.map(({ severity, message, fix, place, check, waived }) => [
    paragraph(strong(severity), ` ${message}, `, code(place), ' ', code(check)),
    ...(waived === null && fix === null ? [] : [list([[paragraph(waived ?? fix ?? '')]])]),
  ])
  return [
    paragraph(headline),
    table(
      ['Dimension', 'Score', ''],
      dimensions.map(({ title, score, value }) => [title, score, text(bar(value))]),
      [1],
    ),
    ...(items.length === 0 ? [paragraph('The checks find nothing wrong in it.')] : [list(items)]),
    ...(rest === 0 ? [] : [paragraph(`And ${rest} more; “accordant check” lists them all.`)]),
  ]
}

function stepBlocks({ nextSteps }: Report): RootContent[] {
  return nextSteps.days.flatMap(({ title, about, steps }): RootContent[] => [
    heading(3, title),
    paragraph(about),
    list(steps.map(stepItem)),
  ])
}

function stepItem(step: Step): readonly BlockContent[] {
  const facts = [
    ...(step.who.length === 0 ? [] : [step.who.join(', ')]),
    `${step.effort} effort`,
    `up to ${step.gain} points`,
  ]
  return [
    paragraph(step.do),
    list([
      ...(step.done === null ? [] : [[paragraph(`Done when: ${step.done}`)]]),
      [paragraph(`${facts.join(' · ')} · `, code(step.question))],
    ]),
  ]
}

function furtherBlocks({ nextSteps }: Report): RootContent[] {
  return nextSteps.further.length === 0 ? [] : [list(nextSteps.further.map(stepItem))]
}

function openBlocks({ open }: Report): RootContent[] {
  const items = open.map(({ question, ask, who }) => [
    paragraph(`${ask} `, code(question)),
    list(who.map((line) => [paragraph(line)])),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function remarkBlocks(remarks: readonly Remark[]): RootContent[] {
  const items = remarks.map(({ question, ask, partner, text: words }) => [
    paragraph(`${ask} `, code(question)),
    list([[paragraph(`${partner}: “${words.trim()}”`)]]),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function answerBlocks({ answers }: Report): RootContent[] {
  return answers.flatMap(({ dimension, partners, rows }): RootContent[] => [
    heading(3, dimension),
    list(
      rows.map(({ question, ask, cells }) => {
        const line = (cell: string, index: number) =>
          partners.length < 2 ? cell : `${partners[index]}: ${cell}`
        return [
          paragraph(`${ask} `, code(question)),
          list(cells.map((cell, index) => [paragraph(line(cell, index))])),
        ]
      }),
    ),
  ])
}

function methodBlocks({ method }: Report): RootContent[] {
  return [
    ...method.sentences.map((sentence) => paragraph(sentence)),
    table(
      ['Level', 'Score from', 'Every dimension from'],
      method.levels.map(({ title, score, weakest }) => [title, score, weakest]),
      [1, 2],
    ),
    list(
      method.provenance.map(({ what, value }) => [
        paragraph(`${what}: `, what === 'Hash' ? code(value) : value),
      ]),
    ),
  ]
}
