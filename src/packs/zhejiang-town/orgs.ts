import type { Org } from '../../core/access/org-tree.ts'
import type { Day } from '../../core/time/day.ts'
import { day } from '../../core/time/day.ts'

/**
 * The town, its offices as Zhejiang towns usually have them, its villages and a few grids. The town's code is
 * its division code; the codes of the villages below it are demonstration codes, because the official ones were
 * not at hand: 001 marks a residents' committee, 201 and on villagers' committees, as the coding rule has it.
 */
export const town = '330282112'

const beginning: Day = day('2010-01-01')

const org = (code: string, zh: string, en: string, kind: Org['kind'], parent: string | null = town): Org => ({ code, zh, en, kind, parent, successor: null, from: beginning, to: null })

const offices = [
  org('dzb', '党政综合办公室', 'Party and Government Office', 'office'),
  org('djb', '党建工作办公室', 'Party-building and Culture Office', 'office'),
  org('jjfz', '经济发展办公室', 'Economic Development Office', 'office'),
  org('nync', '农业农村办公室', 'Agriculture and Villages Office', 'office'),
  org('czjs', '村镇建设办公室', 'Town-building Office', 'office'),
  org('sthj', '生态环保工作站', 'Environment Station', 'office'),
  org('shsw', '社会事务办公室', 'Social Affairs Office', 'office'),
  org('pafz', '平安法治办公室', 'Public Order and Law Office', 'office'),
  org('zhzf', '综合行政执法队', 'Administrative Enforcement Team', 'office'),
  org('yjxf', '应急消防管理站', 'Emergency and Fire Station', 'office'),
  org('czgl', '财政管理办公室', 'Finance Office', 'office'),
  org('bmfw', '便民服务中心', 'Public Service Centre', 'office'),
  org('zhxx', '综合信息指挥室', 'Information and Command Room', 'office'),
  org('tyjr', '退役军人服务站', 'Veterans Service Station', 'office'),
  org('zrd', '镇人大主席团', "Presidium of the Town People's Congress", 'office'),
  org('jjjc', '纪检监察办公室', 'Discipline Inspection Office', 'office'),
]

const community = org(`${town}001`, '新浦街社区', 'Xinpujie Community', 'village')

const villageNames: readonly (readonly [zh: string, en: string])[] = [
  ['上舍村', 'Shangshe Village'], ['下洋浦村', 'Xiayangpu Village'], ['五塘南村', 'Wutangnan Village'], ['六甲村', 'Liujia Village'],
  ['六塘南村', 'Liutangnan Village'], ['双庆浦村', 'Shuangqingpu Village'], ['水湘村', 'Shuixiang Village'], ['西街村', 'Xijie Village'],
  ['老浦村', 'Laopu Village'], ['余家路村', 'Yujialu Village'], ['洋龙村', 'Yanglong Village'], ['荣誉村', 'Rongyu Village'],
  ['高桥村', 'Gaoqiao Village'], ['浦沿村', 'Puyan Village'], ['腰塘村', 'Yaotang Village'], ['新闸村', 'Xinzha Village'], ['黎明村', 'Liming Village'],
]

const villages = villageNames.map(([zh, en], index) => org(`${town}${201 + index}`, zh, en, 'village'))

const gridsOf = (village: string, zh: string, en: string, count: number): Org[] =>
  Array.from({ length: count }, (_, index) => org(`${village}00${index + 1}`, `${zh}第${'一二三'[index]}网格`, `${en}, grid ${index + 1}`, 'grid', village))

export const wutangnan = `${town}203`
export const laopu = `${town}209`

export const grids = [...gridsOf(wutangnan, '五塘南村', 'Wutangnan Village', 3), ...gridsOf(laopu, '老浦村', 'Laopu Village', 2)]

/** Codes of the community and the seventeen villages. */
export const villageCodes: readonly string[] = [community, ...villages].map((each) => each.code)

export const orgs: readonly Org[] = [org(town, '新浦镇', 'Xinpu Town', 'town', null), ...offices, community, ...villages, ...grids]
