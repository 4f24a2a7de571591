/** Findings in a word or two, for filters and headings; what each says in full is in the document. */
import type { FindingCode, Language } from '../../../../schemas/findings.js'

const ZH: Record<FindingCode, string> = {
  not_pdf: '不是 PDF',
  encrypted: '已加密',
  damaged: '已损坏',
  not_found: '找不到',
  unreadable: '无法打开',
  image_only: '只有图像',
  corrected: '已更正',
  correction_refused: '更正未采用',
  page_unreadable: '页面无法读取',
  attached_files: '附有文件',
  picture_page: '页面是图像',
  drawn_characters: '文字描成轮廓',
  unmapped_glyphs: '文字无法识别',
  contradicted_glyphs: '所登记的字与所画不同',
  ink_unread: '格内图形未读',
  watermark_text: '水印',
  overlapping_text: '数字重叠',
  annotation_text: '表单域或批注',
  sideways_text: '横卧的文字',
  unruled_figures: '无表格线的数字',
  government_budget: '政府预算',
  unrecognized_table: '种类未知的表',
  ambiguous_kind: '种类有歧义',
  kind_inferred: '种类由内容推定',
  no_amounts: '没有金额栏',
  no_figures: '没有金额',
  no_rows: '没有数据行',
  announced_table_missing: '目录所列的表缺失',
  unknown_header: '表头含义未知',
  unmeasured_column: '栏目无统一名称',
  columns_alike: '栏目相同',
  not_an_amount: '金额栏内不是金额',
  several_amounts: '一格数个金额',
  unit_differs: '单位不同',
  odd_code: '不成编码',
  amount_in_name: '名称里有金额',
  left_over: '未入格的文字',
  form_text_unread: '绩效表内未读的文字',
  odd_target: '目标无意义',
  form_unread: '绩效表未读出',
  unknown_code: '未知的编码',
  code_name_differs: '编码与名称不一致',
  code_without_parent: '缺上级编码',
  identity_fails: '勾稽不符',
  prose_year_differs: '文字的年度不同',
  prose_kind_differs: '文字的类型不同',
  prose_owner_differs: '文字的单位不同',
  prose_unit_differs: '文字的计量单位不同',
}

/** A code of another version has no name yet: it is its own. */
export function findingName(code: string, lang: Language): string {
  const words = code.replaceAll('_', ' ')
  return lang === 'zh' ? (ZH[code as FindingCode] ?? words) : words
}
