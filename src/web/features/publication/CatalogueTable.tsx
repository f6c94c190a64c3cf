import type { Catalogue } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'

const terms = ['index', 'issuer', 'mode', 'category', 'theme', 'day', 'made', 'scope'] as const

/** What the disclosure catalogue tells of a public text, in two columns as government pages have it. */
export const CatalogueTable = ({ catalogue }: { catalogue: Catalogue }) => {
  const { m } = useSpeech()
  return (
    <dl className="catalogue" aria-label={m.publication.catalogue}>
      {terms.map((term) => (
        <div key={term}>
          <dt>{m.publication.metadata[term]}</dt>
          <dd lang="zh-CN">{catalogue[term]}</dd>
        </div>
      ))}
    </dl>
  )
}
