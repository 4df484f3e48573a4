/** Does the text only hold the place of one still to be written: "TBD", "[insert name]", "lorem ipsum", "???" …? */
export function isPlaceholder(text: string): boolean {
  const bare = text.trim()
  return (
    (hintPattern.test(bare) && (partPattern.test(bare) || upperCasePattern.test(bare))) ||
    wholePattern.test(bare)
  )
}

/** What each of the first two has in it. They take milliseconds to be made ready, and most texts need neither. */
const hintPattern = /tb|t\.b\.|lorem|xxx|to be|yet|[[<{]|\?\?\?|todo|fixme/i

const verbPattern =
  '(?:defined|decided|agreed|confirmed|determined|announced|completed|discussed|specified|done)'
const wordStart = '(?<![\\p{L}\\p{N}_])'
const wordEnd = '(?![\\p{L}\\p{N}_])'

/** "Prices are to be agreed by the board" is a rule; "To be agreed with legal" and "Prices: to be agreed." are not. */
const partPattern = new RegExp(
  [
    `${wordStart}(?:tb[acd]|t\\.b\\.[acd]\\.?|lorem ipsum|x{3,})${wordEnd}`,
    `^to be ${verbPattern}${wordEnd}`,
    `${wordStart}to be ${verbPattern}(?=\\s*(?:[.,;:!?)\\]]|$))`,
    `${wordStart}(?:n/a|none|not) yet(?=\\s*(?:[.,;:!?)\\]]|$))`,
    `${wordStart}not yet (?:known|${verbPattern})${wordEnd}`,
    '[[<{]\\s*(?:insert|fill in|enter|your|add|name here)(?![\\p{L}\\p{N}_-])',
    '\\?{3,}',
  ].join('|'),
  'iu',
)

const upperCasePattern = new RegExp(`${wordStart}(?:TODO|FIXME)${wordEnd}`, 'u')

const wholePattern = /^(?:\?+|\.{2,}|…|-+|–|—|_+|to ?do|placeholder|pending|coming soon)[.!]?$/i
