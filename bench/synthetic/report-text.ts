/**
 * A long report made of invented sentences: reviews, lists, tables and plans as towns write them, with other numbers each time
 * a sentence comes back. The same length is the same text.
 */
export const reportText = (length: number): string => {
  const parts: string[] = []
  let size = 0
  for (let index = 0; size < length; index += 1) {
    const number = (at: number): string => numbers[(index * 7 + at * 3) % numbers.length] ?? '1'
    let at = 0
    const sentence = (sentences[index % sentences.length] ?? '').replaceAll('#', () => number((at += 1)))
    parts.push(sentence)
    size += sentence.length
  }
  return parts.join('')
}

const numbers = ['3.6', '12', '480', '7.25', '1,260', '96', '0.8', '215', '33.4', '5', '68', '2.07', '150', '9.9', '41', '1.3']

/** A # stands for a number. */
const sentences = [
  '一、上半年主要工作回顾\n',
  '上半年，全镇实现地区生产总值#亿元，同比增长#%，完成规上工业总产值#亿元，同比增长#%。',
  '完成固定资产投资#亿元，占全年任务#亿元的#%，其中制造业投资#亿元，基础设施投资#亿元。\n',
  '（一）农业基础更加稳固。',
  '早稻播种面积#亩，比上年增加#亩，预计亩产#公斤；蔬菜、水果产量分别为#万吨和#万吨，分别增长#%和下降#%。',
  '新建高标准农田近#亩，改造低产田#余亩，农机作业率由#%提高到#%。\n',
  '（二）项目建设提速推进。',
  '全镇在建项目#个，总投资超#亿元，已开工#个，开工率达八成；东河路工程完成总工程量的三分之二。',
  '新引进企业#家，其中投资亿元以上项目#个，签约额#亿元，到位资金同比翻一番。\n',
  '1.镇村面貌。整治裸露地块#处，清理垃圾#吨，新增绿化#平方米，改造公厕#座。',
  '排查各类隐患#处，已整改#处，整改率#%，较上季度提高#个百分点。\n',
  '2.民生保障。发放补助资金#万元，惠及群众#人次，新增就业#人，城乡居民养老保险参保率达#%以上。',
  '接待来访#批次、#人次，办结信访件#件，及时办结率100%，群众满意度保持在#%左右。\n',
  '项目 | 计划投资（万元） | 完成投资（万元） | 完成率\n',
  '北塘河整治 | # | # | #%\n',
  '老街改造 | # | # | #%\n',
  '同时，我们也清醒地看到，工作中还存在一些问题：产业层次不高，亩均税收仅#万元；污水管网覆盖率不足#%。\n',
  '二、下半年工作打算\n',
  '下半年，力争完成规上工业总产值#亿元，增长#%以上，确保全年财政收入突破#亿元。',
  '10月底前完成西片区#公里道路改造，年底前建成停车场#个，新增车位#个。\n',
  '深入推进美丽村庄建设，打造精品村#个，创建示范户#户以上；加快推进水厂扩建，8月中旬完成招标，11月底前主体开工。',
  '持续强化安全监管，坚持党建引领，不断提升群众获得感。\n',
]
