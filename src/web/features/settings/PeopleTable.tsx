import { Button } from 'antd'
import type { PersonOut } from '../../../api/account.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { LampState } from '../../ui/Lamp.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { momentText } from '../../ui/moment-text.ts'
import type { AccountAct } from './AccountDialog.tsx'

const lamps: Readonly<Record<PersonOut['state'], LampState>> = { none: 'none', open: 'kept', first: 'behind', locked: 'overdue', stopped: 'none' }
const acts: readonly AccountAct[] = ['reset', 'lock', 'unlock']

/** Everyone with posts, login and its state, and what may be done with the account. */
export const PeopleTable = ({ people, onAct }: { people: readonly PersonOut[]; onAct: (act: AccountAct, person: PersonOut) => void }) => {
  const { m, w, lang } = useSpeech()
  const { town } = useSession()
  return (
    <DataTable
      caption={m.people.title}
      rows={people}
      keyOf={(row) => `${row.id}/${row.login ?? ''}`}
      columns={[
        { key: 'name', title: m.people.name, lead: true, cell: (row) => <span className="person-name">{row.name}</span> },
        { key: 'org', title: m.people.org, cell: (row) => row.org[lang] },
        {
          key: 'posts',
          title: m.people.posts,
          cell: ({ posts, org }) =>
            posts.length === 0 ? (
              <span className="faint">{m.people.noPosts}</span>
            ) : (
              <ul>
                {posts.map((post) => (
                  <li key={`${post.role}/${post.org.code}/${post.from}`}>
                    {post.org.code === org.code ? w(post.title) : `${w(post.title)} · ${post.org[lang]}`}
                    {post.from > town.today && <small className="post-when">{m.people.since(post.from)}</small>}
                    {post.to !== null && <small className="post-when">{m.people.until(post.to)}</small>}
                  </li>
                ))}
              </ul>
            ),
        },
        { key: 'login', title: m.people.login, cell: (row) => <code>{row.login}</code> },
        { key: 'state', title: m.people.state, cell: (row) => <Lamp state={lamps[row.state]} text={m.people.states[row.state]} /> },
        { key: 'signed-in', title: m.people.signedIn, cell: (row) => row.signedInAt !== null && <span className="number-text">{momentText(row.signedInAt)}</span> },
        {
          key: 'acts',
          title: m.people.acts,
          cell: (row) =>
            acts.some((act) => row.can[act]) && (
              <span className="people-acts">
                {acts
                  .filter((act) => row.can[act])
                  .map((act) => (
                    <Button key={act} size="small" aria-label={m.people.account(m.people[act], row.name)} onClick={() => onAct(act, row)}>
                      {m.people[act]}
                    </Button>
                  ))}
              </span>
            ),
        },
      ]}
    />
  )
}
