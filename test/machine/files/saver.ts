import { script } from '../../files/script.ts'
import { temporaryFolder } from '../../files/temporary-folder.ts'

/**
 * A program that saves `new` and a line break, `count` times over, into a file: `program FILE COUNT`. A Fault is exit 2.
 * Words are loaded only to say it: their memory would be asked for in the midst of a save that is traced.
 */
export function saver(): string {
  return script(
    temporaryFolder(),
    `import { takeLock } from './lock.ts'
    import { writeWhole } from './write-whole.ts'
    const [file, count] = process.argv.slice(2)
    try {
      if (count === 'lock') takeLock(file)
      else writeWhole(file, 'new\\n'.repeat(Number(count)))
    } catch (error) {
      if (error.name !== 'Fault') throw error
      process.exitCode = 2
      import('../words/say-message.ts').then(({ say }) => {
        process.stdout.write(say(error.reason) + '. ' + say(error.hint) + '\\n')
      })
    }`,
  )
}
