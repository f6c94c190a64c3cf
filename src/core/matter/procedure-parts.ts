import type { Ledger } from '../ledger/ledger.ts'
import type { Procedure, State, Step } from './procedure.ts'

/** A step by its key. */
export const findStep = (procedure: Procedure, key: string): Step | undefined => procedure.steps.find((step) => step.key === key)

/** A state by its key. */
export const stateOf = (procedure: Pick<Procedure, 'states'>, key: string): State | undefined => procedure.states.find((state) => state.key === key)

/** Clocks that each org called has for itself. */
export const calledClocks = ({ steps }: Pick<Procedure, 'steps'>): ReadonlySet<string> => new Set(steps.flatMap(({ effects }) => (effects ?? []).flatMap((effect) => (effect.do === 'whistle' ? (effect.clock ?? []) : []))))

/** The states matters of a ledger may stand in: those of its procedure, and those of earlier versions, which the column still knows, after them. */
export const statesOf = ({ procedure, fields }: Pick<Ledger, 'procedure' | 'fields'>): readonly State[] => {
  const now = procedure?.states ?? []
  const known = fields.find(({ key }) => key === 'state')?.choices ?? []
  return [...now, ...known.filter(({ key }) => !now.some((state) => state.key === key)).map(({ key, title }): State => ({ key, title, kind: 'open' }))]
}

/** Whether a matter in this state is settled: no clock runs and nobody has to act. */
export const isSettled = (procedure: Pick<Procedure, 'states'>, state: string): boolean => {
  const kind = stateOf(procedure, state)?.kind
  return kind === 'done' || kind === 'ended'
}
