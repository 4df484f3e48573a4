import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { markdownPlans } from '../../scripts/docs/markdown-plans.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { say } from '../../src/words/say-message.ts'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'

const page = markdownPlans()

function read(text: string) {
  return readMarkdownPlan(Buffer.from(text), 'plan.md')
}

/** The plan that a document is read as, without the key that makes it one. */
function plan(text: string): unknown {
  const { accordant, ...rest } = read(text).value as { readonly accordant: string }
  return accordant === 'plan/1' ? rest : accordant
}

const head = '---\naccordant: plan/1\n---\n'
const term = { term: { start: '2026-10-01' } }
const risks = (name: string) => ({ risks: [{ risk: name }] })

/** Sentences of the page, each with documents that show it, and what they are read as. */
const statements: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'A title is a heading; or bold text that is alone in its line, begins a numbered item, or leads to a list; or a line that ends in a colon before a list or table.',
    {
      '## Term\n- Start: 1 October 2026': term,
      '**Term**\n\nStart: 1 October 2026': term,
      '1. **Term.** Start: 1 October 2026': term,
      '- **Risks**\n  - Late forecasts': risks('Late forecasts'),
      'Risks:\n- Late forecasts': risks('Late forecasts'),
      'Risks:\n\n| Risk | Owner |\n| - | - |\n| Frost | |\n| Fire | Li Chen |': {
        risks: [{ risk: 'Fire', owner: 'li-chen' }],
      },
    },
  ],
  [
    'Numbers ("3.2", "Annex B:"), capitals, articles, plurals and brackets do not matter, but the words do: "Key risks" is a name of `risks`, "Our risks in winter" is not.',
    {
      '## 3.2 KEY RISKS (2026)\n- Frost': risks('Frost'),
      '## Annex B: The key risk\n- Frost': risks('Frost'),
      '## Our risks in winter\n- Frost': {},
    },
  ],
  [
    'The first heading names a plan that has the key `accordant`, unless it only says what the document is ("Memorandum of Understanding").',
    {
      [`${head}# Fresh by Friday\n\n## Risks\n- Frost`]: {
        name: 'Fresh by Friday',
        ...risks('Frost'),
      },
      '# Fresh by Friday\n\n## Risks\n- Frost': risks('Frost'),
      [`${head}# Memorandum of Understanding\n\n## Risks\n- Frost`]: risks('Frost'),
    },
  ],
  [
    'in lines of their own; in tables of two columns, or with a column for each key; or each is a title.',
    {
      '## Term\n**Start:** 1 October 2026': term,
      '## Term\n| | |\n| - | - |\n| Start | 1 October 2026 |': term,
      '## Term\n| Start | End |\n| - | - |\n| 1 October 2026 | TBD |': term,
      '## Scope\n| In scope | Out of scope |\n| - | - |\n| Flats | Shops |\n| Cellars | |': {
        scope: { included: ['Flats', 'Cellars'], excluded: ['Shops'] },
      },
      '## Term\n### Start\n1 October 2026': term,
    },
  ],
  [
    'What follows a title belongs to it up to the next one',
    { '## Exit\n### Survival\n- Secrets\n\nNotice: 30 days': { exit: { survives: ['Secrets'] } } },
  ],
  [
    'Or it is a title, with its keys in a list below. A title alone is no entry: something must be said of it.',
    {
      '## Risks\n### Frost\n- Likelihood: 3\n### Fire': {
        risks: [{ risk: 'Frost', likelihood: 3 }],
      },
    },
  ],
  [
    'may be a table with a column for each person and R, A, C and I in the cells.',
    {
      '| Activity | Ann Lee | Bo Ek |\n| - | - | - |\n| Packing | A | R |': {
        roles: [{ activity: 'Packing', accountable: 'ann-lee', responsible: ['bo-ek'] }],
      },
    },
  ],
  [
    'The numbers of a list are the steps of an escalation, and ticks (`- [x] Sign the lease`) say what is done.',
    {
      '## Escalation\n1. Who: Ann Lee; within 5 days': {
        escalation: [{ level: 1, who: ['ann-lee'], days: 5 }],
      },
      '## Next steps\n- [x] Sign the lease': {
        commitments: [{ what: 'Sign the lease', status: 'done' }],
      },
    },
  ],
  [
    'a first or last word will do if nobody else has it. An id may follow a name in brackets; else it is made from the name.',
    {
      '## People\n- Ann Lee (p1)\n- Bo Ek\n- Bo Lund\n\n## Risks\n- Frost; owner: Lee\n- Fire; owner: Bo':
        {
          people: [
            { id: 'p1', name: 'Ann Lee' },
            { id: 'bo-ek', name: 'Bo Ek' },
            { id: 'bo-lund', name: 'Bo Lund' },
          ],
          risks: [{ risk: 'Frost', owner: 'p1' }, { risk: 'Fire' }],
        },
    },
  ],
  [
    'Where the document says the same again, those lines count.',
    {
      '---\naccordant: plan/1\nterm: {start: 2026-10-01}\n---\n## Term\n- Start: 2027-01-01': term,
    },
  ],
  [
    'A value that can mean two things (`1/12/2026`), or cannot be what its key is for, is not read. If a key has two values, the first counts.',
    {
      '## Term\n- Start: 1/12/2026': {},
      '## Term\n- Start: in spring': {},
      '## Risks\n- Frost; owner: whoever is there': risks('Frost'),
      '## Term\n- Start: 1 October 2026\n- Start: 1 November 2026': term,
    },
  ],
  [
    `sentences that hold facts ("30 days' notice"), text under unknown titles, unknown columns, code, footnotes`,
    {
      "## Exit\nEither may leave with 30 days' notice.": {},
      '## Parking\n- Start: 1 October 2026': {},
      '## Term\n```\nStart: 1 October 2026\n```': {},
      '## Term\n- Start: see below[^1]\n\n[^1]: 1 October 2026': {},
    },
  ],
  [
    'Comments (`<!-- … -->`) are not looked at',
    { '<!-- ## Term\n- Start: 1 October 2026 -->\n': {} },
  ],
]

const flat = page.replaceAll(/\s+/g, ' ')
const tries = statements.flatMap(([sentence, documents]) =>
  Object.entries(documents).map(([text, value]) => ({ sentence, text, value })),
)

describe('docs/markdown-plans.md', () => {
  it.each(statements)('says: %s', (sentence) => {
    expect(flat).toContain(sentence)
  })

  it.each(tries)('is right that $sentence ($text)', ({ text, value }) => {
    expect(plan(text)).toEqual(value)
  })

  it('is right about files in folders', async () => {
    expect(flat).toContain('only if it has the key `accordant` between two lines `---`')
    const text = '## Risks\n- Frost\n'
    const folder = aFolder({ 'a.md': text, 'b.md': `---\naccordant: plan/1\n---\n${text}` })
    const checked = async (...paths: readonly string[]) => {
      const args = ['check', ...paths, '--format', 'json', '--fail-on', 'never']
      const { files } = JSON.parse((await ran(args)).out) as { files: { file: string }[] }
      return files.map(({ file }) => basename(file))
    }
    expect(await checked(folder)).toEqual(['b.md'])
    expect(await checked(join(folder, 'a.md'))).toEqual(['a.md'])
  })

  it('names blanks, each of which is told, and words for nothing, which are not', () => {
    const blanks = ['____', '[Name]', '<date>', '{{party}}', 'TBD', 'to be agreed', 'DD/MM/YYYY']
    for (const blank of blanks) {
      expect(flat).toContain(blank)
      const { value, findings } = read(`## Term\n- Start: ${blank}`)
      expect({ value, told: findings.map(({ message }) => say(message)) }).toEqual({
        value: { accordant: 'plan/1' },
        told: ['Not filled in under "Term"'],
      })
    }
    for (const nothing of ['-', 'none', 'n/a']) {
      const { value, findings } = read(`## Term\n- Start: ${nothing}`)
      expect({ value, findings }).toEqual({ value: { accordant: 'plan/1' }, findings: [] })
    }
  })

  it('is right about all other text', async () => {
    const [, example = ''] = /```markdown\n([\s\S]*?)```/.exec(page) ?? []
    const check = async (text: string) => {
      const file = join(aFolder({ 'plan.md': text }), 'plan.md')
      const args = ['check', file, '--format', 'json', '--fail-on', 'never']
      const { findings, unread, score, read } = JSON.parse((await ran(args)).out).files[0]
      const ids = (findings as { readonly id: string }[]).map(({ id }) => id)
      return { ids, unread: unread as { check: string; lines: number[] }[], score, read }
    }
    const agreed = example.replace('stage: forming', 'stage: agreed')
    const line = agreed.split('\n').indexOf('## 7. Leaving early') + 3
    const id = 'contingencies.exit-notice'
    const { ids, unread } = await check(agreed)
    expect(ids).not.toContain(id)
    expect(unread.find((each) => each.check === id)?.lines).toContain(line)
    const without = await check(agreed.replace(/## 7[\s\S]*/, ''))
    expect(without.ids).toContain(id)
    expect(without.read).toBe(1)
    const sentence = "Either of us may leave with 60 days' notice. "
    const prosy = await check(agreed.replace(sentence.trim(), sentence.repeat(20)))
    expect(prosy.read).toBeLessThan(0.8)
    expect(prosy.score).toMatchObject({ value: null, reason: 'unread' })
  })

  it('explains all of it in a page that is read in five minutes', () => {
    const text = page.slice(0, page.indexOf('## Titles, keys and columns'))
    const prose = text.replaceAll(/```[\s\S]*?```/g, '')
    expect(prose.split(/\s+/).length).toBeLessThan(1_100)
  })
})
