/** Does the text only hold the place of one still to be written: "TBD", "[insert name]", "lorem ipsum", "???" …? */
export function isPlaceholder(text: string): boolean {
  const bare = text.trim()
  return (hint.test(bare) && (anywhere.test(bare) || upperCase.test(bare))) || whole.test(bare)
}

/** What each of the first two has in it. They take milliseconds to be made ready, and most texts need neither. */
const hint = /tb|t\.b\.|lorem|xxx|to be|yet|[[<{]|\?\?\?|todo|fixme/i

const verbs =
  '(?:defined|decided|agreed|confirmed|determined|announced|completed|discussed|specified|done)'
const startsWord = '(?<![\\p{L}\\p{N}_])'
const endsWord = '(?![\\p{L}\\p{N}_])'

/** "Prices are to be agreed by the board" is a rule; "To be agreed with legal" and "Prices: to be agreed." are not. */
const anywhere = new RegExp(
  [
    `${startsWord}(?:tb[acd]|t\\.b\\.[acd]\\.?|lorem ipsum|x{3,})${endsWord}`,
    `^to be ${verbs}${endsWord}`,
    `${startsWord}to be ${verbs}(?=\\s*(?:[.,;:!?)\\]]|$))`,
    `${startsWord}(?:n/a|none|not) yet(?=\\s*(?:[.,;:!?)\\]]|$))`,
    `${startsWord}not yet (?:known|${verbs})${endsWord}`,
    '[[<{]\\s*(?:insert|fill in|enter|your|add|name here)(?![\\p{L}\\p{N}_-])',
    '\\?{3,}',
  ].join('|'),
  'iu',
)

const upperCase = new RegExp(`${startsWord}(?:TODO|FIXME)${endsWord}`, 'u')

const whole = /^(?:\?+|\.{2,}|…|-+|–|—|_+|to ?do|placeholder|pending|coming soon)[.!]?$/i
