import { spawnSync } from 'node:child_process'
import { beforeAll } from 'vitest'

/** Fails, rather than skips, where a tool that the tests of this machine need is missing. */
export function needs(...tools: readonly string[]): void {
  beforeAll(() => {
    for (const tool of tools) {
      if (spawnSync('which', [tool]).status !== 0)
        throw new Error(`${tool} is needed; .ci/run installs it`)
    }
  })
}
