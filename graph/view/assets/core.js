"use strict";
// The data of the page, its words, and the making of elements. Every text of a report or a name enters as a text node,
// never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const {nodes: known, facts, articles, dimensions, words} = data;
const looks = data.vis.looks;
let lang = data.lang;

const byId = (id) => document.getElementById(id);
const word = (key) => (words[key] ? words[key][lang === "zh" ? 0 : 1] : key);
const labelOf = (thing) => (lang === "en" && thing.english) || thing.label;
const nameOf = (node) => labelOf(known[node]);
/** A sentence with its gaps filled: say("ui-facts", {n: 3}) for {n} 条事实. */
const say = (key, values) => {
  const said = word(key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  return lang === "zh" ? said : said.replace(/(^|[^\d,.])1 (actor|event|fact|figure|item|measure|place|report|row)s\b/g, (_, start, thing) => `${start}1 ${thing}`);
};
const colon = () => (lang === "zh" ? "：" : ": ");
const comma = () => (lang === "zh" ? "、" : ", ");
const counted = (title, count) => (lang === "zh" ? `${title}（${count}）` : `${title} (${count})`);
const number = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text).toLocaleString("en", {maximumFractionDigits: 6}) : text);
const unique = (list) => [...new Set(list)];

// ---- what is known of each thing ----
const valuesOf = facts.map((fact) => Object.fromEntries(fact.properties));
const SUBJECTS = ["actor", "recipient", "pilotUnit", "member"]; // whose fact it is
const subjectOf = valuesOf.map((of) => SUBJECTS.map((name) => of[name]).find(Number.isInteger) ?? -1);
const measureOf = valuesOf.map((of) => (Number.isInteger(of.measure) ? of.measure : -1));
const sureOf = valuesOf.map((of) => Number(of.confidence ?? 1));
const articlesOf = facts.map((fact) => unique(fact.evidence.map((quote) => quote[0])));
/** The local governments that a fact belongs to, nearest first. */
const homesOf = facts.map((_, f) => (subjectOf[f] < 0 ? [] : known[subjectOf[f]].homes));
const factsOf = known.map(() => []);
facts.forEach((fact, f) => {
  for (const [, node] of fact.properties) if (Number.isInteger(node) && factsOf[node].at(-1) !== f) factsOf[node].push(f);
});
const propertyOf = (node, name) => known[node].properties.find((pair) => pair[0] === name)?.[1];
const levelOf = known.map((_, node) => propertyOf(node, "adminLevel")?.term || "");
const isRegion = (node) => known[node].type === "LocalGovernment";
const inside = known.map(() => []); // what lies in a region or belongs to it
known.forEach((thing, node) => { for (const home of thing.homes) if (home !== node) inside[home].push(node); });
const depth = (region) => known[region].homes.length - 1;
const pathOf = (region) => [...known[region].homes].reverse();
const regions = known.map((_, n) => n).filter(isRegion).sort((a, b) => {
  const [x, y] = [pathOf(a), pathOf(b)], i = x.findIndex((n, at) => n !== y[at]);
  return i < 0 ? x.length - y.length : (x[i] ?? -1) - (y[i] ?? -1);
});
const edges = data.edges.map(([from, to, kinds, told, tie], id) => ({id, from, to, kinds, facts: told, tie}));
const edgesOf = known.map(() => []);
for (const edge of edges) for (const end of [edge.from, edge.to]) edgesOf[end].push(edge);
const other = (edge, node) => (edge.from === node ? edge.to : edge.from);
const neighboursOf = (node) => unique(
  edgesOf[node].filter((e) => !e.tie || e.tie.includes("near")).map((e) => other(e, node))).sort((a, b) => a - b);

const numbered = (things) => new Map(things.map((thing, n) => [thing.key, n]));
const nodeByKey = numbered(known), factByKey = numbered(facts), articleByKey = numbered(articles);

// ---- elements ----
/** An element with attributes and children; a child that is no element becomes text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}
const option = (value, text) => make("option", {value}, text);
const press = (text, click, attributes = {}) => make("button", {type: "button", click, ...attributes}, text);

// Outlines in a 20 × 16 box, like those that vis-network draws.
const OUTLINES = {
  ellipse: "M0 8a10 6 0 1 0 20 0a10 6 0 1 0 -20 0z", box: "M0 3h20v10h-20z", square: "M4 2h12v12h-12z",
  triangle: "M10 1l8 14h-16z", triangleDown: "M10 15l8 -14h-16z", diamond: "M10 0l8 8l-8 8l-8 -8z",
  dot: "M4 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", hexagon: "M5 1h10l5 7l-5 7h-10l-5 -7z",
  star: "M10 0l2.4 5.3l5.8 .6l-4.3 3.9l1.2 5.7l-5.1 -2.9l-5.1 2.9l1.2 -5.7l-4.3 -3.9l5.8 -.6z",
};

function drawn(viewBox, attributes) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}
const glyph = (type) => {
  const svg = drawn("-1 -1 22 18", {d: OUTLINES[looks[type].shape], fill: looks[type].color.background, stroke: "#777777"});
  svg.classList.add("glyph");
  svg.dataset.shape = looks[type].shape;
  return svg;
};
const badge = (type) => make("div", {class: "badge"}, glyph(type), word(type));

/** Items under a heading, the first few at once and the rest on demand. */
function section(title, items, draw, first = 12) {
  const box = make("section", {}, make("h3", {}, counted(title, items.length)));
  const show = (from) => {
    box.append(...items.slice(from, from + first).map((item) => draw(item)));
    const left = items.length - from - first;
    if (left > 0) {
      const more = press(`${word("ui-more")} (${left})`, () => { more.remove(); show(from + first); }, {class: "more"});
      box.append(more);
    }
  };
  show(0);
  return box;
}
