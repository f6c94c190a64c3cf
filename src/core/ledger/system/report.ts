import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, dayOf, events, fileHash, note, org, points, text, whole } from './parts.ts'

/** States of a report, in the order of the office's work (HANDBOOK App. C, Report). */
export const reportStates = [
  ['collect', '征集', 'collecting'],
  ['draft', '起草', 'drafting'],
  ['ask', '征求意见', 'asking for comments'],
  ['leaders', '领导审阅', 'before the leaders'],
  ['meeting', '镇长办公会', 'office meeting'],
  ['committee', '党委会', 'party committee'],
  ['frozen', '冻结', 'frozen'],
  ['sent', '已送会', 'sent to the congress'],
  ['published', '已公开', 'published'],
  ['archived', '已归档', 'archived'],
] as const

/**
 * Ledgers of the report: the report itself, its sections as they are written, what froze it, its sealed editions and
 * what was made public of them.
 */
export const reportLedgers: readonly Ledger[] = [
  events({
    key: 'report',
    title: words('报告', 'Reports'),
    fields: [
      text('title', '标题', 'Title'),
      org,
      { key: 'period', title: words('所属期', 'Period'), kind: 'period', required: true },
      day,
      content('document', '正文', 'Document'),
      choice('state', '状态', 'State', reportStates, false),
      points('previous', '上期报告', 'Report before', 'report', false),
    ],
  }),
  events({
    key: 'section',
    title: words('报告章节', 'Sections of reports'),
    about: words('报告按章节撰写；每次保存留一条流水。', 'A report is written by sections; each saving is a row of the journal.'),
    fields: [
      points('report', '报告', 'Report', 'report'),
      { key: 'position', title: words('次序', 'Position'), kind: 'decimal', decimals: 12, required: true },
      { ...org, title: words('执笔单位', 'Office that writes') },
      day,
      content('document', '正文', 'Document'),
      { ...whole('budget', '字数上限', 'Most characters', false), min: '1' },
    ],
  }),
  events({
    key: 'freeze',
    title: words('报告冻结', 'Freezes of reports'),
    fields: [
      points('report', '报告', 'Report', 'report'),
      org,
      day,
      content('pins', '冻结的数字', 'Frozen figures'),
      content('document', '冻结的正文', 'Frozen text'),
      choice('state', '状态', 'State', [['standing', '冻结中', 'standing'], ['thaw-asked', '申请解冻', 'thaw asked for'], ['thawed', '已解冻', 'thawed']]),
      points('asker', '申请人', 'Asked by', 'person', false),
      note('reason', '原因', 'Reason', false),
      points('approver', '批准人', 'Approved by', 'person', false),
      content('moved', '冻结后变动的数字', 'Figures that moved while frozen', false),
    ],
  }),
  events({
    key: 'edition',
    title: words('版次', 'Editions'),
    unique: [['report', 'number']],
    fields: [
      points('report', '报告', 'Report', 'report'),
      whole('number', '版号', 'Number'),
      org,
      day,
      whole('head_number', '流水号', 'Journal number'),
      text('head_hash', '流水摘要', 'Journal hash'),
      content('pins', '钉住的数字', 'Pinned figures'),
      content('document', '正文', 'Document'),
    ],
  }),
  events({
    key: 'publication',
    title: words('公开', 'Publications'),
    about: words('已向社会公开的版次，连同政府信息公开的著录项目。', 'Editions made public, with what the disclosure catalogue tells of each.'),
    unique: [['edition'], ['index_number']],
    columns: ['index_number', 'day', 'category'],
    fields: [
      points('edition', '版次', 'Edition', 'edition'),
      text('index_number', '索引号', 'Index number'),
      org,
      { ...day, title: words('发布日期', 'Published on') },
      text('issuer', '发布机构', 'Issuing body'),
      text('mode', '公开方式', 'Mode of disclosure'),
      text('category', '组配分类', 'Category'),
      text('theme', '主题分类', 'Theme'),
      dayOf('made', '成文日期', 'Made on'),
      text('scope', '公开范围', 'Open to'),
      { ...whole('small_cell', '小数下限', 'Smallest count shown'), min: '1' },
      choice('state', '状态', 'State', [['public', '已公开', 'public'], ['withdrawn', '已撤下', 'withdrawn']]),
    ],
  }),
  events({
    key: 'template',
    title: words('版式模板', 'Layout templates'),
    columns: ['title', 'day', 'name'],
    fields: [text('title', '名称', 'Title'), org, day, text('name', '文件名', 'File name'), fileHash(), whole('size', '字节数', 'Bytes')],
  }),
]
