import { describe, expect, it } from 'vitest'
import { adviceIds, generalFindingIds } from '../../src/model/finding-ids.ts'
import { adviceGuides, generalGuides } from '../../src/words/en/finding-guides.ts'
import { findFindingGuide } from '../../src/words/find-guide.ts'

describe('findFindingGuide', () => {
  it('knows every finding that comes from no check, and nothing else', () => {
    expect(Object.keys(generalGuides)).toEqual(generalFindingIds)
    expect(Object.keys(adviceGuides)).toEqual(adviceIds)
    expect(findFindingGuide('yaml.alias')).toBe(generalGuides['yaml.alias'])
    expect(findFindingGuide('trust.rules')).toBeNull()
    expect(findFindingGuide('constructor')).toBeNull()
  })
})
