import type { PublicationOut } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** What changed since the text went out, both values; and the head of the journal it was sealed at, with how to check it. */
export const PublicChecking = ({ data }: { data: PublicationOut }) => {
  const { m, w } = useSpeech()
  return (
    <div className="public-checking">
      <section aria-label={m.publication.restatement}>
        <h2>{m.publication.restatement}</h2>
        {data.restatement.length === 0 ? (
          <p>{m.publication.unchanged}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th />
                <th>{m.publication.then}</th>
                <th>{m.publication.now}</th>
              </tr>
            </thead>
            <tbody>
              {data.restatement.map((each) => (
                <tr key={each.measure}>
                  <th scope="row">{w(each.title)}</th>
                  <td lang="zh-CN">{each.then}</td>
                  <td lang="zh-CN">{each.now}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section aria-label={m.publication.checking}>
        <h2>{m.publication.checking}</h2>
        <p>{m.publication.edition(data.edition.number, data.edition.day)}</p>
        <p>{m.publication.checkingLine(data.edition.headNumber)}</p>
        <p>
          <code className="hash">{data.edition.headHash}</code>
        </p>
      </section>
    </div>
  )
}
