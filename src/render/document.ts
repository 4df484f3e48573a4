import type { Root, RootContent } from 'mdast'
import type { SectionName } from '../model/house-style.ts'
import type { Report } from '../report/report.ts'
import { buildAnswerBlocks, buildOpenBlocks, buildRemarkBlocks } from './answers.ts'
import { buildChangeBlocks, buildSignBlocks } from './changes.ts'
import { buildFirstPage } from './first-page.ts'
import {
  buildAgreementBlocks,
  buildGapBlocks,
  buildMethodBlocks,
  buildMirrorBlocks,
} from './gaps.ts'
import { addLinks } from './links.ts'
import { code, heading, list, paragraph, section, strong, table } from './nodes.ts'
import { buildPlanBlocks, buildSayDoBlocks } from './plan.ts'
import { buildFurtherStepBlocks, buildPathBlocks, buildStepBlocks } from './steps.ts'

/** The report as a document tree, from which every document format is written. */
export function buildReportDocument(report: Report): Root {
  const children = [
    heading(1, report.title),
    ...buildHypothesisBlocks(report),
    ...buildFirstPage(report),
    ...report.sections.flatMap((name) =>
      section(2, { say: `section-${name}` }, sectionBlocks[name](report)),
    ),
  ]
  const shown = report.sections.includes('answers') ? report.answers : []
  const answered = shown.flatMap(({ rows }) => rows.map(({ question }) => question))
  return addLinks({ type: 'root', children }, new Set(answered))
}

/** What each section says; its title is the sentence `section-` with its name. */
const sectionBlocks: Readonly<Record<SectionName, (report: Report) => RootContent[]>> = {
  changes: buildChangeBlocks,
  signs: buildSignBlocks,
  gaps: buildGapBlocks,
  mirrors: buildMirrorBlocks,
  'say-and-do': buildSayDoBlocks,
  plan: buildPlanBlocks,
  path: buildPathBlocks,
  'next-steps': buildStepBlocks,
  strengths: buildStrengthBlocks,
  open: buildOpenBlocks,
  'not-applicable': ({ notApplicable }) => buildRemarkBlocks(notApplicable),
  notes: ({ notes }) => buildRemarkBlocks(notes),
  'further-steps': buildFurtherStepBlocks,
  answers: buildAnswerBlocks,
  agreement: buildAgreementBlocks,
  method: buildMethodBlocks,
}

function buildStrengthBlocks({ strengths: standing }: Report): RootContent[] {
  const items = standing.strongest.map(({ question, ask, score }) => [
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
