import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Packs the built program as it is published, and installs it into an empty folder: what users have is what is tested and
 * measured. It needs npm and no network, since nothing else is installed. Returns the folder of the installed package.
 */
export function installProgram(folder) {
  mkdirSync(folder, { recursive: true })
  const npm = (argv, cwd) =>
    execFileSync('npm', [...argv, '--ignore-scripts', '--silent'], { cwd, stdio: 'pipe' })
  npm(['pack', '--pack-destination', folder], root)
  const packages = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  npm(
    ['install', '--offline', '--no-audit', '--no-fund', ...packages.map((file) => `./${file}`)],
    folder,
  )
  return join(folder, 'node_modules', 'accordant')
}
