import { execFileSync } from 'node:child_process'

/** The program that tests start is the one that is published, so it is built from the sources under test, unless it just was. */
export default function build(): void {
  if (process.env.ACCORDANT_BUILT !== undefined) return
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' })
}
