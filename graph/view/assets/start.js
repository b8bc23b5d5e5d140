"use strict";
// The controls, and the whole page brought to what `state` says.

let theming = ""; // "" as the system is, or "dark" or "light"

// ---- the filters ----
let facetsKept = ""; // the filters for which the controls were last filled
function fillFacets() {
  const kept = [lang, ...["region", "dimension", "rank", "sure", "report"].map((name) => state[name]), ...state.without].join();
  if (kept === facetsKept) return;
  facetsKept = kept;
  const counts = facetCounts(), n = (name, value) => counts[name].get(value) || 0;
  const fill = (id, any, options) => {
    byId(id).replaceChildren(option(id === "rank" || id === "sure" ? "" : -1, word(any)), ...options);
    byId(id).value = state[id];
    byId(id).classList.toggle("set", byId(id).selectedIndex > 0);
  };
  const with_ = (text, count) => `${text} (${count})`;
  fill("region", "ui-any-region", regions.filter((r) => n("region", r) || r === state.region).map((r) => option(r, "\u3000".repeat(depth(r)) + with_(nameOf(r), n("region", r)))));
  fill("dimension", "ui-any-dimension", dimensions.map((d, at) => option(at, with_(labelOf(d), n("dimension", at)))));
  fill("rank", "ui-any-rank", ["Province", "Prefecture", "County", "Township", "Zone"].filter((r) => n("rank", r) || r === state.rank).map((r) => option(r, with_(word(r), n("rank", r)))));
  fill("sure", "ui-any-sure", SURE.map((step) => option(step, with_(`≥ ${step}`, n("sure", step)))));
  fill("report", "ui-any-report", articles.map((_, at) => option(at, with_(titleOf(at), n("report", at)))));
  for (const row of byId("types").children) {
    const {type} = row.dataset, box = row.querySelector("input");
    box.checked = !state.without.has(type);
    const things = known.reduce((sum, thing) => sum + (thing.type === type), 0);
    row.querySelector(".count").textContent = type === "Measure" || type === "Honour" || type === "PolicyDocument" ? things : say("ui-type-count", {things, facts: n("type", type)});
    row.querySelector(".count").title = say("ui-type-title", {things, facts: n("type", type)});
  }
  const set = [filtering & BIT.type, filtering & BIT.dimension, filtering & BIT.region, filtering & BIT.rank, filtering & BIT.sure, filtering & BIT.report].filter(Boolean).length;
  const passing = facts.reduce((sum, _, f) => sum + passes(f), 0);
  byId("passing").textContent = set ? say("ui-passing", {n: passing, all: facts.length}) : "";
  byId("filters-toggle").textContent = set ? counted(word("ui-filters"), set) : word("ui-filters");
  byId("reset").disabled = !set;
}

// ---- words ----
function fillWords() {
  facetsKept = "";
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  document.title = word("ui-title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", word(element.dataset.name));
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
  for (const element of document.querySelectorAll("[data-title]")) element.title = word(element.dataset.title);
  byId("language").textContent = lang === "zh" ? "English" : "中文";
  byId("language").lang = lang === "zh" ? "en" : "zh-Hans";
  byId("theme").textContent = word(`ui-theme-${theming || "system"}`);
  byId("summary").textContent = say("ui-summary", {articles: articles.length, things: known.length, facts: facts.length});
  byId("types").replaceChildren(...Object.keys(looks).filter((type) => known.some((thing) => thing.type === type)).map((type) => make("li", {"data-type": type}, make("label", {},
    make("input", {type: "checkbox", value: type}), glyph(type), make("span", {}, word(type)), make("span", {class: "count"})))));
  byId("strokes").replaceChildren(...Object.entries(LINES).map(([name, line]) => make("li", {}, drawn("0 0 32 16", {
    d: "M0 8h32", class: name, "stroke-width": line.width + 0.6, "stroke-dasharray": line.dashes ? line.dashes.join(" ") : "none",
  }), word(line.word))));
}

// ---- the whole page ----
const DRAW = {graph: drawGraph, matrix: drawMatrix, region: drawRegion, compare: drawCompare, dates: drawDates, figures: drawFigures, reports: drawReports, query: drawQuery};
let fitted = ""; // the picture that was last brought to fit the window

/** Everything on the page as `state` says. */
function apply() {
  const focused = document.activeElement, kept = panel.contains(focused) && focused.id;
  filterFacts();
  for (const view of VIEWS) {
    byId(`view-${view}`).hidden = view !== state.view;
    byId(`tab-${view}`).setAttribute("aria-current", view === state.view ? "page" : "false");
    if (view === state.view) byId("views").scrollLeft = byId(`tab-${view}`).offsetLeft - 40; // on a phone
  }
  byId("layout").dataset.view = state.view;
  byId("level-box").hidden = !["graph", "matrix"].includes(state.view);
  showLevels();
  for (const radio of document.querySelectorAll("#scope input")) radio.checked = radio.value === state.scope;
  byId("scope-focus").hidden = state.scope !== "focus";
  byId("order").value = state.order;
  placePanel(); // the canvas has its width only once the panel has its own
  DRAW[state.view]();
  const picture = [state.view, state.scope, state.level, state.centre, lang].join();
  if (state.view === "graph" && fitted !== picture) fit();
  fitted = state.view === "graph" ? picture : fitted;
  showPanel();
  fillFacets();
  showSource();
  byId("printed").textContent = word(`ui-view-${state.view}`) + (byId("passing").textContent ? ` · ${byId("passing").textContent}` : "");
  writeAddress();
  // The button that was pressed is gone with the old panel: keep the keyboard where it was.
  if (kept) (byId(kept) || panel).focus();
}
function begunAgain() {
  readAddress();
  written = addressOf(state);
  fillWords();
  search();
  apply();
}

// ---- what the controls do ----
function listen() {
  for (const view of VIEWS) byId(`tab-${view}`).addEventListener("click", () => go({view, fact: -1, article: -1}));
  byId("scope").addEventListener("change", ({target}) => go({scope: target.value, pins: new Map(), opened: []}));
  byId("level").addEventListener("change", ({target}) => go({level: Number(target.value), scope: "overview", pins: new Map(), opened: [], cell: []}));
  byId("order").addEventListener("change", ({target}) => go({order: target.value}));
  for (const id of ["dimension", "report"]) byId(id).addEventListener("change", ({target}) => go({[id]: Number(target.value)}));
  for (const id of ["rank", "sure"]) byId(id).addEventListener("change", ({target}) => go({[id]: target.value}));
  byId("region").addEventListener("change", ({target}) => {
    const region = Number(target.value);
    go({region, ...(state.view === "graph" || state.node >= 0 ? {node: region, line: [], cell: []} : {})});
  });
  byId("types").addEventListener("change", ({target}) => {
    const without = new Set(state.without);
    if (target.checked) without.delete(target.value); else without.add(target.value);
    go({without});
  });
  byId("fit").addEventListener("click", () => fit());
  byId("reset").addEventListener("click", () => go({region: -1, dimension: -1, rank: "", sure: "", report: -1, without: new Set(), node: -1, line: [], cell: []}));
  byId("home").addEventListener("click", () => { state = start(); fitted = ""; byId("search").value = ""; search(); apply(); });
  byId("filters-toggle").addEventListener("click", () => {
    const open = byId("controls").classList.toggle("open");
    byId("filters-toggle").setAttribute("aria-expanded", String(open));
  });
  byId("language").addEventListener("click", () => { lang = lang === "zh" ? "en" : "zh"; fillWords(); search(); asked = ""; apply(); });
  byId("theme").addEventListener("click", () => {
    theming = {"": "dark", dark: "light", light: ""}[theming];
    if (theming) document.documentElement.dataset.theme = theming; else delete document.documentElement.dataset.theme;
    fillWords();
    fillFacets();
    readTheme();
    if (state.view === "graph") drawGraph();
  });
  byId("print").addEventListener("click", () => print());
  byId("profile-region").addEventListener("change", ({target}) => go({region: Number(target.value)}));
  byId("profile-compare").addEventListener("click", () => go({view: "compare", region: regionShown()}));
  byId("compare-one").addEventListener("change", ({target}) => go({region: Number(target.value)}));
  byId("compare-two").addEventListener("change", ({target}) => go({other: Number(target.value), region: regionShown()}));
  byId("unit").addEventListener("change", ({target}) => { figuresState.unit = target.value; drawFigures(); });
  byId("figures-search").addEventListener("input", ({target}) => { figuresState.asked = target.value.trim().toLowerCase(); drawFigures(); });
  byId("report-back").addEventListener("click", () => go({article: -1}));
  byId("run").addEventListener("click", () => { state.given = byId("sparql").value; state.question = ""; asked = ""; byId("form").replaceChildren(); apply(); run(byId("sparql").value); });
  byId("sparql").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("run").click(); });
  byId("source-close").addEventListener("click", closeSource);
  byId("source").addEventListener("cancel", (event) => { event.preventDefault(); closeSource(); });
  byId("source").addEventListener("click", ({target}) => { if (target === byId("source")) closeSource(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("source").open && event.target !== byId("search") && (state.node >= 0 || state.line.length || state.cell.length)) go({node: -1, line: [], cell: []});
  });
  addEventListener("popstate", begunAgain);
  addEventListener("hashchange", () => { if (decodeURI(location.hash) !== decodeURI(written || "")) begunAgain(); });
  addEventListener("resize", () => { if (state.view === "graph") fit(); });
}

readAddress();
if (location.hash) written = null;
listen();
listenToSearch();
fillWords();
apply();
