import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/model/forms/forms.ts'
import type { Question } from '../../../src/model/questionnaire.ts'
import type { Response, Value } from '../../../src/model/response.ts'
import { fillPlan } from '../../../src/questionnaire/fills/fill.ts'
import { listPeopleOrPartners } from '../../../src/questionnaire/fills/names.ts'
import { buildPlanFills } from '../../../src/questionnaire/fills/plan-fills.ts'
import { say } from '../../../src/words/say-message.ts'
import { aQuestion, aQuestionnaire, aResponse, skipped } from '../../scoring/support/builders.ts'

const text: Form = { type: 'text' }
const list: Form = { type: 'list' }

function table(...ids: readonly string[]): Form {
  const column = { type: 'text', from: null, to: null, choices: [] } as const
  return { type: 'table', leastRows: 0, columns: ids.map((id) => ({ id, title: id, ...column })) }
}

function asking(...questions: readonly (readonly [string, Form, string])[]) {
  return aQuestionnaire(
    questions.map(([id, form, fills]): Question => aQuestion(id, { form, fills, scored: false })),
  )
}

type Plan = Readonly<Record<string, unknown>>

/** The plan without `x-filled`, and the messages about it. */
function filled(
  questionnaire: ReturnType<typeof asking>,
  responses: readonly Response[],
  plan: Plan = {},
) {
  const { wanted, clashes } = buildPlanFills(
    questionnaire,
    responses,
    listPeopleOrPartners(plan.partners),
  )
  const done = fillPlan(plan, wanted, clashes)
  const { 'x-filled': memory, ...rest } = done.plan
  return { plan: rest, whole: done.plan, told: done.findings.map(({ message }) => say(message)) }
}

const need = asking(['a.need', text, 'purpose.need'])
const needs = (value: Value) => [aResponse('acme', { 'a.need': value })]

describe('a text', () => {
  it.each([
    ['nothing', {}],
    ['an empty text', { purpose: { need: '' } }],
    ['what only holds a place', { purpose: { need: '[insert the need]' } }],
    ['an empty section', { purpose: null }],
  ])('takes the place of %s', (_, plan) => {
    expect(filled(need, needs('Nine days'), plan).plan).toEqual({ purpose: { need: 'Nine days' } })
  })

  it('leaves what somebody wrote by hand, and reports it once', () => {
    const plan = { purpose: { need: 'Ours' } }
    const first = filled(need, needs('Nine days'), plan)
    expect(first.plan).toEqual(plan)
    expect(first.told).toEqual(['This was written by hand and stays; the answers say "Nine days"'])
    expect(filled(need, needs('Nine days'), first.whole).told).toEqual([])
  })

  it('replaces the earlier answer, but not what a person wrote since', () => {
    const { whole } = filled(need, needs('Nine days'))
    expect(filled(need, needs('Two days'), whole).plan).toEqual({ purpose: { need: 'Two days' } })
    const edited = { ...whole, purpose: { need: 'Ten' } }
    expect(filled(need, needs('Two days'), edited).plan).toEqual({ purpose: { need: 'Ten' } })
  })

  it('is not filled in again after somebody removed it by hand', () => {
    const { whole } = filled(need, needs('Nine days'))
    const { purpose, ...without } = whole
    expect(filled(need, needs('Nine days'), without).plan).toEqual({})
  })

  it('fills nothing where people answer differently, and names them', () => {
    const both = [
      aResponse('acme', { 'a.need': 'Nine days' }, { respondent: { id: 'r1', role: null } }),
      aResponse('rossi', { 'a.need': 'No work' }, { respondent: { id: 'r1', role: null } }),
    ]
    expect(filled(need, both)).toEqual({
      plan: {},
      whole: {},
      told: [
        '"purpose.need" is answered differently by r1 of acme and r1 of rossi; nothing is filled in',
      ],
    })
  })

  it('that is no longer answered leaves the plan unchanged', () => {
    const { whole } = filled(need, needs('Nine days'))
    const open = [aResponse('acme', { 'a.need': skipped })]
    expect(filled(need, open, whole).plan).toEqual({ purpose: { need: 'Nine days' } })
  })

  it('that the plan cannot hold is reported', () => {
    const due = asking(['a.end', text, 'term.end'])
    expect(filled(due, [aResponse('acme', { 'a.end': 'soon' })])).toEqual({
      plan: {},
      whole: {},
      told: ['"soon" is not a real date like "2026-11-23"; "term.end" is not filled in'],
    })
  })
})

describe('a list', () => {
  const brings = asking(['a.brings', list, 'partners.{partner}.brings'])
  const bring = (...items: readonly string[]) => [aResponse('acme', { 'a.brings': items })]

  it("fills the answering partner's own entry", () => {
    const plan = { partners: [{ id: 'rossi' }, { id: 'acme', name: 'Acme' }] }
    expect(filled(brings, bring('Parts'), plan).plan).toEqual({
      partners: [{ id: 'rossi' }, { id: 'acme', name: 'Acme', brings: ['Parts'] }],
    })
  })

  it('adds new items, removes old ones, and leaves items written by hand', () => {
    const { whole } = filled(brings, bring('Parts', 'Vans'))
    const edited = { ...whole, partners: [{ id: 'acme', brings: ['Parts', 'Vans', 'Tools'] }] }
    const { plan, told } = filled(brings, bring('Parts', 'People'), edited)
    expect(plan).toEqual({ partners: [{ id: 'acme', brings: ['Parts', 'Tools', 'People'] }] })
    expect(told).toEqual([])
  })

  it('reports an item that was changed by hand and is no longer among the answers', () => {
    const { whole } = filled(brings, bring('Parts'))
    const edited = { ...whole, partners: [{ id: 'acme', brings: ['Spare parts'] }] }
    const { plan, told } = filled(brings, bring('Parts by noon'), edited)
    expect(plan).toEqual({ partners: [{ id: 'acme', brings: ['Spare parts', 'Parts by noon'] }] })
    expect(told).toEqual([
      '"Parts" is no longer among the answers; the text written by hand in its place stays',
    ])
  })

  it('of several people is joined in partner order without doubles', () => {
    const concerns = asking(['a.worries', list, 'purpose.concerns'])
    const responses = [
      aResponse('acme', { 'a.worries': ['Pride', 'Prices'] }),
      aResponse('rossi', { 'a.worries': ['Prices', 'Winter'] }),
    ]
    expect(filled(concerns, responses).plan).toEqual({
      purpose: { concerns: ['Pride', 'Prices', 'Winter'] },
    })
  })
})

describe('an entry', () => {
  const risks = asking(['a.risks', table('risk', 'response', 'owner'), 'risks'])
  const risk = (...rows: readonly Record<string, string>[]) => [
    aResponse('acme', { 'a.risks': rows }),
  ]

  it('keeps what a person added, and takes new answers for the rest', () => {
    const { whole } = filled(risks, risk({ risk: 'Late', response: 'Book' }))
    const edited = { ...whole, risks: [{ risk: 'Late', response: 'Book', likelihood: 3 }] }
    expect(filled(risks, risk({ risk: 'Late', response: 'Call' }), edited).plan).toEqual({
      risks: [{ risk: 'Late', response: 'Call', likelihood: 3 }],
    })
  })

  it('is removed with its answer, unless somebody added to it', () => {
    const { whole } = filled(risks, risk({ risk: 'Late' }, { risk: 'Frost' }))
    const edited = { ...whole, risks: [{ risk: 'Late', impact: 2 }, { risk: 'Frost' }] }
    expect(filled(risks, risk({ risk: 'Fire' }), edited)).toMatchObject({
      plan: { risks: [{ risk: 'Late', impact: 2 }, { risk: 'Fire' }] },
      told: [
        '"Late" is no longer among the answers; it stays, because somebody added to it by hand',
      ],
    })
  })

  it('is not filled in again after somebody removed it by hand', () => {
    const { whole } = filled(risks, risk({ risk: 'Late' }, { risk: 'Frost' }))
    const edited = { ...whole, risks: [{ risk: 'Frost' }] }
    expect(filled(risks, risk({ risk: 'Late' }, { risk: 'Frost' }), edited).plan).toEqual({
      risks: [{ risk: 'Frost' }],
    })
  })

  it.each([
    ['by the whole name', 'B. Okafor'],
    ['by a part that only one has', 'okafor'],
    ['by the id', 'b-okafor'],
  ])('names people %s', (_, owner) => {
    const people = [
      { id: 'b-okafor', name: 'B. Okafor' },
      { id: 'p2', name: 'A. Visser' },
    ]
    expect(filled(risks, risk({ risk: 'Late', owner }), { people }).plan).toEqual({
      people,
      risks: [{ risk: 'Late', owner: 'b-okafor' }],
    })
  })

  it('is filled in without an unknown person, and reports it', () => {
    expect(filled(risks, risk({ risk: 'Late', owner: 'Maria' }))).toMatchObject({
      plan: { risks: [{ risk: 'Late' }] },
      told: [
        '"owner" names "Maria", but nobody under "people" has that name; "owner" of "Late" is left out',
      ],
    })
  })

  it('that is answered twice is filled in once, and reported where the answers differ', () => {
    const rows = [
      { risk: 'Late', response: 'Book' },
      { risk: 'Late', response: 'Call' },
    ]
    expect(filled(risks, risk(...rows))).toMatchObject({
      plan: { risks: [rows[0]] },
      told: ['"Late" has two different answers; only the first is filled in'],
    })
  })

  it('of people has an id of the name, and the partner who answered', () => {
    const people = asking(['a.people', table('name', 'role'), 'people'])
    const rows = [{ name: 'Åsa Nyström', role: 'Lead' }, { name: '小林' }, { name: '佐藤' }]
    expect(filled(people, [aResponse('acme', { 'a.people': rows })]).plan).toEqual({
      people: [
        { id: 'aasa-nystroem', name: 'Åsa Nyström', role: 'Lead', partner: 'acme' },
        { id: 'person', name: '小林', partner: 'acme' },
        { id: 'person-2', name: '佐藤', partner: 'acme' },
      ],
    })
  })
})

describe('an entry named by an answer', () => {
  const questionnaire = asking(
    ['a.first', text, 'partners.name'],
    ['a.theirs', list, 'partners.{a.first}.brings'],
  )
  const answers = [aResponse('acme', { 'a.first': 'Rossi Field Service', 'a.theirs': ['Vans'] })]

  it('is made once', () => {
    expect(filled(questionnaire, answers).plan).toEqual({
      partners: [{ id: 'rossi-field-service', name: 'Rossi Field Service', brings: ['Vans'] }],
    })
  })

  it('matches a partner of the plan by the beginning of its name', () => {
    const plan = { partners: [{ id: 'acme' }, { id: 'rossi' }] }
    expect(filled(questionnaire, answers, plan).plan).toEqual({
      partners: [{ id: 'acme' }, { id: 'rossi', name: 'Rossi Field Service', brings: ['Vans'] }],
    })
  })
})
