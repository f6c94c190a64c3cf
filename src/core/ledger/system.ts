import { words } from '../words.ts'
import type { Ledger } from './ledger.ts'
import { agreeingLedgers } from './system/agreeing.ts'
import { collectingLedgers } from './system/collecting.ts'
import { formLedgers } from './system/form.ts'
import { importLedgers } from './system/import.ts'
import { indicatorLedgers } from './system/indicator.ts'
import { linkingLedgers } from './system/linking.ts'
import { matterLedgers } from './system/matter.ts'
import { noticeLedgers } from './system/notice.ts'
import { day, fileHash, offset, org, quote, system, text } from './system/parts.ts'
import { peopleLedgers } from './system/people.ts'
import { reportLedgers } from './system/report.ts'
import { viewLedgers } from './system/view.ts'

/**
 * Ledgers of the product itself. What is recorded about the town's own order is kept like everything else
 * (BOOK §1): orgs, people, posts, reported values, closed months, proposed corrections, documents read, and the report with all its writing.
 */

/** Standing of a reported value (HANDBOOK §3.3); while it is an estimate the report prints 预计. */
export const reportedStatuses = [
  { key: 'estimate', title: words('预计', 'estimate') },
  { key: 'flash', title: words('快报', 'flash') },
  { key: 'preliminary', title: words('初步核算', 'preliminary') },
  { key: 'department', title: words('部门数', 'department') },
  { key: 'feedback', title: words('统计反馈', 'statistics feedback') },
  { key: 'final', title: words('最终核实', 'final') },
  { key: 'stated', title: words('期初数', 'stated') },
] as const

/** What kinds of document can be read. */
export const sourceKinds = ['text', 'docx', 'doc', 'pdf', 'xlsx'] as const

export const systemLedgers: readonly Ledger[] = [
  system({
    key: 'org',
    title: words('单位', 'Organisations'),
    shape: 'register',
    orgField: 'code',
    unique: [['code']],
    fields: [
      { key: 'code', title: words('编码', 'Code'), kind: 'org', required: true },
      text('zh', '名称', 'Name'),
      text('en', '英文名', 'English name'),
      {
        key: 'kind',
        title: words('类别', 'Kind'),
        kind: 'choice',
        required: true,
        choices: [
          { key: 'town', title: words('镇', 'town') },
          { key: 'office', title: words('科室', 'office') },
          { key: 'village', title: words('村（社区）', 'village') },
          { key: 'grid', title: words('网格', 'grid') },
        ],
      },
      { key: 'parent', title: words('上级', 'Parent'), kind: 'org' },
      { key: 'successor', title: words('并入', 'Merged into'), kind: 'org' },
    ],
  }),
  system({ key: 'person', title: words('人员', 'People'), shape: 'register', orgField: 'org', fields: [text('name', '姓名', 'Name'), org] }),
  system({
    key: 'post',
    title: words('岗位', 'Posts'),
    shape: 'register',
    orgField: 'org',
    fields: [
      { key: 'person', title: words('人员', 'Person'), kind: 'reference', ledger: 'person', required: true },
      text('role', '角色', 'Role'),
      org,
      { key: 'deputy_of', title: words('代理', 'Deputy of'), kind: 'reference', ledger: 'person' },
    ],
  }),
  system({
    key: 'reported',
    title: words('填报数', 'Reported values'),
    shape: 'event',
    dateField: 'day',
    orgField: 'org',
    unique: [['measure', 'org', 'period'], ['measure', 'org', 'day']],
    secondPerson: true,
    columns: ['period', 'measure', 'value', 'growth', 'status', 'source'],
    fields: [
      text('measure', '指标', 'Measure'),
      org,
      { key: 'period', title: words('所属期', 'Period'), kind: 'period', required: true },
      { ...day, title: words('期末日', 'Last day of the period') },
      { key: 'value', title: words('数值（基本单位）', 'Value (base unit)'), kind: 'decimal', decimals: 8 },
      { key: 'growth', title: words('同比（%）', 'Change on last year (%)'), kind: 'decimal', decimals: 4 },
      { key: 'status', title: words('口径状态', 'Status'), kind: 'choice', required: true, choices: reportedStatuses },
      text('source', '来源', 'Source'),
      { key: 'document', title: words('来源文件', 'Source document'), kind: 'reference', ledger: 'source', fixed: true },
      { ...offset, required: false, fixed: true },
      { ...quote, required: false, fixed: true },
    ],
  }),
  system({
    key: 'close',
    title: words('结账', 'Closed months'),
    shape: 'event',
    dateField: 'day',
    orgField: 'org',
    unique: [['ledger', 'month']],
    fields: [text('ledger', '台账', 'Ledger'), text('month', '月份', 'Month'), org, day],
  }),
  system({
    key: 'correction',
    title: words('更正', 'Corrections'),
    shape: 'event',
    dateField: 'day',
    orgField: 'org',
    fields: [
      text('ledger', '台账', 'Ledger'),
      { key: 'entry', title: words('条目', 'Entry'), kind: 'integer', required: true },
      org,
      day,
      { key: 'change', title: words('拟改内容', 'Proposed change'), kind: 'document', required: true },
      { key: 'reason', title: words('原因', 'Reason'), kind: 'note', required: true },
      { key: 'proposer', title: words('提出人', 'Proposed by'), kind: 'reference', ledger: 'person', required: true },
      {
        key: 'state',
        title: words('状态', 'State'),
        kind: 'choice',
        required: true,
        choices: [
          { key: 'proposed', title: words('待复核', 'proposed') },
          { key: 'approved', title: words('已生效', 'approved') },
          { key: 'refused', title: words('已退回', 'refused') },
        ],
      },
      { key: 'decider', title: words('复核人', 'Decided by'), kind: 'reference', ledger: 'person' },
    ],
  }),
  system({
    key: 'source',
    title: words('来源文件', 'Source documents'),
    about: words('从中采纳了数字或目标任务的文件，连同全文留存；文件本身按摘要另存。', 'Documents from which figures or commitments were accepted, kept with their text; the bytes are kept beside, under their digest.'),
    shape: 'event',
    dateField: 'day',
    orgField: 'org',
    unique: [['hash']],
    secondPerson: true,
    columns: ['day', 'title', 'name'],
    fields: [
      text('title', '标题', 'Title'),
      org,
      day,
      text('name', '文件名', 'File name'),
      fileHash(),
      { key: 'size', title: words('字节数', 'Bytes'), kind: 'integer', required: true },
      { key: 'kind', title: words('格式', 'Format'), kind: 'choice', required: true, choices: sourceKinds.map((key) => ({ key, title: words(key, key) })) },
      { key: 'text', title: words('全文', 'Text'), kind: 'note', required: true, maxLength: 20_000_000 },
    ],
  }),
  system({
    key: 'commitment',
    title: words('目标任务', 'Commitments'),
    about: words('计划里的承诺，一句一条，注明出自哪份文件的哪个位置；方向是没有依据可查的提法。', 'Promises of a plan, one row each, with their place in the document; a direction is a phrase nothing can prove.'),
    shape: 'event',
    dateField: 'day',
    orgField: 'org',
    unique: [['source', 'offset', 'kind']],
    columns: ['text', 'org', 'target', 'target_unit', 'deadline', 'state'],
    fields: [
      { ...org, title: words('责任科室', 'Office that answers') },
      day,
      { key: 'source', title: words('来源文件', 'Source document'), kind: 'reference', ledger: 'source', required: true, fixed: true },
      { ...offset, fixed: true },
      { ...quote, fixed: true },
      { key: 'text', title: words('内容', 'Text'), kind: 'note', required: true, maxLength: 1000 },
      {
        key: 'kind',
        title: words('类别', 'Kind'),
        kind: 'choice',
        required: true,
        choices: [
          { key: 'commitment', title: words('目标任务', 'commitment') },
          { key: 'direction', title: words('方向', 'direction') },
        ],
      },
      { key: 'target', title: words('目标值', 'Target'), kind: 'decimal', decimals: 8 },
      { ...text('target_unit', '目标单位', 'Unit of the target', false), maxLength: 20 },
      {
        key: 'qualifier',
        title: words('限定', 'Bound'),
        kind: 'choice',
        choices: [
          { key: 'over', title: words('余、超', 'over') },
          { key: 'about', title: words('约', 'about') },
          { key: 'at_least', title: words('以上', 'at least') },
          { key: 'at_most', title: words('以内', 'at most') },
          { key: 'range', title: words('区间', 'range') },
        ],
      },
      { key: 'deadline', title: words('期限', 'Deadline'), kind: 'day' },
      { ...text('deadline_text', '期限原文', 'Deadline as written', false), maxLength: 40 },
      {
        key: 'modality',
        title: words('语气', 'Modality'),
        kind: 'choice',
        required: true,
        choices: [
          { key: 'plain', title: words('一般', 'plain') },
          { key: 'strive', title: words('力争', 'strive') },
          { key: 'ensure', title: words('确保', 'ensure') },
        ],
      },
      { key: 'state', title: words('状态', 'State'), kind: 'choice', required: true, choices: [{ key: 'draft', title: words('草稿', 'draft') }] },
    ],
  }),
  ...reportLedgers,
  ...agreeingLedgers,
  ...collectingLedgers,
  ...indicatorLedgers,
  ...importLedgers,
  ...peopleLedgers,
  ...viewLedgers,
  ...formLedgers,
  ...matterLedgers,
  ...noticeLedgers,
  ...linkingLedgers,
]
