import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'
import { typed } from './support/typed.ts'

const small = aSmallQuestionnaire(`  - id: visits
    title: Visits
    questions:
      - {id: paid, ask: Do we pay them visits?, type: yes-no, core: true}
      - {id: seen, ask: Whom did we see?, type: text, when: {question: visits.paid, is: yes}}
`)

describe('preview', () => {
  it('lists the questions if there is no terminal', async () => {
    const folder = aFolder({ 'questionnaire.yaml': small })
    const { code, out, err } = await ran(['preview', folder])
    expect({ code, out, err }).toEqual({
      code: 3,
      out: 'visits.paid\n',
      err: 'There is no terminal to ask in. These questions would be asked, from first to last; "--report" needs no terminal\n',
    })
  })

  it('asks the questions, ends with the verdict, and saves nothing', async () => {
    const folder = aFolder({ 'questionnaire.yaml': small })
    const { code, out, err } = await typed(['preview', folder, '--accessible'], ['', 'n', 'f'])
    expect(err).toContain(
      'Preview of "Small". Nothing is saved. There is 1 question, more or fewer as you\nanswer.',
    )
    expect(err).toContain('- The report shows averages for each partner')
    expect(out).toContain('Not ready')
    expect(err).toMatch(/This was a preview: nothing was saved\.\n$/)
    expect(code).toBe(0)
    expect(readdirSync(folder)).toEqual(['questionnaire.yaml'])
  })

  it('writes a report that says its answers are made up', async () => {
    const folder = aFolder({ 'questionnaire.yaml': small })
    const { code, out, err } = await ran(['preview', folder, '--report', '--seed', '5'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# Small, a preview with made-up answers$/m)
    expect(out).toMatch(/^- Every answer here is made up/m)
    expect(err).toBe(
      'Every answer is made up. "--seed 5" makes the same answers again; another seed makes others\n',
    )
    expect(readdirSync(folder)).toEqual(['questionnaire.yaml'])
  })

  it('writes the same report for the same seed, and a different one for another seed', async () => {
    const of = async (...argv: readonly string[]) =>
      (await ran(['preview', 'partnership-health', '--report', ...argv])).out
    const first = await of('--seed', '1')
    expect(await of()).toBe(first)
    expect(await of('--seed', '2')).not.toBe(first)
  })

  it('writes every format of a report', async () => {
    const folder = aFolder()
    const page = join(folder, 'preview.html')
    const argv = ['--report', '--format', `html=${page}`, '--format', 'json']
    const { code, out } = await ran(['preview', 'partnership-health', '--quick', ...argv])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ accordant: 'result/2' })
    expect(readdirSync(folder)).toEqual(['preview.html'])
  })

  it('writes a report of a questionnaire without a score too', async () => {
    const { code, out } = await ran(['preview', 'five-days-of-action', '--report'])
    expect([code, out.includes('> **5 of 5 days have a result**')]).toEqual([0, true])
  })

  it.each(['seed', 'format'])('accepts --%s only with --report', async (option) => {
    const { code, err } = await ran(['preview', 'partnership-health', `--${option}`, 'json'])
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: "--${option}" works only with a report on made-up answers\n  Add --report\n`,
    })
  })

  it('names the questionnaire that does not exist', async () => {
    const { code, err } = await ran(['preview', 'partnership-helth'])
    expect(code).toBe(2)
    expect(err).toContain('did you mean "partnership-health"?')
  })
})
