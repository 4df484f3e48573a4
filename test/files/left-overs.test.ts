import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { removeLeftOvers } from '../../src/files/left-overs.ts'
import { takeLock } from '../../src/files/lock.ts'
import { readProcessStart } from '../../src/files/process-life.ts'
import { script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The id of a process that has ended. */
async function aDeadProcess(): Promise<number> {
  const { child, ended } = start(script(temporaryFolder(), ''))
  await ended
  return Number(child.pid)
}

function holder(pid: number, host = hostname()): string {
  const since = '2026-11-20T09:00:00.000Z'
  return JSON.stringify({ pid, started: readProcessStart(pid), host, since })
}

function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

it('removes the temporary files and the locks of dead processes, and its own of an earlier life', async () => {
  const folder = temporaryFolder()
  const dead = await aDeadProcess()
  fill(folder, {
    [`.north-r1.yaml.${dead}.tmp`]: 'half',
    [`.report.md.${dead}.tmp`]: '',
    [`.report.html.${process.pid}.tmp`]: 'half',
    '.north-r1.yaml.lock': holder(dead),
    '.north-r2.yaml.lock.lock': holder(dead),
    'north-r1.yaml': 'whole',
  })
  removeLeftOvers([folder, join(folder, 'responses')])
  expect(readdirSync(folder)).toEqual(['north-r1.yaml'])
})

it('removes a lock that was never written, once nobody can be writing it', () => {
  const folder = temporaryFolder()
  fill(folder, { '.a.yaml.lock': '', '.b.yaml.lock': '' })
  const then = Date.now() / 1000 - 60
  utimesSync(join(folder, '.a.yaml.lock'), then, then)
  removeLeftOvers([folder])
  expect(readdirSync(folder)).toEqual(['.b.yaml.lock'])
})

it('leaves what a running process writes or has locked', () => {
  const folder = temporaryFolder()
  const lock = takeLock(join(folder, 'north-r1.yaml'))
  fill(folder, {
    [`.north-r2.yaml.${process.ppid}.tmp`]: 'half',
    '.north-r3.yaml.lock': holder(process.ppid),
  })
  const before = readdirSync(folder)
  expect(before).toHaveLength(3)
  removeLeftOvers([folder])
  expect(readdirSync(folder)).toEqual(before)
  lock.release()
})

it('leaves what another computer has locked, whose processes cannot be seen here', async () => {
  const folder = temporaryFolder()
  const dead = await aDeadProcess()
  fill(folder, {
    [`.north-r1.yaml.${dead}.tmp`]: 'half',
    '.north-r1.yaml.lock': holder(dead, 'elsewhere'),
    [`.north-r2.yaml.${dead}.tmp`]: 'half',
  })
  removeLeftOvers([folder])
  expect(readdirSync(folder)).toEqual([`.north-r1.yaml.${dead}.tmp`, '.north-r1.yaml.lock'])
})

it('leaves the files of other programs, folders and what links lead to', async () => {
  const folder = temporaryFolder()
  const dead = await aDeadProcess()
  fill(folder, {
    '.package.json.lock': 'locked by something else',
    [`.north-r1.yaml.x${dead}.tmp`]: '',
    [`.photo.png.${dead}.tmp`]: '',
    [`north-r1.yaml.${dead}.tmp`]: '',
    'victim.yaml': 'precious',
  })
  const then = Date.now() / 1000 - 60
  utimesSync(join(folder, '.package.json.lock'), then, then)
  mkdirSync(join(folder, `.folder.yaml.${dead}.tmp`))
  symlinkSync('victim.yaml', join(folder, '.north-r2.yaml.lock'))
  const before = readdirSync(folder)
  symlinkSync('victim.yaml', join(folder, `.north-r2.yaml.${dead}.tmp`))
  removeLeftOvers([folder])
  expect(readdirSync(folder)).toEqual(before)
})

it('is done with a folder that is not there, or is none', () => {
  const folder = temporaryFolder()
  fill(folder, { file: '' })
  removeLeftOvers([join(folder, 'no'), join(folder, 'file')])
  expect(readdirSync(folder)).toEqual(['file'])
})
