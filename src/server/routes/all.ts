import type { Ledger } from '../../core/ledger/ledger.ts'
import { findStep } from '../../core/matter/procedure-parts.ts'
import type { TownBook } from '../../store/book.ts'
import { keptByRow } from '../../core/access/ledger-rights.ts'
import type { Endpoint } from '../call.ts'
import type { House } from '../house.ts'
import { readAnswerEndpoint } from './answer.ts'
import { acceptAnswerEndpoint, confirmAnswerEndpoint, remindAnswersEndpoint, returnAnswerEndpoint, writeAnswerEndpoint } from './answer-step.ts'
import { readBatchEndpoint, undoBatchEndpoint } from './batch.ts'
import { closeCallEndpoint, createCallEndpoint, draftCallEndpoint, listCallsEndpoint, readCallEndpoint } from './call.ts'
import { createAccountEndpoint } from './account-create.ts'
import { listAccountsEndpoint, lockAccountEndpoint, resetAccountEndpoint, unlockAccountEndpoint } from './account.ts'
import { listChannelsEndpoint, saveChannelEndpoint, testChannelEndpoint, voidChannelEndpoint } from './channel.ts'
import { createCloseEndpoint, listClosesEndpoint, previewCloseEndpoint } from './close.ts'
import { approveCorrectionEndpoint, correctionEffectEndpoint, listCorrectionsEndpoint, proposeCorrectionEndpoint, refuseCorrectionEndpoint } from './correction.ts'
import { declareLedgerEndpoint, declareMeasureEndpoint } from './declare.ts'
import { checkDesignEndpoint, ledgerVersionsEndpoint, mapDesignEndpoint, nameDesignEndpoint, openDesignEndpoint, readDesignEndpoint, takeDesignEndpoint } from './design.ts'
import { draftMeasureEndpoint, proposeMeasuresEndpoint } from './measure-draft.ts'
import { exportEditionEndpoint, readEditionEndpoint } from './edition.ts'
import { explainAccessEndpoint } from './access.ts'
import { compareEntryEndpoint } from './entry-compare.ts'
import { approveErasureEndpoint, listErasuresEndpoint, proposeErasureEndpoint, refuseErasureEndpoint } from './erasure.ts'
import { endDeputyEndpoint, listDeputiesEndpoint, nameDeputyEndpoint } from './deputy.ts'
import { createFindingEndpoint, readFindingEndpoint } from './finding.ts'
import { fetchFileEndpoint, uploadFileEndpoint } from './file.ts'
import { enterCalendarEndpoint, previewCalendarEndpoint, readCalendarEndpoint, withdrawCalendarEndpoint } from './calendar.ts'
import { listProceduresEndpoint, readProcedureEndpoint } from './procedure.ts'
import { changeSettingEndpoint, listSettingsEndpoint } from './setting.ts'
import { findSealedEndpoint, printListEndpoint, revealFieldEndpoint } from './personal.ts'
import { listReadsEndpoint } from './read-list.ts'
import { exportEndpoint, templateEndpoint } from './entry-export.ts'
import { editEndpoint } from './entry-edit.ts'
import { fillEndpoint } from './entry-fill.ts'
import { groupEndpoint, listEndpoint } from './entry-list.ts'
import { readEndpoint } from './entry-read.ts'
import { changeEndpoint, correctEndpoint, createEndpoint, endEndpoint, voidEndpoint } from './entry-write.ts'
import { figureHistoryEndpoint, listFiguresEndpoint, listMeasuresEndpoint, traceFigureEndpoint, trendFiguresEndpoint } from './figure.ts'
import { acceptImportEndpoint, cancelImportEndpoint, listImportsEndpoint, mapImportEndpoint, openImportEndpoint, problemsImportEndpoint, readImportEndpoint } from './import.ts'
import { exportIndicatorEndpoint, listIndicatorsEndpoint, readIndicatorEndpoint, saveIndicatorEndpoint, voidIndicatorEndpoint } from './indicator.ts'
import { templateFiguresEndpoint } from './figure-template.ts'
import { findLinkedEndpoint } from './link-find.ts'
import { listDuplicatesEndpoint, listLinksEndpoint } from './link-list.ts'
import { mergeLinkedEndpoint, proposeMergeEndpoint, weighMergeEndpoint } from './link-merge.ts'
import { listLedgersEndpoint } from './ledger.ts'
import { listMatterPeopleEndpoint, listMattersEndpoint, readMatterEndpoint } from './matter.ts'
import { listDueDaysEndpoint, readWaitingEndpoint } from './matter-desk.ts'
import { linkMatterEndpoint, listTiesEndpoint, mergeMatterEndpoint, splitMatterEndpoint } from './matter-tie.ts'
import { findMattersEndpoint } from './matter-find.ts'
import { untieMatterEndpoint } from './matter-untie.ts'
import { listLeftEndpoint, releaseMattersEndpoint } from './matter-left.ts'
import { stepEndpoint } from './matter-step.ts'
import { listNoticesEndpoint, readNoticesEndpoint, readReachEndpoint, setReachEndpoint, watchNoticesEndpoint } from './notice.ts'
import { listOrgsEndpoint } from './org.ts'
import { createOrgEndpoint, handOverEndpoint, mergeOrgEndpoint, moveOrgEndpoint, renameOrgEndpoint } from './org-write.ts'
import { approveThawEndpoint, askThawEndpoint, createFreezeEndpoint, refuseThawEndpoint } from './freeze.ts'
import { exportReportEndpoint, listReportsEndpoint, readReportEndpoint, sealEditionEndpoint, tellReportEndpoint } from './report.ts'
import { createReplyEndpoint, listRepliesEndpoint, voidReplyEndpoint } from './reply.ts'
import { briefReportEndpoint } from './report-brief.ts'
import { rollReportEndpoint } from './report-roll.ts'
import { createReportEndpoint, moveReportEndpoint, openReportEndpoint, renameReportEndpoint } from './report-write.ts'
import { assignSectionEndpoint, createSectionEndpoint, moveSectionEndpoint, removeSectionEndpoint, splitSectionEndpoint, writeSectionEndpoint } from './section.ts'
import { compareReportEndpoint, reportHistoryEndpoint } from './history.ts'
import { createTemplateEndpoint, listTemplatesEndpoint, voidTemplateEndpoint } from './template.ts'
import { createInstructionEndpoint, fetchInstructionEndpoint, listInstructionsEndpoint } from './instruction.ts'
import { acceptProposalEndpoint, createProposalEndpoint, declineProposalEndpoint, listProposalsEndpoint } from './proposal.ts'
import { answerRemarkEndpoint, createRemarkEndpoint, listRemarksEndpoint, withdrawRemarkEndpoint } from './remark.ts'
import { createSupervisionEndpoint } from './supervision.ts'
import { watchReportEndpoint } from './watch.ts'
import { comparePublicationsEndpoint, readPublicationEndpoint, readPublicFigureEndpoint } from './public-page.ts'
import { createPublicationEndpoint, listPublicationsEndpoint, withdrawPublicationEndpoint } from './publication.ts'
import { acceptSourceEndpoint } from './source-accept.ts'
import { readSourceEndpoint } from './source-read.ts'
import { fetchSourceEndpoint, listSourcesEndpoint, openSourceEndpoint } from './source.ts'
import { changePasswordEndpoint, createSessionEndpoint, endSessionEndpoint, readSessionEndpoint } from './session.ts'
import { claimSetupEndpoint } from './setup-claim.ts'
import { moveSetupEndpoint, readSetupEndpoint } from './setup-read.ts'
import { saveSetupLedgersEndpoint, saveSetupOrgsEndpoint } from './setup-save.ts'
import { readStartEndpoint } from './start.ts'
import { readTodayEndpoint, verifyBookEndpoint } from './today.ts'
import { fetchFormEndpoint, fillFormEndpoint, previewFormEndpoint } from './form-fill.ts'
import { describeFormEndpoint, listFormsEndpoint, mapFormEndpoint, openFormEndpoint, readFormEndpoint, readSavedEndpoint, voidFormEndpoint } from './form.ts'
import { listViewsEndpoint, saveViewEndpoint, voidViewEndpoint } from './view.ts'
import { readTownEndpoint } from './town.ts'
import { returnReportEndpoint, takeReportEndpoint } from './word.ts'

/** The endpoints with a verb of their own. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [
    createSessionEndpoint, readSessionEndpoint, endSessionEndpoint, changePasswordEndpoint, readTownEndpoint,
    claimSetupEndpoint, readSetupEndpoint, saveSetupOrgsEndpoint, saveSetupLedgersEndpoint, moveSetupEndpoint, readStartEndpoint,
    listOrgsEndpoint, createOrgEndpoint, renameOrgEndpoint, moveOrgEndpoint, mergeOrgEndpoint, handOverEndpoint,
    listAccountsEndpoint, createAccountEndpoint, resetAccountEndpoint, lockAccountEndpoint, unlockAccountEndpoint,
    listLedgersEndpoint, declareLedgerEndpoint, declareMeasureEndpoint, ledgerVersionsEndpoint,
    openDesignEndpoint, readDesignEndpoint, mapDesignEndpoint, nameDesignEndpoint, checkDesignEndpoint, takeDesignEndpoint, proposeMeasuresEndpoint, draftMeasureEndpoint,
    openImportEndpoint, readImportEndpoint, mapImportEndpoint, acceptImportEndpoint, cancelImportEndpoint, problemsImportEndpoint, listImportsEndpoint, readBatchEndpoint, undoBatchEndpoint,
    listViewsEndpoint, saveViewEndpoint, voidViewEndpoint,
    listFormsEndpoint, openFormEndpoint, readFormEndpoint, mapFormEndpoint, describeFormEndpoint, previewFormEndpoint, fillFormEndpoint, fetchFormEndpoint, voidFormEndpoint, readSavedEndpoint,
    listClosesEndpoint, previewCloseEndpoint, createCloseEndpoint, correctionEffectEndpoint, previewCloseEndpoint, correctionEffectEndpoint,
    listCorrectionsEndpoint, proposeCorrectionEndpoint, approveCorrectionEndpoint, refuseCorrectionEndpoint,
    readTodayEndpoint, verifyBookEndpoint, readMatterEndpoint, listMatterPeopleEndpoint, listMattersEndpoint, readWaitingEndpoint, listDueDaysEndpoint, readFindingEndpoint, createFindingEndpoint,
    listNoticesEndpoint, readNoticesEndpoint, watchNoticesEndpoint, readReachEndpoint, setReachEndpoint,
    listChannelsEndpoint, saveChannelEndpoint, voidChannelEndpoint, testChannelEndpoint,
    listTiesEndpoint, splitMatterEndpoint, mergeMatterEndpoint, linkMatterEndpoint, untieMatterEndpoint, findMattersEndpoint,
    listDeputiesEndpoint, nameDeputyEndpoint, endDeputyEndpoint,
    listLeftEndpoint, releaseMattersEndpoint,
    listMeasuresEndpoint, listFiguresEndpoint, traceFigureEndpoint, trendFiguresEndpoint, figureHistoryEndpoint, templateFiguresEndpoint,
    listIndicatorsEndpoint, readIndicatorEndpoint, exportIndicatorEndpoint, saveIndicatorEndpoint, voidIndicatorEndpoint,
    listReportsEndpoint, createReportEndpoint, openReportEndpoint, moveReportEndpoint, renameReportEndpoint, watchReportEndpoint,
    writeSectionEndpoint, createSectionEndpoint, splitSectionEndpoint, moveSectionEndpoint, assignSectionEndpoint, removeSectionEndpoint,
    createFreezeEndpoint, askThawEndpoint, approveThawEndpoint, refuseThawEndpoint,
    reportHistoryEndpoint, compareReportEndpoint, listRemarksEndpoint, createRemarkEndpoint, answerRemarkEndpoint, withdrawRemarkEndpoint,
    listProposalsEndpoint, createProposalEndpoint, acceptProposalEndpoint, declineProposalEndpoint,
    listTemplatesEndpoint, createTemplateEndpoint, voidTemplateEndpoint,
    listInstructionsEndpoint, createInstructionEndpoint, fetchInstructionEndpoint, createSupervisionEndpoint,     readReportEndpoint, tellReportEndpoint, exportReportEndpoint, sealEditionEndpoint, readEditionEndpoint, exportEditionEndpoint,
    briefReportEndpoint, rollReportEndpoint, listRepliesEndpoint, createReplyEndpoint, voidReplyEndpoint,
    listPublicationsEndpoint, createPublicationEndpoint, withdrawPublicationEndpoint, readPublicationEndpoint, readPublicFigureEndpoint, comparePublicationsEndpoint,
    returnReportEndpoint, takeReportEndpoint,
    readSourceEndpoint, acceptSourceEndpoint, listSourcesEndpoint, openSourceEndpoint, fetchSourceEndpoint,
    draftCallEndpoint, createCallEndpoint, listCallsEndpoint, readCallEndpoint, closeCallEndpoint,
    readAnswerEndpoint, writeAnswerEndpoint, confirmAnswerEndpoint, returnAnswerEndpoint, acceptAnswerEndpoint, remindAnswersEndpoint,
    compareEntryEndpoint, explainAccessEndpoint, revealFieldEndpoint, findSealedEndpoint, printListEndpoint, listReadsEndpoint,
    listErasuresEndpoint, proposeErasureEndpoint, approveErasureEndpoint, refuseErasureEndpoint,
    findLinkedEndpoint, listLinksEndpoint, listDuplicatesEndpoint, weighMergeEndpoint, mergeLinkedEndpoint, proposeMergeEndpoint,
    uploadFileEndpoint, fetchFileEndpoint, listSettingsEndpoint, changeSettingEndpoint, readCalendarEndpoint, previewCalendarEndpoint, enterCalendarEndpoint, withdrawCalendarEndpoint, readProcedureEndpoint, listProceduresEndpoint,
  ].map((endpoint) => [endpoint.route.verb, endpoint]),
)

const acts: Readonly<Record<string, (ledger: Ledger) => Endpoint>> = { list: listEndpoint, group: groupEndpoint, export: exportEndpoint, template: templateEndpoint, read: readEndpoint, create: createEndpoint, correct: correctEndpoint, edit: editEndpoint, fill: fillEndpoint, change: changeEndpoint, end: endEndpoint, void: voidEndpoint }

/** The endpoints of a declared ledger, made once for each version of its declaration. */
const made = new WeakMap<Ledger, Map<string, Endpoint>>()

/** The endpoint of `<ledger>.<act>` for a ledger declared now, or of a step of its procedure; who may use it is its own question. */
export const findLedgerEndpoint = async (house: House, verb: string): Promise<Endpoint | undefined> => {
  const dot = verb.lastIndexOf('.')
  const act = verb.slice(dot + 1)
  const book = await house.town.book()
  const ledger = book.declared.ledgers.get(verb.slice(0, Math.max(dot, 0)))
  if (ledger === undefined || (ledger.system === true && !keptByRow.includes(ledger.key))) return undefined
  const known = made.get(ledger) ?? new Map<string, Endpoint>()
  made.set(ledger, known)
  const endpoint = known.get(act) ?? make(ledger, act, book)
  if (endpoint !== undefined) known.set(act, endpoint)
  return endpoint
}

/** A step of an earlier version of the procedure stays: matters that began under it take it still. */
const make = (ledger: Ledger, act: string, book: TownBook): Endpoint | undefined => {
  const of = Object.hasOwn(acts, act) ? acts[act] : undefined
  if (of !== undefined) return of(ledger)
  const step = book.procedures.get(ledger.key)?.map(({ procedure }) => findStep(procedure, act)).findLast((each) => each !== undefined)
  return step === undefined ? undefined : stepEndpoint(ledger, step)
}
