import type { Day } from '../time/day.ts'
import { addDays } from '../time/day.ts'
import type { Month } from '../time/month.ts'
import { firstDay, lastDay } from '../time/month.ts'
import { weekday } from '../time/work-calendar.ts'

/** The days on the page of a month: whole weeks from a Monday to a Sunday, those that begin or end in another month included. */
export const monthPage = (month: Month): readonly Day[] => {
  const [first, last] = [firstDay(month), lastDay(month)]
  const from = addDays(first, -weekday(first))
  const days: Day[] = []
  for (let day = from; day <= last || weekday(day) !== 0; day = addDays(day, 1)) days.push(day)
  return days
}
