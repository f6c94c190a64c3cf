import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, dayOf, events, fileHash, org, points, text, whole } from './parts.ts'

/** Ledgers of the forms that come down from above: the blank form with what fills it, and every time it was filled. */
export const formLedgers: readonly Ledger[] = [
  events({
    key: 'form',
    title: words('上级报表', 'Forms from above'),
    about: words('上级下发的空白报表，连同每个空格由账本里的什么来填；下期同样的表按表头认出，沿用原来的对应。', 'Blank forms sent from above, with what of the book fills each blank; the same form of a later period is known by its heads and keeps what it was filled from.'),
    columns: ['day', 'title', 'sender', 'due', 'state'],
    fields: [
      { ...text('title', '名称', 'Title'), maxLength: 120 },
      org,
      day,
      { ...text('sender', '来文单位', 'Sent by', false), maxLength: 120 },
      dayOf('due', '报送期限', 'Due', false),
      { ...text('name', '文件名', 'File name'), maxLength: 200 },
      fileHash(),
      { ...fileHash(false), key: 'original', title: words('原件', 'As it was sent') },
      points('before', '沿用自', 'Carried from', 'form', false),
      content('mapping', '各空格的来源', 'What fills each blank'),
      whole('blanks', '空格', 'Blanks'),
      whole('bound', '有来源', 'With a source'),
      choice('state', '状态', 'State', [['draft', '待核对', 'to be gone through'], ['ready', '可填写', 'ready']]),
    ],
  }),
  events({
    key: 'filling',
    title: words('报表填写', 'Forms filled'),
    about: words('某期的报表填写：填好的文件、由账本填的、手工填的和没有来源的空格数，以及当时的账本流水号。', 'A form filled for a period: the file, how many cells the book, a hand and nobody filled, and the journal number it was filled at.'),
    columns: ['day', 'form', 'period', 'book', 'typed', 'none'],
    fields: [
      points('form', '报表', 'Form', 'form'),
      org,
      day,
      { key: 'period', title: words('所属期', 'Period'), kind: 'period', required: true },
      points('person', '填写人', 'Filled by', 'person'),
      { ...text('name', '文件名', 'File name'), maxLength: 200 },
      fileHash(),
      { ...fileHash(false), key: 'source', title: words('数据来源表', 'Sheet of sources') },
      { key: 'lists', title: words('含台账条目', 'Has rows of ledgers'), kind: 'flag', required: true },
      whole('book', '账本填写', 'By the book'),
      whole('typed', '手工填写', 'By hand'),
      whole('none', '没有来源', 'Without source'),
      whole('journal', '账本流水号', 'Journal number'),
    ],
  }),
]
