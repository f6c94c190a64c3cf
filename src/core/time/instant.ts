import { addDays, day, daysBetween, type Day } from './day.ts'

/**
 * The town's day of an instant. The town lives at +08:00 all year; the instant is ISO text with 'Z' or an
 * offset. Throws RangeError for text without one, because such text names no instant.
 */
export const townDay = (instantIso: string): Day => {
  const found = isoInstant.exec(instantIso)
  if (found === null) throw new RangeError(`not an instant: ${instantIso}`)
  const [, date = '', hour, minute, sign, offsetHour, offsetMinute] = found
  const offset = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute))
  const minutes = Number(hour) * 60 + Number(minute) - offset + townOffset
  return addDays(day(date), Math.floor(minutes / 1440))
}

/** What the town date must be by now, where it was last heard at an instant: later by the midnights since. A clock that was put back takes no day away. */
export const todayLater = (today: Day, heardAt: string, now: string): Day => addDays(today, Math.max(0, daysBetween(townDay(heardAt), townDay(now))))

/** The instant, ISO text in UTC, of the last millisecond of a day in the town. */
export const endOfTownDay = (d: Day): string => `${d}T15:59:59.999Z`

const townOffset = 8 * 60
const isoInstant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|([+-])([01]\d):?([0-5]\d))$/
