import { dirname } from 'node:path'
import { readPieces } from '../files/read-input.ts'
import { Fault } from '../model/fault.ts'
import { questionsOf } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import { visibleLine } from '../model/visible.ts'
import type { Stage } from '../model/vocabulary.ts'
import { activeQuestions, decidingQuestions } from '../questionnaire/conditions.ts'
import { type Cells, rowJudge } from '../questionnaire/judge-row.ts'
import { type Columns, columnsOf } from '../questionnaire/table-columns.ts'
import { importRow, planTable, type TablePlan } from '../questionnaire/table-rows.ts'
import { type PlainRow, rowReader } from '../reading/row-stream.ts'
import { decodeTable, delimiterOf, isUndecoded, type TableRow } from '../reading/table.ts'
import { tableTally } from '../scoring/table-tally.ts'
import { type Assessment, type AssessmentOptions, assessAnswers } from './assessment.ts'
import type { Io } from './io.ts'
import { loadPartnership } from './load/partnership.ts'
import { loadQuestionnaire } from './load/questionnaire.ts'
import { refuseUndecodedHeader, responseOf, undecodedReason, unfit } from './load/table.ts'
import { progressOf } from './progress.ts'
import { seenLines } from './seen-lines.ts'
import { readAs, readSource } from './source.ts'

/** Up to so many people are told one by one, as if each had a file; of more there are counts. */
const mostTold = 1000
const mostBytesInUtf16 = 64 * 1024 * 1024

/** Different answers that decide which questions are asked; of more, each row is looked at anew. */
const mostRemembered = 4096

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
  const map = readAs('map', readSource(options.map)).value
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(options.map), io)
  const { questionnaire } = loaded
  const partnership = loadPartnership(file, options.plan)
  const beginning = beginningOf(file)
  const delimiter = map.delimiter ?? delimiterOf(beginning)
  if (delimiter === null) {
    throw new Fault(`"${file}" has one column; name its "delimiter" in "${options.map}"`)
  }
  const header = map.header ?? 1
  const { columns, plan } = headerOf(beginning, header)
  const hasConditions = [...questionnaire.profile, ...questionsOf(questionnaire)].some(
    ({ when }) => when !== null,
  )
  const active = await activeQuestions(questionnaire)
  const naming = { partnership: map.partnership ?? partnership.id, loaded, now: io.now() }

  function headerOf(text: string, rows: number): { columns: Columns; plan: TablePlan } {
    const first = firstRows(text, delimiter ?? ',', rows)
    if (first.length < rows) throw new Fault(`"${file}" has no ${rows} lines of header`)
    refuseUndecodedHeader(file, first)
    const own = columnsOf(first.map(({ cells }) => cells))
    const planned = planTable(map, questionnaire, own)
    if (planned.problems.length > 0) {
      const context = { text, delimiter: delimiter ?? ',', columns: own }
      throw unfit(file, options.map, planned.problems, context)
    }
    return { columns: own, plan: planned.plan }
  }

  const all = questionsOf(questionnaire)
  const inTable = new Set(plan.answers.map(({ id }) => id))
  const tally = tableTally(
    questionnaire,
    hasConditions ? all : all.filter(({ id }) => inTable.has(id)),
  )
  const places = new Map(tally.questions.map(({ question }, place) => [question.id, place]))
  const placeOf = plan.answers.map(({ id }) => places.get(id) ?? 0)
  const answerOf = new Map(plan.answers.map(({ id }, index) => [id, index]))
  const indexOf = tally.questions.map(({ question }) => answerOf.get(question.id) ?? -1)
  const silent = tally.questions.map(({ outcome }) => (hasConditions ? outcome(null) : -1))
  const deciding = hasConditions ? await decidingQuestions(questionnaire) : null
  const decidingColumns =
    deciding === null
      ? null
      : [...plan.profile, ...plan.answers]
          .filter(({ id }) => deciding.has(id))
          .flatMap(({ column, boxes }) => boxes?.all.map((box) => box.column) ?? column ?? [])
  const askedBy = new Map<string, readonly boolean[]>()
  const judged = new Int32Array(plan.answers.length)
  const outcomes = new Int32Array(tally.questions.length)
  const judge = rowJudge(plan, (index, { answer }) => {
    const id = plan.answers[index]?.id ?? ''
    const response = responseOf(
      {
        partner: 'p',
        respondent: 'r',
        role: null,
        profile: {},
        answers: answer === null ? {} : { [id]: answer },
      },
      naming,
    )
    const told = response.answers.get(id) ?? response.inactive.get(id) ?? null
    return tally.questions[placeOf[index] ?? 0]?.outcome(told) ?? 0
  })
  const kept: TableRow[] = []
  const seen = seenLines()
  const partners = new Set<string>()
  const stagesNamed = new Set<Stage>()
  /** What is to be said of rows; it is said after every piece, so that it does not grow. */
  const named: string[] = []
  let headersLeft = header
  let counted = 0
  let refused = 0
  let lastRefused = 0

  const refuse = (line: number, reason: string): void => {
    if (line !== lastRefused) refused += 1
    lastRefused = line
    named.push(`${visibleLine(file)}:${line} refused: ${visibleLine(reason)}\n`)
  }
  const refuseRow = (texts: readonly string[], line: number): void => {
    const result = importRow(plan, columns, texts, line)
    if ('refused' in result) for (const reason of result.refused) refuse(line, reason)
  }
  const seenBefore = (partner: string, cells: Cells, line: number): number | null => {
    const column = judge.plainRespondent()
    if (column !== null && cells.ascii !== null) {
      const { bytes, starts, ends } = cells.ascii
      const [start = 0, end = 0] = [starts[column], ends[column]]
      return seen.lineOfBytes(partner, { bytes, start, end }, line)
    }
    const respondent = judge.respondent(cells)
    return respondent === null ? null : seen.lineOf(partner, respondent, line)
  }
  const take = (cells: Cells, line: number, texts: () => readonly string[]): void => {
    if (headersLeft > 0) {
      headersLeft -= 1
      return
    }
    const partner = judge.judge(cells, judged)
    if (partner === null) {
      const own = texts()
      if (own.every((cell) => cell.trim() === ''))
        named.push(`${visibleLine(file)}:${line} left out: the row is blank\n`)
      else refuseRow(own, line)
      return
    }
    const before = seenBefore(partner, cells, line)
    if (before !== null) {
      const respondent = judge.respondent(cells)
      refuse(line, `"${respondent}" of "${partner}" is on line ${before} already`)
      return
    }
    counted += 1
    partners.add(partner)
    const stage = judge.stage()
    if (stage !== null) stagesNamed.add(stage)
    if (kept.length < mostTold) kept.push({ line, cells: texts() })
    if (hasConditions) outcomesOf(cells, line, texts)
    else outcomes.set(judged)
    tally.add(tally.partner(partner), outcomes)
  }
  /** Which questions are asked depends on the answers: those of a row as a response, until the same answers decide again. */
  const askedOf = (cells: Cells, line: number, texts: () => readonly string[]) => {
    const key = decidingColumns?.map(cells.text).join('\0') ?? null
    const before = key === null ? undefined : askedBy.get(key)
    if (before !== undefined) return before
    const response = responseAt({ line, cells: texts() })
    const ids = response === null ? new Set<string>() : active(response)
    const asked = tally.questions.map(({ question }) => ids.has(question.id))
    if (key !== null && askedBy.size < mostRemembered) askedBy.set(key, asked)
    return asked
  }
  const outcomesOf = (cells: Cells, line: number, texts: () => readonly string[]): void => {
    const asked = askedOf(cells, line, texts)
    for (let place = 0; place < asked.length; place++) {
      const index = indexOf[place] as number
      const told = index < 0 ? (silent[place] as number) : (judged[index] as number)
      outcomes[place] = asked[place] === true ? told : -1
    }
  }
  const responseAt = ({ line, cells }: TableRow): Response | null => {
    const result = importRow(plan, columns, cells, line)
    return 'row' in result ? responseOf(result.row, naming) : null
  }

  const progress = progressOf(file, io)
  const bytes = bytesIn()
  const reader = rowReader(delimiter, {
    plain: (row) => {
      bytes.ascii = row
      bytes.count = row.count
      take(bytes, row.line, bytes.texts)
    },
    cells: (cells, line) => {
      if (headersLeft === 0 && cells.some(isUndecoded)) refuse(line, undecodedReason)
      else take(textsIn(cells), line, () => cells)
    },
    broken: refuse,
  })
  const tell = (): void => {
    if (named.length === 0) return
    progress.end()
    io.stderr.write(named.join(''))
    named.length = 0
  }
  for (const piece of tablePieces(file)) {
    reader.take(piece)
    tell()
    progress.add(piece.length)
  }
  reader.end()
  progress.end()
  tell()
  io.stderr.write(`${counted} rows counted, ${refused} refused\n`)
  if (counted === 0) {
    throw new Fault(`"${file}" has no row that can be used`, {
      hint: refused > 0 ? 'The lines above say why' : 'It has a header and nothing under it',
    })
  }
  const left =
    refused === 0
      ? []
      : [
          `${refused} ${refused === 1 ? 'row' : 'rows'} of ${file} could not be used and ${refused === 1 ? 'is' : 'are'} not in these figures`,
        ]
  if (counted <= mostTold) {
    const responses = kept.flatMap((row) => responseAt(row) ?? [])
    return assessAnswers({ responses, warnings: left }, partnership, loaded, options, io)
  }
  const many = `More than ${mostTold} people answered, so what each of them said, wrote and told of themselves is left out`
  return assessAnswers(
    {
      gathered: { partnership: naming.partnership, run: 'full', ...tally.finish(), voices: null },
      partners: [...partners],
      stage: stagesNamed.size === 1 ? ([...stagesNamed][0] ?? null) : null,
      warnings: [...left, many],
    },
    partnership,
    loaded,
    options,
    io,
  )
}

/** The first rows of a text; no more of it is read than that takes. */
function firstRows(text: string, delimiter: string, most: number): readonly TableRow[] {
  const rows: TableRow[] = []
  const own = bytesIn()
  const reader = rowReader(delimiter, {
    plain: (row) => {
      own.ascii = row
      own.count = row.count
      rows.push({ line: row.line, cells: own.texts() })
    },
    cells: (cells, line) => rows.push({ line, cells }),
    broken: () => {},
  })
  const bytes = Buffer.from(text)
  const size = 16 * 1024
  for (let at = 0; at < bytes.length && rows.length < most; at += size) {
    reader.take(bytes.subarray(at, at + size))
  }
  if (rows.length < most) reader.end()
  return rows.slice(0, most)
}

/** Enough of the file for its header. */
function beginningOf(file: string): string {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of tablePieces(file)) {
    pieces.push(piece)
    length += piece.length
    if (length >= 1024 * 1024) break
  }
  const text = decodeTable(Buffer.concat(pieces))
  if (text.trim() === '') throw new Fault(`"${file}" is empty; expected a table with a header`)
  return text
}

/** The bytes of a table in UTF-8; one in UTF-16 is rewritten. */
function* tablePieces(file: string): Generator<Uint8Array> {
  let isFirst = true
  for (const piece of readPieces(file)) {
    if (isFirst && isUtf16(piece)) {
      yield Buffer.from(decodeTable(wholeOf(file)))
      return
    }
    isFirst = false
    if (piece.includes(0)) throw new Fault(`"${file}" is no table in text; save it as CSV`)
    yield piece
  }
}

function isUtf16([a = 1, b = 1]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0) !== (b === 0)
}

function wholeOf(file: string): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readPieces(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > mostBytesInUtf16) {
      throw new Fault(`"${file}" is in UTF-16 and larger than 64 MB`, {
        hint: 'Save it as CSV in UTF-8',
      })
    }
  }
  return Buffer.concat(pieces)
}

/** Cells of the row that is read at the moment. */
function bytesIn() {
  const none = new Int32Array()
  const own = {
    ascii: { bytes: new Uint8Array(), starts: none, ends: none, count: 0, line: 0 } as PlainRow,
    count: 0,
    text: (column: number): string => {
      const { bytes, starts, ends } = own.ascii
      let text = ''
      const end = ends[column] ?? 0
      for (let at = starts[column] ?? 0; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
      return text
    },
    texts: (): readonly string[] =>
      Array.from({ length: own.count }, (_, index) => own.text(index)),
  }
  return own
}

function textsIn(cells: readonly string[]): Cells {
  return { count: cells.length, text: (column) => cells[column] ?? '', ascii: null }
}
