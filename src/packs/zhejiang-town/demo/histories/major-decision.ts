import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { town } from '../../orgs.ts'
import type { DemoHistory } from '../history.ts'
import { act, after, by, untilNow } from './days.ts'

const law = 'pafz'

/** The public asked, now and then for fewer days by a leader's word, the law checked by another office, decided by the leader. The last step is one that lies behind us. */
export const majorDecisionHistory = (row: Fields): DemoHistory => {
  const { turn, ...fields } = row
  const nth = Number(turn)
  const from = fields['day'] as Day
  const office = fields['kind'] === 'policy' ? 'shsw' : fields['kind'] === 'resource' ? 'nync' : 'czjs'
  const hurried = nth % 4 === 3
  const asked = after(from, 8)
  const closed = after(asked, hurried ? 22 : 39)
  const submitted = after(closed, 14)
  const decided = after(submitted, 30)
  return {
    fields,
    actions: untilNow([
      by(law, 'begin', from, { to_org: office }), by(office, 'ask-public', asked, { note: '示例：门户网站和村务公开栏公布草案' }),
      ...(hurried ? [act('shorten', after(asked, 3), 'leader', town, { less: '15', note: '示例：须在汛期前实施' })] : []),
      by(office, 'close-asking', closed, { note: '示例：采纳意见两条' }), by(office, 'submit', submitted, { note: '示例：专家论证可行，风险为低' }), by(law, 'pass', after(submitted, 21), { note: '示例：权限、内容、程序合法' }),
      act('decide', decided, 'leader', town, { document: `示例政〔${decided.slice(0, 4)}〕${nth + 1}号`, note: '示例：镇长办公会议一致同意' }), by(law, 'publish', after(decided, 6)),
    ]),
  }
}
