import type { Catalogue } from '../say.ts'
import { adviceMessages } from './advice.ts'
import { appMessages } from './app.ts'
import { checkRunMessages } from './app-check.ts'
import { loadMessages } from './app-load.ts'
import { tableMessages } from './app-table.ts'
import { checksMessages } from './checks.ts'
import { cliMessages } from './cli.ts'
import { conditionPhrases } from './conditions.ts'
import { expressionMessages } from './expression.ts'
import { filesMessages } from './files.ts'
import { formMessages } from './forms.ts'
import { modelMessages } from './model.ts'
import { questionnaireMessages } from './questionnaire.ts'
import { readingMessages } from './reading.ts'
import { planMessages } from './reading-plan.ts'
import { tableReadingMessages } from './reading-tables.ts'
import { wordMessages } from './reading-word.ts'
import { yamlMessages } from './reading-yaml.ts'

/** What is said of files, options and runs: findings, faults, hints and notes. Each room's own are in a file of its name. */
export const messages = {
  ...adviceMessages,
  ...appMessages,
  ...checkRunMessages,
  ...checksMessages,
  ...conditionPhrases,
  ...cliMessages,
  ...expressionMessages,
  ...filesMessages,
  ...formMessages,
  ...loadMessages,
  ...modelMessages,
  ...questionnaireMessages,
  ...planMessages,
  ...readingMessages,
  ...yamlMessages,
  ...tableMessages,
  ...tableReadingMessages,
  ...wordMessages,
} as const satisfies Catalogue
