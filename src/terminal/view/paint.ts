import { Chalk } from 'chalk'

/** The few ways in which text stands out. Everything can be read without them. */
export interface ScreenPaint {
  readonly title: (text: string) => string
  readonly strong: (text: string) => string
  readonly accent: (text: string) => string
  readonly quiet: (text: string) => string
  readonly good: (text: string) => string
  readonly warning: (text: string) => string
}

/** `level` is chalk's; 0 paints nothing. The caller decides it, since chalk itself ignores NO_COLOR. */
export function createScreenPaint(level: 0 | 1 | 2 | 3): ScreenPaint {
  const chalk = new Chalk({ level })
  return {
    title: chalk.bold.cyan,
    strong: chalk.bold,
    accent: chalk.cyan,
    quiet: chalk.dim,
    good: chalk.green,
    warning: chalk.yellow,
  }
}
