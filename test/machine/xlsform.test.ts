import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFormWorkbook } from '../../src/render/xlsform/workbook.ts'
import { aForm, formQuestionnaires, loadFormQuestionnaire } from '../support/xlsform.ts'
import { convertInOffice } from './support/office.ts'
import { needs } from './support/tools.ts'

needs('soffice')

const sheetNames = ['survey', 'choices', 'settings'] as const

describe('an XLSForm, in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordant-'))
  const forms: ReturnType<typeof aForm>[] = []

  beforeAll(async () => {
    const files: string[] = []
    for (const [index, name] of formQuestionnaires.entries()) {
      const form = aForm(await loadFormQuestionnaire(name))
      const file = join(folder, `form-${index}.xlsx`)
      writeFileSync(file, await writeFormWorkbook(form.sheets))
      forms.push(form)
      files.push(file)
    }
    convertInOffice(files, everySheet, folder)
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(formQuestionnaires.map((name, index) => ({ name, index })))(
    'has each cell as it is: $name',
    ({ index }) => {
      const read = sheetNames.map((sheet) => {
        const text = readFileSync(join(folder, 'csv', `form-${index}-${sheet}.csv`), 'utf8')
        return { name: sheet, rows: parse(text) }
      })
      expect(read).toEqual(forms[index]?.sheets)
    },
  )
})

/** The filter of LibreOffice that writes all sheets, each as it was entered, in UTF-8. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
