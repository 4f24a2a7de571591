/**
 * The words of table headers and what they mean: data, the one place where a
 * new wording is one new term.
 *
 * A header cell is read as a sequence of these terms, longest first; what no
 * term covers is unknown. An atom with a `key` identifies a row; the others
 * describe an amount, and a column's meaning is its path's atoms in order.
 */
import type { ColumnKey } from './document.js'

export interface Term {
  words: readonly string[]
  /** Part of a column's meaning; null for words that carry none (预算数, 金额). */
  atom: string | null
  key?: ColumnKey
  /** Not an amount: a share, a number of things, plain text, or the number of a line. */
  type?: 'percent' | 'count' | 'text' | 'serial'
  /** How surely figures stand below: a word without it only tells columns apart. */
  figures?: Figures
}

/** `sure`: whatever its cells hold is meant as a figure. `likely`: words below are words (收入 heads names, too). */
export type Figures = 'sure' | 'likely'

const list = (words: string): string[] => words.trim().split(/\s+/)
const key = (key: ColumnKey, words: string): Term => ({ words: list(words), atom: null, key })
const atom = (atom: string, words: string, figures: Figures = 'sure'): Term => ({
  words: list(words),
  atom,
  figures,
})
const bare = (words: string, figures?: Figures): Term => ({
  words: list(words),
  atom: null,
  ...(figures ? { figures } : {}),
})
const text = (words: string): Term => ({ words: list(words), atom: null, type: 'text' })

export const TERMS: readonly Term[] = [
  // What identifies a row.
  key('class', '类'),
  key('section', '款'),
  key('item', '项'),
  key(
    'code',
    `
    科目编码 科目代码 功能分类科目编码 功能科目编码 功能科目代码 支出功能分类科目编码
    经济分类科目编码 经济科目编码 经济科目代码 部门预算经济分类科目编码 编码 代码 科目编号
    支出经济分类科目编码 部门预算支出经济分类科目编码 功能分类编码 经济分类编码
  `,
  ),
  key(
    'name',
    `
    科目名称 功能分类科目名称 功能科目名称 经济分类科目名称 经济科目名称
    部门经济分类科目名称 部门预算支出经济分类科目名称 项目 项目名称 名称 科目 功能科目
    功能分类科目 经济分类科目 政府经济分类 部门预算支出经济科目 政府预算支出经济科目
    支出项目类别 科目名称(单位) 单位名称(功能科目) 功能分类 经济分类 支出功能分类
    支出功能分类科目 支出功能分类科目名称 支出经济分类 支出经济分类科目 支出经济分类科目名称
    部门预算支出经济分类科目 部门预算经济分类科目 部门预算经济分类科目名称
    支出项目类别(资金使用单位) 收入项目 支出项目 科目(单位) 单位(科目名称) 单位名称(科目)
    项目类别 经费项目 预算科目 预算科目名称 政府收支分类科目 摘要 内容 来源 类名称 款名称
    项名称 类级科目名称 款级科目名称 项级科目名称 采购项目 采购项目名称
  `,
  ),
  key(
    'government_name',
    `
    政府预算支出经济分类科目名称 政府预算支出经济分类科目 政府预算经济分类科目
    政府预算经济分类科目名称 政府经济分类科目 政府经济分类科目名称
  `,
  ),
  key(
    'government_code',
    '政府预算支出经济分类科目编码 政府预算经济分类科目编码 政府经济分类科目编码',
  ),
  key('unit_code', '单位代码 单位编码 部门代码 部门编码 预算单位编码 预算单位代码'),
  key(
    'unit_name',
    `
    单位名称 预算单位 部门名称 单位 部门 部门(单位)名称 部门(单位) 部门/单位 预算单位名称
    资金使用单位 单位(部门)名称 项目单位 用款单位 采购单位
  `,
  ),
  key('period', '年度 年份 预算年度'),
  { words: list('序号 行次 栏次 顺序号'), atom: null, type: 'serial' },
  text(`
    备注 说明 采购品目大类 采购品目名称 采购物品名称 采购组织形式 专项名称 经济科目
    绩效目标 项目编号 采购品目 采购方式 项目内容 项目代码 项目编码
  `),

  // Whole and parts.
  atom(
    'total',
    `
    合计 总计 小计 收入总计 支出总计 收入合计 支出合计 本年收入合计 本年支出合计 总额 共计
    收入支出总计
  `,
  ),
  bare(
    '预算数 决算数 金额 预算 决算 执行数 本年预算 本年预算数 本年决算数 当年预算 数 预算金额 万元 元',
    'sure',
  ),
  bare('支出数 收入数 完成数 安排数 全年数 预计', 'sure'),
  bare(
    `
    本年 收入 支出 收入预算 支出预算 资金来源 资金 资金性质 经费 当年 年初 安排 拨款
    部门预算 单位预算 本级 财政
    `,
    'likely',
  ),
  bare(`
    其中 情况 表 用途 支出用途 性质 支出性质 按性质 按用途 按功能 支出功能 比 较 与 分类 支出分类
  `),
  atom('basic', '基本支出 基本支出预算'),
  atom(
    'project',
    '项目支出 项目支出预算 专项业务经费支出 专项业务经费 专项业务费支出 专项业务费 项目经费 专项支出 专项经费',
  ),
  atom('personnel', '人员经费 人员支出 人员类 人员类支出 人员 工资福利支出及对个人和家庭的补助'),
  atom(
    'public',
    `
    公用经费 公用支出 日常公用支出 日常公用经费 公用类 公用 运转类 公用经费支出
    商品和服务支出及资本性支出
  `,
  ),
  atom('operating', '事业单位经营支出 经营支出 经营性支出 事业单位经营服务支出'),
  atom('upward', '上缴上级支出 上缴上级'),
  atom('subsidiary', '对附属单位补助支出 对附属单位的补助支出 附属单位补助支出 对下级单位补助支出'),
  atom('carry_forward', '结转下年 结转下年资金 年末结转和结余 年终结转结余 结转下年支出'),
  atom('contingency', '单位预留机动经费 预留机动经费'),

  // Where the money comes from.
  atom(
    'appropriation',
    `
    财政拨款 财政拨款收入 本级财政拨款 财政拨款资金 财政拨款预算 财政拨款(补助) 财政拨款支出
    本级财政拨款收入
  `,
  ),
  atom(
    'general_budget',
    `
    一般公共预算 一般公共预算拨款 一般公共预算收入 一般公共预算拨款收入 一般公共预算财政拨款
    一般公共预算支出 一般公共预算资金 公共财政拨款 一般公共预算财政拨款收入
    一般公共预算财政拨款支出 公共财政预算 公共预算 一般公共预算基本支出 公共财政预算拨款
    一般公共预算拨款资金
  `,
  ),
  atom(
    'government_fund',
    `
    政府性基金 政府性基金预算 政府性基金拨款 政府性基金预算拨款 政府性基金预算收入
    政府性基金预算拨款收入 政府性基金预算财政拨款 政府性基金预算支出 政府性基金收入
    政府性基金预算资金 政府性基金预算财政拨款收入 政府性基金财政拨款 基金预算
    政府性基金拨款收入
  `,
  ),
  atom(
    'state_capital',
    `
    国有资本经营预算 国有资本经营预算拨款 国有资本经营预算收入 国有资本经营预算拨款收入
    国有资本经营预算财政拨款 国有资本经营预算支出 国有资本经营 国有资本经营收入
    国有资本经营预算资金 国有资本经营预算财政拨款收入 国有资本经营拨款 国有资本
  `,
  ),
  atom(
    'special_account',
    `
    财政专户管理资金 财政专户管理资金收入 财政专户拨款收入 财政专户拨款
    财政专户管理的非税收入拨款 财政专户管理事业收入 财政专户 财政专户核拨 财政专户核拨资金
    专户资金 财政专户收入 财政专户管理 财政专户管理的教育收费 财政专户管理教育收费
    纳入专户管理的非税收入 专户管理的教育收费 专户管理教育收费 专户管理资金
  `,
  ),
  atom('education_fees', '教育收费 教育收费收入'),
  atom('other_special_account', '其他专户收入拨款'),
  atom('budget_outlay', '经费拨款 公共财政拨款(补助)资金 经费拨款(补助)'),
  atom(
    'non_tax',
    `
    纳入一般公共预算管理的非税收入拨款 纳入预算管理的非税收入拨款 非税收入拨款
    纳入预算管理的非税收入 非税收入
  `,
  ),
  atom('unit_funds', '单位资金 单位自有资金 自有资金 单位资金收入'),
  atom(
    'institution',
    `
    事业收入 事业收入资金 事业收入(不含教育收费) 事业单位收入 事业预算收入
    事业收入(含教育收费)
  `,
  ),
  atom(
    'operating_income',
    '事业单位经营收入 经营收入 事业单位经营服务收入 事业单位经营收入资金 经营预算收入',
  ),
  atom('superior_subsidy', '上级补助收入 上级财政补助收入 上级补助 上级补助收入资金 上级补助资金'),
  atom(
    'superior_department_subsidy',
    '上级主管部门(单位)补助收入 上级主管部门补助收入 主管部门补助',
  ),
  atom(
    'subsidiary_remittance',
    '附属单位上缴收入 附属单位缴款 附属单位上缴收入资金 附属单位上缴 下级单位上缴收入',
  ),
  atom('other', '其他收入 其它收入 其他资金 其他收入资金 其他 其它资金 其他预算收入'),
  atom(
    'fund_balance',
    `
    用事业基金弥补收支差额 使用非财政拨款结余 使用非财政拨款结余(含专用结余)
    事业基金弥补收支差额 动用事业基金 非财政拨款结余
  `,
  ),
  atom('other_funds', '其他资金收入 其它资金收入'),
  atom(
    'carry_over',
    `
    上年结转 上年结转(结余) 上年结转结余 上年结余、结转 上年结余结转 上年结转和结余资金
    年初结转和结余 上年结转和结余 上年结转资金 上年结余 结转结余 上年结转和结余收入
    财政拨款结转 财政拨款结余 财政拨款结转结余 财政拨款结转资金
  `,
  ),
  atom('debt', '债务资金 债务收入 债务资金(银行贷款)'),
  atom('current_revenue', '本年收入'),
  atom('current_expenditure', '本年支出'),

  // Three public expenses and what stands beside them.
  atom(
    'three_public',
    `
    "三公"经费 三公经费 "三公"经费预算数 三公经费预(决)算数(财政拨款) "三公"经费合计
    "三公"经费支出 财政拨款"三公"经费
  `,
  ),
  atom(
    'abroad',
    `
    因公出国(境)费 因公出国(境)费用 因公出国(境)经费 因公出国(境) 因公出国(境)支出
    出国(境)费
  `,
  ),
  atom('reception', '公务接待费 公务接待费用 公务接待 公务接待费支出'),
  atom(
    'vehicles',
    `
    公务用车购置及运行维护费 公务用车购置及运行费 公务用车购置和运行维护费
    公务用车购置及运行维护费用 公务用车购置和运行费 公务用车费 公务用车购置及运行维护支出
    公务用车购置及运行维护经费
  `,
  ),
  atom('vehicle_purchase', '公务用车购置费 购置费 公务用车购置 公务用车购置经费 公务用车购置费用'),
  atom(
    'vehicle_operation',
    `
    公务用车运行维护费 公务用车运行费 运行费 运行维护费 公务用车运行维护
    公务用车运行维护费用 公务用车运行维护经费 公务用车运行
  `,
  ),
  atom('conference', '会议费'),
  atom('training', '培训费'),
  atom('agency_operating', '机关运行经费 机关运行经费支出 机关运行经费预算数 机关运行费'),

  // Comparison.
  atom('previous_year', '上年 上年预算数 上年预算 上年决算数 上年执行数'),
  atom('budgeted', '年初预算数 全年预算数 调整预算数'),
  atom('change', '增减额 增减 比上年增减 增减数 增减变化', 'likely'),
  {
    words: list(
      '增减率 增减% 增长率 增幅 增减幅度 增减幅 变动率 增减变动率 增减百分比 占比 比例 增减比例 增长% 完成率 %',
    ),
    atom: 'rate',
    type: 'percent',
  },
  { words: list('数量 人数 采购数量 台数 辆数'), atom: 'count', type: 'count' },
  { words: list('单价 预算单价'), atom: 'unit_price', type: 'count' },
  atom('procurement', '政府采购项目 政府采购 政府采购预算', 'likely'),
  atom(
    'quota',
    `
    预留给中小企业的项目资金规模 政府采购项目中预留给中小企业的项目资金规模
    面向中小企业预留资金 预留中小企业资金 面向中小企业预留金额 面向中小企业采购 预留给中小企业资金
    `,
  ),
  atom(
    'quota_small',
    '预留给小型、微型企业的项目资金规模 政府采购项目中预留给小型、微型企业的项目资金规模',
  ),
]

/**
 * Economic classes as columns: 湖南's and the centre's summaries split basic expenditure so. Names of
 * rows too, so they do not tell a header from a row.
 */
export const ECONOMIC_TERMS: readonly Term[] = [
  atom('wages', '工资福利支出 工资福利 工资和福利支出'),
  atom('goods_services', '商品和服务支出 商品服务支出 商品和服务'),
  atom(
    'individuals',
    '对个人和家庭的补助 对个人和家庭的补助支出 对个人和家庭补助支出 对个人和家庭补助 对个人和家庭补助的支出',
  ),
  atom('debt_interest', '债务利息及费用支出 债务利息支出 债务利息'),
  atom('construction', '基本建设支出 资本性支出(基本建设)'),
  atom('capital', '资本性支出 其他资本性支出 资本性支出(其他)'),
  atom('enterprise_subsidy', '对企业补助 对企业补助支出 对企事业单位的补贴 对企业补助(其他)'),
  atom('social_security_subsidy', '对社会保障基金补助'),
  atom('other_expenditure', '其他支出'),
]

/**
 * What a row is remarked upon by. The rows of forms say the same words, so they do not tell a header
 * from a row.
 */
export const REMARK_TERMS: readonly Term[] = [
  bare('采购'),
  text(`
    采购目录 采购目录名称 规格 型号 规格型号 计量单位 服务内容 购买服务内容 采购时间
    实施采购时间 采购日期 项目概况 依据 立项依据 政策依据 原因 理由 文号
  `),
]

/** Whose money it is, by level of government: 省级当年财政拨款安排 is what 当年财政拨款安排 is. */
export const LEVEL_WORDS = /[省市区县州]本?级|乡镇/g

/**
 * What the last word of a header says of keys that no term lists: 部门经济科目编码,
 * 支出功能分类科目(按大类). The first that fits counts; null is no key.
 */
const KEY_ENDINGS: readonly (readonly [RegExp, ColumnKey | null])[] = [
  [/^(?:预算)?(?:单位|部门)[(/、]项目\)?(?:编码|代码|编号)$/, 'unit_code'],
  [/(?:项目|采购|品目|资产|专项).*(?:编码|代码|编号)$/, null],
  [/政府.*(?:编码|代码|编号)$/, 'government_code'],
  [/(?:经济|功能|科目|分类).*(?:编码|代码|编号)$/, 'code'],
  [/(?:单位|部门).*(?:编码|代码|编号)$/, 'unit_code'],
  [/(?:编码|代码)$/, 'code'],
  [/(?:采购|品目|资产|专项).*名称$/, null],
  [/政府.*(?:经济|科目|分类).*(?:科目|分类|名称)$/, 'government_name'],
  [/(?:经济|功能|支出|收入).*(?:科目|分类|分类名称|科目名称)$/, 'name'],
  [/(?:单位|部门)名称$/, 'unit_name'],
  [/^(?:预算|年度|具体|明细|单位|部门|财政)+项目$/, 'name'],
]

/** What things are counted in, under a head that units have elsewhere: 单位 beside 数量. */
export const MEASURE_WORDS =
  /^(?:[台个套项批辆件米次人箱册年月张部只把吨处座组份本块根瓶桶包双条家户间艘架具盒支棵株亩升]|平方米|平米|立方米|公里|千克|公斤|批次|人次|课时|学时)$/

/** Units stand among the names: 单位名称(项目), 单位/科目名称. */
const UNITS_AND_ACCOUNTS =
  /^(?:预算)?(?:单位|部门)(?:名称)?[(/、].*(?:科目|项目|分类)(?!.*(?:编码|代码|编号)$)/

/** @param header folded, as printed */
export function keyByEnding(header: string): ColumnKey | null {
  if (UNITS_AND_ACCOUNTS.test(header)) return 'name'
  const bare = header.replace(/\([^()]*\)$/, '')
  return KEY_ENDINGS.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

/** Labels of total rows, bare: blanks, ordinals, colons and brackets removed. */
export const TOTAL_WORDS =
  /^(?:(?:总|以上|本年|当年|本期|全年|年度|财政|拨款|部门|单位|全部|收入|支出|收支|收、支|支|收|预算|决算|预算数|决算数|资金|经费|金额|项目|采购|政府采购|"?三公"?经费)*(?:合计|总计|共计)(?:数|金额)?|(?:收入|支出|收支|预算|决算)*总额)$/
export const SUBTOTAL_WORDS = /^(?:(?:本年|当年)?(?:收入|支出)?小计)$/
