import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, day, events, note, org, points, text, whole } from './parts.ts'

/** Ledgers about how the records of people are kept, and what the town set for its own copy. */
export const peopleLedgers: readonly Ledger[] = [
  events({
    key: 'erasure',
    title: words('依法删除', 'Erasures'),
    about: words('销毁一项加密信息的密钥：由一人申请、另一人复核；此后任何人、任何副本都读不出它，账目照常核对。', 'Destroying the key of one sealed fact: asked by one person, confirmed by another; nobody can read it afterwards, and the book still verifies.'),
    fields: [
      text('ledger', '台账', 'Ledger'),
      whole('entry', '条目', 'Entry'),
      text('field', '字段', 'Field'),
      text('key_id', '密钥号', 'Key'),
      org,
      day,
      note('reason', '依据', 'Grounds'),
      points('proposer', '申请人', 'Asked by', 'person'),
      choice('state', '状态', 'State', [['proposed', '待复核', 'proposed'], ['approved', '已删除', 'erased'], ['refused', '已退回', 'refused']]),
      points('decider', '复核人', 'Decided by', 'person', false),
    ],
  }),
  events({
    key: 'setting',
    title: words('设置', 'Settings'),
    about: words('本镇自己定的上限之类。', 'Limits and the like that the town sets for itself.'),
    unique: [['key']],
    fields: [text('key', '名称', 'Name'), text('value', '值', 'Value'), org, day],
  }),
]
