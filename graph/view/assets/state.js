"use strict";
// What the reader has chosen, kept in the address, so that a link shows another reader the same; and which facts pass
// the filters. One state for all views: a region chosen in one is chosen in all.

const VIEWS = ["graph", "matrix", "region", "compare", "dates", "figures", "reports", "query"];
const SURE = ["0.5", "0.7", "0.8", "0.9"]; // the steps of the filter by confidence
const start = () => ({
  view: "graph", region: -1, other: -1, node: -1, centre: -1, line: [], cell: [], fact: -1, article: -1,
  scope: "overview", level: data.opening, opened: [], pins: new Map(), order: "blocks",
  without: new Set(), dimension: -1, rank: "", sure: "", report: -1, question: "", given: "",
});
let state = start();

// ---- the address ----
const escaped = (text) => String(text).replace(/[%&=,@#\s"<>`]/g, encodeURIComponent);
const keyOf = (node) => (node < 0 ? "" : escaped(known[node].key));
const plain = (text) => { try { return decodeURIComponent(text); } catch { return ""; } };
const nodeAt = (text) => nodeByKey.get(plain(text)) ?? -1;
const nodesAt = (text) => text.split(",").map(nodeAt).filter((node) => node >= 0);
const levels = data.overviews.map(({level}) => level || "reported");
const among = (list, text, otherwise) => (list.includes(text) ? text : otherwise);

// How each choice is written in the address, and read from it; what is as at the start is left out.
const PARTS = {
  view: [(v) => v, (t) => among(VIEWS, t, "graph")],
  region: [keyOf, nodeAt],
  other: [keyOf, nodeAt],
  node: [keyOf, nodeAt],
  centre: [keyOf, nodeAt],
  line: [(v) => v.map(keyOf).join(","), (t) => { const v = nodesAt(t); return v.length === 2 ? v : []; }],
  cell: [(v) => v.map(keyOf).join(","), (t) => { const v = nodesAt(t); return v.length === 2 ? v : []; }],
  fact: [(v) => (v < 0 ? "" : escaped(facts[v].key)), (t) => factByKey.get(plain(t)) ?? -1],
  article: [(v) => (v < 0 ? "" : escaped(articles[v].key)), (t) => articleByKey.get(plain(t)) ?? -1],
  scope: [(v) => v, (t) => among(["overview", "focus", "all"], t, "overview")],
  level: [(v) => levels[v], (t) => { const at = levels.indexOf(t); return at < 0 ? data.opening : at; }],
  opened: [(v) => v.map(keyOf).join(","), nodesAt],
  pins: [(v) => [...v].map(([node, [x, y]]) => `${keyOf(node)}@${x}@${y}`).join(","), (t) => new Map(t.split(",").map((pin) => {
    const [node, x, y] = pin.split("@");
    return [nodeAt(node), [Number(x), Number(y)]];
  }).filter(([node, at]) => node >= 0 && at.every(Number.isFinite)))],
  order: [(v) => v, (t) => among(["blocks", "dimension", "count"], t, "blocks")],
  without: [(v) => [...v].join(","), (t) => new Set(t.split(",").filter((type) => looks[type]))],
  dimension: [(v) => (v < 0 ? "" : escaped(dimensions[v].label)), (t) => dimensions.findIndex((d) => d.label === plain(t))],
  rank: [(v) => v, (t) => among(unique(levelOf), t, "")],
  sure: [(v) => v, (t) => among(SURE, t, "")],
  report: [(v) => (v < 0 ? "" : escaped(articles[v].key)), (t) => articleByKey.get(plain(t)) ?? -1],
  question: [(v) => v, (t) => (data.questions.some((q) => q.id === t) ? t : "")],
  given: [(v) => escaped(v), plain],
};

function addressOf(given) {
  const usual = start(), parts = lang === data.lang ? [] : [`lang=${lang}`];
  for (const [name, [write]] of Object.entries(PARTS)) {
    const text = write(given[name]);
    if (text !== write(usual[name])) parts.push(`${name}=${text}`);
  }
  return parts.length ? "#" + parts.join("&") : "";
}

function readAddress() {
  state = start();
  lang = data.lang;
  for (const part of location.hash.slice(1).split("&")) {
    const at = part.indexOf("="), name = part.slice(0, at), text = part.slice(at + 1);
    if (Object.hasOwn(PARTS, name)) state[name] = PARTS[name][1](text);
    else if (name === "lang" && ["zh", "en"].includes(text)) lang = text;
  }
  if (state.scope === "focus" && state.centre < 0) state.scope = "overview";
}

let written = null; // the address that stands for what is shown
/** Keep the address at what is shown; each change of it is one step of the browser's Back. */
function writeAddress() {
  const address = addressOf(state);
  if (address === written) return;
  const step = written !== null;
  written = address;
  const target = address || location.href.split("#")[0] + "#";
  if (step) history.pushState(null, "", target);
  else if (address || location.hash) history.replaceState(null, "", target);
}

// ---- the filters ----
const BIT = {type: 1, dimension: 2, region: 4, rank: 8, sure: 16, report: 32};
const failing = new Uint8Array(facts.length); // for each fact the filters that it does not pass
const touched = new Uint8Array(known.length); // nodes of which a fact that passes speaks
let filtering = 0; // the filters that are set

function filterFacts() {
  const {without, dimension, region, rank, report} = state, sure = Number(state.sure || 0);
  filtering = (without.size && BIT.type) | (dimension >= 0 && BIT.dimension) | (region >= 0 && BIT.region)
    | (rank && BIT.rank) | (sure && BIT.sure) | (report >= 0 && BIT.report);
  touched.fill(0);
  for (let f = 0; f < facts.length; f++) {
    const homes = homesOf[f], subject = subjectOf[f];
    let bits = 0;
    if (without.size && subject >= 0 && without.has(known[subject].type)) bits |= BIT.type;
    if (dimension >= 0 && (measureOf[f] < 0 || known[measureOf[f]].dimension !== dimension)) bits |= BIT.dimension;
    if (region >= 0 && !homes.includes(region)) bits |= BIT.region;
    if (rank && (!homes.length || levelOf[homes[0]] !== rank)) bits |= BIT.rank;
    if (sure && sureOf[f] < sure) bits |= BIT.sure;
    if (report >= 0 && !articlesOf[f].includes(report)) bits |= BIT.report;
    failing[f] = bits;
    if (bits & ~BIT.region) continue;
    for (const pair of facts[f].properties) if (Number.isInteger(pair[1])) touched[pair[1]] = 1;
    for (const home of homes) touched[home] = 1;
  }
}
const passes = (f) => failing[f] === 0;
/** Whether a fact passes all filters but that by region: for views that set regions side by side. */
const passesAnywhere = (f) => (failing[f] & ~BIT.region) === 0;

/** For each filter, how many facts each of its values would leave, the other filters being as they are. */
function facetCounts() {
  const counts = {type: new Map(), dimension: new Map(), region: new Map(), rank: new Map(), sure: new Map(), report: new Map()};
  const add = (name, value) => counts[name].set(value, (counts[name].get(value) || 0) + 1);
  for (let f = 0; f < facts.length; f++) {
    const bits = failing[f], left = (name) => (bits & ~BIT[name]) === 0, homes = homesOf[f];
    if (subjectOf[f] >= 0 && left("type")) add("type", known[subjectOf[f]].type);
    if (measureOf[f] >= 0 && left("dimension")) add("dimension", known[measureOf[f]].dimension);
    if (left("region")) for (const home of homes) add("region", home);
    if (homes.length && left("rank")) add("rank", levelOf[homes[0]]);
    if (left("sure")) for (const step of SURE) if (sureOf[f] >= Number(step)) add("sure", step);
    if (left("report")) for (const article of articlesOf[f]) add("report", article);
  }
  return counts;
}

// ---- what the reader does ----
/** Change some choices and show the result. */
function go(changes) {
  Object.assign(state, changes);
  apply();
}
/** Choose a thing: it comes into the panel, and a region is chosen everywhere. */
function choose(node) {
  const changes = {node, line: [], cell: []};
  if (isRegion(node)) changes.region = node;
  if (state.view === "graph") bringIn(node, changes);
  if (state.view === "query" || state.view === "reports") Object.assign(changes, {view: isRegion(node) ? "region" : "graph"});
  if (changes.view === "graph") bringIn(node, changes);
  go(changes);
}
