import type { ReactNode } from 'react'

type Props<Cell extends string> = {
  readonly className: string
  readonly caption?: string
  /** Seven names, Monday first. */
  readonly weekdays: readonly string[]
  /** Whole weeks from a Monday; a place that is no day of the page is null, and an incomplete last week ends early. */
  readonly days: readonly (Cell | null)[]
  readonly today: string
  readonly about: (day: Cell) => { readonly className?: string | undefined; readonly title?: string | undefined }
  readonly children: (day: Cell) => ReactNode
}

/** A month as a table of weeks; today is told to the ear too. What a day shows, and what marks it, is its user's. */
export const MonthTable = <Cell extends string>({ className, caption, weekdays, days, today, about, children }: Props<Cell>) => (
  <table className={className}>
    {caption !== undefined && <caption>{caption}</caption>}
    <thead>
      <tr>
        {weekdays.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => (
        <tr key={week}>
          {days.slice(week * 7, week * 7 + 7).map((day, place) =>
            day === null ? (
              <td key={place} />
            ) : (
              <td key={place} {...about(day)} {...(day === today && { 'aria-current': 'date' as const })}>
                {children(day)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
