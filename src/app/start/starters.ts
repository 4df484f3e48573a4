import { dirname, join, relative, resolve } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, findUpwards, makeFolder } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import type { Kind } from '../../model/kind-names.ts'
import { type Stage, stages } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'
import { standInPartners } from '../load/partners.ts'
import type { World } from '../world.ts'
import type { NewPartner } from './new-partners.ts'

/** Texts for keys that only people can fill in, and that no stage requires. */
export type Placeholders = Readonly<Record<string, string>>

/** What goes into the places of a starter. */
export interface StarterValues {
  /** The id of the partnership. */
  readonly name: string
  /** What people call it; the id, where nothing else is known. */
  readonly title?: string
  /** Null where they are not known yet: then stand-ins are there to be replaced. */
  readonly partners: readonly NewPartner[] | null
  readonly stage: Stage
  /** A date like `2026-11-23`; other days are counted from it. */
  readonly today: string
  readonly version: string
  readonly placeholders: Placeholders
}

/** The text of a starter that comes with the program, its places not yet filled in. */
export function readStarter(file: string, world: Pick<World, 'root'>): string {
  const path = join(world.root, 'questionnaires', 'starters', file)
  return new TextDecoder().decode(readInput(path))
}

/** The starter with its places filled in, and with the examples that its stage asks for. */
export function fillStarter(text: string, filling: StarterValues): string {
  const { name, title = name, partners, stage, today, version, placeholders } = filling
  const [first = standInPartners[0], second = standInPartners[1]] =
    partners?.map(({ id }) => id) ?? []
  const year = Number(today.slice(0, 4)) + 1
  const quoted = JSON.stringify(title).slice(1, -1)
  return (
    applyStage(namePlanPartners(text, partners, stage), stage, placeholders)
      .replaceAll(/"([^"\n]*)\{\{name\}\}"/g, (_, before: string) => `"${before}${quoted}"`)
      .replaceAll('{{name}}', () => title)
      // As an id it has to be one in the starter too, whose folder is checked like any other.
      .replace('partnership: "northwind-contoso"', () => `partnership: "${name}"`)
      .replaceAll('{{partner-a}}', first)
      .replaceAll('{{partner-b}}', second)
      .replaceAll('{{stage}}', stage)
      .replaceAll('{{version}}', version)
      .replaceAll('{{today}}', today)
      .replaceAll('{{year}}', String(year))
      .replaceAll('{{year+1}}', String(year + 1))
      .replaceAll(/\{\{\+(\d+)\}\}/g, (_, days: string) => addDays(today, Number(days)))
  )
}

/**
 * Puts the names of the partners into the plan, and those after the second behind it, each as its id and name. A plan that has
 * fewer at its first stage lists nobody else.
 */
function namePlanPartners(
  text: string,
  partners: readonly NewPartner[] | null,
  stage: Stage,
): string {
  const isExploring = stage === 'exploring'
  if (partners?.length === 0 && isExploring) return text.replace(listPattern, commentOut)
  const [first, second, ...others] = partners ?? []
  const isAlone = partners?.length === 1 && isExploring
  const writeName = (partner: NewPartner | undefined) =>
    partner === undefined || partner.name === null
      ? null
      : `    name: ${JSON.stringify(partner.name)}\n`
  const more = others.map((other) => `  - id: "${other.id}"\n${writeName(other) ?? ''}`).join('')
  return text.replaceAll(entryPattern, (entry, begin: string, stand: string, rest: string) => {
    const isSecond = stand === standInPartners[1]
    if (isSecond && isAlone) return ''
    const name = writeName(isSecond ? second : first)
    const named = name === null ? entry : begin + name + rest.replace(nameExample, '')
    return isSecond ? named + more : named
  })
}

/** As an example, of which every line has one sign to remove. */
function commentOut(block: string): string {
  return block.replaceAll(/^ *##@ .+\n/gm, '').replaceAll(/^( *)(?:# )?(?=.)/gm, '# $1')
}

const listPattern = /^partners:\n(?: .+\n)+/m

/** The entry of a stand-in under `partners`, up to the next one or to an empty line. */
const entryPattern = /^( {2}- id: "\{\{(partner-[ab])\}\}"\n)((?: {4}.+\n)*)/gm
const nameExample = /^ {4}# name: .+\n/m

const dayMs = 24 * 60 * 60 * 1000

function addDays(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/**
 * A line `##@ forming` says from which stage on the lines below it, up to the next such line or an empty one, are there:
 * their examples lose their `# `, and what only people can know is left for them to insert.
 */
function applyStage(text: string, stage: Stage, placeholders: Placeholders): string {
  const order: readonly string[] = stages
  let from: string | null = null
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const tag = /^ *##@ (\S+)$/.exec(line)
    if (tag !== null) from = tag[1] ?? null
    else if (line.trim() === '') from = null
    if (tag !== null) continue
    const reached = from !== null && order.indexOf(stage) >= order.indexOf(from)
    if (reached) kept.push(insertPlaceholder(line.replace(/^( *)# /, '$1'), placeholders))
    else if (from === null || !/^ *##/.test(line)) kept.push(line)
  }
  return kept.join('\n')
}

function insertPlaceholder(line: string, placeholders: Placeholders): string {
  const [, lead = '', key = ''] = /^( *)([A-Za-z]+): /.exec(line) ?? []
  const own = placeholders[key]
  return own === undefined ? line : `${lead}${key}: ${own}`
}

/** `hint` says how to go on where the file is there already. */
export function refuseExisting(path: string, hint: Message | null = null): void {
  if (exists(path)) throw new Fault({ say: 'file-exists', file: path }, { hint })
}

/** Writes a file that is not there yet, with the folders above it. */
export function writeNew(path: string, text: string): void {
  refuseExisting(path)
  makeFolder(dirname(path))
  writeWhole(path, text)
}

/** The partnership's folder that this one lies in, or itself. */
export function findHomeFolder(folder: string): string {
  const config = findUpwards(folder, 'accordant.yaml')
  return config === null ? folder : dirname(config)
}

/** Writes a file that is not there yet, with the line that tells editors its keys. */
export async function writeNewWithSchemaLine(
  kind: Kind,
  file: string,
  folder: string,
  text: string,
): Promise<void> {
  refuseExisting(file)
  writeNew(file, await addSchemaLine(kind, file, folder, text))
}

/**
 * The line that tells editors the keys of a file, as its first. The schema it names is written to `.accordant/` in
 * `folder`, so that it is found without a network and on every machine.
 */
async function addSchemaLine(
  kind: Kind,
  file: string,
  folder: string,
  text: string,
): Promise<string> {
  const { buildJsonSchema } = await import('../../model/json-schema.ts')
  const schema = join(folder, '.accordant', `${kind}.schema.json`)
  if (!exists(schema)) {
    makeFolder(dirname(schema))
    writeWhole(schema, `${JSON.stringify(buildJsonSchema(kind), null, 2)}\n`)
  }
  const path = relative(resolve(dirname(file)), resolve(schema)).replaceAll('\\', '/')
  return `# yaml-language-server: $schema=${path}\n${text}`
}
