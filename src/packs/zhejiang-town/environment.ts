import type { Reportable } from '../../core/matter/procedure.ts'
import type { PackLine } from '../../core/pack.ts'
import { all, cohort, count, distinct, is, ratio, reported } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, down, events, measuresOf, note, org, part, percent, photos, text, told, up } from './declare.ts'
import { inspectorsProblem } from './procedures/inspectors-problem.ts'
import { matters } from './procedures/plan.ts'
import { riverProblem } from './procedures/river-problem.ts'

const line = 'environment'
const owner = 'sthj'
const measure = measuresOf(line, owner)

/** A village reports what it finds at the water from where it stands. */
const reportable: Reportable = { title: words('河道问题', 'River problem'), roles: ['village'], line: 'place', kind: 'kind', position: 'position', photos: 'photos', set: { source: 'village-chief' } }

/** Air, water outlets, waste and the environmental care of firms. */
export const environment: PackLine = {
  ledgers: [
    events(line, owner, 'eco-firm', words('企业环保台账', 'Environmental care of firms'), words('固废危废协议、环保管家入企和问题整改，逐条登记。', 'Waste agreements, steward visits and problems corrected.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['solid-waste', '一般固废处置协议', 'solid-waste agreement'], ['hazardous-waste', '危废转运协议', 'hazardous-waste agreement'], ['visit', '环保管家入企', 'steward visit'], ['corrected', '问题整改完成', 'problem corrected']]),
      text('firm', '企业', 'Firm', { required: true, finds: 'firm-ladder', filledBy: 'firm.firm' }),
      note('result', '情况', 'Outcome'),
    ], { columns: ['day', 'org', 'kind', 'firm', 'result'] }),
    matters(line, owner, 'inspection-problem', words('问题清单台账', 'Problems found by inspectors'), words('督察、审计、巡察等反馈的问题，一个问题一条，从交办、方案、整改到验收销号。', 'Problems found by inspectors, auditors and others, one row each, from assigning through the plan and the mending to striking off.'), [
      day('反馈日期', 'Told on'), org, text('problem', '问题', 'Problem', { required: true, maxLength: 400 }),
    ], inspectorsProblem, { columns: ['day', 'problem', 'org', 'list', 'level', 'state', 'holder', 'due', 'closed'] }),
    matters(line, owner, 'river-problem', words('河道问题台账', 'River problems'), words('巡河和群众反映的河道问题，一处一条，从发现、上报、整改到核查销号，处理结果反馈报告人。', 'Problems found on river patrols or told by residents, one row each, from finding to striking off; who reported it is answered.'), [
      day('发现日期', 'Found'), org, choice('source', '发现途径', 'Found by', [['village-chief', '村级河长巡河', 'village river chief'], ['town-chief', '镇级河长巡河', 'town river chief'], ['resident', '群众反映', 'resident'], ['superior', '上级交办', 'higher level']], { required: false }),
      text('place', '河段或位置', 'Reach or place', { required: true, maxLength: 120 }), photos(), text('position', '经纬度', 'Position', { maxLength: 60 }),
    ], { ...riverProblem, procedure: { ...riverProblem.procedure, reportable } }, { columns: ['day', 'org', 'place', 'kind', 'source', 'state', 'holder', 'due', 'settled'], villageEntry: true }),
  ],
  measures: [
    measure('pm25-change', words('PM2.5平均浓度变化', 'Change of mean PM2.5'), told('%', '', 2, { changeDecimals: 2 }), reported('year-to-date'), words('监测站点平均浓度的同比变化，由生态环境部门反馈，只有变化率。', 'Change of the mean concentration as the environment bureau returns it; there is no level.'), down),
    measure('ozone-change', words('臭氧平均浓度变化', 'Change of mean ozone'), told('%', '', 2, { changeDecimals: 2 }), reported('year-to-date'), words('监测站点平均浓度的同比变化，由生态环境部门反馈，只有变化率。', 'Change of the mean concentration as the environment bureau returns it; there is no level.'), down),
    measure('pump-stations-new', words('新建泵站', 'Pump stations built'), counted('个'), count('small-works', is('kind', 'pump-station')), words('当期建成的泵站。', 'Pump stations completed in the period.'), { ...up, owner: 'czjs' }),
    measure('mixed-outlets', words('雨污混排口智能化改造', 'Mixed outlets made smart'), counted('个'), count('small-works', is('kind', 'outlet')), words('当期改造完成的雨污混排口。', 'Mixed storm and sewage outlets converted in the period.'), { ...up, owner: 'czjs' }),
    measure('solid-waste-agreements', words('一般工业固废处置协议', 'Solid-waste disposal agreements'), counted('家'), count('eco-firm', is('kind', 'solid-waste')), words('当期签订协议的企业，一家一条。', 'Firms that signed in the period, one row each.'), up),
    measure('hazwaste-agreements', words('危废转运协议', 'Hazardous-waste transfer agreements'), counted('家'), count('eco-firm', is('kind', 'hazardous-waste')), words('当期签订协议的企业，一家一条。', 'Firms that signed in the period, one row each.'), up),
    measure('eco-steward-visits', words('“环保管家”入企服务', 'Environment-steward visits'), counted('家次'), count('eco-firm', is('kind', 'visit')), words('入企服务的次数，同一企业可以多次。', 'Visits to firms; one firm may be visited more than once.'), up),
    measure('eco-rectified', words('完成环保问题整改的企业', 'Firms that corrected environmental problems'), counted('家'), distinct('eco-firm', ['firm'], is('kind', 'corrected')), words('当期完成整改的企业，同一企业多个问题只计一家。', 'Firms that corrected problems in the period, each once however many problems.'), up),
    measure('precision-sorting-roads', words('垃圾分类精准化投放道路', 'Roads with precise waste drop-off'), counted('条'), count('small-works', is('kind', 'sorting-road')), words('当期创建完成的道路。', 'Roads completed in the period.'), { ...up, owner: 'czjs' }),
    measure('eco-inspection-closed', words('销号省级生态环保督察问题', 'Provincial inspection problems struck off'), counted('个'), cohort('inspection-problem', 'closed', undefined, all(is('list', 'environment'), is('level', 'province'))), words('当期通过核查并销号的问题。', 'Problems checked and struck off in the period.'), up),
    measure('river-problems', words('发现河道问题', 'River problems found'), counted('处'), count('river-problem'), words('当期发现的河道问题，以发现日为准。', 'River problems found in the period.')),
    measure('river-problems-struck', words('销号河道问题', 'River problems struck off'), counted('处'), cohort('river-problem', 'settled'), words('当期核查销号的河道问题，不论何时发现。', 'River problems struck off in the period, whenever found.'), part),
    measure('river-problems-on-time', words('按期整改河道问题', 'River problems mended on time'), counted('处'), cohort('river-problem', 'settled', undefined, is('on_time', true)), words('其中在整改期限内报完成的。', 'Of these, reported mended within their time.'), part),
    measure('river-on-time-rate', words('河道问题按期整改率', 'River problems mended on time'), percent(), ratio('river-problems-on-time', 'river-problems-struck'), words('当期销号的河道问题中按期整改的占比。', 'Of the river problems struck off in the period, those mended on time.'), { ...up, ...asShare }),
  ],
}
