import { deputySuggestion } from './procedures/deputy-suggestion.ts'
import { disclosure } from './procedures/disclosure.ts'
import { hotlineOrder } from './procedures/hotline-order.ts'
import { inspectorsProblem } from './procedures/inspectors-problem.ts'
import { legacyProblem } from './procedures/legacy-problem.ts'
import { majorDecision } from './procedures/major-decision.ts'
import { petition } from './procedures/petition.ts'
import type { MatterPlan } from './procedures/plan.ts'
import { penaltyCase } from './procedures/penalty-case.ts'
import { reviewAnswer } from './procedures/review-answer.ts'
import { riverProblem } from './procedures/river-problem.ts'
import { serviceRequest } from './procedures/service-request.ts'
import { supervision } from './procedures/supervision.ts'
import { wageClaim } from './procedures/wage-claim.ts'

/** The procedures a town may give a ledger, by name, each with the fields it needs there. */
export const procedures = { petition, disclosure, supervision, hotlineOrder, wageClaim, reviewAnswer, deputySuggestion, penaltyCase, riverProblem, inspectorsProblem, serviceRequest, legacyProblem, majorDecision } as const satisfies Readonly<Record<string, MatterPlan>>
