import type { exportWords as chinese } from './export-zh.ts'

/** Words of taking a ledger away as a file, in English. */
export const exportWords: typeof chinese = {
  act: 'Export',
  xlsx: 'Excel, as filtered here',
  xlsxRows: (rows) => `Excel, as filtered here (${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'})`,
  csv: 'CSV, as filtered here',
  template: 'Empty template to fill',
}
