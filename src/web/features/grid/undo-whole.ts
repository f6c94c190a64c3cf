import { call } from '../../app/call.ts'
import type { OutputOf } from '../../app/wire.ts'

/** How far the undoing of a batch is: entries taken back, those that stay, and why. */
export type Taken = { readonly undone: number; readonly stay: number; readonly reasons: OutputOf<'batch.undo'>['reasons'] }

/** Undoes all parts of a batch, one after the other, and tells after each how far it is; stops before the next when it is asked to. */
export const undoWhole = async (batch: string, reason: string, told?: (so: Taken) => void, stopped?: () => boolean): Promise<Taken> => {
  const { seen } = await call('batch.read', { batch })
  let taken: Taken = { undone: 0, stay: 0, reasons: [] }
  for (let after: number | null = 0; after !== null && stopped?.() !== true; ) {
    const part: OutputOf<'batch.undo'> = await call('batch.undo', { batch, seen, after, reason })
    taken = { undone: taken.undone + part.undone, stay: taken.stay + part.stay, reasons: added(taken.reasons, part.reasons) }
    told?.(taken)
    after = part.next
  }
  return taken
}

/** Reasons of two parts, each once. */
export const added = <Told extends { readonly code: string; readonly count: number }>(a: readonly Told[], b: readonly Told[]): Told[] => {
  const all = new Map(a.map((each) => [each.code, each]))
  for (const each of b) all.set(each.code, { ...each, count: each.count + (all.get(each.code)?.count ?? 0) })
  return [...all.values()]
}
