import { lazy, Suspense, useId, useState } from 'react'
import { Popover } from 'antd'
import { LoadingState } from '../ui/LoadingState.tsx'
import { useNarrow } from '../ui/useNarrow.ts'
import { useSpeech } from './i18n.tsx'
import { useDesk } from './useDesk.ts'

const NoticeList = lazy(() => import('../features/notice/NoticeList.tsx').then((it) => ({ default: it.NoticeList })))
const NoticeDrawer = lazy(() => import('../features/notice/NoticeDrawer.tsx').then((it) => ({ default: it.NoticeDrawer })))

/** How many notices are unread, on every page; it opens their list, below it or on a phone over the whole screen. */
export const Bell = () => {
  const { m } = useSpeech()
  const unread = useDesk()
  const narrow = useNarrow(720)
  const [open, setOpen] = useState(false)
  const panel = useId()
  const close = () => setOpen(false)
  const button = (
    <button type="button" className="bell" aria-label={m.notice.bell(unread)} aria-expanded={open} aria-controls={panel} onKeyDown={(event) => event.key === 'Escape' && close()} {...(narrow && { onClick: () => setOpen(true) })}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0" />
      </svg>
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </button>
  )
  if (narrow)
    return (
      <>
        {button}
        {open && (
          <Suspense fallback={null}>
            <NoticeDrawer onClose={close} />
          </Suspense>
        )}
      </>
    )
  const content = (
    <div id={panel}>
      <Suspense fallback={<LoadingState />}>
        <NoticeList onOpen={close} />
      </Suspense>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} destroyOnHidden>
      {button}
    </Popover>
  )
}
