import { execFileSync } from 'node:child_process'

/** The program that tests start is the one that is published, so it is built from the sources under test. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' })
}
