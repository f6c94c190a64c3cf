import type { Block } from '../../../core/report/document.ts'
import { heading, paragraph, value } from './write.ts'

/** （五）: the government itself. */
export const government: readonly Block[] = [
  heading(2, '（五）抓作风、提效能，自身建设更实'),
  paragraph(
    '办事效能提升',
    '受理政务办件', value('service-cases'), '，“一网通办”率', value('online-rate'), '，办结率', value('service-closed-rate'),
    '。销号省级生态环保督察问题', value('eco-inspection-closed'),
    '。债务余额由年初', value('debt-before'), '降至', value('debt-after'), '，压缩', value('debt-reduction'), '。',
  ),
  paragraph(
    '依法行政加强',
    '行政复议', value('admin-review-cases'), '，其中维持', value('admin-review-upheld'), '；依申请政府信息公开', value('info-requests'),
    '。联合执法检查', value('joint-inspections'), '，“双随机”检查', value('double-random'),
    '；在册用气餐饮店', value('gas-restaurants'), '，报警器安装率', value('gas-alarm-installed'), '、入网率', value('gas-alarm-online'), '。',
  ),
  paragraph(
    '廉政责任压实',
    '开展专项督查', value('discipline-inspections'), '，处理', value('people-disciplined'),
    '；申报宁波级内审优秀项目', value('audit-project-filed'), '。厉行节约，严控一般性支出。',
  ),
  paragraph(undefined, '同时，群团、征兵、档案、慈善、老龄等各项事业同步推进。'),
]
