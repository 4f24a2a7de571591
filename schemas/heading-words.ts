/** The words of the lines above a table: what numbers it, and whose it is. */

const NUMBER = '[\\d一二三四五六七八九十]+'

/** What numbers a table: 表3, 公开08表, 预算公开表2-1, 附件一. */
export const ORDINAL_LABEL = new RegExp(
  `^(?:(?:部门|单位|财)?(?:预算|决算|预|决)?公开表?${NUMBER}(?:-\\d+)?表?|(?:附|预算|部门预算|决算)?表${NUMBER}(?:-\\d+)?|附件${NUMBER}(?:-\\d+)?|(?:公开|(?:部门|单位)?(?:预算|决算)|财[预决])?${NUMBER}(?:-\\d+)?表)(?=$|[:、. ]|[^\\d])`,
)

/** How the names of public bodies end. */
export const BODIES =
  '(?:局|厅|委员会|办公室|办公厅|委办|委|院|校|学|处|部|署|所|站|队|中心|总队|支队|会|馆|场|社|团|库|司|党校|联|政府|街道办事处|\\(本级\\)|\\(汇总\\))'

/** A whole text that is the name of a public body, and nothing of a sentence or a table. */
export const BODY_NAME = new RegExp(
  `^(?:(?!的|为|是|至|在|共|及其|下属|第.部分|预算|决算)[\\p{Script=Han}()]){3,38}${BODIES}$`,
  'u',
)

/** Money that is none of ours, whatever its 元 or 千元: 單位：新臺幣千元 (臺北市), 单位：万元（港币）. */
export const OTHER_CURRENCY =
  /[台臺][币幣]|[港澳][币幣元]|澳[门門][币幣元]|美[元金]|欧元|日[元圆圓]|英[镑鎊]|卢布|外[币幣汇匯]/

/** Words that open a line naming the owner of a table. */
export const OWNER_WORDS = [
  '部门',
  '单位名称',
  '编制单位',
  '编制部门',
  '部门名称',
  '部门(单位)',
  '部门(单位)名称',
  '预算单位',
  '预算部门',
  '填报单位',
  '填报部门',
  '公开部门',
  '公开单位',
  '单位',
  '预算单位名称',
  '单位(部门)名称',
  '部门/单位',
  '主管部门',
  '预算主管部门',
  '汇总单位',
  '部门预算单位',
  '编报部门',
  '编报单位',
  '填表单位',
  '填报单位名称',
  '填报部门名称',
  '公开单位名称',
  '公开部门名称',
  '报送单位',
  '预算部门名称',
  '主管单位',
  '单位全称',
] as const
