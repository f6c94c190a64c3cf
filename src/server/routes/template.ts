import { createTemplate, listTemplates, voidTemplate } from '../../api/template.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { openTemplate } from '../../formats/docx/template.ts'
import { hashOf, putFile } from '../../store/files.ts'
import { findTemplates } from '../../store/templates.ts'
import { mediaTypes } from '../document/media-type.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'

export const listTemplatesEndpoint = endpoint({
  route: listTemplates,
  load: ({ town }, reader) => findTemplates(reader, town.schema),
  present: (templates, { caller }) => ({
    templates: templates.map(({ id, version, title, name, day, size }) => ({ entry: id, version, title, name, day, size })),
    can: Object.fromEntries([createTemplate.verb, voidTemplate.verb].map((verb) => [verb, mayUse(caller.posts, verb)])),
  }),
})

/** The file is tried as a layout before it is kept, so that no report is refused by one. */
export const createTemplateEndpoint = endpoint({
  route: createTemplate,
  load: async ({ input, town }, reader) => {
    const { content, title } = input
    if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return fieldProblem('content', 'not-base64')
    const bytes = Buffer.from(content, 'base64')
    const template = openTemplate(bytes)
    if (isRefusal(template)) return fieldProblem('content', template.code, template.details)
    const standing = await findTemplates(reader, town.schema)
    if (standing.some((each) => each.title === title)) return fieldProblem('title', 'not-unique', { constraint: title })
    return { hash: hashOf(bytes), mediaType: mediaTypes.docx, bytes }
  },
  prepare: async (file, { town }) => {
    await putFile(town.db.pool, town.schema, file)
    return file
  },
  decide: ({ hash, bytes }, { input, book, today }) => ({
    changes: [{ act: 'create', verb: createTemplate.verb, ledger: 'template', spans: [{ from: null, to: null, fields: { title: input.title, org: book.treeAt(today).root, day: today, name: input.name, hash, size: String(bytes.length) } }] }],
  }),
  present: (_, __, { id, journal }) => ({ template: id, journal }),
})

export const voidTemplateEndpoint = endpoint({
  route: voidTemplate,
  load: async ({ input, town }, reader) => {
    const [template] = await findTemplates(reader, town.schema, input.entry)
    return template ?? refuse('not-found', { what: `#${input.entry}` })
  },
  decide: ({ id }, { input }) => ({ changes: [{ act: 'void', verb: voidTemplate.verb, ledger: 'template', entry: id, saw: input.saw }], reason: input.reason }),
  present: ({ id }, _, { journal }) => ({ entry: id, journal }),
})
