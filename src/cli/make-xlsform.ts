import { hashSha256 } from '../files/hash.ts'
import { findSimpleConditions } from '../questionnaire/simple-conditions.ts'
import { writeYaml } from '../reading/edit.ts'
import { writeFormWorkbook } from '../render/xlsform/workbook.ts'
import { buildXlsForm, type XlsFormSource } from '../render/xlsform.ts'
import { sayXlsForm } from '../words/say-xlsform.ts'

/** The form as an Excel file, the map for what comes back as text, and what the form cannot say. */
export async function makeXlsForm(source: Omit<XlsFormSource, 'conditions'>) {
  const conditions = findSimpleConditions(source.questionnaire)
  const { sheets, map, unsaid, leftOut } = buildXlsForm({ ...source, conditions }, hashSha256)
  return {
    workbook: await writeFormWorkbook(sheets),
    map: writeYaml(map, { head: sayXlsForm({ say: 'file-head' }) }),
    unsaid,
    leftOut,
  }
}
