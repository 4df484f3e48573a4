import { adviceGuides } from '../../src/words/en/finding-guides.ts'

/** docs/questionnaire-advice.md: what `check` looks for in a questionnaire that can be used. */
export function questionnaireAdvice(): string {
  const sections = Object.entries(adviceGuides).map(
    ([id, { title, why, fix }]) => `## \`${id}\`\n\n**${title}.** ${why}\n\nWhat to do: ${fix}\n`,
  )
  return `<!-- Written by \`npm run docs\` from what the program knows. -->

# What \`check\` looks for in a questionnaire

\`accordant check questionnaire.yaml\` first finds what keeps a questionnaire from being used: mistakes in the YAML, unknown keys,
ids that lead nowhere, conditions that cannot be read. Those are errors. In one that can be used it then looks for what a
good author would look for. These are warnings, and one is information: the exit code stays 0 unless \`--fail-on warning\` is given. Each has its
line, and \`accordant explain ID\` says what stands here.

The rules on wording are made for English. They go by patterns, and a pattern can be wrong: where you know better, leave the
sentence as it is. A rule that does not suit your house is set to \`off\`, \`info\` or \`error\` in \`accordant.yaml\`, and single findings
can be noted [in a baseline](living-with-findings.md):

\`\`\`yaml
accordant: config/1
severity: {question.jargon: off, check.no-example: error}
\`\`\`

${sections.join('\n')}`
}
