/** How a target is written: sign, number, unit. */
import type { PerformanceIndicator } from '../performance.js'

export type Operator = NonNullable<PerformanceIndicator['operator']>

/** At the start of a target or alone in a column, longest first. */
export const SIGNS: readonly (readonly [string, Operator])[] = [
  ['>=', '>='],
  ['=>', '>='],
  ['≥=', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['≥', '>='],
  ['≧', '>='],
  ['⩾', '>='],
  ['≤', '<='],
  ['≦', '<='],
  ['⩽', '<='],
  ['>', '>'],
  ['﹥', '>'],
  ['<', '<'],
  ['﹤', '<'],
  ['=', '='],
  ['﹦', '='],
]

/** Words that open a target and say a sign, where a number follows. */
export const SIGN_WORDS: readonly (readonly [RegExp, Operator])[] = [
  [
    /^(?:不低于|不少于|不小于|大于(?:或)?等于|大于或等于|高于或等于|高于等于|至少|最少|最低|不得低于|不得少于|应不低于)/,
    '>=',
  ],
  [
    /^(?:不超过|不高于|不大于|不多于|小于(?:或)?等于|小于或等于|低于或等于|低于等于|至多|最多|最高|不得超过|不得高于|不得多于|控制在不超过)/,
    '<=',
  ],
  [/^(?:等于)/, '='],
  [/^(?:大于|高于|超过|多于|优于)/, '>'],
  [/^(?:小于|低于|少于)/, '<'],
]

/** In the sign column of a row whose target is words. */
export const QUALITATIVE = /^(?:定性|其他|其它)$/

/**
 * Behind a number: what is counted. Endings like 以上 or 底前 make it prose, and 年 behind a number
 * of four digits a date.
 */
export const UNIT =
  /^(?:[%‰°℃](?:\/[年月日次])?|百分比|百分点|个百分点|分|(?:m2|m3|km2|km|[㎡㎥μ²³]|[a-zA-Z]{1,4}|\p{Script=Han}){1,8}(?:[/·.、](?:\p{Script=Han}|[a-zA-Z]|m2|m3|[㎡㎥³]){1,4}){0,2}|元(?:\/\p{Script=Han}{1,3}){1,3})(?:\(\p{Script=Han}{1,4}\))?$/u
export const NO_UNIT =
  /(?:以上|以下|以内|之内|左右|及以|内|前|后|底|达|完成|到位|不|为|并|且|或|的|是|无|未|已|按|者优先|优秀|良好|合格|提升|提高|增长|下降|减少|增加|覆盖|达标)$|^(?:月|日|号|季度末)|^年(?:\d|\p{Script=Han})|月底|年底|含\)$/u

const list = (words: string): string[] => words.trim().split(/\s+/)

/** Brackets that end a name say in what its target counts: 安装路灯数量（盏）. What else they hold is a remark. */
export const NAME_UNITS: ReadonlySet<string> = new Set(
  list(`
    % ‰ 百分比 百分点 个百分点 元 百元 千元 万元 亿元 美元 万美元 亿美元 个 次 人 项 台 套 件 份 家 场 期 户 名 条 处 座 辆 本 册
    篇 张 盏 批 吨 公里 千米 米 平方米 万平方米 平方公里 立方米 万立方米 亩 万亩 公顷 株 万株 棵 头 只 小时 天 日 月 年 分 分钟
    工作日 个工作日 个月 所 村 街道 社区 站 点 块 面 幅 种 类 支 队 组 例 起 宗 笔 班 门 课时 学时 部 间 栋 幢 床 片 段 根 口 井
    眼 斤 公斤 千克 克 升 度 千瓦时 瓦 枚 颗 盒 箱 袋 桶 瓶 艘 架 列 节 趟 车次 人次 万人次 人天 人日 人数 人月 户次 场次 班次 件次
    家次 台次 台套 次数 数量 个数 篇次 条次 批次 例次 万 万人 万户 万次 km m m2 ㎡ m² kg t h GB TB MB 亿 星 级 档 标段 路 孔 海里
    航次 人户 标准分 份数 家数 倍 秒 位 层 单位 轮 届 册次 款 针 剂 针次 万剂 尾 万尾 羽 千米/小时 次数/年 包 门次 例数 户数
  `),
)
