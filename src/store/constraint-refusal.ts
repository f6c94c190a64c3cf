import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'

/** Turns what a named constraint refused into a refusal; undefined when the failure is no expected one. */
export const refusalOf = (problem: unknown): Refusal | undefined => {
  if (typeof problem !== 'object' || problem === null || !('code' in problem)) return undefined
  const { code, constraint } = problem as { code: unknown; constraint?: unknown }
  const name = typeof constraint === 'string' ? constraint : ''
  if (code === '55P03') return refuse('ledger-busy')
  if (code === '23505') return refuse('not-unique', { constraint: readable(name) })
  if (typeof code === 'string' && code.startsWith('23')) return refuse('constraint-broken', { constraint: readable(name) })
  return undefined
}

/** `ledger_org__unique_code` tells a person `code`. */
const readable = (name: string): string => name.replace(/^ledger_.*__unique_/, '').replaceAll('_', ' ')
