import type { ReactNode } from 'react'
import { Drawer } from 'antd'
import { useNarrow } from './useNarrow.ts'

type Props = { readonly title: ReactNode; readonly label: string; readonly onClose: () => void; readonly footer?: ReactNode; readonly width?: number; readonly children: ReactNode }

/** A panel from the right edge that keeps the page in sight; on a phone it takes the whole screen. */
export const PanelDrawer = ({ title, label, onClose, footer, width = 720, children }: Props) => {
  const narrow = useNarrow(720)
  return (
    <Drawer
      open
      title={title}
      aria-label={label}
      onClose={onClose}
      placement="right"
      size={narrow ? '100%' : Math.min(width, 1200)}
      footer={footer}
      mask={{ blur: false }}
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}
