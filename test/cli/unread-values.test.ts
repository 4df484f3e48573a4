import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'faulty')
// Nothing can be judged in a file whose syntax is broken.
const plans = readdirSync(folder).filter((name) => /\.yaml$/.test(name) && name !== 'cut-off.yaml')

interface Damage {
  /** Of the line that is now wrong. */
  readonly line: number
  readonly id: string
  readonly text: string
  /** The file with right values instead. */
  readonly meant: readonly string[]
}

/** How a line is damaged in one way, and right lines that it may have been meant as; null where it cannot be. */
type Planter = (
  line: string,
  ids: readonly string[],
) => { readonly id: string; readonly damaged: string; readonly meant: readonly string[] } | null

const datePattern = /: \d{4}-\d{2}-\d{2}(?=[\s,}]|$)/
const durationPattern = /every: P\w+/
const idPattern = /\b(id|owner|sponsor|manager|partner|chair|deputy|accountable): ([a-z][\w-]*)/

const planters: Readonly<Record<string, Planter>> = {
  date: (line) => ({
    id: 'schema.value',
    damaged: line.replace(datePattern, ': soon'),
    meant: ['2020-01-01', '2099-01-01'].map((day) => line.replace(datePattern, `: ${day}`)),
  }),
  duration: (line) => ({
    id: 'schema.value',
    damaged: line.replace(durationPattern, 'every: monthly'),
    meant: ['P1D', 'P9Y'].map((time) => line.replace(durationPattern, `every: ${time}`)),
  }),
  id: (line, ids) => ({
    id: 'schema.value',
    damaged: line.replace(idPattern, '$1: Our $2'),
    meant: [...ids, 'nobody'].map((id) => line.replace(idPattern, `$1: ${id}`)),
  }),
  duplicate: (line) => {
    const [, start = '', key] = /^( *(?:- )?)([a-z]+): [^|>[{]/i.exec(line) ?? []
    if (key === undefined || key === 'accordant') return null
    const again = `${start.replace('-', ' ')}${key}: Another`
    return { id: 'yaml.duplicate-key', damaged: `${line}\n${again}`, meant: [again, '#'] }
  },
}

/** Several of the lines that are no planted fault's own, spread over the file. */
function plant(text: string, planter: Planter, count: number): readonly Damage[] {
  const lines = text.split('\n')
  const ids = [...new Set(lines.flatMap((line) => idPattern.exec(line)?.[2] ?? []))]
  const all = lines.flatMap((line, index): readonly Damage[] => {
    const planted = line.includes(' <- ') ? null : planter(line, ids)
    if (planted === null || planted.damaged === line) return []
    const write = (own: string) => lines.with(index, own).join('\n')
    const added = planted.damaged.split('\n').length - 1
    // Each of them is as long as the damaged one, so that all lines keep their numbers.
    const meant = planted.meant.map((own) => write(own + '\n#'.repeat(added)))
    return [{ line: index + 1 + added, id: planted.id, text: write(planted.damaged), meant }]
  })
  return all.filter((_one, index) => index % Math.max(1, Math.ceil(all.length / count)) === 0)
}

/** The checks that a planted fault is of, with its line. */
function marksIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const ids = / <- ([\w., -]*\w)/.exec(line)?.[1]?.split(', ') ?? []
    return ids.map((id) => `${index + 1} ${id}`)
  })
}

interface CheckedPlan {
  readonly file: string
  readonly findings: readonly {
    readonly id: string
    readonly severity: string
    readonly line: number
    readonly places?: readonly { readonly line: number }[]
  }[]
  readonly unread: readonly { readonly check: string; readonly lines: readonly number[] }[]
}

async function checkAll(files: Readonly<Record<string, string>>): Promise<readonly CheckedPlan[]> {
  const argv = ['check', aFolder(files), '--today', '2026-11-23', '--format', 'json']
  const { out } = await ran(argv)
  return (JSON.parse(out) as { readonly files: readonly CheckedPlan[] }).files
}

function listFound({ findings }: CheckedPlan): readonly string[] {
  const told = findings.filter(({ severity }) => severity !== 'info')
  const lines = told.flatMap(({ id, ...own }) =>
    (own.places ?? [own]).map(({ line }) => `${line} ${id}`),
  )
  return [...new Set(lines)]
}

/** Does it hang on the value whether a fault is found? */
async function needsValue({ meant }: Damage, mark: string): Promise<boolean> {
  const files = meant.map((text, index) => [`${index}.yaml`, text] as const)
  const checked = await checkAll(Object.fromEntries(files))
  return checked.some((plan) => !listFound(plan).includes(mark))
}

describe('A planted fault beside a wrong value', () => {
  let told = 0
  let lost = 0

  it.each(plans.flatMap((name) => Object.keys(planters).map((kind) => [name, kind] as const)))(
    'is found if it does not need the value, and nothing else is: %s, %s',
    async (name, kind) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const damages = plant(text, planters[kind] as Planter, 6)
      if (damages.length === 0) return
      const files = damages.map((one, index) => [`${index}.yaml`, one.text] as const)
      const checked = await checkAll(Object.fromEntries(files))
      for (const [index, damage] of damages.entries()) {
        const plan = checked.find(({ file }) => file.endsWith(`/${index}.yaml`)) as CheckedPlan
        const marks = marksIn(damage.text)
        const found = listFound(plan)
        const own = `${damage.line} ${damage.id}`
        expect(found).toContain(own)
        expect(found.filter((one) => one !== own && !marks.includes(one))).toEqual([])
        const missed = marks.filter((mark) => !found.includes(mark))
        told += marks.length
        lost += missed.length
        const unexplained = missed.filter((mark) => {
          const id = mark.split(' ')[1]
          const unread = plan.unread.find(({ check }) => check === id)
          return unread?.lines.includes(damage.line) !== true
        })
        for (const mark of unexplained) {
          expect({ mark, line: damage.line, needed: await needsValue(damage, mark) }).toEqual({
            mark,
            line: damage.line,
            needed: true,
          })
        }
      }
    },
  )

  it('is hardly ever one that needs it', () => {
    expect(told).toBeGreaterThan(1000)
    expect(lost / told).toBeLessThan(0.03)
  })
})
