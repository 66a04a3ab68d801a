/**
 * The guides of our own library: what is read out of one of their files, and what the screens show
 * of them before anything is imported.
 *
 *     const guide = readLibraryGuide('phishing', text)
 *     guide.horizons // [{ key: 'first-steps', label: 'First steps', count: 4 }, …]
 */
import { frameworkRefsNamed } from '~/domain/frameworks/parse-framework-refs'
import type { Track } from '~/domain/shared/vocabulary'
import { planGroupOf } from '~/domain/tasks/plan-grouping'
import type { ExtractedItem } from '../extracted-plan'
import { guideProse, type GuideProse, type ProseSection } from './guide-prose'
import { readGuide } from '../read-guide'
import { readMarkdown } from '../readers/read-markdown'

export interface HorizonCount {
  key: string
  label: string
  count: number
}

/** An item as the importer finds it, before it belongs to anybody. */
export interface LibraryItem {
  action: string
  outcome: string | null
  detail: string | null
  track: Track | null
  /** As written. */
  owners: string[]
  /** Those that its words name. */
  frameworkRefs: string[]
}

export interface LibraryItemGroup {
  key: string
  label: string
  items: LibraryItem[]
}

/** One guide of the library, read by the same importer that reads everybody's. */
export interface LibraryGuide {
  /** The name of its file; never changes, since revisions remember it. */
  key: string
  title: string
  /** One sentence. */
  summary: string
  frameworks: string[]
  itemCount: number
  horizons: HorizonCount[]
  groups: LibraryItemGroup[]
  /** What it says before its plan and after it; the summary stands apart. */
  prose: GuideProse
  text: string
}

/** What an organisation has of a library guide; `isCurrent` while it is the text of today. */
export interface LibraryImport {
  templateId: string
  isCurrent: boolean
}

/** A guide as the library lists it. */
export interface LibraryListItem {
  key: string
  title: string
  summary: string
  itemCount: number
  horizons: HorizonCount[]
  /** Null until somebody of the organisation imports it. */
  imported: LibraryImport | null
}

/** A guide as its own page shows it. */
export interface LibraryGuideView extends LibraryListItem {
  frameworks: string[]
  groups: LibraryItemGroup[]
  opening: ProseSection[]
  closing: ProseSection[]
}

/** Reads one file of the library. The first paragraph below its title is its summary. */
export function readLibraryGuide(key: string, fileText: string): LibraryGuide {
  const { text, plan } = readGuide({ text: fileText, fileName: `${key}.md` })
  const { opening, closing } = guideProse(readMarkdown(text))
  const [summary, rest] = takeSummary(opening)
  const groups = groupsOf(plan.items)
  return {
    key,
    title: plan.title ?? key,
    summary,
    frameworks: plan.frameworks,
    itemCount: plan.items.length,
    horizons: groups.map(({ items, ...group }) => ({ ...group, count: items.length })),
    groups,
    prose: { opening: rest, closing },
    text,
  }
}

function takeSummary(opening: readonly ProseSection[]): [string, ProseSection[]] {
  const [first, ...sections] = opening
  const block = first?.blocks[0]
  if (!first || first.heading !== null || block?.kind !== 'paragraph') return ['', [...opening]]
  const blocks = first.blocks.slice(1)
  return [block.text, blocks.length > 0 ? [{ ...first, blocks }, ...sections] : sections]
}

function groupsOf(items: readonly ExtractedItem[]): LibraryItemGroup[] {
  const groups = new Map<string, LibraryItemGroup & { rank: number }>()
  for (const item of items) {
    const { stage, horizonDays, action, outcome, detail, track, owners } = item
    const place = { stage, horizonDays, track: null, ownerRoleName: null, status: 'open' } as const
    const { key, label, rank } = planGroupOf(place, 'horizon')
    const group = groups.get(key) ?? { key, label, rank, items: [] }
    const frameworkRefs = frameworkRefsNamed(item)
    group.items.push({ action, outcome, detail, track, owners, frameworkRefs })
    groups.set(key, group)
  }
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, label, items: grouped }) => ({ key, label, items: grouped }))
}
