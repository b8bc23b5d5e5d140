"use strict";
// The panel beside the view: what is known of the chosen thing, line or cell, with the sentences that say it.

const panel = byId("panel");
const onGraph = () => state.view === "graph";
const button = (id, text, click, pressed) => press(word(text), click, {id, "aria-pressed": pressed === undefined ? undefined : String(pressed)});

/** Where reports name a node: [article, start, end], in order. */
function mentionsOf(node) {
  const found = [];
  articles.forEach(({mentions}, article) => {
    for (let i = 0; i < mentions.length; i += 3) if (mentions[i] === node) found.push([article, mentions[i + 1], mentions[i + 2]]);
  });
  return found;
}

function mentionList(node) {
  const found = mentionsOf(node), inArticle = unique(found.map(([article]) => article));
  if (!found.length) return null;
  return make("details", {}, make("summary", {}, counted(word("ui-mentions"), found.length)),
    inArticle.map((article) => {
      const here = found.filter((each) => each[0] === article);
      return make("div", {}, quotation(here[0], () => openMention(...here[0], node)),
        here.length > 1 ? make("p", {class: "soft"}, say("ui-times", {n: here.length})) : null);
    }));
}

function nodePanel(node) {
  const {type, aliases, properties} = known[node], near = neighboursOf(node).filter(nodePasses);
  const told = factsOf[node].filter(passesAnywhere), open = state.opened.includes(node);
  const hidden = onGraph() && near.some((n) => !shownNodes.get(n));
  const buttons = !onGraph() ? [button("to-graph", "ui-to-graph", () => focusOn(node))] : [
    state.scope === "focus" && state.centre === node ? null : button("focus", "ui-focus", () => focusOn(node)),
    hidden && !open && state.scope !== "all" ? button("expand", "ui-expand", () => expand(node)) : null,
    open ? button("collapse", "ui-collapse", () => collapse(node)) : null,
    button("locate", "ui-locate", () => lookAt(node)),
    shownNodes.get(node) ? button("pin", "ui-pin", () => togglePin(node), state.pins.has(node)) : null,
  ];
  if (isRegion(node)) buttons.push(button("to-region", "ui-to-region", () => go({view: "region", region: node})));
  return [
    badge(type), make("h2", {}, nameOf(node)),
    aliases.length ? make("p", {class: "soft"}, `${word("ui-aliases")}${colon()}${aliases.slice(0, 10).join(comma())}${aliases.length > 10 ? "…" : ""}`) : null,
    list(properties), make("div", {class: "row"}, buttons),
    type === "Measure" ? holders(node) : null,
    ...byKind(told, node),
    near.length ? section(word("ui-neighbours"), near, (n) => link(n, word(known[n].type))) : null,
    mentionList(node),
  ];
}

/** Which regions have adopted a measure, those with the most who do first. */
function holders(measure) {
  const cells = cellsOf(state.level).get(measure) || new Map();
  const found = [...cells].filter(([, cell]) => cell.actors.size).sort((a, b) => b[1].actors.size - a[1].actors.size || a[0] - b[0]);
  if (!found.length) return null;
  return section(word("ui-holders"), found, ([region, cell]) => press(
    [make("span", {}, nameOf(region)), make("small", {}, say("ui-actors", {n: cell.actors.size}))],
    () => go({cell: [measure, region], node: -1, line: []}), {class: "link"}));
}

function linePanel([from, to]) {
  const between = edgesOf[from].filter((e) => e.from === from && e.to === to), tie = between.find((e) => e.tie);
  const names = unique([...(tie ? [word(LINES[lineOf(tie)].word)] : []), ...between.flatMap((e) => e.kinds).filter((k) => !tie || k !== "Adoption").map(word)]);
  return [make("div", {class: "badge"}, names.join(comma())), make("h2", {}, `${nameOf(from)} → ${nameOf(to)}`),
    link(from), link(to), ...byKind(unique(between.flatMap((e) => e.facts)).filter(passesAnywhere))];
}

function cellPanel([measure, region]) {
  const cell = cellsOf(state.level).get(measure)?.get(region), told = cell ? [...cell.facts, ...cell.plans] : [];
  return [make("div", {class: "badge"}, cell ? say("ui-actors", {n: cell.actors.size}) : word("ui-none")),
    make("h2", {}, `${nameOf(region)} × ${nameOf(measure)}`), link(region), link(measure), ...byKind(told)];
}

/** Nothing chosen: what to do here, the shared measures as a list, and facts that hang on nothing. */
function overviewPanel() {
  const rows = cellsOf(state.level), counts = [...rows].map(([measure, cells]) => [measure, [...cells.values()].filter((cell) => cell.actors.size).length]);
  const shared = counts.filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const loose = facts.map((_, f) => f).filter((f) => subjectOf[f] < 0 && passesAnywhere(f));
  return [
    make("p", {class: "tip"}, word(known.length ? `ui-tip-${state.view === "matrix" ? "matrix" : state.scope === "all" ? "map" : "graph"}` : "ui-empty")),
    shared.length ? section(word("ui-shared"), shared, ([measure, count]) => link(measure, say("ui-regions", {n: count}))) : null,
    loose.length ? make("details", {class: "loose"}, make("summary", {}, counted(word("ui-loose"), loose.length)),
      loose.slice(0, 200).map((f) => factLine(f, word(facts[f].kind)))) : null,
  ];
}

/** Whether the view has a panel beside it. */
function placePanel() {
  const has = ["graph", "matrix"].includes(state.view) || (state.node >= 0 && ["figures", "dates"].includes(state.view));
  panel.hidden = !has;
  byId("layout").classList.toggle("with-panel", has);
}
/** What is in the panel. */
function showPanel() {
  if (panel.hidden) return;
  const {node, line, cell} = state;
  const parts = cell.length ? cellPanel(cell) : line.length ? linePanel(line) : node >= 0 ? nodePanel(node) : overviewPanel();
  const chosen = node >= 0 || line.length || cell.length;
  const close = chosen ? press("×", () => go({node: -1, line: [], cell: []}), {class: "close", "aria-label": word("ui-close"), id: "panel-close"}) : null;
  panel.replaceChildren(...[close, ...parts].filter(Boolean));
  panel.classList.toggle("chosen", Boolean(chosen));
  panel.scrollTop = 0;
}
