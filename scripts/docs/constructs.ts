import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readYaml } from '../../src/reading/yaml.ts'
import { formatIds, knownIds } from './known-ids.ts'

const ids = z.array(z.string())
const row = z.strictObject({
  construct: z.string(),
  sources: z.string(),
  questions: ids,
  checks: ids,
  note: z.string().optional(),
  partly: z.literal(true).optional(),
})
const file = z.record(z.string(), z.array(row))

/** What the literature says matters, with our questions and checks. Throws if a row names an unknown id, or leaves something out without a reason. */
export async function constructs(root: string): Promise<string> {
  const path = join(root, 'scripts', 'docs', 'constructs.yaml')
  const areas = file.parse(readYaml(readFileSync(path), path).value)
  const known = await knownIds(root)
  const sections = Object.entries(areas).map(([area, rows]) =>
    [
      `## ${area}`,
      '',
      '| Construct | Sources | Questions | Checks of the plan | Covered | What is left out, and why |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map(({ construct, sources, questions, checks, note, partly }) => {
        const isLeftOut = questions.length === 0 || checks.length === 0 || partly === true
        if (isLeftOut && note === undefined) {
          throw new Error(`"${construct}" leaves something out without a reason`)
        }
        const cells = [
          construct,
          sources,
          formatIds(questions, known.questions),
          formatIds(checks, known.checks),
          partly === true ? 'partly' : 'yes',
          note ?? '',
        ]
        return `| ${cells.join(' | ')} |`
      }),
    ].join('\n'),
  )
  const rows = Object.values(areas).flat()
  const partly = rows.filter((each) => each.partly === true).length
  return `<!-- written by npm run docs from scripts/docs/constructs.yaml -->

# What the literature says matters, and where we ask about it

${rows.length} constructs from instruments and studies of partnerships, with the questions that ask people about each and the checks that look for it in
the written plan. ${rows.length - partly} are covered, ${partly} partly. Ids without a colon belong to \`partnership-readiness\`; \`health:\` is \`partnership-health\`,
\`capability:\` is \`collaboration-capability\`, \`five:\` is \`five-days-of-action\`. [coverage.md](coverage.md) does the same for the points of
the practice, and [validity.md](validity.md) says what this is good for.

No source supports one weighting for all partnerships, so every dimension has the same weight unless a questionnaire says otherwise.

${sections.join('\n\n')}
`
}
