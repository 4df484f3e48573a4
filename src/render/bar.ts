const barWidth = 10

/** Ten blocks that read as a bar in any type; an empty one for what is not scored. `value` is 0..100. */
export function formatBar(value: number | null): string {
  const full = value === null ? 0 : Math.round((value / 100) * barWidth)
  return '█'.repeat(full) + '░'.repeat(barWidth - full)
}
