/** By what each is for; partners take theirs in order, and always a shape as well. */
export const lightColours = {
  paper: '#ffffff',
  shade: '#f3f5f7',
  ink: '#1c2126',
  soft: '#555e68',
  rule: '#d5dae0',
  focus: '#0a6ad6',
} as const

export const darkColours = {
  paper: '#15181c',
  shade: '#20252b',
  ink: '#e7eaee',
  soft: '#a9b2bc',
  rule: '#3a424b',
  focus: '#6db3ff',
} as const
