import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeResponseText } from '../../src/page/response-text.ts'
import { readYaml } from '../../src/reading/yaml.ts'

const response = {
  accordant: 'response/1',
  partner: 'contoso',
  profile: { stage: 'agreed' },
  answers: {
    'trust.bad-news': 4,
    'trust.competence': {
      value: 3,
      note: 'Two of three leads are new.  They come from Köln,\nand "know" it --- 😀 %a',
    },
    'roles.none': [],
  },
  'x-scales': { 'rating 1-5': ['trust.bad-news', 'trust.competence'] },
}

test('the text of a response has short lines in ASCII', () => {
  expect(writeResponseText(response)).toBe(`{
"accordant": "response/1",
"partner": "contoso",
"profile": {"stage": "agreed"},
"answers": {
"trust.bad-news": 4,
"trust.competence": {"value": 3, "note": "Two of three leads are
new. \\u0020They come from K\\u00f6ln,\\nand \\"know\\" it \\u002d--
\\ud83d\\ude00 \\u0025a"},
"roles.none": []
},
"x-scales": {
"rating\\u00201-5": ["trust.bad-news", "trust.competence"]
}
}
`)
})

test('the text of a response reads back equal', () => {
  expect(read(writeResponseText(response))).toEqual(response)
})

const anything = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z. -]{0,30}$/),
  fc.oneof(
    fc.string({ unit: 'binary' }).map(toWellFormed),
    fc.string({
      unit: fc.constantFrom(' ', '>', '-', '.', '#', ':', '\n', '"', '\\', 'a', 'ü', '%', '}'),
    }),
    fc.integer(),
    fc.array(fc.string({ unit: 'grapheme' })),
    fc.record({ state: fc.constant('not-applicable'), reason: fc.lorem({ maxCount: 40 }) }),
    fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.lorem())),
  ),
)

test('any response reads back equal, also wrapped at any width, joined to one line, or quoted', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 20, max: 80 }), (file, width) => {
      const text = writeResponseText(file)
      expect(read(text)).toEqual(file)
      expect(read(wrapAt(text, width))).toEqual(file)
      expect(read(text.trim().replaceAll('\n', ' '))).toEqual(file)
      expect(read(text.replaceAll('\n', '\r\n'))).toEqual(file)
      const quoted = wrapAt(text, width).replaceAll(/^/gm, '> ')
      expect(read(quoted.replaceAll(/^> /gm, ''))).toEqual(file)
      expect(quoted.split('\n').filter((line) => /^> *>/.test(line))).toEqual([])
    }),
  )
})

test('no line is longer than 68 signs but for a word that is', () => {
  fc.assert(
    fc.property(anything, (file) => {
      const long = writeResponseText(file)
        .split('\n')
        .filter((line) => line.length > 68 && line.includes(' '))
      expect(long).toStrictEqual([])
    }),
  )
})

function read(text: string): unknown {
  return readYaml(new TextEncoder().encode(text), 'answers.yaml').value
}

/** As mail programs do: at spaces, with the space left at the end of the line. */
function wrapAt(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(new RegExp(`(.{1,${width}}) (?=.)`, 'g'), '$1 \n'))
    .join('\n')
}

/** Files hold no half characters. */
function toWellFormed(text: string): string {
  return [...text].filter((sign) => !/\p{Cs}/u.test(sign)).join('')
}
