import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)
const config = 'accordant: config/1\nquestionnaire: small.yaml\npartnership: both\n'
const plan = 'accordant: plan/1\nname: Cold chain\n'
const markdown = '---\naccordant: plan/1\n---\n# Cold chain\n'
const response = `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: contoso
respondent: {id: r1, role: Buyer}
completed: 2026-11-20T09:00:00Z
answers: {trust.minutes: yes}
`

/** The files that were checked, by their paths in the folder; `{}` in an argument is the folder. */
async function checked(folder: string, ...args: readonly string[]) {
  const paths = args.map((arg) => arg.replace('{}', folder))
  const { code, out, err } = await ran(['check', ...paths, '--format', 'json'])
  const { files } = JSON.parse(out) as { files: readonly { file: string; findings: unknown[] }[] }
  return { code, err, files: files.map(({ file }) => file.replace(`${folder}/`, '')) }
}

describe('A pattern', () => {
  const folder = () =>
    aFolder({
      'a.yaml': plan,
      'b.md': markdown,
      'notes.md': '# Notes of accordant\n',
      'plan.docx': 'PK\u0003\u0004accordant: plan/1',
      'our plans/c.yaml': plan,
      'our plans/deep/d.json': '{"accordant": "plan/1", "name": "D"}',
      'our plans/node_modules/e.yaml': plan,
    })

  it.each([
    ['{}/*.yaml', ['a.yaml']],
    ['{}/?.*', ['a.yaml', 'b.md']],
    ['{}/*.{yaml,md}', ['a.yaml', 'b.md']],
    ['{}/[ab].*', ['a.yaml', 'b.md']],
    ['{}/our plans/*.yaml', ['our plans/c.yaml']],
    ['{}/**/*.yaml', ['a.yaml', 'our plans/c.yaml']],
    ['{}/**/*', ['a.yaml', 'b.md', 'our plans/c.yaml', 'our plans/deep/d.json']],
  ])('stands for the files of ours that fit it: %s', async (pattern, files) => {
    expect(await checked(folder(), pattern)).toMatchObject({ files })
  })

  it('that fits no file is a fault', async () => {
    const { code, err } = await ran(['check', `${folder()}/*.yml`])
    expect(code).toBe(2)
    expect(err).toContain('Found nothing to check by the pattern')
  })

  it('passes over what git ignores, as a folder does', async () => {
    const here = aFolder({
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n*-old.yaml\n',
      'a.yaml': plan,
      'a-old.yaml': plan,
      'drafts/b.yaml': plan,
      'deep/c.yaml': plan,
      'deep/c-old.yaml': plan,
    })
    expect(await checked(here, '{}/**/*.yaml')).toMatchObject({ files: ['a.yaml', 'deep/c.yaml'] })
    expect(await checked(here, '{}')).toMatchObject({ files: ['a.yaml', 'deep/c.yaml'] })
    expect(await checked(here, '{}/drafts/*.yaml')).toMatchObject({ files: ['drafts/b.yaml'] })
  })
})

describe('What git ignores', () => {
  const ignored = (rules: string) => ({
    '.gitignore': rules,
    'accordant.yaml': config,
    'small.yaml': questionnaire,
    'plan.yaml': plan,
    'responses/contoso-r1.yaml': response,
    'responses/answers.docx': 'PK',
  })

  it('is checked where it is named: a file, and a folder', async () => {
    const folder = aFolder({ '.gitignore': 'out/\n', 'out/plan.yaml': plan, 'plan.yaml': plan })
    expect(await checked(folder, '{}')).toMatchObject({ files: ['plan.yaml'] })
    expect(await checked(folder, '{}/out')).toMatchObject({ files: ['out/plan.yaml'] })
    expect(await checked(folder, '{}/out/plan.yaml')).toMatchObject({ files: ['out/plan.yaml'] })
  })

  it('leaves nothing to check, and that is said', async () => {
    const { code, err } = await ran(['check', aFolder({ '.gitignore': '*', 'plan.yaml': plan })])
    expect(code).toBe(2)
    expect(err).toContain('Found nothing to check')
    expect(err).toContain('only if you name them')
  })

  it.each([['responses/\n'], ['responses/*\n'], ['*.yaml\n*.docx\n'], ['**\n']])(
    'is searched all the same among the responses of a partnership: %j',
    async (rules) => {
      const folder = aFolder({ '.git/HEAD': '', ...ignored(rules) })
      const { files } = await checked(folder, '{}')
      expect(files).toContain('responses/contoso-r1.yaml')
      expect(files).toContain('responses/answers.docx')
      const { code, out } = await ran(['report', folder, '--format', 'json'])
      expect(code).toBe(0)
      expect(out).toContain('"contoso"')
    },
  )

  it('is passed over in a folder called responses that is no partnership’s', async () => {
    const folder = aFolder({
      '.git/HEAD': '',
      '.gitignore': 'responses/\n',
      'plan.yaml': plan,
      'api/responses/other.yaml': plan,
    })
    expect(await checked(folder, '{}')).toMatchObject({ files: ['plan.yaml'] })
  })

  it('is not walked into, whatever is there', async () => {
    const deep = Object.fromEntries(
      Array.from({ length: 3 }, (_, at) => [`out/${at}/plan.yaml`, 'accordant: plan/1\n: [\n']),
    )
    const folder = aFolder({ '.gitignore': '/out\n', 'plan.yaml': plan, ...deep })
    expect(await checked(join(folder, '.'), '{}')).toMatchObject({ files: ['plan.yaml'] })
  })
})
