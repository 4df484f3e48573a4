import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ran } from './support/memory-io.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'faulty')
const plans = readdirSync(folder).filter((name) => name !== 'README.md')

/** `12 roles.quorum` for every mark like `# <- roles.quorum` or `<!-- <- roles.quorum -->`. */
function marksIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const ids = / <- ([\w., -]*\w)/.exec(line)?.[1]?.split(', ') ?? []
    return ids.map((id) => `${index + 1} ${id}`)
  })
}

async function foundIn(file: string): Promise<readonly string[]> {
  const { out } = await ran(['check', file, '--today', '2026-11-23', '--format', 'json'])
  const { files } = JSON.parse(out) as {
    readonly files: readonly {
      readonly findings: readonly {
        readonly id: string
        readonly severity: string
        readonly line: number
        readonly places?: readonly { readonly line: number }[]
      }[]
    }[]
  }
  const findings = files.flatMap((checked) => checked.findings)
  const told = findings.filter(({ severity, id }) => severity !== 'info' || id === 'schema.value')
  const lines = told.flatMap(({ id, ...own }) =>
    (own.places ?? [own]).map(({ line }) => `${line} ${id}`),
  )
  return [...new Set(lines)]
}

describe('The plans in examples/faulty', () => {
  it('are ten or more, and the README of the folder lists each', () => {
    expect(plans.length).toBeGreaterThanOrEqual(10)
    const list = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(plans.filter((name) => !list.includes(`\`${name}\``))).toEqual([])
  })

  it.each(plans)('have findings on exactly the marked lines: %s', async (name) => {
    const file = join(folder, name)
    const marks = marksIn(readFileSync(file, 'utf8'))
    expect(marks).not.toEqual([])
    expect((await foundIn(file)).toSorted()).toEqual(marks.toSorted())
  })
})
