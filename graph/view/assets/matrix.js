"use strict";
// The table of measures by regions. A cell counts the actors of the region, and of all in it, that have adopted the
// measure; the order of rows and columns was computed when the page was made, so that blocks show.

const WIDEST = 60; // regions side by side; those with most measures
let cellsKept = {key: "", rows: new Map()};

/** measure → region → {actors, facts, plans} at one of the overviews' levels, of the facts that pass. */
function cellsOf(level) {
  const key = JSON.stringify([level, [...state.without], state.dimension, state.rank, state.sure, state.report]);
  if (cellsKept.key === key) return cellsKept.rows;
  const columns = new Set(data.overviews[level].columns), rows = new Map();
  for (let f = 0; f < facts.length; f++) {
    const {kind} = facts[f], measure = measureOf[f], actor = valuesOf[f].actor;
    if ((kind !== "Adoption" && kind !== "Plan") || measure < 0 || !Number.isInteger(actor) || !passesAnywhere(f)) continue;
    const region = known[actor].type === "Person" ? undefined : known[actor].homes.find((home) => columns.has(home));
    if (region === undefined) continue;
    if (!rows.has(measure)) rows.set(measure, new Map());
    const cells = rows.get(measure);
    if (!cells.has(region)) cells.set(region, {actors: new Set(), facts: [], plans: []});
    const cell = cells.get(region);
    if (kind === "Plan") cell.plans.push(f);
    else { cell.facts.push(f); cell.actors.add(actor); }
  }
  cellsKept = {key, rows};
  return rows;
}

/** The measures and regions of the table, in the order asked for. */
function inOrder(rows) {
  const {rows: measures, columns} = data.overviews[state.level], has = (measure, region) => rows.get(measure)?.get(region)?.actors.size || 0;
  const wide = new Map(), long = new Map();
  for (const measure of measures) for (const region of columns) if (has(measure, region)) {
    wide.set(measure, (wide.get(measure) || 0) + 1);
    long.set(region, (long.get(region) || 0) + 1);
  }
  let down = measures.filter((measure) => wide.has(measure)), across = columns.filter((region) => long.has(region));
  if (across.length > WIDEST) {
    const kept = new Set([...across].sort((a, b) => long.get(b) - long.get(a) || a - b).slice(0, WIDEST));
    if (state.region >= 0 && long.has(state.region)) kept.add(state.region);
    across = across.filter((region) => kept.has(region));
  }
  if (state.order !== "blocks") {
    const by = state.order === "dimension" ? (m) => known[m].dimension : () => 0;
    down = [...down].sort((a, b) => by(a) - by(b) || wide.get(b) - wide.get(a) || a - b);
    across = [...across].sort((a, b) => long.get(b) - long.get(a) || a - b);
  }
  return {down, across, wide, long};
}

function drawMatrix() {
  const rows = cellsOf(state.level), {down, across, wide, long} = inOrder(rows), box = byId("matrix");
  if (!down.length) {
    box.replaceChildren(make("p", {class: "soft"}, word(known.length ? "ui-nothing" : "ui-empty")));
    return;
  }
  const most = Math.max(...down.flatMap((m) => [...rows.get(m).values()].map((cell) => cell.actors.size)));
  const shade = (count) => (count ? Math.min(5, Math.ceil(5 * Math.sqrt(count / most))) : 0);
  const head = make("tr", {}, make("th", {class: "corner", scope: "col"}, say("ui-matrix-size", {m: down.length, r: across.length})),
    across.map((region) => make("th", {scope: "col", class: region === state.region ? "chosen" : undefined},
      press(nameOf(region), () => choose(region), {"data-node": region, title: say("ui-has-measures", {name: nameOf(region), n: long.get(region)})}))));
  let group = -2;
  const body = down.flatMap((measure) => {
    const {dimension} = known[measure], lines = [];
    if (state.order === "dimension" && dimension !== group) {
      group = dimension;
      lines.push(make("tr", {class: "group"}, make("th", {colspan: across.length + 1, scope: "rowgroup"}, dimension < 0 ? "–" : labelOf(dimensions[dimension]))));
    }
    lines.push(make("tr", {class: measure === state.node ? "chosen" : undefined},
      make("th", {scope: "row"}, press([make("span", {}, nameOf(measure)), make("small", {}, String(wide.get(measure)))], () => choose(measure),
        {"data-node": measure, title: `${dimension < 0 ? "" : labelOf(dimensions[dimension]) + " · "}${say("ui-regions", {n: wide.get(measure)})}`})),
      across.map((region) => matrixCell(measure, region, rows.get(measure).get(region), shade))));
    return lines;
  });
  box.replaceChildren(make("table", {}, make("caption", {}, word("ui-matrix-caption")), make("thead", {}, head), make("tbody", {}, body)));
}

function matrixCell(measure, region, cell, shade) {
  const count = cell ? cell.actors.size : 0, here = state.cell[0] === measure && state.cell[1] === region;
  const classes = [region === state.region ? "chosen" : "", here ? "here" : ""].filter(Boolean).join(" ") || undefined;
  if (!cell) return make("td", {class: classes});
  const title = `${nameOf(region)} × ${nameOf(measure)}${colon()}${say("ui-actors", {n: count})}${comma()}${say("ui-facts", {n: cell.facts.length})}`
    + (cell.plans.length ? `${comma()}${counted(word("Plan"), cell.plans.length)}` : "");
  return make("td", {class: classes}, press(count || "○", () => go({cell: [measure, region], node: -1, line: []}),
    {class: `shade-${shade(count)}`, title, "aria-label": title, "data-measure": measure, "data-region": region}));
}

function showLevels() {
  byId("level").replaceChildren(...data.overviews.map(({level}, n) => option(n, word(level || "ui-as-reported"))));
  byId("level").value = state.level;
  byId("level").disabled = data.overviews.length < 2;
}
