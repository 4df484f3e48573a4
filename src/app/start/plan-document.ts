import { writePlanForm } from '../../reading/plan-form.ts'
import { readYaml } from '../../reading/yaml.ts'
import { fillStarter, type StarterValues } from './starters.ts'

/**
 * A plan in Markdown to begin with, made of the starter in YAML: the same guidance, the same examples, and as much of them at each
 * stage. `frame` is what stands around its sections.
 */
export function fillPlanDocument(frame: string, starter: string, values: StarterValues): string {
  const begun = fillStarter(starter, values)
  const whole = fillStarter(starter, { ...values, stage: 'closing' })
  const blocks = begun.split('\n\n').map(readBlock)
  const firstSection = blocks.findIndex(({ key }) => key === 'partners')
  const front = blocks.slice(0, firstSection).filter(({ key }) => key !== null)
  const sections = writePlanForm({
    now: readValue(begun),
    whole: readValue(whole),
    guidance: new Map(blocks.slice(firstSection).map(({ key, guidance }) => [key ?? '', guidance])),
  })
  return frame
    .replace('{{front}}', () =>
      front.map(({ text }) => text.replaceAll(/^## /gm, '# ')).join('\n\n'),
    )
    .replace('{{name}}', () => values.name)
    .replace('{{sections}}', () => sections.trim())
}

interface StarterBlock {
  /** The first key in it, null where it only explains. */
  readonly key: string | null
  readonly guidance: string
  readonly text: string
}

function readBlock(text: string): StarterBlock {
  const lines = text.split('\n')
  const guidance = lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3))
  const first = lines.find((line) => /^(?:# )?[A-Za-z]+:/.test(line))
  const key = /[A-Za-z]+/.exec(first ?? '')?.[0] ?? null
  return { key, guidance: guidance.join('\n'), text: text.trim() }
}

function readValue(text: string): unknown {
  return readYaml(new TextEncoder().encode(text), 'plan.yaml').value
}
