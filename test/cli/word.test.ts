import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const files = {
  'small.yaml': aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
`),
  'r1.yaml': aResponseFile('trust.news: {value: 4, note: Mostly.}'),
}

const program = fileURLToPath(new URL('../../bin/accordant.js', import.meta.url))

/** The parts of a Word file, to be changed and packed again. */
function changed(file: string, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(readFileSync(file))
  change(parts)
  return zipSync(parts)
}

function replaceIn(part: string, from: string, to: string) {
  return (parts: Record<string, Uint8Array>) => {
    const text = strFromU8(parts[part] ?? new Uint8Array())
    expect(text).toContain(from)
    parts[part] = strToU8(text.replace(from, to))
  }
}

describe('a report as a Word file', () => {
  it('is not written to a terminal', async () => {
    const folder = aFolder(files)
    expect(await ran(['report', folder, '--format', 'docx'], {}, true)).toEqual({
      code: 2,
      out: '',
      err: 'accordant: A Word file cannot be read in a terminal\n  Write it to a file: add -o report.docx\n',
    })
  })

  it('is the same bytes in a pipe and in a file, from the built program as well', async () => {
    const folder = aFolder(files)
    const file = join(folder, 'report.docx')
    const day = ['--today', '2026-11-23']
    await ran(['report', folder, '--format', `docx=${file}`, ...day])
    const argv = [program, 'report', folder, '--format', 'docx', ...day]
    const { stdout, status } = spawnSync(process.execPath, argv, {
      env: { ...process.env, TZ: 'Asia/Tokyo' },
    })
    expect(status).toBe(0)
    expect(Object.keys(unzipSync(stdout))).toContain('word/document.xml')
    expect(stdout.equals(readFileSync(file))).toBe(true)
  })

  it.each<[string, string, (file: string) => Uint8Array]>([
    [
      'edited',
      'Somebody edited',
      (file) => changed(file, replaceIn('word/document.xml', 'Trust', 'Hope')),
    ],
    [
      'with a new style',
      'Somebody edited',
      (file) => changed(file, replaceIn('word/styles.xml', 'Calibri', 'Arial')),
    ],
    [
      'with a comment',
      'Somebody edited',
      (file) =>
        changed(file, (parts) => {
          parts['word/comments.xml'] = strToU8('<w:comments/>')
        }),
    ],
    [
      'with another mark',
      'Somebody edited',
      (file) => changed(file, replaceIn('docProps/custom.xml', 'sha256:', 'sha256:0')),
    ],
    [
      'without its mark',
      'work: it has no mark',
      (file) =>
        changed(file, (parts) => {
          delete parts['docProps/custom.xml']
        }),
    ],
    ['cut short', 'work: it has no mark', (file) => readFileSync(file).subarray(0, -30)],
    [
      'a bomb',
      'work: it has no mark',
      (file) =>
        changed(file, (parts) => {
          parts['word/media/a.png'] = new Uint8Array(40_000_000)
        }),
    ],
    ['a text', 'work: it has no mark', () => strToU8('Mine')],
  ])('is replaced only with --overwrite: %s', async (_, reason, edit) => {
    const folder = aFolder(files)
    const file = join(folder, 'report.docx')
    const argv = ['report', folder, '--format', `docx=${file}`]
    await ran(argv)
    const written = readFileSync(file)
    const edited = edit(file)
    writeFileSync(file, edited)
    const refused = await ran(argv)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain(reason)
    expect(readFileSync(file).equals(edited)).toBe(true)
    expect((await ran([...argv, '--overwrite'])).code).toBe(0)
    expect(readFileSync(file).equals(written)).toBe(true)
  })

  it('is replaced where nobody edited it, also packed by another program', async () => {
    const folder = aFolder(files)
    const file = join(folder, 'report.docx')
    const argv = ['report', folder, '--format', `docx=${file}`]
    await ran(argv)
    const written = readFileSync(file)
    for (const bytes of [written, changed(file, () => {}), new Uint8Array()]) {
      writeFileSync(file, bytes)
      expect((await ran(argv)).code).toBe(0)
      expect(readFileSync(file).equals(written)).toBe(true)
    }
  })

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const jpeg = Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 60, 1, 44, 1, 1, 0x11, 0,
  ])

  it.each<[string, Uint8Array | string, string | null]>([
    ['our.png', png, '9525" cy="9525'],
    ['our.jpg', jpeg, '2476500" cy="495300'],
    ['our.gif', strToU8('GIF89a\x0a\x00\x14\x00'), '95250" cy="190500'],
    ['our.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['cut.png', png.subarray(0, 12), null],
  ])(
    'has the logo where Word can show it, and else says that it is left out: %s',
    async (name, bytes, size) => {
      const folder = aFolder({
        ...files,
        'accordant.yaml': `accordant: config/1\nreport: {logo: ${name}, title: Ours, accent: "#063"}\n`,
        [name]: bytes,
      })
      const file = join(folder, 'report.docx')
      const { code, err } = await ran(['report', folder, '--format', `docx=${file}`])
      expect(code).toBe(0)
      const parts = unzipSync(readFileSync(file))
      const media = Object.keys(parts).filter((part) => part.startsWith('word/media/'))
      const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      expect(media).toHaveLength(size === null ? 0 : 1)
      if (size !== null) expect(document).toContain(`cx="${size}"`)
      expect(err.includes('The logo is left out of the Word file')).toBe(size === null)
      expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('006633')
      expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('<dc:title>Ours<')
    },
  )

  it('is loaded only when it is asked for', () => {
    const folder = aFolder(files)
    const traced = (format: string) => {
      const probe = join(folder, 'probe.cjs')
      const list = join(folder, 'list')
      writeFileSync(
        probe,
        `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, Object.keys(require.cache).join('\\n')))`,
      )
      spawnSync(
        process.execPath,
        ['--require', probe, program, 'report', folder, '--format', format],
        { stdio: 'ignore' },
      )
      const loaded = readFileSync(list, 'utf8')
        .split('\n')
        .filter((part) => existsSync(part))
      return loaded.some((part) => readFileSync(part, 'utf8').includes('w:hyperlink'))
    }
    expect(['markdown', 'html', 'json', 'csv', 'docx'].filter(traced)).toEqual(['docx'])
  })
})
