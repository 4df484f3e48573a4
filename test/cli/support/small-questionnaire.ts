/** The text of a questionnaire with two levels and these dimensions, written as its file has them. */
export function aSmallQuestionnaire(dimensions: string): string {
  return `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels:
  - {id: ready, title: Ready, score: 75, weakest: 60}
  - {id: not-ready, title: Not ready, score: 0}
dimensions:
${dimensions}`
}
