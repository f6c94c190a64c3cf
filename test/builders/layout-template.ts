import { createCipheriv } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/**
 * A town's own layout as Chinese Word saves one: numeric style ids, headings counted by a list, a letterhead that the last section takes over from
 * the first, text and a comment of an old report, and a template it is attached to. `changes` writes parts anew; undefined leaves one out.
 */
export const layoutTemplate = (changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Uint8Array => {
  const rels = (all: readonly (readonly [id: string, kind: string, target: string, external?: boolean])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, kind, target, external]) => `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`
  const override = (name: string, kind: string): string => `<Override PartName="/word/${name}.xml" ContentType="${wordType}${kind}+xml"/>`
  const named = (type: string, id: string, name: string, more = ''): string => `<w:style w:type="${type}"${name === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const parts: Readonly<Record<string, string | Uint8Array | undefined>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override('document', 'template.main')}${override('styles', 'styles')}${override('numbering', 'numbering')}${override('settings', 'settings')}${override('header1', 'header')}${override('footer1', 'footer')}${override('comments', 'comments')}</Types>`,
    '_rels/.rels': rels([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document xmlns:w="${w}" xmlns:r="${relation}"><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr></w:pPr></w:p><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>旧报告的文字</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p><w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="10440" w:h="14740"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': rels([['rId1', 'styles', 'styles.xml'], ['rId2', 'numbering', 'numbering.xml'], ['rId3', 'settings', 'settings.xml'], ['rId4', 'header', 'header1.xml'], ['rId5', 'footer', '/word/footer1.xml'], ['rId6', 'comments', 'comments.xml']]),
    'word/styles.xml': `<w:styles xmlns:w="${w}">${named('paragraph', 'a', 'Normal')}${named('paragraph', '1', 'heading 1', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')}${named('paragraph', '2', 'heading 2')}${named('paragraph', 'a3', 'Title', '<w:rPr><w:color w:val="C00000"/></w:rPr>')}${named('character', 'Heading3', '重点')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    'word/settings.xml': `<w:settings xmlns:w="${w}" xmlns:r="${relation}"><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="555"/></w:settings>`,
    'word/_rels/settings.xml.rels': rels([['rId1', 'attachedTemplate', 'file:///C:/Users/wang/office.dotm', true]]),
    'word/header1.xml': `<w:hdr xmlns:w="${w}"><w:p><w:r><w:t>新浦镇人民政府文件</w:t></w:r></w:p></w:hdr>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${w}"><w:p><w:r><w:t>版式模板页脚</w:t></w:r></w:p></w:ftr>`,
    'word/comments.xml': `<w:comments xmlns:w="${w}"><w:comment w:id="0" w:author="王芳"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment></w:comments>`,
    ...changes,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part === undefined ? [] : [[name, typeof part === 'string' ? strToU8(part) : part]]))), { mtime: '2020-01-01T12:00:00' })
}

/** The same with a letterhead whose picture takes so many bytes. */
export const pictureTemplate = (bytes: number): Uint8Array =>
  layoutTemplate({
    'word/_rels/header1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/image" Target="media/letterhead.png"/></Relationships>`,
    'word/media/letterhead.png': noise(bytes),
  })

/** Bytes that no packing makes fewer, the same each time. */
const noise = (length: number): Uint8Array => createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length))
