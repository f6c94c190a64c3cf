import type { Block } from '../../../core/report/document.ts'
import { heading, paragraph, value } from './write.ts'

/** （三）: services, help, culture. */
export const people: readonly Block[] = [
  heading(2, '（三）抓保障、惠民生，群众生活更好'),
  paragraph(
    '公共服务扩容',
    '公办幼儿园占比', value('public-kindergarten-share'),
    '。新增备案托育机构', value('childcare-institutions-new'), '、托位', value('childcare-places-new'), '、婴幼儿照护服务驿站', value('infant-stations-new'),
    '。义诊、筛查和讲座惠及群众', value('clinic-beneficiaries'), '，健康讲堂“四进”活动', value('health-lectures'), '。学校扩建、卫生院迁建按步骤办理前期手续。',
  ),
  paragraph(
    '社会保障托底',
    '发放低保、低边、助残、助困资金', value('assistance-paid'), '；发放高龄老人津贴', value('old-age-allowance'), '，惠及老人', value('old-age-recipients'),
    '。走访帮扶低收入农户', value('low-income-visits'), '，启动困难残疾人家庭无障碍改造', value('barrier-free-homes'),
    '。受理劳资纠纷', value('labour-disputes'), '，涉及金额', value('labour-dispute-amount'),
    '。新增外来务工人员公共租赁住房保障', value('public-rental-new'), '，年审', value('public-rental-reviewed'), '，发放租赁补贴', value('rent-subsidy'), '。',
  ),
  paragraph(
    '文化生活丰富',
    '举办“我们的节日”系列活动', value('festival-events'), '，新增公益广告', value('public-ads-new'),
    '。争创宁波市文明村', value('ningbo-civilised-village'), '、慈溪市文明村', value('cixi-civilised-villages'),
    '。打造“十五分钟品质文化生活圈”', value('culture-circles'), '，开展课堂、培训、送戏送电影等惠民活动', value('benefit-events'), '。',
  ),
]
