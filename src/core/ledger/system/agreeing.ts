import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, events, fileHash, note, org, points, text, whole } from './parts.ts'

/** Where a remark or a proposed change came from. */
const origin = choice('origin', '来自', 'From', [['desk', '撰写台', 'the desk'], ['word', 'Word 文件', 'a Word file']])

/** Ledgers of agreeing on a report: remarks in their place, proposed wording, leaders' instructions and what was made of them. */
export const agreeingLedgers: readonly Ledger[] = [
  events({
    key: 'remark',
    title: words('批注', 'Remarks'),
    columns: ['day', 'text', 'state'],
    fields: [
      points('report', '报告', 'Report', 'report'),
      points('section', '章节', 'Section', 'section'),
      text('block', '段落', 'Block'),
      note('quote', '所指原文', 'Quoted words', false),
      org,
      day,
      { ...note('text', '内容', 'Text'), maxLength: 2000 },
      points('person', '提出人', 'By', 'person'),
      points('about', '回复的批注', 'In answer to', 'remark', false),
      choice('state', '状态', 'State', [['open', '待答复', 'open'], ['answered', '已答复', 'answered'], ['withdrawn', '已撤回', 'withdrawn']]),
      origin,
      text('author', 'Word 中的署名', 'Name in Word', false),
    ],
  }),
  events({
    key: 'proposal',
    title: words('改稿', 'Proposed wording'),
    about: words('对一个章节的改稿，采纳后才成为正文。', 'Proposed wording of a section; it becomes the text when accepted.'),
    columns: ['day', 'state'],
    fields: [
      points('report', '报告', 'Report', 'report'),
      points('section', '章节', 'Section', 'section'),
      org,
      day,
      whole('saw', '所据版本', 'Made from'),
      content('document', '改后正文', 'Proposed text'),
      points('person', '提出人', 'By', 'person'),
      note('note', '说明', 'Note', false),
      origin,
      choice('state', '状态', 'State', [['proposed', '待采纳', 'proposed'], ['accepted', '已采纳', 'accepted'], ['declined', '未采纳', 'declined']]),
      points('decider', '决定人', 'Decided by', 'person', false),
    ],
  }),
  events({
    key: 'instruction',
    title: words('领导批示', "Leaders' instructions"),
    columns: ['day', 'leader', 'text'],
    fields: [
      points('report', '报告', 'Report', 'report', false),
      points('section', '章节', 'Section', 'section', false),
      org,
      { ...day, title: words('批示日期', 'Day') },
      text('leader', '批示人', 'By whom'),
      { ...note('text', '批示内容', 'Text'), maxLength: 2000 },
      fileHash(false),
      text('name', '扫描件', 'Scan', false),
      text('media_type', '扫描件格式', 'Kind of scan', false),
    ],
  }),
  events({
    key: 'reply',
    title: words('承诺回应', 'Answers to promises'),
    about: words('上期安排的承诺在本期报告哪一段作了回应。', 'Where in this report a promise of the last plan is answered.'),
    unique: [['report', 'promise']],
    fields: [
      points('report', '报告', 'Report', 'report'),
      points('section', '章节', 'Section', 'section'),
      text('block', '段落', 'Block'),
      text('promise', '承诺编号', 'Promise'),
      { ...note('quote', '承诺原文', 'Words of the promise'), maxLength: 1000 },
      org,
      day,
    ],
  }),
]
