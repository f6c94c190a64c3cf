import type { Block } from '../../../core/report/document.ts'
import { change, growthOnly, heading, paragraph, value } from './write.ts'

/** 一、 up to （一）: how the town stood, and its economy. */
export const overall: readonly Block[] = [
  paragraph(
    undefined,
    '本期，全镇紧扣年初人代会确定的目标，以六个专项年行动为抓手，经济、建设、民生、治理各条线有序推进。现将主要情况报告如下。',
  ),
  paragraph(
    undefined,
    '主要经济指标：地区生产总值', value('gdp-h1'), '，', change('gdp-h1'),
    '；规上工业产值', value('industrial-output-h1'), '，', change('industrial-output-h1'),
    '；外贸自营出口额', value('export-h1'),
    '；全社会固定资产投资', value('fai-h1'), '，', change('fai-h1'), '，其中制造业投资', value('fai-manufacturing-h1'), '，', change('fai-manufacturing-h1'),
    '；财政总收入', value('fiscal-revenue-h1'), '，其中一般公共预算收入', value('general-budget-revenue-h1'), '。',
  ),
  paragraph(undefined, '围绕以上目标，主要抓了五方面工作：'),
]

export const economy: readonly Block[] = [
  heading(2, '（一）抓产业、促转型，经济底盘更稳'),
  paragraph(
    '农业稳产保供',
    '农林牧渔业总产值', value('agri-output-h1'), '，', change('agri-output-h1'),
    '。早稻种植', value('early-rice-area'), '，小麦收割', value('wheat-area'),
    '，生猪出栏', value('pigs-slaughtered'), '，', change('pigs-slaughtered'),
    '。支农资金持续投放，小额农户贷款', value('farm-loans'), '，申报贷款贴息', value('loan-subsidy-applied'), '，政策性农业保险保额', value('agri-insurance-sum'),
    '。农产品风险抽样', value('produce-samples'), '；清理取缔“三无”渔船', value('sanwu-boats'), '。水利骨干工程按计划施工，后续河道整治完成设计。',
  ),
  paragraph(
    '工业提质增效',
    '期末在库项目', value('projects-on-file'), '，其中亿元以上', value('projects-over-100m'),
    '。盘活低效用地', value('low-eff-land-revived'), '，整治提升高耗低效和“散乱污”企业', value('sanluanwu-rectified'), '，淘汰落后产能设备企业', value('outdated-capacity-firms'),
    '。梯队培育见效，新增国家级专精特新“小巨人”', value('little-giants-new'), '、宁波市专精特新中小企业', value('ningbo-specialised-new'), '、宁波市创新型中小企业', value('ningbo-innovative-new'),
    '，申报宁波级以上人才项目', value('talent-projects-filed'), '，新增数字车间', value('digital-workshop-new'), '。到位内资', value('domestic-capital-h1'), '。',
  ),
  paragraph(
    '服务业扩面上量',
    '限上商品销售额', value('above-limit-sales-h1'), '，', change('above-limit-sales-h1'),
    '，其中批发业', value('wholesale-sales-h1'), '，', change('wholesale-sales-h1'), '；零售业', value('retail-sales-h1'), '，', change('retail-sales-h1'),
    '。限上餐饮业营业额', value('catering-turnover-h1'), '，', change('catering-turnover-h1'),
    '；限上社会消费品零售额', value('above-limit-retail-consumption-h1'), '，', change('above-limit-retail-consumption-h1'),
    '；限下社会消费品零售额', growthOnly('below-limit-retail-yoy'),
    '。月度进限批发企业', value('entry-wholesale-done'), '，另有拟进限企业', value('entry-pipeline'), '在册培育',
    '。创成“乡村提质升级”市场', value('rural-market-upgrades'), '，新浦农贸市场省放心市场续创进度', value('xinpu-market-progress'), '，再生资源行业整治提升', value('recycling-rectified'), '。',
  ),
]
