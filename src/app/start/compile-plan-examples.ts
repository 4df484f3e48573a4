import { writeWhole } from '../../files/write-whole.ts'
import { readYaml } from '../../reading/yaml.ts'
import { fillStarter, readStarter } from './starters.ts'

/** A step of the build: what `init` writes into a plan, with the examples of every stage, as JSON in the file `to`. */
export function compilePlanExamples(root: string, to: string): void {
  const values = {
    name: 'plan',
    partners: null,
    stage: 'closing',
    today: '2000-01-01',
    version: '',
    placeholders: {},
  } as const
  const text = fillStarter(readStarter('plan.yaml', { root }), values)
  const { value, findings } = readYaml(new TextEncoder().encode(text), 'plan.yaml')
  if (value === undefined)
    throw new Error(`The starter of a plan is broken: ${JSON.stringify(findings)}`)
  writeWhole(to, JSON.stringify(value))
}
