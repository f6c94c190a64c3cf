import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { call, keepToken } from './call.ts'
import { forgetBook } from './client.ts'
import { isOutOfReach } from './errors.ts'
import { useSpeech } from './i18n.tsx'
import { leaving } from './leaving.ts'
import { useSession } from './session.tsx'

/** Who is signed in and by which posts; the way out. */
export const PersonMenu = () => {
  const { m, w, lang } = useSpeech()
  const { person, posts } = useSession()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const leave = useMutation({
    mutationFn: () => call('session.end', {}),
    onError: (thrown) => isOutOfReach(thrown) && leaving.mark(),
    onSettled: () => {
      keepToken(undefined)
      forgetBook(null)
    },
  })
  const content = (
    <div id={panel} className="person-panel">
      <b>{person.name}</b>
      <ul>
        {posts.map((post) => (
          <li key={`${post.role}@${post.org.code}`}>
            {w(post.title)}
            <span>{post.org[lang]}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/settings" search={{ part: 'deputies' }} onClick={() => setOpen(false)}>
          {m.deputy.title}
        </Link>
      </p>
      <Button block loading={leave.isPending} onClick={() => leave.mutate()}>
        {m.shell.signOut}
      </Button>
    </div>
  )
  const first = posts[0]
  return (
    <Popover content={content} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}>
      <button type="button" className="person-button" aria-expanded={open} aria-controls={panel} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        <b>{person.name}</b>
        {first !== undefined && <small>{first.role === 'line' || first.role === 'head' || first.role === 'village' ? first.org[lang] : w(first.title)}</small>}
      </button>
    </Popover>
  )
}
