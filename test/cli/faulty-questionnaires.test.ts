import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adviceIds } from '../../src/model/finding-ids.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const root = join(import.meta.dirname, 'faulty-questionnaires')

/** One file each, or a folder with a `questionnaire.yaml`. */
function questionnairesIn(kind: string): readonly string[] {
  return readdirSync(join(root, kind)).toSorted()
}

/** `own.yaml:12 schema.type: Expected a number` for every mark like `# <- schema.type: Expected a number`. */
function marksIn(path: string): readonly string[] {
  return Object.entries(filesOf(path)).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => {
      const [, ...marks] = line.split('# <- ')
      return marks.map((mark) => `${file}:${index + 1} ${mark.trim()}`)
    }),
  )
}

/** Their names end in `.txt`, or a search for questionnaires would find them. */
function filesOf(path: string): Readonly<Record<string, string>> {
  const isFile = path.endsWith('.txt')
  const names = isFile ? [path] : readdirSync(join(root, path)).map((name) => join(path, name))
  return Object.fromEntries(
    names.map((name) => [
      isFile ? 'questionnaire.yaml' : basename(name, '.txt'),
      readFileSync(join(root, name), 'utf8'),
    ]),
  )
}

async function foundIn(path: string): Promise<{ code: number; found: readonly string[] }> {
  const folder = aFolder(filesOf(path))
  const main = join(folder, 'questionnaire.yaml')
  const argv = ['check', main, '--today', '2026-11-23', '--format', 'json']
  const { code, out } = await ran(argv)
  const { files } = JSON.parse(out) as {
    readonly files: readonly {
      readonly file: string
      readonly findings: readonly {
        readonly id: string
        readonly line: number
        readonly message: string
      }[]
    }[]
  }
  const found = files.flatMap(({ file, findings }) =>
    findings.map(({ id, line, message }) => {
      return `${basename(file)}:${line} ${id}: ${message}`
    }),
  )
  return { code, found }
}

describe.each([
  ['broken', 1, 40],
  ['advice', 0, adviceIds.length],
] as const)('The questionnaires in faulty-questionnaires/%s', (kind, exit, least) => {
  const paths = questionnairesIn(kind).map((name) => `${kind}/${name}`)

  it('cover many kinds of mistake', () => {
    expect(paths.length).toBeGreaterThanOrEqual(least)
  })

  it.each(paths)('have findings on exactly the marked lines: %s', async (path) => {
    const marks = marksIn(path)
    expect(marks).not.toEqual([])
    const { code, found } = await foundIn(path)
    expect(found.toSorted()).toEqual(marks.toSorted())
    expect(code).toBe(exit)
  })
})

describe('The guide to advice', () => {
  it('has an example for every id of advice, and no others', () => {
    const met = questionnairesIn('advice').flatMap((name) =>
      marksIn(`advice/${name}`).map((mark) => / ([a-z-]+\.[a-z-]+): /.exec(mark)?.[1]),
    )
    expect([...new Set(met)].toSorted()).toEqual(adviceIds.toSorted())
  })
})
