import { Command, InvalidArgumentError, Option } from 'commander'
import { templates } from '../app/start/templates.ts'
import { findMeantWord } from '../model/did-you-mean.ts'
import type { ExitCode } from '../model/fault.ts'
import { kinds } from '../model/kind-names.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { stages } from '../model/vocabulary.ts'
import { sayHelp } from '../words/say-help.ts'
import { findingsFormats } from './check-formats.ts'
import type { Io } from './io.ts'
import { listFormats } from './outputs.ts'
import { reportFormats } from './report-formats.ts'

/** The command line. Every command's work is loaded only when it is called. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const top = new Command('accordant')
    .description(sayHelp({ say: 'program' }))
    .version(io.version, '-V, --version', sayHelp({ say: 'print-version' }))
    .helpOption('-h, --help', sayHelp({ say: 'show-help' }))
    .helpCommand('help [command]', sayHelp({ say: 'show-help-for' }))
    .option('--color', sayHelp({ say: 'force-colour' }))
    .option('--no-color', sayHelp({ say: 'no-colour' }))
    .showSuggestionAfterError()
    .showHelpAfterError(sayHelp({ say: 'see-help' }))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .exitOverride()
    .addHelpText('after', sayHelp({ say: 'first-use' }))
    .allowExcessArguments()
    .action(() => {
      const [word] = top.args
      if (word !== undefined) top.error(describeUnknownCommand(word, top))
      io.stdout.write(top.helpInformation() + sayHelp({ say: 'first-use' }))
    })
  for (const add of [
    addInit,
    addAssess,
    addReport,
    addCheck,
    addExplain,
    addImport,
    addList,
    addPreview,
    addSchema,
  ])
    add(top, io, done)
  return top
}

function describeUnknownCommand(word: string, top: Command): string {
  const names = top.commands.map((command) => command.name())
  return sayHelp({
    say: 'unknown-command',
    word: makeVisibleLine(word),
    near: findMeantWord(word, names),
  })
}

type AddCommand = (top: Command, io: Io, done: (code: ExitCode) => void) => void

const addInit: AddCommand = (top, io, done) => {
  top
    .command('init')
    .summary(sayHelp({ say: 'init-summary' }))
    .description(sayHelp({ say: 'init-description' }))
    .argument('[what]', sayHelp({ say: 'init-what' }))
    .argument('[file]', sayHelp({ say: 'init-file' }))
    .addOption(new Option('--stage <stage>', sayHelp({ say: 'init-stage' })).choices(stages))
    .addOption(
      new Option('--template <name>', sayHelp({ say: 'init-template' })).choices(templates),
    )
    .option('--partner <id>', sayHelp({ say: 'init-partner' }))
    .option('--role <text>', sayHelp({ say: 'init-role' }))
    .option('--questionnaire <name>', sayHelp({ say: 'init-questionnaire' }))
    .option('--quick', sayHelp({ say: 'init-quick' }))
    .addHelpText('after', sayHelp({ say: 'init-examples' }))
    .action(async (what, file, options) => {
      const { runInit: init } = await import('./commands/init.ts')
      done(await init({ what, file, ...options }, io))
    })
}

const addAssess: AddCommand = (top, io, done) => {
  top
    .command('assess')
    .summary(sayHelp({ say: 'assess-summary' }))
    .description(sayHelp({ say: 'assess-description' }))
    .argument('[path]', sayHelp({ say: 'assess-path' }), '.')
    .addOption(createRepeatableOption('--partner <id>', sayHelp({ say: 'assess-partner' })))
    .option('--role <text>', sayHelp({ say: 'respondent-role' }))
    .option('--response <file>', sayHelp({ say: 'assess-response' }))
    .option('--questionnaire <name>', sayHelp({ say: 'any-questionnaire' }))
    .option('--quick', sayHelp({ say: 'short-run' }))
    .option('--blind', sayHelp({ say: 'assess-blind' }))
    .option('--accessible', sayHelp({ say: 'by-line' }))
    .addHelpText('after', sayHelp({ say: 'assess-examples' }))
    .action(async (path, options) => {
      const { runAssess: assess } = await import('./commands/assess.ts')
      done(await assess({ path, color: top.opts().color, ...options }, io))
    })
}

const addReport: AddCommand = (top, io, done) => {
  top
    .command('report')
    .summary(sayHelp({ say: 'report-summary' }))
    .description(sayHelp({ say: 'report-description' }))
    .argument('[paths...]', sayHelp({ say: 'response-paths' }))
    .option('--questionnaire <name>', sayHelp({ say: 'report-questionnaire' }))
    .option('--map <file>', sayHelp({ say: 'report-map' }))
    .option('--plan <file>', sayHelp({ say: 'report-plan' }))
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        sayHelp({ say: 'formats', formats: listFormats(reportFormats) }),
      ),
    )
    .option('--min-score <n>', sayHelp({ say: 'report-min-score' }), parseScore)
    .option('--min-level <id>', sayHelp({ say: 'report-min-level' }))
    .option('--min-dimension <n>', sayHelp({ say: 'report-min-dimension' }), parseScore)
    .option('--min-group <k>', sayHelp({ say: 'report-min-group' }), parseCount)
    .addOption(createRepeatableOption('--previous <path>', sayHelp({ say: 'report-previous' })))
    .addOption(createNoWorseThanOption())
    .addOption(createRepeatableOption('--what-if <id=value>', sayHelp({ say: 'report-what-if' })))
    .option('--add-actions [number or ids]', sayHelp({ say: 'report-add-actions' }))
    .option('--today <date>', sayHelp({ say: 'report-today' }), parseDay)
    .addHelpText('after', sayHelp({ say: 'report-examples' }))
    .action(async (paths, options) => {
      const { runReport: report } = await import('./commands/report.ts')
      done(await report({ paths, color: top.opts().color, ...options }, io))
    })
}

const addCheck: AddCommand = (top, io, done) => {
  top
    .command('check')
    .summary(sayHelp({ say: 'check-summary' }))
    .description(sayHelp({ say: 'check-description' }))
    .argument('[paths...]', sayHelp({ say: 'check-paths' }))
    .option('--questionnaire <name>', sayHelp({ say: 'check-questionnaire' }))
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        sayHelp({ say: 'formats', formats: listFormats(findingsFormats) }),
      ),
    )
    .addOption(
      new Option('--fail-on <severity>', sayHelp({ say: 'check-fail-on' })).choices([
        'error',
        'warning',
        'info',
        'never',
      ]),
    )
    .option('--min-score <n>', sayHelp({ say: 'check-min-score' }), parseScore)
    .option('--min-level <id>', sayHelp({ say: 'check-min-level' }))
    .option('--min-dimension <n>', sayHelp({ say: 'check-min-dimension' }), parseScore)
    .option('--baseline <file>', sayHelp({ say: 'check-baseline' }))
    .option('--update-baseline', sayHelp({ say: 'check-update-baseline' }))
    .option('--all', sayHelp({ say: 'check-all' }))
    .option('--show-plan', sayHelp({ say: 'check-show-plan' }))
    .option('--stdin-name <path>', sayHelp({ say: 'check-stdin-name' }))
    .option('--today <date>', sayHelp({ say: 'check-today' }), parseDay)
    .addHelpText('after', sayHelp({ say: 'check-examples' }))
    .action(async (paths, options) => {
      const { runCheck: check } = await import('./commands/check.ts')
      done(await check({ paths, color: top.opts().color, ...options }, io))
    })
}

const addExplain: AddCommand = (top, io, done) => {
  top
    .command('explain')
    .summary(sayHelp({ say: 'explain-summary' }))
    .description(sayHelp({ say: 'explain-description' }))
    .argument('<id>', sayHelp({ say: 'explain-id' }))
    .argument('[paths...]', sayHelp({ say: 'response-paths' }))
    .option('--questionnaire <name>', sayHelp({ say: 'any-questionnaire' }))
    .addHelpText('after', sayHelp({ say: 'explain-examples' }))
    .action(async (id, paths, options) => {
      const { runExplain: explain } = await import('./commands/explain.ts')
      done(await explain({ id, paths, ...options }, io))
    })
}

const addImport: AddCommand = (top, io, done) => {
  top
    .command('import')
    .summary(sayHelp({ say: 'import-summary' }))
    .description(sayHelp({ say: 'import-description' }))
    .argument('<file>', sayHelp({ say: 'import-file' }))
    .option('--map <file>', sayHelp({ say: 'import-map' }))
    .option('-o, --output <folder>', sayHelp({ say: 'import-output' }))
    .option('--questionnaire <name>', sayHelp({ say: 'import-questionnaire' }))
    .addHelpText('after', sayHelp({ say: 'import-examples' }))
    .action(async (file, options) => {
      const { runImport: importTable } = await import('./commands/import.ts')
      done(await importTable({ file, ...options }, io))
    })
}

const addList: AddCommand = (top, io, done) => {
  top
    .command('list')
    .summary(sayHelp({ say: 'list-summary' }))
    .argument('[path]', sayHelp({ say: 'list-path' }), '.')
    .option('--diff <name>', sayHelp({ say: 'list-diff' }))
    .addHelpText('after', sayHelp({ say: 'list-examples' }))
    .action(async (path, options) => {
      const { runList: list } = await import('./commands/list.ts')
      done(await list({ path, ...options }, io))
    })
}

const addPreview: AddCommand = (top, io, done) => {
  top
    .command('preview')
    .summary(sayHelp({ say: 'preview-summary' }))
    .description(sayHelp({ say: 'preview-description' }))
    .argument('<questionnaire>', sayHelp({ say: 'any-questionnaire' }))
    .option('--quick', sayHelp({ say: 'short-run' }))
    .option('--accessible', sayHelp({ say: 'by-line' }))
    .option('--report', sayHelp({ say: 'preview-report' }))
    .option('--seed <text>', sayHelp({ say: 'preview-seed' }))
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        sayHelp({ say: 'preview-formats', formats: listFormats(reportFormats) }),
      ),
    )
    .addHelpText('after', sayHelp({ say: 'preview-examples' }))
    .action(async (questionnaire, options) => {
      const { runPreview: preview } = await import('./commands/preview.ts')
      done(await preview({ questionnaire, color: top.opts().color, ...options }, io))
    })
}

const addSchema: AddCommand = (top, io, done) => {
  top
    .command('schema')
    .summary(sayHelp({ say: 'schema-summary' }))
    .argument('<kind>', kinds.join(', '))
    .addHelpText('after', sayHelp({ say: 'schema-examples' }))
    .action(async (kind) => {
      const { runSchema: schema } = await import('./commands/schema.ts')
      done(schema({ kind }, io))
    })
}

/** Its name begins with a word, not with a negation of `--worse-than`. */
function createNoWorseThanOption(): Option {
  const option = new Option('--no-worse-than <path>', sayHelp({ say: 'report-no-worse-than' }))
  option.negate = false
  return option
}

function createRepeatableOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(
    (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
  )
}

function parseScore(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100) {
    throw new InvalidArgumentError(sayHelp({ say: 'score-expected' }))
  }
  return value
}

function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError(sayHelp({ say: 'date-expected' }))
  }
  return text
}

function parseCount(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError(sayHelp({ say: 'count-expected' }))
  return value
}
