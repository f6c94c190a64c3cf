import type { ReactNode } from 'react'

/** Title of a screen, what stands beside it, and its tools at the right. */
export const PageHead = ({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) => (
  <div className="page-head">
    <h1>{title}</h1>
    {note !== undefined && <div className="page-note">{note}</div>}
    {children !== undefined && <div className="page-tools">{children}</div>}
  </div>
)
