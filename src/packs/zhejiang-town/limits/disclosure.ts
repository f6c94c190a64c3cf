import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, pause, rowsOf } from './row.ts'

/** 政府信息公开: every limit is written in working days; the clock of an answer starts anew with corrected papers. */
const row = rowsOf(words('政府信息公开条例', 'Regulations on Open Government Information'), '2019-05-15')

export const disclosureLimits: readonly Limit[] = [
  row('GK.FIX', '一次性告知补正', 'Ask once for correction', 7, 'working', { clause: '第三十条' }),
  row('GK.ANSWER', '答复申请', 'Answer the request', 20, 'working', {
    clause: '第三十三条',
    extension: extended(20, 'head', { clause: '第三十三条' }),
    pauses: [pause('third-party', '征求第三方意见', 'a third party is asked', '第三十三条'), pause('other-agency', '征求其他机关意见', 'another agency is asked', '第三十三条')],
  }),
  row('GK.THIRD', '第三方提出意见', 'Third party gives its view', 15, 'working', { clause: '第三十二条' }),
  row('GK.COMAKER', '共同制作机关提出意见', 'Joint maker gives its view', 15, 'working', { clause: '第三十四条' }),
  row('GK.PUBLISH', '主动公开', 'Publish of its own accord', 20, 'working', { clause: '第二十六条' }),
]
