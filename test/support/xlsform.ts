import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildNotice } from '../../src/app/interview/notice.ts'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { applyWords } from '../../src/model/apply-words.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { findSimpleConditions } from '../../src/questionnaire/simple-conditions.ts'
import { buildXlsForm, type XlsFormSource } from '../../src/render/xlsform.ts'
import { builtIn } from '../content/built-in.ts'
import { aResponse } from '../interview/make.ts'
import { everyQuestion } from './every-question.ts'

/** What a form is made of, for two partners and the full run unless said otherwise. */
export function aFormSource(
  questionnaire: Questionnaire,
  more: Partial<XlsFormSource> = {},
): XlsFormSource {
  const worded = applyWords(questionnaire, null)
  return {
    questionnaire: worded,
    conditions: findSimpleConditions(worded),
    named: questionnaire.id,
    partnership: { id: 'northwind-contoso', name: 'Northwind–Contoso' },
    partners: [
      { id: 'northwind', name: 'Northwind Traders' },
      { id: 'contoso', name: 'Contoso' },
    ],
    run: 'full',
    notice: buildNotice({
      questionnaire: worded,
      responses: [aResponse()],
      partners: [],
      asked: 10,
      day: null,
      partnership: 'Northwind–Contoso',
      files: [],
      minGroup: 3,
      blind: false,
    }),
    ...more,
  }
}

/** The rows of a sheet by the names of its columns, without what is empty. */
export function readFormSheet(
  form: Pick<ReturnType<typeof buildXlsForm>, 'sheets'>,
  name: 'survey' | 'choices' | 'settings',
): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = form.sheets.find((sheet) => sheet.name === name)?.rows ?? []
  return rows.map((row) =>
    Object.fromEntries(
      head.flatMap((column, index) => (row[index] === '' ? [] : [[column, row[index] ?? '']])),
    ),
  )
}

/** The form without the digest, which has nothing to do with what it asks. */
export function aForm(questionnaire: Questionnaire, more: Partial<XlsFormSource> = {}) {
  return buildXlsForm(aFormSource(questionnaire, more), () => 'sha256:0123456789abcdef')
}

/** Every questionnaire that comes with the program, and one with all that there is. */
export const formQuestionnaires = [
  'partnership-readiness',
  'partnership-health',
  'collaboration-capability',
  'five-days-of-action',
  'every question',
] as const

export async function loadFormQuestionnaire(name: string): Promise<Questionnaire> {
  if (name !== 'every question') return (await builtIn(name)).questionnaire
  const folder = mkdtempSync(join(tmpdir(), 'accordant-'))
  const file = join(folder, 'small.yaml')
  writeFileSync(file, everyQuestion)
  const { questionnaire } = await loadQuestionnaireFile(file, { root: folder })
  rmSync(folder, { recursive: true })
  return questionnaire
}
