import type { Block } from '../../../core/report/document.ts'
import { heading, paragraph } from './write.ts'

/** 二、: the five directions of the second half, in short; the promises themselves are kept in the plan. */
export const plan: readonly Block[] = [
  heading(1, '二、下半年工作安排'),
  paragraph(undefined, '下半年，对照年初目标查漏补缺，重点做好以下五方面工作。'),
  heading(2, '（一）稳增长，增强产业动能'),
  paragraph('农业', '守牢粮食生产，做强特色种养和品牌，抓好防汛防台与动植物防疫。'),
  paragraph('工业', '盯紧投资和重大项目，加快技术改造、企业培育和低效用地盘活。'),
  paragraph('服务业', '做好进限入统和市场提标，推动农文旅结合。'),
  heading(2, '（二）提品质，完善城乡功能'),
  paragraph('城镇', '推进规划报批和骨干道路建设，补齐停车等短板。'),
  paragraph('乡村', '深化片区组团，加快典范村和安置配套工程。'),
  paragraph('生态', '抓实治水治气治废，巩固垃圾分类成果。'),
  heading(2, '（三）惠民生，办好民生实事'),
  paragraph('服务', '推进学校、医院项目，增加普惠托育和养老服务供给。'),
  paragraph('保障', '精准救助帮扶，做好技能培训、参保扩面和住房保障。'),
  paragraph('文化', '深化文明实践，办好群众文体活动。'),
  heading(2, '（四）保平安，守住安全底线'),
  paragraph('稳定', '加强矛盾排查化解和社会治安防控。'),
  paragraph('安全', '持续排查整治重点领域隐患，压实企业责任。'),
  heading(2, '（五）强自身，打造实干政府'),
  paragraph('高效', '优化政务服务，落实问题闭环。'),
  paragraph('法治', '规范决策和执法，推进政务公开。'),
  paragraph('廉洁', '坚持过紧日子，加强审计和财政管理。'),
]
