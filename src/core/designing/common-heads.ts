/** Heads that clerks' tables share, in English; what is not here keeps its Chinese name until someone gives it another. */
const heads: Readonly<Record<string, string>> = {
  单位: 'Organisation', 村: 'Village', 村名: 'Village', 村社区: 'Village', '村（社区）': 'Village', 行政村: 'Village', 科室: 'Office', 责任单位: 'Office', 属地: 'Area',
  日期: 'Day', 登记日期: 'Recorded on', 发生日期: 'Happened on', 办理日期: 'Handled on', 时间: 'Day', 起始日期: 'From', 终止日期: 'Until', 年度: 'Year', 所属期: 'Period',
  姓名: 'Name', 户主: 'Head of household', 联系人: 'Contact', 当事人: 'Person concerned', 电话: 'Phone', 联系电话: 'Phone', 手机号: 'Mobile', 身份证号: 'Identity number', 银行账号: 'Bank account',
  企业名称: 'Enterprise', 名称: 'Name', 项目名称: 'Project', 统一社会信用代码: 'Credit code', 地址: 'Address', 住址: 'Home address', 地点: 'Place', 编号: 'Number',
  金额: 'Amount', 数量: 'Quantity', 面积: 'Area', 头数: 'Head', 户数: 'Households', 人数: 'People', 重量: 'Weight', 单价: 'Unit price', 产量: 'Output', 产值: 'Output value',
  类别: 'Kind', 类型: 'Type', 种类: 'Kind', 品种: 'Variety', 状态: 'State', 等级: 'Grade', 级别: 'Level', 结果: 'Result', 来源: 'Source', 方式: 'Manner', 性质: 'Nature',
  备注: 'Remark', 说明: 'Note', 内容: 'Content', 事由: 'Subject', 情况: 'Circumstances', 是否合格: 'Passed', 是否整改: 'Put right', 合格: 'passed', 不合格: 'failed', 已完成: 'done', 未完成: 'open', 是: 'yes', 否: 'no',
}

/** The English name of a common head; text in Latin letters is its own. */
export const englishOf = (title: string): string => heads[title] ?? title
