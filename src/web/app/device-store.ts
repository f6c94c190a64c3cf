/** What this browser keeps on the device beyond the page: findings that have not arrived, and the few answers without which none can be made. */
const stores = { findings: 'once', answers: 'name' } as const

export type DeviceStore = keyof typeof stores

/** One act on one store, settled once it is on the device. Throws a DOMException where the device keeps nothing (no room, a private window). */
export const onDevice = async (name: DeviceStore, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> => {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' })
      const asked = act(transaction.objectStore(name))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error ?? noDevice())
    })
  } finally {
    database.close()
  }
}

const noDevice = (): DOMException => new DOMException('the device keeps nothing', 'InvalidStateError')

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('zhenwu', 2)
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores)) if (!asked.result.objectStoreNames.contains(name)) asked.result.createObjectStore(name, { keyPath })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? noDevice())
  })
