import { unzipSync, zipSync } from 'fflate/browser'
import writeExcelFile from 'write-excel-file/node'
import type { FormSheet } from './sheets.ts'

/** The sheets as an Excel file. All cells are text, so that none is a formula; the same sheets are the same bytes. */
export async function writeFormWorkbook(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  const workbook = writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      columns: (rows[0] ?? []).map((head) => ({ width: widths[head] ?? 18 })),
      data: rows.map((row, index) =>
        row.map((text) =>
          text === ''
            ? null
            : { value: escapeCode(text), type: String, wrap: true, ...(index === 0 ? bold : {}) },
        ),
      ),
    })),
  )
  const parts = Object.entries(unzipSync(await workbook.toBuffer()))
  const sorted = parts.toSorted(([one], [other]) => (one < other ? -1 : 1))
  // A ZIP file has the day of the machine's own clock, so that this one is the same everywhere.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(2000, 0, 1) })
}

const bold = { fontWeight: 'bold' } as const

const widths: Readonly<Record<string, number>> = {
  label: 70,
  hint: 60,
  relevant: 40,
  constraint: 40,
}

/** Excel takes `_x0041_` for the character with that number. */
function escapeCode(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
