/** By what each is for; partners take theirs in order, and always a shape as well. */
export const lightColours = {
  paper: '#ffffff',
  shade: '#f3f5f7',
  ink: '#1c2126',
  soft: '#555e68',
  rule: '#d5dae0',
  focus: '#0a6ad6',
  p0: '#1f5a96',
  p1: '#b3471d',
  p2: '#2e7048',
  p3: '#7a4396',
  p4: '#806300',
  p5: '#0f737e',
  p6: '#b02a63',
  p7: '#555b66',
} as const

export const darkColours = {
  paper: '#15181c',
  shade: '#20252b',
  ink: '#e7eaee',
  soft: '#a9b2bc',
  rule: '#3a424b',
  focus: '#6db3ff',
  p0: '#7db4f0',
  p1: '#f0976d',
  p2: '#7cc79a',
  p3: '#c49be0',
  p4: '#d9b84a',
  p5: '#5cc4cf',
  p6: '#f08cb4',
  p7: '#b0b6c0',
} as const
