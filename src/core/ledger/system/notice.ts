import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, day, events, org, text } from './parts.ts'

/** Where messages of matters go outside. */
export const noticeLedgers: readonly Ledger[] = [
  events({
    key: 'zhenwu-channel',
    title: words('发送渠道', 'Channels'),
    about: words('收事项提醒的群机器人和其他系统；地址和密钥加密另存，不在账里。', 'Group robots and other systems that are told of matters; their addresses and secrets are sealed and kept beside the book.'),
    columns: ['name', 'kind', 'host', 'open'],
    fields: [
      { ...text('name', '名称', 'Name'), maxLength: 60 },
      choice('kind', '类型', 'Kind', [['dingtalk', '钉钉群机器人', 'DingTalk robot'], ['wecom', '企业微信群机器人', 'WeCom robot'], ['signed', '其他系统（签名 JSON）', 'other (signed JSON)']]),
      choice('language', '语言', 'Language', [['zh', '中文', 'Chinese'], ['en', '英文', 'English']], false),
      text('host', '主机', 'Host'),
      text('orgs', '哪些单位的事项', 'Matters of', false),
      { key: 'open', title: words('启用', 'Open'), kind: 'flag' },
      org,
      day,
    ],
  }),
]
