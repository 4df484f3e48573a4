import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What LibreOffice makes of files, in a folder of its own and with settings of its own: the paths of the new files, in order. It
 * says nothing about a file that it cannot open, so that this one is missing then.
 */
export function convertInOffice(
  files: readonly string[],
  to: 'pdf' | 'docx' | `csv:${string}`,
  folder: string,
): readonly string[] {
  const out = join(folder, to.split(':')[0] ?? to)
  mkdirSync(out, { recursive: true })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const argv = [profile, '--headless', '--convert-to', to, '--outdir', out, ...files]
  const { status, stderr } = spawnSync('soffice', argv, { encoding: 'utf8', timeout: 240_000 })
  if (status !== 0) throw new Error(`soffice exited with ${status}: ${stderr}`)
  return files.map((file) => join(out, basename(file).replace(/\.\w+$/, `.${to}`)))
}

/** The pages of a PDF, each with its text in the order of reading. */
export function readPdfPages(file: string): readonly string[] {
  const { status, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`pdftotext cannot read ${file}`)
  return stdout.split('\f').slice(0, -1)
}
