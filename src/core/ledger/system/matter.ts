import { words } from '../../words.ts'
import { tieKinds, tieTitles } from '../../matter/tie-kinds.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, events, note, org, points, text, whole } from './parts.ts'

/** What was done in matters, step by step, and the days that are worked. */
export const matterLedgers: readonly Ledger[] = [
  events({
    key: 'zhenwu-action',
    title: words('办理记录', 'Steps of matters'),
    about: words('事项的每一步：谁、何日、在哪个单位、交了什么；事项的状态只由这些记录得出。', 'Every step of every matter: who, on which day, from which office, with what; where a matter stands follows from these alone.'),
    unique: [['ledger', 'matter', 'number'], ['once']],
    columns: ['day', 'ledger', 'matter', 'step', 'person', 'org'],
    fields: [
      text('ledger', '台账', 'Ledger'),
      { key: 'matter', title: words('事项', 'Matter'), kind: 'reference', required: true },
      whole('number', '第几步', 'Number of the step'),
      text('step', '办理', 'Step'),
      day,
      points('person', '办理人', 'Taken by', 'person'),
      points('acting_for', '代谁办理', 'Taken for', 'person', false),
      org,
      { ...note('note', '说明', 'Note', false), maxLength: 4000 },
      { key: 'files', title: words('附件', 'Files'), kind: 'file', max: '9' },
      { key: 'to_org', title: words('移交单位', 'Given to'), kind: 'org' },
      points('to_person', '指定承办人', 'Assigned to', 'person', false),
      text('place', '位置', 'Position', false),
      content('given', '其他内容', 'What else was given', false),
      text('once', '防重标记', 'Mark against repetition', false),
    ],
  }),
  events({
    key: 'zhenwu-finding',
    title: words('发现上报', 'Findings reported'),
    about: words('现场上报的每一次发现：谁、何日、在哪里、成了哪一件事项；重发同一次不会成为两件。', 'Each finding reported from the field: who, on which day, where, and which matter it became; sent again it is the same one.'),
    unique: [['once']],
    columns: ['day', 'ledger', 'matter', 'person', 'org'],
    fields: [
      text('ledger', '台账', 'Ledger'),
      { key: 'matter', title: words('事项', 'Matter'), kind: 'reference', required: true },
      org,
      day,
      points('person', '上报人', 'Reported by', 'person'),
      text('position', '位置', 'Position', false),
      choice('unplaced', '未取到位置的原因', 'Why it has no position', [['denied', '未允许定位', 'not allowed'], ['unavailable', '没有信号', 'not available']], false),
      { ...whole('metres', '距本地（米）', 'Metres from the place', false), min: '0' },
      text('once', '防重标记', 'Mark against repetition'),
    ],
  }),
  events({
    key: 'zhenwu-tie',
    title: words('事项关联', 'Ties between matters'),
    about: words('拆分、并单、重复和复发：哪一件与哪一件，何日由谁关联。', 'Splits, merges, duplicates and recurrences: which matter with which, on which day and by whom.'),
    unique: [['other', 'other_ledger', 'kind', 'matter', 'ledger'], ['matter', 'ledger', 'kind', 'other', 'other_ledger']],
    columns: ['day', 'kind', 'ledger', 'matter', 'other_ledger', 'other'],
    fields: [
      choice('kind', '关系', 'How', tieKinds.map((key) => [key, tieTitles[key].zh, tieTitles[key].en])),
      text('ledger', '台账', 'Ledger'),
      { key: 'matter', title: words('事项', 'Matter'), kind: 'reference', required: true },
      text('other_ledger', '另一件的台账', 'Ledger of the other'),
      { key: 'other', title: words('另一件', 'The other'), kind: 'reference', required: true },
      org,
      day,
      points('person', '关联人', 'Tied by', 'person'),
      note('note', '说明', 'Note', false),
    ],
  }),
  events({
    key: 'zhenwu-calendar',
    title: words('工作日历', 'Work calendar'),
    about: words('国务院办公厅每年公布的放假调休安排，一年一条；未公布的年份暂按周末推算。', 'The yearly notices of days off and days worked, one a year; a year without one is reckoned by weekdays.'),
    unique: [['year']],
    columns: ['year', 'day', 'source'],
    fields: [whole('year', '年份', 'Year'), org, day, content('off', '放假', 'Days off'), content('work', '调休上班', 'Weekend days worked'), text('source', '依据', 'Source')],
  }),
]
