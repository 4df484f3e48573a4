import { Command, InvalidArgumentError, Option } from 'commander'
import { templates } from '../app/start/templates.ts'
import { describeSuggestion } from '../model/did-you-mean.ts'
import type { ExitCode } from '../model/fault.ts'
import { kinds } from '../model/kind-names.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { stages } from '../model/vocabulary.ts'
import type { Io } from './io.ts'

/** The command line. Every command's work is loaded only when it is called. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const top = new Command('accordant')
    .description('Tells partners how ready they are to work together, why, and what to do next.')
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--color', 'colour, whatever the terminal says')
    .option('--no-color', 'no colour')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what there is)')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .exitOverride()
    .addHelpText('after', firstUseText)
    .allowExcessArguments()
    .action(() => {
      const [word] = top.args
      if (word !== undefined) top.error(describeUnknownCommand(word, top))
      io.stdout.write(top.helpInformation() + firstUseText)
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

const firstUseText = `
A first use:
  accordant init northwind-contoso      make a folder for the partnership
  cd northwind-contoso
  accordant assess                      interview a partner; writes report.md
  accordant report                      the report on everybody's answers
`

function describeUnknownCommand(word: string, top: Command): string {
  const names = top.commands.map((command) => command.name())
  return `error: unknown command "${makeVisibleLine(word)}"${describeSuggestion(word, names)}`
}

type AddCommand = (top: Command, io: Io, done: (code: ExitCode) => void) => void

const addInit: AddCommand = (top, io, done) => {
  top
    .command('init')
    .summary('start a partnership folder, or a single file with examples')
    .description(
      'Makes NAME/ with accordant.yaml, plan.yaml and responses/; or one file to begin with: a plan, a blank response (the paper form), a questionnaire that extends ours, settings, or a workflow that checks the plan on every change. Nothing that exists is overwritten.',
    )
    .argument('[what]', 'a name for the partnership, or plan, response, questionnaire, config, ci')
    .argument('[file]', 'where to write a single file (default: its usual place)')
    .addOption(
      new Option('--stage <stage>', 'how far a plan is to begin with (default: exploring)').choices(
        stages,
      ),
    )
    .addOption(
      new Option(
        '--template <name>',
        'with "questionnaire": an empty one, or the scoring of a published instrument without its wording',
      ).choices(templates),
    )
    .option('--partner <id>', 'with "response": who it is for')
    .option('--role <text>', 'with "response": the respondent\'s role')
    .option(
      '--questionnaire <name>',
      'for a partnership, "config" and "response": a built-in one, or a path',
    )
    .option('--quick', 'with "response": the quick run only')
    .addHelpText(
      'after',
      '\nExamples:\n  accordant init northwind-contoso\n  accordant init response --partner contoso\n  accordant init plan --stage agreed\n  accordant init questionnaire --template sum-and-bands\n  accordant init ci\n',
    )
    .action(async (what, file, options) => {
      const { runInit: init } = await import('./commands/init.ts')
      done(await init({ what, file, ...options }, io))
    })
}

const addAssess: AddCommand = (top, io, done) => {
  top
    .command('assess')
    .summary('interview a partner in the terminal')
    .description(
      'Asks the questions, one to a screen, saves after every answer, and ends with the verdict and the report. What was left unfinished is offered to go on with.',
    )
    .argument('[path]', "the partnership's folder", '.')
    .addOption(
      createRepeatableOption('--partner <id>', 'who answers; once for each partner at one table'),
    )
    .option('--role <text>', "the respondent's role")
    .option('--response <file>', 'the response to write, or to go on with')
    .option('--questionnaire <name>', 'a built-in questionnaire, or a path')
    .option('--quick', 'the short run')
    .option('--blind', 'at one table: hide each answer until all have given theirs')
    .option('--accessible', 'ask line by line, without redrawing')
    .addHelpText(
      'after',
      '\nExamples:\n  accordant assess --partner contoso\n  accordant assess --partner contoso --partner northwind --blind\n  accordant assess --quick\n  accordant assess --questionnaire five-days-of-action\n  accordant assess --response responses/contoso-r1.yaml\n',
    )
    .action(async (path, options) => {
      const { runAssess: assess } = await import('./commands/assess.ts')
      done(await assess({ path, color: top.opts().color, ...options }, io))
    })
}

const addReport: AddCommand = (top, io, done) => {
  top
    .command('report')
    .summary('score the answers and write the readiness report')
    .description(
      "Scores one or more responses and writes the report to standard output, or to a file. Takes a partnership's folder, or response files.",
    )
    .argument('[paths...]', 'a folder, or response files (default: the current folder)')
    .option(
      '--questionnaire <name>',
      'a built-in questionnaire, or a path (default: found by the id in the responses)',
    )
    .option('--map <file>', 'for a table (.csv, .tsv): how its columns become answers')
    .option('--plan <file>', "the partnership's plan, to hold against the answers")
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        'markdown, html, json, csv or actions; several, each to its file',
      ),
    )
    .option('--min-score <n>', 'exit with 1 if the score is lower', parseScore)
    .option('--min-level <id>', 'exit with 1 if the level is lower')
    .option('--min-dimension <n>', 'exit with 1 if any dimension is lower', parseScore)
    .option(
      '--min-group <k>',
      'split nothing by partner if one has fewer than k respondents',
      parseCount,
    )
    .addOption(
      createRepeatableOption(
        '--previous <path>',
        'an earlier point in time, to tell what changed: a folder, a response or a result as JSON; the oldest first',
      ),
    )
    .addOption(createNoWorseThanOption())
    .addOption(
      createRepeatableOption(
        '--what-if <id=value>',
        'the figures as they would be if everybody answered this question so',
      ),
    )
    .option(
      '--add-actions [number or ids]',
      "write next steps in the plan's commitments, with owner and due date: those shown first, so many, or these",
    )
    .option('--today <date>', 'hold dates in the plan against this day, like 2026-11-23', parseDay)
    .addHelpText(
      'after',
      '\nExamples:\n  accordant report\n  accordant report responses/*.yaml --format markdown=report.md --format csv=answers.csv\n  accordant report --format html=report.html\n  accordant report --min-level conditional\n  accordant report --what-if trust.bad-news=4 --what-if contingencies.exit=3\n  accordant report --format markdown=report.md --add-actions=3\n  accordant report survey.csv --map survey.map.yaml\n',
    )
    .action(async (paths, options) => {
      const { runReport: report } = await import('./commands/report.ts')
      done(await report({ paths, color: top.opts().color, ...options }, io))
    })
}

const addCheck: AddCommand = (top, io, done) => {
  top
    .command('check')
    .summary('check plans and other files, as a linter does')
    .description(
      'Says on which line a plan is not ready, scores it, and exits with 1 if findings stand at the fail level or a limit is missed. Checks responses, questionnaires and settings too, and looks at how the questions of a questionnaire are asked.',
    )
    .argument('[paths...]', 'files, folders, patterns, or - (default: the current folder)')
    .option('--questionnaire <name>', 'the one with the checks: built in, or a path')
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        'text, json, sarif, junit, github, gitlab or markdown; several, each to its file',
      ),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the lowest severity that fails (default: error)').choices(
        ['error', 'warning', 'info', 'never'],
      ),
    )
    .option('--min-score <n>', "exit with 1 if a plan's score is lower", parseScore)
    .option('--min-level <id>', "exit with 1 if a plan's level is lower")
    .option('--min-dimension <n>', 'exit with 1 if any dimension of a plan is lower', parseScore)
    .option('--baseline <file>', 'findings that are known and do not fail')
    .option('--update-baseline', 'write what is found now to the baseline')
    .option('--all', 'show every finding, however many')
    .option('--show-plan', 'write what was understood of a plan instead of its findings')
    .option('--stdin-name <path>', 'what standard input would be called')
    .option('--today <date>', 'hold dates against this day, like 2026-11-23', parseDay)
    .addHelpText(
      'after',
      '\nExamples:\n  accordant check\n  accordant check plan.yaml --min-level conditional\n  accordant check questionnaire.yaml --fail-on warning\n  accordant check plans/ --format text --format sarif=accordant.sarif\n  accordant check --update-baseline\n  git show HEAD:plan.yaml | accordant check - --stdin-name plan.yaml\n',
    )
    .action(async (paths, options) => {
      const { runCheck: check } = await import('./commands/check.ts')
      done(await check({ paths, color: top.opts().color, ...options }, io))
    })
}

const addExplain: AddCommand = (top, io, done) => {
  top
    .command('explain')
    .summary('what a question, dimension or level is for, and how its number came about')
    .description(
      'Prints what the id stands for. With responses (or in a partnership that has some) it also prints the arithmetic, with the numbers put in.',
    )
    .argument('<id>', 'like trust.bad-news, trust, ready, or what a finding is called')
    .argument('[paths...]', 'a folder, or response files (default: the current folder)')
    .option('--questionnaire <name>', 'a built-in questionnaire, or a path')
    .addHelpText(
      'after',
      '\nExamples:\n  accordant explain trust.bad-news\n  accordant explain trust responses/*.yaml\n  accordant explain ready\n  accordant explain question.two-ideas\n',
    )
    .action(async (id, paths, options) => {
      const { runExplain: explain } = await import('./commands/explain.ts')
      done(await explain({ id, paths, ...options }, io))
    })
}

const addImport: AddCommand = (top, io, done) => {
  top
    .command('import')
    .summary('turn a form export (CSV) into responses')
    .description(
      'Reads what form tools and spreadsheets export, one respondent a row, by a map from columns to questions. Without --map it drafts the map from the header and exits with 3. Every row is imported, or named with its line and the reason.',
    )
    .argument('<file>', 'the table: cells separated by , ; | or tabs')
    .option('--map <file>', 'how the columns become answers')
    .option('-o, --output <folder>', 'the folder that gets responses/ (default: the current one)')
    .option('--questionnaire <name>', 'for the draft: a built-in questionnaire, or a path')
    .addHelpText(
      'after',
      '\nExamples:\n  accordant import survey.csv                          drafts survey.map.yaml\n  accordant import survey.csv --map survey.map.yaml\n',
    )
    .action(async (file, options) => {
      const { runImport: importTable } = await import('./commands/import.ts')
      done(await importTable({ file, ...options }, io))
    })
}

const addList: AddCommand = (top, io, done) => {
  top
    .command('list')
    .summary('the questionnaires, built in and in this project')
    .argument('[path]', 'where to look for more', '.')
    .option(
      '--diff <name>',
      'what this one adds to the questionnaire it extends, changes and drops',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  accordant list\n  accordant list --diff questionnaire.yaml\n',
    )
    .action(async (path, options) => {
      const { runList: list } = await import('./commands/list.ts')
      done(await list({ path, ...options }, io))
    })
}

const addPreview: AddCommand = (top, io, done) => {
  top
    .command('preview')
    .summary('walk through a questionnaire, or see its report, without saving anything')
    .description(
      'Asks the questions as an interview does and keeps nothing. With --report it makes up the answers of two partners with three people each, and writes the report on them.',
    )
    .argument('<questionnaire>', 'a built-in questionnaire, or a path')
    .option('--quick', 'the short run')
    .option('--accessible', 'ask line by line, without redrawing')
    .option('--report', 'the report on made-up answers')
    .option('--seed <text>', 'with --report: other answers for another seed (default: 1)')
    .addOption(
      createRepeatableOption(
        '--format <name[=file]>',
        'with --report: markdown, html, json, csv or actions; several, each to its file',
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  accordant preview questionnaire.yaml\n  accordant preview questionnaire.yaml --report\n  accordant preview partnership-health --report --seed 7 --format html=preview.html\n',
    )
    .action(async (questionnaire, options) => {
      const { runPreview: preview } = await import('./commands/preview.ts')
      done(await preview({ questionnaire, color: top.opts().color, ...options }, io))
    })
}

const addSchema: AddCommand = (top, io, done) => {
  top
    .command('schema')
    .summary('the JSON Schema of a kind of file')
    .argument('<kind>', kinds.join(', '))
    .addHelpText('after', '\nExample:\n  accordant schema plan > plan.schema.json\n')
    .action(async (kind) => {
      const { runSchema: schema } = await import('./commands/schema.ts')
      done(schema({ kind }, io))
    })
}

/** Its name begins with a word, not with a negation of `--worse-than`. */
function createNoWorseThanOption(): Option {
  const option = new Option(
    '--no-worse-than <path>',
    'exit with 1 if the score or level is lower than it was there',
  )
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
    throw new InvalidArgumentError('Expected a number from 0 to 100.')
  }
  return value
}

function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Expected a real date like 2026-11-23.')
  }
  return text
}

function parseCount(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Expected a whole number from 1.')
  return value
}
