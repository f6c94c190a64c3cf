export type LampState = 'kept' | 'behind' | 'overdue' | 'none'

/** A state by colour, shape and word together: full, half, crossed or empty. */
export const Lamp = ({ state, text }: { state: LampState; text: string }) => (
  <span className={`lamp lamp-${state}`}>
    <i aria-hidden="true">{marks[state]}</i>
    {text}
  </span>
)

const marks: Readonly<Record<LampState, string>> = { kept: '●', behind: '◐', overdue: '✕', none: '○' }
