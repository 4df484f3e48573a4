import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const example = join(root, 'examples', 'northwind-contoso')
const response = join(example, 'responses', 'northwind-r1.yaml')
const folder = mkdtempSync(join(tmpdir(), 'accordant-parts-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Which of these libraries stand in the parts of the built program that a command loads; each by a word of its own. */
const marks = {
  zod: '_zod',
  commander: 'helpCommand',
  yaml: 'YAMLParseError',
  inquirer: 'ExitPromptError',
}

function librariesOf(...argv: readonly string[]): readonly string[] {
  const script = `
    process.on('exit', () => process.stderr.write('\\nparts ' + JSON.stringify(Object.keys(require.cache))))
    require(${JSON.stringify(join(root, 'dist', 'start.js'))}).start(${JSON.stringify(root)})`
  const { stderr } = spawnSync(process.execPath, ['-e', script, 'accordant', ...argv], {
    encoding: 'utf8',
  })
  const files: readonly string[] = JSON.parse(stderr.split('\nparts ')[1] ?? '[]')
  expect(files.length).toBeGreaterThan(1)
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  return Object.entries(marks).flatMap(([library, word]) => (code.includes(word) ? [library] : []))
}

describe('the parts of the built program', () => {
  it.each([
    ['report', [response, '--format', 'json']],
    ['report', [response]],
    ['report', [example]],
    ['explain', ['trust', example]],
  ])('load no library that %s %j does not need', (command, argv) => {
    expect(librariesOf(command, ...argv)).toEqual(['commander'])
  })

  it('load the schema library only to say what is wrong', () => {
    const wrong = join(folder, 'response.yaml')
    writeFileSync(wrong, 'accordant: response/1\npartner: 1\n')
    expect(librariesOf('report', wrong)).toEqual(['zod', 'commander'])
  })
})
