"use strict";
// The panel on the right: what is known of the selected node or edge, with the sentences that say it. Every text of a
// report enters as a text node, never as markup.

const panel = document.getElementById("panel");
const FIRST = 12; // facts of a kind shown before "more"
const CONTEXT = 48; // signs of the report shown on each side of a quotation

/** An element with attributes and children; a child that is no element becomes text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

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
  const svg = drawn("-1 -1 22 18", {d: OUTLINES[looks[type].shape], fill: looks[type].colour, stroke: "#777777"});
  svg.dataset.shape = looks[type].shape;
  return svg;
};
const stroke = (name, line) => drawn("0 0 32 16", {
  d: "M0 8h32", class: name, "stroke-width": line.width + 0.6, "stroke-dasharray": line.dashes ? line.dashes.join(" ") : "none",
});

const link = (node, note) => make("button", {type: "button", class: "link", "data-node": node, click: () => select({node})},
  glyph(known[node].type), make("span", {}, labelOf(known[node])), note ? make("small", {}, note) : null);
const inline = (node) => make("button", {type: "button", class: "inline", click: () => select({node})}, labelOf(known[node]));

const colon = () => (lang === "zh" ? "：" : ": ");
const counted = (title, count) => (lang === "zh" ? `${title}（${count}）` : `${title} (${count})`);
const number = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text).toLocaleString("en", {maximumFractionDigits: 6}) : text);
const NUMBERS = new Set(["value", "low", "high", "from", "count"]);
const value = (name, given) => {
  if (Number.isInteger(given)) return inline(given);
  if (typeof given === "object") return word(given.term);
  return NUMBERS.has(name) ? number(given) : given;
};

const list = (properties) => make("dl", {}, ...properties.flatMap(([name, given]) =>
  [make("dt", {}, word(name)), make("dd", {}, value(name, given))]));

// ---- quotations ----
/** Line breaks of the report's columns are layout, not text. */
const flow = (text) => text.replace(/\s*\n\s*\n\s*/g, "\u3000").replace(/\s*[\r\n]+\s*/g, "");

function quotation([article, from, to, alone]) {
  const {name, text} = articles[article];
  const mark = make("mark", {}, flow(from < 0 ? alone : text.slice(from, to)));
  const around = from < 0 ? ["", ""] : [before(text, from), after(text, to)];
  return make("blockquote", {}, around[0], mark, around[1], make("cite", {}, `${word("ui-source")}${colon()}${name}`));
}
/** The report before `from`: at most `CONTEXT` signs, from the start of a sentence where one starts there. */
function before(text, from) {
  const near = text.slice(Math.max(0, from - CONTEXT), from), end = near.slice(0, -1).search(/[。！？]/);
  if (from <= CONTEXT) return flow(near);
  return end >= 0 ? flow(near.slice(end + 1)) : "…" + flow(near).replace(/^[\udc00-\udfff]/, "");
}
/** The report behind `to`: at most `CONTEXT` signs, to the end of a sentence where one ends there. */
function after(text, to) {
  const near = text.slice(to, to + CONTEXT), end = Math.max(...[..."。！？"].map((sign) => near.lastIndexOf(sign)));
  if (to + CONTEXT >= text.length) return flow(near);
  return end >= 0 ? flow(near.slice(0, end + 1)) : flow(near).replace(/[\ud800-\udbff]$/, "") + "…";
}

// ---- facts ----
const HEAD = { // the properties that make a fact's headline
  Adoption: ["measure", "localName"], Plan: ["measure", "by"], Figure: ["indicator", "bound", "value", "low", "high", "unit"],
  Conferral: ["honour", "count"], Pilot: ["pilotUnit", "batch"], Post: ["member", "title"], Event: ["date", "label"],
};

/** What a fact says in one line, its items as links. */
function headline({kind, properties}) {
  const of = Object.fromEntries(properties);
  if (kind !== "Figure") {
    const parts = HEAD[kind].filter((name) => of[name] !== undefined).map((name) => value(name, of[name]));
    return parts.flatMap((part, i) => (i ? [" · ", part] : [part]));
  }
  const [low, high] = [value("low", of.low ?? of.value ?? ""), value("high", of.high ?? "")];
  const bound = of.bound && of.bound.term !== "exact" ? word(of.bound.term) : "";
  const amount = [bound, high ? `${low}–${high}` : low, of.unit || ""].filter(Boolean).join(" ");
  return [`${of.indicator || ""}${colon()}${amount}`];
}

/** A fact with its quotations; `beside` is the node in whose panel it stands, which needs no mention. */
function card(fact, beside) {
  const {kind, properties, evidence} = facts[fact], trust = Object.fromEntries(properties).confidence;
  const rest = properties.filter(([name, given]) => !HEAD[kind].includes(name) && name !== "confidence" && given !== beside);
  return make("div", {class: "fact", "data-kind": kind},
    make("p", {class: "kind"}, word(kind), trust ? make("span", {}, `${word("confidence")} ${number(trust)}`) : null),
    make("h4", {}, ...headline(facts[fact])), list(rest), ...evidence.map(quotation));
}

/** Items under a heading, the first few at once and the rest on demand. */
function section(title, items, draw) {
  const box = make("section", {}, make("h3", {}, counted(title, items.length)));
  const show = (from) => {
    box.append(...items.slice(from, from + FIRST).map((item) => draw(item)));
    const left = items.length - from - FIRST;
    if (left > 0) {
      const more = make("button", {type: "button", click: () => { more.remove(); show(from + FIRST); }}, `${word("ui-more")} (${left})`);
      box.append(more);
    }
  };
  show(0);
  return box;
}

const byKind = (numbers, beside) => Object.keys(HEAD).map((kind) => [kind, numbers.filter((f) => facts[f].kind === kind)])
  .filter(([, found]) => found.length).map(([kind, found]) => section(word(kind), found, (f) => card(f, beside)));

const badge = (type) => make("div", {class: "badge"}, glyph(type), word(type));
const button = (id, text, click) => make("button", {type: "button", id, click}, word(text));

function nodePanel(node) {
  const {type, aliases, properties, mentions, mentioned} = known[node], near = neighboursOf(node);
  const closed = near.some((n) => !shownNodes.get(n));
  return [
    badge(type), make("h2", {}, labelOf(known[node])),
    aliases.length ? make("p", {class: "soft"}, `${word("ui-aliases")}${colon()}${aliases.join("、")}`) : null,
    list(properties),
    make("div", {class: "row"},
      closed ? button("expand", "ui-expand", () => expand(node)) : null,
      near.some((n) => n !== node && state.opened.has(n)) && state.scope !== "all" ? button("collapse", "ui-collapse", () => collapse(node)) : null,
      button("locate", "ui-locate", () => look(node))),
    ...byKind(factsOf[node], node),
    near.length ? section(word("ui-neighbours"), near, (n) => link(n, word(known[n].type))) : null,
    mentions.length ? make("details", {}, make("summary", {}, counted(word("ui-mentions"), mentioned)), ...mentions.map(quotation)) : null,
  ];
}

function edgePanel(edge) {
  const {from, to, kinds, facts: told, tie} = ties[edge];
  const names = [...(tie ? [word(LINES[lineOf(ties[edge])].word)] : []), ...kinds.filter((k) => !tie || k !== "Adoption").map(word)];
  return [make("div", {class: "badge"}, names.join("、")),
    make("h2", {}, `${labelOf(known[from])} → ${labelOf(known[to])}`), link(from), link(to), ...byKind(told)];
}

/** Nothing selected: what the graph holds, the shared measures as a list, and facts that hang on nothing. */
function overviewPanel() {
  const shared = data.overviews[state.level].measures.filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const held = new Set(factsOf.flat());
  const loose = facts.map((_, f) => f).filter((f) => !held.has(f));
  return [
    make("p", {class: "soft"}, word(known.length ? "ui-tip" : "ui-empty")),
    shared.length ? section(word("ui-shared"), shared, ([measure, count]) => link(measure, String(count))) : null,
    loose.length ? section(word("ui-loose"), loose, (f) => card(f)) : null,
  ];
}

function showPanel() {
  const {selected} = state;
  const parts = selected === null ? overviewPanel() : selected.node === undefined ? edgePanel(selected.edge) : nodePanel(selected.node);
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = 0;
}
