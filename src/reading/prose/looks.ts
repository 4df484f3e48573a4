/**
 * What a text can be by its looks, so that nothing is read as what it cannot be. In doubt the answer is no: then the text is not
 * read, and somebody looks at it.
 */

/** Blanks of forms and templates: `____`, `……`, `[Name]`, `<date>`, `{{party}}`, TBD, XX, DD/MM/YYYY. */
const blankPattern =
  /_{3,}|\.{4,}|…{2,}|\[[^[\]\n]{0,120}\]|<[^<>@\n]{1,60}>|\{\{[^{}\n]{0,60}\}\}|\b(?:TB[ACD]|XX+|to be (?:agreed|announced|completed|confirmed|decided|defined|determined|discussed))\b|\bYYYY\b|\b(?:DD|MM|YYYY)(?:[-/. ](?:DD|MM|YY(?:YY)?)\b)+/gi

/** Does a text have a blank that nobody has filled in? */
export function hasBlank(text: string): boolean {
  blankPattern.lastIndex = 0
  return blankPattern.test(text)
}

/** Is a text, apart from its labels, nothing but blanks that nobody has filled in? */
export function isUnfilled(text: string): boolean {
  if (!hasBlank(text)) return false
  return countWords(text.replaceAll(blankPattern, ' ')) <= maxLabelWords
}

const maxLabelWords = 6

/** Cells and values in which people write that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—]*|\/|n\.?\/?a\.?|none|nil)$/i.test(text.trim())
}

/** Could it be the text of a value? Not a blank, a question, or a line that only leads to what follows it. */
export function canBeText(text: string): boolean {
  return text !== '' && !isNothing(text) && !hasBlank(text) && !/[?:]["”’)]?$/.test(text)
}

/** Not a sentence that names no law, court or place: "None of this is meant for lawyers". */
export function canBeLaw(text: string): boolean {
  const named = /\b(?:act|code|courts?|jurisdiction|laws?|legislation)\b/i
  return named.test(text) || /\s\p{Lu}\p{Ll}/u.test(text) || !hasVerb(text)
}

export function countWords(text: string): number {
  return text.match(wordPattern)?.length ?? 0
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu

const roles =
  'administrator analyst architect board ceo cfo chair chairperson chairman chairwoman clerk committee coo coordinator cto deputy director editor engineer founder head lead leader manager officer owner president principal secretary sponsor supervisor team treasurer trustee'
const roleWords = new Set(roles.split(' '))

const nobody =
  /^(?:all|any|anyone|both|each|either|every|everybody|everyone|nobody|none|no one|neither|parties|partners|the parties|the partners|together|we|they|you)\b/i

const verb =
  /\b(?:agrees?|are|be|been|by|can|could|does|has|have|if|is|led|may|must|needs?|not|provides?|responsible|shall|should|the following|they|this|to|was|we|were|when|will|within|would)\b/i

/** "Li Chen, our chair, will meet them": a comma and a verb behind a name make a sentence. */
export function goesOnAsSentence(text: string): boolean {
  return text.split(/[,)–—] /).some((part) => clause.test(part))
}

/** "The 3 shops must be told": a number in a sentence is one of many things. */
export function hasVerb(text: string): boolean {
  return finiteVerb.test(text)
}

const finiteVerbs =
  '(?:agrees?|are|can|could|decides?|does|has|have|is|may|must|needs?|owns?|provides?|shall|should|was|were|will|works?|would)'
const clause = new RegExp(`^(?:also |then )?${finiteVerbs}\\b`, 'i')
const laterVerb = new RegExp(`\\s${finiteVerbs}\\b`)
const finiteVerb = new RegExp(`\\b${finiteVerbs}\\b`, 'i')

/** Up to five words, each with a capital letter, or a role ("project manager"); never a sentence. */
export function canBePerson(text: string): boolean {
  const words = text.replace(/\s*\([^()]*\)$/, '').split(/\s+/)
  if (words.length > 5 || !isName(text) || /\d{3}/.test(text)) return false
  return words.every(hasCapital) || roleWords.has(words.at(-1)?.toLowerCase() ?? '')
}

/** Up to seven words that begin with a capital letter or a digit; never a sentence, nor a role. */
export function canBeOrganisation(text: string): boolean {
  const words = text.split(/\s+/)
  const isRole =
    roleWords.has(words.at(-1)?.toLowerCase() ?? '') && !/\b(?:board|committee|team)$/i.test(text)
  return (
    words.length <= 7 &&
    isName(text) &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    !isRole &&
    !/\(\d+\)/.test(text)
  )
}

function isName(text: string): boolean {
  return (
    /\p{L}\p{L}|\p{Lo}/u.test(text) &&
    text.length <= 80 &&
    !hasBlank(text) &&
    !nobody.test(text) &&
    !verb.test(text.replace(/^(?:May|Will) (?=\p{Lu})/u, '')) &&
    !laterVerb.test(text) &&
    !/[?!:;=→>]|,$|\p{Ll}\.\s+\p{Ll}|\s\p{Ll}[\p{L}’'-]*\.$/u.test(text)
  )
}

function hasCapital(word: string): boolean {
  return (
    /^[("'“]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) ||
    /^(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|of|ten|ter|van|von|y)$/i.test(word)
  )
}

/** Has it a word for people who meet, or a rhythm, and tells nobody what to do? Then it can be called a meeting. */
export function canBeMeeting(text: string): boolean {
  if (order.test(text)) return false
  const named =
    /\b(?:assembly|call|catch ?up|check ?in|conference|demo|forum|huddle|lunch|meetings?|planning|retro(?:spective)?|review|seminar|session|stand ?up|sync|workshop|daily|weekly|fortnightly|monthly|quarterly|annual)\b/i
  return named.test(text.replaceAll('-', ' ')) && countWords(text) <= 8 && !verb.test(text)
}

/** What a rule for meetings begins with: "Take turns with the minutes (weekly)". */
const order =
  /^(?:please )?(?:always|attend|avoid|bring|come|do|don['’]t|end|ensure|give|have|invite|join|keep|leave|let|make|miss|never|no|post|prepare|put|raise|read|record|respect|respond|rotate|send|set|share|show|start|stay|take|tell|turn|use|write)\b/i

/** "Distribution: heads of purchasing": a short text with a colon, whether or not anybody knows it. */
export function looksKeyed(mask: string): boolean {
  return /^\p{Lu}[\p{L}\d]*(?: [\p{L}\d/&()'’-]{1,20}){0,3}:\s/u.test(mask)
}
