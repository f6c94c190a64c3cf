import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, events, fileHash, org, text, whole } from './parts.ts'

/** Workbooks that were taken into a ledger: the file, how its columns were understood, and what became of its rows. */
export const importLedgers: readonly Ledger[] = [
  events({
    key: 'import',
    title: words('批量导入', 'Imports'),
    about: words('导入台账的表格：原件按摘要留存，各列对应的字段供下次沿用，逐行结果按批次可查可撤。', 'Workbooks taken into ledgers: the file is kept under its digest, the columns as they were understood serve the next time, and the rows stand under one batch that can be undone.'),
    columns: ['day', 'ledger', 'name', 'state', 'created', 'corrected'],
    fields: [
      text('ledger', '台账', 'Ledger'),
      org,
      day,
      text('name', '文件名', 'File name'),
      fileHash(),
      text('batch', '批次', 'Batch'),
      content('mapping', '各列对应', 'Columns'),
      choice('state', '状态', 'State', [['committing', '写入中', 'being written'], ['done', '已完成', 'done'], ['stopped', '已中止', 'stopped'], ['undone', '已撤销', 'undone']]),
      whole('created', '新增', 'Created'),
      whole('corrected', '更新', 'Updated'),
      whole('same', '未变', 'Unchanged'),
      whole('rejected', '有问题', 'With problems'),
      whole('skipped', '略过', 'Skipped'),
    ],
  }),
]
