export {
  getReadingGrade as gradeOf,
  listWords as wordsIn,
} from '../../src/questionnaire/advice/reading-grade.ts'
