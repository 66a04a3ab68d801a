/** The extractor's English. See `vocabulary.ts` for what each list is for. */
import { englishHeadings } from './en-headings'
import { englishRoles } from './en-roles'
import { phrases } from './phrases'
import type { Vocabulary } from './vocabulary'

export const english: Vocabulary = {
  language: 'en',
  ...englishHeadings,
  ...englishRoles,
  units: {
    hour: ['hour', 'hours', 'hrs', 'hr'],
    day: ['day', 'days'],
    week: ['week', 'weeks', 'wk', 'wks'],
    month: ['month', 'months', 'mo', 'mos', 'mth', 'mths'],
    quarter: ['quarter', 'quarters'],
    year: ['year', 'years', 'yr', 'yrs'],
  },
  clockWords: [],
  nowWords: ['this'],
  numberWords: {
    first: 1,
    next: 1,
    one: 1,
    second: 2,
    third: 3,
    fourth: 4,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    fourteen: 14,
    thirty: 30,
    sixty: 60,
    ninety: 90,
  },
  rangeWords: ['to', 'through', 'thru', 'until'],
  mailFields: ['from', 'to', 'cc', 'bcc', 'sent', 'date', 'reply-to'],
  mailSubjects: ['subject'],
  joiners: ['and'],
  unfinishedEndings: ['the', 'a', 'an', 'and', 'or', 'of', 'to', 'in', 'for', 'with'],
  horizonOpeners: phrases(`
    the, your, our, my, in, within, by, over, during, for, first, next, following, initial, end of,
    up to, after, under, less than, at most, about, approx, before, until, no later than, due, then,
    later, beyond, now, final, from, between, on, recommended, suggested, proposed, planned
  `),
  columns: {
    action: phrases(`
      action, actions, action item, action items, task, tasks, planned action, planned actions,
      corrective action, corrective actions, recommended action, recommended actions, required action,
      action required, remediation action, activity, activities, task name, action name, action title, activity
      name, initiative name, task title, task description, action
      description, activity description, remediation, remediation step, remediation steps,
      recommendation, recommendations, mitigation, mitigation action, mitigation plan, corrective
      measure, corrective action plan, action plan, improvement action, improvement actions, preventive
      action, recommended fix, proposed fix, treatment plan, treatment action, risk treatment plan,
      remediation plan, action step, action steps, actions to take, action to take, what to do, to do, work
      item, next action, next step, next steps, step, steps, control, item, initiative, project,
      improvement, measure, description, what
    `),
    owner: phrases(`
      owner, owners, action owner, task owner, risk owner, control owner, responsible, responsible
      party, responsible parties, responsible person, responsible role, responsible team, responsible
      owner, person responsible, who is responsible, responsibility, assigned to, assigned, assignee,
      assigned team, assigned role, accountable, accountable role, accountable person, accountable party, lead, lead role, team lead, role, who, by whom, action
      by, point of contact, poc, in charge, dri, team, department, champion
    `),
    outcome: phrases(`
      outcome, outcomes, expected outcome, desired outcome, target outcome, result, results, expected
      result, expected results, success measure, success measures, measure of success, success
      criteria, success criterion, success metric, success indicator, deliverable, deliverables,
      definition of done, done when, acceptance criteria, exit criteria, output, outputs, expected
      benefit, benefit, goal
    `),
    due: phrases(`
      due, due date, due by, due on, deadline, target completion date, target completion, target date,
      target due date, completion target, target, complete by, completed by, complete by date, finish
      by, finish date, end date, by when, needed by, scheduled completion date, scheduled completion,
      planned completion date, planned completion, estimated completion date, estimated completion,
      expected completion, expected completion date, completion date, eta, timeline, milestone, by,
      date, finish, planned end, target end, end
    `),
    horizon: phrases(`
      horizon, time horizon, timeframe, time frame, when, timing, time window, window, period, days,
      day, weeks, week, months, month, phase, stage, term, sprint, plan
    `),
    track: phrases(`
      track, function, csf function, nist function, nist csf function, pillar, category, area, domain,
      workstream, theme, capability
    `),
    priority: ['priority', 'prio', 'urgency', 'importance', 'priority level'],
    severity: phrases(`
      severity, severity level, risk level, risk rating, criticality, risk priority, risk severity
    `),
    status: phrases(`
      status, current status, state, done, complete, completed, progress, check, done?, %, % complete,
      percent complete, complete?, rag, rag status
    `),
    number: phrases(`
      #, no, nr, number, id, ref, item no, item #, s no, sl no, sr no, task id, action id, item id, task
      #, action #, task no, action no, row, seq, order
    `),
  },
  spanColumns: ['timeline'],
  pastDateWords: ['actual', 'last', 'previous', 'original', 'initial'],
  weakActionColumns: phrases(`
    control, item, step, steps, description, what, initiative, project, improvement, measure
  `),
  standInColumns: phrases(`
    milestone, deliverable, deliverables, goal, quick win, quick wins, objective, requirement,
    outcome, expected outcome, focus
  `),
  registerColumns: ['title'],
  keyColumns: ['field', 'key', 'attribute', 'property', 'detail', 'details', 'element', 'name'],
  proseKeys: phrases(`
    who, when, date, item, control, function, domain, area, check, done, no, id, goal, step, window, state, progress, by, plan, stage, term, day, days, week, weeks, month, months, period, phase, timing, output, outputs, benefit, row, order, number, category, theme, capability, complete, completed, importance
  `),
  priorities: {
    high: phrases(`
      high, critical, urgent, very high, highest, p1, p0, must, must have, h, top, severe, major, prio 1,
      immediate
    `),
    medium: ['medium', 'med', 'moderate', 'normal', 'p2', 'should', 'should have', 'm', 'mid'],
    low: phrases(`
      low, minor, lowest, very low, p3, p4, could, could have, l, nice to have, informational
    `),
  },
  priorityTags: phrases(`
    critical, urgent, high, very high, medium, low, p0, p1, p2, p3, p4, must have
  `),
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  dueWords: phrases(`
    by, due, due on, due by, due date, before, no later than, not later than, until, complete by,
    completed by, on or before, deadline, target date, target, finish by, by end of day
  `),
  startWords: phrases(`
    from, starting, start, starts, starting on, beginning, begins, as of, since, updated, last updated,
    kick off, week of, after, published, prepared
  `),
  targetKeys: phrases(`
    target completion, target completion date, target date, target, complete by, completed by, to be
    completed by, completion, completion date, completion target, completion deadline, planned
    completion, due, due by, due date, deadline, timeline, timeframe, time frame, time horizon, horizon,
    finish by, finish date, finish, planned end, target end, ends on, end date, ends, end, when, target timeline, to be done by, done by
  `),
  abbreviations: phrases(`
    e.g, i.e, etc, vs, dr, mr, mrs, ms, no, approx, inc, ltd, co, dept, fig, st, u.s, incl, min, max, ca,
    sec, corp, ext, est, jr, sr, prof, a.m, p.m, resp, ref, ver, al
  `),
  totals: phrases(`
    total, sum, overall, about, approx, monthly, weekly, quarterly, annually
  `),
  placeholders: phrases(`
    tbd, tba, tbc, n/a, na, none, no, yes, to be determined, to be defined, action, task, describe action, insert
    action, enter action, your action here, example, sample, ..., xxx, xx
  `),
  actionVerbs: phrases(`
    accept, activate, add, adopt, agree, alert, align, allow, analyse, analyze, answer, apply, appoint,
    approve, archive, arrange, ask, assess, assign, attach, attend, audit, automate, back up, backup,
    ban, begin, benchmark, block, book, borrow, brief, bring, build, buy, calculate, call, cancel,
    capture, change, check, choose, classify, clean, clear, close, collect, communicate, compare,
    complete, conduct, configure, confirm, connect, consider, contact, contain, convert, copy, count,
    create, cut, decide, decommission, define, delegate, delete, deliver, demand, deny, deploy,
    designate, determine, develop, disable, disconnect, discuss, distribute, divide, document, draft,
    draw, drill, drop, educate, eliminate, email, empty, enable, encourage, encrypt, enforce, engage,
    enroll, ensure, escalate, establish, estimate, evaluate, examine, exclude, exercise, expand, explain,
    export, extend, fill, finalize, find, finish, fix, focus, formalize, freeze, fund, gather, give,
    grant, hand, harden, hire, hold, hunt, identify, implement, improve, increase, inform, inspect,
    install, instruct, integrate, introduce, invest, investigate, invite, isolate, issue, join, keep,
    launch, learn, let, limit, list, load, locate, lock, log, look, make, mandate, map, mark, measure,
    meet, merge, migrate, minimize, monitor, move, name, negotiate, notify, obtain, offer, onboard, open,
    order, organize, outline, patch, pay, perform, pick, plan, post, practice, prepare, print,
    prioritize, produce, prohibit, promote, prove, provide, publish, pull, purchase, push, put, qualify,
    quarantine, raise, reach out, read, receive, reconcile, record, recruit, redesign, reduce, refresh,
    refuse, rehearse, remediate, remind, remove, rename, renegotiate, renew, repair, repeat, replace,
    report, require, rerun, reset, resolve, restore, restrict, retire, return, review, revise, revoke,
    rewrite, roll out, rotate, route, run, save, scan, schedule, search, secure, seek, segment, select,
    send, separate, set, settle, share, ship, shorten, show, shut, sign, simulate, sort, specify, split,
    standardize, start, stop, store, strengthen, submit, subscribe, summarize, suspend, switch, tag,
    take, talk, tally, teach, tell, terminate, test, tighten, track, train, transfer, translate, triage,
    trim, try, tune, turn, unify, uninstall, unplug, update, upgrade, upload, use, validate, verify,
    visit, walk, watch, wipe, write
  `),
}
