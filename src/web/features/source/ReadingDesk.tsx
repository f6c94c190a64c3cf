import { useCallback } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { BookDialog } from './BookDialog.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { DeskTools } from './DeskTools.tsx'
import { ItemPanel } from './ItemPanel.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { oneLine } from './item.ts'
import type { Span } from './pieces.ts'
import { RefusedNote } from './RefusedNote.tsx'
import { SourcePaper } from './SourcePaper.tsx'
import { SureDialog } from './SureDialog.tsx'
import { useDesk } from './useDesk.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import type { Look, Work } from './work.ts'
import { lookOf } from './work.ts'
import './desk.css'

/** The document in the middle with its marks, at its side the item at hand or what the check found. */
export const ReadingDesk = ({ work }: { work: Work }) => {
  const { m } = useSpeech()
  const desk = useDesk(work, may(work.read.can, 'source.accept'))
  useDeskKeys(desk)
  const byId = new Map(work.items.map((each) => [each.id, each]))
  const labelOf = useCallback((span: Span, look: string, quote: string) => m.source.markOf(m.source.kind[span.kind], oneLine(quote), m.source.look[look as Look]), [m])
  return (
    <div className="source-desk">
      <PageTitle>{work.read.title}</PageTitle>
      <DeskTools desk={desk} />
      <p className="only-read" role="status" aria-live="polite">
        {desk.said}
      </p>
      {(work.read.known !== null || !desk.mayDecide) && (
        <p className="source-note" role="note">
          {!desk.mayDecide && m.source.onlyLook}
          {work.read.known !== null && (
            <>
              {m.source.known}{' '}
              <Link to="/sources/$source" params={{ source: String(work.read.known) }}>
                {m.source.toKnown}
              </Link>
            </>
          )}
        </p>
      )}
      <div className="source-sheets">
        <div tabIndex={-1} className="source-sheet">
          <SourcePaper
            paper={work.paper}
            spans={work.items}
            lookOf={(id) => {
              const item = byId.get(id)
              return item === undefined ? 'open' : lookOf(work, item)
            }}
            labelOf={labelOf}
            role="button"
            at={work.at}
            lit={desk.lit}
            title={work.read.title}
            label={m.source.paper}
            onPick={desk.pick}
          />
        </div>
        <aside className={desk.unfolded ? 'source-panel unfolded' : 'source-panel'} aria-label={m.source.desk}>
          <RefusedNote desk={desk} />
          {work.items.length === 0 ? (
            <EmptyState title={m.source.nothing} hint={m.source.nothingHint} />
          ) : (
            <Tabs
              size="small"
              activeKey={desk.tab}
              tabBarExtraContent={
                <span className="panel-progress number-text">
                  {desk.tally.decided}/{desk.tally.all}
                  {desk.mayDecide && (
                    <Button type="link" aria-label={m.source.book} onClick={() => desk.setAsk('book')}>
                      {m.source.bookAct}
                    </Button>
                  )}
                </span>
              }
              onChange={(key) => {
                desk.turnTo(key as 'items' | 'checks')
                if (key === 'checks') desk.setUnfolded(true)
              }}
              items={[
                { key: 'items', label: m.source.tabs.items, children: <ItemPanel desk={desk} /> },
                { key: 'checks', label: `${m.source.tabs.checks} ${work.read.findings.length}`, children: <CheckPanel desk={desk} /> },
              ]}
            />
          )}
          <p className="key-hints">
            <span aria-hidden="true">
              <kbd>↓</kbd>
              <kbd>↑</kbd> <kbd>↵</kbd> <kbd>E</kbd> <kbd>X</kbd> <kbd>U</kbd>
            </span>
            <Button type="link" size="small" onClick={() => desk.setAsk('keys')}>
              {m.source.keys} <kbd aria-hidden="true">?</kbd>
            </Button>
          </p>
        </aside>
      </div>
      {desk.ask === 'sure' && <SureDialog desk={desk} />}
      {desk.ask === 'book' && <BookDialog desk={desk} />}
      {desk.ask === 'keys' && <KeysDialog onClose={desk.endAsk} />}
      {desk.ask === 'leave' && <FormDialog title={m.source.leaveAsk} about={m.source.leaveAbout} act={m.source.leave} danger ready busy={false} error={null} onSubmit={desk.discard} onClose={desk.endAsk} />}
    </div>
  )
}
