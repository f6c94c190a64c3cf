import type { Lang, Words } from '../words.ts'

/**
 * Every refusal of the product, with its message in both languages. `{name}` is filled from the
 * refusal's details. A code that is not here cannot be refused with.
 */
export const refusals = {
  'bad-input': { zh: '提交的内容有误，请按提示修改。', en: 'The input is not valid; see the marked fields.' },
  'field-required': { zh: '此项必填。', en: 'This field is required.' },
  'field-unknown': { zh: '没有“{field}”这个字段。', en: 'There is no field "{field}".' },
  'field-fixed': { zh: '此项由系统写入，不能直接修改。', en: 'This field is written by the system and cannot be set.' },
  'not-text': { zh: '应为文字。', en: 'Expected text.' },
  'text-too-long': { zh: '不能超过 {max} 个字。', en: 'At most {max} characters.' },
  'not-number': { zh: '“{value}”不是数。', en: '"{value}" is not a number.' },
  'not-whole': { zh: '应为整数。', en: 'Expected a whole number.' },
  'text-too-short': { zh: '至少 {min} 个字。', en: 'At least {min} characters.' },
  'not-clean-text': { zh: '含有无法保存的字符。', en: 'The text has characters that cannot be kept.' },
  'not-list': { zh: '应为列表。', en: 'Expected a list.' },
  'not-object': { zh: '应为一组字段。', en: 'Expected a set of fields.' },
  'not-json': { zh: '提交的内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'too-large': { zh: '提交的内容过大。', en: 'The body is too large.' },
  'bad-format': { zh: '“{value}”的写法不对。', en: '"{value}" is not written as expected.' },
  'too-many-decimals': { zh: '小数最多 {max} 位。', en: 'At most {max} decimals.' },
  'below-minimum': { zh: '不能小于 {min}。', en: 'Must not be below {min}.' },
  'above-maximum': { zh: '不能大于 {max}。', en: 'Must not be above {max}.' },
  'not-day': { zh: '“{value}”不是日期，应如 2023-06-30。', en: '"{value}" is not a day; write it like 2023-06-30.' },
  'not-period': { zh: '“{value}”不是期间，应如 2023H1、2023-06。', en: '"{value}" is not a period; write it like 2023H1 or 2023-06.' },
  'not-month': { zh: '“{value}”不是月份，应如 2023-06。', en: '"{value}" is not a month; write it like 2023-06.' },
  'not-as-of': { zh: '“{value}”应为日期或流水号，如 2023-06-30、#120。', en: '"{value}" is neither a day nor a journal number; write it like 2023-06-30 or #120.' },
  'not-condition': { zh: '筛选条件“{value}”无法识别。', en: 'The condition "{value}" cannot be read.' },
  'field-masked': { zh: '此项已脱敏，您不能按它筛选或排序。', en: 'This field is masked for you; it cannot be used to filter or sort.' },
  'not-choice': { zh: '“{value}”不在可选范围内。', en: '"{value}" is not one of the choices.' },
  'not-flag': { zh: '应为是或否。', en: 'Expected yes or no.' },
  'not-org': { zh: '没有“{value}”这个单位。', en: 'There is no organisation "{value}".' },
  'org-under-itself': { zh: '单位不能归到自己或自己的下级之下。', en: 'An organisation cannot be put under itself or one below it.' },
  'not-reference': { zh: '“{value}”不是条目号。', en: '"{value}" is not an entry number.' },
  'not-document': { zh: '文档内容无法识别。', en: 'The document cannot be read.' },
  'person-erased': { zh: '此人的信息已依法删除，不能再登记。', en: 'The facts of this person were erased by law and cannot be kept again.' },
  'not-sealed': { zh: '此项须加密后保存。', en: 'This field must be sealed before it is kept.' },
  'dates-reversed': { zh: '终止日早于起始日。', en: 'The end day is before the start day.' },
  'not-found': { zh: '没有找到“{what}”。', en: '"{what}" was not found.' },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in.' },
  'sign-in-failed': { zh: '账号或密码不对。', en: 'The account or password is wrong.' },
  'account-locked': { zh: '连续输错，账号已锁定，{minutes} 分钟后再试。', en: 'Too many failures; the account is locked. Try again in {minutes} minutes.' },
  'account-stopped': { zh: '账号已停用，请与党政办联系。', en: 'The account has been stopped; ask the town office.' },
  'login-taken': { zh: '账号“{login}”已有人使用。', en: 'The account name "{login}" is taken.' },
  'own-account': { zh: '不能对自己的账号做这一步；修改自己的密码请用“修改密码”。', en: 'This cannot be done to your own account; your own password is changed under "Password".' },
  'password-short': { zh: '密码至少 {min} 位。', en: 'A password has at least {min} characters.' },
  'password-plain': { zh: '密码须含大写字母、小写字母、数字、符号中的 {kinds} 种。', en: 'A password mixes {kinds} of: capital letters, small letters, digits, other signs.' },
  'password-is-login': { zh: '密码不能包含账号。', en: 'A password may not contain the account name.' },
  'password-wrong': { zh: '原密码不对。', en: 'The present password is wrong.' },
  'password-must-change': { zh: '首次登录请先修改密码。', en: 'Please change the password before anything else.' },
  'too-many-requests': { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; please wait a moment.' },
  'bad-token': { zh: '页面已过期，请刷新后重试。', en: 'The page is out of date; reload and try again.' },
  forbidden: { zh: '您的岗位不能做这一步：{verb}。', en: 'Your post does not allow this: {verb}.' },
  'stale-version': { zh: '您打开之后，{by}改过这一条。请对照后再提交。', en: '{by} changed this entry after you opened it. Compare the two and submit again.' },
  'entry-void': { zh: '这一条已作废。', en: 'This entry has been voided.' },
  'not-a-register': { zh: '台账“{ledger}”不是名册，不能按日变更。', en: 'The ledger "{ledger}" is not a register; it has no change from a day.' },
  'change-before-start': { zh: '变更日须晚于上一次变更的起始日 {from}。', en: 'The day of change must be after {from}, when the present state began.' },
  'nothing-changed': { zh: '没有任何改动。', en: 'Nothing was changed.' },
  'reason-required': { zh: '请写明原因。', en: 'A reason is required.' },
  'second-person-required': { zh: '须由另一人复核后生效。', en: 'A second person must confirm this before it takes effect.' },
  'same-person': { zh: '复核人不能是提出人。', en: 'The person who confirms may not be the one who proposed.' },
  'already-decided': { zh: '这一更正已有结论。', en: 'This correction has already been decided.' },
  'month-closed': { zh: '{month} 已结账，只能凭原因提出更正，由另一人复核。', en: '{month} is closed: propose a correction with a reason for a second person to confirm.' },
  'month-not-over': { zh: '{month} 还没有过完，不能结账。', en: '{month} is not over yet and cannot be closed.' },
  'not-unique': { zh: '已有相同的条目（{constraint}）。', en: 'A living entry with the same key exists ({constraint}).' },
  'constraint-broken': { zh: '数据库拒绝了这一改动（{constraint}）。', en: 'The database refused this change ({constraint}).' },
  'bad-declaration': { zh: '声明有误：{problem}', en: 'The declaration is not valid: {problem}' },
  'declaration-in-use': { zh: '仍有指标或台账使用“{what}”。', en: '"{what}" is still in use.' },
  'journal-number-unknown': { zh: '没有第 {number} 号流水。', en: 'There is no journal number {number}.' },
  'report-not-clean': { zh: '报告还有 {count} 处必须先处理的问题。', en: 'The report has {count} findings that must be settled first.' },
  'edition-exists': { zh: '此后没有任何改动，与第 {edition} 版相同。', en: 'Nothing has changed since edition {edition}.' },
  'batch-undone': { zh: '这一批次已撤销。', en: 'This batch has already been undone.' },
  'rows-rejected': { zh: '有 {count} 行不合格，整批未入账。', en: '{count} rows were rejected; nothing was entered.' },
  'book-moved': { zh: '账本正被他人写入，请重试。', en: 'The book was being written by others; please try again.' },
  'town-unknown': { zh: '没有编码为“{town}”的镇。', en: 'There is no town with the code "{town}".' },
  'town-ambiguous': { zh: '有多个镇，请用 --town 指明：{towns}', en: 'There are several towns; name one with --town: {towns}' },
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof refusals

/** The message of a code in one language, its blanks filled from `details`. */
export const refusalMessage = (code: RefusalCode, details: Readonly<Record<string, unknown>>, lang: Lang): string =>
  refusals[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    return value === undefined || value === null ? '' : String(value)
  })
