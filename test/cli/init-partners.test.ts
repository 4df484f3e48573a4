import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stages } from '../../src/model/vocabulary.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

function read(...path: readonly string[]) {
  const file = join(...path)
  return readYaml(readFileSync(file), file).value as Record<string, unknown>
}

/** What `init` writes for a new folder of that name, beside what it says. */
async function begun(name: string, ...options: readonly string[]) {
  const around = aFolder()
  const { code, err } = await ran(['init', join(around, name), ...options])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [folder = ''] = readdirSync(around)
  const { partners, partnership } = read(around, folder, 'accordant.yaml')
  const plan = read(around, folder, 'plan.yaml')
  const listed = (plan.partners ?? []) as readonly { id: string; name?: string }[]
  return {
    folder,
    path: join(around, folder),
    partnership,
    title: plan.name,
    partners,
    planned: listed.map(({ id, name }) => (name === undefined ? { id } : { id, name })),
  }
}

const names = ['Müller & Söhne', 'northwind', 'The "Third" $& Co']
const named = names.flatMap((name) => ['--partner', name])
const partners = [
  { id: 'mueller-soehne', name: 'Müller & Söhne' },
  { id: 'northwind' },
  { id: 'the-third-co', name: 'The "Third" $& Co' },
]

describe('init with the names of the partners', () => {
  it('writes them into the settings and into the plan', async () => {
    expect(await begun('cold-chain', ...named)).toMatchObject({
      partnership: 'cold-chain',
      title: 'cold-chain',
      partners,
      planned: partners,
    })
  })

  const oneSide = ['--questionnaire', 'collaboration-capability']

  it.each(
    stages.flatMap((stage) => [
      [stage, named] as const,
      [stage, oneSide] as const,
      [stage, [...oneSide, '--partner', 'Ops']] as const,
    ]),
  )('passes check at the stage %s, where the plan is not begun: %j', async (stage, options) => {
    const { path } = await begun('cold-chain', ...options, '--stage', stage)
    const { code, out } = await ran(['check', path, '--fail-on', 'info', '--format', 'json'])
    const { files } = JSON.parse(out) as { files: readonly { score: unknown; findings: unknown }[] }
    expect({ code, files: files.map(({ score, findings }) => ({ score, findings })) }).toEqual({
      code: 0,
      files: [
        { score: null, findings: [] },
        { score: null, findings: [] },
      ],
    })
  })

  it('lets them answer by their names, and nobody else', async () => {
    const { path } = await begun('cold-chain', ...named)
    const form = join(path, 'responses', 'form.yaml')
    expect((await ran(['init', 'response', form, '--partner', 'müller & söhne'])).code).toBe(0)
    expect(read(form).partner).toBe('mueller-soehne')
    const { code, err } = await ran(['init', 'response', `${form}2.yaml`, '--partner', 'nordwind'])
    expect({ code, err: err.replaceAll(`${path}/`, '') }).toEqual({
      code: 2,
      err: `accordant: Unknown partner "nordwind"; did you mean "northwind"?
  The partners are "mueller-soehne", "northwind" and "the-third-co", as accordant.yaml lists them. Write one of these ids, or add the partner there
`,
    })
  })

  it('writes them into a file of settings, and into a plan', async () => {
    const folder = aFolder()
    const write = (kind: string, file: string) =>
      ran(['init', kind, join(folder, file), '--partner', 'Ärzte', '--partner', 'Contoso Foods'])
    await write('config', 'accordant.yaml')
    await write('plan', 'plan.yaml')
    await write('plan', 'other.md')
    const own = [
      { id: 'aerzte', name: 'Ärzte' },
      { id: 'contoso-foods', name: 'Contoso Foods' },
    ]
    const markdown = readFileSync(join(folder, 'other.md'))
    expect({
      settings: read(folder, 'accordant.yaml').partners,
      plan: read(folder, 'plan.yaml').partners,
      document: readMarkdownPlan(markdown, 'other.md').value,
    }).toMatchObject({ settings: own, plan: own, document: { partners: own } })
  })

  it.each([
    [
      ['--partner', 'Oak House'],
      'A partnership has two partners or more, and only one is named\n  Name each: --partner "Oak House" --partner "Contoso AG"',
    ],
    [
      ['--partner', 'Müller', '--partner', 'Mueller'],
      '"Müller" and "Mueller" would both get the id "mueller". Write the names so that they differ',
    ],
    [
      ['--partner', 'Contoso', '--partner', '??'],
      '"??" cannot be a partner\'s name: its id is made of the letters a to z and the digits in it',
    ],
  ])('makes nothing of names that cannot be: %j', async (options, problem) => {
    const folder = join(aFolder(), 'oak')
    expect(await ran(['init', folder, ...options])).toEqual({
      code: 2,
      out: '',
      err: `accordant: ${problem}\n`,
    })
    expect(existsSync(folder)).toBe(false)
  })

  it.each([
    [['questionnaire', '--partner', 'A'], 'questionnaire', 'partner'],
    [['ci', '--partner', 'A'], 'ci', 'partner'],
    [['plan', '--from', 'a.md', '--partner', 'A'], 'plan --from', 'partner'],
    [['oak', '--role', 'Buyer'], 'NAME', 'role'],
    [['plan', '--quick'], 'plan', 'quick'],
    [['config', '--stage', 'agreed'], 'config', 'stage'],
  ])('takes no option that would do nothing: %j', async (argv, what, option) => {
    const { code, err } = await ran(['init', ...argv])
    const works = {
      partner: 'a partnership\'s folder, "response", "plan" and "config"',
      role: '"response"',
      quick: '"response"',
      stage: 'a partnership\'s folder, "plan" and "plan --from"',
    }[option]
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: "init ${what}" takes no "--${option}"\n  It works with ${works}\n`,
    })
  })

  it('writes one form for one partner', async () => {
    expect(await ran(['init', 'response', '--partner', 'Oak House', '--partner', 'b'])).toEqual({
      code: 2,
      out: '',
      err: 'accordant: A response is one person\'s, who answers for one partner\n  Write one form for each: accordant init response --partner "Oak House"\n',
    })
  })
})

describe('init without the names of the partners, where nobody can be asked', () => {
  it.each([
    ['northwind-contoso', [{ id: 'northwind' }, { id: 'contoso' }]],
    ['pumps', [{ id: 'partner-a' }, { id: 'partner-b' }]],
    ['Oak House', [{ id: 'partner-a' }, { id: 'partner-b' }]],
  ])('takes those that the name says, and else shows examples: %s', async (name, planned) => {
    expect(await begun(name)).toMatchObject({ partners: undefined, planned })
  })

  it.each(['collaboration-capability', 'five-days-of-action'])(
    'lists nobody where one side alone is asked: %s',
    async (questionnaire) => {
      const { path, ...written } = await begun('ops-team', '--questionnaire', questionnaire)
      expect(written).toEqual({
        folder: 'ops-team',
        partnership: 'ops-team',
        title: 'ops-team',
        partners: undefined,
        planned: [],
      })
      const assessed = await ran(['assess', path, '--partner', 'us'])
      expect(assessed.code).toBe(3)
    },
  )

  it('lists the one that is named there', async () => {
    const one = await begun('ops', '--questionnaire', 'five-days-of-action', '--partner', 'Acme AG')
    expect(one).toMatchObject({
      partners: [{ id: 'acme-ag', name: 'Acme AG' }],
      planned: [{ id: 'acme-ag', name: 'Acme AG' }],
    })
  })

  it('asks about partners where a questionnaire of their own wants several', async () => {
    const text = aSmallQuestionnaire(
      '  - {id: a, title: A, questions: [{id: b, ask: C?, type: yes-no}]}\n',
    )
    const files = {
      'one.yaml': text,
      'two.yaml': text.replace('\nlevels:', '\nleastPartners: 2\nlevels:'),
    }
    const folder = aFolder(files)
    const start = async (file: string) =>
      (
        await ran([
          'init',
          join(folder, file.slice(0, 3)),
          '--partner',
          'A',
          '--questionnaire',
          join(folder, file),
        ])
      ).code
    expect([await start('one.yaml'), await start('two.yaml')]).toEqual([0, 2])
  })
})

describe('the name of a partnership', () => {
  it.each([
    ['Müller & Söhne – Contoso AG', 'mueller-soehne-contoso-ag'],
    ['Northwind-Contoso', 'northwind-contoso'],
    ['My_Project', 'my-project'],
    ['It\'s "us" & $&', 'its-us'],
    ['northwind-contoso', 'northwind-contoso'],
  ])('becomes the id and the folder, and stays the title: %s', async (name, id) => {
    expect(await begun(name)).toMatchObject({ folder: id, partnership: id, title: name })
  })

  it('is that of a folder that is there already', async () => {
    const around = aFolder({ 'Alpha Beta 2026/notes.txt': '' })
    const folder = join(around, 'Alpha Beta 2026')
    const { code, out } = await ran(['init', folder])
    expect({ code, out }).toEqual({
      code: 0,
      out: `wrote ${folder}/accordant.yaml
wrote ${folder}/plan.yaml
wrote ${folder}/responses/

Next:
  cd "${folder}"
  accordant assess      asks the questions and writes report.md
`,
    })
    expect({
      partnership: read(folder, 'accordant.yaml').partnership,
      title: read(folder, 'plan.yaml').name,
    }).toEqual({ partnership: 'alpha-beta-2026', title: 'Alpha Beta 2026' })
  })
})
