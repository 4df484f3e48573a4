import { basename } from 'node:path'
import { findAnswers, importAnswers } from '../../app/import/import-answers.ts'
import { draftTableMap, importTable } from '../../app/import/import-table.ts'
import { writeNew } from '../../app/start/starters.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { writeYaml } from '../../reading/edit.ts'
import type { Io } from '../io.ts'
import { formatFault, sayVisibly, writeNotes } from '../notes.ts'

interface ImportOptions {
  readonly files: readonly string[]
  readonly map?: string
  readonly output?: string
  readonly questionnaire?: string
  readonly overwrite?: boolean
}

/**
 * Turns what people sent back, or a form export with its map, into response files. Of a table without a map it drafts that, and
 * stops.
 */
export async function runImport(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { files, map, output = '.' } = options
  const [file = '', ...others] = files
  if (map === undefined) {
    const found = findAnswers(files)
    const isMail = file === '-' || /\.eml$/i.test(file)
    if (found.sources.length + found.cut.length + others.length > 0 || isMail) {
      return writeAnswers(found, options, io)
    }
    return writeDraft(file, output, options.questionnaire, io)
  }
  if (others.length > 0) {
    throw new Fault({ say: 'map-needs-one-table' }, { say: 'import-one-table-hint' })
  }
  const { written, faults, notes } = await importTable(file, map, output, io)
  writeNotes(io.stdout, ...written.map((path) => ({ say: 'wrote', path }) as const))
  writeNotes(io.stderr, ...notes)
  return faults > 0 ? exitCodes.findings : exitCodes.fine
}

async function writeAnswers(
  { sources, unread, cut }: ReturnType<typeof findAnswers>,
  { files, output: folder = '.', questionnaire, overwrite = false }: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  const named = questionnaire === undefined ? {} : { questionnaire }
  const { written, notes, faults } = await importAnswers(
    sources,
    { folder, overwrite, ...named },
    io,
  )
  const without: readonly Fault[] = files.flatMap((file) => {
    const isEmpty = !sources.some((source) => isOfFile(source, file)) && cut.length === 0
    return unread.get(file) ?? (isEmpty ? createNoAnswersFault(file) : [])
  })
  for (const fault of [...cut, ...faults, ...without]) io.stderr.write(formatFault(fault))
  writeNotes(io.stdout, ...written.map((path) => ({ say: 'wrote', path }) as const))
  const refused = cut.length + faults.length + without.length
  writeNotes(io.stderr, ...notes, { say: 'answers-imported', imported: written.length, refused })
  return refused > 0 ? exitCodes.findings : exitCodes.fine
}

function isOfFile(source: { readonly file: string }, file: string): boolean {
  return source.file === (file === '-' ? '<stdin>' : file.replaceAll('\\', '/'))
}

function createNoAnswersFault(file: string): Fault {
  return new Fault({ say: 'no-answers-in-file', file }, { say: 'no-answers-in-file-hint' })
}

async function writeDraft(
  table: string,
  folder: string,
  questionnaire: string | undefined,
  io: Io,
): Promise<ExitCode> {
  const { path, map, notes, found } = await draftTableMap(table, folder, questionnaire, io)
  // A mail has commas too.
  if (found === 0 && !/\.(csv|tsv)$/i.test(table)) throw createNoAnswersFault(table)
  const lines = [
    sayVisibly({ say: 'map-draft-head', table: basename(table) }),
    ...notes.map(sayVisibly),
  ]
  writeNew(path, writeYaml(map, { head: lines.join('\n') }))
  writeNotes(io.stdout, { say: 'wrote', path })
  writeNotes(io.stderr, ...notes.map((note) => ({ say: 'indented', text: note }) as const), {
    say: 'map-drafted',
    table,
    map: path,
  })
  return exitCodes.questionsOpen
}
