import { findUpwards } from '../../files/search.ts'
import { isMap } from '../../model/value.ts'
import { decodeSource, decodeSourceChanges, readIfOurs, type Source } from '../load/source.ts'
import { type Inspection, toInspection } from './inspection.ts'

/**
 * A dimension's own file is held against its schema. In the folder of a questionnaire that extends another it may change what
 * is there, and whether that is there shows when the questionnaire is read.
 */
export function inspectDimension(source: Source): Inspection {
  const questionnaire = findUpwards(source.file, 'questionnaire.yaml')
  const whole = questionnaire === null ? null : readIfOurs(questionnaire)
  const value = whole?.document.value
  const extending = isMap(value) && value.extends !== undefined
  const { findings } = extending
    ? decodeSourceChanges('dimension', source)
    : decodeSource('dimension', source)
  return toInspection('dimension', findings)
}
