import { commonWords } from './common-word.ts'

/**
 * Whether a clause without a number promises something one can point at: a document, a named project, place or event, or a direction that can be
 * measured (全覆盖, 占比提高). Answers the rule, or undefined for a slogan. A name is what is left of a noun phrase when the words every plan
 * uses are taken away: 五塘南 of 五塘南村卫生室改建, nothing of 加快养老机构改造提升.
 */
export const deliverableIn = (clause: string): string | undefined => {
  if (clause.length < 4 || clause.length > 90 || creed.test(clause)) return undefined
  if (measurable.test(clause)) return 'measurable-direction'
  if (empty.test(clause)) return undefined
  if (!deed.test(clause)) return undefined
  if (document.test(clause)) return 'document'
  if (quoted.test(clause) && !/”(?:[^,]{0,2})(?:战略|思想|理念|方针|要求|政策|精神|问题|、|和)/.test(clause)) return 'quoted-name'
  if (completed.test(clause)) return 'completion'
  if (!thing.test(clause)) return undefined
  return nameIn(clause) ? 'named-thing' : undefined
}

/** What stands for belief, leadership and spirit is a direction, whatever it names. */
const creed = /本(?:实施)?方案|如下|特制定|思想|精神|党的|党委|党组|党建|党章|从严治党|四个|两个(?:维护|确立)|主义|总书记|中央|方针|路线|总基调|总要求|理念|作风|纪律|廉|宗旨|初心|使命|意识形态|政治|主体责任|一岗双责|八项规定|四风|改革开放|战略部署|决策部署|人大|政协|监督|自觉|牢固树立|坚持以|以[^,]{2,20}为(?:指导|引领|统领|主线|抓手|核心|契机|载体|目标|中心|重点|导向)/

/** Endings and beginnings of sentences that promise an effort and no thing. */
const empty =
  /(?:步伐|力度|水平|能力|成效|效率|台阶|机遇|作用|氛围|优势|格局|局面|进展|动力|活力|潜力|后劲|支撑|门路|功夫|面貌|强[镇县市区]|名[镇县城]|新门户”?|高地|排头兵|样板|标杆|窗口|篇章|档次和水平|统一部署|需要|环境)(?:建设)?$|^(?:根据|按照|通过|为[^,]{2,20}(?:基础|保障|准备)|对已|抢抓|贯彻|始终|牢牢|要通过|现将|[^,]{2,14}召开)/

/** 完成…, 建成…, 启动…, 实施…工程: an end one can see, whatever its name. */
const completed =
  /^(?:全面|基本|全力|顺利|如期|按期|力争|确保|争取|全部|抓紧|尽快|加快|继续)*(?:完成|建成|完工|办结|启动|开工(?:建设)?|开通|竣工)(?![^,]{0,3}(?:好|各项|目标任务|全年|年度|上级))[^,]{4,}|^(?:深入|全面|继续|持续|大力|扎实|加快)*实施[^,]{4,}(?:工程|项目|五年行动|三年行动|年行动)$|^(?:全面|基本|坚决|彻底)?消除[^,]{4,}|(?:出台|制定)[^,]{2,20}政策$/

const measurable =
  /(?:实现|达到|保持|做到|确保|力争|推动|完成)[^,]{0,24}(?:全覆盖|清零|零(?:增长|发生|事故|新增|上访|死亡)|动态清零|达标|全(?:部)?(?:通车|贯通|完成|建成|覆盖|销号|整改到位|投用)|100%|倍增|翻番|通车|运营|摘帽|出列)|(?:全覆盖|清零|只增不减|双下降|双提升|与经济增长(?:基本)?同步|同步增长)$|(?:提高|提升|扩大|增加|降低|减少|压降|稳步提高|稳步提升)[^,]{0,18}(?:(?<!效)率|占比|比重|比例|覆盖面|保有量|发案数|发生数)$|(?:(?<!效)率|占比|比重|比例|满意度)(?:不断|稳步|持续|进一步|明显|显著)?(?:提高|提升|上升|下降|降低)$|控制在[^,]{2,16}(?:之内|以内|范围内|目标内)|(?:增速|增长|排名|水平|指数|收入)[^,]{0,10}(?:高于|快于|不低于|保持[^,]{0,6}前列|位居|争先进位|进入前)|保持[^,]{0,12}(?:前列|第一|领先)/

const deed =
  /完成|建成|启动|开工|动工|竣工|完工|投用|交付|出台|制定|编制|发布|设立|成立|组建|筹建|新建|建设|改造|实施|推进|推动|加快|举办|承办|召开|创建|争创|申报|通过|打造|开展|引进|签约|落地|修建|扩建|续建|改建|打通|拆除|整治|治理|修订|规划|筹备|指导|做好|搞好|抓好|恢复|建立|运营|启用|投产|试点|探索|用好|对接|争取|新上|延伸|拓宽|提升|开发|招引|配合|协助|服务|保障|盘活|收储|搬迁|征收|绘制|梳理|上线|开通|谋划|创成|完善|培育|扶持|迎接|做强|擦亮|加大|继续|扩大|办好|融入|发展壮大|支持|投入使用|投产|完毕|检查|开办|使用/

const document = /《[^》]{3,}》|(?:制定|制订|编制|出台|修订|印发|发布|起草|完成)[^,]{0,24}(?:规划|方案|办法|条例|意见|细则|制度|清单|标准|导则|指南|图则|目录|预案|台账|白皮书|名录)(?:编制|制定|修编|报批|审批|评审|修订)?$/

const quoted = /“[^”]{2,16}”[^,]{0,12}(?:工程|项目|行动|计划|品牌|平台|试点|基地|示范|小区|社区|村|镇|园|馆|站|中心|家园|公园|集市|市场|联盟|机制|改革|建设|创建|活动|系统|场景|应用|综合体|学校|医院|带|线|路|圈|评估|先进|称号|节|包)|(?:创建|争创|打造|建设|建成|擦亮|做强|实施|开展|推进|举办)[^,]{0,10}“[^”]{2,16}”/

const thing =
  /(?:路|街|桥|河|江|湖|塘|浦|港|渠|村|社区|小区|公园|广场|学校|小学|中学|幼儿园|医院|卫生院|卫生室|中心|园区|产业园|工业园|科创园|园|基地|工程|项目|场馆|馆|站|厂|水库|大道|高速|公路|铁路|管网|市场|综合体|片区|地块|区块|码头|楼|大厦|别院|书院|院|节|赛|大会|博览会|展会|峰会|运动会|论坛|景区|线|段|隧道|闸|泵站|电站|养老院|敬老院|服务区|城|镇|岛|寺|古道|绿道|步道|驿站|文化礼堂|礼堂|书房|广播站|联盟|街区|机场|大桥|立交|枢纽|示范区|试验区|度假区|合作区|开发区|新区|校区|新校|水厂|物流城|通道|老街|产业|品牌|集团|公司|银行|系统|平台|活动周|艺术节|文化节|大赛)/

/** Whether something is left when the genre's own words are taken away. */
const nameIn = (clause: string): boolean => {
  let rest = clause.replace(/“[^”]*”|\([^)]*\)/g, '、')
  for (const words of commonWords) rest = rest.replace(words, '、')
  return /[一-鿿]{2,}|[A-Z]\d{2,}|[一-鿿]、?\d+(?:号|#)/.test(rest)
}
