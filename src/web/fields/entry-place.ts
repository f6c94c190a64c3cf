import { createContext } from 'react'
import type { Fields } from '../../core/ledger/value.ts'

/** Where a field stands: its ledger, its entry unless that is being made, how it offers values to its neighbours, and how an entry chosen in it fills them. */
export type EntryPlace = { readonly ledger: string; readonly entry?: number | undefined; readonly offer?: (fields: Readonly<Record<string, string>>) => void; readonly fill?: (by: string, values: Fields, entry: number) => void }

/** Around the fields of one entry; a cell of a list has none. */
export const EntryPlaceContext = createContext<EntryPlace | undefined>(undefined)
