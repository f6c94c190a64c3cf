import type { Block } from '../../../core/report/document.ts'
import { change, growthOnly, heading, paragraph, value } from './write.ts'

/** （二）: the town, the villages, the environment. */
export const environment: readonly Block[] = [
  heading(2, '（二）抓建设、优环境，城乡面貌更新'),
  paragraph(
    '城镇建设有序展开',
    '国土空间总体规划基本编成。实施景观、立面、绿化项目', value('townscape-projects'),
    '，消化批而未供土地', value('approved-unsupplied-land'), '、供而未用土地', value('supplied-unused-land'),
    '。拆除违法建筑', value('illegal-building-demolished'), '，完成高速两侧问题点位整治', value('highway-points'), '。一批道路项目完成前期或加快施工。',
  ),
  paragraph(
    '乡村发展后劲增强',
    '村级集体经济经营性收入', value('collective-income-h1'), '，', change('collective-income-h1'),
    '。东部片区一期标准厂房签约，年租金', value('east-plant-rent'), '；申报用房购买项目的有', value('villages-buying-premises'),
    '。五塘南安置区块附属工程进度', value('wutangnan-progress'), '，农村生活污水治理分村推进。',
  ),
  paragraph(
    '生态治理持续发力',
    '细颗粒物平均浓度', growthOnly('pm25-change'), '，臭氧平均浓度', growthOnly('ozone-change'),
    '。新建泵站', value('pump-stations-new'), '，完成雨污混排口智能化改造', value('mixed-outlets'),
    '。回收农药废弃包装物', value('pesticide-packaging'), '，资源化利用秸秆', value('straw-reused'),
    '。签订一般工业固废处置协议', value('solid-waste-agreements'), '、危废转运协议', value('hazwaste-agreements'),
    '，“环保管家”入企服务', value('eco-steward-visits'), '，完成环保问题整改企业', value('eco-rectified'),
    '。创建垃圾分类精准化投放道路', value('precision-sorting-roads'), '。',
  ),
]
