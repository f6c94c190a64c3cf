import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { day, events, note, org, points, text } from './parts.ts'

/** Views of ledgers that people saved: which rows, in what order, under which columns. */
export const viewLedgers: readonly Ledger[] = [
  events({
    key: 'view',
    title: words('台账视图', 'Views of ledgers'),
    about: words('存下来的筛选、排序、分组和栏目；可只归自己，也可供本单位同用。', 'Saved filters, orders, groupings and columns of ledgers; kept for oneself or shared with one’s office.'),
    columns: ['day', 'ledger', 'name', 'shared'],
    fields: [
      text('ledger', '台账', 'Ledger'),
      org,
      day,
      points('person', '所有人', 'Owner', 'person'),
      { ...text('name', '名称', 'Name'), maxLength: 60 },
      { key: 'shared', title: words('本单位同用', 'Shared with the office'), kind: 'flag', required: true },
      { ...note('query', '内容', 'Content'), maxLength: 6000 },
    ],
  }),
]
