import type { Block } from '../../../core/report/document.ts'
import { heading, paragraph, value } from './write.ts'

/** （四）: public order and safety. */
export const order: readonly Block[] = [
  heading(2, '（四）抓治理、保平安，社会大局更稳'),
  paragraph(
    '平安基础夯实',
    '基层基础大排查逐户推进，户籍人口排查率', value('registered-pop-checked'), '，流动人口排查率', value('migrant-pop-checked'), '，出租房走访率', value('rental-visit-rate'),
    '。群治分平台激活', value('qunzhifen-activated'), '，发放积分', value('qunzhifen-points'),
    '。改造非灯控路段隐患点位', value('traffic-points-fixed'), '，安装临水护栏', value('guardrail-length'),
    '；查获酒驾', value('drink-driving'), '，查处违停', value('illegal-parking'), '、电瓶车违章', value('ebike-violations'), '，处罚高峰期闯禁货车', value('truck-bans'),
    '。反诈入企入校宣传', value('antifraud-visits'), '，张贴海报', value('antifraud-posters'), '，发放宣传册', value('antifraud-booklets'), '。',
  ),
  paragraph(
    '矛盾化解有力',
    '信访件办结率', value('petition-closed-rate'), '，化解省级以上积案', value('petition-backlog-resolved'),
    '。依法查处非法宗教活动', value('religion-cases'), '。食品药品安全、社区矫正等工作常抓不懈。',
  ),
  paragraph(
    '安全防线筑牢',
    '开展安全检查行动', value('safety-inspections'), '，排查隐患', value('hazards-found'),
    '；查处消防、燃气违法案件', value('fire-gas-cases'), '，处罚金额', value('fines-total'),
    '。智慧消防接入', value('smart-fire-places'), '场所、', value('smart-fire-devices'), '设备，场所覆盖率', value('smart-fire-coverage'),
    '。取得安全培训合格证明的学员', value('safety-trainees'), '；高危企业主要负责人持证上岗率', value('cert-principals'), '，安全管理人员', value('cert-safety-managers'), '，特种作业人员', value('cert-special-operators'),
    '。组织演练、座谈、警示教育等活动', value('drills-events'), '，参与企业', value('drills-firms'), '、群众', value('drills-people'), '。',
  ),
]
