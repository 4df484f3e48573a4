import { compileChecks } from '../../src/checks/compile-checks.ts'
import { judgePlan } from '../../src/checks/judge-plan.ts'
import { resolveSeverity } from '../../src/checks/severity.ts'
import { decode } from '../../src/model/decode.ts'
import { type Check, listQuestions, type Questionnaire } from '../../src/model/questionnaire.ts'
import { stages } from '../../src/model/vocabulary.ts'
import { writeYaml } from '../../src/reading/edit.ts'
import { describeKinds } from '../../src/report/explain/explain.ts'
import { say } from '../../src/words/say-message.ts'
import { sayReport } from '../../src/words/say-report.ts'

type Dimension = Questionnaire['dimensions'][number]

/** One page for each check, and one that lists them; by their names in docs/checks. */
export function checkPages(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const pages = new Map([['README.md', listOf(questionnaire)]])
  for (const dimension of questionnaire.dimensions) {
    for (const check of dimension.checks) {
      pages.set(`${check.id}.md`, pageOf(check, dimension, questionnaire))
    }
  }
  return pages
}

function listOf({ dimensions }: Questionnaire): string {
  const parts = dimensions.map(({ title, checks }) => {
    const rows = checks.map(
      (check) => `| [\`${check.id}\`](${check.id}.md) | ${check.title} | ${shortSeverity(check)} |`,
    )
    return `## ${title}\n\n| Check | Title | Severity |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `${generated}# What \`accordant check\` looks at

The checks of the built-in questionnaire \`partnership-readiness\`. \`accordant explain ID\` prints the same page in the
terminal. A severity applies from its stage on: what is a hint while you are exploring may be an error once you have agreed.

${parts.join('\n')}`
}

function pageOf(check: Check, dimension: Dimension, questionnaire: Questionnaire): string {
  const { id, title, why = '', fix = '', examples } = check
  return `${generated}# ${title}

\`${id}\` · [all checks](README.md) · ${dimension.title}

${flat(why)}

**What to do.** ${flat(fix)}

| ${stages.join(' | ')} |
| ${stages.map(() => '---').join(' | ')} |
| ${stages.map((stage) => resolveSeverity({ ...check, kinds: {} }, stage, 'contract')).join(' | ')} |

${kindLines(check)}${evidence(check, questionnaire)}## Passes

${yaml(examples?.good)}
## Fails

${yaml(examples?.bad)}
> ${messageOn(examples?.bad, check, questionnaire)}

## The expression

${expressions(check)}
## How to waive it

${waiving(check)}`
}

/** What the kind of a plan changes, in the words of `explain`. */
function kindLines(check: Check): string {
  const lines = describeKinds(check).map((line) => `- ${sayReport(line)}`)
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}

const generated =
  '<!-- Written by `npm run docs` from questionnaires/partnership-readiness. -->\n\n'

function evidence({ supports }: Check, questionnaire: Questionnaire): string {
  const asked = listQuestions(questionnaire).filter(({ id }) => supports.includes(id))
  if (asked.length === 0) return ''
  const rows = asked.map(({ id, ask }) => `- ${flat(ask)} \`${id}\``)
  return `It looks for written evidence on these questions:\n\n${rows.join('\n')}\n\n`
}

/** The message of the first finding in a plan that has only this much in it. */
function messageOn(fragment: unknown, { id }: Check, questionnaire: Questionnaire): string {
  const { value: plan } = decode('plan', { accordant: 'plan/1', ...Object(fragment) })
  if (plan === null) throw new TypeError(`The bad example of ${id} is not a plan`)
  const { checks } = compileChecks(questionnaire)
  const own = checks.filter(({ check }) => check.id === id)
  const { outcomes } = judgePlan(own, { plan, today: '2026-11-23' })
  return say(outcomes[0]?.findings[0]?.message ?? '')
}

function expressions(check: Check): string {
  const rows = [
    ...(check.when === undefined ? [] : [['Only when', check.when]]),
    ...(check.for === undefined ? [] : [['For each item of', check.for]]),
    ['Passes if', check.assert],
  ]
  return rows
    .map(([label, code = '']) => `${label}:\n\n\`\`\`text\n${flat(code)}\n\`\`\`\n`)
    .join('\n')
}

function waiving({ id, protected: isProtected }: Check): string {
  if (isProtected) return 'This check cannot be waived.\n'
  return `For a while and for a reason, in the plan, on the line above the finding:

\`\`\`yaml
# accordant-waive ${id} by=p1 until=2027-03-31 -- why it can wait
\`\`\`

To switch it off for good, in \`accordant.yaml\`: \`severity: {${id}: off}\`.
`
}

function shortSeverity(check: Check): string {
  const { severity } = check
  if (typeof severity === 'string') return severity
  const words = stages.flatMap((stage) => {
    const word = severity[stage]
    return word === undefined || word === 'off'
      ? []
      : [stage === 'exploring' ? word : `${word} from ${stage} on`]
  })
  return words.join(', ')
}

function yaml(example: unknown): string {
  return `\`\`\`yaml\n${writeYaml(example)}\`\`\`\n`
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
