import type { Field } from '../ledger/field.ts'
import { askedFields } from '../ledger/asked-fields.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { words } from '../words.ts'
import { takenOverFields } from './taken-over.ts'

/** The days a register row holds from and to, beside its fields. */
const spanFields: readonly Field[] = [
  { key: 'valid_from', title: words('起始日', 'From'), kind: 'day' },
  { key: 'valid_to', title: words('终止日', 'Until'), kind: 'day' },
]

/** What a column of a sheet may be taken for: the fields a form asks for, of a register its days, and of a ledger of matters where a case of an older register stands. */
export const importFields = (ledger: Ledger): readonly Field[] => [...askedFields(ledger).filter((field) => field.kind !== 'file'), ...(ledger.shape === 'register' ? spanFields : []), ...takenOverFields(ledger)]
