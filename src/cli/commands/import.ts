import { basename } from 'node:path'
import { draftTableMap, importTable } from '../../app/import/import-table.ts'
import { writeNew } from '../../app/start/starters.ts'
import { type ExitCode, exitCodes } from '../../model/fault.ts'
import { writeYaml } from '../../reading/edit.ts'
import type { Io } from '../io.ts'
import { sayVisibly, writeNotes } from '../notes.ts'

interface ImportOptions {
  readonly file: string
  readonly map?: string
  readonly output?: string
  readonly questionnaire?: string
}

/** Turns a form export into response files by a map; without one, drafts it and stops. */
export async function runImport(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { file, map, output = '.' } = options
  if (map === undefined) return writeDraft(file, output, options.questionnaire, io)
  const { written, faults, notes } = await importTable(file, map, output, io)
  writeNotes(io.stdout, ...written.map((path) => ({ say: 'wrote', path }) as const))
  writeNotes(io.stderr, ...notes)
  return faults > 0 ? exitCodes.findings : exitCodes.fine
}

async function writeDraft(
  table: string,
  folder: string,
  questionnaire: string | undefined,
  io: Io,
): Promise<ExitCode> {
  const { path, map, notes } = await draftTableMap(table, folder, questionnaire, io)
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
