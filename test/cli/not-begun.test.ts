import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stages } from '../../src/model/vocabulary.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const notBegun =
  'not begun: apart from names, dates and the stage, it says no more than "accordant init" wrote. Begin at the top, and write down what you know.'

/** A folder with a plan as `init` writes it, changed by `change`. */
async function aStarter(change: (text: string) => string = (text) => text, stage = 'agreed') {
  const file = join(aFolder(), 'cold-chain-plan', 'plan.yaml')
  await ran(['init', 'plan', file, '--stage', stage])
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, change(text))
  return { file, isChanged: change(text) !== text }
}

describe('check, on a plan that says no more than init wrote', () => {
  it.each(stages)('has one line, and says what to do: %s', async (stage) => {
    const { file } = await aStarter(undefined, stage)
    const { code, out } = await ran(['check', file, '--fail-on', 'info', '--today', '2029-01-31'])
    expect({ code, out }).toEqual({
      code: 0,
      out: `${file}: ${notBegun}\n\n1 file checked on 2029-01-31: nothing found\nVerdict: pass\n`,
    })
  })

  it.each<[string, (text: string) => string]>([
    ['another name', (text) => text.replace(/^name: .*/m, 'name: Fresh by Friday')],
    [
      'other partners',
      (text) => text.replaceAll('partner-a', 'northwind').replaceAll('The full name', 'Northwind'),
    ],
    ['another stage', (text) => text.replace('stage: agreed', 'stage: operating')],
    ['comments of its own', (text) => `# Ask Ann\n${text}`],
    ['examples taken out', (text) => text.replace(/^risks:\n(?: .*\n)+/m, '')],
    [
      'an example put in as it was',
      (text) => text.replace('# lessons:', 'lessons:').replace(/# {3}- \{date/, '  - {date'),
    ],
    ['blanks', (text) => text.replace(/^ {2}vision: .*/m, '  vision:')],
  ])('is the same with %s', async (_, change) => {
    const { file, isChanged } = await aStarter(change)
    const { code, out } = await ran(['check', file])
    expect({ isChanged, code, line: out.split('\n')[0] }).toEqual({
      isChanged: true,
      code: 0,
      line: `${file}: ${notBegun}`,
    })
  })

  it.each<[string, (text: string) => string]>([
    [
      'one text',
      (text) => text.replace(/^ {2}vision: .*/m, '  vision: No truck drives home empty'),
    ],
    ['one figure', (text) => text.replace('noticeDays: 90', 'noticeDays: 60')],
    ['one more person', (text) => text.replace('people:\n', 'people:\n  - {id: p9, name: Ann}\n')],
  ])('judges the plan as soon as it has %s of its own', async (_, change) => {
    const { file, isChanged } = await aStarter(change)
    const { out } = await ran(['check', file])
    expect({ isChanged, begun: /Written plan: \d+ % complete/.test(out) }).toEqual({
      isChanged: true,
      begun: true,
    })
  })

  it('names the ids that lead nowhere once a partner was renamed in one place', async () => {
    const { file } = await aStarter((text) => text.replace('- id: "partner-a"', '- id: north'))
    const { out } = await ran(['check', file, '--format', 'json'])
    const ids = (JSON.parse(out).files[0].findings as { id: string }[]).map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(['reference.unknown']))
  })

  it('misses a limit on how complete plans are', async () => {
    const { file } = await aStarter()
    const { code, out } = await ran(['check', file, '--min-complete', '0'])
    expect({ code, lines: out.split('\n').slice(2) }).toEqual({
      code: 1,
      lines: [
        `${file}: The plan is not begun; the limit is 0 % complete`,
        '1 file checked on 2026-11-23: nothing found',
        'Verdict: fail (1 limit missed)',
        '',
      ],
    })
  })

  it('keeps what a baseline has of it, as nothing was looked for', async () => {
    const { file } = await aStarter((text) => text.replace('noticeDays: 90', 'noticeDays: 60'))
    const baseline = join(file, '..', 'known.json')
    await ran(['check', file, '--baseline', baseline, '--update-baseline'])
    const before = readFileSync(baseline, 'utf8')
    writeFileSync(file, readFileSync(file, 'utf8').replace('noticeDays: 60', 'noticeDays: 90'))
    const { out } = await ran(['check', file, '--baseline', baseline])
    await ran(['check', file, '--baseline', baseline, '--update-baseline'])
    expect({ line: out.split('\n')[0], after: readFileSync(baseline, 'utf8') }).toEqual({
      line: `${file}: ${notBegun}`,
      after: before,
    })
  })

  it('takes a document in Markdown with text that cannot be read for begun', async () => {
    const title =
      '---\naccordant: plan/1\n---\n\n# Cold chain\n\n## Partners\n\n### Northwind\n\n- ID: northwind\n'
    const folder = aFolder({ 'empty.md': title, 'full.md': `${title}\nWe share our trucks.\n` })
    const first = async (name: string) =>
      (await ran(['check', join(folder, name)])).out.split('\n')[0]
    expect([await first('empty.md'), await first('full.md')]).toEqual([
      `${join(folder, 'empty.md')}: ${notBegun}`,
      join(folder, 'full.md'),
    ])
  })
})

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions: [{id: news, ask: Do they hear?, type: yes-no, practice: {do: Ring them}}]
    checks:
      - id: notice
        title: Notice is agreed
        assert: has(plan.exit.noticeDays)
        message: No notice is agreed
        severity: error
        supports: [news]
profile:
  - {id: stage, ask: Where does it stand?, type: choice, choices: [{id: agreed, title: Agreed}, {id: operating, title: Operating}]}
`)

function aResponse(partner: string): string {
  return `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: a-b
partner: ${partner}
respondent: {id: r1}
run: full
completed: 2026-11-20T09:14:00Z
profile: {stage: operating}
answers: {trust.news: no}
`
}

describe('report, on a plan that says no more than init wrote', () => {
  it('has no plan and nobody of its examples, and says why', async () => {
    const { file } = await aStarter()
    const folder = join(file, '..')
    mkdirSync(join(folder, 'responses'))
    for (const partner of ['partner-a', 'partner-b']) {
      writeFileSync(join(folder, 'responses', `${partner}-r1.yaml`), aResponse(partner))
    }
    writeFileSync(join(folder, 'small.yaml'), questionnaire)
    const args = ['report', folder, '--questionnaire', join(folder, 'small.yaml')]
    const said = `${file} is not begun: apart from names, dates and the stage, it says no more than "accordant init" wrote. So the report does not compare the answers with it.`
    const data = JSON.parse((await ran([...args, '--format', 'json'])).out)
    const { plan, sayDo, today, warnings, actions } = data
    expect({ plan, sayDo, today, warnings }).toEqual({
      plan: null,
      sayDo: [],
      today: undefined,
      warnings: [said],
    })
    expect(actions.map(({ owner }: { owner: string | null }) => owner)).not.toContain('p2')
    const { out } = await ran(args)
    expect(out).toContain(`- ${said}\n`)
    expect(out).not.toMatch(/B\. Okafor/)
  })

  it('has the plan, with its completeness and errors, once it says more', async () => {
    const { file } = await aStarter((text) =>
      text.replace('  noticeDays: 90\n', '').replace(/^ {2}owner: p3$/m, '  owner: p9'),
    )
    const folder = join(file, '..')
    writeFileSync(join(folder, 'r1.yaml'), aResponse('partner-a'))
    writeFileSync(join(folder, 'small.yaml'), questionnaire)
    const args = ['report', folder, '--questionnaire', join(folder, 'small.yaml')]
    const { plan } = JSON.parse((await ran([...args, '--format', 'json'])).out)
    const { findings, ...figures } = plan
    const score = { value: 0, low: 0, high: 0, coverage: 1 }
    expect(figures).toEqual({
      score,
      stage: 'agreed',
      errors: 2,
      read: 1,
      dimensions: [{ id: 'trust', score }],
      unread: [],
    })
    expect(findings.map(({ id }: { id: string }) => id)).toEqual([
      'stage.differs',
      'reference.unknown',
      'trust.notice',
    ])
  })
})
