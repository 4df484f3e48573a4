import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { github } from '../../../src/render/findings/github.ts'
import { gitlab } from '../../../src/render/findings/gitlab.ts'
import { json } from '../../../src/render/findings/json.ts'
import { junit } from '../../../src/render/findings/junit.ts'
import { markdown } from '../../../src/render/findings/markdown.ts'
import { sarif } from '../../../src/render/findings/sarif.ts'
import { text } from '../../../src/render/findings/text.ts'
import { aWholeRun } from './run.ts'

const fails = ({ severity }: { readonly severity: string }) => severity === 'error'

const written = {
  'whole-run.txt': text,
  'whole-run.json': json,
  'whole-run.sarif': (run) => sarif(run, { version: '1.2.3' }),
  'whole-run.xml': (run) => junit(run, { fails }),
  'whole-run.commands': github,
  'whole-run.gitlab.json': gitlab,
  'whole-run.md': markdown,
} satisfies Record<string, (run: ReturnType<typeof aWholeRun>) => string>

describe('a whole run', () => {
  it.each(Object.entries(written))('reads as %s', async (name, render) => {
    await expect(render(aWholeRun())).toMatchFileSnapshot(join('expected', name))
  })
})
