import { createContext } from 'react'

/** Where a field stands: its ledger, its entry unless that is being made, and how it offers values to its neighbours. */
export type EntryPlace = { readonly ledger: string; readonly entry?: number | undefined; readonly offer?: (fields: Readonly<Record<string, string>>) => void }

/** Around the fields of one entry; a cell of a list has none. */
export const EntryPlaceContext = createContext<EntryPlace | undefined>(undefined)
