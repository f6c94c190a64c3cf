import { entryRoutes, listLedgers, listOrgs, declareLedger, declareMeasure } from '../../api/entry.ts'
import { acceptAnswer, confirmAnswer, readAnswer, remindAnswers, returnAnswer, writeAnswer } from '../../api/answer.ts'
import { readBatch, undoBatch } from '../../api/batch.ts'
import { closeCall, createCall, draftCall, listCalls, readCall } from '../../api/call.ts'
import { checkDesign, ledgerVersions, mapDesign, nameDesign, openDesign, readDesign, takeDesign } from '../../api/design.ts'
import { draftMeasure, proposeMeasures } from '../../api/measure-draft.ts'
import { acceptImport, cancelImport, listImports, mapImport, openImport, problemsImport, readImport } from '../../api/import.ts'
import { approveCorrection, correctionEffect, createClose, listCloses, listCorrections, previewClose, proposeCorrection, refuseCorrection } from '../../api/close.ts'
import { figureHistory, listFigures, listMeasures, templateFigures, traceFigure, trendFigures } from '../../api/figure.ts'
import { approveThaw, askThaw, createFreeze, refuseThaw } from '../../api/freeze.ts'
import { comparePublications, createPublication, listPublications, readPublication, readPublicFigure, withdrawPublication } from '../../api/publication.ts'
import { briefReport } from '../../api/brief.ts'
import { describeForm, fetchForm, fillForm, listForms, mapForm, openForm, previewForm, readForm, readSaved, voidForm } from '../../api/form.ts'
import { createReply, listReplies, voidReply } from '../../api/reply.ts'
import { rollReport } from '../../api/roll.ts'
import { exportIndicator, listIndicators, readIndicator, saveIndicator, voidIndicator } from '../../api/indicator.ts'
import { createReport, exportEdition, exportReport, listReports, moveReport, openReport, readEdition, readReport, renameReport, sealEdition, tellReport } from '../../api/report.ts'
import { assignSection, createSection, moveSection, removeSection, splitSection, writeSection } from '../../api/section.ts'
import { compareReport, reportHistory } from '../../api/history.ts'
import { createTemplate, listTemplates, voidTemplate } from '../../api/template.ts'
import { createInstruction, fetchInstruction, listInstructions } from '../../api/instruction.ts'
import { acceptProposal, createProposal, declineProposal, listProposals } from '../../api/proposal.ts'
import { answerRemark, createRemark, listRemarks, withdrawRemark } from '../../api/remark.ts'
import { createSupervision } from '../../api/supervision.ts'
import { watchReport } from '../../api/watch.ts'
import { listChannels, saveChannel, testChannel, voidChannel } from '../../api/channel.ts'
import { createAccount, listAccounts, lockAccount, resetAccount, unlockAccount } from '../../api/account.ts'
import { createOrg, handOverPosts, mergeOrg, moveOrg, renameOrg } from '../../api/org.ts'
import { acceptSource, fetchSource, listSources, openSource, readSource } from '../../api/source.ts'
import { findLinked, listDuplicates, listLinks, mergeLinked, proposeMerge, weighMerge } from '../../api/link.ts'
import { readSetup, moveSetup, saveSetupLedgers, saveSetupOrgs } from '../../api/setup.ts'
import { readStart } from '../../api/start.ts'
import { readToday, verifyBook } from '../../api/today.ts'
import { endDeputy, listDeputies, nameDeputy } from '../../api/deputy.ts'
import { createFinding, readFinding } from '../../api/finding.ts'
import { findMatters, linkMatter, listTies, mergeMatter, splitMatter, untieMatter } from '../../api/matter-tie.ts'
import { listDueDays, listMatterPeople, listMatters, readMatter, readWaiting, listLeft, releaseMatters } from '../../api/matter.ts'
import { listNotices, readNotices, readReach, setReach, watchNotices } from '../../api/notice.ts'
import { listViews, saveView, voidView } from '../../api/view.ts'
import { returnReport, takeReport } from '../../api/word.ts'
import { explainAccess } from '../../api/access.ts'
import { compareEntry } from '../../api/entry-compare.ts'
import { changeSetting, fetchFile, listSettings, uploadFile } from '../../api/file.ts'
import { approveErasure, findSealed, listErasures, listReads, printList, proposeErasure, refuseErasure, revealField } from '../../api/personal.ts'
import { enterCalendar, previewCalendar, readCalendar, withdrawCalendar } from '../../api/calendar.ts'
import { listProcedures, readProcedure } from '../../api/procedure.ts'
import { words } from '../../core/words.ts'

/** Every fixed route on the book, in the order the API page lists them. */
export const bookRoutes = [
  readSetup, saveSetupOrgs, saveSetupLedgers, moveSetup, readStart,
  readToday, listOrgs, createOrg, renameOrg, moveOrg, mergeOrg, handOverPosts, listAccounts, createAccount, resetAccount, lockAccount, unlockAccount, listLedgers, declareLedger, declareMeasure, ledgerVersions,
  openDesign, readDesign, mapDesign, nameDesign, checkDesign, takeDesign, proposeMeasures, draftMeasure,
  openImport, readImport, mapImport, acceptImport, cancelImport, problemsImport, listImports, readBatch, undoBatch,
  listViews, saveView, voidView,
  listForms, openForm, readForm, mapForm, describeForm, previewForm, fillForm, fetchForm, voidForm, readSaved,
  listCloses, previewClose, correctionEffect, createClose, listCorrections, proposeCorrection, approveCorrection, refuseCorrection,
  listMeasures, listFigures, traceFigure, trendFigures, figureHistory, templateFigures,
  listIndicators, readIndicator, exportIndicator, saveIndicator, voidIndicator,
  listReports, createReport, openReport, moveReport, renameReport, watchReport, writeSection, createSection, splitSection, moveSection, assignSection, removeSection, createFreeze, askThaw, approveThaw, refuseThaw,
  readReport, tellReport, exportReport, sealEdition, readEdition, exportEdition, returnReport, takeReport, readSource, acceptSource, listSources, openSource, fetchSource, verifyBook,
  reportHistory, compareReport, listRemarks, createRemark, answerRemark, withdrawRemark, listProposals, createProposal, acceptProposal, declineProposal,
  listTemplates, createTemplate, voidTemplate, listMatters, readMatter, listMatterPeople, listInstructions, createInstruction, fetchInstruction, createSupervision, draftCall, createCall, listCalls, readCall, closeCall, readAnswer, writeAnswer, confirmAnswer, returnAnswer, acceptAnswer, remindAnswers,
  readWaiting, listDueDays,
  readFinding, createFinding,
  listNotices, readNotices, watchNotices, readReach, setReach, listPublications, createPublication, withdrawPublication, readPublication, readPublicFigure, comparePublications,
  listChannels, saveChannel, voidChannel, testChannel, briefReport, rollReport, listReplies, createReply, voidReply,
  listTies, splitMatter, mergeMatter, linkMatter, untieMatter, findMatters, compareEntry, explainAccess, revealField, findSealed, printList, listReads, listErasures, proposeErasure, approveErasure, refuseErasure,
  uploadFile, fetchFile, listSettings, changeSetting, readCalendar, previewCalendar, enterCalendar, withdrawCalendar, readProcedure, listProcedures, findLinked, listLinks, listDuplicates, weighMerge, mergeLinked, proposeMerge,
  listDeputies, nameDeputy, endDeputy, listLeft, releaseMatters,
] as const

/** What can be done with the entries of a ledger. */
export const entryActs = Object.keys(entryRoutes('any', words('任', 'any'))) as readonly (keyof ReturnType<typeof entryRoutes>)[]

/** The verbs a session tells the screen about. */
export const askedVerbs: readonly string[] = [...bookRoutes.map((route) => route.verb), 'entry.read', 'entry.write', ...['person', 'post', 'reported', 'target', 'ranking'].flatMap((key) => ['create', 'correct', 'void'].map((act) => `${key}.${act}`))]
