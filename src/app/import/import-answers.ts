import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readInput, readStdin } from '../../files/read-input.ts'
import { exists } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import { isMap } from '../../model/value.ts'
import { writeYaml } from '../../reading/edit.ts'
import { findResponsePassages } from '../../reading/find-responses.ts'
import { readYaml } from '../../reading/yaml.ts'
import type { Message } from '../../words/message.ts'
import { requirePartnership } from '../interview/home.ts'
import type { Partnership } from '../load/partnership.ts'
import { hidePrivateLines } from '../load/private-lines.ts'
import { loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import { fitResponseOrThrow, toResponseSource } from '../load/responses.ts'
import { getSourceKind, mentionsUs, readSource, type Source } from '../load/source.ts'
import { writeNew } from '../start/starters.ts'
import type { World } from '../world.ts'

interface AnswersImport {
  /** Response files that were written. */
  readonly written: readonly string[]
  readonly notes: readonly Message[]
  /** Why others could not be used. */
  readonly faults: readonly Fault[]
}

interface AnswersOptions {
  /** The partnership's folder. */
  readonly folder: string
  readonly questionnaire?: string
  /** Replace earlier answers of the same person? */
  readonly overwrite?: boolean
}

/**
 * The answers in files and mails that people sent back: one found in each, or several. Empty where there is none, as in a table. `-` is
 * standard input.
 */
export function findAnswers(files: readonly string[]): readonly Source[] {
  return files.flatMap((file) => {
    const bytes = file === '-' ? readStdin() : readInput(file)
    if (!mentionsUs(bytes)) return []
    const name = file === '-' ? '<stdin>' : file.replaceAll('\\', '/')
    const whole: Source = { file: name, document: hidePrivateLines(readYaml(bytes, name)) }
    if (getSourceKind(whole) === 'response') return [whole]
    return findResponsePassages(bytes).map((passage) => {
      const text = new TextEncoder().encode(passage)
      return { file: name, document: hidePrivateLines(readYaml(text, name)) }
    })
  })
}

/** Writes a response file for each person; what cannot be used stops no other. The same answers sent twice are one response. */
export async function importAnswers(
  sources: readonly Source[],
  options: AnswersOptions,
  world: World,
): Promise<AnswersImport> {
  const partnership = await requirePartnership(options.folder)
  const written: string[] = []
  const notes: Message[] = []
  const faults: Fault[] = []
  for (const source of sources) {
    try {
      const { path, isNew } = await importOne(source, partnership, options, written, world)
      if (isNew) written.push(path)
      else notes.push({ say: 'answers-there', file: source.file, path })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(error)
    }
  }
  return { written, notes, faults }
}

async function importOne(
  source: Source,
  partnership: Partnership,
  { questionnaire, overwrite = false }: AnswersOptions,
  written: readonly string[],
  world: World,
): Promise<{ readonly path: string; readonly isNew: boolean }> {
  const response = toResponseSource(source, partnership)
  const loaded = await loadQuestionnaireFor(response, partnership, questionnaire, world)
  // Answers that no report could use are better refused now, while the person who sent them can still be asked.
  fitResponseOrThrow(response, loaded.questionnaire, loaded.hash, [])
  const { partner, respondent } = response.file
  const value = { ...toRecord(source.document.value), partner }
  const path = join(partnership.folder, 'responses', `${partner}-${respondent.id}.yaml`)
  if (!exists(path)) {
    writeNew(path, writeYaml(value))
    return { path, isNew: true }
  }
  const earlier = readSource(path).document
  if (earlier.readable && isDeepStrictEqual(toPlain(earlier.value), toPlain(value))) {
    return { path, isNew: false }
  }
  if (!overwrite || written.includes(path)) {
    throw new Fault(
      { say: 'other-answers-there', file: source.file, code: respondent.id, partner, path },
      { say: written.includes(path) ? 'other-answers-twice-hint' : 'other-answers-there-hint' },
    )
  }
  writeWhole(path, writeYaml(value))
  return { path, isNew: true }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {}
}

/** Maps without a prototype of their own are equal to others. */
function toPlain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
