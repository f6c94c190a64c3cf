import type { ReactNode } from 'react'
import { Drawer } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import { useNarrow } from './useNarrow.ts'

type Props = { readonly title: string; readonly label: string; readonly onClose: () => void; readonly footer?: ReactNode; readonly className?: string; readonly children: ReactNode }

/** A panel from the right edge that keeps the page in sight; on a phone it takes the whole screen. */
export const PanelDrawer = ({ title, label, onClose, footer, className, children }: Props) => {
  const { m } = useSpeech()
  const narrow = useNarrow(720)
  return (
    <Drawer
      open
      title={<PanelTitle title={title} label={label} />}
      onClose={onClose}
      closable={{ 'aria-label': m.ui.close }}
      placement="right"
      size={narrow ? '100%' : 'clamp(592px, calc(100vw - 836px), 820px)'}
      footer={footer}
      mask={false}
      {...(className !== undefined && { className })}
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}

/** The panel is called by its title; those who listen hear its whole name. */
const PanelTitle = ({ title, label }: { title: string; label: string }) => (
  <>
    <span className="only-read">{label}</span>
    <span aria-hidden="true">{title}</span>
  </>
)
