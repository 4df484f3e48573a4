import type { Io } from '../../cli/io.ts'
import { createProgress } from '../../cli/progress.ts'
import { Fault } from '../../model/fault.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import {
  type Answers,
  type Assessment,
  type AssessmentOptions,
  scoreAnswers,
} from '../score/assessment.ts'
import { createRowCounter, type RowCounter } from './count-rows.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { readTablePieces } from './pieces.ts'

/** Up to so many people are told one by one, as if each had a file; of more there are counts. */
const maxResponses = 1000

interface TableOptions extends Omit<AssessmentOptions, 'paths'> {
  readonly map: string
}

/**
 * Scores a table as it is, row by row as its bytes come, without writing files: the same result as importing it. Memory does
 * not grow with the rows. A row that cannot be used is named with its line, and left out.
 */
export async function scoreTable(file: string, options: TableOptions, io: Io): Promise<Assessment> {
  const table = await openTable(file, options, io)
  const count = await createRowCounter(
    table,
    await createActiveQuestionFinder(table.loaded.questionnaire),
    maxResponses,
  )
  readRows(table, count, io)
  io.stderr.write(`${count.counted()} rows counted, ${count.refused()} refused\n`)
  if (count.counted() === 0) {
    throw new Fault(`"${file}" has no row that can be used`, {
      hint:
        count.refused() > 0 ? 'The lines above say why' : 'It has a header and nothing under it',
    })
  }
  return scoreAnswers(toAnswers(table, count), table.partnership, table.loaded, options, io)
}

/** What is to be said of rows is said after every piece, so that it does not grow. */
function readRows({ file }: OpenTable, { reader, takeMessages: said }: RowCounter, io: Io): void {
  const progress = createProgress(file, io)
  const tell = (): void => {
    const text = said()
    if (text === '') return
    progress.end()
    io.stderr.write(text)
  }
  for (const piece of readTablePieces(file)) {
    reader.take(piece)
    tell()
    progress.add(piece.length)
  }
  reader.end()
  progress.end()
  tell()
}

function toAnswers({ file, naming }: OpenTable, count: RowCounter): Answers {
  const { tally, responseAt, kept, partners, stages } = count
  const left = listRefusedWarnings(file, count.refused())
  if (count.counted() <= maxResponses) {
    return { responses: kept.flatMap((row) => responseAt(row) ?? []), warnings: left }
  }
  const many = `More than ${maxResponses} people answered, so what each of them said, wrote and told of themselves is left out`
  return {
    gathered: {
      partnership: naming.partnership,
      run: 'full',
      ...tally.finish(),
      individualEntries: null,
    },
    partners: [...partners],
    stage: stages.size === 1 ? ([...stages][0] ?? null) : null,
    warnings: [...left, many],
  }
}

function listRefusedWarnings(file: string, rows: number): readonly string[] {
  if (rows === 0) return []
  const what = rows === 1 ? 'row' : 'rows'
  const are = rows === 1 ? 'is' : 'are'
  return [`${rows} ${what} of ${file} could not be used and ${are} not in these figures`]
}
