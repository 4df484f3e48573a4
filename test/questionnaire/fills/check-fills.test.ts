import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'

function questionnaireWith(question: string): string {
  return `accordant: questionnaire/1
id: own
version: 1.0.0
title: Own
levels: [{id: done, title: Done, score: 100}, {id: begun, title: Begun, score: 0}]
dimensions:
  - id: one
    title: One
    questions:
      - {id: who, ask: Who is it?, type: text}
      - id: asked
        ask: What is it?
${question.replaceAll(/^/gm, '        ')}
      - {id: later, ask: What else?, type: text}
`
}

async function told(question: string) {
  const file = join(aFolder({ 'q.yaml': questionnaireWith(question) }), 'q.yaml')
  const { out } = await ran(['check', file, '--format', 'json'])
  const { files } = JSON.parse(out)
  return files[0].findings.map(
    ({ message, line }: { message: string; line: number }) => `${line}: ${message}`,
  )
}

const names = 'columns: [{id: name, title: Name, type: text}]'

describe('checkFills', () => {
  it.each([
    'type: text\nfills: purpose.need',
    'type: list\nfills: partners.{partner}.brings',
    'type: list\nfills: partners.{one.who}.objectives',
    'type: list\nfills: decisions.topic',
    `type: table\nfills: people\n${names}`,
    `type: table\nfills: x-candidates\n${names}`,
    'type: choice\nfills: legalStatus\nchoices: [{id: binding, title: Binding}]',
  ])('may be %j', async (question) => {
    expect(await told(question)).toEqual([])
  })

  it.each([
    ['type: text\nfills: purpos.need', '"purpos" is not a key of a plan'],
    ['type: text\nfills: purpose.ned', '"ned" is not a key of a plan here'],
    ['type: text\nfills: purpose', '"purpose" is a section; name a key in it'],
    [
      'type: text\nfills: purpose..need',
      '"purpose..need" is not a path in a plan; expected one like "purpose.need"',
    ],
    ['type: list\nfills: purpose.need', 'A question of the type "list" cannot fill "purpose.need"'],
    ['type: list\nfills: risks', '"risks" holds entries; only a table can fill it'],
    [
      'type: list\nfills: risks.risk.more',
      '"risks" is a list; end the path with one of its fields',
    ],
    [
      'type: list\nfills: risks.{partner}.risk',
      '"{partner}" names a partner; expected it after "partners."',
    ],
    [
      'type: list\nfills: partners.{one.later}.brings',
      '"{one.later}" is neither "{partner}" nor an earlier question of the type "text"; expected "one.who"',
    ],
    [`type: table\nfills: risks\n${names}`, 'The column "name" is not a field of "risks"'],
    [
      'type: choice\nfills: legalStatus\nchoices: [{id: bound, title: Bound}]',
      '"bound" cannot be a value of "legalStatus"',
    ],
    [
      'type: yes-no\nfills: purpose.need',
      'A question of the type "yes-no" cannot fill "purpose.need"',
    ],
  ])('is refused on its line: %j', async (question, message) => {
    expect(await told(question)).toEqual([`14: ${message}`])
  })
})
