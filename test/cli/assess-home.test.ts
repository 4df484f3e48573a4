import { readdirSync } from 'node:fs'
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

const settings = (id: string) =>
  `accordant: config/1\nquestionnaire: small.yaml\npartnership: ${id}\n`

const form = (partnership: string) => `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: ${partnership}
partner: contoso
respondent: {id: r1}
`

/** What \`assess\` says without a terminal, without the name of the folder. */
async function assessed(folder: string, ...options: readonly string[]) {
  const { code, out, err } = await ran(['assess', ...options])
  return { code, out, err: err.replaceAll(folder, 'DIR') }
}

describe('assess in a folder that is no partnership', () => {
  it.each([
    ['is empty', {}],
    ['has files of others', { 'notes.txt': 'Ann', 'plan.yaml': 'steps: []\n', 'a.json': '{}' }],
    ['has an empty folder for responses', { 'responses/.gitkeep': '' }],
  ])('says so, offers init and writes nothing where it %s', async (_, files) => {
    const folder = aFolder(files)
    const before = readdirSync(folder, { recursive: true })
    expect(await assessed(folder, folder, '--partner', 'contoso')).toEqual({
      code: 2,
      out: '',
      err: `accordant: There is no partnership in "DIR": it has no settings, no plan and no responses
  Change into the folder of your partnership, or make one: accordant init NAME
`,
    })
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
  })

  it.each([
    ['settings', { 'accordant.yaml': settings('both') }],
    ['a plan', { 'plan.yaml': 'accordant: plan/1\n' }],
    ['a response', { 'responses/a.yaml': form('both') }],
    ['a response beside it', { 'a.yaml': form('both') }],
  ])('asks where there is %s', async (_, files) => {
    const folder = aFolder({ 'small.yaml': questionnaire, ...files })
    const { code, out } = await assessed(
      folder,
      folder,
      '--partner',
      'contoso',
      '--questionnaire',
      join(folder, 'small.yaml'),
    )
    expect({ code, out }).toEqual({ code: 3, out: 'trust.minutes\n' })
  })
})

describe('assess without a terminal and without --partner', () => {
  it('names the partners that can be named', async () => {
    const folder = aFolder({
      'accordant.yaml': `${settings('both')}partners: [{id: contoso}, {id: east, asked: false}, {id: north}]\n`,
      'small.yaml': questionnaire,
    })
    expect(await assessed(folder, folder)).toEqual({
      code: 2,
      out: '',
      err: 'accordant: Which partner is answering?\n  Name it: --partner contoso or --partner north\n',
    })
  })
})

describe('assess --response', () => {
  it('says that a file does not exist, and which one may be meant', async () => {
    const folder = aFolder({
      'accordant.yaml': settings('both'),
      'small.yaml': questionnaire,
      'responses/contoso-r1.yaml': form('both'),
    })
    const file = join(folder, 'responses', 'contoso-r1.yml')
    const { code, err } = await assessed(folder, '--response', file)
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: "DIR/responses/contoso-r1.yml" does not exist\n  Did you mean "DIR/responses/contoso-r1.yaml"?\n',
    })
  })

  it('continues a response that lies alone', async () => {
    const folder = aFolder({ 'small.yaml': questionnaire, 'form.yaml': form('both') })
    const { code, out } = await assessed(
      folder,
      ...['--response', join(folder, 'form.yaml')],
      ...['--questionnaire', join(folder, 'small.yaml')],
    )
    expect({ code, out }).toEqual({ code: 3, out: 'trust.minutes\n' })
  })

  describe('of another partnership', () => {
    const around = () =>
      aFolder({
        'own/accordant.yaml': settings('own'),
        'own/small.yaml': questionnaire,
        'other/accordant.yaml': settings('other'),
        'other/small.yaml': questionnaire,
        'other/responses/a.yaml': form('other'),
      })

    it("is refused in the folder of one's own, with where to go", async () => {
      const folder = around()
      const file = join(folder, 'other', 'responses', 'a.yaml')
      const { code, err } = await assessed(folder, join(folder, 'own'), '--response', file)
      expect({ code, err }).toEqual({
        code: 2,
        err: `accordant: "DIR/other/responses/a.yaml" is a response of the partnership "other"; this folder is of "own"
  To continue it, change into its own partnership's folder: cd DIR/other
`,
      })
    })

    it('is continued from a folder that is no partnership', async () => {
      const folder = around()
      const file = join(folder, 'other', 'responses', 'a.yaml')
      expect(await assessed(folder, folder, '--response', file)).toMatchObject({ code: 3 })
    })
  })
})

describe.each(['assess', 'report'])('%s in a folder that is no partnership', (command) => {
  const one = { 'north-south/accordant.yaml': settings('north-south') }

  it.each([
    [
      'there is none',
      {},
      'Change into the folder of your partnership, or make one: accordant init NAME',
    ],
    ['there is one below', one, 'Change into the folder of your partnership: cd DIR/north-south'],
    [
      'there are two below',
      { ...one, 'a b/accordant.yaml': settings('a-b') },
      'Change into the folder of your partnership: cd "DIR/a b" or cd DIR/north-south',
    ],
    [
      'there are many below',
      Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`${id}/accordant.yaml`, settings(id)])),
      'Change into the folder of your partnership, or make one: accordant init NAME',
    ],
  ])('says what to type where %s', async (_, files, hint) => {
    const folder = aFolder({ 'notes.txt': 'Ann', ...files })
    const { code, err } = await ran([command, folder])
    const problem = {
      assess: 'There is no partnership in "DIR": it has no settings, no plan and no responses',
      report: 'There is no response in "DIR"',
    }[command]
    expect({ code, err: err.replaceAll(folder, 'DIR') }).toEqual({
      code: 2,
      err: `accordant: ${problem}\n  ${hint}\n`,
    })
  })
})

describe('report in a partnership without responses', () => {
  it('says to interview a partner', async () => {
    const folder = aFolder({ 'accordant.yaml': settings('both') })
    const { code, err } = await ran(['report', folder])
    expect({ code, err: err.replaceAll(folder, 'DIR') }).toEqual({
      code: 2,
      err: 'accordant: There is no response in "DIR"\n  Nobody has answered yet. Interview a partner with "accordant assess"\n',
    })
  })
})
