import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const answers = `accordant: response/1
questionnaire: {id: five-days-of-action, version: 1.0.0}
partnership: pumps
partner: acme
respondent: {id: r1, role: Service lead}
answers:
  awareness.priority: Customers wait nine days for a repair
  awareness.gains: [Repairs within two days]
  awareness.leap: We could sell in every region
  awareness.moves: [Our technicians ask for it]
  awareness.holds-back: [We have always done our own repairs, Others would see our drawings]
  awareness.brings: [Spare parts on the road within a day]
  awareness.needs: [Technicians in every region]
  awareness.tool: ally
  candidates.listed:
    - {name: Rossi Field Service, good-at: Technicians close by, fit: 8}
    - {name: Night Line, good-at: Night phone, fit: 4}
  candidates.first: Rossi Field Service
  candidates.history: [Two joint repairs in May]
  candidates.their-strengths: [On site within four hours]
  candidates.their-wishes: [They want work in the quiet months]
  substance.to-agree: [Prices for a repair under guarantee]
  substance.in-writing: [Who pays when a repaired pump fails again]
  substance.checked: [{name: Days from the call to the repair, source: Shared job list}]
  substance.work-divided: [Stocking the vans]
  substance.limits: [Pumps of other makes]
  substance.gains-divided: [What customers pay for a repair]
  substance.both-win: Our customers get help sooner, and neither of us can do it alone
  substance.confidence: Drawings go to nobody outside the team
  create.served: [{name: Owners of our pumps, gain: Water again within two days}]
  create.statement: Whoever owns one of our pumps is helped within two days
  create.results: [{goal: Customers are helped sooner, metric: Days to the repair, target: '2'}]
  create.opinions: [The other workshop will call us weak]
  create.worries: [{risk: Parts arrive late, response: Both book the visit in one calendar}]
  create.stop-signs: [Fewer than twenty joint repairs in half a year]
  create.outside-help: The head of the technicians' guild
  create.in-public: Both agree to a text first
  create.first-piece: [{name: Repairs in one town, due: 2027-01-31}]
  team.good-teams: [Bad news travels within a day]
  team.people: [{name: A. Visser, role: Sponsor}, {name: B. Okafor, role: Leads the talks}]
  team.joint: [{name: Two-day team, purpose: Repairs in two days, until: 2027-03-31}]
  team.changes: [{what: Hand over the price list, owner: B. Okafor, due: 2026-12-15}]
  team.gut: I would call them on a Sunday
  team.asks: [{what: Ask Maria Rossi for an hour, owner: Visser, due: 2026-12-01}]
`

const config = 'accordant: config/1\nquestionnaire: partnership-readiness\n'
const response = 'responses/acme-r1.yaml'

function assessed(folder: string) {
  return ran(['assess', folder, '--response', join(folder, response)])
}

function read(folder: string, file = 'plan.yaml'): string {
  return readFileSync(join(folder, file), 'utf8')
}

/** Answered anew, as a person does it on paper. */
function answerAnew(folder: string, changes: readonly (readonly [string, string])[]): void {
  const text = changes.reduce(
    (text, [before, after]) => text.replace(before, after),
    read(folder, response).replace(/^completed.*\n/m, ''),
  )
  writeFileSync(join(folder, response), text)
}

describe('five days of action, run end to end', () => {
  it('make a plan without errors at its stage', async () => {
    const folder = aFolder({ 'accordant.yaml': config, [response]: answers })
    const { code, err } = await assessed(folder)
    expect({ code, verdict: err.split('\n').at(-2) }).toEqual({
      code: 0,
      verdict: 'Verdict: nothing to score',
    })
    const { out, code: checked } = await ran([
      ...['check', join(folder, 'plan.yaml'), '--format', 'json', '--today', '2026-11-23'],
    ])
    const { files } = JSON.parse(out)
    const errors = files[0].findings.filter(
      ({ severity }: { severity: string }) => severity === 'error',
    )
    expect({ checked, errors }).toEqual({ checked: 0, errors: [] })
    expect(read(folder)).toContain('stage: exploring\n')
    expect(read(folder)).toContain('id: rossi-field-service\n')
    expect(read(folder)).toContain('owner: a-visser\n')
    expect(read(folder)).toContain('text: They want work in the quiet months\n')
    expect(read(folder)).not.toMatch(/call us weak|on a Sunday/)
  })

  it('change nothing in the plan if no answer changes', async () => {
    const folder = aFolder({ 'accordant.yaml': config, [response]: answers })
    await assessed(folder)
    const plan = read(folder)
    answerAnew(folder, [])
    const { code, err } = await assessed(folder)
    expect({ code, plan: read(folder) }).toEqual({ code: 0, plan })
    expect(err).toContain('is already up to date')
  })

  it('change only what has a new answer, and keep changes made by hand', async () => {
    const folder = aFolder({ 'accordant.yaml': config, [response]: answers })
    await assessed(folder)
    const byHand = read(folder)
      .replace('need: Customers wait nine days for a repair', 'need: Nine days is too long # ours')
      .replace('Both book the visit in one calendar', 'One calendar\n    owner: b-okafor')
      .replace('  concerns:', '  # What worries us\n  concerns:')
    writeFileSync(join(folder, 'plan.yaml'), byHand)
    answerAnew(folder, [
      ['Customers wait nine days', 'Customers wait eight days'],
      ['Others would see our drawings', 'Others would copy our drawings'],
      ['Both book the visit in one calendar', 'Book together'],
      ['[Bad news travels within a day]', '[Bad news travels within a day, We ask first]'],
    ])
    const { err } = await assessed(folder)
    const top = (text: string) => text.slice(0, text.indexOf('x-filled:'))
    expect(top(read(folder))).toBe(
      top(byHand)
        .replace('Others would see our drawings', 'Others would copy our drawings')
        .replace(
          /( *- )Bad news travels within a day\n/,
          '$1Bad news travels within a day\n$1We ask first\n',
        ),
    )
    const line = (word: string) =>
      read(folder)
        .split('\n')
        .findIndex((text) => text.includes(word)) + 1
    expect(err).toContain(
      `plan.yaml:${line('need: Nine')}:9 warning: This was written by hand and stays`,
    )
    expect(err).toContain(
      `plan.yaml:${line('One calendar')}:15 warning: This was written by hand and stays`,
    )
    expect(err).toContain('Filled in "purpose.concerns", "purpose.values" in the plan')
  })

  it('leave a plan in Markdown unchanged, and print the text to paste', async () => {
    const plan = '---\naccordant: plan/1\nstage: exploring\n---\n\n# Pumps\n'
    const folder = aFolder({ 'accordant.yaml': config, 'plan.md': plan, [response]: answers })
    const { code, out } = await assessed(folder)
    expect({ code, plan: read(folder, 'plan.md') }).toEqual({ code: 2, plan })
    const pasted = plan.replace(
      'exploring\n',
      `exploring\n${out.slice(out.indexOf('partners:\n'))}`,
    )
    writeFileSync(join(folder, 'plan.md'), pasted)
    const { out: shown } = await ran(['check', join(folder, 'plan.md'), '--show-plan'])
    expect(shown).toMatch(/need: Customers wait nine days for a repair +# line/)
    answerAnew(folder, [])
    expect((await assessed(folder)).code).toBe(0)
  })
})
