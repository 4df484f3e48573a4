import { styleText } from 'node:util'
import type { FindingPaint } from '../render/findings/finding-lines.ts'

/** Colours for findings, in sixteen-colour terminals as well. */
export function createFindingsPaint(): FindingPaint {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { validateStream: false })
  return {
    error: style('red'),
    warning: style('yellow'),
    info: style('cyan'),
    dim: style('dim'),
    bold: style('bold'),
  }
}
