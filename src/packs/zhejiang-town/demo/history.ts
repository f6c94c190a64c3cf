import type { Fields } from '../../../core/ledger/value.ts'
import type { Day } from '../../../core/time/day.ts'
import { deputySuggestionHistory } from './histories/deputy-suggestion.ts'
import { disclosureHistory, inspectionProblemHistory, reviewHistory, supervisionHistory } from './histories/government.ts'
import { hazardHistory } from './histories/hazard.ts'
import { hotlineOrderHistory } from './histories/hotline-order.ts'
import { legacyProblemHistory } from './histories/legacy-problem.ts'
import { majorDecisionHistory } from './histories/major-decision.ts'
import { penaltyCaseHistory } from './histories/penalty-case.ts'
import { petitionHistory } from './histories/petition.ts'
import { riverProblemHistory } from './histories/river-problem.ts'
import { serviceCaseHistory } from './histories/service-case.ts'
import { wageClaimHistory } from './histories/wage-claim.ts'

/** A picture that is drawn in place of a photo: what it shows, before or after it was put right, and on which day; `nth` tells pictures apart. */
export type DemoPhoto = { readonly scene: 'fire' | 'flood' | 'workshop' | 'river'; readonly after: boolean; readonly day: Day; readonly nth: number }

/** A step of an invented history: who took it, by login, from which org, and what it brought to be seen. */
export type DemoAction = { readonly step: string; readonly day: Day; readonly person: string; readonly org: string; readonly given: Fields; readonly photos?: readonly DemoPhoto[] }

/** An invented case: its entry without what its steps write, the photos it was found with, and the steps. */
export type DemoHistory = { readonly fields: Fields; readonly actions: readonly DemoAction[]; readonly photos?: readonly DemoPhoto[] }

/** How the cases of a ledger went, made from what a row of the demonstration says of them; `index` tells rows of a batch apart. */
export const histories: ReadonlyMap<string, (fields: Fields, index: number) => DemoHistory> = new Map([
  ['hazard', hazardHistory], ['petition', petitionHistory], ['labour-dispute', wageClaimHistory], ['hotline-order', hotlineOrderHistory], ['disclosure-request', disclosureHistory],
  ['admin-review', reviewHistory], ['inspection-problem', inspectionProblemHistory], ['supervision-item', supervisionHistory],
  ['penalty-case', penaltyCaseHistory], ['service-case', serviceCaseHistory], ['river-problem', riverProblemHistory], ['deputy-suggestion', deputySuggestionHistory], ['legacy-problem', legacyProblemHistory], ['major-decision', majorDecisionHistory],
])
