import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, listAnchors } from './advice-input.ts'

/**
 * A scale that changes what it measures on the way: talk at 2, a paper at 3, a person at 4, a habit at 5. Each anchor above the
 * lowest is read for words of a few kinds. It is said where every one of the four has such words and no two kinds are enough for
 * all of them. A ladder from talk through writing to practice is left alone, since so many are.
 */
export function checkAnchorAttribute({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const upper = listAnchors(file).slice(1)
  if (upper.length < 4) return []
  const kindsOf = upper.map(([, text]) => listKinds(clipLongText(text)))
  const suffices = (kinds: readonly Kind[]) =>
    kindsOf.every((own) => own.some((kind) => kinds.includes(kind)))
  if (kindsOf.some((own) => own.length === 0) || suffices(usualLadder)) return []
  if (allKinds.some((one) => allKinds.some((other) => suffices([one, other])))) return []
  const found = allKinds.flatMap((kind) => {
    const values = upper.flatMap(([value], index) =>
      kindsOf[index]?.includes(kind) === true ? [value] : [],
    )
    return values.length === 0 ? [] : [{ say: kind, values } as const]
  })
  return [
    createAdvice(origin, ['anchors'], {
      id: 'question.anchor-attribute',
      at: 'key',
      message: {
        say: 'anchor-attribute',
        kinds: found,
      },
      fix: { say: 'anchor-attribute-fix' },
    }),
  ]
}

function listKinds(text: string): readonly Kind[] {
  return allKinds.filter((kind) => words[kind].test(text))
}

const words = {
  'attribute-time':
    /\b(?:within (?:an?|two|three|\w+ )?\s?(?:hour|day|week|month)s?|(?:set|fixed|planned|agreed) dates?|by when|date|daily|weekly|monthly|quarterly|yearly|regularly|(?:every|each) (?:day|week|month|quarter|half year|year|time)|once a|a year|now and then|often|always|mostly|sometimes|rarely|never)\b/i,
  'attribute-talk':
    /\b(?:talk(?:s|ed|ing)?|told|tells?|spoke(?:n)?|speak|said|says? (?:their|our)|word of mouth|brought (?:it|that) up|discuss(?:es|ed)?|explain(?:s|ed)?|hear(?:d|say)?|rumour)\b/i,
  'attribute-writing':
    /\b(?:writ(?:e|es|ing|ten)|wrote|(?<!not )listed|lists?|pages?|papers?|documents?|reports|notes|budgets?|in writing|on paper)\b/i,
  'attribute-person':
    /\b(?:named (?:person|people|owner)|owner|(?:the|one|a known|a single|a named) (?:\w+ )?person|leaders?|manager|coach|unit|in charge|deputy|stand-in)\b/i,
  'attribute-training':
    /\b(?:train(?:s|ed|ing)?|course|teach(?:es)?|taught|practis\w+|rehears\w+|tr(?:y|ies|ied) (?:[a-z]+ )?out|exercises?)\b/i,
  'attribute-agreement':
    /\b(?:agree(?:s|d)?(?! dates?| by\b)|same answer|approv\w+|signed|promis\w+)\b/i,
  'attribute-share':
    /\b(?:all of (?:us|them)|most of|half of|some of (?:us|them)|nearly all|a few of (?:us|them))\b/i,
} as const

type Kind = keyof typeof words
const allKinds = Object.keys(words) as readonly Kind[]
const usualLadder: readonly Kind[] = ['attribute-talk', 'attribute-writing', 'attribute-training']
