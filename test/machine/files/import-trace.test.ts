import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { temporaryFolder } from '../../files/temporary-folder.ts'
import { listCalls, runWithFault, type WatchedProgram } from '../support/system-calls.ts'
import { program } from '../support/terminal.ts'
import { needs } from '../support/tools.ts'

needs('strace')

const table = 'Company,Who,News\nnorth,a,4\nnorth,b,2\nsouth,a,5\n'
const files = {
  'q.yaml': `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels: [{id: high, title: High, score: 60}, {id: low, title: Low, score: 0}]
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
`,
  'accordant.yaml': 'accordant: config/1\nquestionnaire: q.yaml\n',
  'map.yaml': `accordant: map/1
questionnaire: q.yaml
partnership: both
columns: {partner: Company, respondent: Who, answers: {trust.news: News}}
`,
  'table.csv': table,
}
/** What Node does between its threads and with its memory: a fault there is no fault of a disk, and Node may wait for ever. */
const ofNode = /^(futex|madvise|mmap|munmap|mprotect|brk|epoll|rt_sig|sched|get|clock)/
const argv = [program, 'import', 'table.csv', '--map', 'map.yaml']
const names = ['north-a.yaml', 'north-b.yaml', 'south-a.yaml']

/** An import of three rows; its calls are from the making of the folder to the end of the folder's sync. */
const watchedImport: WatchedProgram = {
  prepare: () => aFolder(files),
  argv: () => argv,
  choose: (calls) => {
    const first = calls.findIndex(
      ({ name, line }) => name === 'mkdir' && line.includes('"responses"'),
    )
    const last = calls.findLastIndex(({ line }) => line.includes('"responses"'))
    return calls.slice(first, last + 3).filter(({ name }) => !ofNode.test(name))
  },
}

function importAgain(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** Everything in the folder of responses, hidden files too; the time of the import is left out. */
function responsesIn(folder: string): Readonly<Record<string, string>> {
  const responses = join(folder, 'responses')
  let there: readonly string[] = []
  try {
    there = readdirSync(responses).toSorted()
  } catch {
    // There is no such folder yet.
  }
  return Object.fromEntries(
    there.map((name) => {
      const text = readFileSync(join(responses, name), 'utf8')
      return [name, text.replace(/^completed: .*\n/m, '')]
    }),
  )
}

function visibleIn(folder: string): readonly string[] {
  return Object.keys(responsesIn(folder)).filter((name) => !name.startsWith('.'))
}

function importedOnce() {
  const folder = aFolder(files)
  expect(importAgain(folder)).toMatchObject({ status: 0, stderr: '3 imported, 0 refused\n' })
  const responses = responsesIn(folder)
  expect(Object.keys(responses)).toEqual(names)
  return responses
}

/** Enough for a machine that is ten times slower. */
const timeout = 1_200_000

describe('the system calls of an import of three rows', () => {
  it('write every file before the first one gets its name', () => {
    const calls = listCalls(watchedImport).map(({ name }) => name)
    const changes = calls.filter((name) => ['write', 'fsync', 'link', 'rename'].includes(name))
    const written = ['write', 'fsync']
    expect(changes).toEqual([
      ...[...written, ...written, ...written],
      ...['link', 'link', 'link', 'fsync'],
    ])
  })

  it('leave whole responses when the process is killed at any of them, and the same command completes them', {
    timeout,
  }, () => {
    const right = importedOnce()
    const calls = listCalls(watchedImport)
    let halfWay = 0
    let leftOvers = 0
    for (const call of calls) {
      const { line } = call
      const { folder, run } = runWithFault(watchedImport, call, 'signal=KILL')
      expect(run.signal, line).toBe('SIGKILL')
      const left = responsesIn(folder)
      const there = visibleIn(folder)
      expect(right, line).toMatchObject(Object.fromEntries(there.map((name) => [name, left[name]])))
      if (there.length > 0 && there.length < 3) halfWay += 1
      leftOvers += Object.keys(left).length - there.length
      const { status, stdout, stderr } = importAgain(folder)
      expect({ status, stdout }, line).toEqual({
        status: 0,
        stdout: names
          .filter((name) => !there.includes(name))
          .map((name) => `wrote ${join('responses', name)}\n`)
          .join(''),
      })
      const unchanged = there.length === 0 ? '' : `${there.length} already there and unchanged, `
      expect(stderr, line).toBe(`${3 - there.length} imported, ${unchanged}0 refused\n`)
      expect(responsesIn(folder), line).toEqual(right)
    }
    expect(halfWay, 'kills between two names').toBeGreaterThan(1)
    expect(leftOvers).toBeGreaterThan(10)
  })

  it.each(['ENOSPC', 'EROFS', 'EINTR'])(
    'leave no response or all of them when any of them fails: %s',
    { timeout },
    (code) => {
      const right = importedOnce()
      let failed = 0
      for (const call of listCalls(watchedImport)) {
        const { line } = call
        const { folder, run } = runWithFault(watchedImport, call, `error=${code}`)
        expect([0, 2], `${line}: ${run.stderr}`).toContain(run.status)
        expect(visibleIn(folder), line).toEqual(run.status === 0 ? names : [])
        if (run.status === 2) {
          failed += 1
          if (call.name !== 'mkdir') expect(run.stderr, line).toContain('Nothing was changed. ')
        }
        expect(importAgain(folder).status, line).toBe(0)
        expect(responsesIn(folder), line).toEqual(right)
      }
      if (code === 'EINTR') expect(failed, 'a signal stops nothing').toBe(0)
      else expect(failed).toBeGreaterThan(3)
    },
  )
})

/** Only root may mount; everybody else has the injected faults above. */
describe.skipIf(process.getuid?.() !== 0)('an import into a disk that is full', () => {
  it('writes no response as long as there is no room for all, and then all', { timeout }, () => {
    const right = importedOnce()
    const seen = new Set<number>()
    for (let pages = 0; pages <= 8; pages += 1) {
      const folder = aFolder(files)
      const disk = temporaryFolder()
      const script = `mount -t tmpfs -o size=64k tmpfs "$DISK" || exit 99
        mkdir "$DISK/responses"
        head -c ${(16 - pages) * 4096} /dev/zero > "$DISK/filler"
        "$@" -o "$DISK"
        echo "exit $?"
        ls -A "$DISK/responses"
        rm "$DISK/filler"
        "$@" -o "$DISK" > again.txt 2>&1
        cp -R "$DISK/responses" .`
      const run = spawnSync(
        'unshare',
        ['--mount', 'sh', '-c', script, 'sh', process.execPath, ...argv],
        { cwd: folder, env: { ...process.env, DISK: disk }, encoding: 'utf8' },
      )
      expect(run.status, `a disk of our own cannot be mounted here: ${run.stderr}`).toBe(0)
      const [exit = '', ...left] = run.stdout
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('wrote '))
      seen.add(left.length)
      expect(left, run.stderr).toEqual(exit === 'exit 0' ? names : [])
      if (exit !== 'exit 0') {
        expect(exit).toBe('exit 2')
        expect(run.stderr).toContain(': the disk is full\n  Nothing was changed. ')
      }
      expect(responsesIn(folder)).toEqual(right)
    }
    expect([...seen]).toEqual([0, 3])
  })
})
