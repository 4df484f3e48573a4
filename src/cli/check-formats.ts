import { styleText } from 'node:util'
import type { CheckedFinding, CheckRun } from '../model/check-run.ts'
import type { FindingPaint } from '../render/findings/finding-lines.ts'

export interface FindingsLook {
  readonly version: string
  readonly colour: 0 | 1
  /** The width of the output; undefined for a file. */
  readonly columns: number | undefined
  /** Is every finding to be shown, however many there are? */
  readonly all: boolean
  /** Does a finding fail the run? */
  readonly fails: (finding: CheckedFinding) => boolean
}

type FindingsRenderer = (run: CheckRun, look: FindingsLook) => Promise<string>

/** Every format of findings, by its name. What writes it is loaded when it is asked for. */
export const findingsFormats = {
  text: async (run, { colour, columns, all }) =>
    (await import('../render/findings/text.ts')).renderFindingsText(run, {
      columns,
      ...(colour === 0 ? {} : { paint: createFindingsPaint() }),
      ...(all ? { cap: null } : {}),
    }),
  json: async (run) => (await import('../render/findings/json.ts')).renderFindingsJson(run),
  sarif: async (run, { version }) =>
    (await import('../render/findings/sarif.ts')).renderSarif(run, { version }),
  junit: async (run, { fails }) =>
    (await import('../render/findings/junit.ts')).renderJunit(run, { fails }),
  github: async (run) =>
    (await import('../render/findings/github.ts')).renderGithubAnnotations(run),
  gitlab: async (run) => (await import('../render/findings/gitlab.ts')).renderGitlabReport(run),
  markdown: async (run) =>
    (await import('../render/findings/markdown.ts')).renderFindingsMarkdown(run),
} as const satisfies Readonly<Record<string, FindingsRenderer>>

export type FindingsFormat = keyof typeof findingsFormats

/** Formats that are made to be read side by side on standard output. */
export const combinableFormats: readonly FindingsFormat[] = ['text', 'github']

/** Colours for findings, in sixteen-colour terminals as well. */
function createFindingsPaint(): FindingPaint {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { validateStream: false })
  return {
    error: style('red'),
    warning: style('yellow'),
    info: style('cyan'),
    dim: style('dim'),
    bold: style('bold'),
  }
}
