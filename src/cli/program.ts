import { Command, Option } from 'commander'
import { planFormats, templates } from '../app/start/templates.ts'
import { findMeantWord } from '../model/did-you-mean.ts'
import type { ExitCode } from '../model/fault.ts'
import { severities } from '../model/finding.ts'
import { kinds } from '../model/kind-names.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { stages } from '../model/vocabulary.ts'
import type { HelpText } from '../words/message.ts'
import { sayHelp } from '../words/say-help.ts'
import { findingsFormats } from './check-formats.ts'
import { formFormats } from './form-formats.ts'
import type { Io } from './io.ts'
import {
  collectOption,
  parseCountOption,
  parseDayOption,
  parseScoreOption,
} from './option-values.ts'
import { listFormats } from './outputs.ts'
import { reportFormats } from './report-formats.ts'
import { statusFormats } from './status-formats.ts'

/** The command line. Every command's work is loaded only when it is called. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const top = new Command('accordant')
    .description(help('program'))
    .version(io.version, '-V, --version', help('print-version'))
    .helpOption('-h, --help', help('show-help'))
    .helpCommand('help [command]', help('show-help-for'))
    .option('--color', help('force-colour'))
    .option('--no-color', help('no-colour'))
    .showSuggestionAfterError()
    .showHelpAfterError(help('see-help'))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text + findOptionHint(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .exitOverride()
    .addHelpText('after', help('first-use'))
    .allowExcessArguments()
    .action(() => {
      const [word] = top.args
      if (word !== undefined) top.error(describeUnknownCommand(word, top))
      io.stdout.write(top.helpInformation() + help('first-use'))
    })
  for (const add of commands) add(top, io, done)
  return top
}

type PlainHelpId = {
  readonly [Id in HelpText['say']]: { say: Id } extends HelpText ? Id : never
}[HelpText['say']]

/** A text of the help that no values go into. */
function help(say: PlainHelpId): string {
  return sayHelp({ say } as HelpText)
}

function describeUnknownCommand(word: string, top: Command): string {
  const names = top.commands.map((command) => command.name())
  return sayHelp({
    say: 'unknown-command',
    word: makeVisibleLine(word),
    near: findMeantWord(word, names),
  })
}

/** A format is no option of its own. */
function findOptionHint(text: string): string {
  const [, word = ''] = /unknown option '--?([a-z]+)'/i.exec(text) ?? []
  const formats: readonly string[] = [
    ...listFormats(reportFormats),
    ...listFormats(findingsFormats),
  ]
  if (formats.includes(word)) return sayHelp({ say: 'meant-format', format: word })
  return word === 'v' ? help('meant-version') : ''
}

type CommandName = PlainHelpId extends infer Id
  ? Id extends `${infer Name}-examples`
    ? Name
    : never
  : never

function begin(top: Command, name: CommandName): Command {
  const command = top.command(name).summary(help(`${name}-summary`))
  return command.addHelpText('after', help(`${name}-examples`))
}

type AddCommand = (top: Command, io: Io, done: (code: ExitCode) => void) => void

const addInit: AddCommand = (top, io, done) => {
  begin(top, 'init')
    .description(help('init-description'))
    .argument('[what]', help('init-what'))
    .argument('[file]', help('init-file'))
    .addOption(new Option('--stage <stage>', help('init-stage')).choices(stages))
    .addOption(new Option('--format <name>', help('init-format')).choices(planFormats))
    .option('--from <file>', help('init-from'))
    .addOption(new Option('--template <name>', help('init-template')).choices(templates))
    .option('--partner <name>', help('init-partner'), collectOption)
    .option('--role <text>', help('init-role'))
    .option('--questionnaire <name>', help('init-questionnaire'))
    .option('--quick', help('init-quick'))
    .action(async (what, file, options) => {
      const { runInit } = await import('./commands/init.ts')
      done(await runInit({ what, file, color: top.opts().color, ...options }, io))
    })
}

const addAssess: AddCommand = (top, io, done) => {
  begin(top, 'assess')
    .description(help('assess-description'))
    .argument('[path]', help('assess-path'), '.')
    .option('--partner <id>', help('assess-partner'), collectOption)
    .option('--role <text>', help('respondent-role'))
    .option('--respondent <code>', help('assess-respondent'))
    .option('--response <file>', help('assess-response'))
    .option('--questionnaire <name>', help('any-questionnaire'))
    .option('--quick', help('short-run'))
    .option('--blind', help('assess-blind'))
    .option('--accessible', help('by-line'))
    .action(async (path, options) => {
      const { runAssess } = await import('./commands/assess.ts')
      done(await runAssess({ path, color: top.opts().color, ...options }, io))
    })
}

const addReport: AddCommand = (top, io, done) => {
  begin(top, 'report')
    .description(help('report-description'))
    .argument('[paths...]', help('response-paths'))
    .option('--questionnaire <name>', help('report-questionnaire'))
    .option('--map <file>', help('report-map'))
    .option('--plan <file>', help('report-plan'))
    .option(
      '--format <name[=file]>',
      sayHelp({ say: 'formats', formats: listFormats(reportFormats) }),
      collectOption,
    )
    .option('-o, --output <file>', help('report-output'), collectOption)
    .option('--summary', help('report-first-page'))
    .option('--full', help('report-full'))
    .option('--for <partner>', help('report-for'))
    .option('--overwrite', help('overwrite'))
    .option('--min-score <n>', help('report-min-score'), parseScoreOption)
    .option('--min-level <id>', help('report-min-level'))
    .option('--min-dimension <n>', help('report-min-dimension'), parseScoreOption)
    .option('--min-group <k>', help('report-min-group'), parseCountOption)
    .option('--unfinished', help('report-unfinished'))
    .option('--previous <path>', help('report-previous'), collectOption)
    .addOption(createNoWorseThanOption())
    .option('--what-if <id=value>', help('report-what-if'), collectOption)
    .option('--add-actions [number or ids]', help('report-add-actions'))
    .option('--today <date>', help('report-today'), parseDayOption)
    .action(async (paths, options) => {
      const { runReport } = await import('./commands/report.ts')
      done(await runReport({ paths, color: top.opts().color, ...options }, io))
    })
}

const addCheck: AddCommand = (top, io, done) => {
  begin(top, 'check')
    .description(help('check-description'))
    .argument('[paths...]', help('check-paths'))
    .option('--questionnaire <name>', help('check-questionnaire'))
    .option(
      '--format <name[=file]>',
      sayHelp({ say: 'formats', formats: listFormats(findingsFormats) }),
      collectOption,
    )
    .addOption(createOutputOption())
    .addOption(
      new Option('--fail-on <severity>', help('check-fail-on')).choices([...severities, 'never']),
    )
    .option('--min-complete <n>', help('check-min-complete'), parseScoreOption)
    .option('--baseline <file>', help('check-baseline'))
    .option('--update-baseline', help('check-update-baseline'))
    .option('--all', help('check-all'))
    .option('--show-plan', help('check-show-plan'))
    .option('--stdin-name <path>', help('check-stdin-name'))
    .option('--today <date>', help('check-today'), parseDayOption)
    .action(async (paths, options) => {
      const { runCheck } = await import('./commands/check.ts')
      done(await runCheck({ paths, color: top.opts().color, ...options }, io))
    })
}

const addExplain: AddCommand = (top, io, done) => {
  begin(top, 'explain')
    .description(help('explain-description'))
    .argument('<id>', help('explain-id'))
    .argument('[paths...]', help('response-paths'))
    .option('--questionnaire <name>', help('any-questionnaire'))
    .action(async (id, paths, options) => {
      const { runExplain } = await import('./commands/explain.ts')
      done(await runExplain({ id, paths, ...options }, io))
    })
}

const addImport: AddCommand = (top, io, done) => {
  begin(top, 'import')
    .description(help('import-description'))
    .argument('<files...>', help('import-file'))
    .option('--map <file>', help('import-map'))
    .option('-o, --output <folder>', help('import-output'))
    .option('--questionnaire <name>', help('import-questionnaire'))
    .option('--overwrite', help('import-overwrite'))
    .action(async (files, options) => {
      const { runImport } = await import('./commands/import.ts')
      done(await runImport({ files, ...options }, io))
    })
}

const addStatus: AddCommand = (top, io, done) => {
  begin(top, 'status')
    .description(help('status-description'))
    .argument('[path]', help('assess-path'), '.')
    .option(
      '--format <name[=file]>',
      sayHelp({ say: 'formats', formats: listFormats(statusFormats) }),
      collectOption,
    )
    .action(async (path, options) => {
      const { runStatus } = await import('./commands/status.ts')
      done(await runStatus({ path, ...options }, io))
    })
}

const addForm: AddCommand = (top, io, done) => {
  begin(top, 'form')
    .description(help('form-description'))
    .argument('[path]', help('form-path'), '.')
    .option('-o, --output <file>', help('form-output'), collectOption)
    .option(
      '--format <name[=file]>',
      sayHelp({ say: 'formats', formats: formFormats }),
      collectOption,
    )
    .option('--partner <id>', help('form-partner'))
    .option('--questionnaire <name>', help('any-questionnaire'))
    .option('--quick', help('short-run'))
    .option('--overwrite', help('overwrite'))
    .action(async (path, options) => {
      const { runForm } = await import('./commands/form.ts')
      done(await runForm({ path, ...options }, io))
    })
}

const addList: AddCommand = (top, io, done) => {
  begin(top, 'list')
    .argument('[path]', help('list-path'), '.')
    .option('--diff <name>', help('list-diff'))
    .action(async (path, options) => {
      const { runList } = await import('./commands/list.ts')
      done(await runList({ path, ...options }, io))
    })
}

const addPreview: AddCommand = (top, io, done) => {
  begin(top, 'preview')
    .description(help('preview-description'))
    .argument('<questionnaire>', help('any-questionnaire'))
    .option('--quick', help('short-run'))
    .option('--accessible', help('by-line'))
    .option('--report', help('preview-report'))
    .option('--seed <text>', help('preview-seed'))
    .option(
      '--format <name[=file]>',
      sayHelp({ say: 'preview-formats', formats: listFormats(reportFormats) }),
      collectOption,
    )
    .option('-o, --output <file>', help('preview-output'), collectOption)
    .option('--overwrite', help('preview-overwrite'))
    .action(async (questionnaire, options) => {
      const { runPreview } = await import('./commands/preview.ts')
      done(await runPreview({ questionnaire, color: top.opts().color, ...options }, io))
    })
}

const addSchema: AddCommand = (top, io, done) => {
  begin(top, 'schema')
    .argument('<kind>', kinds.join(', '))
    .action(async (kind) => {
      const { runSchema } = await import('./commands/schema.ts')
      done(runSchema({ kind }, io))
    })
}

const commands: readonly AddCommand[] = [
  ...[addInit, addForm, addAssess, addImport, addStatus, addReport, addCheck],
  ...[addExplain, addList, addPreview, addSchema],
]

/** Other programs have it, so people try it; what to write instead is said by the command. */
function createOutputOption(): Option {
  return new Option('-o, --output <file>').hideHelp()
}

/** Its name begins with a word, not with a negation of `--worse-than`. */
function createNoWorseThanOption(): Option {
  const option = new Option('--no-worse-than <path>', help('report-no-worse-than'))
  option.negate = false
  return option
}
