import { words } from '../words.ts'
import { fails, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'

/** A plan's deadline that had passed before the document was written or issued. */
export const deadlinePassed = (page: Page): readonly Outcome[] => {
  const { day, plain } = page
  if (day === null) return []
  return page.pledges.flatMap(({ from, to, read }) => {
    const due = [...read.milestones, { deadline: read.deadline, deadline_text: read.deadline_text }]
    const found: Outcome[] = []
    let at = from
    for (const { deadline, deadline_text: text } of due) {
      if (deadline === null || text === null) continue
      const place = plain.indexOf(text, at)
      if (place === -1 || place >= to) continue
      at = place + text.length
      if (deadline < day) found.push(fails('deadline-passed', 'warning', { from: place, to: at }, words('成文时期限已过。', 'The deadline had passed when this was written.'), `${deadline} < ${day}`))
    }
    return found
  })
}
