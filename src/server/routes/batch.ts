import { readBatch, undoBatch } from '../../api/batch.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import { words } from '../../core/words.ts'
import type { Batch } from '../../store/batches.ts'
import { findBatch } from '../../store/batches.ts'
import { findImports } from '../../store/imports.ts'
import { namesOf } from '../../store/people.ts'
import { commitApart } from '../batch/commit-apart.ts'
import type { Staying } from '../batch/plan-undo.ts'
import { hiddenRefusal, planUndo } from '../batch/plan-undo.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint, verbProblem } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

/** So many of the entries that stay are listed; all are counted. */
const mostListed = 200

/** A batch the caller may know of: one that touched a ledger open to her. */
const loadBatch = async (ask: Ask<unknown>, reader: Reader, name: string): Promise<Batch | Refusal> => {
  const batch = await findBatch(reader, ask.town.schema, name)
  const open = new Set(openLedgers(ask).map(({ ledger }) => ledger.key))
  return batch !== undefined && batch.ledgers.some((key) => open.has(key)) ? batch : fieldProblem('batch', 'not-found', { what: name })
}

export const readBatchEndpoint = endpoint({
  route: readBatch,
  load: async (ask, reader) => {
    const batch = await loadBatch(ask, reader, ask.input.batch)
    if (isRefusal(batch)) return batch
    const plan = await planUndo(ask, reader, undoBatch.verb, batch.batch, ask.input.after)
    const nameOf = await namesOf(reader, ask.town.schema, [batch.person, ...plan.staying.slice(0, mostListed).map(({ later }) => later?.person ?? null)])
    return { batch, plan, nameOf }
  },
  present: ({ batch, plan, nameOf }, ask) => {
    const open = openLedgers(ask).filter(({ ledger }) => batch.ledgers.includes(ledger.key))
    return {
      batch: batch.batch,
      rows: batch.rows,
      by: nameOf(batch.person),
      recordedAt: batch.recordedAt,
      reason: batch.reason,
      ledgers: open.map(({ ledger }) => ({ ledger: ledger.key, title: ledger.title })),
      seen: ask.book.head,
      part: { entries: plan.entries, void: plan.changes.filter(({ does }) => does === 'void').length, restore: plan.changes.filter(({ does }) => does === 'restore').length, nothing: plan.nothing, stay: plan.staying.length + plan.hidden, ...presentStaying(plan.staying, plan.hidden, nameOf) },
      next: plan.next,
      can: { undo: verbProblem(ask.caller, undoBatch.verb) === undefined },
    }
  },
})

export const undoBatchEndpoint = endpoint({
  route: undoBatch,
  load: async (ask, reader) => {
    const { input } = ask
    if (input.seen > ask.book.head) return fieldProblem('seen', 'above-maximum', { max: ask.book.head })
    const batch = await loadBatch(ask, reader, input.batch)
    if (isRefusal(batch)) return batch
    const plan = await planUndo(ask, reader, undoBatch.verb, batch.batch, input.after)
    if (input.after === 0 && plan.next === null && plan.changes.length === 0 && plan.staying.length + plan.hidden === 0) return refuse('batch-undone')
    const [stored] = plan.next === null ? (await findImports(reader, ask.town.schema, ask.book, { batch: batch.batch, limit: 1 })).imports : []
    return { plan, stored, nameOf: await namesOf(reader, ask.town.schema, plan.staying.slice(0, mostListed).map(({ later }) => later?.person ?? null)) }
  },
  present: async ({ plan, stored, nameOf }, ask) => {
    const { town, caller, input, house } = ask
    const batch = `undo-${input.seen}-${caller.person}`
    const by = actorOf(caller, undoBatch.verb)
    const { done, refused } = await commitApart(town, { by, batch, reason: input.reason }, plan.changes)
    if (stored !== undefined && (stored.state === 'done' || stored.state === 'stopped') && (done.length > 0 || input.after > 0))
      await town.commit({ by, reason: input.reason, changes: [{ act: 'correct', verb: undoBatch.verb, ledger: 'import', entry: stored.id, saw: stored.version, set: { state: 'undone' } }] })
    house.live.nudge()
    const staying = [...plan.staying, ...refused.map(({ item, refusal }): Staying => ({ entry: item.change.entry, ledger: item.ledger, refusal, later: null }))]
    return { batch, undone: done.length, stay: staying.length + plan.hidden, ...presentStaying(staying, plan.hidden, nameOf), next: plan.next }
  },
})

const presentStaying = (staying: readonly Staying[], hidden: number, nameOf: (person: number) => string) => {
  const told = ({ code, details }: Refusal) => ({ code, message: words(refusalMessage(code, details, 'zh'), refusalMessage(code, details, 'en')) })
  const reasons = new Map<string, { code: string; message: ReturnType<typeof words>; count: number }>()
  const add = (refusal: Refusal, count: number): void => {
    if (count === 0) return
    const known = reasons.get(refusal.code) ?? { ...told(refusal), count: 0 }
    reasons.set(refusal.code, { ...known, count: known.count + count })
  }
  for (const { refusal } of staying) add(refusal, 1)
  add(hiddenRefusal(undoBatch.verb), hidden)
  return {
    reasons: [...reasons.values()],
    staying: staying.slice(0, mostListed).map(({ entry, ledger, refusal, later }) => ({ entry, ledger: ledger.key, ledgerTitle: ledger.title, ...told(refusal), by: later === null ? null : nameOf(later.person), at: later?.recordedAt ?? null })),
  }
}
