import type { z } from 'zod'
import type * as access from '../../api/access.ts'
import type * as account from '../../api/account.ts'
import type * as answer from '../../api/answer.ts'
import type * as batch from '../../api/batch.ts'
import type * as calendar from '../../api/calendar.ts'
import type * as calling from '../../api/call.ts'
import type * as close from '../../api/close.ts'
import type * as entryCompare from '../../api/entry-compare.ts'
import type * as design from '../../api/design.ts'
import type * as drafting from '../../api/measure-draft.ts'
import type * as entry from '../../api/entry.ts'
import type * as deputy from '../../api/deputy.ts'
import type * as finding from '../../api/finding.ts'
import type * as file from '../../api/file.ts'
import type * as form from '../../api/form.ts'
import type * as freeze from '../../api/freeze.ts'
import type * as link from '../../api/link.ts'
import type * as figure from '../../api/figure.ts'
import type * as importing from '../../api/import.ts'
import type * as indicator from '../../api/indicator.ts'
import type * as org from '../../api/org.ts'
import type * as procedure from '../../api/procedure.ts'
import type * as publication from '../../api/publication.ts'
import type * as reply from '../../api/reply.ts'
import type * as roll from '../../api/roll.ts'
import type * as brief from '../../api/brief.ts'
import type * as history from '../../api/history.ts'
import type * as instruction from '../../api/instruction.ts'
import type * as personal from '../../api/personal.ts'
import type * as proposal from '../../api/proposal.ts'
import type * as remark from '../../api/remark.ts'
import type * as report from '../../api/report.ts'
import type * as section from '../../api/section.ts'
import type * as session from '../../api/session.ts'
import type * as setup from '../../api/setup.ts'
import type * as source from '../../api/source.ts'
import type * as start from '../../api/start.ts'
import type * as matter from '../../api/matter.ts'
import type * as channel from '../../api/channel.ts'
import type * as notice from '../../api/notice.ts'
import type * as matterTie from '../../api/matter-tie.ts'
import type * as supervision from '../../api/supervision.ts'
import type * as template from '../../api/template.ts'
import type * as today from '../../api/today.ts'
import type * as view from '../../api/view.ts'
import type * as word from '../../api/word.ts'

/**
 * The calls the screens make, typed by the route descriptors of the wire. Only the types are taken from there:
 * the schemas stay on the server, which checks every input, and out of the browser's bundle.
 */
export type Wire = {
  'town.read': typeof session.readTown
  'session.read': typeof session.readSession
  'session.create': typeof session.createSession
  'session.end': typeof session.endSession
  'session.password': typeof session.changePassword
  'setup.claim': typeof setup.claimSetup
  'setup.read': typeof setup.readSetup
  'setup.orgs': typeof setup.saveSetupOrgs
  'setup.ledgers': typeof setup.saveSetupLedgers
  'setup.move': typeof setup.moveSetup
  'start.read': typeof start.readStart
  'today.read': typeof today.readToday
  'book.verify': typeof today.verifyBook
  'report.read': typeof report.readReport
  'report.tell': typeof report.tellReport
  'report.list': typeof report.listReports
  'report.create': typeof report.createReport
  'report.open': typeof report.openReport
  'report.move': typeof report.moveReport
  'report.rename': typeof report.renameReport
  'section.write': typeof section.writeSection
  'section.create': typeof section.createSection
  'section.split': typeof section.splitSection
  'section.move': typeof section.moveSection
  'section.assign': typeof section.assignSection
  'section.remove': typeof section.removeSection
  'freeze.create': typeof freeze.createFreeze
  'freeze.ask': typeof freeze.askThaw
  'freeze.approve': typeof freeze.approveThaw
  'freeze.refuse': typeof freeze.refuseThaw
  'report.return': typeof word.returnReport
  'report.take': typeof word.takeReport
  'report.history': typeof history.reportHistory
  'report.compare': typeof history.compareReport
  'remark.list': typeof remark.listRemarks
  'remark.create': typeof remark.createRemark
  'remark.answer': typeof remark.answerRemark
  'remark.withdraw': typeof remark.withdrawRemark
  'proposal.list': typeof proposal.listProposals
  'proposal.create': typeof proposal.createProposal
  'proposal.accept': typeof proposal.acceptProposal
  'proposal.decline': typeof proposal.declineProposal
  'template.list': typeof template.listTemplates
  'template.create': typeof template.createTemplate
  'template.void': typeof template.voidTemplate
  'instruction.list': typeof instruction.listInstructions
  'instruction.create': typeof instruction.createInstruction
  'matter.read': typeof matter.readMatter
  'matter.people': typeof matter.listMatterPeople
  'matter.list': typeof matter.listMatters
  'matter.waiting': typeof matter.readWaiting
  'matter.left': typeof matter.listLeft
  'matter.release': typeof matter.releaseMatters
  'matter.days': typeof matter.listDueDays
  'matter.ties': typeof matterTie.listTies
  'matter.split': typeof matterTie.splitMatter
  'matter.merge': typeof matterTie.mergeMatter
  'matter.link': typeof matterTie.linkMatter
  'matter.untie': typeof matterTie.untieMatter
  'matter.find': typeof matterTie.findMatters
  'deputy.list': typeof deputy.listDeputies
  'deputy.name': typeof deputy.nameDeputy
  'deputy.end': typeof deputy.endDeputy
  'finding.read': typeof finding.readFinding
  'finding.create': typeof finding.createFinding
  'channel.list': typeof channel.listChannels
  'channel.save': typeof channel.saveChannel
  'channel.void': typeof channel.voidChannel
  'channel.test': typeof channel.testChannel
  'notice.list': typeof notice.listNotices
  'notice.read': typeof notice.readNotices
  'notice.reach': typeof notice.readReach
  'notice.address': typeof notice.setReach
  'supervision.create': typeof supervision.createSupervision
  'import.open': typeof importing.openImport
  'import.read': typeof importing.readImport
  'import.map': typeof importing.mapImport
  'import.accept': typeof importing.acceptImport
  'import.cancel': typeof importing.cancelImport
  'import.list': typeof importing.listImports
  'edition.seal': typeof report.sealEdition
  'edition.read': typeof report.readEdition
  'publication.list': typeof publication.listPublications
  'publication.create': typeof publication.createPublication
  'publication.withdraw': typeof publication.withdrawPublication
  'publication.read': typeof publication.readPublication
  'publication.figure': typeof publication.readPublicFigure
  'publication.compare': typeof publication.comparePublications
  'report.brief': typeof brief.briefReport
  'report.roll': typeof roll.rollReport
  'reply.list': typeof reply.listReplies
  'reply.create': typeof reply.createReply
  'reply.void': typeof reply.voidReply
  'figure.list': typeof figure.listFigures
  'figure.measures': typeof figure.listMeasures
  'figure.trace': typeof figure.traceFigure
  'figure.trend': typeof figure.trendFigures
  'figure.history': typeof figure.figureHistory
  'indicator.list': typeof indicator.listIndicators
  'indicator.read': typeof indicator.readIndicator
  'indicator.save': typeof indicator.saveIndicator
  'indicator.void': typeof indicator.voidIndicator
  'ledger.declare': typeof entry.declareLedger
  'ledger.versions': typeof design.ledgerVersions
  'design.open': typeof design.openDesign
  'design.read': typeof design.readDesign
  'design.map': typeof design.mapDesign
  'design.name': typeof design.nameDesign
  'design.check': typeof design.checkDesign
  'design.take': typeof design.takeDesign
  'measure.declare': typeof entry.declareMeasure
  'measure.propose': typeof drafting.proposeMeasures
  'measure.draft': typeof drafting.draftMeasure
  'ledger.list': typeof entry.listLedgers
  'org.list': typeof entry.listOrgs
  'org.create': typeof org.createOrg
  'org.rename': typeof org.renameOrg
  'org.move': typeof org.moveOrg
  'org.merge': typeof org.mergeOrg
  'post.handover': typeof org.handOverPosts
  'account.list': typeof account.listAccounts
  'account.create': typeof account.createAccount
  'account.reset': typeof account.resetAccount
  'account.lock': typeof account.lockAccount
  'account.unlock': typeof account.unlockAccount
  'batch.read': typeof batch.readBatch
  'batch.undo': typeof batch.undoBatch
  'view.list': typeof view.listViews
  'view.save': typeof view.saveView
  'view.void': typeof view.voidView
  'form.list': typeof form.listForms
  'form.open': typeof form.openForm
  'form.read': typeof form.readForm
  'form.map': typeof form.mapForm
  'form.describe': typeof form.describeForm
  'form.preview': typeof form.previewForm
  'form.fill': typeof form.fillForm
  'form.void': typeof form.voidForm
  'saved.read': typeof form.readSaved
  'close.list': typeof close.listCloses
  'close.create': typeof close.createClose
  'correction.list': typeof close.listCorrections
  'correction.propose': typeof close.proposeCorrection
  'correction.approve': typeof close.approveCorrection
  'correction.refuse': typeof close.refuseCorrection
  'call.draft': typeof calling.draftCall
  'call.create': typeof calling.createCall
  'call.list': typeof calling.listCalls
  'call.read': typeof calling.readCall
  'call.close': typeof calling.closeCall
  'answer.read': typeof answer.readAnswer
  'answer.write': typeof answer.writeAnswer
  'answer.confirm': typeof answer.confirmAnswer
  'answer.return': typeof answer.returnAnswer
  'answer.accept': typeof answer.acceptAnswer
  'answer.remind': typeof answer.remindAnswers
  'access.explain': typeof access.explainAccess
  'entry.compare': typeof entryCompare.compareEntry
  'entry.reveal': typeof personal.revealField
  'entry.find': typeof personal.findSealed
  'entry.print': typeof personal.printList
  'read.list': typeof personal.listReads
  'erasure.list': typeof personal.listErasures
  'erasure.propose': typeof personal.proposeErasure
  'erasure.approve': typeof personal.approveErasure
  'erasure.refuse': typeof personal.refuseErasure
  'file.upload': typeof file.uploadFile
  'link.find': typeof link.findLinked
  'link.list': typeof link.listLinks
  'link.duplicates': typeof link.listDuplicates
  'link.weigh': typeof link.weighMerge
  'link.merge': typeof link.mergeLinked
  'link.propose': typeof link.proposeMerge
  'calendar.read': typeof calendar.readCalendar
  'calendar.preview': typeof calendar.previewCalendar
  'calendar.enter': typeof calendar.enterCalendar
  'calendar.withdraw': typeof calendar.withdrawCalendar
  'procedure.read': typeof procedure.readProcedure
  'procedure.list': typeof procedure.listProcedures
  'setting.list': typeof file.listSettings
  'setting.change': typeof file.changeSetting
  'close.preview': typeof close.previewClose
  'correction.effect': typeof close.correctionEffect
  'source.list': typeof source.listSources
  'source.read': typeof source.readSource
  'source.accept': typeof source.acceptSource
  'source.open': typeof source.openSource
}

export type Verb = keyof Wire
export type InputOf<V extends Verb> = z.input<Wire[V]['input']>
export type OutputOf<V extends Verb> = z.output<Wire[V]['output']>

/** Verbs of every declared ledger, `<ledger>.<act>` on the wire. */
export type LedgerWire = ReturnType<typeof entry.entryRoutes>
export type LedgerAct = keyof LedgerWire
export type LedgerInput<A extends LedgerAct> = z.input<LedgerWire[A]['input']>
export type LedgerOutput<A extends LedgerAct> = z.output<LedgerWire[A]['output']>
