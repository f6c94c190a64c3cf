import type { PackLine } from '../../core/pack.ts'
import { count, is, oneOf, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { choice, counted, day, events, measured, measuresOf, number, org, register, text, told, up, worded } from './declare.ts'

const line = 'townscape'
const owner = 'czjs'
const measure = measuresOf(line, owner)

/** Building and tidying the town: works, points put in order, land and unlawful buildings. */
export const townscape: PackLine = {
  ledgers: [
    events(line, owner, 'demolition', words('违法建筑拆除台账', 'Unlawful buildings removed'), words('依法拆除的违法建筑，按处登记面积。', 'Unlawful buildings removed, with their area.'), [
      day(), org, text('place', '位置', 'Place', { required: true }),
      choice('kind', '类型', 'Kind', [['house', '住宅', 'dwelling'], ['plant', '厂房', 'plant'], ['shed', '棚房', 'shed'], ['other', '其他', 'other']]),
      measured('area', '面积', 'Area', '平方米', 2, { required: true }),
    ], { columns: ['day', 'org', 'place', 'kind', 'area'], villageEntry: true }),
    events(line, owner, 'small-works', words('点位整治与小型设施台账', 'Points and small works'), words('整治完成的点位和建成的小型设施，一处一条，护栏另记长度。', 'Points put in order and small works completed, one row each; guardrails with their length.'), [
      day('完成日期', 'Completed'), org,
      choice('kind', '类别', 'Kind', [
        ['corridor-point', '高速两侧问题点位', 'point beside the expressway'], ['traffic-point', '非灯控路段隐患点位', 'hazard point on an unsignalled road'], ['guardrail', '临水护栏', 'waterside guardrail'],
        ['outlet', '雨污混排口改造', 'mixed outlet made smart'], ['pump-station', '泵站新建', 'pump station built'], ['sorting-road', '精准投放道路', 'precise drop-off road'], ['public-advert', '公益广告', 'public-service advert'],
      ]),
      text('place', '位置', 'Place', { required: true }),
      number('length', '长度', 'Length', '米'),
      text('builder', '实施单位', 'Carried out by'),
    ], { columns: ['day', 'org', 'kind', 'place', 'length'], villageEntry: true }),
    register(line, owner, 'work-item', words('项目分项台账', 'Sub-works of projects'), words('项目的计划分项和验收分项；进度由两者相除得出。', 'Planned and accepted sub-works of projects; progress is one over the other.'), [
      org,
      choice('project', '项目', 'Project', [['market', '农贸市场省放心市场续创', 'renewal of the reassuring market'], ['resettlement', '五塘南安置区块附属工程', 'Wutangnan resettlement ancillary works']]),
      text('item', '分项', 'Sub-work', { required: true }),
      choice('state', '环节', 'State', [['planned', '计划', 'planned'], ['accepted', '验收', 'accepted']]),
      measured('weight', '分值', 'Weight', '分', 1, { required: true }),
    ], { columns: ['project', 'item', 'state', 'weight', 'org'] }),
  ],
  measures: [
    measure('townscape-projects', words('景观、立面、绿化项目', 'Landscape, facade and greening projects'), counted('个'), count('project', oneOf('sector', 'landscape', 'facade', 'greening')), words('当期启动实施的三类项目。', 'Projects of the three kinds started in the period.'), up),
    measure('approved-unsupplied-land', words('消化批而未供土地', 'Approved but unsupplied land used up'), told('亩', '', 2), sum('land-use', 'area', is('kind', 'unsupplied')), words('当期完成供地的批而未供地块面积。', 'Area of such parcels supplied in the period.'), up),
    measure('supplied-unused-land', words('消化供而未用土地', 'Supplied but unused land used up'), told('亩', '', 2), sum('land-use', 'area', is('kind', 'unused')), words('当期开工或收回的供而未用地块面积。', 'Area of such parcels built on or taken back in the period.'), up),
    measure('illegal-building-demolished', words('拆除违法建筑', 'Unlawful building removed'), told('平方米', '万', 2), sum('demolition', 'area'), words('当期拆除的建筑面积，以现场丈量为准。', 'Floor area removed in the period, as measured on site.'), up),
    measure('highway-points', words('高速两侧问题点位整治', 'Expressway-side points put in order'), worded('个', '余', '10'), count('small-works', is('kind', 'corridor-point')), words('当期整治完成的点位，发现未改的不计。', 'Points put in order in the period; found but open ones are not counted.'), up),
  ],
}
