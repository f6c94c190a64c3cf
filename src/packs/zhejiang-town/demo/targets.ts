import { z } from 'zod'
import type { Measure } from '../../../core/measure/measure.ts'
import { parseDecimal, scaleOf, ZERO } from '../../../core/quantity/decimal.ts'
import { unitText } from '../../../core/quantity/unit.ts'
import { Word } from '../../../core/quantity/word.ts'
import { zhejiangTown } from '../pack.ts'

/**
 * What the demonstration town must come out at in the first half of 2023: one target per printed figure, in the
 * unit it is printed in. The file beside this one holds the published values; any other of the same shape will do.
 */
const notDecimal = '须为十进制数的文本 (a decimal number as text is needed)'
const decimalText = z.string({ error: notDecimal }).refine((text) => parseDecimal(text) !== undefined, { message: notDecimal })
const shape = '一个目标只有 value、unit、growth、word (a target has value, unit, growth and word only)'

export const Target = z.strictObject(
  {
    /** Null where only a rate is known. */
    value: decimalText.nullable(),
    unit: z.string({ error: '缺少单位 (the unit is missing)' }),
    /** Signed percent against the first half of 2022. */
    growth: decimalText.optional(),
    /** The value may come out anywhere this word allows. */
    word: z.enum(Word.options, { error: `须为${Word.options.join('、')}之一 (not a word of rounding)` }).optional(),
  },
  { error: shape },
)
export type Target = z.infer<typeof Target>

/** Figures that follow from others or are full by nature, and so have no target: sums of parts, rates of 100 %. */
export const derived: readonly string[] = [
  'above_limit_sales_h1', 'debt_reduction', 'petition_closed_rate', 'registered_pop_checked', 'migrant_pop_checked', 'rental_visit_rate',
  'cert_principals', 'cert_safety_managers', 'cert_special_operators', 'service_closed_rate', 'gas_alarm_installed', 'gas_alarm_online',
]

/** Figures the report does not print: how cases were handled. They come of the histories. */
export const ofCases: readonly string[] = [
  'wages_recovered', 'hazard_struck_rate', 'hazard_on_time_rate', 'hazards_redone', 'petition_on_time_rate', 'supervision_on_time_rate', 'hotline_orders', 'hotline_on_time_rate', 'hotline_redone', 'hotline_satisfaction',
  'penalty_on_time_rate', 'service_on_time_rate', 'river_problems', 'river_on_time_rate', 'suggestions_closed', 'suggestion_on_time_rate', 'legacy_settled', 'major_decisions',
]

/** Figure of the report to measure of the pack, and back. */
export const measureKey = (figure: string): string => figure.replaceAll('_', '-')
export const figureId = (measure: string): string => measure.replaceAll('-', '_')

/** Figures a targets file must name, in the order of the pack. */
export const targetIds: readonly string[] = zhejiangTown.measures.filter((measure) => measure.part !== true).map((measure) => figureId(measure.key)).filter((id) => !derived.includes(id) && !ofCases.includes(id))

const measures = new Map(zhejiangTown.measures.map((measure) => [measure.key, measure]))

export const Targets = z.record(z.string(), Target, { error: '目标文件须为一个对象 (a targets file is one object)' }).superRefine((targets, context) => {
  const refuse = (message: string): void => void context.addIssue({ code: 'custom', message })
  const missing = targetIds.find((id) => targets[id] === undefined)
  if (missing !== undefined) return refuse(`缺少目标 ${missing} (target ${missing} is missing)`)
  for (const [id, target] of Object.entries(targets)) {
    const measure = measures.get(measureKey(id))
    if (measure === undefined || !targetIds.includes(id)) return refuse(`${id} 不是目标项 (${id} is not a target)`)
    const problem = targetProblem(measure, target)
    if (problem !== undefined) return refuse(`${id}：${problem[0]} (${id}: ${problem[1]})`)
  }
})
export type Targets = Readonly<Record<string, Target>>

/** Reads a targets file; throws RangeError with one line, in both languages, for anything else. */
export const readTargets = (text: string): Targets => {
  const parsed = Targets.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}：`
  throw new RangeError(`${at}${issue?.message ?? '目标文件有误 (wrong targets file)'}`)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError('目标文件不是 JSON (the targets file is not JSON)')
  }
}

/** Says in both languages what is wrong with one target, or undefined. */
const targetProblem = (measure: Measure, { value, unit, growth, word }: Target): readonly [zh: string, en: string] | undefined => {
  const { display, definition } = measure
  const printed = unitText(display, 'zh')
  if (unit !== printed) return [`单位应为${printed}`, `the unit must be ${printed}`]
  if (value === null) return definition.kind === 'reported' && growth !== undefined ? undefined : ['须有数值', 'a value is needed']
  if (value.startsWith('-')) return ['数值不能为负', 'the value may not be negative']
  if (display.unit === '%' && Number(value) > 100) return ['比率不能超过100', 'a rate may not exceed 100']
  if (display.unit === '%' && scaleOf(parseDecimal(value) ?? ZERO) > display.decimals) return [`最多${display.decimals}位小数`, `at most ${display.decimals} decimals`]
  if (growth !== undefined && scaleOf(parseDecimal(growth) ?? ZERO) > display.changeDecimals) return [`增速最多${display.changeDecimals}位小数`, `growth has at most ${display.changeDecimals} decimals`]
  if (growth !== undefined && Number(growth) <= -100) return ['增速须大于-100', 'growth must be above -100']
  if (growth !== undefined && !['reported', 'sum', 'count'].includes(definition.kind)) return ['此项不设增速', 'growth cannot be aimed at here']
  if (word !== undefined && word !== display.wording?.word) return [`此项不用“${word}”`, `the word ${word} does not belong here`]
  return undefined
}
