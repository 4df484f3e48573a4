interface ResponseHead {
  readonly questionnaire?: string
  readonly version?: string
  readonly partnership?: string
  readonly partner?: string
  readonly id?: string
  readonly completed?: string
}

/** The text of a completed response with these answers, written as its file has them. */
export function aResponseFile(answers: string, head: ResponseHead = {}): string {
  const {
    questionnaire = 'small',
    version = '1.0.0',
    partnership = 'both',
    partner = 'north',
    id = 'r1',
    completed = '2026-11-20T09:00:00Z',
  } = head
  return `accordant: response/1
questionnaire: {id: ${questionnaire}, version: ${version}}
partnership: ${partnership}
partner: ${partner}
respondent: {id: ${id}}
completed: ${completed}
answers: {${answers}}
`
}
