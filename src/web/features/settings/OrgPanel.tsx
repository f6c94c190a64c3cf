import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { useOrgs } from '../../app/orgs.ts'
import { Answer } from '../../ui/Answer.tsx'

/** The tree of organisations, offices before villages as the town declared them. */
export const OrgPanel = () => {
  const { m, lang } = useSpeech()
  const query = useCall('org.list', {}, { staleTime: 300_000 })
  const { orgs } = useOrgs()
  return (
    <Answer query={query}>
      {() => (
        <ul className="org-tree">
          {orgs.map((org) => (
            <li key={org.code} className={`org-depth-${Math.min(org.depth, 3)}`}>
              <span>{org[lang]}</span>
              <small>{m.settings.orgKinds(org.kind)}</small>
              <code>{org.code}</code>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  )
}
