"use strict";
// The timeline: what happened on a stated date and what was issued, by year, with a bar for each year to leap by.

/** [date, fact or -1, document or -1] of all that has a date and passes, in order of time. */
function dated() {
  const found = [];
  facts.forEach(({kind}, f) => {
    if (["Event", "Conferral", "Pilot"].includes(kind) && valuesOf[f].date && passes(f)) found.push([valuesOf[f].date, f, -1]);
  });
  known.forEach(({type, homes}, node) => {
    const issued = type === "PolicyDocument" && propertyOf(node, "issued");
    if (!issued || state.without.has(type) || (state.region >= 0 && !homes.includes(state.region))) return;
    if (filtering & ~BIT.region & ~BIT.type && !(filtering === BIT.report && mentionedIn(node, state.report))) return;
    found.push([issued, -1, node]);
  });
  return found.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]));
}
const mentionedIn = (node, article) => articles[article].mentions.some((named, i) => i % 3 === 0 && named === node);

const SPAN = 300; // items drawn at once
function drawDates() {
  const found = dated(), box = byId("timeline");
  if (!found.length) return box.replaceChildren(make("p", {class: "soft"}, word(known.length ? "ui-nothing" : "ui-empty")));
  const years = new Map();
  for (const item of found) years.set(item[0].slice(0, 4), [...(years.get(item[0].slice(0, 4)) || []), item]);
  const most = Math.max(...[...years.values()].map((items) => items.length));
  const bars = make("ol", {class: "bars", "aria-label": word("ui-years")}, [...years].map(([year, items]) => {
    const bar = drawn("0 0 20 60", {d: `M2 60V${60 - Math.max(3, 56 * items.length / most)}H18V60z`});
    return make("li", {}, press([bar, make("span", {}, year), make("small", {}, String(items.length))],
      () => byId(`year-${year}`)?.scrollIntoView({block: "start"}), {title: counted(year, items.length)}));
  }));
  const loose = facts.filter(({kind}, f) => kind === "Event" && subjectOf[f] < 0 && failing[f] === BIT.region).length;
  let drawnItems = 0;
  const parts = [...years].map(([year, items]) => {
    const rest = items.slice(0, Math.max(0, SPAN - drawnItems));
    drawnItems += rest.length;
    return rest.length ? make("section", {id: `year-${year}`}, make("h3", {}, counted(year, items.length)), make("ol", {class: "dates"}, rest.map(dateItem))) : null;
  });
  box.replaceChildren(bars, make("p", {class: "soft"}, say("ui-dated", {n: found.length}) + (loose ? say("ui-dated-loose", {n: loose}) : "")), ...parts.filter(Boolean));
}
/** 2021-07-02 as 7月2日, 2 Jul: what stands beside the year. */
function dayOf(date) {
  const [, month, day] = date.split("-").map(Number);
  if (!month) return word("ui-that-year");
  if (lang === "zh") return `${month}月${day ? `${day}日` : ""}`;
  return new Date(Date.UTC(2000, month - 1, day || 1)).toLocaleDateString("en", {timeZone: "UTC", month: "short", day: day ? "numeric" : undefined});
}
function dateItem([date, f, node]) {
  const time = make("time", {datetime: date}, dayOf(date));
  if (f < 0) return make("li", {"data-kind": "PolicyDocument"}, time, make("div", {}, link(node, word("issued"))));
  const of = valuesOf[f], {kind} = facts[f], until = of.endDate ? ` – ${of.endDate}` : "";
  const text = kind === "Event" ? of.label : headlineText(f);
  return make("li", {"data-kind": kind}, time, make("div", {}, press(make("span", {class: "said"}, text + until), () => openSource(f, 0), {class: "line", "data-fact": f}),
    make("p", {class: "soft"}, word(kind === "Event" && of.kind ? of.kind.term : kind), ...(kind === "Pilot" ? [] : [" · ", subjectOf[f] < 0 ? word("ui-no-actor") : inline(subjectOf[f])]))));
}
