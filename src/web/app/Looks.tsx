import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { ConfigProviderProps } from 'antd'
import { SearchOutlined } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import { useSpeech } from './i18n.tsx'
import { theme } from './theme.ts'

/** antd in our tokens, and its own few words in the language that is read. */
export const Looks = ({ children }: { children: ReactNode }) => {
  const { lang, m } = useSpeech()
  const locale = useMemo<ConfigProviderProps['locale']>(
    () => ({
      locale: lang === 'zh' ? 'zh-cn' : 'en',
      Modal: { okText: m.ui.ok, cancelText: m.ui.cancel, justOkText: m.ui.ok },
      global: { show: m.ui.show, hide: m.ui.hide, close: m.ui.close },
      Empty: { description: m.ui.nothing },
    }),
    [lang, m],
  )
  const find = useMemo(() => ({ searchIcon: <SearchOutlined aria-label={m.ui.find} /> }), [m])
  return (
    <ConfigProvider theme={theme} locale={locale} wave={{ disabled: true }} button={{ autoInsertSpace: false }} inputSearch={find}>
      {children}
    </ConfigProvider>
  )
}
