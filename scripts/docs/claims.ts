import { claims } from '../../test/report/claims/claims.ts'

/** Every sentence of the report that claims something, with the condition under which it is written, and the test that holds it to that. */
export function claimsPage(): string {
  const rows = Object.entries(claims).map(
    ([id, { when, test }]) =>
      `| \`${id}\` | ${capitalise(when)} | ${test === undefined ? 'property' : `\`${test}\``} |`,
  )
  return `# What a report claims, and when

The report says a sentence only under the condition beside it. “property” means that \`test/report/claims\` works the condition
out anew from the answers of random partnerships (one person, one partner, all alike, halves apart, ties, up to six partners) and
holds every sentence that is written against it; for the others the test that does so is named. The words of each sentence are in
\`src/words/en/report-*.ts\` under its id.

| sentence | written when | held by |
| --- | --- | --- |
${rows.join('\n')}
`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
