/** The small words of the grammar, by what they do: data. Written folded, as in `nouns.ts`. */
import { words } from './expand.js'

const WORD_LISTS = {
  /** What a comparison begins with. */
  than: '比 较 与 和 同 跟 对比 相较于 相较 相比于 比照',
  /** A comparison with last year in one word. */
  year_on_year: '同比',
  last_year: '上年 去年 上年度 上一年 上一年度 上年同期 去年同期 上年同口径 去年同口径 前一年',
  this_year: '本年 本年度 当年 今年 本期',
  compared: '相比(较|) 对比 比较 相较 同口径相比',

  increase: `(净|)增(加|长|幅|多|) 增加(了|额为|数为|额|金额|金额为) 增长(了|率为|幅度为|率|比例为) 增幅(为|达|约为) 上(升|浮|涨|调)(了|幅度为|) (提|升)高(了|)
    提升 多 追加 调增 新增(加|) 增支 增收`,
  decrease: `(净|)减(少|低|幅|) 减少(了|额为|数为|额|金额|金额为|幅度为) (下降|降低|缩减|压减|压缩|削减|调减|核减|减小|缩小)(了|) 降幅(为|达|约为|)
    减幅(为|达|约为) 下降(幅度为|率为|率|比例为) 下调 下浮 少 负增长 减支`,
  more: '大于 高于 多于 超(过|出)',
  less: '小于 低于 少于',
  either: `增〈减〉(少|) 增(加|长)〈(减少|下降|降低)〉 增减(变化|变动|额|数|)(为|) 变(动|化)(额|)(为|) 增加/减少 减少〈增加〉 减少/增加
    增减(变化|)(率|幅度)(为|)`,

  equal: `(基本|大体|)(持平|相同|相等|一致|一样|相当|保持一致) (无|没有|未发生|未)(增减|变化|变动)(变化|变动|) (保持|)不变 保持(持平|一致)`,

  share: '占 占比(为|约|) 占比例(为|) 所占比(例|重)(为|)',
  ratio: '比(例|重)(为|是|达|约|)',
  complete: '完成(了|) 执行率(为|) (预算|)(完成|执行)率(为|)',

  among: '其中',
  includes:
    '(主要|)包括 主要内容 分别(为|是|列支|) 具体(为|包括|是|构成|如下|情况如下) (主要|)(包含|构成)(以下|)(:|) 构成(情况|)为 分布构成情况为 用于以下方面 主要用于以下方面',
  purpose: `(主要|)用于 主要用(来|在) (主要|)安排用于 主要(涉及|采购|为了|开展|保障|是为|是用于|支付)`,
  reason: `(主要|)(是|)(原因|因素)(是|为|系|在于|) (主要|)(是|)(由于|因为|因) 主要(是|为|系|由) 致使 导致`,

  none: `无 没有 未(安排|编制|使用|举办|产生|发生|开展|列支|计划|购置|新增|涉及|有|配备|实行|设置|编列|作) 不(存在|安排|编制|涉及|购置|再安排|单独安排|使用|新增|编列)
    均(无|未|没有) 暂无 未有 并无 没有(安排|使用|编制|发生) 均未(使用|安排)`,
  buy: `(拟|计划|预计|)(新增|更新|)(购置|购买|采购|配置|配备|购入|新购)(数|数量|) (拟|)更新 拟新增`,
  stock: '共有 现有 实有(数|) 保有(量|) 拥有 占有 占用 在用 实际有',
  /** 一是, 二是: a clause of its own begins. */
  enumerator: '(一|二|三|四|五|六|七|八)(是|方面)(因|由于|)',
  above: '(〈含〉|)(及|)以上(〈含〉|)(的|) 〈含〉以上',
  below: '(及|)以下(〈含〉|)(的|) 以内 之内',
  worth: '(单位|单台|单件|单|)(价值|价)(在|为|) 单台〈套〉价值',
  means: '指 是指 反映 系指',
  /** The body that speaks. */
  speaker: `部门 部门财务 (本|我|该)(部门|单位|局|委|厅|办|院|中心|会|校|系统|级|项目|科目|市|区|县) (所属|下属)各(预算|)单位 各预算单位 全(市|省|区|县|局|系统)`,
  /** Of a date, behind a year or a month's number. */
  calendar: '月 月底 月末 月份 日 底 末 年底 年末 季度 上半年 下半年 期末 初',
  until: '截至 截止 截止到 截止至',
  involves: '涉及 涉 对应 覆盖',
  /** A plain word that holds one of the small ones: it is no comparison, no share. */
  plain: `较(大|小|多|高|低|好|为|强|快) 占(地|编|领|道) 合同 共同 同(时|意|步|志|级|城|一) 公共 无(线|锡|偿|形|障|人) 为了 作为 成为 行为
    其(他|它|余) 中(心|国|央|小|级|层|医|学|期|共) 因(素|公|此|地|病) 系(统|列) 多(年|种|个|元|次|项|部门|样|级|发) 减(税|排|灾|轻|费|负) 增(值|强|设|效|进|补|发|殖) 少(年|数|儿)
    升(级|华) 总(局|队|部|站|工会|书记|监|量|投资|面积) 和谐 和(平|解) 跟踪 同类 比赛 提(升|高)(效|质|能|服务) 中(长期) 数(字|据|智|控) 主要(负责人|领导|职能|职责|工作|任务)
    专项 体系 社会保障 增强 降低(成本|能耗) 为民 项目化 安全 等级 资金链 执行力 指(导|挥|标|数|南|定) 单价 内(部|容|设) 设(计|备|施|立) 计(划) 达标 有(关|效|序|限|力|色) 由于 通过率`,
} as const

export type WordClass = keyof typeof WORD_LISTS

/**
 * Words between a noun and its figure that say nothing of what it is, and which state of the
 * budget they name, if any.
 */
const FILLER_LISTS = {
  plain: `的 年 了 为 是 共 共计 合计 总计 总额 总 数 额 总数 总量 金额 数量 资金 安排(了|)(的|) 预计 计划 拟 约 大约 约为 大概 各 均 均为 全部 分别 中 内 等 等共 合计为 共计为 总计为 总额为 总数为
    预算内 共(安排|编制|有|计|为) 规模(为|) 编制(了|) 投入 使用 通过 由 纳入 列支 设 有 以及 及 和 达(到|) 情况 科目 方面 部分 年度 在 已 已经 还 另 另外 此外 同时 并 也 将 于 按 按照 对 从 整体 总体 实际 需(要|)
    申请 完成 执行 口径 汇总 经费 费用 支付 拨付 以 采购金额 合同金额 成交金额 中标金额 〈(以|)合同签订(金额|)为准〉 〈不含车辆〉 〈财政拨款〉 〈含参公〉 核定 测算 全年 人民币 项 相应 其 (增减|)相抵后 统一 总体上 合计数`,
  budget: `预算(数|总额|总计|合计|金额|安排|资金|总数|额|为|数为|总规模|) (年初|全年|调整|批复)(支出|收入|)预算(数|为|安排|资金|数为|) 年初(部门|)预算(数|) (年初|)批复(数|额度|) 额度 年初数 (年初|)安排数 总预算`,
  executed: `决算(数|总额|总计|合计|金额|为|数为|) 执行(数|数为|情况) 实际(支出|执行|完成|收入)(数|) (支出|收入)(执行|实际)数`,
} as const
export type Filler = keyof typeof FILLER_LISTS

const compile = <K extends string>(lists: Record<K, string>): Record<K, string[]> =>
  Object.fromEntries(
    Object.entries<string>(lists).map(([name, list]) => [name, words(list)]),
  ) as Record<K, string[]>

export const WORDS: Record<WordClass, string[]> = compile(WORD_LISTS)
export const FILLERS: Record<Filler, string[]> = compile(FILLER_LISTS)

/** Which money is meant. */
export const FUND_WORDS = {
  general_budget: words(
    '(一般|)公共(财政|)预算(当年|本年|)(财政|)(拨款|补助|资金|拨款资金|) 公共财政(拨款|预算)(拨款|)',
  ),
  appropriation: words(
    '(本级|市级|同级|本年|)财政(拨款|性资金|拨款资金|补助|拨款补助) 财拨(资金|) 财政资金',
  ),
  government_fund: words(
    '政府性基金(预算|)(当年|本年|)(财政|)(拨款|资金|拨款资金|) 基金预算(财政|)(拨款|)',
  ),
  state_capital: words(
    '国有资本(经营|)(预算|)(当年|本年|)(财政|)(拨款|资金|拨款资金|) 国资预算(拨款|)',
  ),
} as const
export type Fund = keyof typeof FUND_WORDS

/** Which side of the account. */
export const SIDE_WORDS = {
  revenue: words('(总|)收入(总|)(预算|) 预算(总|)收入'),
  expenditure: words('(总|)支出(总|)(预算|) 预算(总|)支出'),
  both: words('收(入|)(、|和|与|及|)支(出|)(总|)(预算|) 预算收支'),
} as const
export type Side = keyof typeof SIDE_WORDS

/** What things are counted or measured in; money and shares apart. */
export const UNITS = {
  money: ['万元', '亿元', '千元', '元', '万', '亿'],
  percent: ['%', '个百分点', '百分点'],
  count: words(
    `台〈套〉 台〈(件|套)、(件|套)〉 台(/|)套 台 套 辆 个 家 人次 人 名 批次 批 次 (万|)平方米 分 项 所 件 期 户 支 场 份 篇 条 (公|)里 吨 亩 ㎡ m2 天 小时 岁 倍
    (元|万元)/(人|年|月|平方米|㎡|天|次|户|亩)(/(月|年|天)|·月|) 万人 万人次 万辆 万户 万吨 亿人次 万平 米`,
  ),
} as const
export type UnitClass = keyof typeof UNITS
