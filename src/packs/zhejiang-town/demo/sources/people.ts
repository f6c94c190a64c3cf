import { addDays } from '../../../../core/time/day.ts'
import { villageCodes } from '../../orgs.ts'
import { contradiction, rateAt } from '../aims.ts'
import { earlier } from '../calendar.ts'
import type { Ground } from '../ground.ts'
import { identityOf, personName } from '../invented.ts'
import { openFrom } from '../histories/days.ts'
import type { Source } from '../source.ts'
import { rowsSource } from '../source.ts'
import { partOf } from '../ratio.ts'

const kinds = ['minimum', 'marginal', 'disability', 'hardship'] as const

/** Childcare, help, housing, activities and titles. */
export const people = (g: Ground): readonly Source[] => {
  const schools = partOf(rateAt(g.targets, 'public_kindergarten_share'), 20, 1)
  const publicSchools = g.joining('kindergartens-public', schools.part, 0.7)
  const otherSchools = g.joining('kindergartens-other', schools.whole - schools.part, 0.9)
  const institutions = g.aim('childcare_institutions_new').now
  if (institutions === 0 && g.aim('childcare_places_new').now > 0) contradiction('有新增托位而无新增托育机构', 'new childcare places without institutions')
  const help = (name: string, id: string, kind: string): Source =>
    rowsSource(g, { name, ledger: 'housing-help', rows: g.series(id).totals, fields: ({ random }) => ({ kind, person: personName(random), identity: identityOf(100_000 + random.below(200_000)).identity }) })
  const event = (name: string, id: string, kind: readonly [string, ...string[]], title: string): Source =>
    rowsSource(g, { name, ledger: 'activity', rows: g.series(id).totals, fields: ({ random, index }) => ({ kind: random.pick(kind), title: `示例${title}${index + 1}`, people: String(15 + random.below(80)) }) })
  const title = (name: string, id: string, kind: string, subject: string, state: string, orgs?: readonly string[]): Source =>
    rowsSource(g, { name, ledger: 'creation', rows: g.series(id).totals, orgs, fields: ({ index, half }) => ({ kind, subject: `示例${subject}${half.key}-${index + 1}`, state }) })
  return [
    rowsSource(g, { name: 'kindergartens-public', ledger: 'care-institution', rows: publicSchools.joins, opening: publicSchools.opening, fields: ({ index }) => ({ name: `示例公办幼儿园${index % 1_000_000}`, kind: 'kindergarten', public: true }) }),
    rowsSource(g, { name: 'kindergartens-other', ledger: 'care-institution', rows: otherSchools.joins, opening: otherSchools.opening, fields: ({ index }) => ({ name: `示例民办幼儿园${index % 1_000_000}`, kind: 'kindergarten', public: false }) }),
    rowsSource(g, { name: 'childcare', ledger: 'care-institution', rows: g.series('childcare_institutions_new').totals, fields: ({ index, half }) => ({ name: `示例托育园${half.key}-${index + 1}`, kind: 'childcare', public: false }) }),
    rowsSource(g, { name: 'childcare-classes', ledger: 'care-institution', rows: 5, sums: [{ field: 'places', series: g.series('childcare_places_new') }], fields: ({ index, half }) => ({ name: `示例托育园${half.key}-${(index % Math.max(1, institutions)) + 1}托班`, kind: 'childcare-class', public: false }) }),
    rowsSource(g, { name: 'stations', ledger: 'care-institution', rows: g.series('infant_stations_new').totals, fields: ({ index, half }) => ({ name: `示例照护驿站${half.key}-${index + 1}`, kind: 'station', public: true }) }),
    rowsSource(g, {
      name: 'assistance', ledger: 'assistance-payment', rows: villageCodes.length * kinds.length * 6, orgOf: (nth) => villageCodes[nth % villageCodes.length] ?? '', sums: [{ field: 'amount', series: g.series('assistance_paid') }],
      fields: ({ nth, month, amounts }) => ({ kind: kinds[Math.floor(nth / villageCodes.length) % kinds.length] ?? 'hardship', people: String(1 + Math.floor((amounts[0] ?? 0) / 900)), batch_no: `示例批${month}-${nth + 1}` }),
    }),
    rowsSource(g, {
      name: 'visits', ledger: 'household-visit', rows: g.series('low_income_visits').totals, grids: true,
      fields: ({ random }) => ({ household: `示例户${String(random.below(1400) + 1).padStart(4, '0')}`, need: random.pick(['none', 'none', 'none', 'medical', 'work', 'school', 'housing']) }),
    }),
    help('barrier-free', 'barrier_free_homes', 'barrier-free'),
    help('rental-admitted', 'public_rental_new', 'admitted'),
    help('rental-reviewed', 'public_rental_reviewed', 'reviewed'),
    rowsSource(g, { name: 'rent-subsidies', ledger: 'housing-help', rows: 84, sums: [{ field: 'amount', series: g.series('rent_subsidy') }], fields: ({ random }) => ({ kind: 'subsidy', person: personName(random), identity: identityOf(100_000 + random.below(200_000)).identity }) }),
    rowsSource(g, {
      name: 'labour', ledger: 'labour-dispute', rows: g.series('labour_disputes').totals, sums: [{ field: 'amount', series: g.series('labour_dispute_amount') }],
      fields: ({ random, day, until }) => ({ firm: `示例用工单位${random.below(400) + 1}`, people: String(1 + random.below(9)), ...(day >= openFrom && random.unit() < 0.4 ? {} : { closed: earlier(addDays(day, 2 + random.below(18)), until) }) }),
    }),
    rowsSource(g, { name: 'clinics', ledger: 'activity', rows: 18, sums: [{ field: 'people', series: g.series('clinic_beneficiaries') }], fields: ({ random, index }) => ({ kind: 'clinic', title: `示例${random.pick(['义诊', '筛查', '健康讲座'])}${index + 1}` }) }),
    event('lectures', 'health_lectures', ['health-lecture'], '健康讲堂'),
    event('festivals', 'festival_events', ['festival'], '节日活动'),
    event('benefits', 'benefit_events', ['class', 'training', 'show', 'film'], '惠民活动'),
    event('fraud-visits', 'antifraud_visits', ['fraud-visit'], '反诈宣传'),
    rowsSource(g, { name: 'fraud-posters', ledger: 'activity', rows: 20, sums: [{ field: 'copies', series: g.series('antifraud_posters') }], fields: ({ index }) => ({ kind: 'fraud-poster', title: `示例海报张贴${index + 1}` }) }),
    rowsSource(g, { name: 'fraud-booklets', ledger: 'activity', rows: 42, sums: [{ field: 'copies', series: g.series('antifraud_booklets') }], fields: ({ index }) => ({ kind: 'fraud-booklet', title: `示例宣传册发放${index + 1}` }) }),
    rowsSource(g, {
      name: 'drills', ledger: 'activity', rows: g.series('drills_events').totals, sums: [{ field: 'firms', series: g.series('drills_firms') }, { field: 'people', series: g.series('drills_people') }],
      fields: ({ random, index }) => ({ kind: 'safety', title: `示例${random.pick(['应急演练', '安全座谈', '警示教育', '以案说法'])}${index + 1}` }),
    }),
    title('rural-markets', 'rural_market_upgrades', 'rural-market', '农贸市场', 'won'),
    title('city-civilised', 'ningbo_civilised_village', 'city-civilised', '文明村', 'contending'),
    title('county-civilised', 'cixi_civilised_villages', 'county-civilised', '文明村', 'contending'),
    title('culture-circles', 'culture_circles', 'culture-circle', '文化生活圈', 'won'),
    title('audit-projects', 'audit_project_filed', 'audit-project', '内审项目', 'filed', ['czgl']),
  ]
}
