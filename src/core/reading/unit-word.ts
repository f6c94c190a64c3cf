/**
 * The units of measure official texts print, the longest first. A *firm* unit also makes a quantity of a Chinese numeral before it (三座泵站);
 * the others need Arabic digits, because 一面, 一道, 三级 and their like are words.
 */
export type UnitWord = { readonly text: string; readonly firm: boolean }

/** The unit that begins at a place, undefined where none does. */
export const unitAt = (plain: string, from: number): UnitWord | undefined => {
  for (const unit of byFirst.get(plain[from] ?? '') ?? []) {
    if (plain.startsWith(unit.text, from) && !(not.get(unit.text)?.includes(plain[from + unit.text.length] ?? '#') ?? false)) return withRate(plain, from, unit)
  }
  return undefined
}

/** 元/亩, 微克/立方米: a unit over another. */
const withRate = (plain: string, from: number, unit: UnitWord): UnitWord => {
  const slash = from + unit.text.length
  if (plain[slash] !== '/') return unit
  const below = (byFirst.get(plain[slash + 1] ?? '') ?? []).find((each) => plain.startsWith(each.text, slash + 1)) ?? time.find((each) => plain.startsWith(each.text, slash + 1))
  return below === undefined ? unit : { text: `${unit.text}/${below.text}`, firm: unit.firm }
}

const firm =
  '元 美元 欧元 港元 港币 日元 人民币 块钱 亩 公顷 平方米 平方公里 平方千米 平米 立方米 立方 公里 千米 华里 米 延米 延长米 厘米 毫米 吨 公斤 千克 斤 担 千瓦时 千瓦 兆瓦 度电 千伏安 吨标准煤 吨标煤 ' +
  '人 人次 名 位 户 户次 家 家次 个 件 件次 起 处 处次 例 条 项 项次 宗 艘 场 场次 次 批 批次 份 辆 辆次 头 只 羽 台 台次 台套 套 株 棵 盏 间 栋 幢 所 座 支 册 篇 块 张 幅 款 口 眼 枚 匹 尾 趟 架次 ' +
  '席 床 张床位 课时 学时 倍 个百分点 百分点 个村 个村庄 农户 车次 艘次 人份 人日 工日 标箱 箱 期 班次 类 种 户家庭 天 宗地 副 帧 道 笔 村民小组 个村民小组'
const loose =
  '㎡ ㎜ ㎞ m² m2 平方 km² km 公里/小时 方 升 毫升 克 微克 毫克 μg ug mg m³ m3 kg t kW kWh MW 度 分 村 镇 乡 社区 街道 县 市 省 国 小时 分钟 个工作日 工作日 孔 轮 穴 组 面 把 部 本 门 双 对 片 段 节 站 根 道 车 架 杆 袋 瓶 盒 桶 丛 ' +
  '岁 周岁 个月 个多月 个点 个小时 % ‰ 班 网格 桩 船 ℃ 摄氏度 分贝 卷 单 盘 台班 航次 航班 泊位 车位'

const listOf = (words: string, isFirm: boolean): readonly UnitWord[] => words.split(' ').filter((word) => word !== '').map((text) => ({ text, firm: isFirm }))
const time = listOf('年 月 日 天 小时 时 秒 分 人 户 家 标立方米', true)

const byFirst: ReadonlyMap<string, readonly UnitWord[]> = (() => {
  const found = new Map<string, UnitWord[]>()
  for (const unit of [...listOf(firm, true), ...listOf(loose, false)].sort((a, b) => b.text.length - a.text.length)) {
    const first = unit.text[0] ?? ''
    const list = found.get(first) ?? []
    if (!list.some((each) => each.text === unit.text)) list.push(unit)
    found.set(first, list)
  }
  return found
})()

/** Signs behind a unit word that make another word of it: 人民, 个性, 条例, 分之, 家庭. */
const not: ReadonlyMap<string, string> = new Map([
  ['人', '制民大社口均员力居事行防工文武物生体为才心'],
  ['名', '列牌称义誉特优录为次'],
  ['位', '居列于置次一'],
  ['家', '庭园乡族长畜禽政'],
  ['个', '性别人体案私'],
  ['个村', '民庄级集组'],
  ['条', '例款件约块线'],
  ['次', '产序要生级会'],
  ['批', '准复而发示评'],
  ['份', '额内'],
  ['类', '别型似'],
  ['种', '植粮养子业'],
  ['分', '之别为布析类工级局解管区散支期担钟流配享'],
  ['方', '面位向案便式法针'],
  ['期', '间末初货待刊满'],
  ['天', '然津气际上宫'],
  ['口', '岸径号头碑'],
  ['所', '有在以属得长谓'],
  ['支', '持出付部书撑委援部柱行农'],
  ['套', '餐路种'],
  ['间', '接隔谍'],
  ['件', '套'],
  ['起', '来步到草诉点源码底'],
  ['处', '理置罚于分长级'],
  ['例', '会行外如子'],
  ['场', '地所馆景镇'],
  ['头', '部等号雁条'],
  ['台', '州湾账风阶'],
  ['席', '位卷'],
  ['床', '位'],
  ['面', '积向对临貌'],
  ['部', '分门队委署长'],
  ['本', '地土年级月科轮次质来'],
  ['组', '织建团成长'],
  ['市', '场民政级委值'],
  ['县', '级委域政'],
  ['省', '级委政直'],
  ['镇', '级街政党区域'],
  ['村', '级民集委干务庄'],
  ['国', '家道内际企有'],
  ['社区', '工'],
  ['乡', '村镇贤'],
  ['片', '区'],
  ['段', '落时'],
  ['站', '点'],
  ['车', '间辆道位库'],
  ['节', '约能水点'],
  ['单', '位元'],
  ['度', '假'],
  ['米', '级'],
  ['副', '主书镇'],
])
