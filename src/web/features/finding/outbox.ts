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
  readonly kind?: string
  readonly line?: string
  readonly position?: string
  readonly unplaced?: 'denied' | 'unavailable'
  readonly photosField: string | null
  readonly photos: readonly { readonly name: string; readonly bytes: Blob }[]
}

/** Keeps a finding; settled once it is on the device. */
export const keepFinding = async (finding: KeptFinding): Promise<void> => {
  await inStore('readwrite', (store) => store.put(finding))
}

/** The findings of a person that have not arrived, in the order they were made. */
export const keptFindings = async (person: number): Promise<readonly KeptFinding[]> => ((await inStore('readonly', (store) => store.getAll())) as KeptFinding[]).filter((each) => each.person === person)

/** Takes a finding off the device. */
export const dropFinding = async (once: string): Promise<void> => {
  await inStore('readwrite', (store) => store.delete(once))
}

const name = 'findings'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('zhenwu', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(name, { keyPath: 'once' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the device keeps nothing'))
  })

const inStore = async (mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> => {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' })
      const asked = act(transaction.objectStore(name))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('the device kept nothing'))
    })
  } finally {
    database.close()
  }
}
