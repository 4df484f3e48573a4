import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.ts'
import { saver } from './saver.ts'

/** Runs shell lines in a folder that is a disk of 64 kB, seen by them alone and gone with them. */
function onSmallDisk(program: string, script: string): readonly string[] {
  const folder = temporaryFolder()
  const mounted = `mount -t tmpfs -o size=64k tmpfs "${folder}" || exit 99; cd "${folder}"`
  const save = `save() { "${process.execPath}" "${program}" "$@"; echo "exit $?"; }`
  const lines = ['--mount', 'sh', '-c', `${mounted}\n${save}\n${script}`]
  const run = spawnSync('unshare', lines, { encoding: 'utf8' })
  expect(run.status, `a disk of our own cannot be mounted here: ${run.stderr}`).not.toBe(99)
  return run.stdout.trimEnd().split('\n')
}

/** Only root may mount; everybody else has the injected faults of `save-trace.test.ts`. */
describe.skipIf(process.getuid?.() !== 0)('on a real disk', () => {
  it('that is full, a save says so and leaves the old file whole', () => {
    const output = onSmallDisk(
      saver(),
      `save plan.yaml 5000
      sum=$(cksum plan.yaml)
      save plan.yaml 15000
      [ "$sum" = "$(cksum plan.yaml)" ] && ls -A
      save plan.yaml 6000
      wc -c < plan.yaml`,
    )
    expect(output).toEqual([
      'exit 0',
      'Cannot save "plan.yaml": the disk is full. Nothing was changed. Free some space, or choose another place',
      'exit 2',
      'plan.yaml',
      'exit 0',
      '24000',
    ])
  })

  it('that is full to the last byte, no lock is left half-written', () => {
    const output = onSmallDisk(
      saver(),
      `head -c 100000 /dev/zero > filler 2> /dev/null
      save r1.yaml lock
      ls -A`,
    )
    expect(output).toEqual([
      'Cannot lock "r1.yaml": the disk is full. Free some space, or choose another place',
      'exit 2',
      'filler',
    ])
  })

  it('that is read-only, a save and a lock say so', () => {
    const output = onSmallDisk(
      saver(),
      `save plan.yaml 10
      mount -o remount,ro .
      save plan.yaml 20
      save plan.yaml lock
      wc -c < plan.yaml`,
    )
    expect(output).toEqual([
      'exit 0',
      'Cannot save "plan.yaml": the disk is read-only. Nothing was changed. Choose another place',
      'exit 2',
      'Cannot lock "plan.yaml": the disk is read-only. Choose another place',
      'exit 2',
      '40',
    ])
  })
})
