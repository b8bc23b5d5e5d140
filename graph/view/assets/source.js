"use strict";
// A report as it was read, with what is taken from it: every sentence that says a fact is marked, every name underlined,
// and the fact in question stands out. `openSource` shows it over whatever view is open.

const evidenceIn = articles.map(() => []); // for each report [start, end, fact], in order
facts.forEach(({evidence}, f) => {
  for (const [article, from, to] of evidence) if (from >= 0) evidenceIn[article].push([from, to, f]);
});
for (const found of evidenceIn) found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
const factsIn = evidenceIn.map((found) => unique(found.map((each) => each[2]))); // in the order of the text

/** Which line breaks of a text are its own: behind a sentence, a short line or before an indent; the others a column made. */
function ownBreaks(text) {
  const lines = text.split("\n"), lengths = lines.map((line) => line.trim().length).filter(Boolean).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.7)] || 0, own = new Set();
  let at = 0;
  lines.forEach((line, i) => {
    at += line.length;
    const next = lines[i + 1];
    if (next === undefined) return;
    const ended = /[。！？…”」：；]\s*$/.test(line) && line.trim().length < usual * 0.9;
    if (usual > 60 || ended || !next.trim() || !line.trim() || /^[\u3000\t]|^ {2}/.test(next) || line.trim().length < usual * 0.6) own.add(at);
    at += 1;
  });
  return own;
}
const breaksOf = articles.map(() => null);

/** The text of a report in pieces, each marked with the facts and names that it belongs to. */
function markedText(article, chosen, mention) {
  const {text, mentions} = articles[article];
  breaksOf[article] ??= ownBreaks(text);
  const spans = evidenceIn[article].filter(([, , f]) => passesAnywhere(f) || f === chosen).map(([from, to, f]) => ({from, to, fact: f}));
  for (let i = 0; i < mentions.length; i += 3) spans.push({node: mentions[i], from: mentions[i + 1], to: mentions[i + 2]});
  const cuts = unique([0, text.length, ...spans.flatMap(({from, to}) => [from, to])]).sort((a, b) => a - b);
  spans.sort((a, b) => a.from - b.from);
  const box = make("div", {class: "text", lang: "zh-Hans"});
  let open = [], next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    open = open.filter((span) => span.to > from);
    while (next < spans.length && spans[next].from <= from) open.push(spans[next++]);
    const pieces = lined(text, from, to, breaksOf[article]);
    const told = open.filter((span) => span.fact !== undefined), named = open.find((span) => span.node !== undefined);
    let children = pieces;
    if (named) {
      const here = mention && mention[0] === named.from && mention[1] === named.to;
      children = [make("span", {class: here ? "named now" : "named", "data-node": named.node, title: nameOf(named.node)}, pieces)];
    }
    if (told.length) {
      const now = told.find((span) => span.fact === chosen), {fact} = now || told.at(-1);
      box.append(make("mark", {class: now ? "now" : "said", "data-fact": fact, title: `${word(facts[fact].kind)}${colon()}${headlineText(fact)}`}, children));
    } else box.append(...children);
  }
  box.addEventListener("click", ({target}) => {
    const mark = target.closest("mark"), name = target.closest(".named");
    if (mark && Number(mark.dataset.fact) !== chosen) openSource(Number(mark.dataset.fact), 0);
    else if (name && !mark) { closeSource(); choose(Number(name.dataset.node)); }
  });
  return box;
}
/** A stretch of text with its own line breaks kept and a column's taken out. */
function lined(text, from, to, own) {
  const pieces = [];
  let at = from === 0 ? text.search(/\S/) : from; // nothing blank above the first line
  for (let i = at; i < to; i++) {
    if (text[i] !== "\n") continue;
    if (i > at) pieces.push(text.slice(at, i).trimEnd());
    if (own.has(i)) pieces.push(make("br"));
    at = i + 1;
  }
  if (to > at) pieces.push(text.slice(at, to));
  return pieces;
}

// ---- the dialog ----
let mentionShown = null; // [article, start, end, node] where a name and no fact is shown
let quoteShown = 0; // which of the fact's quotations

function openSource(f, at) {
  quoteShown = at;
  mentionShown = null;
  go({fact: f});
}
function openMention(article, from, to, node) {
  mentionShown = [article, from, to, node];
  go({fact: -1});
}
function closeSource() {
  mentionShown = null;
  if (state.fact >= 0) go({fact: -1});
  else showSource();
}

/** The report over the view, scrolled to the sentence; nothing where no fact is to be shown. */
function showSource() {
  const dialog = byId("source"), {fact} = state;
  if (fact < 0 && !mentionShown) {
    if (dialog.open) dialog.close();
    return;
  }
  const quote = mentionShown || facts[fact].evidence[quoteShown] || facts[fact].evidence[0];
  const article = quote ? quote[0] : -1, told = article < 0 ? [] : factsIn[article], at = told.indexOf(fact);
  const step = (by) => () => openSource(told[at + by], Math.max(0, facts[told[at + by]].evidence.findIndex((q) => q[0] === article)));
  byId("source-name").textContent = article < 0 ? "" : articles[article].name;
  byId("source-place").textContent = at < 0 ? "" : say("ui-fact-of", {n: at + 1, all: told.length});
  for (const [id, by] of [["source-before", -1], ["source-after", 1]]) {
    byId(id).disabled = at < 0 || told[at + by] === undefined;
    byId(id).onclick = step(by);
  }
  byId("source-report").onclick = () => { mentionShown = null; go({view: "reports", article, fact: -1}); };
  const text = article < 0 ? "" : articles[article].text ? markedText(article, fact, mentionShown && mentionShown.slice(1, 3)) : make("p", {class: "soft"}, word("ui-no-text"));
  byId("source-text").replaceChildren(text || "");
  byId("source-fact").replaceChildren(fact >= 0 ? sourceCard(fact) : link(mentionShown[3]));
  if (!dialog.open) dialog.showModal();
  scrollTo(byId("source-text"), byId("source-text").querySelector(".now"));
}
function sourceCard(f) {
  const box = card(f);
  box.querySelectorAll("blockquote").forEach((quote, at) => quote.classList.toggle("now", at === quoteShown));
  return box;
}
/** Bring a marked place into the middle of what scrolls. */
function scrollTo(box, place) {
  if (place) box.scrollTop += place.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  else box.scrollTop = 0;
}
