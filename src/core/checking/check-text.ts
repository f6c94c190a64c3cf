import { placeAt } from '../reading/source.ts'
import { announcedCount } from './announced-count.ts'
import { completion } from './completion.ts'
import { deadlinePassed } from './deadline-passed.ts'
import { directionSign } from './direction-sign.ts'
import { estimate } from './estimate.ts'
import type { Checked, CheckFinding } from './finding.ts'
import { growthBase } from './growth-base.ts'
import { growthBetweenParts } from './growth-between-parts.ts'
import { halfWay } from './half-way.ts'
import { knownBound } from './known-bound.ts'
import { listsDiffer } from './lists-differ.ts'
import type { Outcome } from './outcome.ts'
import { pageOf } from './page.ts'
import { partsAndWhole } from './parts-and-whole.ts'
import { share } from './share.ts'
import { shortOfTarget } from './short-of-target.ts'
import { stageBackward } from './stage-backward.ts'
import { twoValues } from './two-values.ts'
import { wholesIn } from './wholes.ts'

/** Holds a report or plan against itself: what does not add up, and what was reckoned and does. In the order of the text; never throws. */
export const checkText = (text: string): Checked => {
  const page = pageOf(text)
  const wholes = wholesIn(page)
  const outcomes = [
    ...partsAndWhole(page, wholes), ...growthBetweenParts(page, wholes), ...share(page, wholes), ...growthBase(page), ...completion(page), ...halfWay(page), ...shortOfTarget(page),
    ...twoValues(page), ...announcedCount(page), ...estimate(page), ...directionSign(page), ...listsDiffer(page), ...stageBackward(page), ...deadlinePassed(page), ...knownBound(page, wholes),
  ].sort((a, b) => a.from - b.from)
  const findingOf = ({ rule, severity, from, to, message, arithmetic }: Outcome): CheckFinding => ({ rule, severity, ...placeAt(page.source, from, to), message, arithmetic })
  return { findings: outcomes.filter((each) => !each.holds).map(findingOf), confirmed: outcomes.filter((each) => each.holds).map(findingOf) }
}
