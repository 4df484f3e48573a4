/**
 * What a sentence has that words cannot name: `<date>`, `<money>`, `<percent>`, `<number>` (in figures, or a word up to a hundred),
 * `<rhythm>` ("every three months", "yearly") and `<name>` (two words or more with capitals that are the name of a person or an organisation, or a title such as "Dr").
 */
export function findEvidence(sentence: string): readonly string[] {
  const text = sentence.length > maxLength ? sentence.slice(0, maxLength) : sentence
  const hasFigures = /\d/.test(text)
  return kinds
    .filter(([kind, looks]) => (hasFigures || !inFigures.has(kind)) && looks.test(text))
    .map(([kind]) => kind)
}

/** What a topic can name besides words: `<opening>` and `<end>` are where a document begins and ends. */
export const evidenceKinds: ReadonlySet<string> = new Set([
  '<date>',
  '<money>',
  '<percent>',
  '<number>',
  '<rhythm>',
  '<name>',
  '<opening>',
  '<end>',
])

const inFigures: ReadonlySet<string> = new Set(['<date>', '<money>'])
/** What is longer is no sentence. */
const maxLength = 2000

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const currencies = 'EUR|USD|GBP|CHF|SEK|NOK|DKK|INR|KES|KSH|NGN|ZAR|AUD|CAD|NZD|JPY|RS'

const kinds: readonly (readonly [string, RegExp])[] = [
  [
    '<date>',
    new RegExp(
      `\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:day )?(?:of )?${months}\\b|\\b${months}\\.? \\d|\\bQ[1-4] \\d{4}`,
      'i',
    ),
  ],
  [
    '<money>',
    new RegExp(
      `\\p{Sc} ?\\d|\\b(?:${currencies})[. ]{0,2}\\d|\\d ?(?:${currencies}|euros?|dollars|pounds|kronor|kroner|rupees|shillings|rand|lakh|crore)\\b`,
      'iu',
    ),
  ],
  ['<percent>', /\d ?%|\bper ?cent\b/i],
  [
    '<number>',
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b/i,
  ],
  [
    '<rhythm>',
    new RegExp(
      `\\b(?:every|each|once an?|twice an?|times an?|per) (?:\\w+ )?(?:days?|weeks?|fortnight|months?|quarters?|years?|terms?|seasons?|semesters?|spring|summer|autumn|winter|${weekdays}|${months})\\b|\\b(?:bi-?|half-?)?(?:weekly|fortnightly|monthly|quarterly|yearly|annual|annually)\\b`,
      'i',
    ),
  ],
  [
    '<name>',
    /\b(?:Dr|Mr|Mrs|Ms|Prof|Eng|Shri|Smt|Sir)\b\.? \p{Lu}|(?<!\p{L})(?!(?:The|This|That|These|Each|Either|Neither|Both|All|Any|No|In|On|At|If|For|By|To|From|Of|It|We|Our|They|Dear|Agreement|Board|Business|Chair|Code|Committee|Core|Daily|Date|Decision|Executive|General|Governing|Key|Lead|Member|Members|Memorandum|Number|Product|Project|Pull|Role|Scrum|Service|Sprint|Start|Steering|Support|Task|Team|Tech|Technical|Title|Use|Weekly|Working)\b)\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?(?:(?:van|von|de|da|dos|del|della|der|den|al|bin) ){0,2}\p{Lu}[\p{L}'’-]+/u,
  ],
]
