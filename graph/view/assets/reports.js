"use strict";
// The reports: each with everything that it says beside its text.

const reportLink = (article) => press([make("span", {}, titleOf(article)), make("small", {}, say("ui-facts", {n: factsIn[article].filter(passesAnywhere).length}))],
  () => go({view: "reports", article, fact: -1, node: -1}), {class: "link", "data-article": article});

/** A report's name; where that says nothing to a reader (000_00d26.txt), its first line too. */
function titleOf(article) {
  const {name, text} = articles[article];
  if (/[\u3400-\u9fff]/.test(name)) return name;
  const first = text.slice(0, 400).split("\n").map((line) => line.trim()).find((line) => line.length > 4);
  return first ? `${first.slice(0, 26)}${first.length > 26 ? "…" : ""} (${name})` : name;
}
/** The beginning of a report's text, for the list. */
const opens = (article) => articles[article].text.slice(0, 400).split("\n").map((line) => line.trim()).filter((line) => line.length > 4).slice(0, 2).join(" ").slice(0, 70);

function drawReports() {
  const box = byId("reading"), {article} = state;
  byId("report-back").hidden = article < 0;
  if (article < 0) {
    box.replaceChildren(articles.length ? make("ul", {class: "reports"}, articles.map((_, n) => make("li", {}, reportLink(n), make("p", {class: "soft", lang: "zh-Hans"}, opens(n)))))
      : make("p", {class: "soft"}, word("ui-empty")));
    return;
  }
  const told = factsIn[article].filter(passesAnywhere), text = make("div", {class: "page"}, articles[article].text ? markedText(article, -1, null) : make("p", {class: "soft"}, word("ui-no-text")));
  const named = unique(articles[article].mentions.filter((_, i) => i % 3 === 0)).sort((a, b) => a - b);
  const line = (f) => {
    const one = factLine(f, whose(f));
    const glow = (on) => () => text.querySelectorAll(`mark[data-fact="${f}"]`).forEach((mark) => mark.classList.toggle("now", on));
    one.addEventListener("mouseenter", glow(true));
    one.addEventListener("mouseleave", glow(false));
    return one;
  };
  const kinds = KINDS.map((kind) => [kind, told.filter((f) => facts[f].kind === kind)]).filter(([, found]) => found.length);
  box.replaceChildren(make("h2", {}, titleOf(article)), make("p", {class: "soft"}, `${say("ui-facts", {n: told.length})}${comma()}${say("ui-things", {n: named.length})}`),
    make("div", {class: "beside"}, make("div", {class: "told"}, kinds.map(([kind, found]) => section(word(kind), found, line, 40)),
      named.length ? section(word("ui-named"), named, (node) => link(node, word(known[node].type)), 20) : null), text));
}
