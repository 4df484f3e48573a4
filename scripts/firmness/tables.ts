import {
  type Firmness,
  loadReadiness,
  measureFirmness,
  measureFloor,
  type Setting,
} from './simulate.ts'

const sides = [1, 3, 5, 10]
const runs = ['full', 'quick'] as const

/** The rows of the first table: two partners, with so many people each. */
const settings: readonly Setting[] = runs.flatMap((run) =>
  sides.map((people) => ({ partners: 2, people, run })),
)

/** Both tables of docs/scoring.md, as Markdown. */
export async function writeFirmnessTables(root: string, draws: number): Promise<string> {
  const questionnaire = await loadReadiness(root)
  const firm = settings.map((setting) => measureFirmness(questionnaire, setting, draws))
  return `${writeTable(
    ['people a side', 'run', 'same level', 'kappa', 'overall score', "one partner's dimension"],
    firm.map(writeFirmnessRow),
  )}\n${writeTable(
    ['partners', ...truths.map((truth) => `true score ${truth}`)],
    [2, 3, 4, 5, 6].map((partners) => [
      String(partners),
      ...truths.map((truth) =>
        toPercent(
          measureFloor(
            questionnaire,
            { partners, people: 3, run: 'full' },
            { truth, floor, draws: Math.ceil(draws / 4) },
          ),
        ),
      ),
    ]),
  )}`
}

/** What every dimension has to reach for the highest level of partnership-readiness, and true scores above it. */
const floor = 60
const truths = [66, 70, 75]

function writeFirmnessRow(row: Firmness): readonly string[] {
  return [
    String(row.people),
    row.run,
    toPercent(row.sameLevel),
    row.kappa.toFixed(2),
    `± ${row.overall.toFixed(1)}`,
    `± ${row.dimension.toFixed(1)}`,
  ]
}

function toPercent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [line(head), line(head.map(() => '---:')), ...rows.map(line)].join('')
}
