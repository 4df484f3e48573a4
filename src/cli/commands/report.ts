import { writeWhole } from '../../files/write-whole.ts'
import { quotedList, suggestion } from '../../model/did-you-mean.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { type Assessment, type AssessmentOptions, assessPaths } from '../assessment.ts'
import type { Io } from '../io.ts'
import { findingsText } from '../say.ts'
import { verdictLine } from '../verdict-line.ts'

interface ReportOptions extends AssessmentOptions {
  readonly format?: readonly string[]
}

type Renderer = (assessment: Assessment) => Promise<string>

/** Scores the responses and writes the report in every format asked for. */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  const outputs = outputsOf(options.format ?? ['markdown'])
  const assessment = await assessPaths(options, io)
  io.stderr.write(findingsText(assessment.findings))
  for (const { render, file } of outputs) {
    const text = await render(assessment)
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  io.stderr.write(`${verdictLine(assessment)}\n`)
  return assessment.result.verdict.pass ? exitCode.fine : exitCode.findings
}

const renderers: Readonly<Record<string, Renderer>> = {
  markdown: renderMarkdown,
  json: async ({ result }) => (await import('../../render/json.ts')).json(result),
}

export async function renderMarkdown(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../../report/report.ts')
  const { markdown } = await import('../../render/markdown.ts')
  return markdown(buildReport(assessment))
}

function outputsOf(
  formats: readonly string[],
): readonly { readonly render: Renderer; readonly file: string | null }[] {
  const outputs = formats.map((format) => {
    const [name = '', ...rest] = format.split('=')
    const render = Object.hasOwn(renderers, name) ? renderers[name] : undefined
    const known = Object.keys(renderers)
    if (render === undefined) {
      throw new Fault(
        `Unknown format "${name}"${suggestion(name, known) || `; expected one of ${quotedList(known)}`}`,
      )
    }
    const file = rest.length === 0 ? null : rest.join('=')
    if (file === '') throw new Fault(`"--format ${name}=" names no file`)
    return { render, file }
  })
  const named = outputs.flatMap(({ file }) => (file === null ? [] : [file]))
  if (outputs.length - named.length > 1) {
    throw new Fault('Only one format can go to standard output', {
      hint: 'Give the others a file, like "--format json=result.json"',
    })
  }
  const twice = named.find((file, index) => named.indexOf(file) !== index)
  if (twice !== undefined) throw new Fault(`Two formats would write to "${twice}"`)
  return outputs
}
