import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'

const page = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'writing-a-questionnaire.md'),
  'utf8',
)
const [questionnaire = '', topic = '', words = '', config = ''] = [
  ...page.matchAll(/```yaml\n(.*?)```/gs),
].map(([, text = '']) => text)

function aQuestionnaire(text = questionnaire): string {
  return join(aFolder({ 'suppliers/questionnaire.yaml': text }), 'suppliers', 'questionnaire.yaml')
}

describe('docs/writing-a-questionnaire.md', () => {
  it('has a questionnaire that passes check without findings', async () => {
    const { code, out } = await ran(['check', aQuestionnaire(), '--today', '2026-11-23'])
    expect(out).toBe('1 file checked on 2026-11-23: nothing found\nVerdict: pass\n')
    expect(code).toBe(0)
  })

  it('has a questionnaire that makes a report', async () => {
    const { code, out } = await ran(['preview', aQuestionnaire(), '--report'])
    expect(code).toBe(0)
    expect(out).toContain('# Working with our suppliers, a preview with made-up answers')
    expect(out).toContain('take half an hour together')
  })

  it('shows a topic, by which the check is found in prose', async () => {
    const text = questionnaire.replace('        supports:', `        ${topic}        supports:`)
    const file = aQuestionnaire(text)
    const { out } = await ran(['check', file, '--today', '2026-11-23'])
    expect(out).toBe('1 file checked on 2026-11-23: nothing found\nVerdict: pass\n')
    const told = async (sentence: string) => {
      const plan = join(aFolder({ 'm.md': `# Supplies\n\n## Other\n\n${sentence}\n` }), 'm.md')
      const found = await ran(['check', plan, '--questionnaire', file, '--format', 'json'])
      return JSON.parse(found.out).files[0].unread
    }
    const unread = [{ check: 'trouble.escalation', lines: [5] }]
    expect(await told('Either of us may leave with two months of notice.')).toEqual(unread)
    expect(await told('The lease ends on 1 May 2027.')).toEqual(unread)
    expect(await told('The lease ends on a sad note.')).toEqual([])
    expect(await told('We stopped for lunch.')).toEqual(unread)
  })

  it('shows words that change with the partner who answers', async () => {
    const [profile = '', own = ''] = words.split(/^(?=words:)/m)
    const text = questionnaire
      .replace('profile:\n', profile)
      .replace('dimensions:\n', `${own}dimensions:\n`)
      .replace('ask: What happens after a', 'ask: What do our {people} do after a')
    const { out } = await ran(['check', aQuestionnaire(text), '--today', '2026-11-23'])
    expect(out).toBe('1 file checked on 2026-11-23: nothing found\nVerdict: pass\n')
    const preview = await ran(['preview', aQuestionnaire(text), '--report'])
    expect(preview.out).toMatch(
      /What do our (?:teachers|coaches|people) do after a late delivery\?/,
    )
  })

  it('has settings that use the questionnaire', async () => {
    const folder = aFolder({
      'suppliers/questionnaire.yaml': questionnaire,
      'both/accordant.yaml': config,
    })
    const { code, out } = await ran(['check', join(folder, 'both')])
    expect(out).toContain('nothing found')
    expect(code).toBe(0)
  })

  it.each([
    ['How clear and fair are the rules?', 'question.two-ideas'],
    ["Don't you agree that we deliver on time?", 'question.leading'],
    ['How do we leverage synergies?', 'question.jargon'],
  ])('gives as bad a wording that check finds: %s', async (ask, id) => {
    expect(page).toContain(`| ${ask} |`)
    const text = questionnaire.replace('ask: What happens after a late delivery?', `ask: "${ask}"`)
    const { out } = await ran(['check', aQuestionnaire(text)])
    expect(out).toContain(`[${id}]`)
  })

  it.each([
    'How are the rules made known?',
    'How many of the last ten deliveries were on time?',
    'What do both of us use that only one paid for?',
    'How soon do they hear of it?',
  ])('gives as good a wording that check accepts: %s', async (ask) => {
    expect(page).toContain(`| ${ask}`)
    const text = questionnaire.replace('ask: What happens after a late delivery?', `ask: "${ask}"`)
    const { out } = await ran(['check', aQuestionnaire(text)])
    expect(out).toContain('nothing found')
  })
})
