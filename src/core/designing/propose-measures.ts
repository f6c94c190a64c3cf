import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { askedFields } from '../ledger/asked-fields.ts'
import type { Measure } from '../measure/measure.ts'
import type { UnitKey } from '../quantity/unit.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { MeasureDraft } from './measure-draft.ts'
import type { Spell } from './spell-key.ts'
import { spellKey } from './spell-key.ts'

/** So many are proposed, the plainest first. */
const mostProposed = 4

/**
 * Measures a ledger suggests: how many rows (of a register, how many stand), the sums of its numbers, whom it counts once, and what share came out well.
 * What is counted already in the same way or under the same name is left out.
 */
export const proposeMeasures = (ledger: Ledger, spell: Spell, measures: ReadonlyMap<string, Measure>): readonly MeasureDraft[] => {
  const bare = ledger.title.zh.replace(/(管理|登记|信息|情况)?(台账|登记表|登记簿|名册|花名册|名单|清单|明细表|统计表|一览表|汇总表|记录表?)$/, '') || ledger.title.zh
  const fields = askedFields(ledger)
  const keys = new Set(measures.keys())
  const counted = new Set([...measures.values()].flatMap((each) => [formOf(each), each.title.zh]))
  const drafts: MeasureDraft[] = []
  const add = (kind: MeasureDraft['kind'], title: Words, unit: UnitKey, more: Partial<MeasureDraft> = {}): void => {
    const draft: MeasureDraft = { kind, key: spellKey(title.zh, spell, '-', (key) => keys.has(key), 'measure'), title, unit, scale: '', decimals: kind === 'rate' ? 2 : 0, field: null, where: '', of: '', event: null, ...more }
    if (drafts.length >= mostProposed || counted.has(title.zh) || counted.has(`${draft.kind}|${ledger.key}|${draft.field ?? ''}`)) return
    keys.add(draft.key)
    drafts.push(draft)
  }
  const english = ledger.title.en
  const unit = unitOfRows(bare)
  if (ledger.shape === 'register') add('stock', words(`${bare}在册数`, `${english}: in force`), unit)
  else add('count', words(`${bare}${unit === '条' ? '条数' : `${unit}数`}`, `${english}: entries`), unit)
  for (const field of fields.filter((each) => each.kind === 'decimal' || each.kind === 'integer').slice(0, 2))
    add(ledger.shape === 'register' ? 'stock' : 'sum', words(`${bare}${field.title.zh}`, `${english}: ${field.title.en}`), field.unit ?? '个', { field: field.key, decimals: field.kind === 'integer' ? 0 : Math.min(field.decimals ?? 2, 4) })
  const rate = rateField(ledger, fields)
  if (rate !== undefined) add('rate', words(`${bare}${rate.title.zh}`, `${english}: ${rate.title.en}`), '%', rate.more)
  const whom = ledger.shape === 'event' ? fields.find((field) => (field.kind === 'text' || field.kind === 'sealed' || field.kind === 'reference') && /姓名|户主|企业|身份证|信用代码|车牌|单位名称/.test(field.title.zh)) : undefined
  if (whom !== undefined) add('distinct', words(`${bare}涉及${whom.title.zh.replace(/(号码|号|名称|姓名|代码)$/, '') || whom.title.zh}数`, `${english}: distinct ${whom.title.en}`), /企业|信用代码|单位/.test(whom.title.zh) ? '家' : /户/.test(whom.title.zh) ? '户' : '人', { field: whom.key })
  return drafts
}

/** How a standing measure counts, where it does so without conditions. */
const formOf = ({ definition }: Measure): string => {
  if (definition.kind === 'formula' || definition.kind === 'reported' || definition.where !== undefined) return ''
  const field = definition.kind === 'distinct' ? definition.fields.join() : 'field' in definition ? (definition.field ?? '') : ''
  return `${definition.kind}|${definition.ledger}|${field}`
}

/** What a row of a ledger of this name is called when it is counted. */
const unitOfRows = (title: string): UnitKey => {
  const units: readonly (readonly [RegExp, UnitKey])[] = [[/巡查|检查|走访|培训|慰问|演练/, '次'], [/活动|会议|宣讲/, '场'], [/企业|店|商户|单位/, '家'], [/农户|住户|家庭|户$/, '户'], [/人员|对象|党员|学员|老人|儿童|职工/, '人'], [/纠纷|案件|投诉|信访|事件|审批/, '件'], [/隐患|问题|点位|工地/, '处'], [/项目|设备|物资/, '个'], [/车辆/, '辆']]
  return units.find(([words_]) => words_.test(title))?.[1] ?? '条'
}

/** What came out well: a yes or no, a day on which it was settled, or a choice that says so. */
const rateField = (ledger: Ledger, fields: readonly Field[]): { readonly title: Words; readonly more: Partial<MeasureDraft> } | undefined => {
  const settled = ledger.shape === 'event' ? fields.find((field) => field.kind === 'day' && field.key !== ledger.dateField && /办结|整改|完成|销号|化解/.test(field.title.zh)) : undefined
  if (settled !== undefined) return { title: words(`${settled.title.zh.replace(/(日期|时间|日)$/, '')}率`, `rate by "${settled.title.en}"`), more: { event: settled.key } }
  const flag = fields.find((field) => field.kind === 'flag')
  if (flag !== undefined) return { title: words(`${flag.title.zh.replace(/^是否(已)?/, '')}率`, `rate of "${flag.title.en}"`), more: { of: `${flag.key}:true` } }
  for (const field of fields) {
    const good = field.kind === 'choice' ? field.choices?.find((choice) => /^(已)?(合格|完成|办结|整改|达标|通过|化解|签约)$|^已/.test(choice.title.zh)) : undefined
    if (good !== undefined) return { title: words(`${good.title.zh.replace(/^已/, '')}率`, `rate of "${good.title.en}"`), more: { of: `${field.key}:${good.key}` } }
  }
  return undefined
}
