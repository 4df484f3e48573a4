import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, listAnchors } from './advice-input.ts'

/**
 * A scale that changes what it measures on the way: talk at 2, a paper at 3, a person at 4, a habit at 5. Each anchor above the
 * lowest is read for words of a few kinds. It is said where three kinds or more occur, none of them in three anchors, and either
 * there are four kinds or every anchor has one. A step from talk to writing, and on to practice, is not enough.
 */
export function checkAnchorAttribute({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const upper = listAnchors(file).slice(1)
  if (upper.length < 4) return []
  const found = attributes.flatMap(([attribute, pattern]) => {
    const values = upper
      .filter(([, text]) => pattern.test(clipLongText(text)))
      .map(([value]) => value)
    return values.length === 0 ? [] : [{ attribute, values }]
  })
  const most = Math.max(0, ...found.map(({ values }) => values.length))
  const covered = new Set(found.flatMap(({ values }) => values)).size
  const isMixed = most <= 2 && (found.length >= 4 || (found.length === 3 && covered === 4))
  if (!isMixed) return []
  return [
    createAdvice(origin, ['anchors'], {
      id: 'question.anchor-attribute',
      at: 'key',
      message: {
        say: 'anchor-attribute',
        kinds: found.map(({ attribute, values }) => ({ say: attribute, values }) as const),
      },
      fix: { say: 'anchor-attribute-fix' },
    }),
  ]
}

const attributes = [
  [
    'attribute-time',
    /\b(?:within (?:an?|two|three|\w+ )?\s?(?:hour|day|week|month)s?|(?:set|fixed|planned|agreed) dates?|by when|date|daily|weekly|monthly|quarterly|yearly|regularly|(?:every|each) (?:day|week|month|quarter|half year|year|time)|once a|a year|now and then|often|always|mostly|sometimes|rarely|never)\b/i,
  ],
  [
    'attribute-talk',
    /\b(?:talk(?:s|ed|ing)?|told|tells?|spoke(?:n)?|speak|said|says? (?:their|our)|word of mouth|brought (?:it|that) up|discuss(?:es|ed)?|explain(?:s|ed)?|hear(?:d|say)?|rumour)\b/i,
  ],
  [
    'attribute-writing',
    /\b(?:writ(?:e|es|ing|ten)|wrote|(?<!not )listed|lists?|pages?|papers?|documents?|reports|notes|budgets?|in writing|on paper)\b/i,
  ],
  [
    'attribute-person',
    /\b(?:named (?:person|people|owner)|owner|(?:the|one|a known|a single|a named) (?:\w+ )?person|leaders?|manager|coach|unit|in charge|deputy|stand-in)\b/i,
  ],
  [
    'attribute-training',
    /\b(?:train(?:s|ed|ing)?|course|teach(?:es)?|taught|practis\w+|rehears\w+|tried (?:it |them )?out|exercises?)\b/i,
  ],
  [
    'attribute-agreement',
    /\b(?:agree(?:s|d)?(?! dates?| by\b)|same answer|approv\w+|signed|promis\w+)\b/i,
  ],
  [
    'attribute-share',
    /\b(?:all of (?:us|them)|most of|half of|some of (?:us|them)|nearly all|a few of (?:us|them))\b/i,
  ],
] as const
