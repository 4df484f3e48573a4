import { sectionGuide } from '../words/en/section-guide.ts'

/** The sections of a report after its first page, in their usual order. */
export type SectionName = keyof typeof sectionGuide

export const sectionNames = Object.keys(sectionGuide) as readonly SectionName[]

/** How a report writes a day: `2026-11-23`, `23 November 2026`, `November 23, 2026`. */
export const dateStyles = ['iso', 'day-month-year', 'month-day-year'] as const

export type DateStyle = (typeof dateStyles)[number]

/** The first page alone, the report of a meeting, or all there is, with ids and statistics. */
export type ReportDetail = 'summary' | 'standard' | 'full'

/** What a client's house sets in a report. */
export interface HouseStyle {
  readonly detail: ReportDetail
  /** In place of the questionnaire's title and the partnership's name. */
  readonly title: string | null
  readonly dates: DateStyle
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  /** Of a page's headings and links: `#` and three or six hexadecimal digits. */
  readonly accent: string | null
  /** The picture over a page's title: a file. */
  readonly logo: string | null
}

export const defaultHouseStyle: HouseStyle = {
  detail: 'standard',
  title: null,
  dates: 'iso',
  sections: sectionNames.filter((name) => !sectionGuide[name].full),
  accent: null,
  logo: null,
}
