import type { ReactNode } from 'react'
import { Link, useLocation } from '@tanstack/react-router'
import { DemoBanner } from '../ui/DemoBanner.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Seal } from '../ui/Seal.tsx'
import { Bell } from './Bell.tsx'
import { useSpeech } from './i18n.tsx'
import { may } from './may.ts'
import { OfflineNote } from './OfflineNote.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { useSession } from './session.tsx'
import './shell.css'

/** The frame of every screen: whose town, the reading order, who is reading. On a phone the reading order is a bar at the foot. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { m, lang } = useSpeech()
  const { town, setup, can } = useSession()
  const { pathname } = useLocation()
  const part = partOf(pathname)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {m.shell.skip}
      </a>
      <DemoBanner town={town} />
      <header className="shell-top">
        <Link to="/report" className="shell-town">
          <Seal size={28} />
          <span>
            <b>{town[lang]}</b>
            <small>{m.shell.product}</small>
          </span>
        </Link>
        <nav className="shell-nav" aria-label={m.shell.navigation}>
          <Link to="/today">{m.shell.today}</Link>
          <Link to="/report" {...here(part === 'report')}>
            {m.shell.report}
          </Link>
          <Link to="/matters">{m.shell.matters}</Link>
          <Link to="/ledgers">{m.shell.ledgers}</Link>
          <Link to="/figures" {...here(part === 'figures')}>
            {m.shell.figures}
          </Link>
          {may(can, 'form.list') && <Link to="/forms">{m.shell.forms}</Link>}
          <Link to="/settings">{m.shell.settings}</Link>
        </nav>
        <div className="shell-person">
          {may(can, 'notice.watch') && <Bell />}
          <LanguageSwitch />
          <PersonMenu />
        </div>
      </header>
      <OfflineNote />
      {setup === 'open' && pathname !== '/setup' && may(can, 'setup.move') && (
        <p className="shell-note" role="note">
          {m.setup.going} <Link to="/setup">{m.setup.goOn}</Link>
        </p>
      )}
      <main id="main" tabIndex={-1} className="shell-main">
        {children}
      </main>
    </div>
  )
}

/** The part of the reading order a screen belongs to, where its address does not begin with it. */
const partOf = (path: string): 'report' | 'figures' | undefined => (/^\/(?:instructions|editions|sources)\b/.test(path) ? 'report' : /^\/indicators\b/.test(path) ? 'figures' : undefined)

const here = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {})
