import { findUpwards } from '../../files/search.ts'
import { isMap } from '../../model/value.ts'
import { decodeChangesIn, decodeSource, readOurs, type Source } from '../source.ts'
import { type Inspected, only } from './inspected.ts'

/**
 * A dimension's own file is held against its schema. In the folder of a questionnaire that extends another it may change what
 * is there, and whether that is there shows when the questionnaire is read.
 */
export function inspectDimension(source: Source): Inspected {
  const questionnaire = findUpwards(source.file, 'questionnaire.yaml')
  const whole = questionnaire === null ? null : readOurs(questionnaire)
  const value = whole?.document.value
  const extending = isMap(value) && value.extends !== undefined
  const { findings } = extending
    ? decodeChangesIn('dimension', source)
    : decodeSource('dimension', source)
  return only('dimension', findings)
}
