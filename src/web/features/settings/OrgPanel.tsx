import { useState } from 'react'
import { Alert, Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import type { Org } from '../../app/orgs.ts'
import { useOrgs } from '../../app/orgs.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { OrgDialog } from './OrgDialog.tsx'
import { orgActs } from './useOrgAct.ts'

/** The tree of organisations, offices before villages as the town declared them, and what may be done with each. */
export const OrgPanel = () => {
  const { m, lang } = useSpeech()
  const { can, town } = useSession()
  const query = useCall('org.list', {}, { staleTime: 300_000 })
  const { orgs, nameOf } = useOrgs()
  const [open, setOpen] = useState<Org>()
  const [done, setDone] = useState<string>()
  const acts = orgActs.filter((act) => may(can, `org.${act}`))
  const actsOf = (org: Org) => acts.filter((act) => org.to === null && (org.depth > 0 || act === 'create' || act === 'rename'))
  return (
    <Answer query={query}>
      {() => (
        <>
          <p className="form-about">{m.org.about}</p>
          {done !== undefined && <Alert type="success" showIcon role="status" title={done} className="refused" />}
          <ul className="org-tree">
            {orgs.map((org) => (
              <li key={org.code} className={`org-depth-${Math.min(org.depth, 3)}`}>
                <span className={org.to !== null && org.to <= town.today ? 'faint' : undefined}>
                  {org[lang]}
                  {org.to !== null && <small className="org-ended">{org.successor === null ? m.org.ended(org.to) : m.org.merged(org.to, nameOf(org.successor))}</small>}
                </span>
                <small>{m.settings.orgKinds(org.kind)}</small>
                <code>{org.code}</code>
                {acts.length > 0 &&
                  (actsOf(org).length === 0 ? (
                    <i className="org-acts" />
                  ) : (
                    <Button size="small" className="org-acts" aria-label={m.org.openFor(org[lang])} onClick={() => setOpen(org)}>
                      {m.org.open}
                    </Button>
                  ))}
              </li>
            ))}
          </ul>
          {open !== undefined && (
            <OrgDialog
              key={open.code}
              acts={actsOf(open)}
              org={open}
              onClose={() => setOpen(undefined)}
              onDone={(act, name, day) => {
                setDone(m.org.done(m.org.acts[act], name, day))
                setOpen(undefined)
              }}
            />
          )}
        </>
      )}
    </Answer>
  )
}
