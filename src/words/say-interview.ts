import { interviewTexts } from './en/interview.ts'
import type { InterviewText } from './message.ts'
import { createSayer } from './say.ts'

export const sayInterview: (message: InterviewText) => string = createSayer(interviewTexts)
