import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readInput, readStdin } from '../../files/read-input.ts'
import { isNameTaken } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import { isMap } from '../../model/value.ts'
import { writeYaml } from '../../reading/edit.ts'
import { findResponsePassages } from '../../reading/find-responses.ts'
import { findForeignKind } from '../../reading/foreign-file.ts'
import { readYaml } from '../../reading/yaml.ts'
import type { Message } from '../../words/message.ts'
import { requirePartnership } from '../interview/home.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import { hidePrivateLines } from '../load/private-lines.ts'
import { loadChosenQuestionnaire, loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import { fitResponseOrThrow, type ResponseSource, toResponseSource } from '../load/responses.ts'
import { peekResponses } from '../load/responses-folder.ts'
import { getSourceKind, mentionsUs, type Source } from '../load/source.ts'
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

interface FoundAnswers {
  readonly sources: readonly Source[]
  /** Why files could not be read, by their names. */
  readonly unread: ReadonlyMap<string, Fault>
  /** Of answers that break off. */
  readonly cut: readonly Fault[]
}

/**
 * The answers in files and mails that people sent back: one found in each, or several. Empty where there is none, as in a table. `-` is
 * standard input.
 */
export function findAnswers(files: readonly string[]): FoundAnswers {
  const unread = new Map<string, Fault>()
  const cut: Fault[] = []
  const sources = files.flatMap((file) => {
    try {
      return readAnswers(file, cut)
    } catch (error) {
      if (!(error instanceof Fault) || files.length === 1) throw error
      unread.set(file, error)
      return []
    }
  })
  return { sources, unread, cut }
}

function readAnswers(file: string, cut: Fault[]): readonly Source[] {
  const bytes = file === '-' ? readStdin() : readInput(file)
  const name = file === '-' ? '<stdin>' : file.replaceAll('\\', '/')
  if (mentionsUs(bytes)) {
    const whole: Source = { file: name, document: hidePrivateLines(readYaml(bytes, name)) }
    if (getSourceKind(whole) === 'response') return [whole]
  } else if (findForeignKind(bytes) !== 'email') return []
  return findResponsePassages(bytes).flatMap(({ text, line, isCut }) => {
    if (isCut) {
      cut.push(
        new Fault({ say: 'answers-cut-off', file: name, line }, { say: 'answers-cut-off-hint' }),
      )
      return []
    }
    const document = readYaml(new TextEncoder().encode(text), name)
    return { file: name, document: hidePrivateLines(document) }
  })
}

/** Writes a response file for each person; what cannot be used stops no other. The same answers sent twice are one response. */
export async function importAnswers(
  sources: readonly Source[],
  options: AnswersOptions,
  world: World,
): Promise<AnswersImport> {
  const partnership = await requirePartnership(options.folder)
  const there = peekResponses(partnership.folder).map(toSaved)
  const load = await createLoader(partnership, options, world)
  const written: string[] = []
  const notes: Message[] = []
  const faults: Fault[] = []
  for (const source of sources) {
    try {
      const answers = await readOne(source, partnership, load)
      const earlier = there.find((own) => isSamePerson(own.value, answers.value)) ?? null
      const path = chooseAnswersPath(partnership.folder, answers, earlier)
      if (isDeepStrictEqual(earlier?.value, answers.value)) {
        notes.push({ say: 'answers-there', file: source.file, path })
        continue
      }
      if (earlier !== null) refuseOther(source.file, answers, { path, written, options })
      const value = keepExclusion(answers.value, earlier)
      if (earlier === null) writeNew(path, writeYaml(value))
      else writeWhole(path, writeYaml(value))
      there.push({ path, value })
      written.push(path)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(error)
    }
  }
  return { written, notes, faults }
}

type FileValue = Readonly<Record<string, unknown>>

/** A response, as its file has it. */
interface SavedAnswers {
  readonly path: string
  readonly value: FileValue
}

function toSaved({ file, document }: Source): SavedAnswers {
  return { path: file, value: toPlain(document.value) }
}

/** Maps without a prototype of their own are equal to others. */
function toPlain(value: unknown): FileValue {
  return JSON.parse(JSON.stringify(isMap(value) ? value : {}))
}

interface SentAnswers {
  readonly partner: string
  readonly code: string
  readonly value: FileValue
}

type QuestionnaireLoader = (response: ResponseSource) => Promise<LoadedQuestionnaire>

/** The one questionnaire that was named, read once; else that of each response. */
async function createLoader(
  partnership: Partnership,
  { questionnaire }: AnswersOptions,
  world: World,
): Promise<QuestionnaireLoader> {
  const named = questionnaire ?? partnership.config?.questionnaire
  if (named === undefined) {
    return (response) => loadQuestionnaireFor(response, partnership, undefined, world)
  }
  const loaded = await loadChosenQuestionnaire(questionnaire, partnership, world)
  return async () => loaded
}

/** Answers that no report could use are better refused now, while the person who sent them can still be asked. */
async function readOne(
  source: Source,
  partnership: Partnership,
  load: QuestionnaireLoader,
): Promise<SentAnswers> {
  const response = toResponseSource(source, partnership)
  const { partner, respondent } = response.file
  const loaded = await load(response)
  const { id } = response.file.questionnaire
  if (loaded.questionnaire.id !== id) {
    throw new Fault(
      {
        say: 'response-of-other-questionnaire',
        file: source.file,
        id,
        loaded: loaded.questionnaire.id,
      },
      { say: 'response-of-other-questionnaire-hint' },
    )
  }
  fitResponseOrThrow(response, loaded.questionnaire, loaded.hash, [])
  const value = { ...toPlain(source.document.value), partner }
  return { partner, code: respondent.id, value }
}

/** Codes are given out by partner, and somebody may answer another questionnaire as well. */
function isSamePerson(one: FileValue, other: FileValue): boolean {
  const key = ({ partner, respondent, questionnaire }: FileValue) => [
    partner,
    isMap(respondent) ? respondent.id : null,
    isMap(questionnaire) ? questionnaire.id : null,
  ]
  return isDeepStrictEqual(key(one), key(other))
}

/** The file that has this person's answers; else one that is not there yet, for another file may have the name. */
function chooseAnswersPath(
  folder: string,
  { partner, code }: SentAnswers,
  earlier: SavedAnswers | null,
): string {
  if (earlier !== null) return earlier.path
  for (let number = 1; ; number++) {
    const name = `${partner}-${code}${number === 1 ? '' : `-${number}`}.yaml`
    const path = join(folder, 'responses', name)
    if (!isNameTaken(path)) return path
  }
}

function refuseOther(
  file: string,
  { partner, code }: SentAnswers,
  there: {
    readonly path: string
    readonly written: readonly string[]
    readonly options: AnswersOptions
  },
): void {
  const { path, written, options } = there
  const isOfThisImport = written.includes(path)
  if (options.overwrite === true && !isOfThisImport) return
  throw new Fault(
    { say: 'other-answers-there', file, code, partner, path },
    { say: isOfThisImport ? 'other-answers-twice-hint' : 'other-answers-there-hint' },
  )
}

/** Why somebody left the earlier answers out may hold for the new ones. */
function keepExclusion(value: FileValue, earlier: SavedAnswers | null): FileValue {
  const reason = earlier?.value.excluded
  return reason === undefined || value.excluded !== undefined
    ? value
    : { ...value, excluded: reason }
}
