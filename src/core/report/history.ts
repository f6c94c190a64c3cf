/** A row of the journal that made a report what it is. `state` is where it left the report, told by rows of the report alone. */
export type Step = {
  readonly number: number
  readonly ledger: string
  readonly entry: number
  readonly verb: string
  readonly person: number
  readonly approvedBy: number | null
  readonly recordedAt: string
  readonly reason: string | null
  readonly state: string | null
}

/** Steps that are told as one: what one decision wrote, or one person's savings of one section close to each other. */
export type Moment = Omit<Step, 'entry' | 'ledger'> & { readonly first: number; readonly steps: number; readonly sections: readonly number[]; readonly named: boolean }

/** Savings of one section by one person are one moment until this long nothing was saved. */
const together = 30 * 60 * 1000

/** The moments of a report's making, newest first, from its steps, newest first. */
export const momentsOf = (steps: readonly Step[]): readonly Moment[] => {
  const moments: Moment[] = []
  const open = new Map<string, { at: number; until: string }>()
  for (const step of steps) {
    const key = step.verb === 'section.write' ? `${step.verb} ${step.person} ${step.entry}` : `${step.verb} ${step.person} ${step.recordedAt}`
    const last = open.get(key)
    const joins = last !== undefined && Date.parse(last.until) - Date.parse(step.recordedAt) <= together
    const into = joins ? moments[last.at] : undefined
    if (into === undefined || last === undefined) {
      open.set(key, { at: moments.length, until: step.recordedAt })
      moments.push(begun(step))
    } else {
      last.until = step.recordedAt
      moments[last.at] = { ...into, first: step.number, steps: into.steps + 1, sections: withSection(into.sections, step), state: into.state ?? step.state, reason: into.reason ?? step.reason }
    }
  }
  return moments
}

const begun = ({ entry, ledger, ...step }: Step): Moment => ({ ...step, first: step.number, steps: 1, sections: withSection([], { entry, ledger }), named: /^(?:report\.(?:create|open|move)|freeze\.|edition\.)/.test(step.verb) })

const withSection = (sections: readonly number[], { entry, ledger }: Pick<Step, 'entry' | 'ledger'>): readonly number[] => (ledger !== 'section' || sections.includes(entry) ? sections : [...sections, entry])
