import type { FigureOut } from '../api/figure.ts'
import { reportedStatuses } from '../core/ledger/system.ts'
import type { Figure } from '../core/measure/figure.ts'
import type { Measure } from '../core/measure/measure.ts'
import type { Change } from '../core/quantity/comparison.ts'
import { changePhrase } from '../core/quantity/comparison.ts'
import { words } from '../core/words.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import { orgName } from './org-ref.ts'

/** A figure as the wire tells it, with the words of its measure. */
export const presentFigure = (figure: Figure, measure: Measure, tree: OrgTree): FigureOut => ({
  id: figure.measure,
  title: measure.title,
  line: measure.line,
  owner: measure.owner,
  ownerName: orgName(tree, measure.owner),
  period: figure.period,
  org: figure.org,
  cutoff: figure.cutoff,
  value: figure.value,
  unit: figure.unit,
  exact: figure.exact,
  scale: measure.display.scale,
  text: figure.text,
  source: figure.source,
  status: presentStatus(figure.status),
  statedBy: figure.statedBy,
  change: presentChange(figure.change),
  base: figure.base,
  rows: figure.rows,
  version: figure.version,
  live: figure.live,
})

const presentStatus = (key: string | null): FigureOut['status'] => {
  const status = reportedStatuses.find((each) => each.key === key)
  return status === undefined ? null : { key: status.key, title: status.title }
}

/** A change that cannot be told in percent keeps its words (扭亏为盈); one without a base is left out. */
export const presentChange = (change: Change | null): FigureOut['change'] => {
  if (change === null || (change.kind === 'none' && (change.reason === 'no-base' || change.reason === 'base-not-positive'))) return null
  const text = words(changePhrase(change, 'zh'), changePhrase(change, 'en'))
  if (change.kind === 'none') return { percent: null, points: null, direction: change.reason === 'turned-profit' ? 'up' : 'down', text }
  return { percent: change.kind === 'percent' ? change.percent : null, points: change.kind === 'points' ? change.points : null, direction: change.direction, text }
}
