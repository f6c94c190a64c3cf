import type { Change } from '../../core/ledger/change.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { toldColumns } from '../../core/matter/kept-columns.ts'
import { columnsStand, stepChange } from '../../core/matter/take-step.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findOpen, findSteps, procedureOf } from '../../store/matters.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'

/** Matters read and written at once. */
const most = 5000

/** Some matters in their order, as they should stand: what must change, and where the next ones begin. */
type Part = { readonly after: number; readonly head: number; readonly changes: readonly Change[]; readonly read: ReadonlyMap<number, Entry>; readonly next: number | undefined }

/**
 * Reckons the columns of all open matters anew, as their actions and the calendar have them now. Only what says something
 * else is written, as one batch with its reason; answers how many. A matter that moves meanwhile is left to its own step. While some are written the next are read.
 */
export const recountMatters = async (town: Town, reason: string): Promise<number> => {
  let moved = 0
  for (const ledger of (await town.book()).declared.ledgers.values()) {
    if (ledger.procedure === undefined) continue
    let writing = Promise.resolve(0)
    for (let after: number | undefined = 0; after !== undefined; ) {
      const [part, written]: readonly [Part, number] = await Promise.all([readPart(town, ledger, after), writing])
      moved += written
      writing = writePart(town, ledger, part, reason)
      after = part.next
    }
    moved += await writing
  }
  return moved
}

const readPart = async (town: Town, ledger: Ledger, after: number): Promise<Part> => {
  const { db, schema } = town
  const book = await town.book()
  const entries = await findOpen(db.pool, schema, ledger, after, most)
  const actions = await findSteps(db.pool, schema, book, ledger.key, entries.map(({ id }) => id))
  const changes = entries.flatMap((entry): readonly Change[] => {
    const procedure = procedureOf(book, ledger.key, entry.id)
    const columns = procedure === undefined ? undefined : toldColumns(ledger, entry, { procedure, actions: actions.get(entry.id) ?? [] }, book.calendar)
    return columns === undefined || columnsStand(entry, columns) ? [] : [stepChange(ledger, entry, `${ledger.key}.recount`, columns, book.calendar)]
  })
  return { after, head: book.head, changes, read: new Map(entries.map((entry) => [entry.id, entry])), next: entries.length < most ? undefined : entries.at(-1)?.id }
}

const writePart = async (town: Town, ledger: Ledger, part: Part, reason: string): Promise<number> => {
  const { head, changes, read } = part
  if (changes.length === 0) return 0
  const outcome = await town.commit({ by: installation, changes, reason, batch: `recount ${ledger.key} ${head}` }, { bulk: true, read })
  if (!isRefusal(outcome)) return changes.length
  if (outcome.code === 'stale-version') return rewritePart(town, ledger, part, reason)
  throw new Error(`matters of ${ledger.key} cannot be reckoned: ${outcome.code} ${JSON.stringify(outcome.details)}`)
}

/** Judges a part anew after something in it moved; where matters were opened again in it, it ends earlier, and what it no longer reaches follows. */
const rewritePart = async (town: Town, ledger: Ledger, { after, next }: Part, reason: string): Promise<number> => {
  let moved = 0
  for (let from: number | undefined = after; from !== undefined && (next === undefined || from < next); ) {
    const part: Part = await readPart(town, ledger, from)
    moved += await writePart(town, ledger, part, reason)
    from = part.next
  }
  return moved
}
