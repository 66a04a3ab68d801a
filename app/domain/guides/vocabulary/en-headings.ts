/** What headings say in English. See `vocabulary.ts` for what each list is for. */
import { phrases } from './phrases'
import type { HeadingVocabulary } from './vocabulary'

export const englishHeadings: HeadingVocabulary = {
  planNouns: phrases(`
    plan, plans, action, actions, step, steps, task, tasks, roadmap, priorities, goals, checklist,
    milestone, milestones, improvements, sprint, targets, objectives, to do, to dos, wins, short term,
    mid term, medium term, long term, near term, phase, stage, measures, fixes, remediation,
    initiatives, activities, timeline, schedule, next steps, hardening, quick start, improving,
    strengthening, follow up, recommendation, recommendations, to complete, to be completed, to be done,
    to be implemented
  `),
  otherPeriods: phrases(`
    trial, free trial, guarantee, money back, notice, notice period, retention, rotation, refund,
    warranty, outage, support, sla, hotline, subscription, grace period, waiting period, reporting
    window, return policy, average, history, old
  `),
  otherPeriodOpeners: phrases(`
    every, each, per, last, past, previous, prior, older than, more than, longer than, once every, every
    other, at least
  `),
  planHeadings: phrases(`
    action plan, improvement plan, implementation plan, remediation plan, corrective action plan,
    corrective actions, mitigation plan, treatment plan, hardening plan, response roadmap, plan of
    action, plan of action and milestones, work plan, workplan, project plan, roadmap, action items,
    action list, recommended actions, planned actions, priority actions, required actions, key
    actions, immediate actions, task list, to do list, implementation timeline, implementation
    steps, implementation schedule, remediation steps, remediation actions, quick wins, execution
    plan, transition plan, onboarding plan, rollout plan, implementation checklist, action checklist,
    remediation checklist, new actions, agreed actions, actions agreed, open actions, outstanding
    actions, action points, follow up actions, next actions, remaining actions, proposed actions,
    suggested actions, pending actions, actions required
  `),
  bareHeadings: phrases(`
    plan, actions, tasks, to do, to dos, milestones, security plan, our security plan, the plan, our plan,
    your plan, timeline, recommendations, now, later, poa&m, poam, checklist, work items
  `),
  doingHeadings: phrases(`
    what we will do, what we'll do, what we are going to do, what we plan to do, what will be done, what
    has to be done, what must be done, what needs to be done, what you will do
  `),
  planMaking: phrases(`
    creating, writing, making, developing, drafting, preparing, designing, filling in, using, working
    with, how to, about
  `),
  indefiniteArticles: ['a', 'an'],
  overviewEndings: ['overview', 'at a glance'],
  openHorizons: phrases(`
    immediate, immediately, short term, near term, mid term, medium term, long term, ongoing,
    continuous, right away, today, this week, this month, this quarter
  `),
  immediateHeadings: phrases(`
    immediate actions, immediate action, immediate steps, immediate measures, immediate priorities,
    immediate tasks
  `),
  termHeadings: ['short term', 'near term', 'mid term', 'medium term', 'long term'],
  phaseWords: ['phase', 'stage', 'sprint', 'wave', 'milestone', 'iteration', 'workstream'],
  partWords: ['appendix', 'annex', 'section', 'part', 'chapter'],
  stepWords: ['step', 'task', 'action', 'item', 'no', 'priority', 'phase', 'milestone', 'todo'],
  firstStepHeadings: phrases(`
    do first, does first, first steps, first step, first things to do, first actions, first moves, do
    this first, where to start, where to begin, start here, start with this, do right
    now, do right away, do immediately, do in the first, what to do now, first response, before
    anything else, act first, to take first, first priorities, first priority, first thing to do, first
    things first, fix first, tackle first, handle first, address first, comes first, secure first, focus
    on first, start with these, do today
  `),
  firstStepEndings: ['how to start', 'getting started'],
  otherHeadings: phrases(`
    summary, executive summary, overview, introduction, background, about, who, is this for you, why,
    what can go wrong, what could go wrong, what goes wrong, how it can go wrong, understanding,
    vendor, vendors, tool considerations, tools, choosing, common mistakes, common pitfalls, common
    errors, mistakes, pitfalls, next step, leave a comment, leave a reply, comments, related,
    references, resources, further reading, sources, glossary, legend, key terms, abbreviations,
    acronyms, definitions, contacts, contact, contact list, escalation, assumptions, out of scope,
    scope, equipment, inventory, budget, costs, metrics, key metrics, success metrics, kpis, risks,
    already completed, already done, already in place, completed in, completed last, completed actions,
    completed tasks, completed items, completed so far, completed since, done in, done last, done so far,
    closed actions, closed items, what we have done, what we did, what was done, accomplishments,
    achievements, risk register, agreements, approvals, approval, sign off, revision history, version history,
    document history, document control, change log, changelog, appendix, notes, disclaimer, roles and
    responsibilities, roles, raci, ownership, incident roles, incident team, response team, on call,
    lessons, conclusion, not now, not yet, parking lot, icebox, pricing, products, share this, tags,
    categories, newsletter, subscribe, footnotes, key takeaways, takeaways, key points, see also, read
    more, more reading, case study, tool and vendor, your next step, the next step, how we, how to use, table of contents, contents
  `),
  weakOtherHeadings: phrases(`
    what the, what is, what are, what this, what it, what can, what could, what happens, what we,
    what's in, whats in, what not, what does, what do, what comes, how does, how the, how this, how it, how these, how
    your, how to choose, how to read
  `),
  groupHeadings: phrases(`
    vendor, vendors, tools, inventory, equipment, agreements, escalation, roles and responsibilities,
    risk register, risks, scope, contacts, contact list
  `),
  otherEndings: phrases(`
    see, see also, vendors, glossary, legend, contacts, overview, summary, metrics, kpis, budget, results, success
    criteria, success measures, takeaways, assumptions
  `),
  otherWords: phrases(`
    mistakes, pitfalls, considerations, case study, lessons learned, go wrong, goes wrong, went wrong,
    never do, not to do, should not do, must not do, should avoid
  `),
  sealedWords: phrases(`
    mistake, mistakes, pitfalls, errors, case study, example, examples, pricing, products, trial,
    comments, related, glossary, goes wrong, went wrong, go wrong, not now, not yet, parking lot
  `),
  retrospectWords: ['lessons', 'lesson', 'retrospective', 'root cause', 'post mortem'],
  tailOpeners: ['for', 'of', 'in', 'this', 'by', 'to', 'and'],
  questionHeadings: phrases(`
    faq, faqs, frequently asked, questions, common questions, q&a, questions and answers
  `),
  followUpHeadings: ['next steps', 'immediate next steps', 'following steps'],
  asideHeadings: phrases(`
    acceptance, acceptance tests,
    expected impact, expected outcome, expected outcomes, expected result, expected results, expected
    benefits, impact, benefits, outcome, outcomes, results, success criteria, success measures,
    success indicators, exit criteria, acceptance criteria, definition of done, done when,
    deliverables, goal, goals, objective, objectives, aim, aims, purpose, rationale, focus, time
    needed, effort, resources required, resources needed, prerequisites, dependencies, blockers,
    evidence, evidence to collect, artifacts, stakeholders, participants, tools needed, tools used,
    considerations, tips, examples, decisions needed, progress, metrics to track, what you need,
    what you will have, you will need, key risks, common risks, what success looks like, signs of
    success, how to do it, how to, pro tips, checkpoint, checkpoints, gate, exit gate, gate criteria,
    open questions, measure of success, measures of success, how we measure success, how we will know,
    how you will know, evidence needed, constraints, estimated effort, estimated cost, estimated time,
    what this means, what to expect, watch out for, reminders, good to know, why now, remember, responsible parties, time investment, cost, why it
    works, key objectives, learning objectives, session objectives, materials, materials
    needed, materials required, facilitator notes, trainer notes, speaker notes, success signals, success
    signal, success metrics, signals to watch, what good looks like
  `),
  describingLabels: phrases(`
    objective, objectives, key objective, goal, goals, aim, aims, purpose, rationale, focus, outcome,
    outcomes, expected outcome, expected outcomes, expected result, expected results, expected impact,
    success criteria, success criterion, success measure, success measures, success metric, success
    metrics, success signals, success indicators, key result, key results, deliverable, deliverables,
    output, outputs, exit criteria, definition of done, milestone, milestones
  `),
  promises: phrases(`
    should cover, should include, should contain, should answer, should show, must include, must cover,
    must contain, walk away with, will learn, will leave with, will gain,
    will have, you'll have, we'll have, you will be, you'll be, we will be, we'll be, will be able, should
    have, should be able, can expect, will see, will know, will be in place,
    has achieved, have achieved, will achieve, are done when
  `),
  statementStarts: phrases(`
    is, are, was, were, has, contains, includes, covers, describes, lays out
  `),
  prohibitions: phrases(`
    do not, don't, dont, don'ts, donts, never, avoid, what not to do, stop doing, things to avoid, must
    not, you cannot, anti patterns, to avoid, please do not, please don't, please avoid, what to avoid,
    what you should not, what we do not, what we don't, under no circumstances, red lines, hands off, no
    gos, forbidden, prohibited, do nots, refrain from, we do not, we don't, you should not
  `),
  tracks: {
    prevention: ['prevention', 'prevent', 'preventive', 'preventative', 'protection', 'protect'],
    detection: ['detection', 'detect', 'detective'],
    response: ['response', 'respond', 'incident response'],
    recovery: ['recovery', 'recover', 'restoration'],
    governance: ['governance', 'govern', 'oversight'],
  },
  trackCompanions: phrases(`
    compliance, risk, risk management, policy, policies, hardening, monitoring, visibility, alerting,
    logging, communication, communications, containment, resilience, continuity, business continuity,
    backup, backups, training, awareness, culture, improvement, readiness, preparedness, review,
    reporting, leadership, lessons learned
  `),
  otherFunctions: ['identify', 'identification', 'asset management', 'preparation'],
  trackTails: phrases(`
    measures, controls, actions, steps, tasks, track, activities, improvements, workstream, function
  `),
}
