import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rightPlans, today } from './faults/campaign.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

/** What somebody else does before a file is opened, and behind each piece of one that is read. */
const others = vi.hoisted(() => ({
  beforeOpening: (_file: string): void => undefined,
  whileReading: (_file: string): void => undefined,
}))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const names = new Map<number, string>()
  return {
    ...real,
    openSync: (...[file, flags, mode]: Parameters<typeof real.openSync>) => {
      others.beforeOpening(String(file))
      const open = real.openSync(file, flags, mode)
      names.set(open, String(file))
      return open
    },
    readSync: (file: number, buffer: NodeJS.ArrayBufferView) => {
      const length = real.readSync(file, buffer)
      others.whileReading(names.get(file) ?? '')
      return length
    },
  }
})

beforeEach(() => {
  others.beforeOpening = () => undefined
  others.whileReading = () => undefined
})

const [right = new Uint8Array()] = rightPlans(1, 1)
const megabyte = 1024 * 1024
const isRoot = process.getuid?.() === 0

function laughs(): string {
  const names = [...'abcdefghi']
  const lines = names.map((name, index) => {
    const before = names[index - 1]
    return `x-${name}: &${name} [${Array(9)
      .fill(before === undefined ? 'x' : `*${before}`)
      .join(', ')}]\n`
  })
  return `accordant: plan/1\n${lines.join('')}`
}

/** A plan with more in it. */
function planWith(more: string | Uint8Array): Uint8Array {
  const plan = 'accordant: plan/1\nstage: exploring\nx-more: '
  return Buffer.concat([Buffer.from(plan), Buffer.from(more)])
}

/** What a run over a right plan and these files says, of each of them: findings at the fail level, and faults. */
async function told(folder: string, ...names: readonly string[]) {
  writeFileSync(join(folder, 'right.yaml'), right)
  const output = join(aFolder(), 'findings.json')
  const paths = names.map((name) => join(folder, name))
  const { code, err } = await ran([
    'check',
    ...paths,
    join(folder, 'right.yaml'),
    '--today',
    today,
    '--format',
    `json=${output}`,
  ])
  const { files, verdict } = JSON.parse(readFileSync(output, 'utf8')) as {
    readonly files: readonly {
      readonly file: string
      readonly score: { readonly value: number | null } | null
      readonly findings: readonly { readonly id: string; readonly line: number }[]
    }[]
    readonly verdict: { readonly pass: boolean; readonly reasons: readonly Reason[] }
  }
  const faults = verdict.reasons.filter((reason) => reason.code === 'unchecked')
  const short = (text: string) => text.replaceAll(`${folder}/`, '')
  const rightOne = files.find(({ file }) => file.endsWith('right.yaml'))
  return {
    code,
    err: short(err),
    rightIsChecked: rightOne?.score?.value === 100 && rightOne.findings.length === 0,
    messages: [
      ...files.flatMap(({ file, findings }) =>
        findings.map(({ id, line }) => `${short(file)}:${line} ${id}`),
      ),
      ...faults.map(({ message = '' }) => short(message)),
    ],
  }
}

interface Reason {
  readonly code: string
  readonly message?: string
}

describe('A file that is not a correct plan', () => {
  it('finds nothing in the correct plan; a new check has to be met by faults/right-plan.ts', async () => {
    expect((await told(aFolder(), 'right.yaml')).messages).toEqual([])
  })

  const contents: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['empty', '', '1 schema.missing'],
    ['only blank lines', '\n \n\t\n', '1 schema.missing'],
    ['only comments', '# accordant: plan/1\n', '1 schema.missing'],
    ['an end of document', '---\n...\n', '1 schema.missing'],
    [
      'binary',
      Buffer.from(Array.from({ length: 9_000 }, (_, at) => (at * at) & 255)),
      '1 yaml.encoding',
    ],
    ['control characters', 'accordant: plan/1\nname: \0\0\0\0\0\0\n', '2 yaml.encoding'],
    [
      'one byte that is no UTF-8',
      Buffer.from('accordant: plan/1\nname: Café\n', 'latin1'),
      '2 yaml.encoding',
    ],
    [
      'all in Latin-1',
      Buffer.from(`accordant: plan/1\n${'x-é: ü\n'.repeat(90)}`, 'latin1'),
      '2 yaml.encoding',
    ],
    ['UTF-16', Buffer.from('\uFEFFaccordant: plan/1\n', 'utf16le'), '1 yaml.encoding'],
    ['UTF-16 without a mark', Buffer.from('accordant: plan/1\n', 'utf16le'), '1 yaml.encoding'],
    ['over 5 MB', planWith('word '.repeat(megabyte)), '1 yaml.limit'],
    ['a line of 5 MB', `accordant: plan/1 ${'x'.repeat(5 * megabyte - 20)}`, '1 schema.value'],
    ['lists 100,000 deep', planWith('['.repeat(100_000)), '3 yaml.limit'],
    ['maps 100,000 deep', planWith('{a: '.repeat(100_000)), '3 yaml.limit'],
    ['aliases that grow', laughs(), '6 yaml.limit'],
    ['an alias of itself', planWith('&a [*a]'), '3 yaml.alias'],
    [
      '20,001 keys',
      planWith(`\n${Array.from({ length: 20_001 }, (_, at) => `  k${at}: 1\n`).join('')}`),
      '20004 yaml.limit',
    ],
    ['a million values', planWith(`[${'1,'.repeat(megabyte)}]`), '1 yaml.limit'],
    ['two documents', 'accordant: plan/1\n---\naccordant: plan/1\n', '2 yaml.documents'],
    [
      'a list',
      '- accordant: plan/1\n',
      '"bad.yaml" is not an accordant file: the key "accordant" is missing',
    ],
    ['a number', '42', '"bad.yaml" is not an accordant file: the key "accordant" is missing'],
    [
      'somebody else’s',
      'openapi: 3.1.0\n',
      '"bad.yaml" is not an accordant file: the key "accordant" is missing',
    ],
    ['an unknown kind', 'accordant: plam/1\n', '1 schema.value'],
    ['a kind that is a list', 'accordant: [plan/1]\n', '1 schema.type'],
  ]

  it.each(contents)(
    'is reported once, and the correct plan is still checked: %s',
    async (_, content, expected) => {
      const folder = aFolder({ 'bad.yaml': content })
      const { code, messages, rightIsChecked } = await told(folder, 'bad.yaml')
      const isFinding = /^\d/.test(expected)
      expect(messages).toEqual([isFinding ? `bad.yaml:${expected}` : expected])
      expect({ code, rightIsChecked }).toEqual({ code: isFinding ? 1 : 2, rightIsChecked: true })
    },
  )

  it('can have a key of a megabyte; the message shows only its beginning', async () => {
    const key = 'k'.repeat(megabyte)
    const folder = aFolder({ 'bad.yaml': Buffer.concat([right, Buffer.from(`\n${key}: 1\n`)]) })
    const { err, messages, rightIsChecked } = await told(folder, 'bad.yaml')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('schema.unknown-key')
    expect(err.length).toBeLessThan(1_000)
    expect(rightIsChecked).toBe(true)
  })

  it('does not include a correct plan of 5 MB', async () => {
    const notes = `\nnotes: |\n${'  words\n'.repeat(600_000)}`
    const folder = aFolder({ 'large.yaml': Buffer.concat([right, Buffer.from(notes)]) })
    const { code, messages } = await told(folder, 'large.yaml')
    expect({ code, messages }).toEqual({ code: 0, messages: [] })
  })
})

describe('A file that cannot be read', () => {
  const things: readonly (readonly [string, (file: string) => unknown, string])[] = [
    ['missing', () => undefined, '"bad.yaml" does not exist'],
    ['a link to nowhere', (file) => symlinkSync('nowhere', file), '"bad.yaml" does not exist'],
    [
      'a link in a circle',
      (file) => symlinkSync('bad.yaml', file),
      'Cannot read "bad.yaml": its links lead in a circle',
    ],
    ['a pipe', (file) => execFileSync('mkfifo', [file]), '"bad.yaml" is not a regular file'],
    ['a device', (file) => symlinkSync('/dev/zero', file), '"bad.yaml" is not a regular file'],
  ]

  it.each(things)(
    'is reported once, and the correct plan is still checked: %s',
    async (_, make, message) => {
      const folder = aFolder()
      make(join(folder, 'bad.yaml'))
      const { code, messages, rightIsChecked } = await told(folder, 'bad.yaml')
      expect(messages).toEqual([message])
      expect({ code, rightIsChecked }).toEqual({ code: 2, rightIsChecked: true })
    },
  )

  it.skipIf(isRoot)('is reported if permission is denied', async () => {
    const folder = aFolder({ 'bad.yaml': right })
    chmodSync(join(folder, 'bad.yaml'), 0)
    const { code, messages, rightIsChecked } = await told(folder, 'bad.yaml')
    expect(messages).toEqual(['Cannot read "bad.yaml": permission is denied'])
    expect({ code, rightIsChecked }).toEqual({ code: 2, rightIsChecked: true })
  })

  it('is skipped in a folder if nobody named it', async () => {
    const folder = aFolder({ 'plan.yaml/notes.txt': 'a folder of that name', 'empty.yaml': '' })
    symlinkSync('nowhere', join(folder, 'nowhere.yaml'))
    symlinkSync('..', join(folder, 'round'))
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    const { code, messages, rightIsChecked } = await told(folder, '.')
    expect({ code, messages, rightIsChecked }).toEqual({
      code: 0,
      messages: [],
      rightIsChecked: true,
    })
  })
})

describe('A file that is found in a folder', () => {
  const found: readonly (readonly [string, string, string | Uint8Array, readonly string[]])[] = [
    [
      'a plan in UTF-16',
      'bad.yaml',
      Buffer.from('accordant: plan/1\n', 'utf16le'),
      ['1 yaml.encoding'],
    ],
    [
      'a plan in UTF-16 with a mark',
      'bad.yaml',
      Buffer.from('\uFEFFaccordant: plan/1\n', 'utf16le').swap16(),
      ['1 yaml.encoding'],
    ],
    ['a plan over 5 MB', 'bad.yaml', planWith('word '.repeat(megabyte)), ['1 yaml.limit']],
    ['a plan with a broken end', 'bad.yaml', 'accordant: plan/1\nname: [', ['2 yaml.syntax']],
    ['an empty plan', 'plan.yaml', '\n', ['1 schema.missing']],
    ['an empty plan in Markdown', 'plan.md', '', ['1 schema.missing']],
    ['an empty file of another name', 'bad.yaml', '', []],
    [
      'a large file of somebody else',
      'bad.json',
      `{"accordant": "^1.0.0", "a": "${'x'.repeat(5 * megabyte)}"}`,
      [],
    ],
    [
      'somebody else’s in UTF-16',
      'bad.yaml',
      Buffer.from('\uFEFFuses: accordant\n', 'utf16le'),
      [],
    ],
    ['a broken file of another program', 'bad.yaml', 'uses: accordant\na: [', []],
  ]

  it.each(found)(
    'is reported if it is an accordant file: %s',
    async (_, name, content, expected) => {
      const folder = aFolder({ [name]: content })
      const { code, messages, rightIsChecked } = await told(folder, '.')
      expect(messages).toEqual(expected.map((finding) => `${name}:${finding}`))
      expect({ code, rightIsChecked }).toEqual({ code: expected.length, rightIsChecked: true })
    },
  )
})

describe('A file that changes during the run', () => {
  /** Done the first time that a file of that name is met. */
  const once = (act: (file: string) => void) => {
    let isDone = false
    return (file: string) => {
      if (isDone || !file.endsWith('bad.yaml')) return
      isDone = true
      act(file)
    }
  }

  it('is reported if it vanishes between the search and the reading', async () => {
    const folder = aFolder({ 'bad.yaml': right })
    others.beforeOpening = once((file) => rmSync(file))
    const { code, messages, rightIsChecked } = await told(folder, '.')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('bad.yaml')
    expect({ code, rightIsChecked }).toEqual({ code: 2, rightIsChecked: true })
  })

  it('is reported if it becomes a folder', async () => {
    const folder = aFolder({ 'bad.yaml': right })
    others.beforeOpening = once((file) => {
      rmSync(file)
      mkdirSync(file)
    })
    const { code, messages, rightIsChecked } = await told(folder, '.')
    expect(messages).toHaveLength(1)
    expect({ code, rightIsChecked }).toEqual({ code: 2, rightIsChecked: true })
  })

  it('is reported if it never stops changing', async () => {
    const folder = aFolder({ 'bad.yaml': right })
    let second = 0
    others.whileReading = (file) => {
      if (file.endsWith('bad.yaml')) utimesSync(file, second, second++)
    }
    const { code, messages, rightIsChecked } = await told(folder, '.')
    expect(messages).toEqual(['"bad.yaml" keeps changing while it is read'])
    expect({ code, rightIsChecked }).toEqual({ code: 2, rightIsChecked: true })
  })

  const changes: readonly (readonly [string, (file: string) => void, readonly string[]])[] = [
    ['grows', (file) => appendFileSync(file, '\nx-more: 1\n'), []],
    ['shrinks to an empty file', (file) => truncateSync(file, 0), []],
    [
      'is replaced',
      (file) => {
        writeFileSync(`${file}.new`, 'accordant: [')
        renameSync(`${file}.new`, file)
      },
      [],
    ],
    [
      'becomes a faulty one',
      (file) => writeFileSync(file, 'accordant: [\n'),
      ['bad.yaml:1 yaml.syntax'],
    ],
  ]

  it.each(changes)(
    'is read whole, from before or after the change: it %s',
    async (_, change, expected) => {
      const folder = aFolder({ 'bad.yaml': right })
      others.whileReading = once(change)
      const { code, messages, rightIsChecked } = await told(folder, '.')
      expect(messages).toEqual(expected)
      expect({ code, rightIsChecked }).toEqual({ code: expected.length, rightIsChecked: true })
    },
  )
})

describe('A hundred thousand findings', () => {
  it('are all written to the output', async () => {
    const line = `  - {activity: Slots, accountable: p1, responsible: [${Array(10).fill('p99').join(', ')}]}\n`
    const plan = `accordant: plan/1\nstage: exploring\nroles:\n${line.repeat(10_000)}`
    const folder = aFolder({ 'bad.yaml': plan, 'right.yaml': right })
    const json = `json=${join(folder, 'out.json')}`
    const { code, out } = await ran([
      'check',
      folder,
      ...['--today', today, '--format', 'text', '--format', json],
    ])
    expect(code).toBe(1)
    expect(out.length).toBeLessThan(100_000)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^Verdict: fail \(1\d{5} errors\)$/)
    const { files } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
    expect(files[0].findings.length).toBeGreaterThan(100_000)
    expect(files[1].score.value).toBe(100)
  }, 120_000)
})
