/**
 * `quality.md`: what the panel holds, what its checks say, what failed, what stands twice. Nothing of it is
 * left out of the data: failures are kept there and flagged.
 */
import { code } from '../markdown.js'
import type { Query } from '../query.js'
import { checks, failedChecks } from './checks.js'
import { kinds, summary, years } from './coverage.js'
import { issues, unread, versions } from './findings.js'

const HEAD = `# 质量报告 Quality report

失败与疑点一律保留并标记，不删除、不调整。Failures and doubts are kept and flagged, never dropped or adjusted.
逐项数据 The figures as data: ${code('quality.csv')}, ${code('checks.csv')}, ${code('issues.csv')}, ${code('files.csv')}.`

type Part = (query: Query) => Promise<string>

export async function qualityReport(query: Query): Promise<string> {
  const parts: Part[] = [summary, years, kinds, checks, failedChecks, issues, unread, versions]
  const texts: string[] = []
  for (const part of parts) texts.push(await part(query))
  return `${[HEAD, ...texts].join('\n\n')}\n`
}
