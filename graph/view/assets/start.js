"use strict";
// The controls on the left, and what clicks and keys do.

const byId = (id) => document.getElementById(id);
const LISTED = 40; // search results shown

// ---- what the reader does ----
function select(selected) {
  state.selected = selected;
  if (selected && selected.node !== undefined && !shownNodes.get(selected.node)) {
    state.opened.add(selected.node);
    if (!passes(selected.node)) Object.assign(state, {region: -1, dimension: -1, types: new Set(Object.keys(looks))});
  }
  apply();
}
const fit = (nodes) => network.fit({nodes: nodes || shownNodes.getIds(), maxZoomLevel: 1.4, animation: false});
function expand(node) {
  const near = [node, ...neighboursOf(node)];
  for (const one of near) state.opened.add(one);
  state.selected = {node};
  apply();
  fit(near.filter((one) => shownNodes.get(one)));
}
function collapse(node) {
  for (const near of neighboursOf(node)) state.opened.delete(near);
  apply();
  fit();
}
function look(node) {
  fit([node, ...neighboursOf(node)].filter((one) => shownNodes.get(one)));
}

/** Everything on the page as `state` says. */
function apply() {
  const focused = document.activeElement;
  const kept = panel.contains(focused);
  const visible = refresh();
  showPanel();
  showControls(visible);
  // The button that was pressed is gone with the old panel: keep the keyboard where it was.
  if (kept) (focused.id && byId(focused.id) ? byId(focused.id) : panel).focus();
}

// ---- the controls ----
function option(value, text) {
  return make("option", {value}, text);
}
const depth = (region) => known[region].homes.length - 1;
const pathOf = (region) => [...known[region].homes].reverse();
const regions = known.map((_, n) => n).filter((n) => known[n].type === "LocalGovernment").sort((a, b) => {
  const [x, y] = [pathOf(a), pathOf(b)], i = x.findIndex((n, at) => n !== y[at]);
  return i < 0 ? x.length - y.length : (x[i] ?? -1) - (y[i] ?? -1);
});

function fillControls() {
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  document.title = word("ui-title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", word(element.dataset.name));
  byId("search").placeholder = word("ui-search-hint");
  byId("language").textContent = lang === "zh" ? "English" : "中文";
  byId("language").lang = lang === "zh" ? "en" : "zh-Hans";
  const space = lang === "zh" ? "" : " ";
  byId("summary").textContent = [[articles.length, "articles"], [known.length, "nodes"], [facts.length, "facts"]]
    .map(([count, what]) => `${count} ${word("ui-summary-" + what)}`).join(lang === "zh" ? "，" : ", ") + space;
  byId("region").replaceChildren(option(-1, word("ui-any-region")),
    ...regions.map((n) => option(n, "\u3000".repeat(depth(n)) + labelOf(known[n]))));
  byId("level").replaceChildren(...data.overviews.map(({level}, n) => option(n, word(level || "ui-as-reported"))));
  byId("level").disabled = data.overviews.length < 2;
  byId("dimension").replaceChildren(option(-1, word("ui-any-dimension")), ...dimensions.map((d, n) => option(n, labelOf(d))));
  byId("types").replaceChildren(...Object.keys(looks).map((type) => make("li", {"data-type": type}, make("label", {},
    make("input", {type: "checkbox", value: type}), glyph(type), make("span", {}, word(type)), make("span", {class: "count"})))));
  byId("strokes").replaceChildren(...Object.entries(LINES).map(([name, line]) => make("li", {}, stroke(name, line), word(line.word))));
}

function showControls(visible) {
  byId("region").value = state.region;
  byId("dimension").value = state.dimension;
  byId("level").value = state.level;
  for (const radio of document.querySelectorAll("#scope input")) radio.checked = radio.value === state.scope;
  for (const row of document.querySelectorAll("#types li")) {
    const all = known.map((_, n) => n).filter((n) => known[n].type === row.dataset.type);
    row.querySelector("input").checked = state.types.has(row.dataset.type);
    row.querySelector(".count").textContent = `${all.filter((n) => visible.has(n)).length} / ${all.length}`;
  }
}

function search() {
  const asked = byId("search").value.trim().toLowerCase(), found = [];
  if (asked) known.forEach((node, n) => {
    const names = [node.label, node.english, ...node.aliases].filter((name) => name.toLowerCase().includes(asked));
    if (names.length) found.push([n, names[0] === labelOf(node) ? "" : names[0], !names.some((name) => name.toLowerCase() === asked)]);
  });
  found.sort((a, b) => a[2] - b[2] || a[0] - b[0]); // whole names first
  byId("found").replaceChildren(...found.slice(0, LISTED).map(([n, alias]) => make("li", {}, link(n, alias))));
  if (asked && !found.length) byId("found").append(make("li", {class: "soft"}, word("ui-found-none")));
}

// ---- what the controls and the network report ----
const refit = () => { apply(); fit(); };
byId("search").addEventListener("input", search);
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") byId("found").querySelector("button")?.click();
});
byId("found").addEventListener("click", () => state.selected?.node !== undefined && look(state.selected.node));
byId("scope").addEventListener("change", (event) => { state.scope = event.target.value; refit(); });
byId("level").addEventListener("change", (event) => { state.level = Number(event.target.value); state.scope = "overview"; refit(); });
byId("region").addEventListener("change", (event) => {
  state.region = Number(event.target.value);
  state.selected = state.region >= 0 && state.scope === "overview" ? {node: state.region} : null;
  refit();
});
byId("dimension").addEventListener("change", (event) => { state.dimension = Number(event.target.value); refit(); });
byId("types").addEventListener("change", (event) => {
  if (event.target.checked) state.types.add(event.target.value);
  else state.types.delete(event.target.value);
  refit();
});
byId("fit").addEventListener("click", () => fit());
byId("reset").addEventListener("click", () => { state = start(); byId("search").value = ""; search(); refit(); });
byId("language").addEventListener("click", () => {
  lang = lang === "zh" ? "en" : "zh";
  fillControls();
  search();
  refit();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.selected) select(null); });
network.on("click", ({nodes, edges}) => {
  if (nodes.length) select({node: nodes[0]});
  else select(edges.length ? {edge: edges[0]} : null);
});
network.on("doubleClick", ({nodes}) => { if (nodes.length) expand(nodes[0]); });

fillControls();
refit();
