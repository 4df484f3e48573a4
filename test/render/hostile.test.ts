import { stripVTControlCharacters } from 'node:util'
import { parse } from 'csv-parse/sync'
import type { Nodes as HtmlNodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/cli/summary.ts'
import { hashSha256Base64 } from '../../src/files/hash.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import type { Answer, Value } from '../../src/model/response.ts'
import { controlCharacters, makeVisibleLine } from '../../src/model/visible.ts'
import { renderActionsCsv } from '../../src/render/actions-csv.ts'
import { renderReportHtml } from '../../src/render/html.ts'
import { renderResultJson } from '../../src/render/json.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { renderResultCsv } from '../../src/render/result-csv.ts'
import { buildReport } from '../../src/report/report.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { drawScreen } from '../../src/terminal/view/draw.ts'
import { createScreenPaint } from '../../src/terminal/view/screen-line.ts'
import { measureText } from '../../src/terminal/view/text-width.ts'
import { inFull, toTell } from '../report/support.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  notReady,
  ready,
} from '../scoring/support/builders.ts'
import { hostileTexts } from './hostile-texts.ts'
import { shape } from './markdown-tree.ts'

/** A questionnaire with this text wherever its author writes one. */
function questionnaireWith(text: string): Questionnaire {
  const practice = {
    do: text,
    done: text,
    effort: 'small' as const,
    day: 'team' as const,
    takes: 'P1W',
    by: 'us' as const,
  }
  const values = [1, 2, 3, 4, 5].map((value) => ({ value, label: text }))
  const question = {
    ...{ ask: text, why: text, evidence: text, source: text, practice },
    form: { type: 'rating' as const, values },
  }
  const made = aQuestionnaire(
    [
      aQuestion('trust.ours', { ...question, about: 'us', mirror: 'trust.theirs' }),
      aQuestion('trust.theirs', { ...question, about: 'them', mirror: 'trust.ours' }),
      aQuestion('trust.kept', question),
    ],
    {
      title: text,
      why: text,
      levels: [
        { ...ready, title: text, meaning: text },
        { ...notReady, title: text, meaning: text },
      ],
    },
  )
  const dimensions = made.dimensions.map((dimension) => ({ ...dimension, title: text, why: text }))
  const about = { dimension: null, ask: text, why: text, when: null, formerly: [] }
  const profile: Questionnaire['profile'] = [
    { ...about, id: 'dependence', form: question.form },
    { ...about, id: 'problem', form: { type: 'text' } },
  ]
  return { ...made, dimensions, profile }
}

/** Long, so that the page is laid out alike. */
const named = (text: string) =>
  new Map(['north', 'south'].map((id) => [id, `${text} of the long river and the two old mills`]))

function planWith(text: string): Plan {
  return {
    accordant: 'plan/1',
    name: text,
    people: [{ id: 'p1', name: text, partner: 'north' }],
    risks: [{ risk: text, likelihood: 4, impact: 5, owner: 'p1' }],
    commitments: [{ what: text, owner: 'p1', due: '2026-01-01' }],
  }
}

function inputWith(text: string) {
  const questionnaire = questionnaireWith(text)
  const note = (value: number): Answer => ({ state: 'answered', value, note: text })
  const exempt: Answer = { state: 'not-applicable', reason: text, note: null }
  const of = (partner: string, answers: ReadonlyMap<string, Answer>) => ({
    ...aResponse(partner, {}),
    respondent: { id: 'r1', role: text },
    profile: new Map<string, Value>([
      ['dependence', 5],
      ['problem', text],
    ]),
    answers,
  })
  const people = [
    of(
      'north',
      new Map([
        ['trust.ours', note(5)],
        ['trust.theirs', note(1)],
        ['trust.kept', exempt],
      ]),
    ),
    of(
      'south',
      new Map([
        ['trust.ours', note(2)],
        ['trust.theirs', note(4)],
        ['trust.kept', note(2)],
      ]),
    ),
  ]
  const input = toTell(questionnaire, people, { partners: named(text), warnings: [text] })
  const plan = {
    score: { value: 50, low: 50, high: 50, coverage: 1 },
    stage: 'agreed' as const,
    errors: 1,
    read: 1,
    dimensions: [],
    findings: [aFindingWith(text)],
    unread: [],
  }
  return {
    ...input,
    people: new Map([['p1', text]]),
    plan: planWith(text),
    placeInPlan: () => text,
    result: { ...input.result, today: '2026-11-23', plan },
  }
}

function aFindingWith(text: string) {
  const place = { path: ['risks', 0], line: 1, column: 1, endLine: 1, endColumn: 2 }
  const said = { file: 'plan.yaml', id: 'trust.kept', severity: 'error' as const, message: text }
  return { ...place, ...said, fix: text, waived: null, baseline: false }
}

function written(text: string) {
  const input = inputWith(text)
  const report = buildReport(inFull(input))
  const { result, questionnaire } = input
  const now = { name: text, day: '2026-11-20', result, questionnaire }
  return {
    input,
    markdown: renderReportMarkdown(report),
    html: renderReportHtml(report, hashSha256Base64),
    csv: renderResultCsv([now]),
    actions: renderActionsCsv({ result, questionnaire, people: input.people, today: '2026-11-23' }),
    json: renderResultJson(result),
  }
}

/** Elements with the names of their attributes, in their order; of a drawing, whose lines follow its words, the kinds. */
function tags(page: HtmlNodes): readonly string[] {
  const found: string[] = []
  const drawn = new Set<string>()
  const visit = (node: HtmlNodes, inDrawing: boolean) => {
    const isDrawing = inDrawing || (node.type === 'element' && node.tagName === 'svg')
    if (node.type === 'element') {
      const tag = `${node.tagName} ${Object.keys(node.properties)}`
      if (inDrawing) drawn.add(tag)
      else found.push(tag)
    }
    if ('children' in node) for (const child of node.children) visit(child, isDrawing)
  }
  visit(page, false)
  return [...found, ...[...drawn].toSorted()]
}

function textOf(node: HtmlNodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const acting = new RegExp(`(?![\\t\\n])[${controlCharacters}]`, 'u')
const carriedOut = (output: string) =>
  output.split(/\r?\n/).filter((line) => /^\s*::/.test(line) || /##[a-z]*\[/i.test(line))
const formulas = (table: string) =>
  (parse(table, { bom: true }) as string[][])
    .flat()
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))
/** Joiners that only part a sign from its meaning are no loss. */
const seen = (text: string) =>
  text
    .replaceAll(/[\u2060\u200b]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const harmless = written('harmless')
const harmlessTags = tags(fromHtml(harmless.html))
const harmlessShape = shape(harmless.markdown)

describe('seven hundred hostile texts', () => {
  it('are as many, each of them once', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(700)
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length)
  })

  it.each(chunks(hostileTexts, 90))('act nowhere in a report, and are not lost: %#', (...texts) => {
    for (const text of texts) {
      const own = written(text)
      expect([text, shape(own.markdown)]).toEqual([text, harmlessShape])
      const page = fromHtml(own.html)
      expect([text, tags(page)]).toEqual([text, harmlessTags])
      expect([text, seen(textOf(page)).includes(seen(makeVisibleLine(text)))]).toEqual([text, true])
      for (const output of [own.markdown, own.html, own.csv.slice(1), own.actions.slice(1)]) {
        expect([text, acting.exec(output.replaceAll('\r\n', '\n'))]).toEqual([text, null])
      }
      for (const output of [own.markdown, own.csv, own.actions]) {
        expect([text, carriedOut(output)]).toEqual([text, []])
      }
      for (const table of [own.csv, own.actions])
        expect([text, formulas(table)]).toEqual([text, []])
      expect(JSON.parse(own.json)).toEqual(JSON.parse(JSON.stringify(own.input.result)))
    }
  })

  it.each(chunks(hostileTexts, 90))('act nowhere in a terminal: %#', (...texts) => {
    for (const text of texts) {
      const screen = stripVTControlCharacters(
        renderSummary(buildReport(inputWith(text)), { columns: 80, paint: createScreenPaint(3) }),
      )
      expect([text, acting.exec(screen)]).toEqual([text, null])
      for (const line of screen.split('\n')) expect(measureText(line)).toBeLessThanOrEqual(80)
      const question = { ...questionnaireWith(text) }
      const seat = {
        ...{ name: text, questionnaire: question, response: aResponse('north', {}), change: null },
        active: new Set(['trust.ours', 'trust.theirs', 'trust.kept']),
        skippedProfile: new Set<string>(),
      }
      const notice = {
        minGroup: 1,
        parts: [{ sentences: [{ say: 'as-written', text } as const], items: [] }],
      }
      const round = {
        ...{ turn: 0, at: 'trust.ours', blind: false, difference: null, history: [], ended: null },
        ...{ seats: [seat, seat], done: new Set<number>() },
      }
      for (const told of [null, notice]) {
        const state = createScreenState({ ...round, notice: told }, { columns: 40, rows: 20 })
        const { content, below } = drawScreen(state, createScreenPaint(0))
        const drawn = stripVTControlCharacters(`${content}\n${below}`)
        expect([text, acting.exec(drawn)]).toEqual([text, null])
        for (const line of drawn.split('\n')) expect(measureText(line)).toBeLessThanOrEqual(40)
      }
    }
  })
})

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size))
}
