import { afterAction, stepDay } from '../../core/matter/matter.ts'
import type { Action } from '../../core/matter/matter.ts'
import { stepChanges } from '../../core/matter/take-step.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import { workdayAfter } from '../../core/time/work-calendar.ts'
import { findSteps, findAsked, foldEntry } from '../../store/matters.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'
import { recountWhereNeeded } from './recount-where-needed.ts'

/** The step by which a hand-over nobody accepted comes back; a procedure without one lets it wait. */
const bounce = 'bounce'

/** Gives matters back to the org first asked where the one they were handed to has not accepted in its time; answers how many. What someone does meanwhile comes first. */
export const bounceMatters = async (town: Town, today: Day): Promise<number> => {
  const book = await town.book()
  let moved = 0
  for (const ledger of book.declared.ledgers.values()) {
    if (ledger.procedure === undefined) continue
    const entries = await findAsked(town.db.pool, town.schema, ledger)
    const actions = await findSteps(town.db.pool, town.schema, book, ledger.key, entries.map(({ id }) => id))
    for (const entry of entries) {
      const folded = foldEntry(book, ledger, entry, actions.get(entry.id) ?? [])
      if (folded === undefined) continue
      const { procedure, matter } = folded
      const within = procedure.acceptWithin
      if (matter.asked === null || within === undefined || today <= workdayAfter(book.calendar, matter.asked.on, within) || !procedure.steps.some(({ key, own }) => key === bounce && own === true)) continue
      const action: Action = { step: bounce, day: stepDay(matter, today), person: installation.person, org: ledger.owner, given: {} }
      const outcome = await town.commit({ by: installation, changes: stepChanges(ledger, procedure, entry, { action, after: afterAction(procedure, matter, action, ledger.owner) }, book, null) })
      if (!isRefusal(outcome)) moved += 1
    }
  }
  return moved
}

const hour = 3_600_000

/** Looks after matters once now and then once an hour, until it is closed: their calendar, and hand-overs nobody accepted. What fails is told and tried again the next hour. */
export const openMatterUpkeep = (town: Town, today: () => Day, failed: (problem: unknown) => void): { readonly close: () => Promise<void> } => {
  let running: Promise<unknown> = Promise.resolve()
  const look = (): void => void (running = recountWhereNeeded(town).then(() => bounceMatters(town, today())).catch(failed))
  look()
  const clock = setInterval(look, hour).unref()
  return {
    close: async () => {
      clearInterval(clock)
      await running
    },
  }
}
