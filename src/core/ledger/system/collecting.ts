import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, dayOf, events, note, org, points, text, whole } from './parts.ts'

/** Ledgers of collecting: the call the town office sends, and each office's answer. */
export const collectingLedgers: readonly Ledger[] = [
  events({
    key: 'call',
    title: words('征集', 'Calls'),
    columns: ['title', 'due', 'state'],
    fields: [
      points('report', '报告', 'Report', 'report'),
      text('title', '标题', 'Title'),
      org,
      day,
      dayOf('due', '截止日期', 'Due'),
      { ...note('note', '说明', 'Note', false), maxLength: 2000 },
      choice('state', '状态', 'State', [['open', '征集中', 'open'], ['closed', '已结束', 'closed']]),
    ],
  }),
  events({
    key: 'answer',
    title: words('科室供稿', "Offices' answers"),
    columns: ['org', 'state', 'day'],
    unique: [['call', 'section', 'org']],
    fields: [
      points('call', '征集', 'Call', 'call'),
      points('section', '章节', 'Section', 'section'),
      { ...org, title: words('供稿单位', 'Office') },
      { ...day, title: words('下发日期', 'Asked on') },
      { ...whole('budget', '字数上限', 'Most characters', false), min: '1' },
      content('asked', '要报的数字', 'Figures asked for'),
      content('document', '供稿', 'Text', false),
      content('told', '所报的数字', 'Figures told', false),
      { key: 'nothing', title: words('零报告', 'Nothing to report'), kind: 'flag' },
      choice('state', '状态', 'State', [['asked', '待报', 'asked'], ['written', '待审核', 'written'], ['confirmed', '已审核', 'confirmed'], ['accepted', '已采用', 'accepted'], ['returned', '已退回', 'returned']]),
      points('writer', '执笔人', 'Writer', 'person', false),
      points('confirmer', '审核人', 'Confirmed by', 'person', false),
      { ...note('remark', '退回意见', 'Why it was returned', false), maxLength: 2000 },
      whole('reminders', '催报次数', 'Reminders', false),
      dayOf('reminded', '最近催报', 'Last reminder', false),
    ],
  }),
]
