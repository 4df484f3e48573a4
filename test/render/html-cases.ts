import { buildReport, type Report } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
import {
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
} from '../scoring/support/builders.ts'

const dimensions = ['trust', 'goals', 'roles', 'talk', 'risks', 'future']

const questionnaire = aQuestionnaire(
  dimensions.flatMap((dimension) =>
    ['a', 'b'].map((id) =>
      aQuestion(`${dimension}.${id}`, { practice: aPractice({ do: `Work on ${dimension}` }) }),
    ),
  ),
  { title: 'Readiness', coverage: 0.5 },
)

/** Answers that differ from partner to partner and from dimension to dimension. */
function answers(partner: number, known = true) {
  return Object.fromEntries(
    dimensions.flatMap((dimension, index) => [
      [`${dimension}.a`, ((partner * 2 + index) % 5) + 1],
      [`${dimension}.b`, known ? ((partner + index * 3) % 5) + 1 : dontKnow],
    ]),
  )
}

const hostile =
  '<script>alert(1)</script>\u202Eevil\u001B[31m & "quoted" \'x\' ]]> javascript:alert(1)'

/** Small reports at the edges, for what must hold of every page. */
export function htmlCases(): readonly { readonly name: string; readonly report: Report }[] {
  const of = (count: number, more: Parameters<typeof toTell>[2] = {}) =>
    buildReport(
      toTell(
        questionnaire,
        Array.from({ length: count }, (_, index) =>
          aResponse(`partner-${index + 1}`, answers(index)),
        ),
        more,
      ),
    )
  const unknown = aResponse(
    'north',
    Object.fromEntries(Object.keys(answers(0)).map((id) => [id, dontKnow])),
  )
  return [
    { name: 'one partner', report: of(1) },
    { name: 'two partners', report: of(2) },
    { name: 'three partners', report: of(3) },
    { name: 'eight partners', report: of(8) },
    { name: 'hidden partners', report: of(3, { minGroup: 2 }) },
    { name: 'hidden all', report: of(3, { minGroup: 9 }) },
    { name: 'nothing scored', report: buildReport(toTell(questionnaire, [unknown])) },
    {
      name: 'half unknown',
      report: buildReport(
        toTell(questionnaire, [
          aResponse('north', answers(0, false)),
          aResponse('south', answers(3, false)),
        ]),
      ),
    },
    {
      name: 'hostile names',
      report: of(2, {
        partners: new Map([
          ['partner-1', hostile],
          ['partner-2', 'A very long name that goes on and on without a single stop '.repeat(4)],
        ]),
      }),
    },
    {
      name: 'long names',
      report: of(5, {
        partners: new Map([
          ['partner-1', 'Donaudampfschifffahrtsgesellschaftshaus1'],
          ['partner-2', 'The Northern Association of Harbour Towns'],
          ['partner-3', 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW'],
          ['partner-4', 'Municipality of Great Snoring and Thursford'],
        ]),
      }),
    },
  ]
}
