import type { ReactNode } from 'react'

/** A list with nothing in it says so, and what can be done. */
export const EmptyState = ({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) => (
  <div className="state" role="status">
    <p className="state-title">{title}</p>
    {hint !== undefined && <p>{hint}</p>}
    {action}
  </div>
)
