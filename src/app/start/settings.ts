import { isAbsolute, relative, resolve } from 'node:path'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import type { World } from '../world.ts'
import type { NewPartner } from './new-partners.ts'
import { fillStarter, readStarter, type StarterValues } from './starters.ts'

/** The questionnaire that was asked for, as it was named; null where none was: then it is the one we begin with. */
export async function chooseQuestionnaire(
  { questionnaire: named }: { readonly questionnaire?: string },
  world: World,
) {
  return named === undefined ? null : { named, ...(await loadQuestionnaire(named, '.', world)) }
}

interface SettingsPlace {
  /** The partners that somebody named: a guess belongs in the plan alone. */
  readonly named: readonly NewPartner[]
  readonly folder: string
  readonly chosen: Awaited<ReturnType<typeof chooseQuestionnaire>>
}

/** The settings to begin with, with partners, and with the levels of the questionnaire that was asked for. */
export function fillSettings(
  values: StarterValues,
  place: SettingsPlace,
  world: Pick<World, 'root'>,
): string {
  const starter = listPartners(readStarter('accordant.yaml', world), place.named)
  return setQuestionnaire(fillStarter(starter, values), place)
}

/** In place of the stand-ins. */
function listPartners(starter: string, partners: readonly NewPartner[]): string {
  const lines = partners.map(({ id, name }) =>
    name === null ? `  - {id: "${id}"}\n` : `  - {id: "${id}", name: ${JSON.stringify(name)}}\n`,
  )
  return lines.length === 0
    ? starter
    : starter.replace(/^# partners:\n(?:# {3}- .+\n)+/m, () => `partners:\n${lines.join('')}`)
}

function setQuestionnaire(text: string, { folder, chosen }: SettingsPlace): string {
  if (chosen === null) return text
  const { named, questionnaire, file } = chosen
  const path =
    file === null || isAbsolute(named)
      ? named
      : relative(resolve(folder), resolve(named)).replaceAll('\\', '/')
  const levels = questionnaire.levels.map(({ id }) => id)
  const written = /^[\w./-]+$/.test(path) ? path : JSON.stringify(path)
  return text
    .replace('questionnaire: partnership-readiness', () => `questionnaire: ${written}`)
    .replace(
      /not-ready, [a-z, -]+ or ready/,
      () => `${levels.slice(1).toReversed().join(', ')} or ${levels[0]}`,
    )
    .replace('minLevel: conditional', () => `minLevel: ${levels[1]}`)
}
