import { valueOf } from '../ledger/value.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Clock } from './clock.ts'
import { tick } from './clock.ts'
import type { Action, Matter } from './matter.ts'
import { whistlesAfter } from './matter.ts'
import type { Procedure, Step } from './procedure.ts'

/**
 * What happens to matters by how they belong together: every matter may be split, merged and linked, whatever its procedure says. These are recorded as its steps are, under
 * keys of the product's own, so that where a matter stands still follows from its records alone.
 */

export const productSteps = {
  split: 'zhenwu-split',
  merge: 'zhenwu-merge',
  takeIn: 'zhenwu-take-in',
  link: 'zhenwu-link',
  recur: 'zhenwu-recur',
  release: 'zhenwu-release',
  undoSplit: 'zhenwu-undo-split',
  undoMerge: 'zhenwu-undo-merge',
} as const
export type ProductStep = (typeof productSteps)[keyof typeof productSteps]

const titles: Readonly<Record<ProductStep, Words>> = {
  'zhenwu-split': words('拆分', 'Split'),
  'zhenwu-merge': words('并入另一件', 'Merged into another'),
  'zhenwu-take-in': words('并入一件', 'Took another in'),
  'zhenwu-link': words('关联', 'Linked'),
  'zhenwu-recur': words('登记复发', 'Came back'),
  'zhenwu-release': words('收回待指定', 'Taken back to be given out'),
  'zhenwu-undo-split': words('撤回拆分', 'Split taken back'),
  'zhenwu-undo-merge': words('撤回并单', 'Merge taken back'),
}

/** What such a record is called; undefined for a step of a procedure. */
export const productTitle = (step: string): Words | undefined => (Object.hasOwn(titles, step) ? titles[step as ProductStep] : undefined)

/** The record as a step, so that who may and when is asked as of any other: whoever holds the matter, keeps its ledger, or the town office; to link, in any state. */
export const productStep = (procedure: Procedure, step: ProductStep): Step => {
  const links = step === productSteps.link || step === productSteps.recur
  return { key: step, title: titles[step], from: links ? procedure.states.map(({ key }) => key) : ['*'], who: [{ is: 'holder' }, { is: 'keeper' }, { is: 'role', role: 'office' }], own: true }
}

/** A matter after such a record; any other leaves it as it is. */
export const afterProductStep = (matter: Matter, action: Action): Matter => {
  if (productTitle(action.step) === undefined) return matter
  const moved: Matter = { ...matter, beforeMerge: null, last: action.day > matter.last ? action.day : matter.last, steps: matter.steps + 1 }
  const beforeMerge = { matter, other: String(valueOf(action.given, 'other') ?? '') }
  switch (action.step as ProductStep) {
    case 'zhenwu-merge':
      return { ...moved, beforeMerge, merged: true, settled: action.day, asked: null, clocks: new Map([...matter.clocks].map(([key, clock]) => [key, tick(clock, { kind: 'stop', on: action.day }) ?? clock])), whistles: whistlesAfter(matter.whistles, { kind: 'stop', on: action.day }, () => true) }
    case 'zhenwu-take-in':
      return { ...moved, beforeMerge, clocks: new Map([...matter.clocks, ...takenClocks(action)]) }
    case 'zhenwu-undo-merge':
      return matter.beforeMerge === null ? moved : { ...matter.beforeMerge.matter, last: moved.last, steps: moved.steps }
    case 'zhenwu-recur':
      return { ...moved, counts: { ...matter.counts, recurred: matter.counts.recurred + 1 } }
    case 'zhenwu-release':
      return { ...moved, owner: null }
    case 'zhenwu-split':
    case 'zhenwu-undo-split':
    case 'zhenwu-link':
      return moved
  }
}

/** Clocks that came with a matter taken in, as the record keeps them. */
const takenClocks = ({ given }: Action): readonly (readonly [string, Clock])[] => {
  const text = valueOf(given, 'clocks')
  return typeof text === 'string' ? Object.entries(JSON.parse(text) as Record<string, Clock>) : []
}
