import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Day } from '../../core/time/day.ts'
import { parseDay } from '../../core/time/day.ts'
import type { WorkCalendar } from '../../core/time/work-calendar.ts'
import { workCalendar } from '../../core/time/work-calendar.ts'

/** The working days the project carries, made by scripts/pack-calendar.ts. */
export const chinaFile = fileURLToPath(new URL('china.json', import.meta.url))

const AnyDay = z.string().refine((text) => parseDay(text) !== undefined).transform((text) => text as Day)

/** One year's notice with the papers it stands in; a number that is not known for sure is null. */
export const PublishedNotice = z.object({
  year: z.number().int(),
  off: z.array(AnyDay).readonly(),
  work: z.array(AnyDay).readonly(),
  papers: z.array(z.object({ number: z.string().nullable(), published: AnyDay, address: z.string() }).readonly()).min(1).readonly(),
}).readonly()
export type PublishedNotice = z.input<typeof PublishedNotice>

const PackedCalendar = z.object({ package: z.string(), licence: z.string(), notices: z.array(PublishedNotice).readonly() }).readonly()
export type PackedCalendar = z.input<typeof PackedCalendar>

/** Reads the notices of 2019 to 2026, and the package they were taken from. */
export const readChinaNotices = (): z.infer<typeof PackedCalendar> => PackedCalendar.parse(JSON.parse(readFileSync(chinaFile, 'utf8')))

/** The calendar of those notices; its version names the package and the last year it knows. */
export const chinaCalendar = (): WorkCalendar => {
  const { package: from, notices } = readChinaNotices()
  return workCalendar(`${from}, ${notices[notices.length - 1]?.year ?? ''}`, notices)
}
