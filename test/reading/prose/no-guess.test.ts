import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listFieldNames } from '../../../src/reading/prose/names.ts'
import type { FieldShape, MapShape } from '../../../src/reading/prose/shapes.ts'
import { planShape } from '../../../src/reading/prose/vocabulary.ts'
import { read } from '../markdown/read.ts'

/** Every documented title, and some of a key under its section's title. */
const titles: readonly string[] = listTitles(planShape)

function listTitles({ fields }: MapShape): readonly string[] {
  return fields.flatMap((field) => {
    const inner = field.shape.kind === 'list' ? field.shape.item : field.shape
    return [...listFieldNames(field), ...(inner.kind === 'map' ? listTitles(inner) : [])]
  })
}

const subjects = [
  ...['Anna Berg', 'Northwind', 'Northwind and Contoso', 'The sponsors', 'Either partner'],
  ...['The steering committee', 'A. Visser of Contoso', 'Each of us', 'The project manager'],
  ...[
    'Any of the three teams',
    'This agreement',
    'The 12 shops of clause 4',
    'Li Chen, our chair,',
  ],
]
const predicates = [
  ...['will meet', 'may end it', 'has agreed to share', 'is responsible for', 'decides on'],
  ...['must tell the others of', 'shall sign', 'was told about', 'can ask for', 'works with'],
  ...['does not own', 'needs to review', 'should look after', 'owns'],
]
const objects = [
  ...['the results', 'every week', 'Contoso Foods', 'on 1 May 2027', 'all costs over 4,000 EUR'],
  ...['Li Chen and A. Visser', 'within five working days', 'by a simple majority', '55 % of it'],
  ...['the shop in Oslo', '30 days before 2027-06-30', 'the risk register', 'a likely delay'],
]
const ends = [
  ...['.', ', and Li Chen agrees.', '; Contoso is told.', ' (see clause 7).', ' – as agreed.', ''],
]
const sentence = fc
  .tuple(...[subjects, predicates, objects, ends].map((all) => fc.constantFrom(...all)))
  .map(([who, does, what, end]) => `${who} ${does} ${what}${end}`)

const content = fc.oneof(
  sentence.map((text) => `${text}\n\n`),
  fc.array(sentence, { minLength: 2, maxLength: 3 }).map((all) => `${all.join(' ')}\n\n`),
  fc
    .tuple(
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('- ', '1. ', '- **Note** ', '1. **Note.** ', '* '),
    )
    .map(([all, mark]) => `${all.map((text) => `${mark}${text}\n`).join('')}\n`),
  fc
    .tuple(sentence, sentence, sentence)
    .map((cells) => `| A | B | C |\n| --- | --- | --- |\n| ${cells.join(' | ')} |\n\n`),
  fc.tuple(sentence, sentence).map(([a, b]) => `- ${a}\n  - ${b}\n\n`),
)

const section = fc
  .tuple(
    fc.constantFrom(...titles),
    fc.constantFrom('## ', '### ', '**'),
    fc.array(content, { minLength: 1, maxLength: 3 }),
  )
  .map(([title, mark, all]) => {
    const head = mark === '**' ? `**${title}**` : `${mark}${title}`
    return `${head}\n\n${all.join('')}`
  })

/** Shapes whose value is a text as somebody wrote it. */
const textKinds: readonly string[] = ['text', 'texts', 'figure']

describe('Of sentences under documented titles', () => {
  it('no names, numbers or dates come out, only texts', () => {
    let texts = 0
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
        const body = sections.join('')
        const guessed: string[] = []
        visit(read(body).value, planShape, [], (path, kind, value) => {
          if (!textKinds.includes(kind)) guessed.push(`${path.join('.')}: ${value}`)
          else texts += 1
        })
        expect(guessed).toEqual([])
      }),
      { numRuns: 700 },
    )
    expect(texts).toBeGreaterThan(150)
  })
})

function visit(
  value: unknown,
  shape: FieldShape,
  path: readonly (string | number)[],
  onLeaf: (path: readonly (string | number)[], kind: string, value: unknown) => void,
): void {
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [at, item] of value.entries()) visit(item, shape.item, [...path, at], onLeaf)
  } else if (shape.kind === 'map' && typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const field = shape.fields.find((one) => one.key === key)
      if (field !== undefined) visit(inner, field.shape, [...path, key], onLeaf)
    }
  } else onLeaf(path, shape.kind, JSON.stringify(value))
}
