import type { PackLine } from '../../core/pack.ts'
import { all, atLeast, count, is, oneOf, reported, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { choice, counted, day, events, flag, measured, measuresOf, org, register, text, told, up, yuan } from './declare.ts'

const line = 'industry'
const owner = 'jjfz'
const measure = measuresOf(line, owner)

/** Output, investment, projects, land brought back into use, and the ladder firms climb. */
export const industry: PackLine = {
  ledgers: [
    events(line, owner, 'investment', words('投资与引资月报', 'Investment returns'), words('在建项目每月完成的固定资产投资，以及到位的内资。', 'Fixed-asset investment completed by projects each month, and domestic capital that arrived.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['fixed-asset', '固定资产投资', 'fixed-asset investment'], ['capital', '内资到位', 'domestic capital']]),
      choice('sector', '行业', 'Sector', [['manufacturing', '制造业', 'manufacturing'], ['infrastructure', '基础设施', 'infrastructure'], ['property', '房地产', 'property'], ['energy', '节能环保', 'energy saving and environment'], ['other', '其他', 'other']]),
      text('project', '项目', 'Project', { required: true, finds: 'project', filledBy: 'project.name' }),
      text('investor', '投资单位', 'Investor'),
      yuan('amount', '金额', 'Amount', { required: true }),
    ], { columns: ['day', 'org', 'kind', 'sector', 'project', 'amount'] }),
    register(line, owner, 'project', words('项目名册', 'Projects'), words('在库的产业与基建项目，以及镇里实施的景观、立面、绿化项目。', 'Industrial and infrastructure projects in the library, and landscape, facade and greening works of the town.'), [
      org, text('name', '项目名称', 'Project', { required: true }),
      choice('sector', '类别', 'Sector', [['manufacturing', '制造业', 'manufacturing'], ['infrastructure', '基础设施', 'infrastructure'], ['energy', '节能环保', 'energy saving and environment'], ['landscape', '景观节点', 'landscape'], ['facade', '立面改造', 'facade'], ['greening', '绿化提升', 'greening']]),
      flag('in_library', '在库', 'In the library'),
      yuan('total_investment', '总投资', 'Total investment', { required: true }),
      text('builder', '建设单位', 'Builder'),
    ], { columns: ['name', 'org', 'sector', 'in_library', 'total_investment'] }),
    events(line, owner, 'land-use', words('土地盘活消化台账', 'Land put to use'), words('低效用地盘活、批而未供和供而未用土地消化，按地块登记。', 'Low-efficiency land revived, approved-but-unsupplied and supplied-but-unused land used up, parcel by parcel.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['revived', '低效用地盘活', 'low-efficiency land revived'], ['unsupplied', '批而未供消化', 'approved but unsupplied'], ['unused', '供而未用消化', 'supplied but unused']]),
      text('parcel', '地块', 'Parcel', { required: true }),
      measured('area', '面积', 'Area', '亩', 2, { required: true }),
      text('use', '用途', 'Use'),
    ], { columns: ['day', 'org', 'kind', 'parcel', 'area'] }),
    events(line, owner, 'firm-rectification', words('企业整治台账', 'Firms put in order'), words('高耗低效、散乱污、落后产能和再生资源行业的整治，一家一条。', 'High-consumption, scattered-polluting, outdated and recycling firms put in order, one row per firm.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['low-output', '高耗低效', 'high consumption, low output'], ['scattered', '散乱污', 'scattered and polluting'], ['outdated', '落后产能设备', 'outdated capacity'], ['recycling', '再生资源', 'recycling']]),
      text('firm', '企业', 'Firm', { required: true, finds: 'firm-ladder', filledBy: 'firm.firm' }),
      choice('measure', '措施', 'Action', [['upgraded', '整治提升', 'upgraded'], ['merged', '整合入园', 'moved into a park'], ['retired', '淘汰关停', 'retired']]),
    ], { columns: ['day', 'org', 'kind', 'firm', 'measure'] }),
    register(line, owner, 'firm-ladder', words('企业培育名册', 'Firm ladder'), words('企业获得的称号、建成的数字车间、申报的人才项目，以及进限和拟进限单位。', 'Titles firms hold, digital workshops, talent projects filed, and firms entered or about to enter above-limit statistics.'), [
      org, text('firm', '企业', 'Firm', { required: true }), text('code', '统一社会信用代码', 'Credit code', { format: 'credit-code' }),
      choice('kind', '类别', 'Kind', [
        ['little-giant', '国家级专精特新“小巨人”', 'national little giant'], ['specialised', '宁波市专精特新中小企业', 'Ningbo specialised and new SME'], ['innovative', '宁波市创新型中小企业', 'Ningbo innovative SME'],
        ['digital-workshop', '数字车间', 'digital workshop'], ['talent-project', '人才项目申报', 'talent project filed'], ['limit-entry', '进限', 'entered above-limit statistics'], ['limit-candidate', '拟进限', 'candidate for entry'],
      ]),
      choice('level', '级别', 'Level', [['county', '慈溪级', 'Cixi'], ['city', '宁波级', 'Ningbo'], ['province', '省级', 'provincial'], ['nation', '国家级', 'national']], { required: false }),
      choice('trade', '行业', 'Trade', [['industry', '工业', 'industry'], ['wholesale', '批发', 'wholesale'], ['retail', '零售', 'retail'], ['catering', '餐饮', 'catering']]),
      text('document', '文号', 'Document'),
    ], { columns: ['firm', 'org', 'kind', 'level', 'trade'] }),
  ],
  measures: [
    measure('gdp-h1', words('地区生产总值', 'Gross domestic product'), told('元', '亿', 2), reported('year-to-date'), words('市统计局核算后反馈的数，增速按不变价，镇里不计算。', 'As accounted and returned by the city statistics bureau; growth at constant prices; not computed by the town.'), up),
    measure('industrial-output-h1', words('规上工业产值', 'Output of above-scale industry'), told('元', '亿', 2), reported('year-to-date'), words('联网直报企业产值合计，增速按同一批企业可比。', 'Output of directly reporting firms; growth compares the same firms.'), up),
    measure('export-h1', words('外贸自营出口额', 'Self-operated exports'), told('元', '亿', 2), reported('year-to-date'), words('以人民币计的自营出口；海关数据公布前为预计数。', 'Own-account exports in yuan; an estimate until customs publish.'), up),
    measure('fai-h1', words('全社会固定资产投资', 'Fixed-asset investment'), told('元', '亿', 2), sum('investment', 'amount', is('kind', 'fixed-asset')), words('在库项目每月完成额之和，只计固定资产投资。', 'Monthly completion of the projects in the library, fixed assets only.'), up),
    measure('fai-manufacturing-h1', words('制造业投资', 'Manufacturing investment'), told('元', '亿', 2), sum('investment', 'amount', all(is('kind', 'fixed-asset'), is('sector', 'manufacturing'))), words('固定资产投资中制造业项目的部分。', 'The manufacturing part of fixed-asset investment.'), up),
    measure('domestic-capital-h1', words('引进内资', 'Domestic capital brought in'), told('元', '万', 2), sum('investment', 'amount', is('kind', 'capital')), words('当期到位的内资，签约未到位的不计。', 'Capital that arrived in the period; signed but unpaid is not counted.'), up),
    measure('projects-on-file', words('在库项目', 'Projects in the library'), counted('个'), stock('project', is('in_library', true)), words('期末仍在库的制造业、基建、节能环保等项目。', 'Projects still in the library at the end of the period.'), up),
    measure('projects-over-100m', words('亿元以上在库项目', 'Projects of 100 million yuan and more'), counted('个'), stock('project', all(is('in_library', true), atLeast('total_investment', '100000000'))), words('期末在库且总投资一亿元及以上的项目。', 'Projects in the library with a total investment of at least 100 million yuan.'), up),
    measure('low-eff-land-revived', words('盘活低效用地', 'Low-efficiency land revived'), told('亩', '', 2), sum('land-use', 'area', is('kind', 'revived')), words('当期完成盘活的地块面积，同一地块不重复计。', 'Area of parcels revived in the period, each once.'), up),
    measure('sanluanwu-rectified', words('整治提升高耗低效、“散乱污”企业', 'High-consumption and scattered-polluting firms put in order'), counted('家'), count('firm-rectification', oneOf('kind', 'low-output', 'scattered')), words('当期完成整治的两类企业，一家一条。', 'Firms of the two kinds put in order in the period, one row each.'), up),
    measure('outdated-capacity-firms', words('淘汰落后产能设备企业', 'Firms whose outdated capacity was retired'), counted('家'), count('firm-rectification', is('kind', 'outdated')), words('当期淘汰落后产能或设备的企业。', 'Firms whose outdated capacity or equipment was retired in the period.')),
    measure('little-giants-new', words('新增国家级专精特新“小巨人”', 'New national little giants'), counted('家'), count('firm-ladder', is('kind', 'little-giant')), words('当期新认定的企业，有效期内复核不再计。', 'Firms newly recognised in the period; renewals are not counted.'), up),
    measure('ningbo-specialised-new', words('新增宁波市专精特新中小企业', 'New Ningbo specialised and new SMEs'), counted('家'), count('firm-ladder', is('kind', 'specialised')), words('当期新认定的企业，以认定文件日期为准。', 'Firms newly recognised, by the date of the document.'), up),
    measure('ningbo-innovative-new', words('新增宁波市创新型中小企业', 'New Ningbo innovative SMEs'), counted('家'), count('firm-ladder', is('kind', 'innovative')), words('当期新认定的企业，以认定文件日期为准。', 'Firms newly recognised, by the date of the document.'), up),
    measure('talent-projects-filed', words('申报宁波级以上人才项目', 'Talent projects filed at Ningbo level or above'), counted('个'), count('firm-ladder', all(is('kind', 'talent-project'), oneOf('level', 'city', 'province', 'nation'))), words('当期提交申报的项目，不论是否入选。', 'Projects filed in the period, whether chosen or not.'), up),
    measure('digital-workshop-new', words('新增数字车间', 'New digital workshops'), counted('个'), count('firm-ladder', is('kind', 'digital-workshop')), words('当期通过认定的数字车间。', 'Digital workshops recognised in the period.'), up),
  ],
}
