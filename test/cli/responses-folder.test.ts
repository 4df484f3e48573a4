import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)

const aResponse = (id: string) => `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: contoso
respondent: {id: ${id}, role: Käufer}
completed: 2026-11-20T09:00:00Z
answers: {trust.minutes: yes}
`

function aPartnership(
  added: Readonly<Record<string, string | Uint8Array>> = {},
  settings = 'accordant: config/1\nquestionnaire: small.yaml\npartnership: both\n',
): string {
  return aFolder({
    'accordant.yaml': settings,
    'small.yaml': questionnaire,
    'responses/contoso-r1.yaml': aResponse('r1'),
    ...added,
  })
}

/** How many answered and what is warned of; else what stopped the report. */
async function reported(folder: string) {
  const { code, out, err } = await ran(['report', folder, '--format', 'json'])
  const said = err.replaceAll(`${folder}/`, '')
  if (code === 2) return { code, err: said }
  const { partners, warnings: written = [] } = JSON.parse(out)
  const warnings = written.map((each: string) => each.replaceAll(`${folder}/`, ''))
  // Whoever does not open the report reads it on the screen.
  for (const warning of warnings) expect(said).toContain(`${warning}\n`)
  return { code, people: partners[0].respondents, warnings }
}

async function checked(folder: string) {
  const { code, out } = await ran(['check', folder, '--format', 'json'])
  const files: readonly Readonly<Record<string, unknown>>[] = JSON.parse(out).files
  const found = files.flatMap(({ file, findings }) =>
    (findings as readonly Readonly<Record<string, unknown>>[]).map(
      ({ id, severity, message, fix }) => ({
        file: String(file).replace(`${folder}/`, ''),
        id,
        severity,
        message,
        fix,
      }),
    ),
  )
  return { code, found: found.filter(({ file }) => file.startsWith('responses/')) }
}

/** A report warns of a file that is no response, and so does `check`. */
async function expectStray(folder: string, file: string, cure: string) {
  expect(await reported(folder)).toEqual({
    code: 0,
    people: 1,
    warnings: [`${file} is not a response, so nothing in it counts. ${cure}`],
  })
  expect(await checked(folder)).toEqual({
    code: 0,
    found: [
      {
        file,
        id: 'responses.stray',
        severity: 'warning',
        message: 'This is not a response, so nothing in it counts',
        fix: cure,
      },
    ],
  })
}

const leaveOut = 'To leave it out, move it out of "responses"'

describe('a file among the responses', () => {
  it.each([
    ['empty', 'a.yaml', '', 'The file is empty'],
    ['blank', 'a.yml', ' \n\n', 'The file is empty'],
    ['only a comment', 'a.yaml', '# of Ann\n', 'The file is empty'],
    ['an empty JSON file', 'a.json', '', 'The file is empty'],
    ['cut off', 'a.yaml', aResponse('r2').slice(0, 60), 'The bracket "{" that opens here is not'],
    [
      'in another encoding',
      'a.yaml',
      Buffer.from(aResponse('r2'), 'latin1'),
      'not written in UTF-8',
    ],
    ['without its first key', 'a.yaml', 'partner: contoso\n', '"accordant" is missing'],
    ['of a kind that nobody knows', 'a.yaml', 'accordant: reponse/1\n', 'Unknown kind of file'],
    ['not a map', 'a.yaml', '- contoso\n', 'Expected a map'],
    ['in a folder of its own', 'late/a.yaml', '', 'The file is empty'],
  ])('stops a report and fails check if it is %s', async (_, name, content, why) => {
    const folder = aPartnership({ [`responses/${name}`]: content })
    const { code, err = '' } = await reported(folder)
    expect(code).toBe(2)
    expect(err).toContain(`responses/${name}`)
    expect(err).toContain(why)
    expect(err).toContain(leaveOut)
    const { code: failed, found } = await checked(folder)
    expect(failed).toBe(1)
    const errors = found.filter(({ severity }) => severity === 'error')
    expect(errors[0]).toMatchObject({
      file: `responses/${name}`,
      message: expect.stringContaining(why),
    })
  })

  it('is not taken for a new form if it was emptied', async () => {
    const folder = aPartnership({ 'responses/a.yaml': '' })
    const { found } = await checked(folder)
    expect(found.map(({ fix }) => fix)).toEqual([
      'If it held answers, put them back from a copy. Otherwise delete it',
    ])
  })

  it('stops a report together with all others that are wrong', async () => {
    const folder = aPartnership({ 'responses/a.yaml': '', 'responses/b.yaml': 'x: 1\n' })
    const { err = '' } = await reported(folder)
    expect(err).toMatch(/^accordant: 2 response files have problems\n/)
    expect(err).toContain('responses/a.yaml:1:1 error: The file is empty')
    expect(err).toContain('responses/b.yaml:1:1 error: "accordant" is missing')
  })

  it.each([
    ['contoso-r2.yaml.txt', 'If it holds answers, rename it to "contoso-r2.yaml"'],
    ['contoso-r2.YAML', 'If it holds answers, rename it to "contoso-r2.yaml"'],
    [
      'contoso-r1.yaml.bak',
      'If it holds answers, copy them into a form that "accordant init response" writes. Otherwise move it out of "responses"',
    ],
    ['export.csv', '"accordant import" makes responses of a table'],
    [
      'contoso-r2.docx',
      'If it holds answers, copy them into a form that "accordant init response" writes. Otherwise move it out of "responses"',
    ],
  ])('is named if it is called %s', async (name, cure) => {
    const folder = aPartnership({ [`responses/${name}`]: aResponse('r2') })
    await expectStray(folder, `responses/${name}`, cure)
  })

  it('is named if it is another kind of accordant file', async () => {
    const folder = aPartnership({
      'responses/map.yaml': 'accordant: map/1\nquestionnaire: small.yaml\ncolumns: {}\n',
    })
    const cure = 'It is of the kind "map": move it out of "responses"'
    expect(await reported(folder)).toMatchObject({
      warnings: [`responses/map.yaml is not a response, so nothing in it counts. ${cure}`],
    })
    expect((await checked(folder)).found.map(({ fix }) => fix)).toEqual([cure])
  })

  it('is skipped if accordant wrote it, or it is hidden', async () => {
    const folder = aPartnership({
      'responses/.contoso-r1.yaml.lock': '1',
      'responses/.contoso-r1.yaml.12.tmp': 'accordant: resp',
      'responses/.gitkeep': '',
      'responses/.DS_Store': '\0',
      'responses/report.md': '# Report\n',
      'responses/report.html': '<html>',
      'responses/report.new-2.md': '# Report\n',
    })
    expect(await reported(folder)).toEqual({ code: 0, people: 1, warnings: [] })
    expect(await checked(folder)).toEqual({ code: 0, found: [] })
  })

  it.each<[string, string, string, string]>([
    [
      'a link to a file elsewhere',
      'link.yaml',
      '../elsewhere/a.yaml',
      'It is a link, and links are not followed. Copy the file here instead',
    ],
    [
      'a link of another name to a file elsewhere',
      'ann',
      '../elsewhere/a.yaml',
      'It is a link, and links are not followed. Copy the file here instead',
    ],
    [
      'a link to nowhere',
      'link.yaml',
      '../nowhere/a.yaml',
      'It is a link that leads nowhere. Put the file here instead, or remove the link',
    ],
    [
      'a link to a folder',
      'late',
      '../elsewhere',
      'It is a link to a folder, and links are not followed. Copy its files here instead',
    ],
  ])('is named if it is %s', async (_, name, target, cure) => {
    const folder = aPartnership({ 'elsewhere/a.yaml': 'of: Ann\n' })
    symlinkSync(target, join(folder, 'responses', name))
    await expectStray(folder, `responses/${name}`, cure)
  })

  it('is named if it is a folder that no search looks into', async () => {
    const folder = aPartnership({ 'responses/node_modules/a.yaml': aResponse('r2') })
    await expectStray(
      folder,
      'responses/node_modules',
      'A folder of this name is not searched. If it holds responses, move them into "responses" itself',
    )
  })

  it('is skipped if it is a link to a response that counts, or to a report', async () => {
    const folder = aPartnership({ 'report.md': '# Report\n', 'late/b.yaml': aResponse('r2') })
    symlinkSync('contoso-r1.yaml', join(folder, 'responses', 'latest.yaml'))
    symlinkSync('../report.md', join(folder, 'responses', 'report.md'))
    symlinkSync('../late/b.yaml', join(folder, 'responses', 'b.yaml'))
    expect(await reported(folder)).toEqual({ code: 0, people: 2, warnings: [] })
    expect(await checked(folder)).toEqual({ code: 0, found: [] })
  })

  it('is named if all responses lie behind a link', async () => {
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
      'small.yaml': questionnaire,
    })
    symlinkSync(aFolder({ 'a.yaml': aResponse('r1') }), join(folder, 'responses'))
    const { code, err } = await ran(['report', folder])
    expect({ code, err: err.replaceAll(folder, 'DIR') }).toEqual({
      code: 2,
      err: `accordant: There is no response in "DIR"
  DIR/responses is not a response, so nothing in it counts. It is a link to a folder, and links are not followed. Copy its files here instead
`,
    })
  })

  it('is named if there is no response at all', async () => {
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\n',
      'responses/a.yaml.txt': 'accordant: response/1\n',
    })
    const { code, err } = await ran(['report', folder])
    expect({ code, err: err.replaceAll(folder, 'DIR') }).toEqual({
      code: 2,
      err: 'accordant: There is no response in "DIR"\n  DIR/responses/a.yaml.txt is not a response, so nothing in it counts. If it holds answers, rename it to "a.yaml"\n',
    })
  })

  it('either counts or is named by report and check, whatever its name and content', async () => {
    const good = aResponse('r2')
    const ends = ['.yaml', '.yml', '.json']
    const name = fc
      .tuple(
        fc.constantFrom('ann', 'contoso-r2', 'Ann Möller', 'report', 'plan', 'a.b'),
        fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom(...ends) },
          { weight: 1, arbitrary: fc.constantFrom('.yaml.txt', '.YML', '.md', '.docx', '', '~') },
        ),
      )
      .map((parts) => parts.join(''))
      .filter((each) => each !== 'report.md' && each !== 'report.docx')
    const content = fc.oneof(
      { weight: 4, arbitrary: fc.constant(good) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          '\n',
          JSON.stringify({ accordant: 'response/1' }),
          'accordant: plan/1',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.nat(good.length - 2).map((length) => good.slice(0, length)),
      },
      { weight: 1, arbitrary: fc.string() },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    )
    const tried = { counts: 0, isNamed: 0 }
    await fc.assert(
      fc.asyncProperty(name, content, async (file, bytes) => {
        const folder = aPartnership()
        writeFileSync(join(folder, 'responses', file), bytes)
        const { err = '', people, warnings = [] } = await reported(folder)
        const { found } = await checked(folder)
        const counts = bytes === good && ends.some((end) => file.endsWith(end))
        tried[counts ? 'counts' : 'isNamed'] += 1
        const at = `responses/${file}`
        expect({
          counts: people === 2,
          isNamedByReport: [err, ...warnings].some((text) => text.includes(at)),
          isNamedByCheck: found.some((each) => each.file === at),
        }).toEqual({ counts, isNamedByReport: !counts, isNamedByCheck: !counts })
      }),
      { numRuns: 60 },
    )
    expect(Math.min(tried.counts, tried.isNamed)).toBeGreaterThan(5)
  }, 60_000)
})

describe('a folder called responses', () => {
  it('is not checked outside of a partnership', async () => {
    const folder = aFolder({
      'plan.yaml': 'accordant: plan/1\nstage: exploring\n',
      'test/responses/user.json': '{"name": "Ann"}',
      'test/responses/notes.txt': 'mocks',
      'test/plan.yaml': 'steps: []\n',
    })
    expect((await checked(folder)).found).toEqual([])
    const { out } = await ran(['check', folder, '--format', 'json'])
    expect(JSON.parse(out).files).toHaveLength(1)
  })
})

describe('a completed response in which most questions have no entry', () => {
  const many = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
${['a', 'b', 'c', 'd'].map((id) => `      - {id: ${id}, ask: Do we ${id}?, type: yes-no}\n`).join('')}`)

  it.each([
    ['trust.a: yes', '3 of the 4 questions asked have no entry'],
    ['trust.a: yes, trust.b: yes', null],
    ['trust.a: yes, trust.b: {state: skipped}, trust.c: {state: dont-know}', null],
  ])('counts, and its file is named on the screen: %s', async (answers, problem) => {
    const text = aResponse('r1').replace('trust.minutes: yes', answers)
    const folder = aPartnership({ 'small.yaml': many, 'responses/contoso-r1.yaml': text })
    const { code, out, err } = await ran(['report', folder, '--format', 'json'])
    const note = `responses/contoso-r1.yaml is marked as completed, but ${problem}. If lines were lost, put them back from a copy\n`
    const verdict = err.slice(err.indexOf('Verdict'))
    expect({ code, people: JSON.parse(out).partners[0].respondents }).toEqual({
      code: 0,
      people: 1,
    })
    expect(err.replaceAll(`${folder}/`, '')).toBe(`${problem === null ? '' : note}${verdict}`)
  })
})
