export { gradeOf, wordsIn } from '../../src/questionnaire/advice/reading-grade.ts'
