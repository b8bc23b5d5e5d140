"use strict";
// Facts in words: a headline, a card with its quotations, and links to what they name.

const CONTEXT = 48; // signs of the report shown on each side of a quotation
const KINDS = ["Adoption", "Plan", "Figure", "Conferral", "Pilot", "Post", "Event"];
const HEAD = { // the properties that make a fact's headline
  Adoption: ["measure", "localName"], Plan: ["measure", "by"], Figure: ["indicator", "bound", "value", "low", "high", "unit"],
  Conferral: ["honour", "count"], Pilot: ["pilotUnit", "batch"], Post: ["member", "title"], Event: ["date", "label"],
};
const NUMBERS = new Set(["value", "low", "high", "from", "count"]);

const link = (node, note) => press([glyph(known[node].type), make("span", {}, nameOf(node)), note ? make("small", {}, note) : null],
  () => choose(node), {class: "link", "data-node": node, title: nameOf(node)});
const inline = (node) => press(nameOf(node), () => choose(node), {class: "inline"});

const value = (name, given) => {
  if (Number.isInteger(given)) return inline(given);
  if (typeof given === "object") return word(given.term);
  return NUMBERS.has(name) ? number(given) : given;
};
const list = (properties) => (properties.length ? make("dl", {}, properties.flatMap(([name, given]) =>
  [make("dt", {}, word(name)), make("dd", {}, value(name, given))])) : null);

/** A figure's number with its bound: 多于 3,200. */
function quantityOf(f) {
  const of = valuesOf[f], bound = of.bound && of.bound.term !== "exact" ? word(of.bound.term) : "";
  const low = number(of.low ?? of.value ?? ""), high = number(of.high ?? "");
  const amount = high ? `${low}–${high}` : low;
  return [lang === "zh" ? bound : bound.toLowerCase(), of.from ? `${number(of.from)} → ${amount}` : amount].filter(Boolean).join(" ");
}
const amountOf = (f) => `${quantityOf(f)} ${valuesOf[f].unit || ""}`.trim();

/** What a fact says in one line, its items as links. */
function headline(f) {
  const {kind} = facts[f], of = valuesOf[f];
  if (kind === "Figure") return [`${of.indicator || ""}${colon()}${amountOf(f)}`];
  const parts = HEAD[kind].filter((name) => of[name] !== undefined).map((name) => value(name, of[name]));
  return parts.flatMap((part, i) => (i ? [" · ", part] : [part]));
}
/** The same as plain text. */
const headlineText = (f) => headline(f).map((part) => (typeof part === "string" ? part : part.textContent)).join("");

// ---- quotations ----
/** A column's line breaks taken out. */
const flow = (text) => text.replace(/\s*\n\s*/g, "");
const before = (text, start) => {
  const near = text.slice(Math.max(0, start - CONTEXT), start), from = Math.max(...["。", "！", "？", "；"].map((sign) => near.lastIndexOf(sign)));
  if (from >= 0) return flow(near.slice(from + 1));
  return (start > CONTEXT ? "…" : "") + flow(near).replace(/^[\udc00-\udfff]/, "");
};
const after = (text, to) => {
  const near = text.slice(to, to + CONTEXT), ends = ["。", "！", "？", "；"].map((sign) => near.indexOf(sign)).filter((at) => at >= 0);
  if (ends.length) return flow(near.slice(0, Math.min(...ends) + 1));
  return flow(near).replace(/[\ud800-\udbff]$/, "") + (to + CONTEXT < text.length ? "…" : "");
};
const quoteText = ([article, from, to, text]) => flow(from < 0 ? text : articles[article].text.slice(from, to));

/** A quotation among its neighbours; `open` shows it in the report. */
function quotation(quote, open) {
  const [article, from, to] = quote, {text, name} = articles[article], marked = make("mark", {}, quoteText(quote));
  const parts = from < 0 ? [marked] : [before(text, from), marked, after(text, to)];
  const source = from < 0 || !open ? make("cite", {}, name)
    : make("cite", {}, press(word("ui-open-source"), open, {class: "inline open"}), ` ${name}`);
  return make("blockquote", {}, make("span", {class: "quoted"}, ...parts), source);
}

/** A fact with its quotations; `beside` is the node in whose panel it stands, which needs no mention. */
function card(f, beside) {
  const {kind, properties, evidence} = facts[f];
  const rest = properties.filter(([name, given]) => !HEAD[kind].includes(name) && name !== "from" && name !== "confidence" && given !== beside);
  return make("article", {class: "fact", "data-kind": kind, "data-fact": f},
    make("p", {class: "kind"}, word(kind), make("span", {title: word("ui-confidence-hint")}, `${word("confidence")} ${sureOf[f]}`)),
    make("h4", {}, headline(f)), list(rest), evidence.map((quote, at) => quotation(quote, () => openSource(f, at))));
}
/** A fact in one line, that opens its evidence: for lists. */
const factLine = (f, ...notes) => press([make("span", {class: "said"}, headlineText(f)), ...notes.filter(Boolean).map((note) => make("small", {}, note))],
  () => openSource(f, 0), {class: "line", "data-fact": f, title: word("ui-open-source")});

const byKind = (numbers, beside) => KINDS.map((kind) => [kind, numbers.filter((f) => facts[f].kind === kind)])
  .filter(([, found]) => found.length).map(([kind, found]) => section(word(kind), found, (f) => card(f, beside)));
/** A fact's subject, as a note. */
const whose = (f) => (subjectOf[f] < 0 ? word("ui-no-actor") : nameOf(subjectOf[f]));
