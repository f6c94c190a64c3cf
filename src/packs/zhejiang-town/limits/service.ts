import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, pause, rowsOf } from './row.ts'

/** 行政许可: working days throughout (第八十二条); what experts, tests and hearings take is left out when the applicant was told in writing (第四十五条). */
const row = rowsOf(words('行政许可法', 'Administrative Licence Law'), '2004-07-01')
const promise = rowsOf(words('政务服务事项承诺时限', 'Promised limits of government services'), '2019-01-01', 'setting')

const left = '第四十五条'
const pauses = [
  pause('hearing', '听证', 'hearing', left), pause('bidding', '招标拍卖', 'bidding or auction', left), pause('test', '检验检测检疫鉴定', 'inspection, test or appraisal', left), pause('experts', '专家评审', 'expert review', left),
]

export const serviceLimits: readonly Limit[] = [
  row('XK.FIX', '一次性告知补正', 'Ask once for correction', 5, 'working', { clause: '第三十二条' }),
  row('XK.DECIDE', '作出许可决定', 'Decide the licence', 20, 'working', { clause: '第四十二条', extension: extended(10, 'leader', { clause: '第四十二条' }), pauses }),
  row('XK.JOINT', '统一办理、联合办理', 'Joint handling', 45, 'working', { clause: '第四十二条', extension: extended(15, 'leader', { clause: '第四十二条' }), pauses }),
  row('XK.ISSUE', '颁发送达证件', 'Hand over the certificate', 10, 'working', { clause: '第四十四条' }),
  promise('FW.PROMISE', '承诺办结', 'Done as promised', 5, 'working', { extension: extended(5, 'head'), pauses }),
  promise('FW.BAD', '差评回访整改', 'Call back after a bad rating', 5, 'working'),
]
