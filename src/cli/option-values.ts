import { InvalidArgumentError } from 'commander'
import { readDay, readNumber } from '../model/notations.ts'
import { isDay } from '../model/vocabulary.ts'
import { sayHelp } from '../words/say-help.ts'

/** For options that may be given several times. */
export function collectOption(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** 0 to 100; anything else is an error, with what was probably meant. */
export function parseScoreOption(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100) {
    const meant = readNumber(text)
    const better = meant !== null && meant >= 0 && meant <= 100 ? String(meant) : null
    throw new InvalidArgumentError(sayHelp({ say: 'score-expected', better }))
  }
  return value
}

/** A day like 2026-11-30. */
export function parseDayOption(text: string): string {
  if (!isDay(text)) {
    const read = readDay(text)
    const days = read.day === null ? (read.why === 'ambiguous' ? read.days : []) : [read.day]
    throw new InvalidArgumentError(sayHelp({ say: 'date-expected', days }))
  }
  return text
}

/** A whole number from 1. */
export function parseCountOption(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError(sayHelp({ say: 'count-expected' }))
  return value
}
