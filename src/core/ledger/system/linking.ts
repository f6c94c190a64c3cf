import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { day, events, org, text, whole } from './parts.ts'

/** Cells that were filled from registers, added up by town and month; of no person. */
export const linkingLedgers: readonly Ledger[] = [
  events({
    key: 'saved-cells',
    title: words('免填单元格', 'Cells saved'),
    about: words('填表时从名册带出、不必再录入的单元格数。', 'Cells of forms that were filled from a register and that nobody had to type.'),
    columns: ['day', 'ledger', 'cells'],
    fields: [text('ledger', '台账', 'Ledger'), org, day, whole('cells', '单元格', 'Cells')],
  }),
]
