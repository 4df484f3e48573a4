import { adviceMessages } from './en/advice.ts'
import { appMessages } from './en/app.ts'
import { checkRunMessages } from './en/app-check.ts'
import { loadMessages } from './en/app-load.ts'
import { tableMessages } from './en/app-table.ts'
import { checksMessages } from './en/checks.ts'
import { cliMessages } from './en/cli.ts'
import { conditionPhrases } from './en/conditions.ts'
import { expressionMessages } from './en/expression.ts'
import { filesMessages } from './en/files.ts'
import { formMessages } from './en/forms.ts'
import { modelMessages } from './en/model.ts'
import { questionnaireMessages } from './en/questionnaire.ts'
import { readingMessages } from './en/reading.ts'
import { planMessages } from './en/reading-plan.ts'
import { tableReadingMessages } from './en/reading-tables.ts'
import { yamlMessages } from './en/reading-yaml.ts'
import type { Message } from './message.ts'
import { createSayer } from './say.ts'

const sayTyped: (message: Message) => string = createSayer({
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
})

/** The text of a message. */
export function say(message: Message | string): string {
  return typeof message === 'string' ? message : sayTyped(message)
}
