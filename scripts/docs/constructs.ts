import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { readYaml } from '../../src/reading/yaml.ts'

const text = z.string()
const file = z.record(text, z.array(z.tuple([text, text, text, text, text])))

const questionnaires = {
  '': 'partnership-readiness',
  health: 'partnership-health',
  capability: 'collaboration-capability',
  five: 'five-days-of-action',
} as const

/** What the literature says matters, with our questions and checks. Throws if a row names an unknown id, or leaves something out without a reason. */
export async function constructs(root: string): Promise<string> {
  const path = join(root, 'scripts', 'docs', 'constructs.yaml')
  const areas = file.parse(readYaml(readFileSync(path), path).value)
  const known = await knownIds(root)
  const sections = Object.entries(areas).map(([area, rows]) =>
    [
      `## ${area}`,
      '',
      '| Construct | Sources | Questions | Checks of the plan | Left out, and why |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(([construct, sources, questions, checks, left]) => {
        if ((questions === '' || checks === '') && left === '')
          throw new Error(`"${construct}" leaves something out without a reason`)
        const cells = [idsIn(questions, known.questions), idsIn(checks, known.checks)]
        return `| ${[construct, sources, ...cells, left].join(' | ')} |`
      }),
    ].join('\n'),
  )
  const count = Object.values(areas).flat().length
  return `<!-- written by npm run docs from scripts/docs/constructs.yaml -->

# What the literature says matters, and where we ask about it

${count} constructs from instruments and studies of partnerships, with the questions that ask people about each and the checks that look for it in
the written plan. Ids without a colon belong to \`partnership-readiness\`; \`health:\` is \`partnership-health\`, \`capability:\` is
\`collaboration-capability\`, \`five:\` is \`five-days-of-action\`. [coverage.md](coverage.md) goes the other way for
\`partnership-readiness\`: every question and every check with its reason.

No source supports one weighting for all partnerships, so every dimension has the same weight unless a questionnaire says otherwise.

${sections.join('\n\n')}
`
}

async function knownIds(root: string) {
  const questions = new Set<string>()
  const checks = new Set<string>()
  for (const [short, name] of Object.entries(questionnaires)) {
    const { questionnaire } = await loadQuestionnaireFile(
      join(root, 'questionnaires', name, 'questionnaire.yaml'),
      { root },
    )
    const full = (id: string) => (short === '' ? id : `${short}:${id}`)
    for (const { id } of listQuestions(questionnaire)) questions.add(full(id))
    for (const dimension of questionnaire.dimensions) {
      for (const { id } of dimension.checks) checks.add(full(id))
    }
  }
  return { questions, checks }
}

function idsIn(list: string, known: ReadonlySet<string>): string {
  const ids = list.split(' ').filter((id) => id !== '')
  for (const id of ids) if (!known.has(id)) throw new Error(`Nothing is called "${id}"`)
  return ids.map((id) => `\`${id}\``).join(', ')
}
