import type {
  Definition,
  InlineCode,
  LinkReference,
  Nodes,
  Paragraph,
  Root,
  RootContent,
} from 'mdast'

import type { SectionName } from '../model/house-style.ts'
import type { Report } from '../report/report.ts'
import type { SectionBlock, SectionLine } from '../report/section-block.ts'
import { answerSections } from './answers.ts'
import { changeSections } from './changes.ts'
import { buildFirstPage } from './first-page.ts'
import { gapSections } from './gaps.ts'
import { code, heading, list, paragraph, section, strong, table } from './nodes.ts'
import { planSections } from './plan.ts'
import { stepSections } from './steps.ts'

/** The report as a document tree, from which every document format is written. */
export function buildReportDocument(report: Report): Root {
  const children = [
    heading(1, report.title),
    ...buildHypothesisBlocks(report),
    ...buildFirstPage(report),
    ...report.sections.flatMap((name) =>
      section(2, { say: 'section-title', section: name }, buildSectionBlocks(name, report)),
    ),
  ]
  const shown = report.sections.includes('answers') ? report.answers : []
  const answered = shown.flatMap(({ rows }) => rows.map(({ question }) => question))
  return addLinks({ type: 'root', children }, new Set(answered))
}

type PlainSectionName = keyof Report['plainSections']

/** The sections with a drawing of their own. The others are made of plain blocks. */
const sectionBlocks: Readonly<
  Record<Exclude<SectionName, PlainSectionName>, (report: Report) => RootContent[]>
> = {
  ...answerSections,
  ...changeSections,
  ...gapSections,
  ...planSections,
  ...stepSections,
  strengths: buildStrengthBlocks,
}

function buildSectionBlocks(name: SectionName, report: Report): RootContent[] {
  return isPlain(name, report)
    ? report.plainSections[name].map(drawBlock)
    : sectionBlocks[name](report)
}

function isPlain(name: SectionName, { plainSections }: Report): name is PlainSectionName {
  return name in plainSections
}

function drawBlock(block: SectionBlock): RootContent {
  if ('paragraph' in block) return drawLine(block.paragraph)
  if ('rows' in block) return table(block.head, block.rows)
  return list(
    block.list.map(({ line, under }) => [
      drawLine(line),
      ...(under === undefined ? [] : [list(under.map((own) => [drawLine(own)]))]),
    ]),
  )
}

function drawLine(line: SectionLine): Paragraph {
  return paragraph(
    ...line.map((part) => (typeof part !== 'string' && 'code' in part ? code(part.code) : part)),
  )
}

function buildStrengthBlocks({ strengths }: Report): RootContent[] {
  const items = strengths.strongest.map(({ question, ask, score }) => [
    paragraph(ask, ' ', strong(score), ' ', code(question)),
  ])
  return items.length === 0 ? [] : [list(items)]
}

/** Before anything else: that the figures are hypothetical. */
function buildHypothesisBlocks({ hypothesis }: Report): RootContent[] {
  if (hypothesis === null) return []
  const { lead, assumed, rows } = hypothesis
  return [
    paragraph(strong({ say: 'hypothetical' }), ' ', lead),
    list(
      assumed.map(({ question, ask, value }) => [
        paragraph(ask, ' ', code(question), ': ', strong(value)),
      ]),
    ),
    table(
      ['', { say: 'hypothesis-answered' }, { say: 'hypothesis-assumed' }],
      rows.map(({ what, answered, assumed: then }) => [what, answered, then]),
      [],
      { say: 'hypothesis-caption' },
    ),
  ]
}

/**
 * The tree, with every mention of a question that has a heading of its own linked to it. The links' targets stand at the
 * end of the document, so that plain text reads on undisturbed.
 */
export function addLinks(root: Root, ids: ReadonlySet<string>): Root {
  const used = new Set<string>()
  const link = (node: Nodes): void => {
    if (node.type === 'heading' || !('children' in node)) return
    for (const [index, child] of node.children.entries()) {
      if (child.type === 'inlineCode' && ids.has(child.value)) {
        used.add(child.value)
        Object.assign(node.children, { [index]: createLink(child) })
      } else link(child)
    }
  }
  link(root)
  return { ...root, children: [...root.children, ...[...used].sort().map(createDefinition)] }
}

/** What code hosts and browsers make of a heading that holds only this id: its letters, digits and hyphens. */
function toQuestionAnchor(id: string): string {
  return id.replaceAll(/[^a-z0-9-]/g, '')
}

function createLink(node: InlineCode): LinkReference {
  return {
    type: 'linkReference',
    referenceType: 'shortcut',
    ...createLabel(node.value),
    children: [node],
  }
}

function createDefinition(id: string): Definition {
  return { type: 'definition', ...createLabel(id), url: `#${toQuestionAnchor(id)}` }
}

function createLabel(id: string): { readonly identifier: string; readonly label: string } {
  return { identifier: `\`${id}\``, label: `\`${id}\`` }
}
