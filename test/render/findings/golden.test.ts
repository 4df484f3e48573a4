import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderGithubAnnotations } from '../../../src/render/findings/github.ts'
import { renderGitlabReport } from '../../../src/render/findings/gitlab.ts'
import { renderFindingsJson } from '../../../src/render/findings/json.ts'
import { renderJunit } from '../../../src/render/findings/junit.ts'
import { renderFindingsMarkdown } from '../../../src/render/findings/markdown.ts'
import { renderSarif } from '../../../src/render/findings/sarif.ts'
import { renderFindingsText } from '../../../src/render/findings/text.ts'
import { aWholeRun } from './run.ts'

const fails = ({ severity }: { readonly severity: string }) => severity === 'error'

const written = {
  'whole-run.txt': renderFindingsText,
  'whole-run.json': renderFindingsJson,
  'whole-run.sarif': (run) => renderSarif(run, { version: '1.2.3' }),
  'whole-run.xml': (run) => renderJunit(run, { fails }),
  'whole-run.commands': renderGithubAnnotations,
  'whole-run.gitlab.json': renderGitlabReport,
  'whole-run.md': renderFindingsMarkdown,
} satisfies Record<string, (run: ReturnType<typeof aWholeRun>) => string>

describe('a whole run', () => {
  it.each(Object.entries(written))('reads as %s', async (name, render) => {
    await expect(render(aWholeRun())).toMatchFileSnapshot(join('expected', name))
  })
})
