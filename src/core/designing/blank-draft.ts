import { words } from '../words.ts'
import type { Draft, DraftLine } from './draft.ts'

const line = (field: DraftLine['field']): DraftLine => ({ at: null, take: true, role: 'field', field })

/** A ledger of events to begin with where there is no sheet: what every row has. */
export const blankDraft = (owner: string, work: string): Draft => ({
  key: '', title: { zh: '', en: '' }, about: null, shape: 'event', line: work, owner, villageEntry: false,
  orgField: 'org', org: null, dateField: 'day', unique: [],
  lines: [
    line({ key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }),
    line({ key: 'org', title: words('单位', 'Organisation'), kind: 'org', required: true }),
  ],
})
