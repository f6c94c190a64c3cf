import { onDevice } from '../../app/device-store.ts'

/**
 * Findings kept on the device until they have arrived. A finding is put here before it is sent and taken out after the server has it, so that neither a dead network nor a
 * closed page loses one. Each is of the person who made it: nobody else who signs in on the same device sends or sees it.
 */

/** A finding as it waits on the device, its photos with it. */
export type KeptFinding = {
  readonly once: string
  readonly person: number
  readonly ledger: string
  readonly org: string
  readonly day: string
  /** Instant it was made, by the device. */
  readonly made?: string
  readonly kind?: string
  readonly line?: string
  readonly position?: string
  readonly unplaced?: 'denied' | 'unavailable'
  readonly photosField: string | null
  readonly photos: readonly { readonly name: string; readonly bytes: Blob }[]
}

/** Keeps a finding; settled once it is on the device. A browser that clears what pages keep is asked to spare it. */
export const keepFinding = async (finding: KeptFinding): Promise<void> => {
  await onDevice('findings', 'readwrite', (store) => store.put(finding))
  await navigator.storage?.persist?.()
}

/** The findings of a person that have not arrived, in the order they were made, and how many of others wait on the same device. */
export const keptFindings = async (person: number): Promise<{ readonly mine: readonly KeptFinding[]; readonly others: number }> => {
  const all = (await onDevice('findings', 'readonly', (store) => store.getAll())) as KeptFinding[]
  const mine = all.filter((each) => each.person === person).sort((a, b) => (a.made ?? '').localeCompare(b.made ?? ''))
  return { mine, others: all.length - mine.length }
}

/** Takes a finding off the device. */
export const dropFinding = async (once: string): Promise<void> => {
  await onDevice('findings', 'readwrite', (store) => store.delete(once))
}
