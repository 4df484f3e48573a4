import { hashSha256 } from '../files/hash.ts'
import { applyWords } from '../model/apply-words.ts'
import type { FormSetup } from '../model/form-setup.ts'
import { findSimpleConditions } from '../questionnaire/simple-conditions.ts'
import { writeYaml } from '../reading/edit.ts'
import { writeFormWorkbook } from '../render/xlsform/workbook.ts'
import { buildXlsForm } from '../render/xlsform.ts'
import { sayXlsForm } from '../words/say-xlsform.ts'

/** The form as an Excel file, the map for what comes back as text, and what the form cannot say. */
export async function makeXlsForm(setup: Omit<FormSetup, 'hash' | 'expressions'>, named: string) {
  const questionnaire = applyWords(setup.questionnaire, null)
  const conditions = findSimpleConditions(questionnaire)
  const form = buildXlsForm({ ...setup, questionnaire, conditions, named }, hashSha256)
  const { sheets, map, unsaid, leftOut } = form
  return {
    workbook: await writeFormWorkbook(sheets),
    map: writeYaml(map, { head: sayXlsForm({ say: 'file-head' }) }),
    unsaid,
    leftOut,
  }
}
