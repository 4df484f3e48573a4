import { adviceGuides } from '../../src/words/en/finding-guides.ts'

/** docs/questionnaire-advice.md: what `check` looks for in a questionnaire without errors. */
export function questionnaireAdvice(): string {
  const sections = Object.entries(adviceGuides).map(
    ([id, { title, why, fix }]) => `## \`${id}\`\n\n**${title}.** ${why}\n\nWhat to do: ${fix}\n`,
  )
  return `<!-- Written by \`npm run docs\` from the program's own texts. -->

# What \`check\` looks for in a questionnaire

\`accordant check questionnaire.yaml\` first finds what makes a questionnaire unusable: mistakes in the YAML, unknown keys,
ids that do not exist, conditions that cannot be read. These are errors. If there are none, it looks for what a
good author would look for. These findings are warnings, except one, which is information: the exit code stays 0 unless you
add \`--fail-on warning\`. Each has its line, and \`accordant explain ID\` prints the same text as this page.

The rules on wording are made for English. They use patterns, and a pattern can be wrong: if you know better, keep your
sentence. If a rule does not suit your house, set it to \`off\`, \`info\` or \`error\` in \`accordant.yaml\`. You can put single findings
[in a baseline](living-with-findings.md):

\`\`\`yaml
accordant: config/1
severity: {question.jargon: off, check.no-example: error}
\`\`\`

${sections.join('\n')}`
}
