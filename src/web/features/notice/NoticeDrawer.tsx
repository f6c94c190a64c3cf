import { useSpeech } from '../../app/i18n.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { NoticeList } from './NoticeList.tsx'

/** The notices over the whole of a phone's screen. */
export const NoticeDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const { m } = useSpeech()
  return (
    <PanelDrawer title={m.notice.title} label={m.notice.title} onClose={onClose} className="notice-drawer">
      <NoticeList onOpen={onClose} />
    </PanelDrawer>
  )
}
