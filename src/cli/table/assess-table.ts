import { Fault } from '../../model/fault.ts'
import { activeQuestions } from '../../questionnaire/conditions.ts'
import {
  type Answers,
  type Assessment,
  type AssessmentOptions,
  assessAnswers,
} from '../assessment.ts'
import type { Io } from '../io.ts'
import { progressOf } from '../progress.ts'
import { type RowCount, rowCount } from './count-rows.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { tablePieces } from './pieces.ts'

/** Up to so many people are told one by one, as if each had a file; of more there are counts. */
const mostTold = 1000

interface TableOptions extends Omit<AssessmentOptions, 'paths'> {
  readonly map: string
}

/**
 * Scores a table as it is, row by row as its bytes come, without writing files: the same result as importing it. Memory does
 * not grow with the rows. A row that cannot be used is named with its line, and left out.
 */
export async function assessTable(
  file: string,
  options: TableOptions,
  io: Io,
): Promise<Assessment> {
  const table = await openTable(file, options, io)
  const count = await rowCount(table, await activeQuestions(table.loaded.questionnaire), mostTold)
  read(table, count, io)
  io.stderr.write(`${count.counted()} rows counted, ${count.refused()} refused\n`)
  if (count.counted() === 0) {
    throw new Fault(`"${file}" has no row that can be used`, {
      hint:
        count.refused() > 0 ? 'The lines above say why' : 'It has a header and nothing under it',
    })
  }
  return assessAnswers(answersOf(table, count), table.partnership, table.loaded, options, io)
}

/** What is to be said of rows is said after every piece, so that it does not grow. */
function read({ file }: OpenTable, { reader, said }: RowCount, io: Io): void {
  const progress = progressOf(file, io)
  const tell = (): void => {
    const text = said()
    if (text === '') return
    progress.end()
    io.stderr.write(text)
  }
  for (const piece of tablePieces(file)) {
    reader.take(piece)
    tell()
    progress.add(piece.length)
  }
  reader.end()
  progress.end()
  tell()
}

function answersOf({ file, naming }: OpenTable, count: RowCount): Answers {
  const { tally, responseAt, kept, partners, stages } = count
  const left = leftOut(file, count.refused())
  if (count.counted() <= mostTold) {
    return { responses: kept.flatMap((row) => responseAt(row) ?? []), warnings: left }
  }
  const many = `More than ${mostTold} people answered, so what each of them said, wrote and told of themselves is left out`
  return {
    gathered: { partnership: naming.partnership, run: 'full', ...tally.finish(), voices: null },
    partners: [...partners],
    stage: stages.size === 1 ? ([...stages][0] ?? null) : null,
    warnings: [...left, many],
  }
}

function leftOut(file: string, rows: number): readonly string[] {
  if (rows === 0) return []
  const what = rows === 1 ? 'row' : 'rows'
  const are = rows === 1 ? 'is' : 'are'
  return [`${rows} ${what} of ${file} could not be used and ${are} not in these figures`]
}
