import { describe, expect, it } from 'vitest'
import { buildStoredTrees } from '../../src/expression/build-stored-trees.ts'
import { parseExpression } from '../../src/expression/language/parse.ts'
import { restoreTree } from '../../src/expression/language/tree.ts'

const sources = [
  'true',
  'plan.n == 9223372036854775807 && plan.n != -5',
  '1.5e3 < 1e308 || plan.y == -0.0',
  'plan.text == "int" + \'a"\\u00e9\\n\' && plan.none == null',
  'has(plan.exit) && plan["exit"].triggers[0] == "x"',
  'plan.risks.all(risk, risk.likelihood * risk.impact < 12 || has(risk.response))',
  'plan.a in [1, 2.5, "three", {"int": "4"}] ? date(item.due) >= today : !person(item.owner)',
]

describe('buildStoredTrees', () => {
  it.each(sources)('keeps the tree of %s as it was', (source) => {
    const stored = buildStoredTrees([source]).get(source) ?? ''
    expect(restoreTree(stored)).toStrictEqual(parseExpression(source))
  })

  it('leaves out what cannot be read', () => {
    expect([...buildStoredTrees(['true', 'plan.', 'false']).keys()]).toEqual(['true', 'false'])
  })
})
