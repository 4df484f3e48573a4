import type { Definition, InlineCode, LinkReference, Nodes, Root, RootContent } from 'mdast'

import type { SectionName } from '../model/house-style.ts'
import type { Report } from '../report/report.ts'
import { answerSections } from './answers.ts'
import { changeSections } from './changes.ts'
import { buildCommentBlocks } from './commentary.ts'
import { buildFirstPage } from './first-page.ts'
import { gapSections } from './gaps.ts'
import { heading, list, paragraph, section, strong, table, withId } from './nodes.ts'
import { buildPartnerPageBlocks } from './partner-page.ts'
import { planSections } from './plan.ts'
import { stepSections } from './steps.ts'

/** The report as a document tree, from which every document format is written. */
export function buildReportDocument(report: Report): Root {
  const children = [
    heading(1, report.title),
    ...buildHypothesisBlocks(report),
    ...(report.partnerPage === null
      ? [...buildFirstPage(report), ...buildSections(report)]
      : buildPartnerPageBlocks(report)),
  ]
  const shown = report.sections.includes('answers') ? report.answers : []
  const answered = shown.flatMap(({ rows }) => rows.map(({ question }) => question))
  return addLinks({ type: 'root', children }, new Set(answered))
}

function buildSections(report: Report): readonly RootContent[] {
  return report.sections.flatMap((name) =>
    section(2, { say: 'section-title', section: name }, [
      ...buildCommentBlocks(report, name),
      ...sectionBlocks[name](report),
    ]),
  )
}

const sectionBlocks: Readonly<Record<SectionName, (report: Report) => RootContent[]>> = {
  ...answerSections,
  ...changeSections,
  ...gapSections,
  ...planSections,
  ...stepSections,
}

/** Before anything else: that the figures are hypothetical. */
function buildHypothesisBlocks(report: Report): RootContent[] {
  const { hypothesis } = report
  if (hypothesis === null) return []
  const { lead, assumed, rows } = hypothesis
  return [
    paragraph(strong({ say: 'hypothetical' }), ' ', lead),
    list(
      assumed.map(({ question, ask, value }) => [
        paragraph(ask, ...withId(question, report), ' ', strong(value)),
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
