import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readYaml } from '../../src/reading/yaml.ts'
import { formatIds, knownIds } from './known-ids.ts'

const ids = z.array(z.string())
const file = z.strictObject({
  points: z.record(
    z.string(),
    z.array(
      z.strictObject({
        point: z.string(),
        questions: ids.nonempty(),
        checks: ids,
        partly: z.string().optional(),
      }),
    ),
  ),
  plan: z.array(z.strictObject({ part: z.string(), signs: z.string(), checks: ids })),
})

/** Every point of the practice with our questions and checks. Throws if a row names an unknown id, or has no question. */
export async function coverage(root: string): Promise<string> {
  const path = join(root, 'scripts', 'docs', 'coverage.yaml')
  const { points, plan } = file.parse(readYaml(readFileSync(path), path).value)
  const known = await knownIds(root)
  const rows = Object.values(points).flat()
  const partly = rows.filter((row) => row.partly !== undefined).length
  const sections = Object.entries(points).map(([practice, own]) =>
    [
      `### ${practice}`,
      '',
      '| Point | Questions | Checks of the plan | Covered |',
      '| --- | --- | --- | --- |',
      ...own.map(
        ({ point, questions, checks, partly: rest }) =>
          `| ${point} | ${formatIds(questions, known.questions)} | ${checks.length === 0 ? 'no check' : formatIds(checks, known.checks)} | ${rest === undefined ? 'yes' : `partly: ${rest}`} |`,
      ),
    ].join('\n'),
  )
  return `<!-- written by npm run docs from scripts/docs/coverage.yaml -->

# What the built-in questionnaires cover

[constructs.md](constructs.md) lists what the literature says matters. This page lists what the practice says: six practices, and
what alliance coaches and practitioners add. Each row is one point of it, with the questions that ask people about it and the checks
that look for it in the written plan. Ids without a colon belong to \`partnership-readiness\`; \`health:\` is \`partnership-health\`,
\`capability:\` is \`collaboration-capability\`, \`five:\` is \`five-days-of-action\`. An id without a full stop is a question about the
respondents, which has no score.

${rows.length} points: ${rows.length - partly} are covered, ${partly} partly, and none is left out. Where no check can look for a point
in a plan, the table says "no check": only people can answer it.

## What people are asked

${sections.join('\n\n')}

## What the checks look at

Each row is a part of a written plan, with the signs that its checks look for. A test keeps this table true: it lists every check of
\`partnership-readiness\` once.

| Part of the plan | Signs | Checks |
| --- | --- | --- |
${plan.map(({ part, signs, checks }) => `| ${part} | ${signs} | ${formatIds(checks, known.checks)} |`).join('\n')}
`
}
