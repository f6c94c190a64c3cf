import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import { hazard as hazardPlan } from './procedures/hazard.ts'
import type { MatterPlan } from './procedures/plan.ts'
import { procedures } from './procedures.ts'

/** What each procedure of the pack is called where one is chosen. */
const titles: Readonly<Record<keyof typeof procedures, Words>> = {
  petition: words('信访事项', 'Petition'),
  disclosure: words('依申请公开', 'Disclosure on request'),
  supervision: words('督办事项', 'Supervision item'),
  hotlineOrder: words('12345 热线工单', 'Hotline order'),
  wageClaim: words('欠薪化解', 'Wage claim'),
  reviewAnswer: words('行政复议答复', 'Answer to a review'),
  deputySuggestion: words('代表建议', 'Deputies’ suggestion'),
  penaltyCase: words('行政处罚案件', 'Penalty case'),
  riverProblem: words('河道问题', 'River problem'),
  inspectorsProblem: words('督察检查问题整改', 'Inspectors’ problem'),
  serviceRequest: words('政务服务办件', 'Service request'),
  legacyProblem: words('历史遗留问题', 'Legacy problem'),
  majorDecision: words('重大行政决策', 'Major decision'),
}

/** A procedure of the pack to choose from, with the fields it needs beside the day, the org and the columns of a matter. */
export type ChoiceOfProcedure = MatterPlan & { readonly key: string; readonly title: Words }

/** Every procedure of the pack, hazards first. */
export const packProcedures: readonly ChoiceOfProcedure[] = [
  {
    key: 'hazard',
    title: words('安全隐患', 'Hazard'),
    procedure: hazardPlan.procedure,
    fields: [
      { key: 'level', title: words('等级', 'Level'), kind: 'choice', required: true, choices: [{ key: 'general', title: words('一般', 'general') }, { key: 'major', title: words('重大', 'major') }] },
      { key: 'closed', title: words('销号日期', 'Struck off'), kind: 'day', fixed: true },
    ],
  },
  ...(Object.keys(titles) as (keyof typeof procedures)[]).map((key) => ({ key, title: titles[key], ...(procedures[key] as MatterPlan) })),
]
