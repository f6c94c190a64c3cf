import type { Quantity } from './quantity.ts'

/** Why a number with a unit states no fact of its own. */
export type NotFigure = 'in-a-name' | 'in-a-title' | 'ordinal' | 'class-threshold' | 'age-class' | 'duration' | 'announces-a-list' | 'set-phrase' | 'distributive' | 'rank' | 'code'

/** Which numbers are part of a name, a class, a rank or an announcement, and not a fact about the place. */
export const notFigure = (plain: string, it: Quantity, names: Int32Array): NotFigure | undefined => {
  const inside = names[it.at] ?? 0
  if (inside !== 0) return inside === 1 ? 'in-a-name' : 'in-a-title'
  const before = plain.slice(Math.max(0, it.at - 8), it.at)
  const after = plain.slice(it.end, it.end + 12)
  const wide = plain.slice(it.to, it.to + 12)
  if (it.kind === 'percent') return rankShare(before, wide) ? 'rank' : undefined
  if (/[（(]?(?:编号|文号|证号|电话|热线|邮编)[:：]?$/.test(before)) return 'code'
  if (/(?:前|列第|居第|第|排名第?|位列|位居|名列)$/.test(before) && /^(?:名|位|位次|强|个|家)?$/.test(it.unit)) return 'rank'
  if (/^(?:位次|名次)/.test(after)) return 'rank'
  if (isThreshold(plain, it, before, wide)) return 'class-threshold'
  if (/^周?岁$/.test(it.unit) && !/(?:寿命|年龄|平均|均龄)[^,。;]{0,6}$/.test(before)) return 'age-class'
  if (isDuration(it, before, wide)) return 'duration'
  if (it.unit === '期' && ordinalStage(it, before, after)) return 'ordinal'
  if (it.script === 'chinese') return chineseWord(plain, it, before, after)
  if (/^(?:个|项|大|方面|类|种|件)$/.test(it.unit) && announced.test(after)) return 'announces-a-list'
  if (it.value === '1' && distributive.test(after) && /[每一1][村户人镇家个]?$/.test(before)) return 'distributive'
  return undefined
}

/** Marks of what stands in quotation marks (1) and in title marks (2), sign by sign; a quotation longer than a name is running text. */
export const namesIn = (plain: string): Int32Array => {
  const marks = new Int32Array(plain.length)
  for (const [open, close, mark, longest] of [['“', '”', 1, 24], ['"', '"', 1, 24], ['‘', '’', 1, 24], ['《', '》', 2, 60]] as const) {
    for (let at = plain.indexOf(open); at !== -1; ) {
      const inner = plain.slice(at + 1, at + 2 + longest)
      const end = inner.indexOf(close)
      const named = end !== -1 && !/[。\n]/.test(inner.slice(0, end))
      if (named) marks.fill(mark, at + 1 + (open === close ? -1 : inner.slice(0, end).lastIndexOf(open)), at + 2 + end)
      at = plain.indexOf(open, named ? at + 2 + end : at + 1)
    }
  }
  return marks
}

const announced = /^(?:方面|大事|(?:为民|民生)?实事|大(?!型|中)|层面|环节|阶段|步骤|原则)/

/** 亿元以上项目, 500万元以上企业, 80岁以上老人, 100亩以上、50亩以上的大户: the name of a class of things. */
const isThreshold = (plain: string, it: Quantity, before: string, wide: string): boolean => {
  if (it.bound === 'range') return /元$/.test(it.unit) && /^(?:的)?(?:规模)?(?:的)?(?:规模)?(?:以上)?(?:项目|企业)/.test(wide)
  if (it.bound !== 'at_least' && it.bound !== 'at_most') return false
  if (!/(?:以上|以下|以内|内)\)?$/.test(plain.slice(it.end, it.to))) return false
  if (ofClass.test(wide)) return true
  const list = /^(?:[、和及或][^,。;、和及或]{1,12}(?:以上|以下|以内)){1,5}(.{1,12})/.exec(plain.slice(it.to, it.to + 60))
  if (list !== null && ofClass.test(list[1] ?? '')) return true
  return /(?:投资|产值|营收|收入|税收|面积|规模|注册资本|纳税|销售|亩均)$/.test(before) && /^(?:的|工业|农业|项目|企业|大)/.test(wide)
}

const ofClass =
  /^(?:的|规模|大型|中小|小微|工业|重点|重大|产业|新建|在建|投资|高层|老年|困难|独居|农业|现代|种植|养殖|服务业|制造业|龙头|商贸|外资|内资|签约|省|市|县|国家|专业|贫困|未成年|户籍|常住|失能|高龄|特困|种粮|种养|经营|固定资产|非规模|非|规上|限上|木质|燃煤|燃散煤|居住)*(?:项目|企业|工程|老人|老年人|人群|人员|人口|大户|家庭|农户|单位|住宅|建筑|场所|锅炉|车辆|船舶|渔船|水域|河道|医院|商场|市场|设施|奖励|奖项|荣誉|称号|案件|合同|产品|基地|园区|道路|桥梁|公司|商品|学校|重点|儿童|居民|群众|女性|男性|妇女|规模|房屋|用户|种植户|养殖户)/

/** Terms and hours of service are rules, not facts: 3个工作日内, 24小时值守, 百日攻坚. */
const isDuration = (it: Quantity, before: string, wide: string): boolean => {
  if (!/^(?:个月|个小时|小时|分钟|天|个工作日|工作日)$/.test(it.unit)) return false
  if (it.bound === 'at_most' && !/(?:缩短|压缩|减少|降)[^,。;]{0,4}$/.test(before)) return true
  if (/^(?:小时|分钟|个小时)$/.test(it.unit)) return !/(?:缩短|压缩|减少|节约|节省|累计|共计|总计|时长|学时|服务|志愿)[^,。;]{0,5}$/.test(before)
  return /^(?:内|行动|攻坚|专项|大干|会战|活动|无|前|后|一)/.test(wide) || /(?:连续|第|大干|奋战|近)$/.test(before)
}

/** 一期, 二期工程: which stage; 培训班12期: how many. */
const ordinalStage = (it: Quantity, before: string, after: string): boolean => {
  if (it.script === 'chinese') return true
  return /[(（]$/.test(before) || /^(?:工程|项目|建设|标准|厂房|地块|\)|）)/.test(after) || !/(?:班|讲座|培训|活动|课程|栏目|简报|专栏|报道|信息|举办|开展|开办|刊发|编发|发布|直播|节目)[^,。;]{0,6}$/.test(before)
}

const rankShare = (before: string, wide: string): boolean => /前$/.test(before) || /^(?:的)?位置/.test(wide)

const distributive = /^(?:人|户|村|镇|策|档|码|表|册|品|警|格|员|编|条|证|站|室|厅|园)/

/** What a Chinese numeral and a unit are beside a count: a set phrase, an announcement, "a". */
const chineseWord = (plain: string, it: Quantity, before: string, after: string): NotFigure | undefined => {
  const numeral = plain.slice(it.at, it.end)
  if (it.kind === 'points' || it.kind === 'times' || it.rule !== 'number') return undefined
  if (/[第每逐专统唯万单同]$/.test(before) && numeral.startsWith('一')) return 'set-phrase'
  if (/(?:第|十[二三四五]个?|初|星期|礼拜)$/.test(before)) return 'ordinal'
  if (/[“‘"]$/.test(before)) return 'in-a-name'
  if (/届$/.test(before) || /^(?:全会|全体会议|会议|代表大会)/.test(after) || /^(?:、[一二三四五六七八九十]+次)?全会/.test(after)) return 'ordinal'
  if (/^[“”‘’《「"（(:]/.test(after)) return 'announces-a-list'
  if (it.unit === '次' && /^[二三]/.test(numeral) && !/^(?:[,。;、]|$)/.test(after)) return 'set-phrase'
  if (/^[至到区县市镇村路街桥乡湾]/.test(after) && numeral.length === 2) return 'set-phrase'
  if (set.test(plain.slice(it.at, it.at + 8))) return 'set-phrase'
  if (/[零〇]/.test(numeral) && it.value.length < 2) return 'set-phrase'
  if (/^[十百千万]$/.test(numeral.slice(0, -it.unit.length)) && it.bound !== 'over') return 'set-phrase'
  if (/^(?:个|项|种|类|件|条|大|名|位)$/.test(it.unit) && announcedNoun.test(after)) return 'announces-a-list'
  if (it.value === '1') return isOne(before, after, it) ? undefined : 'set-phrase'
  return undefined
}

const announcedNoun =
  /^(?:方面|大|层面|环节|阶段|步骤|原则|重点|要点|抓手|统筹|确保|坚持|注重|突出|一律|聚焦|文明|代表|自信|意识|维护|全面|革命|务必|建设|结合|转变|提升|提高|目标|任务|工作|机制|制度|措施|举措|理念|内容|职能|问题清单|清单|行动|攻坚|战役|一批|百|千|万|先行|高地|高|新|不|没有|到位|轮子|轮驱动|平台|体系|关键|主题|主线|优势|短板|示范|率先|必须|带头|打造|加快|环境|能力|能级|片区|板块|区域|轴|核|中心|篇章|文章|关|系列|面|方向|渠道|维度|依托|创新|强化|严禁|不放过|专项|强制|统一|同步|规定|条例|底线|红线|主线|战线|腿|大事|实事)/

const set =
  /^(?:一个(?:都|不|多|少|个|平台|机制|体系|中心(?!$))|一次性|一种|一位|一名|一批|一项|一些|一起|一处|一人(?:多|一)|一名|一家人|一类|一份|一条(?:龙|心|线|条)|一把手|一张(?:网|图|蓝图|纸|表|清单)|一支部|一本(?:账|通)|一户(?:一|多)|一村|一件事|一块|一套(?:班子|人马|系统)?(?=[^,。;])|一座|两个(?:先行|维护|确立|毫不|一|健康|结合|文明|百年)|两项|两种|三个(?:一|年|代表)|三次|四个(?:自信|意识|全面|伟大|不摘|百)|四套班子|五位一体|五个一|六个(?:一|年))/

/** 一 counts where it closes a clause behind what it counts (泵站一座) or follows a verb of making (新建一座泵站). */
const isOne = (before: string, after: string, it: Quantity): boolean => {
  if (!/^(?:座|家|所|条|处|栋|幢|艘|个|台|项|次|场|支|起|例|套|名|位|辆)$/.test(it.unit)) return false
  if (/^(?:[,。;、)）]|$)/.test(after)) return /[一-鿿]$/.test(before) && !/(?:第|唯|统|逐|之|同|这|那|某|每|的|有|是|为|成|了)$/.test(before)
  return /(?:新建|建成|新增|建设|完成|引进|改建|扩建|落成|创建|成立|建立|开设|兴建|修建|新上|打造|设立|增补|配置|培育|组建)了?$/.test(before) && /^(?:座|家|所|条|处|栋|幢|艘|台|个|支|套)$/.test(it.unit)
}
