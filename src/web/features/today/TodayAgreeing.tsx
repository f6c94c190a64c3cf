import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'

type Waiting = Pick<OutputOf<'today.read'>, 'thaws' | 'remarks' | 'proposals'>

/** How much of agreeing waits for the reader. */
export const countAgreeing = ({ thaws, remarks, proposals }: Waiting): number => thaws.length + remarks.length + proposals.length

/** What of agreeing waits for the reader: thaws to decide, remarks to answer, wording to accept. */
export const TodayAgreeing = ({ waiting }: { waiting: Waiting }) => {
  const { m } = useSpeech()
  const { thaws, remarks, proposals } = waiting
  return (
    <>
      <Part name="thaws" count={thaws.length}>
        {thaws.map((thaw) => (
          <li key={thaw.period}>
            <Link to="/report" search={{ period: thaw.period }}>
              {thaw.title}
            </Link>
            <span>{m.agree.thawAsked(thaw.asker)}</span>
            {thaw.reason !== null && <q>{thaw.reason}</q>}
          </li>
        ))}
      </Part>
      <Part name="remarks" count={remarks.length}>
        {remarks.map((remark) => (
          <li key={remark.entry}>
            <Link to="/report" search={{ period: remark.period }}>
              {remark.text}
            </Link>
            <span>{remark.by}</span>
            {remark.quote !== null && <q lang="zh-CN">{remark.quote}</q>}
          </li>
        ))}
      </Part>
      <Part name="proposals" count={proposals.length}>
        {proposals.map((each) => (
          <li key={each.report}>
            <Link to="/report/proposals" search={{ report: String(each.report) }}>
              {each.title}
            </Link>
            <span>{m.agree.today.proposalCount(each.count)}</span>
          </li>
        ))}
      </Part>
    </>
  )
}

const Part = ({ name, count, children }: { name: keyof Waiting; count: number; children: ReactNode }) => {
  const { m } = useSpeech()
  return count === 0 ? null : (
    <section aria-labelledby={`today-${name}`}>
      <h2 id={`today-${name}`}>
        {m.agree.today[name]}
        <small>{count}</small>
      </h2>
      <ul className="plain-list">{children}</ul>
    </section>
  )
}
