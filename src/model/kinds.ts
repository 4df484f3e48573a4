import type * as z from 'zod'
import { configFile } from './config.ts'
import { baselineFile, findingsFile } from './findings-file.ts'
import type { Kind } from './kind-names.ts'
import { planFile } from './plan.ts'
import { dimensionFile, questionnaireFile } from './questionnaire-file.ts'
import { responseFile } from './response-file.ts'
import { resultFile } from './result.ts'
import { mapFile } from './table-map.ts'

/** Every kind of file, with the one schema that decodes it and becomes its JSON Schema. */
export const schemas = {
  questionnaire: questionnaireFile,
  dimension: dimensionFile,
  response: responseFile,
  plan: planFile,
  config: configFile,
  result: resultFile,
  findings: findingsFile,
  map: mapFile,
  baseline: baselineFile,
} as const satisfies Record<Kind, () => z.ZodType>

export type FileOf<K extends Kind> = z.infer<ReturnType<(typeof schemas)[K]>>
