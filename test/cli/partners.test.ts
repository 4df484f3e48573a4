import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)

const plan = `accordant: plan/1
stage: exploring
partners:
  - {id: contoso, name: Contoso Foods}
  - {id: northwind, name: Nordwind Käse GmbH}
`

function aResponse(head: Parameters<typeof aResponseFile>[1]): string {
  return aResponseFile('trust.minutes: yes', { partner: 'contoso', ...head })
}

const settings = 'accordant: config/1\nquestionnaire: small.yaml\npartnership: both\n'

function aPartnership(files: Readonly<Record<string, string>>): string {
  return aFolder({
    'accordant.yaml': settings,
    'small.yaml': questionnaire,
    'plan.yaml': plan,
    ...files,
  })
}

/** What a run says, without the name of its folder. */
async function said(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await ran(argv)
  const short = (text: string) => text.replaceAll(`${folder}/`, '')
  return { code, out: short(out), err: short(err) }
}

const unknown = `Unknown partner "contozo"; did you mean "contoso"?`
const theyAre =
  'The partners are "contoso" and "northwind", as plan.yaml lists them. Write one of these ids, or add the partner there'

describe('two partners who may be one', () => {
  const files = {
    'responses/a.yaml': aResponse({ partner: 'contoso' }),
    'responses/b.yaml': aResponse({ partner: 'contozo' }),
  }
  const alike =
    '"contoso" and "contozo" look like one partner, and count as two here. If they are one, correct "partner" in the responses. If not, list both under "partners" in accordant.yaml.'

  it('are named in the report, its data and on the screen if no partner is listed', async () => {
    const folder = aFolder({ 'accordant.yaml': settings, 'small.yaml': questionnaire, ...files })
    const { out, err } = await said(folder, 'report', folder)
    expect(out).toContain(`- ${alike}\n`)
    expect(err).toContain(`${alike}\n`)
    const data = await said(folder, 'report', folder, '--format', 'json')
    expect(JSON.parse(data.out).warnings).toEqual([alike])
  })

  it('are two if both are listed', async () => {
    const listed = `${settings}partners: [{id: contoso}, {id: contozo}]\n`
    const folder = aFolder({ 'accordant.yaml': listed, 'small.yaml': questionnaire, ...files })
    const { out } = await said(folder, 'report', folder, '--format', 'json')
    expect(JSON.parse(out).warnings).toEqual([])
  })
})

describe('a partner that nobody listed', () => {
  const files = { 'responses/contoso-r1.yaml': aResponse({ partner: 'contozo' }) }

  it.each(['report', 'explain', 'assess'])(
    'stops %s at its line, with the one that was meant',
    async (command) => {
      const folder = aPartnership(files)
      const more = command === 'explain' ? ['trust'] : []
      const { code, err } = await said(
        folder,
        command,
        ...more,
        folder,
        ...(command === 'assess' ? ['--partner', 'northwind'] : []),
      )
      expect({ code, err }).toEqual({
        code: 2,
        err: `accordant: The response "responses/contoso-r1.yaml" has a problem
responses/contoso-r1.yaml:4:10 error: ${unknown} [reference.unknown]
4 | partner: contozo
  |          ^^^^^^^
  ${theyAre}
  To leave it out, move it out of "responses"
`,
      })
    },
  )

  it('is a finding of check', async () => {
    const folder = aPartnership(files)
    const { code, out } = await said(folder, 'check', join(folder, 'responses'))
    expect(code).toBe(1)
    expect(out).toContain(`4:10  error    ${unknown}  [reference.unknown]`)
    expect(out).toContain(`Fix: ${theyAre}`)
  })

  it('is a finding of check by the plan beside the responses where there are no settings', async () => {
    const folder = aFolder({ 'plan.yaml': plan, ...files })
    const { code, out } = await said(folder, 'check', join(folder, 'responses'))
    expect(code).toBe(1)
    expect(out).toContain(`4:10  error    ${unknown}  [reference.unknown]`)
  })

  it.each([
    ['assess', ['--partner', 'contozo']],
    ['assess', ['--partner', 'contoso', '--partner', 'contozo']],
  ])('stops %s with the options %j, and nothing is written', async (command, options) => {
    const folder = aPartnership({})
    const { code, err } = await said(folder, command, folder, ...options)
    expect({ code, err }).toEqual({ code: 2, err: `accordant: ${unknown}\n  ${theyAre}\n` })
    expect(existsSync(join(folder, 'responses'))).toBe(false)
  })
})

describe('a partner by name', () => {
  it('is the partner with that name, in every command', async () => {
    const folder = aPartnership({
      'responses/a.yaml': aResponse({ partner: 'contoso FOODS', id: 'a' }),
      'responses/b.yaml': aResponse({ id: 'b' }),
      'responses/c.yaml': aResponse({ partner: 'Nordwind Kase GmbH', id: 'c' }),
    })
    const { code, out } = await said(folder, 'report', folder, '--format', 'json')
    const partners = JSON.parse(out).partners.map(
      ({ id, respondents }: { id: string; respondents: number }) => [id, respondents],
    )
    expect({ code, partners }).toEqual({
      code: 0,
      partners: [
        ['contoso', 2],
        ['northwind', 1],
      ],
    })
    expect((await said(folder, 'check', join(folder, 'responses'))).code).toBe(0)
  })

  it('is asked under its id', async () => {
    const folder = aPartnership({})
    const { code, out } = await said(folder, 'assess', folder, '--partner', 'Contoso Foods')
    expect({ code, out }).toEqual({ code: 3, out: 'trust.minutes\n' })
  })

  it('is the same partner at one table as its id', async () => {
    const folder = aPartnership({})
    const both = ['--partner', 'contoso', '--partner', 'Contoso Foods']
    const { code, err } = await said(folder, 'assess', folder, ...both)
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: "--partner contoso" appears twice\n  Name each partner at the table once\n',
    })
  })

  it('gets the line to write where nobody is listed', async () => {
    const folder = aFolder({
      'small.yaml': questionnaire,
      'responses/a.yaml': aResponse({ partner: 'Contoso Foods' }),
    })
    const { code, err } = await said(folder, 'report', folder)
    expect(code).toBe(2)
    expect(err).toContain(
      `responses/a.yaml:4:10 error: "Contoso Foods" cannot be a partner's id [schema.value]`,
    )
    expect(err).toContain('\n  Write "partner: contoso-foods"\n')
  })
})

describe('the partners of a table', () => {
  const map = `accordant: map/1
questionnaire: small.yaml
columns: {partner: Partner, respondent: Who, answers: {trust.minutes: Minutes}}
`
  const table = `Partner,Who,Minutes
contoso,a,yes
contozo,b,yes
contoso foods,c,no
Nordwind Kaese GmbH,d,no
`
  const refused = `table.csv:3 refused: Partner: ${unknown} ${theyAre}\n`

  function withTable(files: Readonly<Record<string, string>> = {}) {
    const folder = aPartnership({ 'table.csv': table, 'map.yaml': map, ...files })
    return { folder, of: [join(folder, 'table.csv'), '--map', join(folder, 'map.yaml')] }
  }

  it('refuse the row of one that nobody listed, and import the others', async () => {
    const { folder, of } = withTable()
    const { code, err } = await said(folder, 'import', ...of, '-o', folder)
    expect({ code, err }).toEqual({ code: 1, err: `${refused}3 imported, 1 refused\n` })
    expect(readdirSync(join(folder, 'responses'))).toEqual([
      'contoso-a.yaml',
      'contoso-c.yaml',
      'northwind-d.yaml',
    ])
  })

  it('refuse the row of one that nobody listed, and score the others', async () => {
    const { folder, of } = withTable()
    const { err, out } = await said(folder, 'report', ...of, '--format', 'json')
    expect(err).toContain(refused)
    expect(JSON.parse(out).partners.map(({ id }: { id: string }) => id)).toEqual([
      'contoso',
      'northwind',
    ])
  })

  it('are the same ones where a table is only counted', async () => {
    const rows = Array.from(
      { length: 1200 },
      (_, n) => `${n % 2 === 0 ? 'Contoso Foods' : 'northwind'},p${n},yes`,
    )
    const { folder, of } = withTable({
      'table.csv': `Partner,Who,Minutes\n${rows.join('\n')}\ncontozo,x,yes\n`,
    })
    const { err, out } = await said(folder, 'report', ...of, '--format', 'json')
    expect(err).toContain(`table.csv:1202 refused: Partner: ${unknown}`)
    const { partners } = JSON.parse(out)
    expect(
      partners.map(({ id, respondents }: Record<string, unknown>) => [id, respondents]),
    ).toEqual([
      ['contoso', 600],
      ['northwind', 600],
    ])
  })

  it('are wrong in the map where it names one that nobody listed for every row', async () => {
    const { folder, of } = withTable({
      'map.yaml': `${map.replace('partner: Partner, ', '')}constants: {partner: contozo}\nignore: [Partner]\n`,
    })
    const { code, err } = await said(folder, 'import', ...of, '-o', folder)
    expect(code).toBe(2)
    expect(err).toContain(`map.yaml:4:22 error: ${unknown} [reference.unknown]`)
    expect(existsSync(join(folder, 'responses'))).toBe(false)
  })

  it('may be named by name in the map', async () => {
    const { folder, of } = withTable({
      'table.csv': 'Partner,Who,Minutes\nC,a,yes\n',
      'map.yaml': map.replace(
        'partner: Partner',
        'partner: {column: Partner, values: {C: Contoso Foods}}',
      ),
    })
    expect((await said(folder, 'import', ...of, '-o', folder)).code).toBe(0)
    expect(readdirSync(join(folder, 'responses'))).toEqual(['contoso-a.yaml'])
  })

  it('belong to the partnership of the folder', async () => {
    const { folder, of } = withTable({ 'map.yaml': `${map}partnership: other\n` })
    const { code, err } = await said(folder, 'report', ...of)
    expect(code).toBe(2)
    expect(err).toContain(
      'map.yaml:4:14 error: This is of the partnership "other", but accordant.yaml is of "both"',
    )
  })
})

describe('the settings in check', () => {
  it('warn of partners that the plan does not have, and refuse one that is listed twice', async () => {
    const folder = aPartnership({
      'accordant.yaml': `${settings}partners: [{id: contoso}, {id: contoso}, {id: east}]\n`,
    })
    const { code, out } = await said(folder, 'check', join(folder, 'accordant.yaml'))
    expect(code).toBe(1)
    expect(out).toContain('4:32  error    The id "contoso" appears twice under "partners"')
    expect(out).toContain(
      '4:47  warning  The partner "east" is not in plan.yaml  [partners.differ]',
    )
    expect(out).toContain('The partner "northwind" is in plan.yaml, but not here')
  })
})

describe('a response of another partnership', () => {
  const other = aResponse({ partner: 'northwind', partnership: 'nord-2026' })

  it('stops a report with both files and the line to write', async () => {
    const folder = aPartnership({
      'responses/a.yaml': aResponse({}),
      'responses/b.yaml': other,
    })
    const { code, err } = await said(folder, 'report', folder)
    expect(code).toBe(2)
    expect(err).toContain(
      'responses/b.yaml:3:14 error: This is of the partnership "nord-2026", but accordant.yaml is of "both" [reference.unknown]',
    )
    expect(err).toContain('Write "partnership: both" here, or correct the id in accordant.yaml')
    expect((await said(folder, 'check', folder)).out).toContain('3:14  error    This is of')
  })

  it.each([
    ['of another partnership', 'partnership: both', 'partnership: nord-2026'],
    ['to another questionnaire', 'id: small', 'id: other'],
  ])('stops nothing if it is excluded or blank: %s', async (_, own, other) => {
    const file = aResponse({ id: 'r9' }).replace(own, other)
    const out = file.replace('answers:', 'excluded: Sent by mistake\nanswers:')
    const blank = file.replace(/answers: .*/, 'answers: {}').replace(/^completed: .*\n/m, '')
    for (const [text, reason] of [
      [out, 'excluded'],
      [blank, 'empty'],
    ]) {
      const folder = aFolder({
        'small.yaml': questionnaire,
        'responses/b.yaml': aResponse({ id: 'r1' }),
        'responses/a.yaml': text ?? '',
      })
      const argv = ['report', folder, '--questionnaire', join(folder, 'small.yaml')]
      const { code, out: data } = await said(folder, ...argv, '--format', 'json')
      const { leftOut, warnings, partners } = JSON.parse(data)
      expect({ code, leftOut, warnings, people: partners[0].respondents }).toEqual({
        code: 0,
        leftOut: [
          {
            file: 'responses/a.yaml',
            partner: 'contoso',
            respondent: 'r9',
            reason,
            note: reason === 'excluded' ? 'Sent by mistake' : null,
          },
        ],
        warnings: [],
        people: 1,
      })
    }
  })

  it('is the one that differs from most where no settings name the partnership', async () => {
    const folder = aPartnership({
      'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
      'responses/a.yaml': other,
      'responses/b.yaml': aResponse({ id: 'b' }),
      'responses/c.yaml': aResponse({ id: 'c' }),
    })
    const { code, err } = await said(folder, 'report', folder)
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: responses/b.yaml and responses/a.yaml are from different partnerships, "both" and "nord-2026"
responses/a.yaml:3:14 error: This is of the partnership "nord-2026", but responses/b.yaml is of "both" [reference.unknown]
3 | partnership: nord-2026
  |              ^^^^^^^^^
  Write "partnership: both" here, or correct the id in responses/b.yaml
`,
    })
  })

  it('stops an interview before the first question, and no report is written', async () => {
    const folder = aPartnership({
      'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
      'responses/a.yaml': aResponse({}).replace(/^completed.*\n/m, ''),
      'responses/b.yaml': other,
    })
    const argv = ['assess', folder, '--response', join(folder, 'responses', 'a.yaml')]
    const { code, err } = await said(folder, ...argv)
    expect(code).toBe(2)
    expect(err).toContain('are from different partnerships')
    expect(existsSync(join(folder, 'report.md'))).toBe(false)
  })
})

describe('a form that init writes', () => {
  it.each([
    ['contozo', 2],
    ['Contoso Foods', 0],
  ])('for the partner %s ends with %s', async (partner, code) => {
    const folder = aPartnership({})
    const file = join(folder, 'responses', 'form.yaml')
    expect((await ran(['init', 'response', file, '--partner', partner])).code).toBe(code)
    expect(existsSync(file) && readFileSync(file, 'utf8').includes('\npartner: contoso\n')).toBe(
      code === 0,
    )
  })

  it('is of the partnership that it lies in', async () => {
    const folder = aPartnership({})
    const file = join(folder, 'responses', 'form.yaml')
    await ran(['init', 'response', file])
    expect(readFileSync(file, 'utf8')).toContain('\npartnership: both\npartner: contoso\n')
  })
})

describe('a plan that init writes', () => {
  it.each(['exploring', 'forming', 'agreed'])(
    'lists nobody for a name of one word, at %s',
    async (stage) => {
      const folder = join(aFolder(), 'pumps')
      await ran(['init', folder, '--stage', stage])
      expect((await ran(['assess', folder, '--partner', 'acme', '--quick'])).code).toBe(3)
    },
  )

  it('lists the two partners in its name', async () => {
    const folder = join(aFolder(), 'acme-rossi')
    await ran(['init', folder])
    expect((await ran(['assess', folder, '--partner', 'rosi', '--quick'])).err).toContain(
      'Unknown partner "rosi"; did you mean "rossi"?',
    )
  })
})

describe('the id of the partnership', () => {
  it('is written by init, and stays when the folder is renamed', async () => {
    const parent = aFolder()
    const folder = join(parent, 'alpha-beta')
    expect((await ran(['init', folder])).code).toBe(0)
    expect(readFileSync(join(folder, 'accordant.yaml'), 'utf8')).toContain(
      '\npartnership: "alpha-beta"\n',
    )
  })

  it('is that of the responses for a row of a table where no settings name it', async () => {
    const folder = aPartnership({
      'accordant.yaml': 'accordant: config/1\n',
      'responses/a.yaml': aResponse({ partnership: 'older', id: 'a' }),
      'table.csv': 'Partner,Who,Minutes\ncontoso,b,yes\n',
      'map.yaml':
        'accordant: map/1\nquestionnaire: small.yaml\ncolumns: {partner: Partner, respondent: Who, answers: {trust.minutes: Minutes}}\n',
    })
    const of = [join(folder, 'table.csv'), '--map', join(folder, 'map.yaml')]
    expect((await ran(['import', ...of, '-o', folder])).code).toBe(0)
    expect(readFileSync(join(folder, 'responses', 'contoso-b.yaml'), 'utf8')).toContain(
      'partnership: older\n',
    )
  })
})
