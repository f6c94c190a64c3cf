import { commonWords } from './common-word.ts'

/**
 * Whether a clause without a number promises something one can point at: a document, a named project, place or event, or a direction that can be
 * measured (全覆盖, 占比提高). Answers the rule, or undefined for a slogan. A name is what is left of a noun phrase when the words every plan
 * uses are taken away: 五塘南 of 五塘南村卫生室改建, nothing of 加快养老机构改造提升.
 */
export const deliverableIn = (written: string): string | undefined => {
  const clause = written.replace(/^(?:今年|全年|年内|[上下]半年|年底前|\d{1,2}月(?:底|末|份)?前?),?/, '')
  if (clause.length < 4 || clause.length > 200 || creed.test(clause)) return undefined
  if (measurable.test(clause)) return 'measurable-direction'
  if (empty.test(clause)) return undefined
  if (completed.test(clause)) return 'completion'
  if (title.test(clause)) return 'title'
  if (!deed.test(clause) && !achieved.test(clause)) return undefined
  if (document.test(clause)) return 'document'
  if (quoted.test(clause) && !/”(?:[^,]{0,2})(?:战略|思想|理念|方针|要求|政策|精神|问题|、|和)/.test(clause)) return 'quoted-name'
  return nameIn(clause) ? 'named-thing' : undefined
}

/** What stands for belief, leadership and spirit is a direction, whatever it names. */
const creed = /本(?:实施)?方案|如下|特制定|思想|精神|党的|党委|党组|党建|党章|从严治党|四个|两个(?:维护|确立)|主义|总书记|中央(?=精神|决策|部署|关于|经济)|方针|路线|总基调|总要求|理念|作风|纪律|廉|宗旨|初心|使命|意识形态|政治|主体责任|一岗双责|八项规定|四风|改革开放|战略部署|决策部署|人大|政协|监督|自觉|牢固树立|^(?:始终|必须)?坚持|^为(?:了|深入|贯彻|落实|全面)|以[^,]{2,20}为(?:指导|引领|统领|主线|抓手|核心|契机|载体|目标|中心|重点|导向)/

/** Endings and beginnings of sentences that promise an effort and no thing. */
const empty =
  /(?:步伐|力度|水平|能力|成效|效率|台阶|机遇|作用|氛围|优势|格局|局面|进展|动力|活力|潜力|后劲|支撑|门路|功夫|面貌|强[镇县市区]|名[镇县城]|新门户”?|高地|排头兵|样板|标杆|窗口|篇章|集散地|取得突破|渠道|包括|现代城市|森林城|档次和水平|统一部署|需要|环境)(?:建设)?$|^[^“《]*一批[^“《]*$|^(?:围绕|针对|根据|按照|通过|为[^,]{2,20}(?:基础|保障|准备)|对已|抢抓|贯彻|始终|牢牢|要通过|现将|[^,]{2,14}召开)/

/** 完成…, 建成…, 启动…, 实施…工程: an end one can see, whatever its name. */
const completed =
  /^(?:全面|基本|全力|顺利|如期|按期|力争|确保|争取|全部|抓紧|尽快|加快|继续|逐步|高质量|高标准|高效)*(?:完成|建成|完工|办结|启动|启用|开工(?:建设)?|开通|竣工|迁建|扩建|新建)(?![^,]{0,3}(?:好|各项|目标任务|全年|年度|上级))[^,]{4,}|^(?:深入|全面|继续|持续|大力|扎实|加快)*实施[^,]{4,}(?:工程|项目|五年行动|三年行动|年行动)$|^(?:全面|基本|坚决|彻底|动态)?(?:消除|消灭|根治)[^,]{4,}|^(?:全面|彻底|有效)解决[^,]{3,}(?:问题|困难)$|(?:开展|推进)[^,]{2,}试点$|^(?:整合)?(?:成立|组建|设立)[^,]{4,}(?:公司|中心|平台|基地|队伍)$|^(?:继续|进一步)?扩大[^,]{2,8}(?:面积|规模)$|^提高单产|(?:出台|制定|推出)[^,]{2,20}(?:政策|措施|清单)$|(?:搭建|建好)[^,]{4,}(?:平台|中心)$|(?:编制|绘制)[^,]{3,}(?:计划|图谱)$/

/** A title to be won: 争创省级卫生镇. */
const title = /^(?:力争|积极|全力|成功|努力)*(?:争创|创建|创成|争评)(?![^,]{0,4}(?:工作|活动|行动|成果))[^,]{4,}/

const measurable =
  /(?:实现|达到|保持|做到|确保|力争|推动|完成)[^,]{0,24}(?:全覆盖|清零|零(?:增长|发生|事故|新增|上访|死亡)|动态清零|达标|全(?:部)?(?:通车|贯通|完成|建成|覆盖|销号|整改到位|投用)|100%|倍增|翻番|通车|运营|摘帽|出列)|(?:全覆盖|清零|只增不减|双下降|双提升|[与和]经济增长(?:基本)?(?:保持)?同步|同步增长|持续攀升)$|(?:提高|提升|扩大|增加|降低|减少|压降|稳步提高|稳步提升)[^,]{0,18}(?:(?<!效)率|占比|比重|比例|覆盖面|保有量|发案数|发生数)$|(?:(?<!效)率|占比|比重|比例|满意度)(?:不断|稳步|持续|进一步|明显|显著)?(?:提高|提升|上升|下降|降低)$|(?:完成|达到)[^,]{0,8}(?:省|市|国家|上级|下达)[^,]{0,14}(?:任务|目标)$|指标全面完成$|零的突破$|差距[^,]{0,6}缩小$|控制在[^,]{2,16}(?:之内|以内|范围内|目标内)|(?:增速|增长|排名|水平|指数|收入)[^,]{0,10}(?:高于|快于|不低于|保持[^,]{0,6}前列|位居|争先进位|进入前)|保持[^,]{0,12}(?:前列|第一|领先)/

const adverbs = '铁腕|着重|常态化|全面|全力以?赴?|全力|积极|加快|抓紧|尽快|继续|持续|深入|大力|扎实|稳步|有序|逐步|着力|切实|进一步|重点|基本|顺利|如期|按期|力争|确保|争取|努力|计划|谋划|精准|高标准|高质量|高水平|高效|主动|不断|统筹|精心|再|拟|将|要|年内|全年|下半年|配合|协助|服务|保障|做好|抓好|启动'
const deed = new RegExp(
  `^(?:[^,]{0,12}(?:将|要))?(?:${adverbs}|[年月底前初末中上下旬\\d一二三四五六七八九十]|,)*(?:完成|建成|启动|开工|动工|竣工|完工|投用|交付|出台|制定|编制|发布|设立|成立|组建|筹建|新建|建设|改造|实施|推进|推动|加快|举办|承办|召开|创建|争创|申报|通过|打造|开展|引进|引育|签约|落地|修建|扩建|续建|改建|迁建|打通|拆除|整治|治理|修订|规划|筹备|指导|恢复|建立|运营|启用|投产|试点|探索|用好|对接|争取|新上|延伸|拓宽|提升|开发|招引|盘活|收储|搬迁|征收|绘制|梳理|上线|开通|谋划|创成|培育|扶持|迎接|做强|做好|擦亮|加大|扩大|办好|融入|发展壮大|支持|维修|修缮|整合|检查|保障|配合|服务|提速|推行|把|将|对|为)`,
)
const achieved = /(?:完工|投入使用|投用|通车|开工|竣工|落地|投产|运营|交付|贯通|启用|开工建设|建成|验收|结顶|封顶)(?:建设|使用|运营)?$/

const document = /《[^》]{3,}》|(?:制定|制订|编制|出台|修订|印发|发布|起草|完成)[^,]{0,24}(?:规划|方案|办法|条例|意见|细则|制度|清单|标准|导则|指南|图则|目录|预案|台账|白皮书|名录)(?:编制|制定|修编|报批|审批|评审|修订)?$/

const quoted = /“[^”]{2,16}”[^,]{0,12}(?:工程|项目|行动|计划|品牌|平台|试点|基地|示范|小区|社区|村|镇|园|馆|站|中心|家园|公园|集市|市场|联盟|机制|改革|建设|创建|活动|系统|场景|应用|综合体|学校|医院|带|线|路|圈|评估|先进|称号|节|包)|(?:创建|争创|打造|建设|建成|擦亮|做强|实施|开展|推进|举办)[^,]{0,10}“[^”]{2,16}”/

/** Ends of names: of places in one sign, and of undertakings in several. */
const placeEnd = /[路街桥河江湖塘浦港渠村镇岛寺线段园馆站厂院节赛城山闸楼店校区]$/
const undertaking =
  /工程|项目|中心|园区|公园|广场|学校|小学|中学|幼儿园|医院|卫生院|卫生室|社区|小区|大道|公路|铁路|高速|水库|管网|基地|市场|综合体|片区|地块|码头|大厦|书院|大会|博览会|论坛|运动会|嘉年华|景区|隧道|泵站|电站|水厂|养老院|敬老院|服务区|古道|绿道|步道|驿站|礼堂|书房|联盟|机场|大桥|立交|枢纽|示范区|试验区|度假区|合作区|开发区|新区|校区|老街|街区|集团|公司|银行|合作社|农场|牧场|猪场|活动周|艺术节|文化节|大赛|品牌活动|国道|省道|通道|空间|先行区|产业|站|园|馆|厂|路|桥|改造|迁建|扩建|治理/

/** Whether something is left when the genre's own words are taken away, and it names a place or stands before an undertaking. */
const nameIn = (clause: string): boolean => {
  let rest = clause.replace(/“[^”]*”|\([^)]*\)/g, (found) => '、'.repeat(found.length))
  for (const words of commonWords) rest = rest.replace(words, (found) => '、'.repeat(found.length))
  for (const match of rest.matchAll(/[一-鿿A-Z0-9#]{2,}/g)) {
    if (!/[一-鿿]{2}|[A-Z]\d{2}|\d+[号#]/.test(match[0])) continue
    if (match[0].length >= 3 && placeEnd.test(match[0])) return true
    if (undertaking.test(clause.slice(match.index + 1, match.index + match[0].length + 14))) return true
  }
  return false
}
