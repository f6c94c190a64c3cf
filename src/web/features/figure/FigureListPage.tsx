import { Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { parsePeriod, titleOf } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { PackLink } from '../setup/PackLink.tsx'
import { FigureTable } from './FigureTable.tsx'
import { useFigureList } from './useFigureList.ts'
import './figure.css'

/** Every figure the book can tell, by line of work. */
export const FigureListPage = () => {
  const { m, w } = useSpeech()
  const { root, nameOf } = useOrgs()
  const { open } = useOpenFigure()
  const it = useFigureList()
  const { search, set } = it
  const { data } = it.list
  const known = parsePeriod(it.period)
  const covers = [nameOf(search.org ?? root ?? ''), known === undefined ? it.period : w(titleOf(known)), ...(data === undefined ? [] : [m.figure.upTo(data.cutoff)]), search.line === undefined ? m.figure.allLines : m.line(search.line), ...(search.q === undefined ? [] : [`“${search.q}”`])].join(m.ui.apart)
  return (
    <div className="page">
      <PageHead title={m.figure.title} note={it.list.data === undefined ? undefined : m.figure.count(it.shown)}>
        <Link to="/indicators" search={{ period: search.period, org: search.org }} className="no-print">
          {m.indicator.open}
        </Link>
        <PrintButton covers={covers} />
      </PageHead>
      <div className="filters" role="search">
        <Input.Search allowClear className="filter-text" aria-label={m.figure.find} placeholder={m.figure.find} value={search.q ?? ''} onChange={(event) => set({ q: event.target.value })} />
        <Select
          aria-label={m.figure.line}
          className="filter-line"
          value={search.line ?? ''}
          onChange={(line) => set({ line })}
          options={[{ value: '', label: m.figure.allLines }, ...it.lines.map((line) => ({ value: line, label: m.line(line) }))]}
          popupMatchSelectWidth={false}
        />
        <PeriodPicker value={it.period} onChange={(period) => set({ period })} />
        <OrgPicker value={search.org ?? root ?? null} onChange={(org) => set({ org: org === null || org === root ? undefined : org })} />
      </div>
      <Answer query={it.list} lines={12}>
        {(data) =>
          it.groups.length === 0 ? (
            <EmptyState title={data.figures.length === 0 ? m.figure.none : m.figure.noMatch} action={data.figures.length === 0 ? <PackLink /> : undefined} />
          ) : (
            <div aria-busy={it.list.isPlaceholderData}>
              {it.groups.map((group) => (
                <section key={group.line} className="figure-group" aria-labelledby={`line-${group.line}`}>
                  <h2 id={`line-${group.line}`}>
                    {m.line(group.line)}
                    <small>{group.figures.length}</small>
                  </h2>
                  <FigureTable
                    caption={m.line(group.line)}
                    figures={group.figures}
                    trendOf={it.trendOf}
                    opened={search.open}
                    onAbout={(measure) => set({ open: search.open === measure ? undefined : measure })}
                    onOpen={(measure) => open({ measure, period: data.period, org: data.org })}
                  />
                </section>
              ))}
            </div>
          )
        }
      </Answer>
    </div>
  )
}
